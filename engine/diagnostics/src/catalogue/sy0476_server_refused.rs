use crate::{Entry, Example, Severity, Text};

/// A database server refuses or ends a statement.
pub static SERVER_REFUSED: Entry = Entry {
    code: "SY0476",
    severity: Severity::Error,
    message: Text { en: "the database `{file}` refuses to give or take `{table}`: {reason}", zh: "数据库 `{file}` 拒绝读写 `{table}`：{reason}" },
    label: Text { en: "for the relation `{relation}`", zh: "用于关系 `{relation}`" },
    help: Text { en: "the server's own words say what it is about: a time limit, a value in `where` that the column's type does not have, a table that has other columns than the relation", zh: "服务器的说明指出了原因：例如超出时限，`where` 中的值不符合列的类型，或表的列与关系不同" },
    explanation: Text { en: "What a server refuses once it would refuse again, so it is not tried a second time. Nothing was taken over, and nothing was changed.", zh: "服务器拒绝过的操作再试也会被拒绝，因此不再重试。没有采用任何内容，也没有改动任何内容。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"deal\", where=\"price > many\")\n", right: ".input deal(IO=database, connection=\"land\", table=\"deal\", where=\"price > 100\")\n" },
};
