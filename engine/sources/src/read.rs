//! What the readers of all formats share: opening a source, values of cells, the facts of a relation.

mod cell;
mod gather;
pub(crate) mod magic;
mod open;
mod reading;
mod repeats;
mod unpack;

pub(crate) use cell::{Cell, CellError, read as read_cell, type_name, value as read_value};
pub(crate) use gather::{Batch, Gathered};
pub(crate) use open::{Failure, Opened, Texts, damaged, open_file, with_reason};
pub(crate) use reading::{Into, Reading, constants, conversions};
pub(crate) use unpack::{Damage, unpacked};
