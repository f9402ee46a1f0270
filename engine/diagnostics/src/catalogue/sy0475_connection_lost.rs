use crate::{Entry, Example, Severity, Text};

/// The connection to a database server broke.
pub static CONNECTION_LOST: Entry = Entry {
    code: "SY0475",
    severity: Severity::Error,
    message: Text { en: "the connection to the database `{file}` ({host}, port {port}) broke: {reason}", zh: "与数据库 `{file}`（主机 {host}，端口 {port}）的连接中断：{reason}" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "run it again once the server is steady; if the server ends long statements or idle connections, ask for a longer time", zh: "待服务器稳定后重新运行；如果服务器会终止长语句或空闲连接，请申请更长的时限" },
    explanation: Text { en: "Everything was read twice from the beginning, where standard input allows it, and the connection broke again. Part of a table is never taken for all of it: no facts were taken over.", zh: "已从头读取两次（使用标准输入时除外），连接仍然中断。表的一部分绝不会被当作全部：没有采用任何事实。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"deal\")\n// while the server is being restarted\n", right: ".input deal(IO=database, connection=\"land\", table=\"deal\")\n// when it runs again\n" },
};
