use crate::{Entry, Example, Severity, Text};

/// A parameter has no value for some keys and day.
pub static PARAMETER_WITHOUT_VALUE: Entry = Entry {
    code: "SY0520",
    severity: Severity::Error,
    message: Text {
        en: "`{call}` has no value; rule `{rule}` needs one{binding}",
        zh: "`{call}` 没有取值，而规则 `{rule}` 需要它{binding}",
    },
    label: Text {
        en: "no value for these keys and this day",
        zh: "这些键在这一天没有取值",
    },
    help: Text {
        en: "give the parameter a value for this key and day, with its source, or restrict the rule to those that have one",
        zh: "请为该键和该日补上取值及其来源，或把规则限定在有取值的范围内",
    },
    explanation: Text {
        en: "Thresholds differ by province and change in time. Where the program gives none for a key or a day, the run stops: a case must not be judged by the threshold of another place or time, nor be passed over in silence.",
        zh: "各省数额标准不同，也会随时间变化。程序没有给出某键或某日的取值时，运行即停止：案件既不能按别处、别时的标准判断，也不能被悄悄略过。",
    },
    example: Example::Shown {
        wrong: ".param large(region: symbol) : decimal { (\"A\", d\"2020-01-01\" .., 2000m) }\nover(c) :- case(c, r, t, m), large(r, on: t, v), m >= v.\n",
        right: ".param large(region: symbol) : decimal { (\"A\", d\"2013-01-01\" .., 2000m), (\"B\", d\"2013-01-01\" .., 3000m) }\nover(c) :- case(c, r, t, m), large(r, on: t, v), m >= v.\n",
    },
};
