use crate::{Entry, Example, Severity, Text};

/// A parameter without a value for some time.
pub static PARAMETER_GAP: Entry = Entry {
    code: "SY0374",
    severity: Severity::Warning,
    message: Text { en: "`{name}` has no value {days}", zh: "`{name}` 在 {days}没有取值" },
    label: Text { en: "the time without a value ends or begins here", zh: "没有取值的时间在此结束或开始" },
    help: Text { en: "add a value for that time, or correct the dates", zh: "请补上这段时间的取值，或改正日期" },
    explanation: Text { en: "A case of that time stops the run with an error, since a threshold is never guessed. Better to learn of it here than on the day of the evaluation.", zh: "遇到这段时间的案件，运行会报错停止，因为界限绝不猜测。在这里发现，好过在运算当天发现。" },
    example: Example::Program {
        wrong: ".param large_sum(region: symbol) : decimal {\n  (\"A\", d\"2013-01-01\" .. d\"2019-12-31\", 1000m)\n  (\"A\", d\"2021-01-01\" .., 2000m)\n}\n.decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl large(id: symbol)\n.output large\nlarge(c) :- case(c, r, t, m), large_sum(r, on: t, v), m >= v.\n",
        right: ".param large_sum(region: symbol) : decimal {\n  (\"A\", d\"2013-01-01\" .. d\"2019-12-31\", 1000m)\n  (\"A\", d\"2020-01-01\" .., 2000m)\n}\n.decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl large(id: symbol)\n.output large\nlarge(c) :- case(c, r, t, m), large_sum(r, on: t, v), m >= v.\n",
    },
};
