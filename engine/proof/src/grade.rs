//! How strong a clue a fact is.

use eval::{Lookup, Model, Origin, Purpose, Search, Slot};
use program::checked::{Grade, RelId};
use rayon::prelude::*;

use crate::explain::{MANY, unify};

/// For each of `rows`, the best grade among the fact's rules that hold, whichever of them gave it first; `None` where none
/// of them is marked as a clue.
pub fn grades(model: &Model<'_>, relation: RelId, rows: &[u32]) -> Vec<Option<Grade>> {
    let Some(best) = model.program.relation(relation).clue else { return vec![None; rows.len()] };
    let rule_grade = |clause: usize| model.program.rules[model.clauses[clause].rule].clue;
    let clauses = (0..model.clauses.len()).filter(|clause| model.clauses[*clause].head_relation() == relation);
    let (graded, plain): (Vec<_>, Vec<_>) = clauses.partition(|clause| rule_grade(*clause).is_some());
    if graded.is_empty() {
        // Facts of the program text carry the mark themselves.
        return vec![Some(best); rows.len()];
    }
    let uniform = plain.is_empty() && graded.iter().all(|clause| rule_grade(*clause) == Some(best));
    let mut graded = graded.into_iter().filter_map(|clause| Some((rule_grade(clause)?, clause))).collect::<Vec<_>>();
    graded.sort_unstable();
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let grade = |row: &u32| match model.origin(relation, *row) {
        Origin::Derived { .. } if uniform => Some(best),
        _ => {
            let mut graded = graded.iter();
            graded.find(|(_, clause)| holds(model, &lookup, *clause, relation, *row)).map(|(grade, _)| *grade)
        }
    };
    if rows.len() < MANY { rows.iter().map(grade).collect() } else { rows.par_iter().map(grade).collect() }
}

/// Whether the clause gives the fact.
fn holds(model: &Model<'_>, lookup: &Lookup<'_>, clause: usize, relation: RelId, row: u32) -> bool {
    let goals = &model.goals[clause];
    let args = model.relation(relation).rows().row(row).map(|code| Some(Slot::Code(code)));
    let round = if let Origin::Derived { round, .. } = model.origin(relation, row) { round } else { 1 };
    let ends = |other: RelId| model.relation(other).len();
    unify(goals, args, goals.unbound(round, &model.dictionary))
        .is_some_and(|slots| Search::new(goals, Purpose::Proof, lookup, &ends, slots).advance())
}
