use crate::{Entry, Example, Severity, Text};

/// A period with a negative number of days, months or years.
pub static PERIOD_LENGTH: Entry = Entry {
    code: "SY0514",
    severity: Severity::Error,
    message: Text {
        en: "a period cannot have this length: {call}, in rule `{rule}`{binding}",
        zh: "期间不能是这个长度：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "`wd_add` counts 0 or more working days, `deadline` 1 or more days, months or years: add a guard, or correct the record that gives the number",
        zh: "`wd_add` 的天数不小于 0，`deadline` 的日数、月数、年数不小于 1：请增加条件，或更正给出该数的记录",
    },
    explanation: Text {
        en: "A period set by law runs forward from its start. A negative length has no meaning there, and mostly comes from two dates subtracted the wrong way round or from a wrong cell. `working_days(a, b)` tells how many working days lie between two days, in either direction.",
        zh: "法定期间自起算日向后计算，负数的长度没有意义，多半是两个日期相减时顺序颠倒，或单元格填错。要知道两个日期之间（不论先后）有多少个工作日，请用 `working_days(a, b)`。",
    },
    example: Example::Shown {
        wrong: ".decl served(id: symbol, day: date, term: number)\n.decl due(id: symbol, day: date)\n.output due\nserved(\"D-1\", d\"2023-09-25\", -10).\ndue(i, wd_add(d, n)) :- served(i, d, n).\n",
        right: ".decl served(id: symbol, day: date, term: number)\n.decl due(id: symbol, day: date)\n.output due\nserved(\"D-1\", d\"2023-09-25\", 10).\ndue(i, wd_add(d, n)) :- served(i, d, n).\n",
    },
};
