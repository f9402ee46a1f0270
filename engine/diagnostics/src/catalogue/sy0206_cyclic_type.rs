use crate::{Entry, Example, Severity, Text};

/// A type is defined by itself.
pub static CYCLIC_TYPE: Entry = Entry {
    code: "SY0206",
    severity: Severity::Error,
    message: Text {
        en: "the definition of the type goes round in a circle: {names}",
        zh: "类型的定义形成循环：{names}",
    },
    label: Text { en: "the circle begins here", zh: "循环由此开始" },
    help: Text {
        en: "let one of them rest on `symbol`, `number` or another declared type",
        zh: "请让其中一个建立在 `symbol`、`number` 或其他已声明的类型之上",
    },
    explanation: Text {
        en: "A subset type or union rests on other types and in the end on a predefined one. In a circle \
             none of them says what its values are.",
        zh: "子集类型和联合类型都以其他类型为基础，最终落到预定义类型上。若成循环，就没有一个能说明自己的值是\
             什么。",
    },
    example: Example::Program {
        wrong: ".type A = B\n.type B = A\n.decl lease(id: A)\n.output lease\nlease(\"L-1\").\n",
        right: ".type A <: symbol\n.type B = A\n.decl lease(id: B)\n.output lease\nlease(\"L-1\").\n",
    },
};
