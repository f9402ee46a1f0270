use crate::{Entry, Example, Severity, Text};

/// An argument of a head does not belong to the column's subset type.
pub static NOT_A_SUBTYPE: Entry = Entry {
    code: "SY0312",
    severity: Severity::Error,
    message: Text { 
        en: "a value of type `{found}` is not always one of type `{expected}`",
        zh: "`{found}` 类型的值不一定是 `{expected}` 类型的值",
    },
    label: Text { en: "`{expected}` is needed", zh: "此处需要 `{expected}`" },
    help: Text {
        en: "declare the column as `{found}`, or say that it is one: `as(x, {expected})`",
        zh: "请把该列声明为 `{found}`，或写明它就是：`as(x, {expected})`",
    },
    explanation: Text {
        en: "The declared type promises which values a column holds. Other rules rely on it, so a conclusion \
             has to keep the promise.",
        zh: "声明的类型承诺了一列中有哪些值。其他规则以此为据，因此结论必须遵守。",
    },
    example: Example::Program {
        wrong: ".type Person <: symbol\n.decl name(x: symbol)\n.decl person(x: Person)\n.output person\nname(\"Li\").\nperson(x) :- name(x).\n",
        right: ".type Person <: symbol\n.decl name(x: symbol)\n.decl person(x: Person)\n.output person\nname(\"Li\").\nperson(as(x, Person)) :- name(x).\n",
    },
};
