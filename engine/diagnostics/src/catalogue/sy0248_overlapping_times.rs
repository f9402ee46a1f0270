use crate::{Entry, Example, Severity, Text};

/// Two versions of a norm, or two values of a parameter for the same keys, are for the same day.
pub static OVERLAPPING_TIMES: Entry = Entry {
    code: "SY0248",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` has two versions or values for the same day",
        zh: "`{name}` 在同一日有两个版本或取值",
    },
    label: Text {
        en: "this one begins too early or is given twice",
        zh: "此处起始过早，或重复给出",
    },
    help: Text {
        en: "let the earlier one end on the day before the later one begins",
        zh: "请让前者止于后者起始日的前一日",
    },
    explanation: Text {
        en: "On one day one version of an article is in force, and one threshold applies for a place. With two of them the result would depend on which is found first.",
        zh: "同一日只有一个版本有效，同一地区只适用一个标准。若有两个，结论就取决于先找到哪一个。",
    },
    example: Example::Program {
        wrong: ".param large(region: symbol) : decimal {\n    (\"A\", d\"2013-01-01\" .. d\"2019-12-31\", 2000m)\n    (\"A\", d\"2019-12-31\" .., 3000m)\n}\n",
        right: ".param large(region: symbol) : decimal {\n    (\"A\", d\"2013-01-01\" .. d\"2019-12-31\", 2000m)\n    (\"A\", d\"2020-01-01\" .., 3000m)\n}\n",
    },
};
