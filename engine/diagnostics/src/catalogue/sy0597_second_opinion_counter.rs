use crate::{Entry, Example, Severity, Text};

/// The second opinion would have to match a computed argument before it could number the bindings.
pub static SECOND_OPINION_COUNTER: Entry = Entry {
    code: "SY0597",
    severity: Severity::Error,
    message: Text {
        en: "the second opinion cannot number the bindings of `{name}` before a computed argument is matched",
        zh: "在匹配计算得出的参数之前，复核引擎无法给 `{name}` 的各组取值编号",
    },
    label: Text { en: "counts here", zh: "在此计数" },
    help: Text {
        en: "put the computation into an equation of its own, behind variables that other atoms give their values",
        zh: "请把该计算写成单独的等式，并让其中的变量由其他原子赋值",
    },
    explanation: Text {
        en: "`autoinc()` numbers all bindings of a body in the order of their values, so the body must be matched before. Where an \
             argument is computed from the atom's own columns or from the number itself, the two wait for each other, and the \
             second opinion, which knows one order only, declines to guess.",
        zh: "`autoinc()` 按取值顺序给规则体的所有取值组编号，因此须先匹配规则体。若参数由该原子自己的列或由编号本身算出，\
             二者互相等待；复核引擎只会一种次序，宁可不作猜测。",
    },
    example: Example::Shown {
        wrong: "numbered(autoinc(), x) :- pair(x, x + 1).",
        right: "numbered(autoinc(), x) :- pair(x, y), y = x + 1.",
    },
};
