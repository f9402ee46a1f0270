//! Aggregates: scopes, contributions, types.

use crate::support::{correct, findings};
use program::checked::{Aggregate, Body, Contribution, Literal, LiteralKind, Program, Rule, Term};
use values::Primitive;

const BASE: &str = ".decl a(x: number, y: number)\n.decl b(x: number)\n.decl f(x: float)\n.decl d(x: date)\n.decl s(x: symbol)\n\
     .decl r(x: number)\n.decl p(x: number, y: number)\n.decl g(x: float)\n.decl e(x: date)\n\
     .output a, b, r, p, f, d, s, g, e\n\
     a(1, 2). b(1). f(1.5). d(d\"2021-01-01\"). s(\"\"). r(0). p(0, 0). g(0). e(d\"2021-01-01\").\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

fn right(rules: &str) -> Program {
    correct(&format!("{BASE}{rules}"))
}

fn in_term<'a>(term: &'a Term, found: &mut Vec<&'a Aggregate>) {
    match term {
        Term::Aggregate(aggregate) => {
            found.push(aggregate);
            in_body(&aggregate.body, found);
        }
        Term::Chain { first, rest } => {
            in_term(first, found);
            rest.iter().for_each(|link| in_term(&link.right, found));
        }
        Term::Call { args, .. } => args.iter().for_each(|arg| in_term(arg, found)),
        _ => {}
    }
}

fn in_body<'a>(body: &'a Body, found: &mut Vec<&'a Aggregate>) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| in_body(part, found)),
        Body::Not(inner) => in_body(inner, found),
        Body::Literal(Literal { kind: LiteralKind::Compare { left, right, .. }, .. }) => {
            in_term(left, found);
            in_term(right, found);
        }
        Body::Literal(_) => {}
    }
}

/// For each aggregate of the last rule: `injected | local contribution`, variables as name and number.
fn scopes(rules: &str) -> Vec<String> {
    let program = right(rules);
    let rule = program.rules.last().expect("a rule");
    let mut found = Vec::new();
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, &mut found));
    in_body(&rule.body, &mut found);
    found.into_iter().map(|aggregate| scope(rule, aggregate)).collect()
}

fn scope(rule: &Rule, aggregate: &Aggregate) -> String {
    let names = |ids: &[program::checked::VarId]| {
        ids.iter().map(|id| format!("{}{}", rule.variables[id.0 as usize].name, id.0)).collect::<Vec<_>>().join(",")
    };
    let kind = if aggregate.contribution == Contribution::Tuple { "tuple" } else { "assignment" };
    format!("{} | {} {kind}", names(&aggregate.injected), names(&aggregate.local))
}

#[test]
fn what_is_grounded_outside_is_injected() {
    assert_eq!(scopes("r(x) :- b(x), x < count : a(x, _)."), ["x0 |  tuple"]);
    assert_eq!(scopes("r(n) :- n = count : a(_, y)."), [" | y1 tuple"]);
    assert_eq!(scopes("p(x, n) :- n = sum y : a(x, y), b(x)."), ["x0 | y2 tuple"]);
    assert_eq!(scopes("p(count : a(x, _), x) :- b(x)."), ["x0 |  tuple"]);
}

#[test]
fn what_occurs_in_the_target_is_local() {
    // The `y` of the sum is another variable than the one outside.
    assert_eq!(scopes("p(y, n) :- b(y), n = sum y : a(_, y)."), [" | y2 tuple"]);
    let program = right("p(y, n) :- b(y), n = sum y : a(_, y).");
    let names: Vec<&str> = program.rules[0].variables.iter().map(|variable| variable.name.as_str()).collect();
    assert_eq!(names, ["y", "n", "y"]);
}

#[test]
fn sisters_do_not_share_locals() {
    assert_eq!(
        scopes("p(m, n) :- m = count : a(x, _), n = count : { a(_, x), x > 1 }."),
        [" | x2 tuple", " | x3 tuple"]
    );
}

#[test]
fn another_alternative_is_not_outside() {
    assert_eq!(scopes("r(n) :- b(x), n = x ; n = count : a(x, _)."), [" | x2 tuple"]);
    assert_eq!(scopes("r(n) :- b(x), (n = x ; n = count : a(x, _))."), ["x1 |  tuple"]);
}

#[test]
fn nested_aggregates_pass_on_what_they_need() {
    assert_eq!(
        scopes("r(n) :- b(k), n = sum y : { a(x, y), x < count : { a(z, _), z < k, z < x } }."),
        ["k1 | y2,x3 assignment", "k1,x3 | z4 tuple"]
    );
    assert_eq!(
        scopes("r(n) :- b(k), n = sum y : { b(y), y < count : a(y, k) }."),
        ["k1 | y2 assignment", "k1,y2 |  tuple"]
    );
}

#[test]
fn contributions() {
    assert_eq!(scopes("r(n) :- n = count : { a(x, _), b(x) }."), [" | x1 assignment"]);
    assert_eq!(scopes("r(n) :- n = count : { a(x, x) }."), [" | x1 assignment"]);
    assert_eq!(scopes("r(n) :- n = count : { a(x, _), !b(x), x > 1 }."), [" | x1 tuple"]);
    assert_eq!(scopes("r(n) :- n = count : { a(x, _), x = range(0, 9) }."), [" | x1 assignment"]);
    assert_eq!(scopes("r(n) :- n = sum 1 : { b(_) }."), [" |  tuple"]);
}

#[test]
fn results_have_the_type_of_the_target() {
    let program = right("g(x) :- x = mean y : f(y).\ne(x) :- x = max y : d(y).\nr(x) :- x = min y * 2 : b(y).\n");
    assert_eq!(program.rules[1].variables[0].primitive, Primitive::Date);
    assert_eq!(with("r(x) :- x = mean y : b(y)."), ["SY0304 12:13"]);
    assert_eq!(with("r(1) :- \"a\" = max y : s(y)."), ["SY0304 12:15"]);
    assert_eq!(with("e(x) :- x = sum y : d(y)."), ["SY0304 12:13"]);
    assert_eq!(with("s(x) :- x = count : b(_)."), ["SY0302 12:13"]);
}

#[test]
fn totals_have_no_witnesses() {
    assert_eq!(with("p(g, x) :- x = sum y : a(g, y)."), ["SY0352 12:26"]);
    assert_eq!(with("p(x, y) :- x = sum y : a(_, y)."), ["SY0352 12:29"]);
    assert_eq!(with("r(y) :- 1 < count : { a(y, _) }."), ["SY0352 12:25"]);
    assert_eq!(with("r(w) :- 1 < sum x : { b(x), w = x + 1 }."), ["SY0352 12:29"]);
    assert_eq!(with("p(m, w) :- m = sum x : { b(x), x = w }."), ["SY0352 12:36"]);
}

#[test]
fn inside_too_everything_is_grounded() {
    assert_eq!(with("r(n) :- n = count : { b(x), y > x }."), ["SY0320 12:29"]);
    assert_eq!(with("r(n) :- n = sum y : { b(x) }, b(n)."), ["SY0320 12:17"]);
    assert_eq!(with("r(x) :- 1 < count : { b(y), y < x }."), ["SY0320 12:3"]);
}

#[test]
fn two_that_need_each_other() {
    assert_eq!(with("p(x, z) :- x = sum y : a(z, y), z = sum w : a(x, w)."), ["SY0320 12:3"]);
}

#[test]
fn no_disjunction_inside() {
    assert_eq!(with("r(n) :- n = count : { b(x), !(a(x, 1), a(x, 2)) }."), ["SY0322 12:31"]);
    assert_eq!(with("r(n) :- n = count : { b(x) ; a(x, _) }."), ["SY0116 12:28"]);
    right("r(n) :- n = count : { b(x), !(!(a(x, 1), a(x, 2))) }.");
}

#[test]
fn literals_are_counted_apart() {
    let program = right("r(x) :- b(x), x < count : { a(x, y), y > 1 }, x > 0.");
    let Body::All(parts) = &program.rules[0].body else { panic!() };
    let indices: Vec<u32> = parts
        .iter()
        .map(|part| match part {
            Body::Literal(literal) => literal.index,
            _ => panic!(),
        })
        .collect();
    assert_eq!(indices, [0, 1, 2]);
}

/// For each aggregate of the last rule: its witnesses, as name and number.
fn witnesses(rules: &str) -> Vec<String> {
    let program = right(rules);
    let rule = program.rules.last().expect("a rule");
    let mut found = Vec::new();
    in_body(&rule.body, &mut found);
    let name = |id: &program::checked::VarId| format!("{}{}", rule.variables[id.0 as usize].name, id.0);
    found.iter().map(|aggregate| aggregate.witnesses.iter().map(name).collect::<Vec<_>>().join(",")).collect()
}

#[test]
fn witnesses_of_extrema() {
    // Not a group-by: the rows of the greatest value of all.
    assert_eq!(scopes("p(g, x) :- x = max y : a(g, y)."), [" | y2 tuple"]);
    assert_eq!(witnesses("p(g, x) :- x = max y : a(g, y)."), ["g0"]);
    assert_eq!(witnesses("p(g, x) :- b(g), x = max y : a(g, y)."), [""]);
    // The target too; where something else gives it a value, it stays another variable.
    assert_eq!(witnesses("p(x, y) :- x = max y : a(_, y)."), ["y1"]);
    assert_eq!(witnesses("p(x, y) :- b(y), x = max y : a(_, y)."), [""]);
    assert_eq!(witnesses("r(x) :- x = max x : b(x)."), [""]);
    // Computed inside, and used in another literal only.
    assert_eq!(witnesses("r(w) :- 1 < max x : { b(x), w = x + 1 }."), ["w0"]);
    assert_eq!(witnesses("r(x) :- x = min y : a(g, y), b(g + 1)."), ["g2"]);
    assert_eq!(witnesses("r(x) :- x = min y : a(g, y), x < sum z : a(g, z), b(h), h < g."), ["g2", ""]);
    // Of both, so that both have to agree.
    assert_eq!(witnesses("r(g) :- x = max y : a(g, y), x = min z : a(g, z)."), ["g0", "g0"]);
}

#[test]
fn witnesses_through_levels() {
    assert_eq!(witnesses("p(g, x) :- x = max y : { b(y), h < 9, h = max z : a(g, z) }, b(g)."), ["", ""]);
    assert_eq!(witnesses("p(h, x) :- x = max y : { b(y), h = min z : a(g, z), g > y }."), ["h0", "g4"]);
    assert_eq!(
        scopes("p(h, x) :- x = max y : { b(y), h = min z : a(g, z), g > y }."),
        [" | y2,g4 assignment", " | z3 tuple"]
    );
}

#[test]
fn where_there_are_no_witnesses() {
    // Behind `!`, in a head, in an alternative where something else gives the value.
    assert_eq!(with("r(g) :- b(x), !(x = max y : a(g, y))."), ["SY0320 12:3"]);
    assert_eq!(with("p(g, max y : a(g, y)) :- b(_)."), ["SY0320 12:3"]);
    // Not bound inside either.
    assert_eq!(with("r(g) :- b(x), x = max y : { b(y), y < g }."), ["SY0320 12:3"]);
    // Results that need each other.
    assert_eq!(with("p(x, z) :- x = max y : a(z, y), z = max w : a(x, w)."), ["SY0320 12:3"]);
}
