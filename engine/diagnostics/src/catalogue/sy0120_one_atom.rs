use crate::{Entry, Example, Severity, Text};

/// Something other than one atom behind `not`, `unless` or `when`.
pub static ONE_ATOM: Entry = Entry {
    code: "SY0120",
    severity: Severity::Error,
    message: Text { en: "`{word}` takes one atom", zh: "`{word}` 后面只能跟一个带参数的关系" },
    label: Text { en: "no single atom behind it", zh: "后面不是单个带参数的关系" },
    help: Text {
        en: "derive what is meant as a relation of its own and write `{word} p(x)`; for `not`, a comparison can be \
             turned round instead, as in `x >= y`, and the negation under the closed world is `!`",
        zh: "请另写规则把要表达的内容推导成一个关系，再写 `{word} p(x)`；若是 `not`，比较可以改写成相反的比较，例如 \
             `x >= y`，封闭世界下的否定写 `!`",
    },
    explanation: Text {
        en: "With these words the absence of records counts only where they are known to be complete, and each \
             exception is named in the derivation. Both need one relation that has a name and is complete or not.",
        zh: "使用这些单词时，只有在记录已知完整的范围内才以缺失为据，而且每个例外都会在推导中列明。这两点都要求它针对\
             一个有名称、可以判断是否完整的关系。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, years: number)\n.decl short(id: symbol)\n.output short\nlease(\"L-1\", 3).\nshort(x) :- lease(x, y), not y > 5.\n",
        right: ".decl lease(id: symbol, years: number)\n.decl short(id: symbol)\n.output short\nlease(\"L-1\", 3).\nshort(x) :- lease(x, y), y <= 5.\n",
    },
};
