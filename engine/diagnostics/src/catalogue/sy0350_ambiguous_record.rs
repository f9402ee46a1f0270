use crate::{Entry, Example, Severity, Text};

/// Nothing says which type a record or `nil` has.
pub static AMBIGUOUS_RECORD: Entry = Entry {
    code: "SY0350",
    severity: Severity::Error,
    message: Text { en: "nothing says which type `{value}` has", zh: "无法确定 `{value}` 的类型" },
    label: Text { en: "of which type?", zh: "是哪个类型？" },
    help: Text {
        en: "compare it with something of a known type, or write `as({value}, T)`",
        zh: "请与类型已知的内容比较，或写 `as({value}, T)`",
    },
    explanation: Text {
        en: "A record has the type of its column, of its field or of the other side of `=`. Types of equal fields are different types.",
        zh: "记录的类型来自所在的列、字段或 `=` 的另一侧。字段相同的类型仍是不同的类型。",
    },
    example: Example::Program {
        wrong: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n.decl code(n: number)\n.output code\ncode(ord(nil)) :- lease(_, _).\n",
        right: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n.decl code(n: number)\n.output code\ncode(ord(t)) :- lease(_, t).\n",
    },
};
