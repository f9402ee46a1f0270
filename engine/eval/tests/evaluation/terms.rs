//! Composite values, counters, witnesses, nested aggregates.

use values::Value;

use crate::support::{check, evaluate, failure};

/// The tuples of relation `r` in output order, cells as printed.
fn rows(text: &str) -> Vec<String> {
    let program = check(text);
    let model = evaluate(&program).unwrap_or_else(|halt| panic!("{halt:?}\n{text}"));
    let relation = program.find("r").expect("the relation is declared");
    let cells = |row| model.values(relation, row).iter().map(Value::to_string).collect::<Vec<_>>().join(" ");
    model.sorted(relation).into_iter().map(cells).collect()
}

const LIST: &str = ".type List = [head: number, tail: List]\n.decl l(x: List)\n";

#[test]
fn a_value_is_taken_apart_where_it_comes_from_elsewhere() {
    let facts = format!("{LIST}l(nil). l([1, nil]). l([2, [1, nil]]). l([3, [3, nil]]).\n");
    let of = |rule: &str| rows(&format!("{facts}.decl r(x: number)\n{rule}"));
    assert_eq!(of("r(x) :- l([x, _])."), ["1", "2", "3"]);
    assert_eq!(of("r(x) :- l(v), v = [x, nil]."), ["1"]);
    assert_eq!(of("r(x) :- l(v), [x, [y, _]] = v, y < 3."), ["2"]);
    assert_eq!(of("r(x) :- l([x, [x, nil]])."), ["3"]);
    assert_eq!(of("r(x) :- l([x, t]), l(t)."), ["1", "2"]);
    assert_eq!(of("r(x) :- l([x + 1, [x, _]])."), ["1"]);
    assert_eq!(of("r(x) :- l(v), v = [x, [x - 1, _]]."), ["2"]);
    assert_eq!(of("r(x) :- l([x, _]), !l([_, [x, _]])."), ["2"]);
    assert_eq!(of("r(x) :- l([x, _]), !l([x + 1, [_, _]]), !l([7, _])."), ["3"]);
    assert_eq!(of("r(1) :- l(v), v != nil, v = [2, w], w = [1, nil]."), ["1"]);
    assert_eq!(of("r(x) :- l([x, _]), !l([x, nil])."), ["2", "3"]);
    assert_eq!(of("r(x) :- l(v), v = [x, _], v != [2, [1, nil]]."), ["1", "3"]);
    assert_eq!(of("r(n) :- n = count : { l([_, _]) }."), ["3"]);
    assert_eq!(of("r(n) :- n = sum x : { l([x, _]) }."), ["6"]);
    assert_eq!(of("r(n) :- l([x, nil]), n = count : { l([_, [x, _]]) }."), ["1"]);
}

#[test]
fn a_value_is_made_where_its_fields_have_values() {
    let text = format!(
        "{LIST}.decl n(x: number)\nn(1). n(2).\nl([0, nil]).\nl([x, t]) :- n(x), l(t), t = [y, _], x = y + 1.
         .decl r(x: List)\nr(x) :- l(x).\nr([9, x]) :- l(x), x = [0, _].\nr(v) :- n(x), v = [x, [x * 10, nil]]."
    );
    assert_eq!(
        rows(&text),
        ["[0, nil]", "[1, [0, nil]]", "[1, [10, nil]]", "[2, [1, [0, nil]]]", "[2, [20, nil]]", "[9, [0, nil]]"]
    );
}

#[test]
fn branches_are_told_apart() {
    let text = "
        .type Expr = Num {x: number} | Add {a: Expr, b: Expr} | Neg {a: Expr}
        .decl e(x: Expr) .decl v(x: Expr, n: number) .decl r(x: Expr, n: number)
        e($Add($Num(1), $Neg($Num(5)))).
        e(a) :- e($Neg(a)). e(a) :- e($Add(a, _)). e(b) :- e($Add(_, b)).
        v(x, n) :- e(x), x = $Num(n).
        v(x, -n) :- e(x), x = $Neg(a), v(a, n).
        v(x, m + n) :- e(x), x = $Add(a, b), v(a, m), v(b, n).
        r(x, n) :- v(x, n).";
    assert_eq!(rows(text), ["$Add($Num(1), $Neg($Num(5))) -4", "$Neg($Num(5)) -5", "$Num(1) 1", "$Num(5) 5"]);
}

#[test]
fn enumerations_have_the_numbers_of_their_branches() {
    let text = "
        .type Colour = Red {} | Green {} | Blue {}
        .decl c(x: Colour) .decl r(x: Colour, n: number)
        c($Red()). c($Blue()).
        r(x, ord(x)) :- c(x).";
    assert_eq!(rows(text), ["$Blue 0", "$Red 2"]);
    let nil = ".type R = [x: number]\n.decl r(n: number)\n.decl c(x: R)\nc(nil).\nr(ord(x)) :- c(x).";
    assert_eq!(rows(nil), ["0"]);
}

#[test]
fn a_failing_field_is_an_error_unless_a_guard_rules_it_out() {
    let text = |body: &str| {
        format!(
            ".type P = [x: number, y: number]\n.decl a(x: number, y: number) .decl p(v: P) .decl r(x: number)
             a(1, 0). a(4, 2). p([2, 4]).\nr(x) :- {body}."
        )
    };
    assert_eq!(rows(&text("a(x, y), p([x / y, x]), y != 0")), ["4"]);
    for body in ["a(x, y), p([x / y, x])", "a(x, y), p(v), v = [x / y, _]", "a(x, y), !p([x / y, x])"] {
        assert!(failure(&text(body)).starts_with("SY0502 division by zero: 1 / 0"), "{body}");
    }
}

#[test]
fn the_counter_numbers_bindings_in_value_order() {
    let text = "
        .decl a(x: symbol, y: number) .decl r(n: number, x: symbol) .decl s(n: number)
        a(\"b\", 1). a(\"a\", 7). a(\"c\", 2). a(\"a\", 3).
        r(autoinc(), x) :- a(x, _).
        r(autoinc() + 100, x) :- a(x, y), y > 1, x != \"b\".
        s(autoinc()) :- r(_, _).";
    // Three names, then three pairs.
    let expected = ["0 a", "1 b", "2 c", "103 a", "104 a", "105 c"];
    assert_eq!(rows(text), expected);
    let several = "
        .decl a(x: number) .decl r(x: number, m: number, n: number)
        a(5). a(3).
        r(x, autoinc(), n) :- a(x), n = autoinc(), n < 3.";
    // The body's counter stands first.
    assert_eq!(rows(several), ["3 1 0", "5 3 2"]);
    let ranges = ".decl r(x: number, n: number)\nr(range(0, 3), autoinc()) :- true.\nr(autoinc(), 77) :- true.";
    assert_eq!(rows(ranges), ["0 0", "1 1", "2 2", "3 77"]);
}

#[test]
fn rounds_count_from_nought() {
    let text = "
        .decl e(x: number, y: number) .decl r(x: number, n: unsigned)
        e(1, 2). e(2, 3). e(3, 4).
        r(1, recursive_iteration_cnt()) :- e(1, _).
        r(y, n) :- r(x, _), e(x, y), n = recursive_iteration_cnt().";
    assert_eq!(rows(text), ["1 0", "2 1", "3 2", "4 3"]);
}

#[test]
fn witnesses_are_those_of_every_contribution_that_attains_the_extremum() {
    let facts = "
        .decl a(g: symbol, y: number, w: number) .decl g(g: symbol)
        a(\"k\", 3, 1). a(\"k\", 5, 2). a(\"k\", 5, 4). a(\"m\", 9, 1). a(\"m\", 2, 1). a(\"k\", 5, 2). g(\"k\"). g(\"m\"). g(\"z\").\n";
    let group = format!("{facts}.decl r(g: symbol, x: number, w: number)\nr(g, x, w) :- g(g), x = max y : a(g, y, w).");
    assert_eq!(rows(&group), ["k 5 2", "k 5 4", "m 9 1"]);
    let all = format!("{facts}.decl r(g: symbol, x: number)\nr(g, x) :- x = max y : a(g, y, _).");
    assert_eq!(rows(&all), ["m 9"]);
    let used = format!("{facts}.decl r(x: number)\nr(w + x) :- x = min y : a(_, y, w), !g(\"y\").");
    assert_eq!(rows(&used), ["3"]);
}

#[test]
fn aggregates_stand_in_aggregates() {
    let facts = "
        .decl a(g: number, y: number) .decl b(g: number)
        a(1, 3). a(1, 4). a(2, 10). a(3, 1). b(1). b(2).\n.decl r(n: number)\n";
    let of = |rule: &str| rows(&format!("{facts}{rule}"));
    assert_eq!(of("r(n) :- n = sum s : { b(g), s = sum y : a(g, y) }."), ["17"]);
    assert_eq!(of("r(n) :- n = max s : { b(g), s = count : a(g, _) }."), ["2"]);
    assert_eq!(of("r(n) :- b(k), n = count : { a(g, y), y > max z : { a(h, z), h = k } }."), ["0", "1"]);
    assert_eq!(of("r(n) :- n = sum (count : { a(g, _) }) : b(g)."), ["3"]);
}

#[test]
fn lists_of_a_hundred_thousand_elements() {
    let text = "
        .type List = [head: number, tail: List]
        .decl l(x: List, n: number) .decl last(x: List) .decl walk(x: List) .decl r(n: number)
        l(nil, 0).
        l([n, x], n + 1) :- l(x, n), n < 100000.
        last(x) :- l(x, 100000).
        walk(x) :- last(x).
        walk(t) :- walk([_, t]).
        r(n) :- n = count : { walk(_) }.
        r(-1) :- last(x), l(y, 99999), x = [99999, y], x != y.";
    assert_eq!(rows(text), ["-1", "100001"]);
}
