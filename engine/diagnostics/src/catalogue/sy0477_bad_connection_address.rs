use crate::{Entry, Example, Severity, Text};

/// The address of a database is not usable.
pub static BAD_CONNECTION_ADDRESS: Entry = Entry {
    code: "SY0477",
    severity: Severity::Error,
    message: Text { en: "the address of the database `{file}` cannot be used: {reason}", zh: "数据库 `{file}` 的地址不可用：{reason}" },
    label: Text { en: "for the relation `{relation}`", zh: "用于关系 `{relation}`" },
    help: Text { en: "write `postgres://user@host:port/database?password_env=NAME` or `mysql://..`; special characters as `%` and two digits", zh: "请写作 `postgres://用户@主机:端口/数据库?password_env=变量名` 或 `mysql://..`；特殊字符写成 `%` 加两位十六进制数字" },
    explanation: Text { en: "Addresses stand in project files and on command lines, which others read and which are kept. So a password does not belong there: the address only says in which environment variable or file it is. The address is not repeated here, in case one was written there.", zh: "地址写在项目文件或命令行中，他人可见，也会留存，因此不应写密码：地址只说明密码在哪个环境变量或文件中。此处不重复该地址，以防其中写有密码。" },
    example: Example::Shown { wrong: "[connections]\nland = \"postgres://reader:secret@10.0.0.5/land\"\n", right: "[connections]\nland = \"postgres://reader@10.0.0.5/land?password_env=LAND_PASSWORD\"\n" },
};
