//! What the values of a column mean.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use parquet::schema::types::ColumnDescriptor;

/// How a value becomes a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As it is stored.
    Plain,
    /// A whole number without a sign.
    Unsigned,
    /// A whole number with this many digits behind the point.
    Decimal(u32),
    /// Days since 1970 began.
    Date,
    /// Since 1970 began; so many to a second.
    Timestamp(i64),
    /// Since midnight; so many to a second.
    Time(i64),
    /// Sixteen bytes that tell things apart.
    Uuid,
    /// A float of two bytes.
    Half,
    /// Bytes that are no value here.
    Bytes,
}

impl Kind {
    /// The kind of a column.
    pub(crate) fn of(column: &ColumnDescriptor) -> Self {
        let scale = u32::try_from(column.type_scale()).unwrap_or(0);
        match column.logical_type_ref() {
            Some(LogicalType::Decimal(_)) => Self::Decimal(scale),
            Some(LogicalType::Date) => Self::Date,
            Some(LogicalType::Time(time)) => Self::Time(per_second(&time.unit)),
            Some(LogicalType::Timestamp(time)) => Self::Timestamp(per_second(&time.unit)),
            Some(LogicalType::Integer(int)) if !int.is_signed => Self::Unsigned,
            Some(LogicalType::Uuid) => Self::Uuid,
            Some(LogicalType::Float16) => Self::Half,
            Some(LogicalType::Bson | LogicalType::Geometry(_) | LogicalType::Geography(_)) => Self::Bytes,
            Some(_) => Self::Plain,
            None => Self::converted(column.converted_type(), scale),
        }
    }

    /// What older writers say instead.
    fn converted(converted: ConvertedType, scale: u32) -> Self {
        match converted {
            ConvertedType::DECIMAL => Self::Decimal(scale),
            ConvertedType::DATE => Self::Date,
            ConvertedType::TIME_MILLIS => Self::Time(1_000),
            ConvertedType::TIME_MICROS => Self::Time(1_000_000),
            ConvertedType::TIMESTAMP_MILLIS => Self::Timestamp(1_000),
            ConvertedType::TIMESTAMP_MICROS => Self::Timestamp(1_000_000),
            ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64 => {
                Self::Unsigned
            }
            ConvertedType::INTERVAL | ConvertedType::BSON => Self::Bytes,
            _ => Self::Plain,
        }
    }
}

fn per_second(unit: &TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}

/// The digits of a whole number with a point in front of the last `scale` of them; zeros at the end are left out.
pub(crate) fn decimal(number: i128, scale: u32) -> String {
    let digits = format!("{:0width$}", number.unsigned_abs(), width = scale as usize + 1);
    let (whole, places) = digits.split_at(digits.len() - scale as usize);
    let (sign, places) = (if number < 0 { "-" } else { "" }, places.trim_end_matches('0'));
    if places.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{places}") }
}

/// A whole number of at most sixteen bytes, the highest first; `None` where there are more.
pub(crate) fn whole(bytes: &[u8]) -> Option<i128> {
    let sign = if bytes.first().is_some_and(|first| *first >= 0x80) { 0xff } else { 0 };
    let extra = bytes.len().saturating_sub(16);
    let (extra, bytes) = bytes.split_at(extra);
    let mut all = [sign; 16];
    all[16 - bytes.len()..].copy_from_slice(bytes);
    let number = i128::from_be_bytes(all);
    let fits = extra.iter().all(|byte| *byte == sign) && (extra.is_empty() || (number < 0) == (sign == 0xff));
    fits.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        for (number, scale, text) in [
            (1250, 2, "12.5"),
            (-7, 2, "-0.07"),
            (0, 2, "0"),
            (300, 2, "3"),
            (42, 0, "42"),
            (i128::MIN, 38, "-1.70141183460469231731687303715884105728"),
        ] {
            assert_eq!(decimal(number, scale), text);
        }
    }

    #[test]
    fn whole_numbers_of_bytes() {
        assert_eq!(whole(&[]), Some(0));
        assert_eq!(whole(&[0x04, 0xe2]), Some(1250));
        assert_eq!(whole(&[0xf9]), Some(-7));
        assert_eq!(whole(&[0xff; 20]), Some(-1));
        assert_eq!(whole(&[[0].as_slice(), &[0xff; 16]].concat()), None);
        assert_eq!(whole(&[[1].as_slice(), &[0; 16]].concat()), None);
    }
}
