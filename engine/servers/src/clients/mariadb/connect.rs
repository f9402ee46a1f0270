//! The connection and its transaction.

use mysql::prelude::Queryable;
use mysql::{Conn, OptsBuilder};
use sources::TableError;

use super::error::{connecting, working};
use crate::address::{Address, Password};
use crate::clients::limits::{CONNECT_MAX, SILENCE_MAX};

/// A connection whose transaction sees one state of the tables, as far as their engines know transactions, and cannot change it.
///
/// # Errors
/// Where the server cannot be reached or does not let the user in.
pub(super) fn reading(address: &Address, password: Option<&Password>) -> Result<Conn, TableError> {
    let silence = Some(SILENCE_MAX.as_millis() as u32);
    let options = OptsBuilder::new()
        .ip_or_hostname(Some(&address.host))
        .tcp_port(address.port)
        .prefer_socket(false)
        .user(Some(&address.user))
        .pass(password.map(Password::reveal))
        .db_name(Some(&address.database))
        .tcp_connect_timeout(Some(CONNECT_MAX))
        .tcp_keepalive_time_ms(silence);
    let mut connection = Conn::new(options).map_err(|error| connecting(error, address))?;
    for statement in BEGIN {
        connection.query_drop(statement).map_err(|error| working(error, address, ""))?;
    }
    Ok(connection)
}

const BEGIN: [&str; 3] = [
    "SET NAMES utf8mb4",
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
    "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
];
