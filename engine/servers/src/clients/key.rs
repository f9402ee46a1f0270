//! A row's primary key, for people.

use std::fmt::Write;

use sources::TableCell;

/// Writes the values of a key into `shown`, with `, ` between them.
pub(crate) fn show(shown: &mut String, key: &[TableCell<'_>]) {
    shown.clear();
    for (number, cell) in key.iter().enumerate() {
        if number > 0 {
            shown.push_str(", ");
        }
        let written = match cell {
            TableCell::Empty => Ok(()),
            TableCell::Integer(n) => write!(shown, "{n}"),
            TableCell::Float(x) => write!(shown, "{x}"),
            TableCell::Text(text) | TableCell::Fault(_, text) => shown.write_str(text),
        };
        written.expect("a text takes everything");
    }
}
