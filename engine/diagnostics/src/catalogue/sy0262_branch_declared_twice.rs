use crate::{Entry, Example, Severity, Text};

/// Two branches have one name.
pub static BRANCH_DECLARED_TWICE: Entry = Entry {
    code: "SY0262",
    severity: Severity::Error,
    message: Text { en: "branch `{name}` is declared twice", zh: "分支 `{name}` 声明了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "rename one of the branches", zh: "请给其中一个分支改名" },
    explanation: Text {
        en: "`$B(..)` names no type: a branch belongs to the one type of the whole program that declares it.",
        zh: "`$B(..)` 不写类型名：分支属于整个程序中声明它的那一个类型。",
    },
    example: Example::Program {
        wrong: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", $Free()).\n.type Term = Fixed {years: number} | Open {}\n",
        right: ".type Rent = Fixed {yuan: number} | Free {}\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", $Free()).\n.type Term = Limited {years: number} | Open {}\n",
    },
};
