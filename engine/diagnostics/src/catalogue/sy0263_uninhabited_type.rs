use crate::{Entry, Example, Severity, Text};

/// Every value of an algebraic data type would hold another one of that type.
pub static UNINHABITED_TYPE: Entry = Entry {
    code: "SY0263",
    severity: Severity::Error,
    message: Text { en: "no value of `{name}` could ever be complete", zh: "`{name}` 的值永远无法写完" },
    label: Text { en: "every branch needs another such value", zh: "每个分支都还需要这样的值" },
    help: Text { en: "add a branch that needs none, without fields if nothing else", zh: "请增加一个不需要此类值的分支，例如没有字段的分支" },
    explanation: Text {
        en: "A value is built from the inside out. Where each branch asks for a value of the type itself, there is nothing to begin with.",
        zh: "值由内向外构成。若每个分支都要求一个同类型的值，就无从开始。",
    },
    example: Example::Program {
        wrong: ".type List = Node {head: symbol, tail: List}\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
        right: ".type List = Node {head: symbol, tail: List} | End {}\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
