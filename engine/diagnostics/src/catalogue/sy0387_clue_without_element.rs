use crate::{Entry, Example, Severity, Text};

/// A clue rule that rests on no element of its model.
pub static CLUE_WITHOUT_ELEMENT: Entry = Entry {
    code: "SY0387",
    severity: Severity::Warning,
    message: Text { en: "the clue rule `{rule}` rests on no element of `{model}`", zh: "线索规则 `{rule}` 没有用到 `{model}` 的任何要件" },
    label: Text { en: "none of its conditions belongs to an element", zh: "它的条件都不属于任何要件" },
    help: Text { en: "use relations whose rules serve elements of `{model}`, or mark the rule itself with `@[element = ..]`", zh: "请使用为 `{model}` 的要件服务的关系，或在规则自身标注 `@[element = ..]`" },
    explanation: Text { en: "A model says which elements make the violation. A clue that uses none of them is not explained by the model: its report would show elements that had nothing to do with it.", zh: "模型说明哪些要件构成违法情形。没有用到任何要件的线索，模型解释不了它：报告中列出的要件与它毫无关系。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.output is_long\n.decl clue(id: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- lease(l, _, y), y > 30.\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.model leases \"long leases\" {\n  candidate lease(id)\n  element long \"a long lease\"\n}\n.decl is_long(id: symbol)\n@[element = leases.long]\nis_long(l) :- lease(l, _, y), y > 20.\n.output is_long\n.decl clue(id: symbol)\n.output clue\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- is_long(l), lease(l, _, y), y > 30.\n",
    },
};
