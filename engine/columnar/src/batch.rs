//! Some rows of one column.

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType, FixedLenByteArray, Int96};
use parquet::errors::ParquetError;
use sources::{CellFault, TableCell};

use crate::kind::{Kind, decimal, whole};
use crate::moment::{clock, day, moment};

/// Rows that are read at a time.
pub(crate) const ROWS: usize = 4096;

/// The values of some rows.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
enum Cell {
    Empty,
    Integer(i64),
    Float(f64),
    Text(String),
    /// UTF-8 or not.
    Bytes(ByteArray),
    NoText,
}

impl Batch {
    /// Takes the next [`ROWS`] rows of a column whose values are of this kind, fewer where it ends. `is_optional`: it has empty cells.
    pub(crate) fn read(
        &mut self,
        column: &mut ColumnReader,
        kind: Kind,
        is_optional: bool,
    ) -> Result<usize, ParquetError> {
        self.cells.clear();
        let out = &mut self.cells;
        match column {
            ColumnReader::BoolColumnReader(column) => {
                values(column, is_optional, out, |truth: &bool| Cell::Text(truth.to_string()))
            }
            ColumnReader::Int32ColumnReader(column) => values(column, is_optional, out, |n| match kind {
                Kind::Unsigned => Cell::Integer(i64::from(*n as u32)),
                kind => integer(i64::from(*n), kind),
            }),
            ColumnReader::Int64ColumnReader(column) => values(column, is_optional, out, |n| integer(*n, kind)),
            ColumnReader::Int96ColumnReader(column) => values(column, is_optional, out, old_moment),
            ColumnReader::FloatColumnReader(column) => {
                // As people write it: the float nearest to 0.1 is 0.1.
                values(column, is_optional, out, |x: &f32| Cell::Float(x.to_string().parse().unwrap_or(f64::from(*x))))
            }
            ColumnReader::DoubleColumnReader(column) => values(column, is_optional, out, |x| Cell::Float(*x)),
            ColumnReader::ByteArrayColumnReader(column) => {
                values(column, is_optional, out, |bytes: &ByteArray| of_bytes(bytes, kind))
            }
            ColumnReader::FixedLenByteArrayColumnReader(column) => {
                values(column, is_optional, out, |bytes: &FixedLenByteArray| of_bytes(bytes, kind))
            }
        }
    }

    /// The cell of a row.
    pub(crate) fn cell(&self, row: usize) -> TableCell<'_> {
        match self.cells.get(row) {
            None | Some(Cell::Empty) => TableCell::Empty,
            Some(Cell::Integer(number)) => TableCell::Integer(*number),
            Some(Cell::Float(number)) => TableCell::Float(*number),
            Some(Cell::Text(text)) => TableCell::Text(text),
            Some(Cell::Bytes(bytes)) => match std::str::from_utf8(bytes.data()) {
                Ok(text) => TableCell::Text(text),
                Err(_) => TableCell::Fault(CellFault::Bytes, ""),
            },
            Some(Cell::NoText) => TableCell::Fault(CellFault::Bytes, ""),
        }
    }
}

fn values<T: DataType>(
    column: &mut ColumnReaderImpl<T>,
    is_optional: bool,
    out: &mut Vec<Cell>,
    cell: impl Fn(&T::T) -> Cell,
) -> Result<usize, ParquetError> {
    let (mut levels, mut found) = (Vec::new(), Vec::new());
    let mut rows = 0;
    while rows < ROWS {
        let levels = is_optional.then_some(&mut levels);
        match column.read_records(ROWS - rows, levels, None, &mut found)? {
            (0, ..) => break,
            (more, ..) => rows += more,
        }
    }
    let mut found = found.iter();
    if is_optional {
        let next = |level: &i16| if *level == 0 { Some(Cell::Empty) } else { found.next().map(&cell) };
        out.extend(levels.iter().map_while(next));
    } else {
        out.extend(found.map(cell));
    }
    if out.len() == rows { Ok(rows) } else { Err(ParquetError::General("a page has fewer values than it says".into())) }
}

fn integer(number: i64, kind: Kind) -> Cell {
    match kind {
        Kind::Decimal(scale) => Cell::Text(decimal(number.into(), scale)),
        Kind::Date => Cell::Text(day(number)),
        Kind::Timestamp(per_second) => Cell::Text(moment(number, per_second)),
        Kind::Time(per_second) => Cell::Text(clock(number, per_second)),
        Kind::Unsigned if number < 0 => Cell::Text((number as u64).to_string()),
        _ => Cell::Integer(number),
    }
}

/// A time as older writers have it: the nanoseconds of a day, and the day in the Julian count.
fn old_moment(time: &Int96) -> Cell {
    let [low, high, julian] = *time.data() else { return Cell::NoText };
    let nanoseconds = i64::from(high) << 32 | i64::from(low);
    let days = i64::from(julian) - 2_440_588;
    Cell::Text(match nanoseconds {
        0 => day(days),
        rest => format!("{} {}", day(days), clock(rest, 1_000_000_000)),
    })
}

fn of_bytes(bytes: &ByteArray, kind: Kind) -> Cell {
    match (kind, bytes.data()) {
        (Kind::Decimal(scale), data) => whole(data).map_or(Cell::NoText, |number| Cell::Text(decimal(number, scale))),
        (Kind::Half, [low, high]) => Cell::Float(half(u16::from_le_bytes([*low, *high]))),
        (Kind::Uuid, data) => Cell::Text(uuid(data)),
        (Kind::Bytes | Kind::Half, _) => Cell::NoText,
        _ => Cell::Bytes(bytes.clone()),
    }
}

/// `9f1c0ce4-0d4e-4a3e-8f5c-2d6a52a7b0c1`
fn uuid(bytes: &[u8]) -> String {
    let hyphen = |at: usize| if [4, 6, 8, 10].contains(&at) { "-" } else { "" };
    bytes.iter().enumerate().map(|(at, byte)| format!("{}{byte:02x}", hyphen(at))).collect()
}

/// A float of two bytes: one bit for the sign, five for the exponent, ten for the digits.
fn half(bits: u16) -> f64 {
    let (sign, exponent, digits) = (bits >> 15, i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => digits * 2_f64.powi(-24),
        0x1f if digits == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1.0 + digits / 1024.0) * 2_f64.powi(exponent - 15),
    };
    if sign == 1 { -size } else { size }
}
