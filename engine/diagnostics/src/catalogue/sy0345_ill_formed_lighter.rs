use crate::{Entry, Example, Severity, Text};

/// `lighter` does not name day, dates and result.
pub static ILL_FORMED_LIGHTER: Entry = Entry {
    code: "SY0345",
    severity: Severity::Error,
    message: Text { en: "`lighter` names the day, two dates and the result: `lighter(t: [act, judged], by: result)`", zh: "`lighter` 须写明日期变量、两个日期和结果：`lighter(t: [行为日, 裁判日], by: 结果)`" },
    label: Text { en: "not understood", zh: "无法理解" },
    help: Text { en: "write `@[lighter(t: [act, judged], by: result)]`; all of them are variables of the rule", zh: "请写成 `@[lighter(t: [行为日, 裁判日], by: 结果)]`，各项均为规则中的变量" },
    explanation: Text { en: "The law of the act applies unless the later law is lighter. The rule is evaluated under the law of both days, and the smaller result is taken; so it has to say which variable is the day, which are the dates, and which is the result.", zh: "从旧兼从轻：适用行为时的法律，后法较轻的适用后法。规则在两个日期的法律之下各算一次，取较轻的结果；因此须写明哪个变量是日期、哪两个是所取日期、哪个是结果。" },
    example: Example::Program {
        wrong: ".decl case(id: symbol, act: date, judged: date)\n.input case\n.param months : number { (d\"1997-10-01\" .. d\"2015-10-31\", 36) (d\"2015-11-01\" .., 24) }\n.decl term(id: symbol, months: number)\n.output term\n@[lighter(act, judged)]\nterm(c, m) :- case(c, act, judged), act <= judged, months(on: act, m).\n",
        right: ".decl case(id: symbol, act: date, judged: date)\n.input case\n.param months : number { (d\"1997-10-01\" .. d\"2015-10-31\", 36) (d\"2015-11-01\" .., 24) }\n.decl term(id: symbol, months: number)\n.output term\n@[lighter(t: [act, judged], by: m)]\nterm(c, m) :- case(c, act, judged), months(on: t, m).\n",
    },
};
