//! One cell of a table: from what it holds to a value.

use std::borrow::Cow;

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Primitive, Shapes, Value};

use super::{CellFault, TableCell};
use crate::read::{CellError, Reading, read_value};

/// The value for a column of the relation. An empty cell is an empty text; a number in a column of symbols is its digits.
pub(super) fn value(reading: &Reading, column: usize, cell: TableCell<'_>) -> Result<Value, Unfit> {
    let primitive = reading.relation.columns[column].primitive;
    let limit = reading.limits.cell_bytes;
    match (primitive, cell) {
        (_, TableCell::Text(text)) if text.len() > limit => return Err(Unfit::TooLong(limit)),
        (Primitive::Number, TableCell::Integer(n)) if !reading.is_converted(column) => return Ok(Value::Number(n)),
        (Primitive::Float, TableCell::Float(x)) if !reading.is_converted(column) => return Ok(Value::Float(x)),
        (_, TableCell::Fault(fault, _)) => return Err(Unfit::Fault(fault)),
        _ => {}
    }
    let text = text(cell);
    let text = reading.converted(column, &text).map_err(Unfit::Cell)?;
    if reading.is_anonymous(column, &text) {
        return Err(Unfit::Cell(CellError::Anonymous));
    }
    read_value(primitive, &text, reading.shapes).map_err(Unfit::Cell)
}

/// A cell as text; of a float the shortest digits that give it.
pub(crate) fn text(cell: TableCell<'_>) -> Cow<'_, str> {
    match cell {
        TableCell::Empty => Cow::Borrowed(""),
        TableCell::Integer(n) => Cow::Owned(n.to_string()),
        TableCell::Float(x) => Cow::Owned(format!("{x:?}")),
        TableCell::Text(text) | TableCell::Fault(_, text) => Cow::Borrowed(text),
    }
}

/// Whether nothing is in it.
pub(crate) fn is_blank(cell: TableCell<'_>) -> bool {
    matches!(cell, TableCell::Empty | TableCell::Text(""))
}

/// Why a cell does not fit its column.
#[derive(Debug, PartialEq)]
pub(super) enum Unfit {
    /// It is written as nothing of this type is.
    Cell(CellError),
    /// It is no value at all.
    Fault(CellFault),
    /// It is longer than this.
    TooLong(usize),
}

impl Unfit {
    /// The diagnostic; file, place, column and text are still to be named.
    pub(super) fn diagnostic(self, primitive: Primitive, shapes: &Shapes) -> Diagnostic {
        let fault = match self {
            Self::Cell(error) => return error.diagnostic(primitive, shapes),
            Self::TooLong(limit) => return Diagnostic::unplaced(&catalogue::CELL_TOO_LONG).arg("limit", limit),
            Self::Fault(fault) => fault,
        };
        match fault {
            CellFault::Bytes => Diagnostic::unplaced(&catalogue::WRONG_KIND)
                .words("found", Text { en: "bytes that are no UTF-8 text", zh: "非 UTF-8 文本的字节" })
                .words("needed", Text { en: "a text or a number", zh: "文本或数字" }),
            CellFault::Formula => Diagnostic::unplaced(&catalogue::FAILED_FORMULA),
            CellFault::LostDigits => Diagnostic::unplaced(&catalogue::LOST_DIGITS),
        }
    }
}
