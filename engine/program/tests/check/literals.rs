//! Constants and their limits.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;
use program::checked::Term;
use values::Value;

fn value(of: &str, text: &str) -> Value {
    let program = correct(&format!(".decl a(x: {of})\n.output a\na({text})."));
    let Term::Constant(value) = &program.facts[0].atom.args[0] else { panic!("{text}") };
    value.clone()
}

fn wrong(of: &str, text: &str) -> Vec<String> {
    findings(&format!(".decl a(x: {of})\n.output a\na({text})."))
}

#[test]
fn numbers() {
    assert_eq!(value("number", "-9223372036854775808"), Value::Number(i64::MIN));
    assert_eq!(value("number", "- -5"), Value::Number(5));
    assert_eq!(value("number", "255.255.255.255"), Value::Number(-1));
    assert_eq!(value("unsigned", "0xFFFFFFFFFFFFFFFF"), Value::Unsigned(u64::MAX));
    assert_eq!(value("float", "-3"), Value::Float(-3.0));
    assert_eq!(value("symbol", r#""a\"b\\n""#), Value::symbol("a\"b\\n"));
    assert_eq!(wrong("number", "9223372036854775808"), ["SY0306 3:3"]);
    assert_eq!(wrong("number", "-9223372036854775809"), ["SY0306 3:4"]);
    assert_eq!(wrong("unsigned", "18446744073709551616u"), ["SY0306 3:3"]);
    assert_eq!(wrong("number", "1000000000000000000000000000000000000000000"), ["SY0306 3:3"]);
}

#[test]
fn messages_do_not_repeat_a_long_literal() {
    let (_, checked) = checked(&format!(".decl a(x: number)\n.output a\na({}).", "1".repeat(100_000)));
    let message = checked.diagnostics[0].message(Lang::En);
    assert_eq!(message, format!("`{}…` is beyond the type `number`", "1".repeat(40)));
}

#[test]
fn days() {
    assert_eq!(value("date", "d\"2024-02-29\"").to_string(), "2024-02-29");
    assert_eq!(wrong("date", "d\"2021-02-31\""), ["SY0307 3:3"]);
    assert_eq!(wrong("date", "d\"0000-01-01\""), ["SY0307 3:3"]);
    assert_eq!(wrong("date", "d\"2021-2-3\""), ["SY0308 3:3"]);
    assert_eq!(wrong("date", "\"2021-02-03\""), ["SY0302 3:3"]);
}

#[test]
fn decimals() {
    assert_eq!(value("decimal", "-12.50m").to_string(), "-12.5");
    assert_eq!(value("decimal", "70"), value("decimal", "70.00m"));
    assert_eq!(wrong("decimal", "0.1234567890123m"), ["SY0309 3:3"]);
    assert_eq!(wrong("decimal", "100000000000000000000000000m"), ["SY0306 3:3"]);
    assert_eq!(wrong("decimal", "1.5"), ["SY0302 3:3"]);
}
