use crate::{Entry, Example, Severity, Text};

/// A functor has the wrong number of arguments.
pub static FUNCTOR_ARITY: Entry = Entry {
    code: "SY0231",
    severity: Severity::Error,
    message: Text {
        en: "wrong number of arguments for `{name}`: {found} instead of {expected}",
        zh: "`{name}` 的参数个数有误：应为 {expected} 个，给出 {found} 个",
    },
    label: Text { en: "arguments given: {found}", zh: "给出的参数：{found} 个" },
    help: Text { en: "give as many arguments as it takes: {expected}", zh: "请按所需个数给出参数：{expected}" },
    explanation: Text {
        en: "Each functor has a fixed number of arguments; `min`, `max` and `cat` take two and more.",
        zh: "每个函数的参数个数是固定的；`min`、`max` 和 `cat` 可以有两个或更多。",
    },
    example: Example::Program {
        wrong: ".decl name(x: symbol)\n.decl initial(x: symbol)\n.output initial\nname(\"Li\").\ninitial(substr(x, 0)) :- name(x).\n",
        right: ".decl name(x: symbol)\n.decl initial(x: symbol)\n.output initial\nname(\"Li\").\ninitial(substr(x, 0, 1)) :- name(x).\n",
    },
};
