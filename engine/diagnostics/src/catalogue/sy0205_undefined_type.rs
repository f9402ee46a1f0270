use crate::{Entry, Example, Severity, Text};

/// A type's name is not declared.
pub static UNDEFINED_TYPE: Entry = Entry {
    code: "SY0205",
    severity: Severity::Error,
    message: Text { en: "type `{name}` is not declared", zh: "类型 `{name}` 没有声明" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text {
        en: "write a type that is known ({near}), or declare it: `.type {name} <: symbol`",
        zh: "请写已知的类型（{near}），或加以声明：`.type {name} <: symbol`",
    },
    explanation: Text {
        en: "Every type is predefined (`symbol`, `number`, `unsigned`, `float`, `date`, `decimal`) or \
             declared with `.type`. Without its type nobody can say how the values of a column are read from \
             records.",
        zh: "类型要么是预定义的（`symbol`、`number`、`unsigned`、`float`、`date`、`decimal`），要么用 `.type`\
              声明。不知道类型，就无法确定如何从记录中读取该列的值。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbl)\n.output lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
