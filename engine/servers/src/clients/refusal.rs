//! What a server says when it does not do what it is asked to.

use diagnostics::{Diagnostic, Text, catalogue, nearest};
use program::checked::DatabaseTable;
use sources::TableError;

use crate::address::Address;
use crate::clients::sql::shown_table;

/// The server cannot be reached.
pub(crate) fn unreachable(address: &Address, reason: impl ToString) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::SERVER_UNREACHABLE).arg("host", &address.host);
    told.arg("port", address.port).arg("reason", reason).into()
}

/// The server does not let the user in.
pub(crate) fn login_refused(address: &Address, reason: impl ToString) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::LOGIN_REFUSED).arg("host", &address.host);
    told.arg("user", &address.user).arg("reason", reason).into()
}

/// The server has no such database.
pub(crate) fn no_database(address: &Address) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::NO_SUCH_DATABASE).arg("host", &address.host);
    told.arg("port", address.port).arg("database", &address.database).into()
}

/// The database has no such table, or shows it to others only. `known`: those that it shows.
pub(crate) fn no_table(table: &DatabaseTable, known: &[String]) -> TableError {
    let wanted = shown_table(table);
    let bare = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let last = bare(&wanted);
    let near = nearest(&wanted, known.iter().map(String::as_str));
    let elsewhere = known.iter().filter(|name| bare(name) == last).map(String::as_str);
    let mut shown: Vec<&str> = near.into_iter().chain(elsewhere).collect();
    shown.dedup();
    if shown.is_empty() {
        shown = known.iter().take(SHOWN_MAX).map(String::as_str).collect();
    }
    Diagnostic::unplaced(&catalogue::NO_SERVER_TABLE).arg("table", wanted).list("tables", shown).into()
}

/// Tables that a message names where none has a similar name.
const SHOWN_MAX: usize = 20;

/// The user may not read the table.
pub(crate) fn not_readable(address: &Address, table: &str, reason: impl ToString) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::TABLE_NOT_PERMITTED).arg("user", &address.user);
    told.arg("table", table).arg("reason", reason).into()
}

/// The server ended or refused the work, and would do so again.
pub(crate) fn refused(table: &str, reason: impl ToString) -> TableError {
    Diagnostic::unplaced(&catalogue::SERVER_REFUSED).arg("table", table).arg("reason", reason).into()
}

/// The connection broke.
pub(crate) fn lost(address: &Address, reason: impl ToString) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::CONNECTION_LOST).arg("host", &address.host);
    TableError::Lost(Box::new(told.arg("port", address.port).arg("reason", reason)))
}

/// A table was emptied or written anew while its transaction had begun, but not read it.
pub(crate) fn rewritten(table: &str) -> TableError {
    TableError::Lost(Box::new(Diagnostic::unplaced(&catalogue::TABLE_REWRITTEN).arg("table", table)))
}

/// Only PostgreSQL's tables are written.
pub(crate) fn no_output_server() -> TableError {
    Diagnostic::unplaced(&catalogue::NO_OUTPUT_SERVER).into()
}

/// A table that is to take facts has not the columns `wanted`, each with its type, but those `found`.
pub(crate) fn other_columns(table: &str, found: &[(&str, &str)], wanted: &[(&str, &str)]) -> TableError {
    let told = Diagnostic::unplaced(&catalogue::OUTPUT_COLUMNS_DIFFER).arg("table", table);
    let only = |told: Diagnostic, name, these: &[(&str, &str)], others: &[(&str, &str)]| {
        let columns = these.iter().filter(|column| !others.contains(column));
        let columns: Vec<String> = columns.map(|(name, its_type)| format!("{name} {its_type}")).collect();
        if columns.is_empty() { told.words(name, NONE) } else { told.list(name, columns) }
    };
    let told = only(told, "missing", wanted, found);
    only(told, "surplus", found, wanted).into()
}

const NONE: Text = Text { en: "none", zh: "无" };

/// A condition names a column that the table does not have.
pub(crate) fn no_filter_column(table: &DatabaseTable, column: &str, columns: &[String]) -> TableError {
    let reason = Text { en: "the table has no such column", zh: "表中没有此列" };
    let near = match nearest(column, columns.iter().map(String::as_str)) {
        Some(near) => vec![near],
        None => columns.iter().map(String::as_str).collect(),
    };
    unusable_filter(table, column).words("reason", reason).list("columns", near).into()
}

/// A condition compares a column with what its type has no value for.
pub(crate) fn no_filter_value(table: &DatabaseTable, column: &str) -> TableError {
    let reason = Text { en: "its type has no such value", zh: "其类型没有这样的值" };
    unusable_filter(table, column).words("reason", reason).list("columns", [column]).into()
}

fn unusable_filter(table: &DatabaseTable, column: &str) -> Diagnostic {
    let told = Diagnostic::unplaced(&catalogue::UNUSABLE_FILTER).arg("table", shown_table(table));
    told.arg("column", column)
}
