//! A relation as a Parquet file.

mod column;

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use program::checked::Column;
use values::{Code, Dictionary};

use self::column::{field, write_column};

/// Rows of a group, which are held in memory until it is written.
const GROUP_ROWS: usize = 100_000;

/// Writes the rows of a relation with these columns, and gives their number. The same facts give the same bytes.
///
/// Types are kept: whole numbers of 64 bits with a sign and without, doubles, dates, decimals of 38 digits with 12 of them behind the point, texts.
/// Records and branches are texts. A relation without columns has one, `()`, with a 1 in each row.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(
    out: impl Write + Send,
    columns: &[Column],
    mut rows: impl Iterator<Item = Vec<Code>>,
    dictionary: &Dictionary,
) -> io::Result<u64> {
    let schema = schema(columns).map_err(refused)?;
    let properties = WriterProperties::builder().set_created_by("syllogist".to_owned());
    let properties = properties.set_compression(Compression::SNAPPY).build();
    let mut file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(refused)?;
    let mut count = 0;
    loop {
        let group = rows.by_ref().take(GROUP_ROWS).collect::<Vec<_>>();
        if group.is_empty() {
            break;
        }
        count += group.len() as u64;
        write_group(&mut file, columns, &group, dictionary).map_err(refused)?;
    }
    file.close().map_err(refused)?;
    Ok(count)
}

fn schema(columns: &[Column]) -> Result<Type, ParquetError> {
    let mut fields = Vec::with_capacity(columns.len().max(1));
    for column in columns {
        fields.push(Arc::new(field(column)?));
    }
    if fields.is_empty() {
        let one = Type::primitive_type_builder("()", Physical::INT32).with_repetition(Repetition::REQUIRED);
        fields.push(Arc::new(one.build()?));
    }
    Type::group_type_builder("relation").with_fields(fields).build()
}

fn write_group<W: Write + Send>(
    file: &mut SerializedFileWriter<W>,
    columns: &[Column],
    rows: &[Vec<Code>],
    dictionary: &Dictionary,
) -> Result<(), ParquetError> {
    let mut group = file.next_row_group()?;
    let mut number = 0;
    while let Some(mut written) = group.next_column()? {
        match columns.get(number) {
            Some(column) => {
                let codes = rows.iter().map(|row| row[number]);
                write_column(&mut written, column.primitive, codes, dictionary)?;
            }
            None => {
                written.typed::<parquet::data_type::Int32Type>().write_batch(&vec![1; rows.len()], None, None)?;
            }
        }
        written.close()?;
        number += 1;
    }
    group.close()?;
    Ok(())
}

fn refused(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
