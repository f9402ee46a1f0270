use crate::{Entry, Example, Severity, Text};

/// A relation is to be written to a server that is not PostgreSQL.
pub static NO_OUTPUT_SERVER: Entry = Entry {
    code: "SY0485",
    severity: Severity::Error,
    message: Text { en: "`{relation}` cannot be written to the database `{file}`: only tables of PostgreSQL are written", zh: "关系 `{relation}` 无法写入数据库 `{file}`：只支持写入 PostgreSQL 的表" },
    label: Text { en: "it is written here", zh: "在此写入" },
    help: Text { en: "write it to a file, e.g. `IO=excel`, or name a connection to a PostgreSQL server", zh: "请写入文件，例如 `IO=excel`，或指定 PostgreSQL 服务器的连接" },
    explanation: Text { en: "Tables are replaced all together or not at all. MySQL and MariaDB end a transaction whenever a table is made, so that this cannot be promised there.", zh: "各表要么全部更新，要么都不更新。MySQL 和 MariaDB 在建表时会结束事务，无法作此保证。" },
    example: Example::Shown { wrong: ".output clue(IO=database, connection=\"registry\")\n// registry=mysql://writer@db/registry\n", right: ".output clue(IO=excel)\n" },
};
