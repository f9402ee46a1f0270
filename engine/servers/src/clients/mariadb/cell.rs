//! One cell.

use mysql::consts::ColumnType;
use mysql::{Column, Value};
use sources::{CellFault, TableCell};

/// What the bytes of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Text,
    Bytes,
    /// A whole number, highest byte first.
    Bits,
    /// A day without a time.
    Day,
}

/// The number of the character set that stands for bytes.
const BINARY: u16 = 63;

impl CellKind {
    pub(super) fn of(column: &Column) -> Self {
        use ColumnType::{
            MYSQL_TYPE_BIT, MYSQL_TYPE_BLOB, MYSQL_TYPE_DATE, MYSQL_TYPE_GEOMETRY, MYSQL_TYPE_LONG_BLOB,
            MYSQL_TYPE_MEDIUM_BLOB, MYSQL_TYPE_NEWDATE, MYSQL_TYPE_STRING, MYSQL_TYPE_TINY_BLOB, MYSQL_TYPE_VAR_STRING,
            MYSQL_TYPE_VARCHAR, MYSQL_TYPE_VECTOR,
        };
        match column.column_type() {
            MYSQL_TYPE_BIT => Self::Bits,
            MYSQL_TYPE_DATE | MYSQL_TYPE_NEWDATE => Self::Day,
            MYSQL_TYPE_GEOMETRY | MYSQL_TYPE_VECTOR => Self::Bytes,
            MYSQL_TYPE_TINY_BLOB
            | MYSQL_TYPE_MEDIUM_BLOB
            | MYSQL_TYPE_LONG_BLOB
            | MYSQL_TYPE_BLOB
            | MYSQL_TYPE_STRING
            | MYSQL_TYPE_VAR_STRING
            | MYSQL_TYPE_VARCHAR
                if column.character_set() == BINARY =>
            {
                Self::Bytes
            }
            _ => Self::Text,
        }
    }

    /// What has no cell of its own becomes a text.
    pub(super) fn plain(self, value: Value) -> Value {
        let text = match value {
            Value::Date(year, month, day, ..) if self == Self::Day => format!("{year:04}-{month:02}-{day:02}"),
            Value::Date(year, month, day, hour, minute, second, micros) => {
                format!("{year:04}-{month:02}-{day:02} {}", time(hour.into(), minute, second, micros))
            }
            Value::Time(is_negative, days, hours, minute, second, micros) => {
                let sign = if is_negative { "-" } else { "" };
                format!("{sign}{}", time(u64::from(days) * 24 + u64::from(hours), minute, second, micros))
            }
            Value::UInt(n) if i64::try_from(n).is_err() => n.to_string(),
            Value::Bytes(bytes) if self == Self::Bits && bytes.len() <= 8 => {
                bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)).to_string()
            }
            other => return other,
        };
        Value::Bytes(text.into_bytes())
    }

    /// The cell of a value that is plain.
    pub(super) fn cell(self, value: &Value) -> TableCell<'_> {
        match value {
            Value::NULL => TableCell::Empty,
            Value::Int(n) => TableCell::Integer(*n),
            Value::UInt(n) => TableCell::Integer(i64::try_from(*n).unwrap_or(i64::MAX)),
            // The digits that tell it from other floats of its size are what was meant: 0.1 is not 0.10000000149011612.
            Value::Float(x) => TableCell::Float(x.to_string().parse().unwrap_or(f64::from(*x))),
            Value::Double(x) => TableCell::Float(*x),
            Value::Bytes(bytes) => match str::from_utf8(bytes) {
                Ok(text) if self == Self::Bytes => TableCell::Fault(CellFault::Bytes, text),
                Ok(text) if self == Self::Bits => text.parse().map_or(TableCell::Text(text), TableCell::Integer),
                Ok(text) => TableCell::Text(text),
                Err(_) => TableCell::Fault(CellFault::Bytes, ""),
            },
            // `plain` leaves none of them.
            Value::Date(..) | Value::Time(..) => TableCell::Empty,
        }
    }
}

fn time(hours: u64, minute: u8, second: u8, micros: u32) -> String {
    match micros {
        0 => format!("{hours:02}:{minute:02}:{second:02}"),
        _ => format!("{hours:02}:{minute:02}:{second:02}.{micros:06}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kind: CellKind, value: Value) -> String {
        format!("{:?}", kind.cell(&kind.plain(value)))
    }

    #[test]
    fn every_kind_of_value() {
        use CellKind::{Bits, Bytes, Day, Text};
        let moment = Value::Date(2023, 5, 1, 13, 45, 0, 0);
        assert_eq!(shown(Day, moment.clone()), r#"Text("2023-05-01")"#);
        assert_eq!(shown(Text, moment), r#"Text("2023-05-01 13:45:00")"#);
        assert_eq!(shown(Text, Value::Date(2023, 5, 1, 0, 0, 0, 120_000)), r#"Text("2023-05-01 00:00:00.12")"#);
        assert_eq!(shown(Day, Value::Date(0, 0, 0, 0, 0, 0, 0)), r#"Text("0000-00-00")"#);
        assert_eq!(shown(Text, Value::Time(true, 2, 3, 4, 5, 0)), r#"Text("-51:04:05")"#);
        assert_eq!(shown(Text, Value::UInt(u64::MAX)), r#"Text("18446744073709551615")"#);
        assert_eq!(shown(Text, Value::UInt(7)), "Integer(7)");
        assert_eq!(shown(Bits, Value::Bytes(vec![1, 2])), "Integer(258)");
        assert_eq!(shown(Text, Value::Float(0.1)), "Float(0.1)");
        assert_eq!(shown(Bytes, Value::Bytes(b"ab".to_vec())), r#"Fault(Bytes, "ab")"#);
        assert_eq!(shown(Text, Value::Bytes(vec![0xff])), r#"Fault(Bytes, "")"#);
        assert_eq!(shown(Text, Value::NULL), "Empty");
    }
}
