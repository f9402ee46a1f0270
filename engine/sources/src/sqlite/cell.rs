//! One value of a table.

use diagnostics::{Diagnostic, catalogue};
use rusqlite::types::ValueRef;
use values::{Primitive, Shapes, Value};

use crate::read::{CellError, read_value};

/// The value of this type. `NULL` is an empty cell; a number in a column of symbols is its digits.
pub(super) fn value(cell: ValueRef<'_>, primitive: Primitive, shapes: &Shapes) -> Result<Value, Unfit> {
    match (primitive, cell) {
        (Primitive::Number, ValueRef::Integer(n)) => Ok(Value::Number(n)),
        (Primitive::Float, ValueRef::Real(x)) => Ok(Value::Float(x)),
        _ => read_value(primitive, &text(cell)?, shapes).map_err(Unfit::Cell),
    }
}

/// Why a value does not fit its column.
#[derive(Debug, PartialEq)]
pub(super) enum Unfit {
    /// It is written as nothing of this type is.
    Cell(CellError),
    /// Bytes that are no text.
    Bytes,
    /// It is longer than this.
    TooLong(usize),
}

impl Unfit {
    /// The diagnostic; file, place, column and text are still to be named.
    pub(super) fn diagnostic(self, primitive: Primitive, shapes: &Shapes) -> Diagnostic {
        match self {
            Self::Cell(error) => error.diagnostic(primitive, shapes),
            Self::TooLong(limit) => Diagnostic::unplaced(&catalogue::CELL_TOO_LONG).arg("limit", limit),
            Self::Bytes => Diagnostic::unplaced(&catalogue::WRONG_KIND)
                .texts("found", "bytes that are no UTF-8 text".to_owned(), "非 UTF-8 文本的字节".to_owned())
                .texts("needed", "a text or a number".to_owned(), "文本或数字".to_owned()),
        }
    }
}

/// A cell as text; of a float the shortest digits that give it.
pub(super) fn text(cell: ValueRef<'_>) -> Result<String, Unfit> {
    match cell {
        ValueRef::Null => Ok(String::new()),
        ValueRef::Integer(n) => Ok(n.to_string()),
        ValueRef::Real(x) => Ok(format!("{x:?}")),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| Unfit::Bytes),
        ValueRef::Blob(_) => Err(Unfit::Bytes),
    }
}
