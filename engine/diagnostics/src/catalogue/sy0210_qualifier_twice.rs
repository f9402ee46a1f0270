use crate::{Entry, Example, Severity, Text};

/// Two qualifiers of a declaration exclude or repeat each other.
pub static QUALIFIER_TWICE: Entry = Entry {
    code: "SY0210",
    severity: Severity::Error,
    message: Text {
        en: "qualifier `{word}` repeats or contradicts `{first}`",
        zh: "限定词 `{word}` 与 `{first}` 重复或矛盾",
    },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "keep one of them", zh: "请只保留一个" },
    explanation: Text {
        en: "A relation has one representation, and is inlined or not. What two such words together mean is \
             not defined.",
        zh: "一个关系只有一种存储方式，也只能内联或不内联。两个这样的词并列，含义没有定义。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol) btree brie\n.output lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol) btree\n.output lease\nlease(\"L-1\").\n",
    },
};
