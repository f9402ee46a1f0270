//! Computations in words.

use diagnostics::Lang;
use values::Value;

use super::say;
use crate::fact::plain;
use crate::fill;

/// `add_years(2001-03-01, 20) = 2021-03-01`, `2 + 3 = 5`, `3 from range(1, 9)`
pub(super) fn computation(op: &str, args: &[Value], value: &Value, lang: Lang) -> String {
    let args = args.iter().map(plain).collect::<Vec<_>>();
    let value = plain(value);
    if op == "range" {
        return fill(say::RANGE, lang, &[("value", &value), ("args", &args.join(", "))]);
    }
    let call = match &args[..] {
        [dividend, divisor, places] if op == "round" => format!("round({dividend} / {divisor}, {places})"),
        [left, right] if is_infix(op) => format!("{left} {op} {right}"),
        [only] if op == "-" => format!("-{only}"),
        _ => format!("{op}({})", args.join(", ")),
    };
    format!("{call} = {value}")
}

/// Signs, and the words that stand between their operands.
fn is_infix(op: &str) -> bool {
    let words = ["band", "bor", "bxor", "bshl", "bshr", "bshru", "land", "lor", "lxor"];
    !op.starts_with(char::is_alphabetic) || words.contains(&op)
}
