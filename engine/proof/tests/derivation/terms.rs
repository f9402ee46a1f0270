//! Derivations of facts with composites, counters, witnesses and rounds.

use eval::Model;
use proof::{Derivation, Limits, Node, Obstacle, Question, explain, why_not};
use values::Value;

use crate::support::{Nothing, check, model};

/// Derivations of all facts of `relation`, at most `answers`.
fn explained(model: &Model<'_>, relation: &str, depth: Option<usize>) -> Derivation {
    let relation = model.program.find(relation).expect("the relation is declared");
    let args = vec![None; model.program.relation(relation).columns.len()];
    explain(model, &Nothing, &Question { relation, args }, &Limits { all: true, depth, answers: 100 })
}

/// `relation(args) <- premise, premise` for each fact of `r`.
fn steps(text: &str) -> Vec<String> {
    let program = check(text);
    let model = model(&program);
    let derivation = explained(&model, "r", None);
    let shown = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>().join(" ");
    let name = |node: usize| match &derivation.nodes[node] {
        Node::Record { relation, args, .. }
        | Node::Given { relation, args, .. }
        | Node::Fact { relation, args, .. } => format!("{}({})", program.relation(*relation).name, shown(args)),
        Node::Implied { .. } | Node::Repeated { .. } => panic!("no relation here has a law"),
        Node::Comparison { op, left, right, .. } => format!("{left} {op} {right}"),
        Node::Parameter { parameter, value, .. } => format!("{} is {value}", parameter.name),
        Node::InForce { day, .. } => format!("in force on {day}"),
        Node::Precedence { beaten, .. } => format!("over {}", beaten.len()),
        Node::Computation { op, args, value, .. } => {
            format!("{op}({}) is {value}", args.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        }
        Node::Absence { pattern, .. } => {
            let pattern = pattern.iter().map(|value| value.as_ref().map_or("_".to_string(), Value::to_string));
            format!("no {}", pattern.collect::<Vec<_>>().join(" "))
        }
        Node::Aggregate { op, value, witnesses, members, .. } => {
            let witnesses = witnesses.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>().join(" ");
            format!("{op} of {} is {value} by {witnesses}", members.len())
        }
    };
    let step = |answer: &usize| match &derivation.nodes[*answer] {
        Node::Fact { premises, .. } => {
            let premises = premises.iter().map(|premise| name(premise.node)).collect::<Vec<_>>().join("; ");
            format!("{} <- {premises}", name(*answer))
        }
        _ => name(*answer),
    };
    derivation.answers.iter().map(step).collect()
}

#[test]
fn parts_of_composites_lead_to_the_facts_they_came_from() {
    let text = "
        .type Party = Person {name: symbol, age: number} | Firm {name: symbol}
        .decl p(x: Party) .decl old(age: number) .decl r(x: symbol, y: Party)
        p($Firm(\"F\")). p($Person(\"B\", 70)). p($Person(\"A\", 30)). old(70).
        r(n, $Firm(n)) :- p($Person(n, a)), old(a), !p($Firm(n)).
        r(n, x) :- p(x), x = $Firm(n).";
    let expected = [
        "r(B $Firm(B)) <- p($Person(B, 70)); old(70); no $Firm(B)",
        "r(F $Firm(F)) <- p($Firm(F)); $Firm(F) = $Firm(F)",
    ];
    assert_eq!(steps(text), expected);
}

#[test]
fn a_number_of_the_counter_leads_to_the_binding_that_got_it() {
    let text = "
        .decl a(x: symbol, y: number) .decl r(n: number)
        a(\"b\", 1). a(\"a\", 2). a(\"b\", 3).
        r(autoinc()) :- a(_, y), y > 0.
        r(n + 10) :- a(x, _), n = autoinc(), n > 3.";
    let expected = [
        "r(0) <- a(b 1); 1 > 0; autoinc() is 0",
        "r(1) <- a(a 2); 2 > 0; autoinc() is 1",
        "r(2) <- a(b 3); 3 > 0; autoinc() is 2",
        "r(14) <- a(b 1); autoinc() is 4; 4 > 3; +(4 10) is 14",
        "r(14) <- a(b 3); autoinc() is 4; 4 > 3; +(4 10) is 14",
    ];
    assert_eq!(steps(text), expected);
}

#[test]
fn the_round_is_told() {
    let text = "
        .decl e(x: number) .decl r(x: number, n: unsigned)
        e(1). e(2).
        r(1, recursive_iteration_cnt()) :- e(1).
        r(y, n) :- r(x, _), y = x + 1, e(y), n = recursive_iteration_cnt().";
    let expected = [
        "r(1 0) <- e(1); recursive_iteration_cnt() is 0",
        "r(2 1) <- r(1 0); +(1 1) is 2; e(2); recursive_iteration_cnt() is 1",
    ];
    assert_eq!(steps(text), expected);
}

#[test]
fn witnesses_are_told_with_the_extremum() {
    let text = "
        .decl a(x: symbol, y: number) .decl r(x: symbol, n: number)
        a(\"k\", 3). a(\"m\", 5). a(\"n\", 5).
        r(x, n) :- n = max y : a(x, y).";
    assert_eq!(steps(text), ["r(m 5) <- max of 3 is 5 by m", "r(n 5) <- max of 3 is 5 by n"]);
    let nested = "
        .decl a(g: number, y: number) .decl b(g: number) .decl r(n: number)
        a(1, 3). a(1, 4). a(2, 10). b(1). b(2).
        r(n) :- n = sum s : { b(g), s = sum y : a(g, y) }.";
    assert_eq!(steps(nested), ["r(17) <- sum of 2 is 17 by "]);
}

#[test]
fn equalities_of_floats_hold_as_the_evaluation_had_them() {
    // -2.5 * 0 is -0, which is 0 as a number but not to the bit; of two equalities one gives the value.
    let text = "
        .decl p(x: float) .decl r(n: number)
        p(0.0).
        r(1) :- p(x), -2.5 * y = y, x = y.
        r(2) :- p(x), y = x, y = -1.0 * x.
        r(3) :- p(x), y = -1.0 * x, y = x.
        r(4) :- p(x), y = x / x.
        r(5) :- p(x), y = x / x, y = x / x.";
    let facts = steps(text).into_iter().map(|step| step.split(" <-").next().unwrap_or_default().to_string());
    assert_eq!(facts.collect::<Vec<_>>(), ["r(1)", "r(2)", "r(3)", "r(4)"]);
    let heads = "
        .decl p(x: float) .decl r(x: float)
        p(0.0). p(-0.0).
        r(y) :- p(x), y = -1.0 * x.";
    assert_eq!(steps(heads), ["r(-0) <- p(0); *(-1 0) is -0", "r(0) <- p(-0); *(-1 -0) is 0"]);
}

#[test]
fn ratios_are_told_step_by_step() {
    let text = "
        .decl p(a: decimal, b: decimal) .decl r(x: decimal)
        p(10m, 3m). p(1m, 4m).
        r(round(a / b * 2, 2, \"half_up\")) :- p(a, b), a / b > 1 / 3 - 1, a / b > 0.5m, mean x : p(x, _) > 5.";
    let expected = ["r(6.67) <- p(10 3); 10 / 3 > -2/3; 10 / 3 > 0.5; 11 / 2 > 5; round(20/3 2 half_up) is 6.67"];
    assert_eq!(steps(text), expected);
}

const LISTS: &str = "
    .type List = [head: number, tail: List]
    .decl l(x: List, n: number) .decl r(x: List)
    l(nil, 0).
    l([n, x], n + 1) :- l(x, n), n < 100000.
    r(x) :- l(x, 100000).";

#[test]
fn a_list_of_a_hundred_thousand_elements_is_explained_to_its_end() {
    let program = check(LISTS);
    let model = model(&program);
    let derivation = explained(&model, "r", None);
    // 100,001 lists, of which 100,000 rest on a comparison and a sum; and the fact asked about.
    assert_eq!(derivation.nodes.len(), 300_002);
    let Node::Fact { args, .. } = &derivation.nodes[derivation.answers[0]] else { panic!("it is concluded") };
    assert!(args[0].to_string().starts_with("[99999, [99998, "));
}

#[test]
fn what_stands_in_the_way_of_a_composite() {
    let text = "
        .type P = [x: number, y: number]
        .decl a(p: P) .decl r(p: P)
        a([1, 2]).
        r([y, x]) :- a([x, y]), x > 5.";
    let program = check(text);
    let model = model(&program);
    let relation = program.find("r").expect("it is declared");
    let ask = |x: i64, y: i64| {
        let p = values::Composite::record(values::ShapeId(0), vec![Value::Number(x), Value::Number(y)]);
        let found = why_not(&model, &Question { relation, args: vec![Some(Value::Composite(p))] });
        let attempt = &found.attempts[0];
        (attempt.obstacle, attempt.bindings.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(ask(2, 1), (Obstacle::Literal(1), "2 1".into()));
    assert_eq!(ask(7, 8), (Obstacle::Literal(0), "7 8".into()));
}
