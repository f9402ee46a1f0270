//! Tables that a driver reads: sheets, Parquet files, tables of SQLite.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

use program::checked::{InputFormat, Sheet};

use super::Inspection;
use super::column::{Noted, Seen};
use crate::read::Failure;
use crate::sqlite::tables_of;
use crate::table::{RowUnit, Table, TableAt, TableCell, Tables, is_blank, text};

/// Rows that are looked at: drivers read from the beginning only.
const ROWS: u64 = 10_000;

/// Looks into a table of an SQLite database.
pub(super) fn sqlite(path: &Path, wanted: Option<&str>) -> Result<Inspection, Failure> {
    let (mut table, others) = tables_of(path, wanted)?;
    let name = table.name().to_owned();
    let found = inspect(&mut table, InputFormat::Sqlite { table: name.clone() })?;
    Ok(Inspection { name, others, ..found })
}

/// Looks into a sheet of a workbook.
pub(super) fn workbook(file: File, wanted: Option<&str>, tables: &mut dyn Tables) -> Result<Inspection, Failure> {
    let mut sheet = Sheet { name: wanted.map(str::to_owned), header: (1, 1) };
    sheet.header = header(&file, &sheet, tables)?;
    let mut table = open(&file, &sheet, tables)?;
    let mut name = String::new();
    if let RowUnit::SheetRow(found) = table.unit() {
        name.clone_from(&found);
        sheet.name = Some(found);
    }
    let format = InputFormat::Workbook(sheet.clone());
    let found = inspect(&mut *table, format)?;
    Ok(Inspection { name, ..found })
}

/// The rows of a sheet's header: the first row in which different texts stand, since titles are one text above all columns; the row
/// below belongs to it where a text stands above several columns and both together name each column by itself.
fn header(file: &File, sheet: &Sheet, tables: &mut dyn Tables) -> Result<(u32, u32), Failure> {
    let mut names = |header: (u32, u32)| -> Result<Vec<String>, Failure> {
        Ok(open(file, &Sheet { header, ..sheet.clone() }, tables)?.columns().to_vec())
    };
    let mut found = 1;
    for row in 1..=HEADER_ROWS {
        let names = names((row, row))?;
        if names.iter().filter(|name| !name.is_empty()).collect::<BTreeSet<_>>().len() > 1 {
            found = row;
            break;
        }
    }
    let is_shared = names((found, found))?.windows(2).any(|pair| pair[0] == pair[1] && !pair[0].is_empty());
    if is_shared {
        let both = names((found, found + 1))?;
        if both.iter().collect::<BTreeSet<_>>().len() == both.len() {
            return Ok((found, found + 1));
        }
    }
    Ok((found, found))
}

/// A file that is opened once more goes on where it was left.
fn open<'t>(file: &File, sheet: &Sheet, tables: &'t mut dyn Tables) -> Result<Box<dyn Table + 't>, Failure> {
    let mut file = file.try_clone().map_err(Failure::Io)?;
    file.seek(SeekFrom::Start(0)).map_err(Failure::Io)?;
    Ok(tables.open(TableAt::Workbook { file, sheet })?)
}

/// Rows among which a header is looked for.
const HEADER_ROWS: u32 = 5;

/// Looks into a Parquet file.
pub(super) fn parquet(file: File, tables: &mut dyn Tables) -> Result<Inspection, Failure> {
    let mut table = tables.open(TableAt::Parquet(file))?;
    inspect(&mut *table, InputFormat::Parquet)
}

/// Looks into a table.
pub(super) fn inspect(table: &mut dyn Table, format: InputFormat) -> Result<Inspection, Failure> {
    let fields = table.columns().to_vec();
    let wanted = (0..fields.len()).collect::<Vec<_>>();
    let mut columns = fields.iter().map(|field| Noted::new(field, true)).collect::<Vec<_>>();
    let (mut rows, mut whole) = (0, true);
    let is_sheet = matches!(format, InputFormat::Workbook(_));
    table.read(&wanted, &mut |_, cells| {
        if rows == ROWS {
            whole = false;
            return ControlFlow::Break(());
        }
        // The loader passes over rows of a sheet that hold nothing.
        if is_sheet && cells.iter().all(|cell| is_blank(*cell)) {
            return ControlFlow::Continue(());
        }
        rows += 1;
        for (column, cell) in columns.iter_mut().zip(cells) {
            match cell {
                TableCell::Empty => column.add(Seen::Empty),
                TableCell::Fault(..) => column.add(Seen::Fault),
                other => column.add(Seen::Text(&text(*other))),
            }
        }
        ControlFlow::Continue(())
    })?;
    let columns = columns.into_iter().map(|column| column.finish(rows)).collect();
    let (others, name) = (Vec::new(), String::new());
    Ok(Inspection { format, packed: None, bytes: 0, rows, whole, broken: 0, columns, others, name })
}
