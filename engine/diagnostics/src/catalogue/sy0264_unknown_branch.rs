use crate::{Entry, Example, Severity, Text};

/// No type has a branch of this name.
pub static UNKNOWN_BRANCH: Entry = Entry {
    code: "SY0264",
    severity: Severity::Error,
    message: Text { en: "there is no branch `{name}`", zh: "没有分支 `{name}`" },
    label: Text { en: "declared nowhere", zh: "未声明" },
    help: Text { en: "write a declared branch: {near}", zh: "请写已声明的分支：{near}" },
    explanation: Text {
        en: "What stands behind `$` is a branch of an algebraic data type, which lists all of them in its declaration.",
        zh: "`$` 之后写代数数据类型的分支，该类型的声明列出其全部分支。",
    },
    example: Example::Program {
        wrong: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", $Fix(900)).\n",
        right: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", $Fixed(900)).\n",
    },
};
