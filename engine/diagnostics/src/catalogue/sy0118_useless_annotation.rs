use crate::{Entry, Example, Severity, Text};

/// An annotation that belongs to nothing.
pub static USELESS_ANNOTATION: Entry = Entry {
    code: "SY0118",
    severity: Severity::Warning,
    message: Text { en: "this annotation belongs to nothing", zh: "这条注解没有所属对象" },
    label: Text { en: "not attached", zh: "没有归属" },
    help: Text {
        en: "put it in front of a declaration, an attribute or a rule, or remove it",
        zh: "请放在声明、属性或规则之前，或删除",
    },
    explanation: Text {
        en: "Annotations say which norm a rule encodes. At the end of a text or block nothing follows that could \
             carry one, so the citation would be lost.",
        zh: "注解说明规则体现哪条规范。在文本或块的末尾没有可以承载它的对象，引用就会丢失。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n@[norm = CC_725]\n",
        right: ".decl lease(id: symbol)\n.output lease\n@[norm = CC_725]\nlease(\"L-1\").\n",
    },
};
