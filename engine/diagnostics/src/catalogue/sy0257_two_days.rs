use crate::{Entry, Example, Severity, Text};

/// A `.complete` names two columns of dates.
pub static TWO_DAYS: Entry = Entry {
    code: "SY0257",
    severity: Severity::Error,
    message: Text {
        en: "`{first}` and `{second}` are both dates; completeness of `{name}` is declared by one day",
        zh: "`{first}` 和 `{second}` 都是日期；`{name}` 的完整性只能按一个日期列声明",
    },
    label: Text {
        en: "the second day",
        zh: "第二个日期列",
    },
    help: Text {
        en: "name the column of the day that decides whether a record belongs to the period, and leave out the other",
        zh: "请保留决定记录属于哪一期间的日期列，去掉另一列",
    },
    explanation: Text {
        en: "A declaration gives one period, from a first to a last day. It covers the records whose day lies in it, so it must be clear which of their days is meant.",
        zh: "每条声明只给出一个期间，从首日到末日，覆盖日期落在其中的记录，因此必须明确以哪个日期为准。",
    },
    example: Example::Program {
        wrong: ".decl filed(case: symbol, district: symbol, day: date, other: date)\n.input filed\n.output filed\n.complete filed by (district, day, other) from \"complete.csv\"\n",
        right: ".decl filed(case: symbol, district: symbol, day: date, other: date)\n.input filed\n.output filed\n.complete filed by (district, day) from \"complete.csv\"\n",
    },
};
