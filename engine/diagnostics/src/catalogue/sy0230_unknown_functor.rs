use crate::{Entry, Example, Severity, Text};

/// A call names no functor.
pub static UNKNOWN_FUNCTOR: Entry = Entry {
    code: "SY0230",
    severity: Severity::Error,
    message: Text { en: "there is no functor `{name}`", zh: "没有函数 `{name}`" },
    label: Text { en: "called here", zh: "在此调用" },
    help: Text { en: "write one of the built-in functors: {near}", zh: "请写内置函数之一：{near}" },
    explanation: Text {
        en: "Functors compute a value from values and are built in. What is derived by rules is a relation \
             and stands as a literal of its own in the body.",
        zh: "函数由值算出值，都是内置的。由规则推导的是关系，应作为规则体中单独的条件书写。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, start: date)\n.decl due(id: symbol, day: date)\n.output due\nlease(\"L-1\", d\"2021-01-31\").\ndue(x, add_month(d, 1)) :- lease(x, d).\n",
        right: ".decl lease(id: symbol, start: date)\n.decl due(id: symbol, day: date)\n.output due\nlease(\"L-1\", d\"2021-01-31\").\ndue(x, add_months(d, 1)) :- lease(x, d).\n",
    },
};
