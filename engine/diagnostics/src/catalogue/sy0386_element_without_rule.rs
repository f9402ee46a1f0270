use crate::{Entry, Example, Severity, Text};

/// An element of a model that no rule serves.
pub static ELEMENT_WITHOUT_RULE: Entry = Entry {
    code: "SY0386",
    severity: Severity::Warning,
    message: Text { en: "no rule serves the element `{element}`", zh: "没有规则服务于要件 `{element}`" },
    label: Text { en: "never examined", zh: "从未审查" },
    help: Text { en: "mark the rule that decides it with `@[element = {element}]`, or remove the element", zh: "请在判断它的规则上标注 `@[element = {element}]`，或删去这一要件" },
    explanation: Text { en: "Reports list the elements of a model one by one. One that no rule decides is listed as if it had been looked at.", zh: "报告逐一列出模型的要件。没有规则判断的要件，列在其中就像已经审查过一样。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n  element void \"a void lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.decl clue(id: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- is_long(l).\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.decl clue(id: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- is_long(l).\n",
    },
};
