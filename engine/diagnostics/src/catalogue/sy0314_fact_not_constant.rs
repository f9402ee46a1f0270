use crate::{Entry, Example, Severity, Text};

/// A fact has a variable or an aggregate in it.
pub static FACT_NOT_CONSTANT: Entry = Entry {
    code: "SY0314",
    severity: Severity::Error,
    message: Text { en: "a fact holds constants only", zh: "事实中只能有常量" },
    label: Text { en: "not constant", zh: "不是常量" },
    help: Text {
        en: "write a value (a text stands between quotes), or a rule with a body",
        zh: "请写具体的值（文本要加引号），或写成带规则体的规则",
    },
    explanation: Text {
        en: "A fact states one definite tuple. A bare word is a variable; texts stand between quotes.",
        zh: "事实陈述一个确定的元组。不加引号的词是变量；文本要写在引号之间。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(L1).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L1\").\n",
    },
};
