use crate::{Entry, Example, Severity, Text};

/// A database has no table or view of this name.
pub static MISSING_TABLE: Entry = Entry {
    code: "SY0451",
    severity: Severity::Error,
    message: Text {
        en: "the database `{file}` has no table or view `{table}`",
        zh: "数据库 `{file}` 没有表或视图 `{table}`",
    },
    label: Text {
        en: "relation `{relation}` reads it here",
        zh: "关系 `{relation}` 在此读取",
    },
    help: Text {
        en: "give the table's name with `name=\"..\"`; the database has {tables}",
        zh: "请用 `name=\"..\"` 写明表名；数据库中有：{tables}",
    },
    explanation: Text {
        en: "A relation is filled from the table or view that has its name, or the one that the parameter `name` names.",
        zh: "关系取自与其同名的表或视图，或参数 `name` 所指的表或视图。",
    },
    example: Example::Shown {
        wrong: ".input lease(IO=sqlite, filename=\"court.sqlite\")\n",
        right: ".input lease(IO=sqlite, filename=\"court.sqlite\", name=\"t_lease\")\n",
    },
};
