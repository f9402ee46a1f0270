//! One random program: both evaluators, and the same program written otherwise.

use checker::{Halt, Origin};
use diagnostics::{Diagnostic, Lang};
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng};
use tests::certified::Certifier;
use tests::engine::{self, Relations, Rows};
use tests::random::{Dice, Program, Variant, variant};

use crate::proofs;
use crate::tally::Found;

/// Compares everything there is to compare.
pub fn compare(program: &Program) -> Result<Found, TestCaseError> {
    let mut found = Found::default();
    let text = program.text();
    let checked = engine::check(&text);
    let Some(accepted) = &checked.program else {
        // Few are refused (the tally tells); a refusal while a failing program shrinks is no failure.
        found.refused = true;
        return Ok(found);
    };
    let rows = program.relations.iter().map(|relation| relation.rows.clone()).collect::<Rows>();
    let main = engine::evaluate(accepted, &rows);
    match (&main, engine::reference(accepted, &rows)) {
        (_, Err(Halt::Refused(_))) => found.beyond_reference = true,
        (Ok(model), Ok(second)) => same_relations("reference evaluator", &engine::relations(model), &second)?,
        (Err(error), Err(Halt::Failed(origin))) => {
            found.failed = true;
            same_culprit(accepted, error, origin)?;
        }
        (Ok(_), Err(halt)) => return fail(format!("only the reference evaluator fails: {halt:?}")),
        (Err(error), Ok(_)) => return fail(format!("only the main evaluator fails: {}", error.message(Lang::En))),
    }
    let main = match &main {
        Ok(model) => {
            let relations = engine::relations(model);
            found.facts = relations.values().map(|tuples| tuples.len()).sum();
            let derived = program.relations.iter().filter(|relation| relation.level > 0);
            let sizes = derived.map(|relation| relations[&relation.name].len()).collect::<Vec<_>>();
            found.relations = (sizes.len(), sizes.iter().filter(|size| **size > 0).count());
            found.proofs = proofs::examine(model).map_err(TestCaseError::fail)?;
            proofs::examine_others(model).map_err(TestCaseError::fail)?;
            let certifier = Certifier::new(model, accepted, &checked.files, &rows);
            certifier.every_proof(model, &proofs::LIMITS).map_err(TestCaseError::fail)?;
            proofs::independent_of_order(accepted, model, &rows).map_err(TestCaseError::fail)?;
            Some(relations)
        }
        Err(_) => None,
    };
    for kind in Variant::ALL {
        if program.is_ordered() && matches!(kind, Variant::Reordered | Variant::Repeated) {
            continue;
        }
        same_variant(program, kind, main.as_ref(), &rows)?;
    }
    Ok(found)
}

fn fail<T>(reason: String) -> Result<T, TestCaseError> {
    Err(TestCaseError::fail(reason))
}

fn same_relations(other: &str, main: &Relations, second: &Relations) -> Result<(), TestCaseError> {
    for (name, tuples) in main {
        let theirs = &second[name];
        if tuples != theirs {
            let more = tuples.difference(theirs).collect::<Vec<_>>();
            let fewer = theirs.difference(tuples).collect::<Vec<_>>();
            return fail(format!("{name}, compared with the {other}: more {more:?}, fewer {fewer:?}"));
        }
    }
    Ok(())
}

/// Both evaluators blame the same rule or fact: the first failing one of the first failing round is a property of the
/// program and its records.
fn same_culprit(program: &program::checked::Program, error: &Diagnostic, origin: Origin) -> Result<(), TestCaseError> {
    let span = error.span.ok_or_else(|| TestCaseError::fail("a failure without a place"))?;
    let blamed = match origin {
        Origin::Fact(fact) => program.facts[fact].span,
        Origin::Rule(rule) => program.rules[rule].span,
        Origin::Subsumption(rule) => program.subsumptions[rule].span,
    };
    if blamed.start <= span.start && span.end <= blamed.end {
        return Ok(());
    }
    fail(format!("{origin:?} fails for the reference evaluator, here: {}", error.message(Lang::En)))
}

/// The program written otherwise has the same relations, or fails as well.
fn same_variant(program: &Program, kind: Variant, main: Option<&Relations>, rows: &Rows) -> Result<(), TestCaseError> {
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[kind as u8; 32]);
    let text = variant(program, kind, &mut Dice::new(&mut rng)).text();
    let checked = engine::check(&text);
    let Some(accepted) = &checked.program else {
        let told = checked.diagnostics.iter().map(|found| engine::told(&checked.files, found)).collect::<Vec<_>>();
        return fail(format!("{kind:?}: refused: {}\n{text}", told.join("\n")));
    };
    match (main, engine::evaluate(accepted, rows)) {
        (Some(main), Ok(model)) => {
            same_relations(&format!("{kind:?} program\n{text}"), main, &engine::relations(&model))
        }
        (None, Err(_)) => Ok(()),
        (Some(_), Err(error)) => fail(format!("{kind:?}: fails: {}\n{text}", error.message(Lang::En))),
        (None, Ok(_)) => fail(format!("{kind:?}: does not fail\n{text}")),
    }
}
