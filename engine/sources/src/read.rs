//! Reading one source: its text, its header, its rows, their cells.

mod cell;
mod gather;
mod header;
mod layout;
mod row;
mod source;
mod text;

pub(crate) use gather::Gathered;
pub(crate) use source::Reading;
pub(crate) use text::{Texts, with_reason};
