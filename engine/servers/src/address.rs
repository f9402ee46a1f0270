//! Where a database is.

use std::fmt;
use std::path::PathBuf;

use diagnostics::{Diagnostic, Text, catalogue};
use percent_encoding::percent_decode_str;
use url::Url;

/// The address of a database: `postgres://user@host:port/database?password_env=NAME`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What kind of server it is.
    pub kind: Kind,
    /// Who logs in.
    pub user: String,
    /// The server's name or number.
    pub host: String,
    /// The server's port; the usual one of its kind unless it is given.
    pub port: u16,
    /// The database.
    pub database: String,
    /// Where its password is.
    pub password: PasswordFrom,
}

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PostgreSQL, and what speaks its protocol.
    PostgreSql,
    /// MySQL, MariaDB, and what speaks their protocol.
    MySql,
}

/// Where a password is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordFrom {
    /// There is none: the server lets the user in without.
    Nowhere,
    /// In this environment variable.
    Environment(String),
    /// In the first line of this file.
    File(PathBuf),
}

/// A password. It is never shown.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// This password.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// For the server alone.
    #[cfg_attr(not(feature = "drivers"), expect(dead_code, reason = "nobody is there to be told"))]
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

impl Address {
    /// Reads an address. `postgresql://`, `mariadb://` mean the same as `postgres://`, `mysql://`.
    ///
    /// # Errors
    /// A diagnostic where a part is missing, wrong, or more than an address should say. It shows no part of the text: somebody may have
    /// written a password there.
    pub fn parse(text: &str) -> Result<Self, Box<Diagnostic>> {
        read(text).map_err(|reason| {
            Box::new(Diagnostic::unplaced(&catalogue::BAD_CONNECTION_ADDRESS).words("reason", reason))
        })
    }
}

fn read(text: &str) -> Result<Address, Text> {
    let url = Url::parse(text).map_err(|_| NO_ADDRESS)?;
    let kind = match url.scheme() {
        "postgres" | "postgresql" => Kind::PostgreSql,
        "mysql" | "mariadb" => Kind::MySql,
        _ => return Err(NO_KIND),
    };
    if url.password().is_some() || url.path().contains('@') {
        return Err(HOLDS_PASSWORD);
    }
    let decoded = |part: &str| percent_decode_str(part).decode_utf8().map(String::from).map_err(|_| NO_ADDRESS);
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let database = decoded(url.path().strip_prefix('/').unwrap_or_default())?;
    let (user, host) = (decoded(url.username())?, decoded(host)?);
    if [&user, &host, &database].into_iter().any(String::is_empty) {
        return Err(LACKS_PART);
    }
    if [&user, &host, &database].into_iter().any(|part| part.contains(char::is_control)) || url.fragment().is_some() {
        return Err(NO_ADDRESS);
    }
    let usual = if kind == Kind::PostgreSql { 5432 } else { 3306 };
    Ok(Address { kind, user, host, port: url.port().unwrap_or(usual), database, password: password(&url)? })
}

fn password(url: &Url) -> Result<PasswordFrom, Text> {
    let mut password = PasswordFrom::Nowhere;
    for (key, value) in url.query_pairs() {
        if password != PasswordFrom::Nowhere || value.is_empty() {
            return Err(UNKNOWN_PARAMETER);
        }
        password = match &*key {
            "password_env" => PasswordFrom::Environment(value.into_owned()),
            "password_file" => PasswordFrom::File(PathBuf::from(value.into_owned())),
            "password" => return Err(HOLDS_PASSWORD),
            _ => return Err(UNKNOWN_PARAMETER),
        };
    }
    Ok(password)
}

const NO_ADDRESS: Text = Text { en: "it is no address", zh: "它不是地址" };
const NO_KIND: Text =
    Text { en: "only `postgres://` and `mysql://` are known", zh: "只支持 `postgres://` 和 `mysql://`" };
const HOLDS_PASSWORD: Text = Text {
    en: "it holds a password, which would stand in files and histories for everybody to read",
    zh: "其中写有密码，会留在文件和命令历史中，人人可见",
};
const LACKS_PART: Text =
    Text { en: "it lacks the user, the host or the database", zh: "缺少用户、主机或数据库" };
const UNKNOWN_PARAMETER: Text = Text {
    en: "only one of `password_env` and `password_file` may stand behind the `?`",
    zh: "`?` 之后只能写 `password_env` 或 `password_file` 中的一个",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str) -> Text {
        read(text).expect_err(text)
    }

    #[test]
    fn whole_addresses() {
        let land = Address::parse("postgres://reader@10.0.0.5/land?password_env=LAND").unwrap();
        assert_eq!((land.kind, land.port, &*land.user, &*land.database), (Kind::PostgreSql, 5432, "reader", "land"));
        assert_eq!((&*land.host, land.password), ("10.0.0.5", PasswordFrom::Environment("LAND".to_owned())));
        let other = Address::parse("mariadb://%E7%94%B2@[::1]:3307/土地?password_file=a/b.txt").unwrap();
        assert_eq!((other.kind, other.port, &*other.user, &*other.host), (Kind::MySql, 3307, "甲", "::1"));
        assert_eq!((&*other.database, other.password), ("土地", PasswordFrom::File(PathBuf::from("a/b.txt"))));
    }

    #[test]
    fn passwords_are_refused_and_never_shown() {
        for text in [
            "postgres://reader:s3cret@host/land",
            "postgres://reader@host/land?password=s3cret",
            "mysql://reader:1234/s3cret@host/land",
            "mysql://reader@host/s3cret@host/land",
        ] {
            assert_eq!(reason(text), HOLDS_PASSWORD, "{text}");
        }
        for text in
            ["postgres://reader:s3/cret@host/land", "s3cret", "postgres://u@h/d?s3cret", "postgres://u@h/d#s3cret"]
        {
            let told = Address::parse(text).expect_err(text);
            assert!(!format!("{told:?}{}", told.message(diagnostics::Lang::En)).contains("s3"), "{text}");
        }
        assert_eq!(format!("{:?}", Password::new("s3cret".to_owned())), "Password");
    }

    #[test]
    fn what_is_missing_or_too_much() {
        assert_eq!(reason("oracle://u@h/d"), NO_KIND);
        for text in ["postgres://host/land", "postgres://u@h", "postgres://u@h/", "postgres:///land"] {
            assert_eq!(reason(text), LACKS_PART, "{text}");
        }
        for text in [
            "postgres://u@h/d?sslmode=off",
            "mysql://u@h/d?password_env=",
            "mysql://u@h/d?password_env=A&password_file=B",
        ] {
            assert_eq!(reason(text), UNKNOWN_PARAMETER, "{text}");
        }
        assert_eq!(reason("postgres://u@h:port/d"), NO_ADDRESS);
    }
}
