//! Reading one source: its text, its header, its rows, their cells.

mod cell;
mod chunks;
mod cut;
mod gather;
mod header;
mod layout;
mod parse;
mod repeats;
mod row;
mod source;
mod text;
mod wave;

pub(crate) use chunks::Chunk;
pub(crate) use gather::Gathered;
pub(crate) use source::{Into, Reading};
pub(crate) use text::{Texts, with_reason};
pub(crate) use wave::Wave;
