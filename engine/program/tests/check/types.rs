//! Primitive types.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;

const COLUMNS: &str = ".decl n(x: number)\n.decl s(x: symbol)\n.decl f(x: float)\n.decl u(x: unsigned)\n\
     .decl d(x: date)\n.decl m(x: decimal)\n.output n, s, f, u, d, m\n\
     n(1). s(\"a\"). f(1). u(1). d(d\"2021-01-01\"). m(1).\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{COLUMNS}{rules}"))
}

fn right(rules: &str) {
    correct(&format!("{COLUMNS}{rules}"));
}

#[test]
fn one_error_for_one_variable_at_its_first_place() {
    assert_eq!(with("n(x) :- n(x), s(x), f(x), x = \"a\"."), ["SY0301 9:3"]);
    assert_eq!(with("n(1) :- n(y), s(y)."), ["SY0301 9:11"]);
    let (_, checked) = checked(&format!("{COLUMNS}n(y) :- s(y)."));
    let found = &checked.diagnostics[0];
    assert_eq!(found.message(Lang::En), "`y` would have to be `number` and `symbol` at once");
    // The column of the head, the place in the body, its column.
    assert_eq!(found.related.len(), 3);
}

#[test]
fn constants_fit_their_columns() {
    assert_eq!(with("n(\"a\")."), ["SY0302 9:3"]);
    assert_eq!(with("s(x) :- s(x), n(1.5)."), ["SY0302 9:17"]);
    assert_eq!(with("u(-1)."), ["SY0302 9:4"]);
    assert_eq!(with("n(x) :- n(x), x = \"a\"."), ["SY0302 9:19"]);
    assert_eq!(with("n(x) :- n(x), 1.5m < x."), ["SY0302 9:15"]);
    right("m(3). m(-3). f(-3). n(0x1F). u(0b11). n(127.0.0.1).\n");
}

#[test]
fn sides_of_comparisons_have_one_type() {
    assert_eq!(with("n(x) :- n(x), s(y), x = y."), ["SY0303 9:21"]);
    assert_eq!(with("n(x) :- n(x), d(y), x + 1 < y."), ["SY0304 9:21"]);
    assert_eq!(with("n(x) :- n(x), d(y), s(z), x < y, y < z, x < z."), ["SY0303 9:27", "SY0303 9:34", "SY0303 9:41"]);
}

#[test]
fn operators_are_overloaded() {
    right(
        "n(x + 1) :- n(x).\nf(x * 2) :- f(x).\nm(x - 0.5m) :- m(x).\ns(x + \"!\") :- s(x).\nd(x + 30) :- d(x).\nd(x - 30) :- d(x).\nn(x - y) :- d(x), d(y), y = x + 30.\nd(1 + x) :- d(x).\n",
    );
    right(
        "n(-x) :- n(x).\nn(x % 2 ^ 3) :- n(x).\nu(x bshru 1 band 0xFF) :- u(x).\nn(lnot x lor x) :- n(x).\nu(bnot x) :- u(x).\n",
    );
    right(
        "d(add_months(x, 1)) :- d(x).\nd(add_years(x, n)) :- d(x), n(n).\nd(to_date(x)) :- s(x).\nm(to_decimal(x)) :- s(x).\ns(to_string(x)) :- m(x).\ns(substr(x, 0, strlen(x))) :- s(x).\n",
    );
    right(
        "m(min(x, 3, 4m)) :- m(x).\ns(max(x, \"a\")) :- s(x).\nd(min(x, y)) :- d(x), d(y), y = x + 30.\ns(cat(x, x, x)) :- s(x).\ns(upper(words(keep(\"[a-z]\", x), 3))) :- s(x).\nn(ord(x)) :- s(x).\n",
    );
}

#[test]
fn what_no_signature_takes() {
    assert_eq!(with("d(x + x) :- d(x)."), ["SY0304 9:3"]);
    assert_eq!(with("u(-x) :- u(x)."), ["SY0304 9:3"]);
    assert_eq!(with("f(x % 2) :- f(x)."), ["SY0304 9:3"]);
    assert_eq!(with("n(strlen(5)) :- n(_)."), ["SY0304 9:3"]);
    assert_eq!(with("n(x) :- n(x), match(\"a\", x)."), ["SY0304 9:15"]);
    assert_eq!(with("n(x) :- n(x), n(y), y + strlen(y) * 2 > 1."), ["SY0304 9:25"]);
    let (_, checked) = checked(&format!("{COLUMNS}n(x) :- s(t), x = t + 1."));
    let message = checked.diagnostics[0].message(Lang::En);
    assert_eq!(message, "`+` does not take (symbol, number/unsigned/float/decimal) -> number");
}

/// The help for the only finding.
fn help(rules: &str) -> String {
    let (_, checked) = checked(&format!("{COLUMNS}{rules}"));
    assert_eq!(checked.diagnostics.len(), 1);
    checked.diagnostics[0].help(Lang::En)
}

#[test]
fn the_literal_that_was_meant_is_proposed() {
    assert!(help("m(x) :- m(x), x > 1.5.").starts_with("write a value of type `decimal`, such as `1.5m`,"));
    assert!(help("d(x) :- d(x), x > \"2020-01-01\".").contains("`d\"2020-01-01\"`"));
    // The constant is wrong, not the quotient.
    assert_eq!(with("m(x) :- m(x), m(y), x / y < 0.7."), ["SY0302 9:29"]);
    assert!(help("m(x) :- m(x), m(y), x / y < 0.7.").contains("such as `0.7m`"));
    assert_eq!(with("m(x) :- m(x), m(y), 0.7 > x / y."), ["SY0302 9:21"]);
    // A column gives the type that does not fit.
    assert_eq!(with("f(x / y) :- m(x), m(y)."), ["SY0304 9:3"]);
}

#[test]
fn a_date_without_quotes_is_recognized() {
    assert_eq!(with("d(x) :- d(x), x > 2020-01-01."), ["SY0315 9:19"]);
    assert_eq!(with("d(2020-1-1)."), ["SY0315 9:3"]);
    assert_eq!(help("d(x) :- d(x), x > 2020-1-31."), "write `d\"2020-01-31\"`");
    assert_eq!(with("d(x) :- d(x), x > 2020 - 01 - 01."), ["SY0304 9:19"]);
    right("n(2020-01-01).\n");
}

#[test]
fn functors_have_names_and_arities() {
    assert_eq!(with("n(strlne(x)) :- s(x)."), ["SY0230 9:3"]);
    assert_eq!(with("n(strlen(x, x)) :- s(x)."), ["SY0231 9:3"]);
    assert_eq!(with("s(cat(x)) :- s(x)."), ["SY0231 9:3"]);
    assert_eq!(with("n(x) :- n(x), s(y), match(y)."), ["SY0231 9:21"]);
    assert_eq!(with("n(x) :- x = range(1)."), ["SY0231 9:13"]);
}

#[test]
fn numbers_take_their_type_from_what_they_meet() {
    right("n(1) :- 1 < 2.\nn(1) :- 1 + 2 < 3.\ns(to_string(1)) :- n(_).\nn(1) :- x = range(0, 3), x > 1.\n");
    right("n(1) :- 1 < 2u.\nf(x) :- x = 1 + 2.\nn(x) :- x = range(0, 3).\ns(to_string(as(1, float))) :- n(_).\n");
    assert_eq!(with("n(1) :- y = -y."), ["SY0320 9:9"]);
}

#[test]
fn casts() {
    right(
        "n(as(x, number)) :- f(x).\nf(as(2, float)) :- n(_).\nu(as(x, unsigned)) :- n(x).\nu(as(-1, unsigned)) :- n(_).\n",
    );
    assert_eq!(with("f(as(x, float)) :- s(x)."), ["SY0304 9:3"]);
    assert_eq!(with("s(as(x, symbol)) :- n(x)."), ["SY0304 9:3"]);
    assert_eq!(with("n(as(x, number)) :- s(x)."), ["SY0390 9:3"]);
    assert_eq!(with("u(as(x, unsigned)) :- s(x)."), ["SY0390 9:3"]);
    assert_eq!(with("n(as(x, nubmer)) :- n(x)."), ["SY0205 9:9"]);
}

#[test]
fn quotients_of_decimals_are_compared_or_rounded() {
    right("m(x) :- m(x), x / 3 > 1.5, 2 * x / 3 = x / 1.5m.\nm(round(x / 3, 2, \"half_up\")) :- m(x).\nm(round(x, 0, \"down\")) :- m(x).\nn(x / 2) :- n(x).\nf(x / 2 * 3) :- f(x).\n"
        .replace("1.5,", "1.5m,").as_str());
    assert_eq!(with("m(x / 3) :- m(x)."), ["SY0310 9:3"]);
    assert_eq!(with("m(y) :- m(x), y = x / 3."), ["SY0310 9:19"]);
    right("m(x) :- m(x), x / 3 * 3 = x, x / 3 / 3 < x + 1.\n");
    assert_eq!(with("m(round(x / 3, 2, \"nearest\")) :- m(x)."), ["SY0232 9:19"]);
    assert_eq!(with("m(round(x / 3, 13, \"up\")) :- m(x)."), ["SY0233 9:16"]);
    assert_eq!(with("m(round(x / 3, -1, \"up\")) :- m(x)."), ["SY0233 9:17"]);
}

#[test]
fn what_is_ungrounded_is_not_called_ambiguous_too() {
    assert_eq!(with("n(1) :- d(x), y = x - y.\n"), ["SY0320 9:15"]);
    assert_eq!(with("n(1) :- n(_), to_string(-y) = \"1\", y = -z, z = -y.\n"), ["SY0320 9:26"]);
}
