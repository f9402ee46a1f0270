//! One column.

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, Int32Type, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::writer::SerializedColumnWriter;
use parquet::schema::types::Type;
use program::checked::Column;
use sources::value_text;
use values::{Code, Decimal, Dictionary, Primitive, Value};

/// Bytes of a decimal, and what its digits mean.
const DECIMAL: (i32, i32, i32) = (16, 38, 12);

/// What the file says about a column.
pub(super) fn field(column: &Column) -> Result<Type, ParquetError> {
    let (bytes, precision, scale) = DECIMAL;
    let (physical, logical) = match column.primitive {
        Primitive::Symbol | Primitive::Composite(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Primitive::Number => (Physical::INT64, None),
        Primitive::Unsigned => (Physical::INT64, Some(LogicalType::integer(64, false))),
        Primitive::Float => (Physical::DOUBLE, None),
        Primitive::Date => (Physical::INT32, Some(LogicalType::Date)),
        Primitive::Decimal => (Physical::FIXED_LEN_BYTE_ARRAY, Some(LogicalType::decimal(scale, precision))),
    };
    let field = Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::REQUIRED);
    let field = field.with_logical_type(logical);
    match column.primitive {
        Primitive::Decimal => field.with_length(bytes).with_precision(precision).with_scale(scale).build(),
        _ => field.build(),
    }
}

/// Writes the values of a column.
pub(super) fn write_column(
    column: &mut SerializedColumnWriter<'_>,
    primitive: Primitive,
    codes: impl Iterator<Item = Code>,
    dictionary: &Dictionary,
) -> Result<(), ParquetError> {
    let value = |code| dictionary.decode(primitive, code);
    match primitive {
        Primitive::Symbol => {
            batch::<ByteArrayType>(column, codes.map(|code| ByteArray::from(dictionary.text(code).as_bytes().to_vec())))
        }
        Primitive::Composite(_) => batch::<ByteArrayType>(
            column,
            codes.map(|code| ByteArray::from(value_text(dictionary, primitive, code).into_bytes())),
        ),
        Primitive::Number => batch::<Int64Type>(
            column,
            codes.filter_map(|code| if let Value::Number(number) = value(code) { Some(number) } else { None }),
        ),
        Primitive::Unsigned => batch::<Int64Type>(
            column,
            codes.filter_map(|code| if let Value::Unsigned(number) = value(code) { Some(number as i64) } else { None }),
        ),
        Primitive::Float => batch::<DoubleType>(
            column,
            codes.filter_map(|code| if let Value::Float(number) = value(code) { Some(number) } else { None }),
        ),
        // All days have numbers below 2^31.
        Primitive::Date => {
            batch::<Int32Type>(column, codes.filter_map(|code| value(code).date()).map(|date| date.unix_days() as i32))
        }
        Primitive::Decimal => {
            let bytes = |number: Decimal| FixedLenByteArray::from(number.mantissa().to_be_bytes().to_vec());
            let decimal = |code| if let Value::Decimal(number) = value(code) { Some(bytes(number)) } else { None };
            batch::<FixedLenByteArrayType>(column, codes.filter_map(decimal))
        }
    }
}

fn batch<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = T::T>,
) -> Result<(), ParquetError> {
    column.typed::<T>().write_batch(&values.collect::<Vec<_>>(), None, None).map(|_| ())
}
