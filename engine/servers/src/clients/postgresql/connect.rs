//! The connection and its transaction.

use postgres::config::SslMode;
use postgres::{Client, Config, NoTls};
use sources::TableError;

use super::error::{connecting, working};
use crate::address::{Address, Password};
use crate::clients::limits::{CONNECT_MAX, SILENCE_MAX};

/// How values are written, so that they do not depend on what the server or the user has set; `search_path` and the time zone are theirs.
const FORMS: &str = "SET client_encoding = 'UTF8'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; \
    SET extra_float_digits = 3; SET bytea_output = 'hex'; SET standard_conforming_strings = on;";

/// A connection whose transaction sees one state of the database and cannot change it.
///
/// # Errors
/// Where the server cannot be reached or does not let the user in.
pub(super) fn reading(address: &Address, password: Option<&Password>) -> Result<Client, TableError> {
    let mut client = connect(address, password)?;
    let begun = client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    begun.map_err(|error| working(error, address, ""))?;
    Ok(client)
}

/// A connection without a transaction.
pub(super) fn connect(address: &Address, password: Option<&Password>) -> Result<Client, TableError> {
    let mut config = Config::new();
    config.host(&address.host).port(address.port).user(&address.user).dbname(&address.database);
    config.ssl_mode(SslMode::Disable).connect_timeout(CONNECT_MAX).application_name("syllogist");
    config.keepalives_idle(SILENCE_MAX).tcp_user_timeout(2 * SILENCE_MAX).notice_callback(|_| ());
    if let Some(password) = password {
        config.password(password.reveal());
    }
    let mut client = config.connect(NoTls).map_err(|error| connecting(error, address))?;
    client.batch_execute(FORMS).map_err(|error| working(error, address, ""))?;
    Ok(client)
}
