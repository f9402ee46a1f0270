//! Workbooks of spreadsheet programs: sheets as tables of records, relations as sheets.
//!
//! Reading: `.xlsx`, `.xlsm`, `.xlsb`, `.xls` and `.ods`, each recognised by its content. Rows of the first three come one by one; the last two
//! are held in memory. Writing: `.xlsx`, with the same bytes for the same facts.

mod book;
mod cell;
mod faults;
mod header;
mod moment;
mod open;
mod rows;
mod size;
#[cfg(test)]
mod tests;
mod write;

pub use open::Workbook;
pub use write::{SHEET_FACTS_MAX, SheetOf, write};
