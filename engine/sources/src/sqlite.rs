//! SQLite: tables and views as records, relations as tables.

mod address;
mod read;
mod write;

pub use address::database_file;
pub(crate) use address::is_address;
pub(crate) use read::{SqliteTable, tables_of};
pub use write::{Table, write};

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
