//! Derivations of what relations make of their tuples, and what keeps a tuple out.

use eval::Model;
use program::checked::RelId;
use proof::{
    Barrier, Derivation, Form, Limits, Locators, Node, NodeId, Obstacle, Question, RecordPlace, RecordUnit, Replaced,
    explain, why_not,
};
use values::Value;

use crate::support::{ask, check, model_over};

/// A record's place is its number among the records.
struct Numbered;

impl Locators for Numbered {
    fn places(&self, _relation: RelId, row: u32) -> Vec<RecordPlace> {
        vec![RecordPlace { file: "r".to_string(), unit: RecordUnit::Row, number: row.into() }]
    }
}

const ALL: Limits = Limits { all: true, depth: None, answers: 1000 };
const ONE: Limits = Limits { all: false, ..ALL };

fn name(model: &Model<'_>, derivation: &Derivation, node: NodeId) -> String {
    match &derivation.nodes[node] {
        Node::Record { relation, args, .. }
        | Node::Given { relation, args, .. }
        | Node::Implied { relation, args, .. }
        | Node::Repeated { relation, args, .. }
        | Node::Fact { relation, args, .. } => {
            let args = args.iter().map(Value::to_string).collect::<Vec<_>>().join(",");
            format!("{}({args})", model.program.relation(*relation).name)
        }
        other => format!("{other:?}"),
    }
}

/// `fact <- form: pair, ~pair` for each answer; `~` before pairs that are read backwards.
fn chains(model: &Model<'_>, derivation: &Derivation) -> Vec<String> {
    let answer = |answer: &NodeId| match &derivation.nodes[*answer] {
        Node::Implied { form, links, .. } => {
            let link = |link: &proof::Link| {
                assert!(link.node < *answer, "premises come first");
                format!("{}{}", if link.turned { "~" } else { "" }, name(model, derivation, link.node))
            };
            let links = links.iter().map(link).collect::<Vec<_>>().join(", ");
            format!("{} <- {}: {links}", name(model, derivation, *answer), form.name())
        }
        Node::Fact { premises, .. } => {
            let premises = premises.iter().map(|premise| name(model, derivation, premise.node)).collect::<Vec<_>>();
            format!("{} <- {}", name(model, derivation, *answer), premises.join(", "))
        }
        _ => name(model, derivation, *answer),
    };
    derivation.answers.iter().map(answer).collect()
}

fn why(model: &Model<'_>, relation: &str, args: &[Option<i64>]) -> Vec<String> {
    chains(model, &explain(model, &Numbered, &ask(model, relation, args), &ONE))
}

const SAME: &str = "
    .decl same(a: number, b: number) eqrel
    .output same
    same(1, 2). same(3, 2). same(3, 4). same(1, 5). same(5, 4). same(8, 8).";

#[test]
fn an_implied_pair_has_a_shortest_chain() {
    let program = check(SAME);
    let model = model_over(&program, &[]);
    assert_eq!(why(&model, "same", &[Some(1), Some(2)]), ["same(1,2)"]);
    assert_eq!(why(&model, "same", &[Some(2), Some(1)]), ["same(2,1) <- symmetric: ~same(1,2)"]);
    // By way of 5 it is two pairs, by way of 2 three.
    let chain = "same(1,4) <- transitive: same(1,5), same(5,4)";
    assert_eq!(why(&model, "same", &[Some(1), Some(4)]), [chain]);
    assert_eq!(why(&model, "same", &[Some(4), Some(2)]), ["same(4,2) <- transitive: ~same(3,4), same(3,2)"]);
    // Of (1, 2), (1, 5), (3, 2) and so on the least that holds the value.
    assert_eq!(why(&model, "same", &[Some(5), Some(5)]), ["same(5,5) <- reflexive: same(1,5)"]);
    assert_eq!(why(&model, "same", &[Some(8), Some(8)]), ["same(8,8)"]);
    assert_eq!(why(&model, "same", &[Some(8), Some(1)]), [""; 0]);
    // Around the circle of five each pair is reached both ways, and each value stands in two given pairs.
    assert_eq!(explain(&model, &Numbered, &ask(&model, "same", &[None, None]), &ALL).answers.len(), 26 + 25);
}

#[test]
fn a_rule_rests_on_implied_pairs() {
    let program = check(&format!(
        "{SAME} .decl item(x: number) item(4). item(8). .decl r(x: number) .output r
         r(x) :- same(x, y), item(y), x != y."
    ));
    let model = model_over(&program, &[]);
    assert_eq!(
        why(&model, "r", &[Some(2)]),
        [
            "r(2) <- same(2,4), item(4), Comparison { op: \"!=\", operand: Number, left: Value(Number(2)), right: Value(Number(4)), premises: [] }"
        ]
    );
    let expected = ["r(1)", "r(2)", "r(3)", "r(5)"].map(|fact| fact.to_string());
    let found = why(&model, "r", &[None]);
    assert_eq!(found.iter().map(|found| found[..4].to_string()).collect::<Vec<_>>(), expected);
}

#[test]
fn a_closure_within_a_recursion_rests_on_pairs_of_its_time() {
    // Round 1: equal(11, 12), and with it (12, 11) and so on; round 2: equal(21, 22).
    let program = check(
        ".decl f(x: number, y: number)
         f(1, 11). f(2, 12). f(11, 21). f(12, 22).
         .decl equal(a: number, b: number) eqrel
         .output equal
         equal(1, 2).
         equal(y, z) :- f(x, y), f(w, z), equal(x, w).",
    );
    let model = model_over(&program, &[]);
    assert_eq!(why(&model, "equal", &[Some(11), Some(12)]), ["equal(11,12) <- f(1,11), f(2,12), equal(1,2)"]);
    // The rule gives it in the same round, from the turned pair.
    assert_eq!(why(&model, "equal", &[Some(22), Some(21)]), ["equal(22,21) <- f(12,22), f(11,21), equal(12,11)"]);
    assert_eq!(why(&model, "equal", &[Some(2), Some(1)]), ["equal(2,1) <- symmetric: ~equal(1,2)"]);
    let all = explain(&model, &Numbered, &ask(&model, "equal", &[None, None]), &ALL);
    assert!(all.answers.len() >= 12);
}

#[test]
fn values_that_do_not_belong_together_are_told() {
    let program = check(SAME);
    let model = model_over(&program, &[]);
    let barriers = |a, b| why_not(&model, &ask(&model, "same", &[Some(a), b])).barriers;
    assert_eq!(barriers(1, Some(8)), [Barrier::Apart { unknown: vec![] }]);
    assert_eq!(barriers(1, Some(9)), [Barrier::Apart { unknown: vec![Value::Number(9)] }]);
    assert_eq!(barriers(9, None), [Barrier::Apart { unknown: vec![Value::Number(9)] }]);
}

#[test]
fn a_key_that_is_taken_names_the_fact_that_has_it() {
    let program = check(
        ".decl records(x: number, y: number) choice-domain x .input records
         records(1, 2). records(4, 7).
         .decl r(x: number, y: number) choice-domain x, y .output r
         r(x, y) :- records(x, y).",
    );
    // (1, 5) comes first, (1, 4) has its key taken, and so has the fact (1, 2).
    let model = model_over(&program, &[[1, 5], [1, 4], [2, 5]]);
    let record = explain(&model, &Numbered, &ask(&model, "records", &[Some(2), None]), &ONE);
    // The third of the records, although the second row that was kept.
    assert!(matches!(&record.nodes[0], Node::Record { sources, .. } if sources[0].number == 2), "{record:?}");
    assert_eq!(why(&model, "records", &[Some(4), None]), ["records(4,7)"]);
    assert_eq!(why(&model, "r", &[None, None]), ["r(1,5) <- records(1,5)", "r(4,7) <- records(4,7)"]);
    let lost = why_not(&model, &ask(&model, "r", &[Some(2), Some(5)]));
    let by = vec![Value::Number(1), Value::Number(5)];
    assert_eq!(lost.barriers, [Barrier::Taken { columns: vec![1], by: by.clone() }]);
    assert_eq!(lost.attempts[0].obstacle, Obstacle::Nothing);
    let dropped = why_not(&model, &ask(&model, "records", &[Some(1), Some(4)]));
    assert_eq!(dropped.barriers, [Barrier::Taken { columns: vec![0], by }]);
}

const PATHS: &str = "
    .decl road(x: number, y: number, w: number)
    road(1, 2, 9). road(1, 3, 1). road(3, 2, 1). road(2, 4, 1).
    .decl distance(x: number, d: number)
    .output distance
    distance(1, 0).
    distance(y, d + w) :- distance(x, d), road(x, y, w).
    distance(x, d) <= distance(x, e) :- e < d.
    .decl seen(x: number, d: number)
    .output seen
    seen(x, d) :- distance(x, d).
    distance(x, 100) :- seen(x, 50).";

#[test]
fn what_was_replaced_stays_below_what_rested_on_it() {
    let program = check(PATHS);
    let model = model_over(&program, &[]);
    assert_eq!(why(&model, "distance", &[Some(2), None]).len(), 1);
    let seen = explain(&model, &Numbered, &ask(&model, "seen", &[Some(2), Some(9)]), &ONE);
    assert_eq!(chains(&model, &seen), ["seen(2,9) <- distance(2,9)"]);
    // distance(1, 0) is new in round 0, distance(2, 9) in round 1; in round 2 the way by 3 is found.
    let two = vec![Value::Number(2), Value::Number(2)];
    let replaced = seen.replaced.values().cloned().collect::<Vec<_>>();
    assert_eq!(replaced, [Replaced { round: 2, by: Some((two.clone(), 0)) }]);
    let lost = why_not(&model, &ask(&model, "distance", &[Some(2), Some(9)]));
    let fact = vec![Value::Number(2), Value::Number(9)];
    let barrier = Barrier::Dominated { fact, replaced: Replaced { round: 2, by: Some((two, 0)) } };
    assert_eq!(lost.barriers, [barrier]);
    assert!(lost.attempts.iter().any(|attempt| attempt.obstacle == Obstacle::Nothing));
}

#[test]
fn given_facts_are_replaced_in_round_0() {
    let program = check(
        ".decl best(x: number, y: number) .output best
         best(1, 1). best(1, 2).
         best(x, y + 1) :- best(x, y), y < 2.
         best(x, y) <= best(x, z) :- y < z.",
    );
    let model = model_over(&program, &[]);
    assert_eq!(why(&model, "best", &[None, None]), ["best(1,2)"]);
    let lost = why_not(&model, &ask(&model, "best", &[Some(1), Some(1)]));
    assert!(matches!(&lost.barriers[..], [Barrier::Dominated { replaced: Replaced { round: 0, .. }, .. }]), "{lost:?}");
}

#[test]
fn a_round_that_was_cut_is_told() {
    let program = check(
        ".decl n(x: number) .limitsize n(n = 3) .output n
         n(0). n(x + 1) :- n(x).",
    );
    let model = model_over(&program, &[]);
    assert_eq!(model.cut, [program.find("n").unwrap()]);
    assert_eq!(model.warnings().iter().map(diagnostics::Diagnostic::code).collect::<Vec<_>>(), ["SY0512"]);
    let missing = why_not(&model, &ask(&model, "n", &[Some(3)]));
    assert_eq!(missing.barriers, [Barrier::Cut { relation: program.find("n").unwrap() }]);
    assert_eq!(missing.attempts[0].obstacle, Obstacle::Nothing);
}

#[test]
fn what_repeats_a_round_rests_on_the_fact() {
    let program = check(
        ".decl n(x: number) n(0). n(x + 1) :- n(x), x < 3.
         .decl d = debug_delta(n) .output d",
    );
    let model = model_over(&program, &[]);
    let relation = program.find("d").unwrap();
    let args = vec![Some(Value::Unsigned(2)), None];
    let found = explain(&model, &Numbered, &Question { relation, args }, &ONE);
    let [answer] = found.answers[..] else { panic!("{found:?}") };
    let Node::Repeated { of: Some(of), .. } = found.nodes[answer] else { panic!("{found:?}") };
    assert_eq!((name(&model, &found, answer), name(&model, &found, of)), ("d(2,2)".into(), "n(2)".into()));
}

#[test]
fn a_depth_limit_folds_what_is_implied() {
    let program = check(&format!("{SAME} .decl r(x: number, y: number) .output r r(x, y) :- same(x, y)."));
    let model = model_over(&program, &[]);
    let folded = explain(&model, &Numbered, &ask(&model, "r", &[Some(1), Some(4)]), &Limits { depth: Some(1), ..ONE });
    assert!(matches!(&folded.nodes[0], Node::Implied { folded: true, form: Form::Transitive, .. }), "{folded:?}");
    assert_eq!(folded.nodes.len(), 2);
}
