use crate::{Entry, Example, Severity, Text};

/// A parameter of a directive is given twice.
pub static PARAMETER_TWICE: Entry = Entry {
    code: "SY0222",
    severity: Severity::Error,
    message: Text { en: "parameter `{key}` is given twice", zh: "参数 `{key}` 给出了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "keep one of them", zh: "请只保留一个" },
    explanation: Text {
        en: "Which of two values counts would depend on their order.",
        zh: "两个值中以哪个为准，会取决于先后次序。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease(headers=true, headers=false)\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease(headers=true)\nlease(\"L-1\").\n",
    },
};
