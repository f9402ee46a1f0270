//! A Parquet file as a table of records.

use std::fs::File;
use std::ops::ControlFlow;

use diagnostics::{Diagnostic, catalogue};
use parquet::column::reader::ColumnReader;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::schema::types::Type;
use sources::{RowPlace, RowUnit, SourceTable, TableCell, TableError, TakeRow};

use crate::batch::{Batch, ROWS};
use crate::faults::step;
use crate::kind::Kind;

/// A Parquet file. Its rows count from 1.
///
/// Whole numbers, floats and texts are given as such; a float of four bytes by the shortest digits that tell it from the next one. Decimals
/// are their digits, truths `true` and `false`, days `2023-05-01`, times `2023-05-01 13:45:00`, in UTC where the file keeps them so, and without the
/// time of day where that is zero. Bytes that are no UTF-8 text are a fault.
pub struct ParquetFile {
    reader: SerializedFileReader<File>,
    names: Vec<String>,
    fields: Vec<Field>,
}

/// A column of the table.
#[derive(Clone, Copy)]
enum Field {
    /// A value in each row: that of this column of the file.
    Value { column: usize, kind: Kind, is_optional: bool },
    /// Something that has parts.
    Nested,
}

impl ParquetFile {
    /// The table in `file`.
    ///
    /// # Errors
    /// Where it is no Parquet file, or damaged at its end.
    pub fn open(file: File) -> Result<Self, TableError> {
        let reader = step(|| SerializedFileReader::new(file))?;
        let schema = reader.metadata().file_metadata().schema_descr();
        let (mut names, mut fields) = (Vec::new(), Vec::new());
        let mut column = 0;
        for field in schema.root_schema().get_fields() {
            names.push(field.name().to_owned());
            let leaves = leaves(field);
            let descriptor = (field.is_primitive() && column < schema.num_columns()).then(|| schema.column(column));
            fields.push(match descriptor {
                Some(descriptor) if descriptor.max_rep_level() == 0 => {
                    Field::Value { column, kind: Kind::of(&descriptor), is_optional: descriptor.max_def_level() > 0 }
                }
                _ => Field::Nested,
            });
            column += leaves;
        }
        Ok(Self { reader, names, fields })
    }

    /// The columns of the file that give these columns of the table.
    fn chosen(&self, wanted: &[usize]) -> Result<Vec<(usize, Kind, bool)>, TableError> {
        let (mut chosen, mut nested) = (Vec::new(), Vec::new());
        for field in wanted {
            match self.fields[*field] {
                Field::Value { column, kind, is_optional } => chosen.push((column, kind, is_optional)),
                Field::Nested => nested.push(&self.names[*field]),
            }
        }
        if nested.is_empty() {
            return Ok(chosen);
        }
        Err(Diagnostic::unplaced(&catalogue::NESTED_COLUMN).list("columns", nested).into())
    }
}

/// How many columns of the file a field of the schema stands for.
fn leaves(field: &Type) -> usize {
    let mut waiting = vec![field];
    let mut count = 0;
    while let Some(field) = waiting.pop() {
        match field {
            Type::PrimitiveType { .. } => count += 1,
            Type::GroupType { fields, .. } => waiting.extend(fields.iter().map(AsRef::as_ref)),
        }
    }
    count
}

impl SourceTable for ParquetFile {
    fn columns(&self) -> &[String] {
        &self.names
    }

    fn unit(&self) -> RowUnit {
        RowUnit::Row
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let chosen = self.chosen(wanted)?;
        for number in 0..self.reader.num_row_groups() {
            let group = step(|| self.reader.get_row_group(number))?;
            if read_group(&*group, &chosen, take)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Gives the rows of a group.
fn read_group(
    group: &dyn RowGroupReader,
    chosen: &[(usize, Kind, bool)],
    take: &mut TakeRow<'_>,
) -> Result<ControlFlow<()>, TableError> {
    let mut columns: Vec<ColumnReader> = Vec::new();
    for (column, ..) in chosen {
        columns.push(step(|| group.get_column_reader(*column))?);
    }
    let mut batches = chosen.iter().map(|_| Batch::default()).collect::<Vec<_>>();
    let mut left = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
    while left > 0 {
        let rows = left.min(ROWS);
        for ((column, batch), (_, kind, is_optional)) in columns.iter_mut().zip(&mut batches).zip(chosen) {
            let found = step(|| batch.read(column, *kind, *is_optional))?;
            if found != rows {
                return Err(crate::faults::damaged("its columns are of different lengths"));
            }
        }
        for row in 0..rows {
            let cells = batches.iter().map(|batch| batch.cell(row)).collect::<Vec<TableCell<'_>>>();
            if take(RowPlace::Next, &cells).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        left -= rows;
    }
    Ok(ControlFlow::Continue(()))
}
