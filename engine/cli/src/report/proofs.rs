//! The page of each clue.

use diagnostics::Lang;
use pages::site::Report;
use pages::{Clue, Place, Proof, Proofs};
use program::checked::RelId;
use proof::{Limits, Locators, NodeId, Question};
use rayon::prelude::*;

use crate::clue::clues_among;
use crate::exit::Failure;

/// Files that are made before the first of them is put.
const WAITING: usize = 256;

/// Writes `proofs/ID.html` for each clue, and says which articles they rest on that nobody compared with their source, in both languages.
///
/// The clues of a relation are explained together, so that what many of them rest on is found once.
pub fn write(
    report: &Report<'_>,
    places: &dyn Locators,
    put: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<[Vec<String>; 2], Failure> {
    let mut unverified = [Vec::new(), Vec::new()];
    let mut relations = report.clues.iter().map(|clue| clue.relation).collect::<Vec<_>>();
    relations.dedup();
    for relation in relations {
        of_relation(report, relation, places, put, &mut unverified)?;
    }
    Ok(unverified)
}

/// Makes a file of each thing, several at a time, and puts them in their order.
pub fn made_and_put<T: Sync>(
    things: &[T],
    make: impl Fn(&T) -> Option<(String, String)> + Sync,
    put: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for things in things.chunks(WAITING) {
        let files = things.par_iter().filter_map(&make).collect::<Vec<_>>();
        files.iter().try_for_each(|(name, text)| put(name, text))?;
    }
    Ok(())
}

fn of_relation(
    report: &Report<'_>,
    relation: RelId,
    places: &dyn Locators,
    put: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
    unverified: &mut [Vec<String>; 2],
) -> Result<(), Failure> {
    let model = report.model;
    let args = vec![None; model.program.relation(relation).columns.len()];
    let limits = Limits { all: false, depth: None, answers: usize::MAX };
    let derivation = proof::explain(model, places, &Question { relation, args }, &limits);
    let clues = clues_among(&derivation, model);
    let clue = |id: NodeId| {
        let found = clues.get(&id)?;
        Some(Clue { id: found.id.clone(), grade: found.grade.name() })
    };
    let proof = Proof { derivation: &derivation, model, files: report.files, locators: places, clue: &clue };
    let proofs = Proofs::new(proof);
    let page = |answer: &NodeId| {
        let name = format!("proofs/{}.html", clues.get(answer)?.id);
        Some((name, proofs.page(&[*answer], report.lang, Place::InReport)))
    };
    made_and_put(&derivation.answers, page, put)?;
    for (known, lang) in unverified.iter_mut().zip([Lang::En, Lang::Zh]) {
        for article in prose::norms::unverified(&derivation, model.program, lang) {
            if !known.contains(&article) {
                known.push(article);
            }
        }
    }
    Ok(())
}
