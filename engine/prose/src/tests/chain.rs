//! Long and deep derivations.

use diagnostics::Lang;
use values::Value;

use super::given::{Given, PLAIN};
use crate::{json, text, width_of};

/// `reach(steps)` rests on `reach(steps - 1)` and so on down to `reach(0)`.
fn chain(steps: i64) -> Given {
    let program = "\
.decl edge(from: number, to: number)
.input edge
.decl reach(x: number)
.output reach
reach(0).
reach(y) :- edge(x, y), reach(x).
";
    let edges = (0..steps).map(|step| vec![Value::Number(step), Value::Number(step + 1)]);
    Given::program(program).records("edge", edges.collect())
}

#[test]
fn what_lies_deep_is_told_further_down_under_its_number() {
    let given = chain(30);
    let args = vec![Some(Value::Number(30))];
    let told =
        given.why("reach", args, &PLAIN, |derivation, model| text(derivation, model, &given.files, Lang::En, 80));
    let referred = told.lines().filter_map(|line| line.split_once("  see ")).collect::<Vec<_>>();
    assert_eq!(referred.len(), 2, "{told}");
    for (fact, number) in referred {
        let fact = fact.trim_start_matches(['│', '├', '└', ' ']);
        assert!(told.contains(&format!("\n\n{number} {fact}\n")), "{number} {fact} is told in: {told}");
    }
    assert_eq!(told.lines().filter(|line| line.contains("record: edge.csv")).count(), 29);
    assert!(told.contains("stated in the rules: m.dl:5"));
}

#[test]
fn a_hundred_thousand_steps_are_told_without_recursion() {
    let given = chain(100_000);
    let args = vec![Some(Value::Number(100_000))];
    given.why("reach", args, &PLAIN, |derivation, model| {
        let told = text(derivation, model, &given.files, Lang::Zh, 80);
        assert_eq!(told.lines().filter(|line| line.contains("记录：")).count(), 100_000);
        assert!(told.lines().all(|line| width_of(line) <= 80));
        let written = json(derivation, model, &given.files);
        assert_eq!(written["nodes"].as_array().unwrap().len(), 200_001);
    });
}

#[test]
fn a_long_computation_is_told_without_recursion() {
    let sum = vec!["x"; 2_000].join(" + ");
    let given = Given::program(&format!(
        ".decl a(x: number)\na(1).\n.decl b(x: number)\n.output b\nb(y) :- a(x), y = {sum}.\n"
    ));
    let args = vec![Some(Value::Number(2_000))];
    let told = given.why("b", args, &PLAIN, |derivation, model| text(derivation, model, &given.files, Lang::En, 80));
    assert_eq!(told.lines().filter(|line| line.contains(" + 1 = ")).count(), 1_999 + told.matches("  see #").count());
}
