use crate::{Entry, Example, Severity, Text};

/// An operator or functor does not take values of these types.
pub static NO_SIGNATURE: Entry = Entry {
    code: "SY0304",
    severity: Severity::Error,
    message: Text { en: "`{name}` does not take {operands}", zh: "`{name}` 不接受 {operands}" },
    label: Text { en: "called with {operands}", zh: "以 {operands} 调用" },
    help: Text { en: "convert the values; `{name}` takes: {known}", zh: "请转换取值；`{name}` 接受：{known}" },
    explanation: Text {
        en: "What an operator does depends on the types: `date - date` counts days, `+` joins texts. Where \
             no meaning is defined, none is guessed.",
        zh: "运算的含义取决于类型：`date - date` 得出天数，`+` 连接文本。没有定义的组合，系统不会猜测。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, start: date)\n.decl due(x: date)\n.output due\nlease(\"L-1\", d\"2021-01-31\").\ndue(d + d) :- lease(_, d).\n",
        right: ".decl lease(id: symbol, start: date)\n.decl due(x: date)\n.output due\nlease(\"L-1\", d\"2021-01-31\").\ndue(d + 30) :- lease(_, d).\n",
    },
};
