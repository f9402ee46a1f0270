use crate::{Entry, Example, Severity, Text};

/// The unit of a period is none.
pub static UNKNOWN_PERIOD_UNIT: Entry = Entry {
    code: "SY0335",
    severity: Severity::Error,
    message: Text { en: "the unit of a period is `\"days\"`, `\"months\"` or `\"years\"`", zh: "期间单位只能是 `\"days\"`、`\"months\"` 或 `\"years\"`" },
    label: Text { en: "no unit of a period", zh: "不是期间单位" },
    help: Text { en: "write the unit that the statute uses; 30 days are not a month", zh: "请按法条所用单位书写；三十日不等于一个月" },
    explanation: Text { en: "Days, months and years are counted in different ways: months end on the day of the same number, days may be working days. So the unit is written out.", zh: "日、月、年的计算方法不同：月按对应日届满，日可能是工作日。因此单位必须写明。" },
    example: Example::Program {
        wrong: ".decl served(id: symbol, day: date)\n.input served\n.decl end(id: symbol, day: date)\n.output end\n.policy compulsion_law { working_days: up_to 10 }\nend(d, deadline(compulsion_law, s, 3, \"month\")) :- served(d, s).\n",
        right: ".decl served(id: symbol, day: date)\n.input served\n.decl end(id: symbol, day: date)\n.output end\n.policy compulsion_law { working_days: up_to 10 }\nend(d, deadline(compulsion_law, s, 3, \"months\")) :- served(d, s).\n",
    },
};
