//! The names of a sheet's columns.

use sources::TableError;

use crate::rows::{Row, Rows};

/// The names that the rows from `first` to `last` (from 1) give to the columns, from the first column of the sheet to the last one with a name.
/// The different texts above each other are joined by `/`; where there is none, the name is empty.
pub(crate) fn names(mut rows: Rows<'_>, (first, last): (u32, u32)) -> Result<Vec<String>, TableError> {
    let mut names: Vec<Vec<String>> = Vec::new();
    let mut row = Row::new();
    while let Some(number) = rows.next(&mut row)? {
        if number >= last {
            break;
        }
        if number + 1 < first {
            continue;
        }
        for (column, cell) in &row {
            let column = *column as usize;
            if names.len() <= column {
                names.resize(column + 1, Vec::new());
            }
            let words = cell.words();
            if !words.is_empty() && !names[column].contains(&words) {
                names[column].push(words);
            }
        }
    }
    Ok(names.into_iter().map(|words| words.join("/")).collect())
}
