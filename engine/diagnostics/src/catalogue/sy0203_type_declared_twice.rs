use crate::{Entry, Example, Severity, Text};

/// A type has two declarations.
pub static TYPE_DECLARED_TWICE: Entry = Entry {
    code: "SY0203",
    severity: Severity::Error,
    message: Text { en: "type `{name}` is declared twice", zh: "类型 `{name}` 声明了两次" },
    label: Text { en: "declared again", zh: "再次声明" },
    help: Text {
        en: "remove one of the declarations or rename one type",
        zh: "请删去其中一个声明，或给其中一个类型改名",
    },
    explanation: Text {
        en: "A type says which values may meet in a rule. Two declarations of one name would leave that open.",
        zh: "类型决定哪些值可以在规则中相遇。同名的两个声明会使这一点不确定。",
    },
    example: Example::Program {
        wrong: ".type Case <: symbol\n.type Case <: number\n.decl open(id: Case)\n.output open\nopen(\"C-1\").\n",
        right: ".type Case <: symbol\n.decl open(id: Case)\n.output open\nopen(\"C-1\").\n",
    },
};
