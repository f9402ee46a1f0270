//! Conditions as MySQL gets them.
//!
//! It compares a number with a text as floating-point numbers, and what is no date with a date as it likes. So a number is written as one, and
//! what does not fit is not sent.

use mysql::Value;
use program::checked::{Condition, DatabaseTable};
use sources::TableError;
use values::Date;

use crate::clients::driver::Shape;
use crate::clients::refusal::{no_filter_column, no_filter_value};
use crate::clients::sql::mysql_name;

/// The conditions, with a `?` for each of the values beside them.
///
/// # Errors
/// Where the table has no such column, or its type no such value.
pub(super) fn conditions(
    table: &DatabaseTable,
    shape: &Shape<String>,
) -> Result<(Vec<String>, Vec<Value>), TableError> {
    let (mut conditions, mut values) = (Vec::new(), Vec::new());
    for Condition { column, comparison, value } in &table.filter {
        let Some(place) = shape.names.iter().position(|name| name == column) else {
            return Err(no_filter_column(table, column, &shape.names));
        };
        let name = mysql_name(column);
        match &*shape.kinds[place] {
            "tinyint" | "smallint" | "mediumint" | "int" | "bigint" | "decimal" | "float" | "double" | "year" => {
                let number = value.trim();
                if !is_number(number) {
                    return Err(no_filter_value(table, column));
                }
                conditions.push(format!("{name} {comparison} {number}"));
                continue;
            }
            "date" | "datetime" | "timestamp" if !begins_with_day(value) => {
                return Err(no_filter_value(table, column));
            }
            _ => {}
        }
        conditions.push(format!("{name} {comparison} ?"));
        values.push(Value::Bytes(value.clone().into_bytes()));
    }
    Ok((conditions, values))
}

fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, rest) =
        text.strip_prefix('-').unwrap_or(text).split_once('.').map_or((text, None), |(w, r)| (w, Some(r)));
    digits(whole.strip_prefix('-').unwrap_or(whole)) && rest.is_none_or(digits)
}

fn begins_with_day(text: &str) -> bool {
    let (day, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    Date::parse(day).is_ok() && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b' ' | b'T'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days() {
        for number in ["0", "-12", "3.14", "-0.5"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["", "-", "1.", ".5", "1e3", "--1", "1 OR 1=1", "1,2", "0x10", "１"] {
            assert!(!is_number(other), "{other}");
        }
        assert!(begins_with_day("2023-05-01") && begins_with_day("2023-05-01 13:45:00.5"));
        for other in ["", "2023", "2023-02-30", "2023-05-01 OR", "二〇二三年五月"] {
            assert!(!begins_with_day(other), "{other}");
        }
    }
}
