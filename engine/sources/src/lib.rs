//! Records in and out: what `.input` reads and `.output` writes. Text, JSON and SQLite have a folder each; [`Tables`] brings what others read: workbooks, Parquet files, database
//! servers.
//!
//! No row is lost in silence. For every source `read = facts + repeats + blank + rejected`; [`load`] asserts it, and
//! [`Records`] keeps for every fact the places of all records that gave it, and for every rejected row its reason.
//! Nothing is printed here; a file appears under its name only when [`Staged::commit`] moves it there.

mod composite;
mod convert;
mod digest;
mod find;
mod inspect;
mod json;
mod limits;
mod load;
mod read;
mod records;
mod rejects;
mod shorten;
mod sqlite;
mod staged;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub use composite::value_text;
pub use digest::Digest;
pub use inspect::{Inspected, Inspection, Packed, Remark, declaration, inspect};
pub use json::{write as write_json, write_lines as write_json_lines};
pub use load::{Options, load};
pub use records::{Loaded, Locator, Place, Records, Reject, SourceReport};
pub use rejects::write_rejects;
pub use sqlite::{Table, database_file, write as write_sqlite};
pub use staged::Staged;
pub use table::{
    CellFault, NoTables, RowPlace, RowUnit, Table as SourceTable, TableAt, TableCell, TableError, Tables, TakeRow,
};
pub use text::{Written, ambiguous_output, packed, unusable_delimiter, write_header, write_rows};
