use crate::{Entry, Example, Severity, Text};

/// Between two versions of a norm there are days on which none is in force.
pub static GAP_BETWEEN_VERSIONS: Entry = Entry {
    code: "SY0249",
    severity: Severity::Warning,
    message: Text {
        en: "`{name}` is not in force between {to} and {from}",
        zh: "`{name}` 在 {to} 与 {from} 之间没有施行中的版本",
    },
    label: Text {
        en: "begins later than the day after the version before it",
        zh: "起始日晚于前一版本末日的次日",
    },
    help: Text {
        en: "check both days; if the law was really not in force between them, this is as it should be",
        zh: "请核对这两个日期；若其间确实没有施行，则无须改动",
    },
    explanation: Text {
        en: "A new version usually takes effect on the day after the last day of the old one. A gap is mostly a wrong date, and rules that ask for the norm in force on a day in it never apply.",
        zh: "新版本通常自旧版本末日的次日起施行。出现空档多半是日期有误，而要求当日有效的规则在空档内一律不适用。",
    },
    example: Example::Program {
        wrong: ".norm objection {\n    law: \"Procedure Act\"\n    version { article: \"232\" in_force: d\"2022-01-01\" .. d\"2023-11-30\" }\n    version { article: \"236\" in_force: d\"2024-01-01\" .. }\n}\n",
        right: ".norm objection {\n    law: \"Procedure Act\"\n    version { article: \"232\" in_force: d\"2022-01-01\" .. d\"2023-12-31\" }\n    version { article: \"236\" in_force: d\"2024-01-01\" .. }\n}\n",
    },
};
