use crate::{Entry, Example, Severity, Text};

/// Nobody says where a database is.
pub static UNKNOWN_CONNECTION: Entry = Entry {
    code: "SY0416",
    severity: Severity::Error,
    message: Text { en: "nobody says where the database `{name}` is", zh: "没有说明数据库 `{name}` 在何处" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "say so in `syllogist.toml` under `[connections]`, or with `--connection {name}=postgres://user@host/database`; known: {known}", zh: "请在 `syllogist.toml` 的 `[connections]` 中说明，或用 `--connection {name}=postgres://user@host/database`；已知：{known}" },
    explanation: Text { en: "A rule program names its databases; the addresses belong to the place where it runs. Passwords stand in neither, see `password_env` and `password_file`.", zh: "规则程序只写数据库的名称，地址属于运行环境。密码两处都不写，见 `password_env` 与 `password_file`。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"deal\")\n", right: "[connections]\nland = \"postgres://reader@10.0.0.5/land?password_env=LAND_PASSWORD\"\n" },
};
