use crate::{Entry, Example, Severity, Text};

/// A result lies outside its type.
pub static OVERFLOW: Entry = Entry {
    code: "SY0501",
    severity: Severity::Error,
    message: Text {
        en: "result out of range: {call}, in rule `{rule}`{binding}",
        zh: "结果超出类型范围：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "add a guard that excludes these values, or correct the records that give them",
        zh: "请增加排除这些值的条件，或更正给出这些值的记录",
    },
    explanation: Text {
        en: "Numbers, dates and decimals are exact and checked: a sum that wraps around would silently turn a large amount into a small or negative one. The run stops and nothing is written. A binding counts only if it meets every other condition of the rule, wherever it stands in the text.",
        zh: "整数、日期和小数都精确并受检查：若溢出后回绕，巨额会悄悄变成小额甚至负数。因此运行停止，不写任何结果。只有满足规则中其他所有条件的取值才会报错，与条件的书写位置无关。",
    },
    example: Example::Shown {
        wrong: ".decl a(x: number)\n.decl b(x: number)\n.output b\na(9223372036854775807).\nb(x + 1) :- a(x).\n",
        right: ".decl a(x: number)\n.decl b(x: number)\n.output b\na(9223372036854775807).\nb(x + 1) :- a(x), x < 9223372036854775807.\n",
    },
};
