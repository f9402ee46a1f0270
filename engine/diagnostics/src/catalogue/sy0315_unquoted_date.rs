use crate::{Entry, Example, Severity, Text};

/// A date is written without quotes and so is a subtraction.
pub static UNQUOTED_DATE: Entry = Entry {
    code: "SY0315",
    severity: Severity::Error,
    message: Text { en: "this is a subtraction, not the date {date}", zh: "这是减法，不是日期 {date}" },
    label: Text { en: "a number minus two numbers", zh: "一个数减去两个数" },
    help: Text { en: "write `d\"{date}\"`", zh: "请写 `d\"{date}\"`" },
    explanation: Text {
        en: "2020-01-01 without quotes is the number 2018. A date stands between quotes behind a `d`, so that no time limit \
             is compared with a difference of numbers.",
        zh: "不加引号的 2020-01-01 是数字 2018。日期写在引号之间，前面加 `d`，这样期限就不会与数字之差比较。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, start: date)\n.decl new(id: symbol)\n.output new\nlease(\"L-1\", d\"2021-01-31\").\nnew(x) :- lease(x, s), s > 2020-01-01.\n",
        right: ".decl lease(id: symbol, start: date)\n.decl new(id: symbol)\n.output new\nlease(\"L-1\", d\"2021-01-31\").\nnew(x) :- lease(x, s), s > d\"2020-01-01\".\n",
    },
};
