//! Strata.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;

#[test]
fn the_circle_is_shown_with_its_steps() {
    let text = ".decl a(x: number)\n.decl v(x: number)\n.decl w(x: number)\n.decl e(x: number)\n.output v\na(1).\n\
                v(x) :- a(x), !e(x).\nw(x) :- a(x), v(x).\ne(x) :- w(x).\n";
    assert_eq!(findings(text), ["SY0330 2:7"]);
    let (files, checked) = checked(text);
    let found = &checked.diagnostics[0];
    assert_eq!(found.message(Lang::En), "`v` depends on itself through negation: v -> e -> w -> v");
    let lines: Vec<(u32, u32)> =
        found.related.iter().map(|related| files.place(related.span)).map(|place| (place.line, place.column)).collect();
    assert_eq!(lines, [(7, 16), (9, 9), (8, 15)]);
}

#[test]
fn the_shortest_way_is_shown() {
    let text = ".decl a(x: number)\n.decl v(x: number)\n.decl w(x: number)\n.output v\na(1).\n\
                v(x) :- a(x), !w(x).\nw(x) :- w(x), a(x).\nw(x) :- v(x).\n";
    let (_, checked) = checked(text);
    assert_eq!(checked.diagnostics[0].message(Lang::En), "`v` depends on itself through negation: v -> w -> v");
}

#[test]
fn aggregates_and_negation_of_itself() {
    let base = ".decl a(x: number)\n.decl v(x: number)\n.output v\na(1).\n";
    assert_eq!(findings(&format!("{base}v(x) :- a(x), !v(x).")), ["SY0330 2:7"]);
    assert_eq!(findings(&format!("{base}v(x) :- a(x), x < count : v(_).")), ["SY0330 2:7"]);
    assert_eq!(findings(&format!("{base}v(count : v(_)) :- a(_).")), ["SY0330 2:7"]);
    // `!(p, !q)` needs q positively.
    assert_eq!(findings(&format!("{base}v(x) :- a(x), !(x < 1, !v(x)).")), Vec::<String>::new());
}

#[test]
fn two_circles_are_two_mistakes() {
    let base = ".decl a(x: number)\n.decl v(x: number)\n.decl w(x: number)\n.output v, w\na(1).\n";
    assert_eq!(findings(&format!("{base}v(x) :- a(x), !v(x).\nw(x) :- a(x), !w(x).")), ["SY0330 2:7", "SY0330 3:7"]);
    assert_eq!(findings(&format!("{base}v(x) :- a(x), !w(x).\nw(x) :- a(x), !v(x).")), ["SY0330 2:7"]);
}

#[test]
fn strata_are_in_the_order_of_declaration_where_they_can_be() {
    let program = correct(
        ".decl top(x: number)\n.decl z(x: number)\n.decl odd(x: number)\n.decl even(x: number)\n.decl y(x: number)\n\
         .output top\nz(1).\ny(2).\neven(x) :- z(x) ; odd(x).\nodd(x) :- even(x).\ntop(x) :- y(x), !odd(x).\n",
    );
    let names: Vec<Vec<&str>> = program
        .strata
        .iter()
        .map(|stratum| stratum.relations.iter().map(|id| program.relation(*id).name.as_str()).collect())
        .collect();
    assert_eq!(names, [vec!["z"], vec!["odd", "even"], vec!["y"], vec!["top"]]);
    let recursive: Vec<bool> = program.strata.iter().map(|stratum| stratum.recursive).collect();
    assert_eq!(recursive, [false, true, false, false]);
}
