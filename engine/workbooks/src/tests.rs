//! Whole workbooks, written here and read by the driver.

mod bad;
mod loading;
mod merged;
mod reading;
mod writing;

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::ops::ControlFlow;

use diagnostics::Lang;
use program::checked::Sheet;
use rust_xlsxwriter::{Workbook as Xlsx, Worksheet};
use sources::{SourceTable, TableCell, TableError};

use crate::Workbook;

/// A file with these bytes, at its beginning.
fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    file
}

/// A workbook with one sheet, `Sheet1`.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Xlsx::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

/// The sheet of this name, or the only one, with its header in these rows.
fn sheet(name: Option<&str>, header: (u32, u32)) -> Sheet {
    Sheet { name: name.map(str::to_owned), header }
}

fn open(bytes: &[u8]) -> Workbook {
    match Workbook::open(file(bytes), &sheet(None, (1, 1))) {
        Ok(workbook) => workbook,
        Err(error) => panic!("{error:?}"),
    }
}

/// What opening ends in.
fn told(bytes: &[u8], name: Option<&str>) -> String {
    match Workbook::open(file(bytes), &sheet(name, (1, 1))) {
        Err(TableError::Told(told)) => {
            format!("{} {} | {}", told.code(), told.message(Lang::En), told.help(Lang::En))
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("opens"),
    }
}

/// All rows, each with its number and all its columns as text.
fn rows(workbook: &mut Workbook) -> Vec<(i64, Vec<String>)> {
    let columns = (0..workbook.columns().len()).collect::<Vec<_>>();
    rows_of(workbook, &columns)
}

fn rows_of(workbook: &mut Workbook, columns: &[usize]) -> Vec<(i64, Vec<String>)> {
    let mut rows = Vec::new();
    let read = workbook.read(columns, &mut |place, cells| {
        let sources::RowPlace::Number(number) = place else { panic!("{place:?}") };
        rows.push((number, cells.iter().map(shown).collect()));
        ControlFlow::Continue(())
    });
    read.unwrap();
    rows
}

fn shown(cell: &TableCell<'_>) -> String {
    match cell {
        TableCell::Empty => String::new(),
        TableCell::Integer(number) => format!("i{number}"),
        TableCell::Float(number) => format!("f{number}"),
        TableCell::Text(text) => (*text).to_owned(),
        TableCell::Fault(fault, text) => format!("{fault:?} {text}"),
    }
}

fn row(number: i64, cells: &[&str]) -> (i64, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}
