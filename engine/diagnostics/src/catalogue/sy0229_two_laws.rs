use crate::{Entry, Example, Severity, Text};

/// A relation is both `eqrel` and `choice-domain`.
pub static TWO_LAWS: Entry = Entry {
    code: "SY0229",
    severity: Severity::Error,
    message: Text { en: "`choice-domain` does not go together with `{first}`", zh: "`choice-domain` 不能与 `{first}` 同时使用" },
    label: Text { en: "chooses among tuples that the closure adds again", zh: "所排除的元组会被闭包重新加入" },
    help: Text { en: "drop one of the two", zh: "请去掉其中之一" },
    explanation: Text {
        en: "A closure adds every tuple that follows from others; a choice leaves tuples out. Together they would contradict each other.",
        zh: "闭包会加入由其他元组推出的每个元组，而选择会舍弃元组，两者互相矛盾。",
    },
    example: Example::Program {
        wrong: ".decl same(a: symbol, b: symbol) eqrel choice-domain a\n.output same\nsame(\"L-1\", \"L-2\").\n",
        right: ".decl same(a: symbol, b: symbol) eqrel\n.output same\nsame(\"L-1\", \"L-2\").\n",
    },
};
