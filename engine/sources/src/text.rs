//! Lines of fields: plain ones, and those of RFC 4180.

mod chunks;
mod cut;
mod header;
mod layout;
mod parse;
mod row;
mod source;
mod split;
mod wave;
mod write;

pub(crate) use source::TextReading;
pub use split::unusable_delimiter;
pub(crate) use wave::Wave;
pub use write::{Written, ambiguous_output, packed, write_header, write_rows};
