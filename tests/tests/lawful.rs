//! Random programs of the law through the legal layer and the main evaluator, and through the second opinion, which knows the law by
//! itself.
//!
//!     cargo test -p tests --test lawful
//!     LAWFUL=20000 cargo test -p tests --test lawful

#![allow(clippy::print_stdout, reason = "what was compared is what a reader of the log wants to see")]

use std::cell::Cell;
use std::collections::BTreeSet;

use checker::{Halt, Verdict};
use diagnostics::Lang;
use eval::Model;
use program::checked::{Program, Purpose, RelId};
use proof::Standing;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use tests::certified::{Certifier, open};
use tests::engine;
use tests::lawful::{Lawful, programs};
use values::Value;

/// How many programs are compared.
const PROGRAMS: u32 = 4096;
/// Which programs.
const SEED: u8 = 1;

/// What became of the programs.
#[derive(Default)]
struct Tally {
    refused: Cell<u32>,
    beyond: Cell<u32>,
    failed: Cell<u32>,
    facts: Cell<usize>,
    open: Cell<usize>,
    partial: Cell<usize>,
    refer: Cell<usize>,
    verdicts: [Cell<usize>; 4],
}

#[test]
fn both_give_the_law_the_same_meaning() {
    let cases = PROGRAMS;
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[SEED; 32]));
    let tally = Tally::default();
    match runner.run(&programs(), |program| compare(&program, &tally)) {
        Ok(()) => {}
        Err(TestError::Fail(reason, program)) => panic!("{reason}\n{program:?}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    let (refused, failed, open) = (tally.refused.get(), tally.failed.get(), tally.open.get());
    let verdicts = tally.verdicts.each_ref().map(Cell::get);
    println!(
        "{cases} programs, {refused} refused, {failed} fail, {} beyond; {} facts, {open} open, {} of them partial, {} referred, {verdicts:?}",
        tally.beyond.get(),
        tally.facts.get(),
        tally.partial.get(),
        tally.refer.get()
    );
    // The generator keeps its aim: little is refused, and everything there is to compare occurs.
    assert!(refused * 10 < cases, "{refused} of {cases} are refused");
    assert!(verdicts.iter().all(|count| *count > 0) && failed > 0, "{verdicts:?}, {failed} fail");
    assert!(open * 5 >= cases as usize && tally.partial.get() > 0 && tally.refer.get() > 0, "{open} open tuples");
}

fn compare(program: &Lawful, tally: &Tally) -> Result<(), TestCaseError> {
    let text = program.text();
    let checked = engine::check(&text);
    let Some(written) = &checked.program else {
        tally.refused.set(tally.refused.get() + 1);
        return Ok(());
    };
    let Ok(compiled) = law::compile(written) else {
        tally.refused.set(tally.refused.get() + 1);
        return Ok(());
    };
    let rows = program.rows(written);
    let second = match (engine::evaluate(&compiled, &rows), checker::derive(written, &rows, Some(2_000_000))) {
        (_, Err(Halt::Refused(_))) => {
            tally.beyond.set(tally.beyond.get() + 1);
            return Ok(());
        }
        (Ok(main), Ok(second)) => {
            same(written, &main, &second)?;
            let limits = proof::Limits { all: false, depth: None, answers: 200 };
            let verdict = Certifier::new(&main, written, &checked.files, &rows).every_proof(&main, &limits);
            verdict.or_else(|rejected| fail(format!("a proof is rejected: {rejected}")))?;
            second
        }
        (Err(_), Err(Halt::Failed(_))) => {
            tally.failed.set(tally.failed.get() + 1);
            return Ok(());
        }
        (Ok(_), Err(halt)) => return fail(format!("only the second opinion fails: {halt:?}")),
        (Err(error), Ok(_)) => return fail(format!("only the main evaluator fails: {}", error.message(Lang::En))),
    };
    tally.facts.set(tally.facts.get() + second.relations.iter().map(BTreeSet::len).sum::<usize>());
    let open = second.open.iter().flatten();
    tally.open.set(tally.open.get() + open.clone().count());
    tally.partial.set(tally.partial.get() + open.filter(|open| open.values.contains(&None)).count());
    tally.refer.set(tally.refer.get() + second.refer.iter().map(BTreeSet::len).sum::<usize>());
    for outcome in &second.outcomes {
        let place = match outcome.verdict {
            Verdict::Clue(_) => 0,
            Verdict::Conditional => 1,
            Verdict::Undetermined => 2,
            Verdict::None => 3,
        };
        tally.verdicts[place].set(tally.verdicts[place].get() + 1);
    }
    Ok(())
}

fn fail<T>(reason: String) -> Result<T, TestCaseError> {
    Err(TestCaseError::fail(reason))
}

fn same(written: &Program, main: &Model<'_>, second: &checker::Model) -> Result<(), TestCaseError> {
    for id in written.relation_ids() {
        let name = &written.relation(id).name;
        let at = id.0 as usize;
        told(name, &tuples(main, id), &second.relations[at])?;
        told(&format!("{name}?"), &open(main, id), &second.open[at])?;
        told(&format!("conflicts of {name}"), &referred(main, id), &conflicts(second, at))?;
    }
    let outcomes = proof::outcomes(main, written)
        .into_iter()
        .flat_map(|of| of.candidates.into_iter().map(move |(candidate, standing)| (of.model.0, candidate, standing)));
    let theirs = second.outcomes.iter().map(|outcome| {
        let standing = match outcome.verdict {
            Verdict::Clue(grade) => Standing::Clue(grade),
            Verdict::Conditional => Standing::Conditional,
            Verdict::Undetermined => Standing::Undetermined,
            Verdict::None => Standing::None,
        };
        (outcome.model.0, outcome.candidate.clone(), standing)
    });
    told("outcomes", &outcomes.collect(), &theirs.collect())
}

fn told<T: Ord + std::fmt::Debug>(what: &str, main: &BTreeSet<T>, second: &BTreeSet<T>) -> Result<(), TestCaseError> {
    if main == second {
        return Ok(());
    }
    let more = main.difference(second).collect::<Vec<_>>();
    let fewer = second.difference(main).collect::<Vec<_>>();
    fail(format!("{what}: the main evaluator has more: {more:?}, fewer: {fewer:?}"))
}

fn tuples(model: &Model<'_>, id: RelId) -> BTreeSet<Vec<Value>> {
    model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect()
}

type Conflict = (Vec<Value>, Vec<Value>);

fn referred(model: &Model<'_>, of: RelId) -> BTreeSet<Conflict> {
    let refers = model.program.relation_ids().filter(|id| model.program.relation(*id).purpose == Purpose::Refer(of));
    let split = |mut tuple: Vec<Value>| {
        let labels = tuple.split_off(tuple.len() - 2);
        (tuple, labels)
    };
    refers.flat_map(|id| tuples(model, id)).map(split).collect()
}

fn conflicts(model: &checker::Model, at: usize) -> BTreeSet<Conflict> {
    let labels = |rules: &[String; 2]| rules.iter().map(|label| Value::symbol(label)).collect();
    model.refer[at].iter().map(|refer| (refer.key.clone(), labels(&refer.rules))).collect()
}
