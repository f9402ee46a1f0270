use crate::{Entry, Example, Severity, Text};

/// A variable or comparison brings together subset types that have nothing in common.
pub static UNRELATED_TYPES: Entry = Entry {
    code: "SY0311",
    severity: Severity::Error,
    message: Text {
        en: "`{first}` and `{second}` have no values in common",
        zh: "`{first}` 与 `{second}` 没有共同的值",
    },
    label: Text { en: "`{second}` here", zh: "此处是 `{second}`" },
    help: Text {
        en: "use two variables, or say that they may meet: `as(x, {first})`",
        zh: "请用两个变量，或写明可以相遇：`as(x, {first})`",
    },
    explanation: Text {
        en: "Subset types keep apart what only looks alike, such as the numbers of persons and of firms. A \
             rule that mixes them is nearly always a slip.",
        zh: "子集类型把仅仅看起来相似的东西分开，例如个人编号和企业编号。把它们混在一起的规则几乎总是笔误。",
    },
    example: Example::Program {
        wrong: ".type Person <: symbol\n.type Firm <: symbol\n.decl person(id: Person)\n.decl firm(id: Firm)\n.decl party(id: symbol)\n.output party\nperson(\"P\").\nfirm(\"F\").\nparty(x) :- person(x), firm(x).\n",
        right: ".type Person <: symbol\n.type Firm <: symbol\n.decl person(id: Person)\n.decl firm(id: Firm)\n.decl party(id: symbol)\n.output party\nperson(\"P\").\nfirm(\"F\").\nparty(x) :- person(x).\nparty(x) :- firm(x).\n",
    },
};
