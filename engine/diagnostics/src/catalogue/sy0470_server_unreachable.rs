use crate::{Entry, Example, Severity, Text};

/// A database server does not answer.
pub static SERVER_UNREACHABLE: Entry = Entry {
    code: "SY0470",
    severity: Severity::Error,
    message: Text { en: "the database server of `{file}` cannot be reached at {host}, port {port}: {reason}", zh: "无法连接 `{file}` 的数据库服务器（主机 {host}，端口 {port}）：{reason}" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "check host and port in `[connections]` or `--connection`, and whether the server runs and this machine may reach it", zh: "请检查 `[connections]` 或 `--connection` 中的主机和端口，并确认服务器正在运行、本机可以访问" },
    explanation: Text { en: "A server has ten seconds to answer. Without it the program has no records to judge by, so nothing is derived.", zh: "服务器须在十秒内应答。没有它，程序就没有可据以判断的记录，因此不作任何推导。" },
    example: Example::Shown { wrong: "[connections]\nland = \"postgres://reader@10.0.0.5:5433/land\"   # nothing listens there\n", right: "[connections]\nland = \"postgres://reader@10.0.0.5:5432/land\"\n" },
};
