//! How strong a clue a fact is.

use eval::{Lookup, Model, Purpose, Search};
use program::checked::{Grade, RelId};

use crate::explain::unify;

/// The best grade among the fact's rules that hold, whichever of them gave it first; `None` where none of them is marked
/// as a clue.
pub fn grade(model: &Model<'_>, relation: RelId, row: u32) -> Option<Grade> {
    let best = model.program.relation(relation).clue?;
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let rule_grade = |clause: usize| model.program.rules[model.clauses[clause].rule].clue;
    let clauses = (0..model.clauses.len()).filter(|clause| model.clauses[*clause].head_relation() == relation);
    let mut graded = clauses.filter_map(|clause| Some((rule_grade(clause)?, clause))).collect::<Vec<_>>();
    graded.sort_unstable();
    if graded.is_empty() {
        // A fact of the program text may carry the mark itself.
        return Some(best);
    }
    graded.into_iter().find(|(_, clause)| holds(model, &lookup, *clause, relation, row)).map(|(grade, _)| grade)
}

/// Whether the clause gives the fact.
fn holds(model: &Model<'_>, lookup: &Lookup<'_>, clause: usize, relation: RelId, row: u32) -> bool {
    let goals = &model.goals[clause];
    let args = model.values(relation, row).into_iter().map(Some).collect::<Vec<_>>();
    let ends = |other: RelId| model.relation(other).len();
    unify(model, goals, &args).is_some_and(|slots| Search::new(goals, Purpose::Proof, lookup, &ends, slots).advance())
}
