use crate::{Entry, Example, Severity, Text};

/// A database server does not let a user in.
pub static LOGIN_REFUSED: Entry = Entry {
    code: "SY0471",
    severity: Severity::Error,
    message: Text { en: "the database server {host} of `{file}` does not let the user `{user}` in: {reason}", zh: "`{file}` 的数据库服务器 {host} 拒绝用户 `{user}` 登录：{reason}" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "check the user, and the password in the variable or file that the address names; a server that demands encryption (TLS) is reached through an encrypted tunnel", zh: "请检查用户名，以及地址所指的环境变量或文件中的密码；要求加密（TLS）的服务器须经加密隧道连接" },
    explanation: Text { en: "Passwords are taken from an environment variable (`password_env`) or a file (`password_file`), are sent to the server alone, and are never shown. Connections are not encrypted: a server that accepts only encrypted ones refuses them, with words about encryption, SSL or `pg_hba.conf`.", zh: "密码取自环境变量（`password_env`）或文件（`password_file`），只发给服务器，从不显示。连接不加密：只接受加密连接的服务器会拒绝登录，并提及加密、SSL 或 `pg_hba.conf`。" },
    example: Example::Shown { wrong: "[connections]\nland = \"postgres://reader@10.0.0.5/land\"\n", right: "[connections]\nland = \"postgres://reader@10.0.0.5/land?password_env=LAND_PASSWORD\"\n" },
};
