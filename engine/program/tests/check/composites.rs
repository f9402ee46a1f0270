//! Records, algebraic data types, counters.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;
use program::checked::{Body, Functor, Literal, LiteralKind, Program, Term};
use values::{Primitive, ShapeId};

const BASE: &str = ".type Pair = [a: number, b: symbol]\n.type List = [head: number, tail: List]\n\
     .type Tree = Node {left: Tree, key: symbol, right: Tree} | Leaf {}\n.type Color = Red {} | Blue {}\n\
     .decl p(x: Pair)\n.decl l(x: List)\n.decl t(x: Tree)\n.decl c(x: Color)\n.decl n(x: number)\n.decl s(x: symbol)\n\
     .output p, l, t, c, n, s\np([1, \"a\"]). l([1, [2, nil]]). t($Node($Leaf(), \"k\", $Leaf())). c($Red()). n(1). s(\"\").\n";

/// Rules start on line 13.
fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

fn right(rules: &str) -> Program {
    correct(&format!("{BASE}{rules}"))
}

fn only(rules: &str) -> (String, String) {
    let (_, checked) = checked(&format!("{BASE}{rules}"));
    assert_eq!(checked.diagnostics.len(), 1);
    (checked.diagnostics[0].message(Lang::En), checked.diagnostics[0].help(Lang::En))
}

#[test]
fn shapes() {
    let program = right("");
    let shape = |number| program.shapes.get(ShapeId(number));
    let names: Vec<&str> = (0..4).map(|number| shape(number).name.as_str()).collect();
    assert_eq!(names, ["Pair", "List", "Tree", "Color"]);
    assert_eq!(shape(1).fields(0)[1].primitive, Primitive::Composite(ShapeId(1)));
    // Branches are numbered by their names: Leaf before Node, Blue before Red.
    assert_eq!((shape(2).branch(0), shape(2).branch(1)), (Some("Leaf"), Some("Node")));
    assert_eq!((shape(3).branch(1), shape(3).is_enum()), (Some("Red"), true));
    assert_eq!(shape(2).fields(1).len(), 3);
    assert_eq!(program.relations[2].columns[0].primitive, Primitive::Composite(ShapeId(2)));
}

#[test]
fn values_in_facts() {
    let program = right("");
    let arg = |fact: usize| &program.facts[fact].atom.args[0];
    let Term::Composite { shape, branch, fields, .. } = arg(1) else { panic!("{:?}", arg(1)) };
    assert_eq!((*shape, *branch), (ShapeId(1), 0));
    let Term::Composite { fields, .. } = &fields[1] else { panic!("{fields:?}") };
    let Term::Constant(nil) = &fields[1] else { panic!("{fields:?}") };
    assert_eq!((nil.to_string().as_str(), nil.primitive()), ("nil", Primitive::Composite(ShapeId(1))));
    let Term::Composite { shape, branch, .. } = arg(2) else { panic!("{:?}", arg(2)) };
    assert_eq!((*shape, *branch), (ShapeId(2), 1));
}

#[test]
fn types_reach_all_fields() {
    let program = right("n(x) :- l([x, [y, _]]), y > 0.\ns(k) :- t($Node($Leaf(), k, _)).\n");
    assert_eq!(program.rules[1].variables[0].primitive, Primitive::Symbol);
    // By way of a variable, of the other side, of a cast, of another rule's column.
    right(
        "n(x) :- l(r), r = [x, nil].\nl([x, r]) :- l(r), r = [x, _], r != nil.\nn(x) :- [x, y] = as(r, Pair), p(r), y = \"a\".\n",
    );
    let program = right("n(ord(as(nil, List))) :- n(_).\nn(ord(r)) :- p(r).");
    let Term::Call { functor, .. } = &program.rules[1].heads[0].args[0] else { panic!() };
    assert_eq!(*functor, Functor::Ordinal(Primitive::Composite(ShapeId(0))));
}

#[test]
fn mistakes_in_fields() {
    assert_eq!(with("p([\"x\", \"y\"])."), ["SY0302 13:4"]);
    assert_eq!(with("p([1])."), ["SY0265 13:3"]);
    assert_eq!(with("p([1, \"a\", 2]). l([])."), ["SY0265 13:3", "SY0265 13:19"]);
    assert_eq!(with("n(x) :- p([x, y]), y > x."), ["SY0303 13:20"]);
    assert_eq!(with("n(y) :- p([_, y])."), ["SY0301 13:3"]);
    assert_eq!(with("n(x) :- p(r), r = [x]."), ["SY0265 13:19"]);
    assert_eq!(with("t($Node($Leaf(), 5, $Leaf()))."), ["SY0302 13:18"]);
    assert_eq!(with("t($Node($Leaf(), \"k\"))."), ["SY0265 13:3"]);
    assert_eq!(with("t($Leave())."), ["SY0264 13:3"]);
    assert_eq!(with("t($Red())."), ["SY0302 13:3"]);
    assert_eq!(with("t(nil)."), ["SY0266 13:3"]);
    assert_eq!(with("c([])."), ["SY0266 13:3"]);
    assert_eq!(with("n([1]). n(nil)."), ["SY0302 13:3", "SY0302 13:11"]);
    assert_eq!(with("p(5)."), ["SY0302 13:3"]);
    assert_eq!(with("l(r) :- p(r)."), ["SY0301 13:3"]);
}

#[test]
fn messages_name_the_declared_type() {
    assert_eq!(only("p(5).").0, "this value is `number/unsigned/float/decimal`, but `Pair` is needed");
    assert!(only("p(5).").1.contains("such as `[.., ..]`"));
    assert!(only("c(5).").1.contains("such as `$Blue()`"));
    assert_eq!(only("n(nil).").0, "this value is `[..]`, but `number` is needed");
    assert_eq!(only("l(r) :- p(r).").0, "`r` would have to be `List` and `Pair` at once");
    assert!(only("t($Leave()).").1.contains("$Leaf"));
}

#[test]
fn types_that_nothing_tells() {
    assert_eq!(with("n(ord(nil)) :- n(_)."), ["SY0350 13:7"]);
    assert_eq!(with("n(ord([1, 2])) :- n(_)."), ["SY0350 13:7"]);
    assert_eq!(with("n(x) :- n(x), y = [x, [1]], y != nil."), ["SY0350 13:19"]);
}

#[test]
fn what_composites_can_do() {
    assert_eq!(with("n(1) :- p(r), p(q), r < q."), ["SY0351 13:21"]);
    assert_eq!(with("n(r + 1) :- p(r)."), ["SY0304 13:3"]);
    assert_eq!(with("s(to_string(r)) :- p(r)."), ["SY0304 13:3"]);
    assert_eq!(with("s(as(r, symbol)) :- p(r)."), ["SY0304 13:3"]);
    assert_eq!(with("l(as(r, List)) :- p(r)."), ["SY0301 13:6"]);
    assert_eq!(with("n(max x : p(x)) :- n(_)."), ["SY0304 13:3"]);
    assert_eq!(with("p(x + 1) :- n(x)."), ["SY0304 13:3"]);
    right("p(as(r, Pair)) :- p(r), p(q), r != q, r = q.");
}

#[test]
fn wildcards_where_a_value_is_taken_apart() {
    right("n(x) :- p([x, _]).\nn(x) :- n(x), !p([x, _]).\nn(x) :- l(r), r = [x, [_, _]].\n");
    right(
        "n(x) :- n(x), x < count : { l([_, y]), y != nil }.\nn(x) :- p(r), as(r, Pair) = [x, _].\nn(x) :- p(r), !(r != [x, _]).",
    );
    assert_eq!(with("p([1, _]) :- n(_)."), ["SY0313 13:7"]);
    assert_eq!(with("p([1, _])."), ["SY0313 13:7"]);
    assert_eq!(with("n(x) :- [x, _] = [1, \"a\"]."), ["SY0313 13:13"]);
    assert_eq!(with("n(1) :- p(r), r != [1, _]."), ["SY0313 13:24"]);
    assert_eq!(with("n(1) :- p(r), !(r = [1, _])."), ["SY0313 13:25"]);
    assert_eq!(with("n(ord(as([1, _], Pair))) :- n(_)."), ["SY0313 13:14"]);
}

#[test]
fn values_and_their_arguments_ground_each_other() {
    right(
        "n(x) :- p(r), r = [x, \"a\"].\np(r) :- n(x), s(y), r = [x, y].\nl(r) :- l([_, r]).\nl([x, [y, nil]]) :- l(r), [x, q] = r, q = [y, nil].\n",
    );
    right("t(l) :- t($Node(l, _, $Node(_, _, _))).\nt(x) :- t(y), $Node(x, k, x) = y, s(k).\n");
    assert_eq!(with("p([x, y]) :- n(x)."), ["SY0320 13:7"]);
    assert_eq!(with("p(r) :- n(_), r = [1, _]."), ["SY0320 13:3"]);
    assert_eq!(with("p(r) :- r = [x, y], n(x)."), ["SY0320 13:3"]);
    assert_eq!(with("n(x) :- n(x), !p([x, y])."), ["SY0320 13:22"]);
    assert_eq!(with("n(x) :- p([x + 1, _])."), ["SY0320 13:3"]);
}

#[test]
fn record_against_record_is_an_equality_for_each_field() {
    let program = right("n(x) :- n(y), [x, 1] = [2, y], x > 0.");
    let Body::All(parts) = &program.rules[0].body else { panic!() };
    let Body::All(fields) = &parts[1] else { panic!() };
    let (Body::Literal(first), Body::Literal(second), Body::Literal(last)) = (&fields[0], &fields[1], &parts[2]) else {
        panic!()
    };
    assert_eq!((first.index, second.index, last.index), (1, 2, 3));
    assert!(matches!(&second.kind, LiteralKind::Compare { left: Term::Constant(_), .. }));
    // The fields of branches keep their types.
    let program = right("s(k) :- $Node(x, k, $Leaf()) = $Node(y, \"k\", z), t(x), x = y, t(z).");
    assert_eq!(program.rules[0].variables[1].primitive, Primitive::Composite(ShapeId(2)));
    right("n(1) :- nil = nil, [] = [].");
    // Behind `!` it stays one literal.
    let program = right("n(x) :- n(x), p(q), !(q = [x, \"a\"]), !([x, \"a\"] = as([2, \"a\"], Pair)).");
    let Body::All(parts) = &program.rules[0].body else { panic!() };
    assert!(matches!(&parts[3], Body::Not(inner) if matches!(**inner, Body::Literal(Literal { index: 3, .. }))));
}

#[test]
fn declarations() {
    let told = |text: &str| findings(&format!("{text}.decl n(x: number)\n.output n\nn(1).\n"));
    let none: [&str; 0] = [];
    assert_eq!(told(".type R = [a: number, a: symbol]\n"), ["SY0261 1:26"]);
    assert_eq!(told(".type R = [a: nowhere]\n"), ["SY0205 1:15"]);
    assert_eq!(told(".type R = [a: nowhere]\n.decl r(x: R)\nr([1]). r([_x]) :- r([_x]), _x > 2.\n"), ["SY0205 1:15"]);
    assert_eq!(
        told(".type D = A {x: nowhere}\n.decl r(x: D)\nr($A(1)). r(x) :- $A(1) = $A(_), r(x).\n"),
        ["SY0205 1:17", "SY0313 3:30"]
    );
    assert_eq!(told(".type D = A {} | A {x: number}\n"), ["SY0262 1:18"]);
    assert_eq!(told(".type D = A {}\n.type E = B {} | A {}\n"), ["SY0262 2:18"]);
    assert_eq!(told(".type D = A {x: D}\n"), ["SY0263 1:1"]);
    assert_eq!(told(".type D = A {x: E}\n.type E = B {x: D} | C {x: E}\n.type F = G {d: D}\n"), ["SY0263 1:1"]);
    assert_eq!(told(".type D = A {x: E}\n.type E = B {x: D} | C {r: R}\n.type R = [d: D]\n"), none);
    assert_eq!(told(".type R = [a: R]\n.type S = R\n.type E = []\n.type T = [r: S, e: E]\n"), none);
    assert_eq!(told(".type R = [a: S]\n.type S = R\n"), none);
    assert_eq!(told(".type R = [a: number]\n.type S <: R\n.type U = R | R\n"), ["SY0260 2:1", "SY0260 3:1"]);
    assert_eq!(told(".type R = [a: number]\n.type R = Q {}\n.decl q(x: R)\nq($Q()).\n"), ["SY0203 2:1"]);
    assert_eq!(told(".type number = Q {}\n.decl q(x: number)\nq($Q()).\n"), ["SY0204 1:1"]);
}

#[test]
fn fields_of_subset_types() {
    let told = |rules: &str| {
        let base = ".type Yuan <: number\n.type Days <: number\n.type Sum = [y: Yuan]\n.type Term = Limited {d: Days} | Open {}\n\
             .decl total(s: Sum)\n.decl term(t: Term)\n.decl y(x: Yuan)\n.decl d(x: Days)\n.output total, term, y, d\n\
             y(1). d(2). total([3]). term($Limited(4)).\n";
        findings(&format!("{base}{rules}"))
    };
    assert_eq!(told("y(x) :- total([x]), term($Limited(_)).\ntotal([x]) :- y(x)."), Vec::<String>::new());
    assert_eq!(told("total([x]) :- d(x)."), ["SY0312 11:8"]);
    assert_eq!(told("d(x) :- total([x])."), ["SY0312 11:3"]);
    assert_eq!(told("d(x) :- total([x]), term($Limited(x))."), ["SY0311 11:35"]);
    assert_eq!(told("d(x) :- d(x), total(r), r = [x]."), ["SY0311 11:30"]);
    assert_eq!(told("d(x) :- d(x), !total([x])."), Vec::<String>::new());
}

#[test]
fn counters() {
    let program = right("n(autoinc()) :- s(_).\ns(to_string(x)) :- p(_), x = autoinc().\n");
    assert!(matches!(&program.rules[0].heads[0].args[0], Term::Counter { operand: Primitive::Number, .. }));
    right("n(x) :- s(_), x = as(recursive_iteration_cnt(), number).");
    assert_eq!(with("n($) :- s(_)."), ["SY0267 13:3"]);
    assert_eq!(with("n(autoinc())."), ["SY0314 13:3"]);
    assert_eq!(with("n(as(recursive_iteration_cnt(), number))."), ["SY0314 13:3"]);
    assert_eq!(with("n(autoinc()) :- n(_)."), ["SY0353 13:3"]);
    assert_eq!(with("n(x) :- l([x, _]), x < autoinc().\nl([x, nil]) :- n(x)."), ["SY0353 13:24"]);
    assert_eq!(with("n(x) :- s(_), x = count : { p(_), autoinc() > 1 }."), ["SY0353 13:35"]);
    assert_eq!(with("n(autoinc(1)) :- s(_)."), ["SY0231 13:3"]);
    assert_eq!(with("s(autoinc()) :- n(_)."), ["SY0304 13:3"]);
}

#[test]
fn subsumptions_count_nothing() {
    assert_eq!(with("n(x) <= n(y) :- x < y, y < autoinc()."), ["SY0353 13:28"]);
    right("p([x, k]) <= p([y, k]) :- x < y.");
}
