use crate::{Entry, Example, Severity, Text};

/// A user may not read or write a table.
pub static TABLE_NOT_PERMITTED: Entry = Entry {
    code: "SY0474",
    severity: Severity::Error,
    message: Text { en: "the user `{user}` of the database `{file}` has no right to `{table}`: {reason}", zh: "数据库 `{file}` 的用户 `{user}` 无权访问 `{table}`：{reason}" },
    label: Text { en: "for the relation `{relation}`", zh: "用于关系 `{relation}`" },
    help: Text { en: "ask for the right, e.g. `GRANT SELECT ON {table} TO {user}`", zh: "请申请权限，例如 `GRANT SELECT ON {table} TO {user}`" },
    explanation: Text { en: "To read a table, a user needs the right to select its mapped columns, those of its primary key, and those that `where` compares; nothing more.", zh: "读取表需要查询权限，范围为所映射的列、主键列以及 `where` 比较的列，此外不需要其他权限。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"deal\")\n// the user may connect, but not read `deal`\n", right: "-- by somebody who may\nGRANT SELECT ON deal TO reader\n" },
};
