//! Records in and out: what `.input` reads and `.output` writes. Text, JSON and SQLite have a folder each.
//!
//! No row is lost in silence. For every source `read = facts + repeats + blank + rejected`; [`load`] asserts it, and
//! [`Records`] keeps for every fact the places of all records that gave it, and for every rejected row its reason.
//! Nothing is printed here; a file appears under its name only when [`Staged::commit`] moves it there.

mod composite;
mod json;
mod limits;
mod load;
mod read;
mod records;
mod rejects;
mod shorten;
mod sqlite;
mod staged;
#[cfg(test)]
mod tests;
mod text;

pub use json::write as write_json;
pub use load::{Options, load};
pub use records::{Loaded, Locator, Place, Records, Reject, SourceReport};
pub use rejects::write_rejects;
pub use sqlite::{Table, database_file, write as write_sqlite};
pub use staged::Staged;
pub use text::{Written, ambiguous_output, packed, unusable_delimiter, write_header, write_rows};
