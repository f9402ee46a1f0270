//! Included files.

use crate::support::{checked, list, with_files};
use diagnostics::Files;
use program::{LoadError, Loaded, Loader, check};

fn findings(main: &str, others: &[(&'static str, &'static str)]) -> Vec<String> {
    let (files, checked) = with_files(main, others);
    list(&files, &checked)
}

#[test]
fn items_stand_where_the_include_stands() {
    let main = ".decl a(x: number)\n.output a\na(1).\n.include \"b\"\na(3).\n";
    let (files, checked) = with_files(main, &[("b", "a(2).\n")]);
    let program = checked.program.unwrap();
    let lines: Vec<&str> = program.facts.iter().map(|fact| files.snippet(fact.span)).collect();
    assert_eq!(lines, ["a(1).", "a(2).", "a(3)."]);
}

#[test]
fn errors_are_at_the_path() {
    assert_eq!(findings(".include \"none.dl\"\n", &[]), ["SY0240 1:10"]);
    assert_eq!(findings(".include \"a\"\n", &[("a", ".include \"b\"\n"), ("b", ".include \"a\"\n")]), ["SY0241 1:10"]);
    assert_eq!(findings(".include \"a\"\n", &[("a", ".include \"a\"\n")]), ["SY0241 1:10"]);
}

#[test]
fn a_file_that_cannot_be_read() {
    struct Locked;
    impl Loader for Locked {
        fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
            Err(LoadError::Unreadable("permission denied".to_owned()))
        }
    }
    let mut files = Files::default();
    let main = files.add("main.dl", ".include \"a\"\n");
    let checked = check(&mut files, main, &mut Locked);
    assert_eq!(list(&files, &checked), ["SY0243 1:10"]);
}

#[test]
fn the_main_file_including_itself_is_a_circle() {
    assert_eq!(findings(".include \"main.dl\"\n", &[("main.dl", ".include \"main.dl\"\n")]), ["SY0241 1:10"]);
}

#[test]
fn what_a_missing_file_may_declare_is_not_called_undeclared() {
    assert_eq!(findings(".include \"none.dl\"\n.output r\nr(x) :- b(x).\n", &[]), ["SY0240 1:10"]);
}

#[test]
fn once_ends_the_second_entry() {
    let a = (".once\n.decl a(x: number)\n.output a\na(1).\n.include \"b\"\n", ".once\na(2).\n.include \"a\"\n");
    assert_eq!(findings(".include \"a\"\n.include \"b\"\n.include \"a\"\n", &[("a", a.0), ("b", a.1)]), [""; 0]);
    let twice = ".decl a(x: number)\n.output a\na(1).\n.include \"b\"\n.include \"b\"\n";
    assert_eq!(findings(twice, &[("b", ".decl b()\n.output b\nb().\n")]), ["SY0202 1:7"]);
}

#[test]
fn inclusions_have_a_limit() {
    let others: Vec<(&'static str, &'static str)> = vec![
        ("0", ".include \"1\" .include \"1\" .include \"1\" .include \"1\""),
        ("1", ".include \"2\" .include \"2\" .include \"2\" .include \"2\""),
        ("2", ".include \"3\" .include \"3\" .include \"3\" .include \"3\""),
        ("3", ".include \"4\" .include \"4\" .include \"4\" .include \"4\""),
        ("4", ".include \"5\" .include \"5\" .include \"5\" .include \"5\""),
        ("5", ".include \"6\" .include \"6\" .include \"6\" .include \"6\""),
        ("6", ".include \"7\" .include \"7\" .include \"7\" .include \"7\""),
        ("7", ""),
    ];
    let found = findings(".include \"0\"", &others);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("SY0242"), "{found:?}");
}

#[test]
fn an_error_in_an_included_file_is_told_once() {
    let main = ".include \"b\"\n.include \"b\"\n.decl a(x: number)\n.output a\na(1).\n";
    assert_eq!(findings(main, &[("b", "a(\"x\").\n")]), ["SY0302 1:3"]);
    let (_, checked) = checked(".pragma \"a\" \"b\"\n");
    assert!(checked.program.is_some());
}
