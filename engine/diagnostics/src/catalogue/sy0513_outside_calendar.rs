use crate::{Entry, Example, Severity, Text};

/// A day for which nobody knows whether it is a working day.
pub static OUTSIDE_CALENDAR: Entry = Entry {
    code: "SY0513",
    severity: Severity::Error,
    message: Text {
        en: "{day} lies outside the working-day calendar ({first} to {last}): {call}, in rule `{rule}`{binding}",
        zh: "{day} 不在工作日历的范围内（{first} 至 {last}）：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "add a guard that excludes these days, or correct the record whose date is wrong",
        zh: "请增加排除这些日期的条件，或更正日期有误的记录",
    },
    explanation: Text {
        en: "Working days follow the holiday notices of the State Council, year by year. For a year without a notice in the calendar nobody knows which days are moved, so a period that reaches into it has no last day that could be relied on. The run stops instead of guessing Monday to Friday. Often the cause is a mistyped year in a record.",
        zh: "工作日以国务院办公厅逐年发布的节假日安排通知为准。日历中没有收录通知的年份，无从知道哪些日子调休，期间如果延伸到这些年份，算出的届满日便不可靠。因此运行停止，不按周一至周五推测。常见的原因是记录中年份填错。",
    },
    example: Example::Shown {
        wrong: ".decl served(id: symbol, day: date)\n.decl due(id: symbol, day: date)\n.output due\nserved(\"D-1\", d\"2032-09-25\").\ndue(i, wd_add(d, 10)) :- served(i, d).\n",
        right: ".decl served(id: symbol, day: date)\n.decl due(id: symbol, day: date)\n.output due\nserved(\"D-1\", d\"2023-09-25\").\ndue(i, wd_add(d, 10)) :- served(i, d).\n",
    },
};
