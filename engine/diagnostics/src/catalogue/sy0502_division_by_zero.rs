use crate::{Entry, Example, Severity, Text};

/// A divisor is zero.
pub static DIVISION_BY_ZERO: Entry = Entry {
    code: "SY0502",
    severity: Severity::Error,
    message: Text {
        en: "division by zero: {call}, in rule `{rule}`{binding}",
        zh: "除数为零：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "add a guard such as `y != 0`; it may stand anywhere in the body",
        zh: "请增加 `y != 0` 之类的条件，可写在规则体的任何位置",
    },
    explanation: Text {
        en: "A quotient with divisor zero has no value, and guessing one would create or hide a clue. The run stops and nothing is written. Guards are honoured wherever they stand in the body.",
        zh: "除数为零的商没有值，任意假定一个值都会凭空产生或掩盖线索。因此运行停止，不写任何结果。条件写在规则体的任何位置都有效。",
    },
    example: Example::Shown {
        wrong: ".decl a(x: number, y: number)\n.decl b(x: number)\n.output b\na(1, 0).\nb(x / y) :- a(x, y).\n",
        right: ".decl a(x: number, y: number)\n.decl b(x: number)\n.output b\na(1, 0).\nb(x / y) :- a(x, y), y != 0.\n",
    },
};
