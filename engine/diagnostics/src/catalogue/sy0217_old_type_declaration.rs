use crate::{Entry, Example, Severity, Text};

/// A type is declared in an old form.
pub static OLD_TYPE_DECLARATION: Entry = Entry {
    code: "SY0217",
    severity: Severity::Warning,
    message: Text { en: "this form of declaring `{name}` is out of date", zh: "声明 `{name}` 的这种写法已过时" },
    label: Text { en: "old form", zh: "旧写法" },
    help: Text { en: "write `.type {name} <: {base}`", zh: "请写成 `.type {name} <: {base}`" },
    explanation: Text {
        en: "`.type T`, `.number_type T` and `.symbol_type T` declare subset types without saying so. They \
             are understood as before.",
        zh: "`.type T`、`.number_type T` 和 `.symbol_type T` 声明的是子集类型，但字面上看不出来。系统仍按原意\
             理解。",
    },
    example: Example::Program {
        wrong: ".number_type Rent\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", 900).\n",
        right: ".type Rent <: number\n.decl lease(id: symbol, rent: Rent)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
