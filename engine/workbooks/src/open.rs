//! A sheet as a table of records.

use std::fs::File;
use std::ops::ControlFlow;

use calamine::Dimensions;
use diagnostics::{Diagnostic, catalogue};
use program::checked::Sheet;
use sources::{RowPlace, RowUnit, SourceTable, TableCell, TableError, TakeRow};

use crate::book::Book;
use crate::cell::Cell;
use crate::faults::damaged;
use crate::header::names;
use crate::rows::{Row, Rows};

/// A sheet of a workbook.
///
/// Its columns begin with the first column of the sheet (`A`), whether it is used or not. Its rows are those behind the header up to the last one
/// in which something stands, empty ones between them included; they have the numbers that the spreadsheet shows.
///
/// What a cell gives: a text as it is, also where it consists of digits; of a number the 15 digits that a spreadsheet keeps; of a whole
/// number with more digits a fault, since the others are lost; of a day its date, with the time of day behind it unless that is zero;
/// `true` or `false`; of a formula its result, or a fault. A merged region stands for its value in every row and column that it
/// covers (where the format says which cells are merged: `.xlsx`, `.xlsm`, `.xls`).
pub struct Workbook {
    book: Book,
    sheet: String,
    merged: Vec<Dimensions>,
    columns: Vec<String>,
    /// How many rows come before the records.
    header_rows: u32,
}

impl Workbook {
    /// The sheet of the workbook in `file`, which stands at its beginning.
    ///
    /// # Errors
    /// Where the file is no workbook, encrypted, damaged or too large when unpacked; where it has no such sheet, several of one name, or several of
    /// which none is named.
    pub fn open(file: File, sheet: &Sheet) -> Result<Self, TableError> {
        let mut book = Book::open(file)?;
        let name = choose(&book.sheets(), sheet.name.as_deref())?;
        let merged = book.merged(&name)?;
        let columns = names(Rows::new(book.cells(&name)?, &merged, None), sheet.header)?;
        Ok(Self { book, sheet: name, merged, columns, header_rows: sheet.header.1 })
    }

    /// The names of the sheets of the workbook in `file`, which stands at its beginning, in its order.
    ///
    /// # Errors
    /// As [`Workbook::open`], as far as the file as a whole is concerned.
    pub fn sheets(file: File) -> Result<Vec<String>, TableError> {
        Ok(Book::open(file)?.sheets())
    }
}

/// The sheet that is meant.
fn choose(sheets: &[String], wanted: Option<&str>) -> Result<String, TableError> {
    let sheet = match (wanted, sheets) {
        (Some(wanted), _) => wanted,
        (None, [only]) => only,
        (None, []) => return Err(damaged("it has no sheet with cells")),
        (None, several) => return Err(Diagnostic::unplaced(&catalogue::SEVERAL_SHEETS).list("sheets", several).into()),
    };
    match sheets.iter().filter(|known| *known == sheet).count() {
        1 => Ok(sheet.to_owned()),
        0 => {
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_SHEET).arg("sheet", sheet);
            Err(unknown.list("sheets", sheets).into())
        }
        count => {
            let twice = Diagnostic::unplaced(&catalogue::SHEET_TWICE).arg("sheet", sheet);
            Err(twice.arg("count", count).into())
        }
    }
}

impl SourceTable for Workbook {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn unit(&self) -> RowUnit {
        RowUnit::SheetRow(self.sheet.clone())
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let mut rows = Rows::new(self.book.cells(&self.sheet)?, &self.merged, Some(wanted));
        let mut row = Row::new();
        while let Some(number) = rows.next(&mut row)? {
            if number < self.header_rows {
                continue;
            }
            let cell = |column: &usize| row.get(&(*column as u32)).map_or(TableCell::Empty, Cell::table_cell);
            let cells = wanted.iter().map(cell).collect::<Vec<_>>();
            if let ControlFlow::Break(()) = take(RowPlace::Number(i64::from(number) + 1), &cells) {
                break;
            }
        }
        Ok(())
    }
}
