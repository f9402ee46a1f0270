use crate::{Entry, Example, Severity, Text};

/// A declaration redefines `number`, `symbol`, `unsigned` or `float`.
pub static PREDEFINED_TYPE: Entry = Entry {
    code: "SY0204",
    severity: Severity::Error,
    message: Text { en: "the predefined type `{name}` cannot be declared", zh: "不能重新声明预定义类型 `{name}`" },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text { en: "choose another name", zh: "请换一个名称" },
    explanation: Text {
        en: "`number`, `unsigned`, `float` and `symbol` mean the same in every program. `date` and `decimal` \
             may be declared, since older programs use these words for types of their own.",
        zh: "`number`、`unsigned`、`float` 和 `symbol` 在任何程序中含义都相同。`date` 和 `decimal` 可以另行声\
             明，因为较早的程序用这两个词命名自己的类型。",
    },
    example: Example::Program {
        wrong: ".type number <: symbol\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: ".type Rent <: number\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
