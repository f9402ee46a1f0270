//! What the errors of MySQL and MariaDB mean (MySQL's documentation, server error message reference).

use mysql::{DriverError, Error};
use sources::TableError;

use crate::address::Address;
use crate::clients::refusal::{login_refused, lost, no_database, not_readable, refused, unreachable};

/// An error while nobody was connected.
pub(super) fn connecting(error: Error, address: &Address) -> TableError {
    match error {
        Error::MySqlError(told) => match told.code {
            1049 | 1044 => no_database(address),
            // Wrong password, a method of login or encryption that the server insists on, a locked account, an expired password.
            1045 | 1251 | 1524 | 1698 | 2061 | 3118 | 3159 | 4151 | 1820 | 1862 => login_refused(address, told.message),
            _ => unreachable(address, told.message),
        },
        Error::DriverError(
            error @ (DriverError::UnknownAuthPlugin(_)
            | DriverError::OldMysqlPasswordDisabled
            | DriverError::CleartextPluginDisabled
            | DriverError::TlsNotSupported),
        ) => login_refused(address, error),
        Error::DriverError(DriverError::CouldNotConnect(Some((_, reason, _)))) => unreachable(address, reason),
        Error::IoError(reason) => unreachable(address, reason),
        other => unreachable(address, other),
    }
}

/// An error while somebody worked on `table`.
pub(super) fn working(error: Error, address: &Address, table: &str) -> TableError {
    let Error::MySqlError(told) = error else {
        return match error {
            Error::IoError(reason) => lost(address, reason),
            other => lost(address, other),
        };
    };
    match told.code {
        1142 | 1143 | 1370 => not_readable(address, table, told.message),
        // Shut down, the connection killed or idle for too long, the table changed since the transaction began.
        1053 | 1077 | 1080 | 1152..=1161 | 1205 | 1213 | 1412 | 1927 | 4031 => lost(address, told.message),
        _ => refused(table, told.message),
    }
}
