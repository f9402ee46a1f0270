//! What PostgreSQL's errors mean (its documentation, appendix A: error codes).

use std::error::Error as _;
use std::io;

use postgres::Error;
use sources::TableError;

use crate::address::Address;
use crate::clients::refusal::{login_refused, lost, no_database, not_readable, refused, unreachable};

/// An error while nobody was connected.
pub(super) fn connecting(error: Error, address: &Address) -> TableError {
    let Some(told) = error.as_db_error() else {
        let cause = error.source();
        let is_network = cause.is_none_or(|cause| cause.is::<io::Error>());
        let reason = cause.map_or_else(|| error.to_string(), ToString::to_string);
        return if is_network { unreachable(address, reason) } else { login_refused(address, reason) };
    };
    match told.code().code() {
        "3D000" => no_database(address),
        code if code.starts_with("28") || code == "42501" => login_refused(address, told.message()),
        _ => unreachable(address, told.message()),
    }
}

/// An error while somebody worked on `table`.
pub(super) fn working(error: Error, address: &Address, table: &str) -> TableError {
    let Some(told) = error.as_db_error() else {
        let reason = error.source().map_or_else(|| error.to_string(), ToString::to_string);
        return lost(address, reason);
    };
    let reason = told.message();
    match told.code().code() {
        "42501" => not_readable(address, table, reason),
        // The server is shut down, ends idle connections, or has taken away what the transaction still wanted to see.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "40001" | "72000" => lost(address, reason),
        code if code.starts_with("08") => lost(address, reason),
        _ => refused(table, reason),
    }
}

/// The same for an error that came through a reader or writer.
pub(super) fn copying(error: io::Error, address: &Address, table: &str) -> TableError {
    let reason = error.to_string();
    match error.into_inner().map(|inner| inner.downcast::<Error>()) {
        Some(Ok(error)) => working(*error, address, table),
        _ => lost(address, reason),
    }
}
