use crate::{Entry, Example, Severity, Text};

/// A file cannot be read as an SQLite database.
pub static BAD_DATABASE: Entry = Entry {
    code: "SY0450",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` cannot be read as an SQLite database: {reason}",
        zh: "记录文件 `{file}` 无法作为 SQLite 数据库读取：{reason}",
    },
    label: Text {
        en: "relation `{relation}` reads it here",
        zh: "关系 `{relation}` 在此读取",
    },
    help: Text {
        en: "name an SQLite database that is whole; `PRAGMA integrity_check` tests it",
        zh: "请指明完整的 SQLite 数据库；可用 `PRAGMA integrity_check` 检验",
    },
    explanation: Text {
        en: "The database is opened for reading only and nothing in it is changed. A table that cannot be read to its end gives no facts \
             at all.",
        zh: "数据库只以只读方式打开，其中内容不作任何改动。不能读到末尾的表不会产生任何事实。",
    },
    example: Example::Shown {
        wrong: ".input lease(IO=sqlite, filename=\"lease.csv\")\n",
        right: ".input lease(IO=sqlite, filename=\"lease.sqlite\")\n",
    },
};
