use crate::{Entry, Example, Severity, Text};

/// A date literal names no day.
pub static NO_SUCH_DATE: Entry = Entry {
    code: "SY0307",
    severity: Severity::Error,
    message: Text { en: "there is no day {text}", zh: "没有 {text} 这一天" },
    label: Text { en: "not in the calendar", zh: "日历上没有" },
    help: Text { 
        en: "write a day that exists: the month has fewer days, there is no such month, or the year is 0000",
        zh: "请写实际存在的日期：该月没有这么多天，没有这个月份，或年份为 0000",
    },
    explanation: Text {
        en: "Time limits hang on single days. A day that does not exist is not moved to a neighbour.",
        zh: "期限取决于具体的某一天。不存在的日期不会被挪到相邻的一天。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, start: date)\n.output lease\nlease(\"L-1\", d\"2021-02-31\").\n",
        right: ".decl lease(id: symbol, start: date)\n.output lease\nlease(\"L-1\", d\"2021-02-28\").\n",
    },
};
