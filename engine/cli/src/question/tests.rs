use program::{LoadError, Loaded, Loader, check};
use values::Value;

use super::*;

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

const PROGRAM: &str = "\
.type Id <: symbol
.decl lease(id: Id, start: date, years: number, rent: decimal, share: float, rows: unsigned)
.input lease
.decl 线索(案: symbol)
.output 线索
线索(x) :- lease(x, _, _, _, _, _).
.decl flag()
.output flag
flag() :- lease(_, _, _, _, _, _).
";

fn ask(text: &str) -> Result<Question, Vec<(&'static str, String)>> {
    let mut files = Files::default();
    let main = files.add("m.dl", PROGRAM);
    let program = check(&mut files, main, &mut NoFiles).program.unwrap();
    let asked = question(text, &program, &mut files, Lang::En).map(|asked| asked.fact);
    asked.map_err(|failure| match failure {
        Failure::Found(crate::exit::Exit::Usage, found) => found
            .iter()
            .map(|found| (found.code(), found.span.map(|span| files.snippet(span).to_string()).unwrap_or_default()))
            .collect(),
        other => panic!("{other:?}"),
    })
}

fn shown(text: &str) -> Vec<Option<String>> {
    ask(text).unwrap().args.iter().map(|value| value.as_ref().map(Value::to_string)).collect()
}

fn some(values: &[&str]) -> Vec<Option<String>> {
    values.iter().map(|value| if *value == "_" { None } else { Some(value.to_string()) }).collect()
}

fn mistake(text: &str, code: &str, place: &str) {
    assert_eq!(ask(text).unwrap_err(), [(code, place.to_string())].map(|(code, place)| (leak(code), place)), "{text}");
}

fn leak(code: &str) -> &'static str {
    catalogue::find(code).unwrap().code
}

#[test]
fn values_are_read_by_the_type_of_their_column() {
    let expected = some(&["L-1", "2021-01-05", "-3", "12.5", "1.5", "7"]);
    assert_eq!(shown("lease(\"L-1\", d\"2021-01-05\", -3, 12.50m, 1.5, 7u)"), expected);
    assert_eq!(shown("lease(\"L-1\", \"2021-01-05\", (-3), 12.50, 1.5, 7)."), expected);
    assert_eq!(shown("lease(\"L-1\", \"2021-01-05\", \"-3\", \"12.50\", \"1.5\", \"7\")"), expected);
    assert_eq!(shown("lease(_, _, 0x10, 12, 2, 0b11)"), some(&["_", "_", "16", "12", "2", "3"]));
    assert_eq!(shown("lease(_, _, 10.0.0.1, -12m, _, _)"), some(&["_", "_", "167772161", "-12", "_", "_"]));
}

#[test]
fn names_may_stand_for_places() {
    assert_eq!(shown("lease(rent: 3, id: \"L-1\")"), some(&["L-1", "_", "_", "3", "_", "_"]));
    assert_eq!(shown(" 线索(\"案-1\") 。"), some(&["案-1"]));
    assert_eq!(shown("flag()"), Vec::<Option<String>>::new());
}

#[test]
fn mistakes_are_marked_where_they_are() {
    mistake("leese(_)", "SY0621", "leese");
    mistake("线索(_, _)", "SY0622", "线索(_, _)");
    mistake("lease(ident: \"L-1\")", "SY0623", "ident");
    mistake("lease(id: \"L-1\", id: _)", "SY0624", "id");
    mistake("线索(案)", "SY0625", "案");
    mistake("线索(\"a\" + \"b\")", "SY0625", "\"a\" + \"b\"");
    mistake("线索(1)", "SY0626", "1");
    mistake("lease(start: d\"2021-02-31\")", "SY0626", "d\"2021-02-31\"");
    mistake("lease(years: 9223372036854775808)", "SY0626", "9223372036854775808");
    mistake("lease(rows: -1)", "SY0626", "-1");
    mistake("lease(rent: 0.0000000000001m)", "SY0626", "0.0000000000001m");
    mistake("", "SY0620", "");
    mistake("flag() :- flag()", "SY0620", "flag() :- flag()");
    mistake("flag(). flag()", "SY0620", "flag(). flag()");
    for text in ["线索", "136ad264", "94FB58FFBB588BC6", "!flag()", "flag() :- x", "flag(", "线索(\"a\" \"b\")", "_"]
    {
        mistake(text, "SY0620", text);
    }
    mistake("线索(\"a)", "SY0103", "\"a)");
}

#[test]
fn independent_mistakes_are_reported_together() {
    let expected = [("SY0626", "1".to_string()), ("SY0626", "\"x\"".to_string())];
    assert_eq!(ask("lease(1, \"x\", 3, _, _, _)").unwrap_err(), expected);
}

#[test]
fn whatever_is_asked_nothing_panics() {
    let pieces = [
        "lease", "(", ")", "\"", "'", "_", ",", ".", ":", "-", "1", "m", "d\"", "线索", "。", "\\", "\n", "@", "/*",
        ":-",
    ];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let _ = ask(&format!("{first}{second}{third}"));
                let _ = ask(&format!("lease({first}{second}{third}, _, _, _, _, _)"));
            }
        }
    }
}

#[test]
fn what_is_shown_can_be_asked() {
    let mut files = Files::default();
    let main = files.add("m.dl", PROGRAM);
    let program = check(&mut files, main, &mut NoFiles).program.unwrap();
    let relation = program.find("lease").unwrap();
    let day = |text| Value::Date(values::Date::parse(text).unwrap());
    let decimal = |text| Value::Decimal(values::Decimal::parse(text).unwrap());
    let rows = [
        ("L-1", day("2021-01-05"), i64::MIN, decimal("-0.07"), -1.5, u64::MAX),
        ("租\"约\\\n\t\u{7}", day("0001-01-01"), 0, decimal("3"), 1e300, 0),
        ("", day("9999-12-31"), i64::MAX, decimal("99999999999999999999999999.999999999999"), f64::INFINITY, 1),
        ("'; rm -rf", day("2000-02-29"), -1, decimal("0"), 5e-324, 2),
    ];
    for (id, start, years, rent, share, count) in rows {
        let row = [Value::symbol(id), start, Value::Number(years), rent, Value::Float(share), Value::Unsigned(count)];
        let shown = prose::fact(relation, &row, &program);
        let asked =
            question(&shown, &program, &mut files, Lang::En).unwrap_or_else(|failure| panic!("{shown}: {failure:?}"));
        assert_eq!(asked.fact.args, row.map(Some), "{shown}");
    }
}

const COMPOSITES: &str = "\
.type Party = Person {name: symbol, born: date} | Firm {name: symbol} | Unknown {}
.type List = [head: Party, tail: List]
.decl p(x: Party, l: List, n: number)
.input p
.output p
";

#[test]
fn composites_are_read_by_the_shape_of_their_column() {
    let mut files = Files::default();
    let main = files.add("m.dl", COMPOSITES);
    let program = check(&mut files, main, &mut NoFiles).program.unwrap();
    let mut ask = |text: &str| {
        let asked = question(text, &program, &mut files, Lang::En);
        asked.map(|asked| asked.fact.args).map_err(|failure| match failure {
            Failure::Found(_, found) => found.iter().map(Diagnostic::code).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        })
    };
    let printed = |args: Vec<Option<Value>>| {
        args.iter().map(|arg| arg.as_ref().map_or("_".to_string(), Value::to_string)).collect::<Vec<_>>()
    };
    let text = r#"p($Person("A \"b\"", d"2001-02-03"), [$Unknown(), ([$Firm(""), nil])], _)"#;
    let asked = ask(text).unwrap();
    assert_eq!(printed(asked.clone()), [r#"$Person(A "b", 2001-02-03)"#, "[$Unknown, [$Firm(), nil]]", "_"]);
    let relation = program.find("p").unwrap();
    let shown = prose::pattern(relation, &asked, &program);
    assert_eq!(ask(&shown).unwrap(), asked, "{shown}");
    let wrong_type = [
        "p(1, _, _)",
        "p(nil, _, _)",
        "p([], _, _)",
        "p($Nobody(), _, _)",
        "p($Firm(), _, _)",
        "p($Firm(1), _, _)",
        "p(_, $Unknown(), _)",
        "p(_, [$Unknown()], _)",
        "p(_, [nil, nil], _)",
        "p(_, _, nil)",
    ];
    for text in wrong_type {
        assert_eq!(ask(text).unwrap_err(), ["SY0626"], "{text}");
    }
    for text in ["p($Firm(_), _, _)", "p(x, _, _)", "p($Firm(cat(\"a\", \"b\")), _, _)", "p(_, [_, nil], _)"] {
        assert_eq!(ask(text).unwrap_err(), ["SY0625"], "{text}");
    }
}
