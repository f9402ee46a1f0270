use crate::{Entry, Example, Severity, Text};

/// The password of a database is not where its address says.
pub static NO_PASSWORD: Entry = Entry {
    code: "SY0478",
    severity: Severity::Error,
    message: Text { en: "the password of the database `{file}` is not in {place}: {reason}", zh: "{place}中没有数据库 `{file}` 的密码：{reason}" },
    label: Text { en: "for the relation `{relation}`", zh: "用于关系 `{relation}`" },
    help: Text { en: "set the variable, or put the password into the first line of the file", zh: "请设置该环境变量，或把密码写入该文件的第一行" },
    explanation: Text { en: "A password is in the environment variable that `password_env` names, or in the first line of the file that `password_file` names; a file name in `syllogist.toml` begins at its folder.", zh: "密码取自 `password_env` 所指的环境变量，或 `password_file` 所指文件的第一行；`syllogist.toml` 中的文件名从其所在目录算起。" },
    example: Example::Shown { wrong: "syllogist run land.dl --connection land=postgres://reader@10.0.0.5/land?password_env=LAND_PASSWORD\n", right: "read -rs LAND_PASSWORD && export LAND_PASSWORD\nsyllogist run land.dl --connection land=postgres://reader@10.0.0.5/land?password_env=LAND_PASSWORD\n" },
};
