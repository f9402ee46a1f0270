//! Computations in words.

use diagnostics::Lang;
use eval::Quantity;
use program::checked::Parameter;
use values::Value;

use super::say;
use crate::fact::{plain, quantity};
use crate::fill;

/// `add_years(2001-03-01, 20) = 2021-03-01`, `2 + 3 = 5`, `round(2 / 3, 2, "half_up") = 0.67`, `3 from range(1, 9)`
pub(super) fn computation(op: &str, args: &[Quantity], value: &Quantity, lang: Lang) -> String {
    let args = args.iter().map(quantity).collect::<Vec<_>>();
    let value = quantity(value);
    if op == "range" {
        return fill(say::RANGE, lang, &[("value", &value), ("args", &args.join(", "))]);
    }
    let call = match &args[..] {
        // `2 / (10/3)`, for a fraction is shown with the same sign.
        [left, right] if is_infix(op) && right.contains('/') && !right.starts_with('"') => {
            format!("{left} {op} ({right})")
        }
        [left, right] if is_infix(op) => format!("{left} {op} {right}"),
        [only] if op == "-" => format!("-{only}"),
        _ => format!("{op}({})", args.join(", ")),
    };
    format!("{call} = {value}")
}

/// `theft_large("A", on: 2014-05-01) = 2000 (source)`
pub(super) fn parameter(
    parameter: &Parameter,
    keys: &[Value],
    on: Option<&Value>,
    value: &Value,
    lang: Lang,
) -> String {
    let day = on.and_then(Value::date);
    let args = keys.iter().map(plain).chain(on.map(|day| format!("on: {day}"))).collect::<Vec<_>>().join(", ");
    let args = if args.is_empty() { args } else { format!("({args})") };
    let told = format!("{}{args} = {}", parameter.name, plain(value));
    match parameter.value(keys, day).map(|found| found.source.as_str()) {
        _ if parameter.replaced => fill(say::PARAMETER_REPLACED, lang, &[("value", &told)]),
        None | Some("") => told,
        Some(source) => fill(say::PARAMETER_SOURCE, lang, &[("value", &told), ("source", source)]),
    }
}

/// Signs, and the words that stand between their operands.
fn is_infix(op: &str) -> bool {
    let words = ["band", "bor", "bxor", "bshl", "bshr", "bshru", "land", "lor", "lxor"];
    !op.starts_with(char::is_alphabetic) || words.contains(&op)
}
