use crate::{Entry, Example, Severity, Text};

/// A parameter is read with other arguments than it has.
pub static PARAMETER_ARGUMENTS: Entry = Entry {
    code: "SY0333",
    severity: Severity::Error,
    message: Text { en: "`{name}` is to be read as `{name}({form})`", zh: "`{name}` 应写成 `{name}({form})`" },
    label: Text { en: "other arguments than it has", zh: "参数的写法不符" },
    help: Text { en: "give a value for each key, `on: day` if its values change in time, and last a variable for the value", zh: "请依次写各键的值；取值随时间变化的再写 `on: 日期`；最后写接收取值的变量" },
    explanation: Text { en: "A parameter gives one value for its keys and, where its values are given for times, for a day. Which day counts (of the act, of the step, of the judgment) is a question of law, so the rule has to name it.", zh: "参数按键给出一个值；取值分时期的，还须指明日期。以哪一天为准（行为时、程序步骤当日、裁判时）是法律问题，必须由规则写明。" },
    example: Example::Program {
        wrong: ".decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl over(id: symbol)\n.output over\n.param large(region: symbol) : decimal { (\"A\", d\"2013-04-04\" .., 2000m) }\nover(c) :- case(c, r, _, m), large(r, v), m >= v.\n",
        right: ".decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl over(id: symbol)\n.output over\n.param large(region: symbol) : decimal { (\"A\", d\"2013-04-04\" .., 2000m) }\nover(c) :- case(c, r, t, m), large(r, on: t, v), m >= v.\n",
    },
};
