//! Records in and out as text files: what `.input` reads and `.output` writes.
//!
//! No row is lost in silence. For every source `read = facts + repeats + blank + rejected`; [`load`] asserts it, and
//! [`Records`] keeps for every fact the places of all records that gave it, and for every rejected row its reason.
//! Nothing is printed here; a file appears under its name only when [`Staged::commit`] moves it there.

mod limits;
mod load;
mod read;
mod records;
mod rejects;
mod shorten;
mod split;
mod staged;
#[cfg(test)]
mod tests;
mod write;

pub use load::{Options, load};
pub use records::{Loaded, Locator, Records, Reject, SourceReport};
pub use rejects::write_rejects;
pub use split::unusable_delimiter;
pub use staged::Staged;
pub use write::{Written, ambiguous_output, write_header, write_rows};
