use crate::{Entry, Example, Severity, Text};

/// A subset type or union is based on a record type or algebraic data type.
pub static PART_OF_COMPOSITE: Entry = Entry {
    code: "SY0260",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` cannot be a subset of `{part}` or a union with it",
        zh: "`{name}` 不能是 `{part}` 的子集，也不能是它与其他类型的联合",
    },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text {
        en: "write an alias, `.type {name} = {part}`, or declare a type of its own",
        zh: "请写成别名 `.type {name} = {part}`，或另行声明一个类型",
    },
    explanation: Text {
        en: "Record types and algebraic data types are told apart by their names alone. A choice between several is itself an algebraic data type, with a branch for each.",
        zh: "记录类型和代数数据类型仅凭名称区分。若要在几种之间选择，请声明代数数据类型，每种一个分支。",
    },
    example: Example::Program {
        wrong: ".type Pair = [a: symbol, b: symbol]\n.type Couple <: Pair\n.decl lease(id: symbol, of: Couple)\n.output lease\nlease(\"L-1\", [\"x\", \"y\"]).\n",
        right: ".type Pair = [a: symbol, b: symbol]\n.type Couple = Pair\n.decl lease(id: symbol, of: Couple)\n.output lease\nlease(\"L-1\", [\"x\", \"y\"]).\n",
    },
};
