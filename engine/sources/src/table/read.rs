//! A table from its first row to its last.

use std::ops::ControlFlow;

use diagnostics::{Diagnostic, catalogue};
use values::{Primitive, Value};

use super::cell::{Unfit, is_blank, text, value};
use super::layout::layout;
use super::{RowPlace, Table, TableCell, TableError};
use crate::digest::RowDigest;
use crate::read::{CellError, Failure, Into, Reading};
use crate::records::Counted;
use crate::{Locator, Reject, shorten};

/// Reads `table`, called `name` in messages, to its end. The rows are digested where their source has no bytes of its own.
///
/// # Errors
/// Where a column is missing, a row cannot be read because of damage, or the relation gets too large.
pub(crate) fn read(
    reading: &Reading,
    table: &mut dyn Table,
    name: &str,
    mut into: Into,
    mut digest: Option<&mut RowDigest>,
) -> Result<(), Failure> {
    let layout = layout(reading, name, table.columns())?;
    into.reports[reading.source as usize].counted = Counted::of(table.unit());
    let (columns, wanted): (Vec<usize>, Vec<usize>) = layout.into_iter().unzip();
    let mut stopped = None;
    let mut take = |place: RowPlace<'_>, cells: &[TableCell<'_>]| {
        if let Some(digest) = digest.as_deref_mut() {
            digest.add(place, cells.iter().map(|cell| text(*cell)));
        }
        match row(reading, &columns, place, cells, &mut into) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Some(error);
                ControlFlow::Break(())
            }
        }
    };
    let read = table.read(&wanted, &mut take);
    match (stopped, read) {
        (Some(error), _) => Err(Failure::Told(error)),
        (None, read) => read.map_err(Failure::from),
    }
}

/// Takes one row.
fn row(
    reading: &Reading,
    columns: &[usize],
    place: RowPlace<'_>,
    cells: &[TableCell<'_>],
    into: &mut Into<'_>,
) -> Result<(), Box<Diagnostic>> {
    let row = into.count(reading)?;
    let report = &mut into.reports[reading.source as usize];
    report.note_place(row, place);
    if is_empty(reading, cells) {
        into.pass_over(reading);
        return Ok(());
    }
    let number = report.number(row);
    match record(reading, columns, number, cells) {
        Ok(Some(values)) => into.take(reading, row, &values)?,
        Ok(None) => into.pass_over(reading),
        Err(bad) => {
            let place = into.reports[reading.source as usize].place(row).words();
            into.reject(reading, || bad.describe(reading, reading.at(row), place));
        }
    }
    Ok(())
}

/// A row of a sheet without any content is as little a record as an empty line.
fn is_empty(reading: &Reading, cells: &[TableCell<'_>]) -> bool {
    let is_sheet = matches!(reading.input.format, program::checked::InputFormat::Workbook(_));
    is_sheet && !cells.is_empty() && cells.iter().all(|cell| is_blank(*cell))
}

/// Why a row gives no fact.
struct Bad {
    column: usize,
    unfit: Unfit,
    text: String,
}

impl Bad {
    fn describe(self, reading: &Reading, locator: Locator, [en, zh]: [String; 2]) -> Reject {
        let column = &reading.relation.columns[self.column];
        let diagnostic = self.unfit.diagnostic(column.primitive, reading.shapes);
        let place = match diagnostic.code() == catalogue::WRONG_KIND.code {
            true => [format!("{en}, column `{}`", column.name), format!("{zh}，列 `{}`", column.name)],
            false => [en, zh],
        };
        reading.reject(diagnostic, locator, place, Some(self.column), self.text)
    }
}

/// The values of a row; nothing where `blank="skip"` passes over it. Any row gives the fact of a relation without columns.
fn record(
    reading: &Reading,
    columns: &[usize],
    number: i64,
    cells: &[TableCell<'_>],
) -> Result<Option<Vec<Value>>, Bad> {
    let given = || columns.iter().copied().zip(cells.iter().copied());
    if given().any(|(column, cell)| reading.skips(column) && is_blank(cell)) {
        return Ok(None);
    }
    if let Some(column) = reading.input.row
        && reading.relation.columns[column].primitive == Primitive::Unsigned
        && number < 0
    {
        return Err(Bad { column, unfit: Unfit::Cell(CellError::Range), text: number.to_string() });
    }
    let mut values = reading.values(number);
    for (column, cell) in given() {
        values[column] = value(reading, column, cell).map_err(|unfit| {
            let text = shorten::for_reject(&text(cell));
            Bad { column, unfit, text }
        })?;
    }
    Ok(Some(values))
}

impl From<TableError> for Failure {
    fn from(error: TableError) -> Self {
        match error {
            TableError::Told(told) => Self::Table(told),
            TableError::Lost(lost) => Self::Lost(lost),
        }
    }
}
