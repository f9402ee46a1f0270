use crate::{Entry, Example, Severity, Text};

/// A variable stands for values of two types.
pub static TYPE_CONFLICT: Entry = Entry {
    code: "SY0301",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` would have to be `{first}` and `{second}` at once",
        zh: "`{name}` 须同时为 `{first}` 和 `{second}`",
    },
    label: Text { en: "one variable, two types", zh: "一个变量，两种类型" },
    help: Text {
        en: "use two variables, or convert one value: `to_number(x)`, `to_string(x)`, ...",
        zh: "请用两个变量，或转换其中一个值：`to_number(x)`、`to_string(x)` 等",
    },
    explanation: Text {
        en: "A variable stands for one value. A text never equals a number, so the rule could never apply, \
             and nobody would notice.",
        zh: "一个变量代表一个值。文本永远不等于数字，这条规则永远不会适用，却没有人会发现。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl late(id: symbol)\n.decl both(id: symbol)\n.output both\nlease(\"L-1\", 900).\nlate(\"L-1\").\nboth(x) :- late(x), lease(_, x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl late(id: symbol)\n.decl both(id: symbol)\n.output both\nlease(\"L-1\", 900).\nlate(\"L-1\").\nboth(x) :- late(x), lease(x, _).\n",
    },
};
