//! Cases at the limit: where a comparison decides a test, the same test with the value that is compared on, below and above the limit.

use std::collections::BTreeSet;

use diagnostics::Span;
use eval::{Halt, Limits, Model, Watch};
use program::checked::{Expectation, LiteralKind, Outcome, Program, Term, Test};
use proof::{Attempt, Node, Nowhere, Obstacle, Question, evaluate, explain, open_tuples, why_not};
use values::Value;

use crate::Case;
use crate::case::written_rule;
use crate::near::{Noted, near, notes};
use crate::trace::{Cell, Decisive, Step, Tracer};
use crate::verdict::{Found, found};

/// A test with another value in one place.
#[derive(Debug)]
pub struct Variant {
    /// The test. It expects, of one of the original's expectations, what the engine says; nothing where the engine fails.
    pub test: Test,
    /// What is different from the original.
    pub moved: Moved,
    /// The limit.
    pub limit: Value,
    /// The comparison.
    pub comparison: Span,
    /// Rules as indices into the program: that of the comparison, then those that the limit comes from. What nobody wrote is left out.
    pub rules: Vec<usize>,
    /// What is special about the new value.
    pub notes: Vec<Noted>,
}

/// A value that was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it stands.
    pub cell: Cell,
    /// The new value.
    pub to: Value,
}

/// How many premises, one the conclusion of the other, are looked through for what failed.
const DEPTH_MAX: usize = 8;

/// The variants of a test, by expectation, comparison and value. None where the test itself cannot be run.
///
/// # Errors
/// The end that `watch` asked for.
pub fn variants(program: &Program, test: &Test, limits: &Limits, watch: &dyn Watch) -> Result<Vec<Variant>, Halt> {
    let Ok(case) = Case::new(program, test) else { return Ok(Vec::new()) };
    let model = match case.evaluate(limits, watch) {
        Err(Halt::Interrupted) => return Err(Halt::Interrupted),
        Err(_) => return Ok(Vec::new()),
        Ok(model) => model,
    };
    let (mut variants, mut seen) = (Vec::new(), BTreeSet::new());
    for (number, expectation) in test.expectations.iter().enumerate() {
        for Decisive { cell, limit, literal, rules } in decisive(&case, &model, test, expectation) {
            let Some(from) = value_in(test, cell, &model) else { continue };
            let rules = rules.iter().filter_map(|rule| written_rule(&case.written, &case.compiled.rules[*rule]));
            let rules = rules.collect::<Vec<_>>();
            for to in near(&limit) {
                if to == from || !seen.insert((number, cell, to.clone())) {
                    continue;
                }
                let notes = notes(&to);
                let moved = Moved { cell, to };
                let mut test = with(test, &moved);
                test.expectations = says(program, &test, &without(expectation, &from), limits, watch)?;
                let comparison = literal.literal.span;
                variants.push(Variant { test, moved, limit: limit.clone(), comparison, rules: rules.clone(), notes });
            }
        }
    }
    Ok(variants)
}

/// What the engine says of what was expected; nothing where it fails.
fn says(
    program: &Program,
    test: &Test,
    expectation: &Expectation,
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Vec<Expectation>, Halt> {
    let Ok(case) = Case::new(program, test) else { return Ok(Vec::new()) };
    let model = match case.evaluate(limits, watch) {
        Err(Halt::Interrupted) => return Err(Halt::Interrupted),
        Err(_) => return Ok(Vec::new()),
        Ok(model) => model,
    };
    let question = Question { relation: expectation.relation, args: expectation.args.clone() };
    let found = found(&model, &case.written, &question);
    let asks_facts = matches!(expectation.outcome, Outcome::Fact | Outcome::NoFact);
    let outcome = match found {
        Found::Clue | Found::Fact if asks_facts => Outcome::Fact,
        _ if asks_facts => Outcome::NoFact,
        Found::Clue => Outcome::Clue,
        Found::Conditional => Outcome::Conditional,
        Found::Undetermined => Outcome::Undetermined,
        Found::Refer => Outcome::Refer,
        Found::Fact | Found::Nothing => Outcome::NoClue,
    };
    Ok(vec![Expectation { outcome, because: Vec::new(), ..expectation.clone() }])
}

/// The expectation without the old value: a column that holds it may hold the cell, or what is computed from it, or the limit.
fn without(expectation: &Expectation, old: &Value) -> Expectation {
    let args = expectation.args.iter().map(|arg| arg.clone().filter(|arg| arg != old));
    Expectation { args: args.collect(), ..expectation.clone() }
}

fn value_in(test: &Test, cell: Cell, model: &Model<'_>) -> Option<Value> {
    match cell {
        Cell::Given { fact, column } => evaluate(&test.given[fact].atom.args[column], &[], model),
        Cell::AsOf(parameter) => {
            test.parameters.iter().find(|(id, _)| *id == parameter).map(|(_, value)| value.clone())
        }
    }
}

fn with(test: &Test, moved: &Moved) -> Test {
    let mut test = test.clone();
    match moved.cell {
        Cell::Given { fact, column } => test.given[fact].atom.args[column] = Term::Constant(moved.to.clone()),
        Cell::AsOf(parameter) => {
            let set = test.parameters.iter_mut().filter(|(id, _)| *id == parameter);
            set.for_each(|(_, value)| *value = moved.to.clone());
        }
    }
    test
}

/// The comparisons of cells that decide what came of an expectation.
fn decisive<'m>(case: &Case, model: &'m Model<'m>, test: &'m Test, expectation: &Expectation) -> Vec<Decisive<'m>> {
    let question = Question { relation: expectation.relation, args: expectation.args.clone() };
    let tracer = Tracer { model, test };
    match found(model, &case.written, &question) {
        Found::Clue | Found::Fact => behind(&tracer, &question),
        Found::Conditional | Found::Undetermined => {
            let open = open_tuples(model, &case.written, &question, usize::MAX).into_iter().map(|open| open.case);
            let steps = open.map(|open| (open.rule, open.alternative, open.bindings));
            let steps = steps.map(|(rule, alternative, bindings)| Step { rule, alternative, bindings });
            steps.flat_map(|step| tracer.comparisons(&step, None)).collect()
        }
        Found::Refer | Found::Nothing => failing(&tracer, question),
    }
}

/// All comparisons that the first derivation of a fact rests on.
fn behind<'m>(tracer: &Tracer<'m>, question: &Question) -> Vec<Decisive<'m>> {
    let limits = proof::Limits { all: false, depth: None, answers: 1 };
    let derivation = explain(tracer.model, &Nowhere, question, &limits);
    let facts = derivation.nodes.into_iter().rev().filter_map(|node| match node {
        Node::Fact { rule, alternative, bindings, .. } => Some(Step { rule, alternative, bindings }),
        _ => None,
    });
    facts.flat_map(|step| tracer.comparisons(&step, None)).collect()
}

/// The comparisons that fail, or by which an exception is met, looking behind premises that are conclusions themselves.
fn failing<'m>(tracer: &Tracer<'m>, question: Question) -> Vec<Decisive<'m>> {
    let (mut found, mut asked) = (Vec::new(), vec![question]);
    for _ in 0..DEPTH_MAX {
        let mut next = Vec::new();
        for question in asked {
            for attempt in why_not(tracer.model, &question).attempts {
                let Attempt { rule, alternative, bindings, obstacle: Obstacle::Literal(position), .. } = attempt else {
                    continue;
                };
                let step = Step { rule, alternative, bindings };
                let Some(literal) = tracer.literals(&step).get(position) else { continue };
                let LiteralKind::Atom(atom) = &literal.literal.kind else {
                    found.extend(tracer.comparisons(&step, Some(position)));
                    continue;
                };
                let args = atom.args.iter().map(|arg| evaluate(arg, &step.bindings, tracer.model)).collect();
                let premise = Question { relation: atom.relation, args };
                if literal.positive { next.push(premise) } else { found.extend(behind(tracer, &premise)) }
            }
        }
        asked = next;
    }
    found
}
