//! Tables that a driver reads: sheets, Parquet files, tables of SQLite.

use std::fs::File;
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
    let mut table = tables.open(TableAt::Workbook { file, sheet: &sheet })?;
    let mut name = String::new();
    if let RowUnit::SheetRow(found) = table.unit() {
        name.clone_from(&found);
        sheet.name = Some(found);
    }
    let format = InputFormat::Workbook(sheet.clone());
    let found = inspect(&mut *table, format)?;
    Ok(Inspection { name, ..found })
}

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
