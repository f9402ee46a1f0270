//! One value that is no record and no branch.

use diagnostics::{Diagnostic, catalogue};
use serde_json::value::RawValue;
use values::{Primitive, Shapes, Value};

use super::fields::Kind;
use crate::read::{CellError, Reading, read_value};

/// Why a JSON value is no value of its type.
pub(super) enum Unfit {
    /// It is written as nothing of this type is.
    Cell(CellError, Primitive),
    /// It is of another kind.
    Kind { found: [String; 2], needed: [String; 2] },
}

impl Unfit {
    /// A value of another kind than is needed.
    pub(super) fn kind(found: &RawValue, needed: [&str; 2]) -> Unfit {
        Unfit::Kind { found: Kind::of(found).words().map(str::to_owned), needed: needed.map(str::to_owned) }
    }

    /// The diagnostic; file, place, column and text are still to be named.
    pub(super) fn diagnostic(self, shapes: &Shapes) -> Diagnostic {
        match self {
            Unfit::Cell(error, primitive) => error.diagnostic(primitive, shapes),
            Unfit::Kind { found, needed } => {
                let ([found, zh_found], [needed, zh_needed]) = (found, needed);
                let diagnostic = Diagnostic::unplaced(&catalogue::WRONG_KIND);
                diagnostic.texts("found", found, zh_found).texts("needed", needed, zh_needed)
            }
        }
    }
}

/// The text of `value`: of a text what it says, of a number its digits, of `null` nothing.
pub(super) fn text(value: &RawValue, primitive: Primitive) -> Result<String, Unfit> {
    let only_text = matches!(primitive, Primitive::Symbol | Primitive::Date);
    match Kind::of(value) {
        Kind::Null => Ok(String::new()),
        Kind::Number if !only_text => Ok(value.get().to_owned()),
        Kind::Text => serde_json::from_str(value.get()).map_err(|_| Unfit::Kind {
            found: ["a text that is not Unicode".to_owned(), "非 Unicode 文本".to_owned()],
            needed: ["a text".to_owned(), "文本".to_owned()],
        }),
        _ if only_text => Err(Unfit::kind(value, Kind::Text.words())),
        _ => Err(Unfit::kind(value, Kind::Number.words())),
    }
}

/// The value of this type.
pub(super) fn scalar(value: &RawValue, primitive: Primitive, shapes: &Shapes) -> Result<Value, Unfit> {
    let text = text(value, primitive)?;
    read_value(primitive, &text, shapes).map_err(|error| Unfit::Cell(error, primitive))
}

/// The value for a column whose cells are converted: what is converted is a text, the digits of a number, or `true` and `false`.
pub(super) fn converted(value: &RawValue, reading: &Reading, column: usize) -> Result<Value, Unfit> {
    let text = match Kind::of(value) {
        Kind::Number | Kind::Truth => value.get().to_owned(),
        _ => text(value, Primitive::Symbol)?,
    };
    let primitive = reading.relation.columns[column].primitive;
    let text = reading.converted(column, &text);
    let read = text.and_then(|text| read_value(primitive, &text, reading.shapes));
    read.map_err(|error| Unfit::Cell(error, primitive))
}
