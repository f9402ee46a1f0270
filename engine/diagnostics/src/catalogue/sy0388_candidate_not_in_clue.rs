use crate::{Entry, Example, Severity, Text};

/// A clue that does not say which candidate of its model it is about.
pub static CANDIDATE_NOT_IN_CLUE: Entry = Entry {
    code: "SY0388",
    severity: Severity::Warning,
    message: Text { en: "`{name}` lacks the columns {columns} that identify a candidate of `{model}`", zh: "`{name}` 缺少识别 `{model}` 候选对象的列 {columns}" },
    label: Text { en: "about which candidate?", zh: "涉及哪个候选对象？" },
    help: Text { en: "give the clue relation columns of these names, filled with the candidate's values", zh: "请为线索关系加上同名的列，填入候选对象的值" },
    explanation: Text { en: "Clues are counted per candidate: clue, conditional, undetermined or none. They are tied to candidates by the names of columns; without them every candidate would share every clue, or none.", zh: "结果按候选对象统计：线索、待认定、无法判断或者没有。线索与候选对象以列名相联系；没有同名的列，就无法知道线索属于哪个候选对象。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.decl clue(lease: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- is_long(l).\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.decl clue(id: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- is_long(l).\n",
    },
};
