//! Which column of a table gives which column of the relation.

use diagnostics::{Diagnostic, catalogue, nearest};
use program::checked::ColumnSource;

use crate::read::Reading;
use crate::shorten;

/// For each mapped column of the relation the column of the table.
///
/// # Errors
/// Where the table has no such column, or several of one name.
pub(super) fn layout(reading: &Reading, table: &str, names: &[String]) -> Result<Vec<(usize, usize)>, Box<Diagnostic>> {
    let mut layout = Vec::new();
    for (position, (column, source)) in reading.mapped().enumerate() {
        let field = match source {
            Some(ColumnSource::Index(field)) => *field,
            Some(ColumnSource::Header(name)) => named(reading, table, names, column, name)?,
            _ => position,
        };
        if field >= names.len() {
            return Err(missing(reading, table, names, column, &field.to_string()));
        }
        layout.push((column, field));
    }
    Ok(layout)
}

fn named(
    reading: &Reading,
    table: &str,
    names: &[String],
    column: usize,
    name: &str,
) -> Result<usize, Box<Diagnostic>> {
    let mut fields = (0..names.len()).filter(|field| names[*field] == name);
    match (fields.next(), fields.next()) {
        (Some(field), None) => Ok(field),
        (Some(first), Some(second)) => {
            let fields = [first, second].into_iter().chain(fields).map(|field| field.to_string());
            let ambiguous = reading.error(&catalogue::AMBIGUOUS_HEADER).arg("name", shorten::for_message(name));
            let ambiguous = ambiguous.list("fields", fields.collect::<Vec<_>>());
            let count = names.iter().filter(|known| *known == name).count();
            Err(Box::new(ambiguous.arg("count", count).arg("column", &reading.relation.columns[column].name)))
        }
        (None, _) => Err(missing(reading, table, names, column, &format!("`{}`", shorten::for_message(name)))),
    }
}

fn missing(reading: &Reading, table: &str, names: &[String], column: usize, wanted: &str) -> Box<Diagnostic> {
    let near = nearest(wanted.trim_matches('`'), names.iter().map(String::as_str));
    let shown: Vec<String> = match near {
        Some(near) => vec![shorten::for_message(near)],
        None => names.iter().map(|name| shorten::for_message(name)).collect(),
    };
    let missing = reading.error(&catalogue::MISSING_TABLE_COLUMN).arg("table", table).arg("wanted", wanted);
    Box::new(missing.list("columns", shown).arg("column", &reading.relation.columns[column].name))
}
