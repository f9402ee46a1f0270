use crate::{Entry, Example, Severity, Text};

/// An `eqrel` that does not have two columns of one type.
pub static NO_EQUIVALENCE: Entry = Entry {
    code: "SY0227",
    severity: Severity::Error,
    message: Text { en: "`{name}` cannot be an `eqrel`: its columns are ({types})", zh: "`{name}` 不能是 `eqrel`：它的列为（{types}）" },
    label: Text { en: "not two columns of one type", zh: "并非两列同一类型" },
    help: Text { en: "give it two columns of one type, or drop `eqrel`", zh: "请声明两列同一类型的列，或去掉 `eqrel`" },
    explanation: Text {
        en: "An equivalence relates the values of one type with each other: `x` to itself, `y` to `x` where `x` is related to `y`, and so on. That needs two columns of exactly one type.",
        zh: "等价关系把同一类型的值彼此关联：`x` 与自身，`x` 与 `y` 相关则 `y` 与 `x` 相关，依此类推。因此必须恰有两列，且类型相同。",
    },
    example: Example::Program {
        wrong: ".decl same(a: symbol, b: number) eqrel\n.output same\nsame(\"L-1\", 900).\n",
        right: ".decl same(a: symbol, b: symbol) eqrel\n.output same\nsame(\"L-1\", \"L-2\").\n",
    },
};
