use crate::{Entry, Example, Severity, Text};

/// The sides of a comparison have different types.
pub static COMPARED_TYPES: Entry = Entry {
    code: "SY0303",
    severity: Severity::Error,
    message: Text { en: "`{first}` cannot be compared with `{second}`", zh: "`{first}` 不能与 `{second}` 比较" },
    label: Text { en: "two types", zh: "两种类型" },
    help: Text {
        en: "compare values of one type, or convert one side: `to_decimal(x)`, `to_number(x)`, ...",
        zh: "请比较同一类型的值，或转换其中一侧：`to_decimal(x)`、`to_number(x)` 等",
    },
    explanation: Text {
        en: "Only values of one type have an order and can be equal. A conversion states which reading of \
             the data is meant.",
        zh: "只有同一类型的值才有次序、才可能相等。写明转换，就说明了数据应如何理解。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl limit(text: symbol)\n.decl high(id: symbol)\n.output high\nlease(\"L-1\", 900).\nlimit(\"800\").\nhigh(x) :- lease(x, r), limit(l), r > l.\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl limit(text: symbol)\n.decl high(id: symbol)\n.output high\nlease(\"L-1\", 900).\nlimit(\"800\").\nhigh(x) :- lease(x, r), limit(l), r > to_number(l).\n",
    },
};
