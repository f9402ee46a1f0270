use crate::{Entry, Example, Severity, Text};

/// A server has no database of this name.
pub static NO_SUCH_DATABASE: Entry = Entry {
    code: "SY0472",
    severity: Severity::Error,
    message: Text { en: "the server at {host}, port {port} has no database `{database}`", zh: "服务器（主机 {host}，端口 {port}）没有数据库 `{database}`" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "correct the address of `{file}`: the database stands behind the last `/`", zh: "请更正 `{file}` 的地址：数据库名写在最后一个 `/` 之后" },
    explanation: Text { en: "An address names one database of a server. MySQL says the same where the user has no right to it.", zh: "地址指明服务器上的一个数据库。用户没有访问权时，MySQL 也可能这样回答。" },
    example: Example::Shown { wrong: "[connections]\nland = \"postgres://reader@10.0.0.5/lnad\"\n", right: "[connections]\nland = \"postgres://reader@10.0.0.5/land\"\n" },
};
