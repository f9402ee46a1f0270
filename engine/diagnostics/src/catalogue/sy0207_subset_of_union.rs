use crate::{Entry, Example, Severity, Text};

/// A subset type is based on a union.
pub static SUBSET_OF_UNION: Entry = Entry {
    code: "SY0207",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` cannot be a subset of the union `{base}`",
        zh: "`{name}` 不能是联合类型 `{base}` 的子集",
    },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text {
        en: "base it on a predefined type, a subset type or an alias",
        zh: "请以预定义类型、子集类型或别名为基础",
    },
    explanation: Text {
        en: "A union is a choice between types; a part of it would not say which of them its values belong \
             to.",
        zh: "联合类型是若干类型的并。它的子集说不清自己的值属于其中哪一个。",
    },
    example: Example::Program {
        wrong: ".type Person <: symbol\n.type Firm <: symbol\n.type Party = Person | Firm\n.type Debtor <: Party\n.decl debtor(id: Debtor)\n.output debtor\ndebtor(\"D-1\").\n",
        right: ".type Person <: symbol\n.type Firm <: symbol\n.type Party = Person | Firm\n.type Debtor = Party\n.decl debtor(id: Debtor)\n.output debtor\ndebtor(\"D-1\").\n",
    },
};
