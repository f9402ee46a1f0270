use crate::{Entry, Example, Severity, Text};

/// A database server shows no table of this name.
pub static NO_SERVER_TABLE: Entry = Entry {
    code: "SY0473",
    severity: Severity::Error,
    message: Text { en: "the database `{file}` shows no table or view `{table}`", zh: "数据库 `{file}` 中看不到表或视图 `{table}`" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "correct `table=\"..\"`; there is {tables}", zh: "请更正 `table=\"..\"`；已有：{tables}" },
    explanation: Text { en: "Names are taken letter by letter, as they stand: `Deal` is not `deal`. A schema stands before a dot, `public.deal`; a name with a dot in it stands between backquotes. Some servers hide tables from users who have no right to them.", zh: "名称逐字照录，`Deal` 不是 `deal`。模式名写在点号之前，如 `public.deal`；本身含点号的名称写在反引号内。有些服务器会对没有权限的用户隐藏表。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"Deal\")\n", right: ".input deal(IO=database, connection=\"land\", table=\"deal\")\n" },
};
