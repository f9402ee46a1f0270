use crate::{Entry, Example, Severity, Text};

/// A relation has no row numbers left.
pub static ROW_NUMBERS_EXHAUSTED: Entry = Entry {
    code: "SY0506",
    severity: Severity::Error,
    message: Text {
        en: "relation `{relation}` holds more than 4,294,967,293 facts",
        zh: "关系 `{relation}` 的事实超过 4,294,967,293 条",
    },
    label: Text {
        en: "declared here",
        zh: "在此声明",
    },
    help: Text {
        en: "restrict the rules that fill it; a join without a shared variable multiplies its sides",
        zh: "请限制产生它的规则；没有公共变量的连接会使两边相乘",
    },
    explanation: Text {
        en: "Rows are numbered with 32 bits. A relation of that size nearly always comes from a rule whose atoms share no variable.",
        zh: "行号为 32 位。如此庞大的关系几乎总是因为规则中的原子之间没有公共变量。",
    },
    example: Example::Shown {
        wrong: "pair(x, y) :- person(x), person(y).\n",
        right: "pair(x, y) :- person(x, address), person(y, address).\n",
    },
};
