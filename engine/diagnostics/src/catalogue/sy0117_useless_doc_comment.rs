use crate::{Entry, Example, Severity, Text};

/// A doc comment that belongs to nothing.
pub static USELESS_DOC_COMMENT: Entry = Entry {
    code: "SY0117",
    severity: Severity::Warning,
    message: Text { en: "this doc comment belongs to nothing", zh: "这条文档注释没有所属对象" },
    label: Text { en: "not attached", zh: "没有归属" },
    help: Text {
        en: "put it in front of a declaration, an attribute or a rule, or write `//` for a plain comment",
        zh: "请放在声明、属性或规则之前；普通注释请写 `//`",
    },
    explanation: Text {
        en: "Doc comments are kept and shown with what follows them. Between the literals of a body and at the \
             end of a text nothing follows that could carry one.",
        zh: "文档注释会保留，并随其后的对象一起显示。规则体的各条件之间和文本末尾没有可以承载它的对象。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n/// signed in 2021\n",
        right: ".decl lease(id: symbol)\n.output lease\n/// signed in 2021\nlease(\"L-1\").\n",
    },
};
