use crate::{Entry, Example, Severity, Text};

/// A record or `nil` stands where an algebraic data type is needed.
pub static NO_RECORD_TYPE: Entry = Entry {
    code: "SY0266",
    severity: Severity::Error,
    message: Text {
        en: "`{value}` is no value of `{name}`, which has branches",
        zh: "`{value}` 不是 `{name}` 的值，后者由分支构成",
    },
    label: Text { en: "a record here", zh: "此处是记录" },
    help: Text { en: "write one of its branches: {branches}", zh: "请写它的某个分支：{branches}" },
    explanation: Text {
        en: "`[..]` and `nil` are values of record types. A value of an algebraic data type names its branch.",
        zh: "`[..]` 和 `nil` 是记录类型的值。代数数据类型的值要写明分支。",
    },
    example: Example::Program {
        wrong: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", nil).\n",
        right: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", $Free()).\n",
    },
};
