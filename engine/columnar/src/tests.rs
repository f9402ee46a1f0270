//! Whole files, written here and read by the driver.

mod bad;
mod reading;
mod writing;

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use diagnostics::Lang;
use parquet::data_type::DataType;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use sources::{RowPlace, SourceTable, TableCell, TableError};

use crate::ParquetFile;

/// A file with these bytes, at its beginning.
fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    file
}

type Group<'w, 'g> = &'g mut SerializedRowGroupWriter<'w, Vec<u8>>;

/// A file of this schema with one group of rows.
fn written(schema: &str, fill: impl FnOnce(Group<'_, '_>)) -> Vec<u8> {
    written_as(WriterProperties::builder().build(), schema, fill)
}

fn written_as(properties: WriterProperties, schema: &str, fill: impl FnOnce(Group<'_, '_>)) -> Vec<u8> {
    let schema = parse_message_type(&format!("message rows {{ {schema} }}")).unwrap();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties)).unwrap();
    let mut group = file.next_row_group().unwrap();
    fill(&mut group);
    group.close().unwrap();
    file.into_inner().unwrap()
}

/// Writes the next column; a level of 0 is an empty cell, of a column that has them.
fn column<T: DataType>(group: Group<'_, '_>, values: &[T::T], levels: Option<&[i16]>) {
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<T>().write_batch(values, levels, None).unwrap();
    column.close().unwrap();
}

fn open(bytes: &[u8]) -> ParquetFile {
    ParquetFile::open(file(bytes)).unwrap_or_else(|error| panic!("{error:?}"))
}

/// All rows of these columns as text.
fn rows_of(table: &mut ParquetFile, columns: &[usize]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let read = table.read(columns, &mut |place, cells| {
        assert_eq!(place, RowPlace::Next);
        rows.push(cells.iter().map(shown).collect());
        ControlFlow::Continue(())
    });
    read.unwrap();
    rows
}

fn rows(table: &mut ParquetFile) -> Vec<Vec<String>> {
    let columns = (0..table.columns().len()).collect::<Vec<_>>();
    rows_of(table, &columns)
}

fn shown(cell: &TableCell<'_>) -> String {
    match cell {
        TableCell::Empty => "-".to_owned(),
        TableCell::Integer(number) => format!("i{number}"),
        TableCell::Float(number) => format!("f{number}"),
        TableCell::Text(text) => (*text).to_owned(),
        TableCell::Fault(fault, _) => format!("{fault:?}"),
    }
}

fn told(error: TableError) -> String {
    match error {
        TableError::Told(told) => format!("{} {}", told.code(), told.message(Lang::En)),
        other => panic!("{other:?}"),
    }
}
