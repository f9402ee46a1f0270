use crate::{Entry, Example, Severity, Text};

/// A `because` names nothing that can be a reason.
pub static UNKNOWN_REASON: Entry = Entry {
    code: "SY0219",
    severity: Severity::Error,
    message: Text {
        en: "nothing is called `{name}` that could be a reason{near}",
        zh: "没有名为 `{name}` 的理由{near}",
    },
    label: Text {
        en: "not a relation, rule, norm or element",
        zh: "不是关系、规则、法条或要件",
    },
    help: Text {
        en: "write the name of a relation, of a rule (`@[name = ..]`), of a norm, or an element as `MODEL.key`",
        zh: "请写关系名、规则名（`@[name = ..]`）、法条名，或写作 `模型.要件` 的要件",
    },
    explanation: Text {
        en: "A test can demand that an outcome has a certain reason. A name that nothing has would never be found in one.",
        zh: "测试可以要求结论出于某个理由。不存在的名称不可能出现在任何理由之中。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[name = 民法典_705]\nlong(x) :- lease(x, y), y > 20.\n.test \"21 years\" {\n    given lease(\"L-1\", 21)\n    expect fact long(\"L-1\") because 民法典_750\n}\n",
        right: ".decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[name = 民法典_705]\nlong(x) :- lease(x, y), y > 20.\n.test \"21 years\" {\n    given lease(\"L-1\", 21)\n    expect fact long(\"L-1\") because 民法典_705\n}\n",
    },
};
