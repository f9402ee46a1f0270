//! `#include`.

use crate::support::made_with;

fn with(program: &str, others: &[(&str, &str)]) -> (String, Vec<String>) {
    let made = made_with(program, others, Some(""));
    (made.text(), made.found())
}

#[test]
fn a_file_stands_where_it_is_included() {
    let others = [("a", "#define A 1\np(A)."), ("b", "q(A).\n")];
    let program = "#define B \"b\"\n#include \"a\"\n#include <b>\n# include B // again\nr(A).\n";
    assert_eq!(with(program, &others), ("p(1). q(1). q(1). r(1).".to_owned(), vec![]));
}

#[test]
fn a_file_can_count_once() {
    let once = [("a", "#pragma once\np(1).\n"), ("g", "#ifndef G\n#define G\n#include \"g\"\nq(1).\n#endif\n")];
    let program = "#include \"a\"\n#include \"a\"\n#include \"g\"\n#include \"g\"\n";
    assert_eq!(with(program, &once), ("p(1). q(1).".to_owned(), vec![]));
}

#[test]
fn inclusions_that_fail_are_reported() {
    assert_eq!(with("#include \"gone\"\np(1).\n", &[]).1, ["SY0240 1:10"]);
    assert_eq!(with("#include gone\n", &[]).1, ["SY0125 1:10"]);
    assert_eq!(with("#include\n", &[]).1, ["SY0125 1:1"]);
    assert_eq!(with("#include \"a\"\n", &[("a", "#include \"a\"\np(1).\n")]).1, ["SY0137 1:10"]);
    let doubling = with("#include \"a\"\n", &[("a", "#if 1\n#endif\n"), ("b", "")]);
    assert_eq!(doubling.1, Vec::<String>::new());
    assert_eq!(with("#include \"a\"\n#endif\n", &[("a", "#if 1\n")]).1, ["SY0131 1:1", "SY0132 2:1"]);
}

#[test]
fn the_stack_of_inclusions_is_a_constant() {
    let others = [("a", "\n#include \"b\"\n"), ("b", "p(__INCL__, __FILE__).\n")];
    let program = "q(__INCL__).\n#include \"a\"\n";
    assert_eq!(with(program, &others).0, "q(\"\"). p(\"a:2:10;main.dl:2:10\", \"b\").");
}

#[test]
fn the_ranges_of_inclusions_are_known() {
    let made = made_with("x\n#include \"a\"\ny\n", &[("a", "1 #\n"), ("b", "2\n")], Some(""));
    let text = &made.files.get(made.made.file).text;
    let parts = made.made.inclusions.iter().map(|range| &text[range.range.start as usize..range.range.end as usize]);
    assert_eq!(parts.collect::<Vec<_>>(), ["1 \n"]);
}
