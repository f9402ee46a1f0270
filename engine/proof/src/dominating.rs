//! What dominates an erased fact.

use eval::{Domination, Lookup, Model, Purpose, Search, Slot};
use program::checked::RelId;

use crate::Replaced;
use crate::explain::unify;

/// What became of a row; `None` where it holds.
pub(crate) fn replaced(model: &Model<'_>, lookup: &Lookup<'_>, relation: RelId, row: u32) -> Option<Replaced> {
    // What is given counts as new in the first round.
    let round = model.relation(relation).erased_in(row)?.saturating_sub(1);
    let by = dominating(model, lookup, relation, row).map(|(row, rule)| (model.values(relation, row), rule));
    Some(Replaced { round, by })
}

/// The least fact that holds and dominates the row by the first subsumption that says so.
fn dominating(model: &Model<'_>, lookup: &Lookup<'_>, relation: RelId, row: u32) -> Option<(u32, usize)> {
    let ends = |other: RelId| model.relation(other).len();
    let dominated = lookup.tuple(relation, row).into_iter().map(|code| Some(Slot::Code(code)));
    let open = model.program.relation(relation).columns.iter().map(|_| None);
    let args = dominated.chain(open).collect::<Vec<_>>();
    let of_relation = model.dominations.iter().filter(|domination| domination.relation == relation);
    of_relation
        .filter_map(|domination| {
            let goals = &domination.goals;
            let (left, right) = (goals.matched_by(Domination::DOMINATED)?, goals.matched_by(Domination::DOMINATING)?);
            let slots = unify(goals, args.iter().cloned(), goals.unbound(1, &model.dictionary))?;
            // The dominated tuple is no fact any more.
            let mut search = Search::new(goals, Purpose::Proof, lookup, &ends, slots).without(left);
            search.advance().then(|| search.solution().rows[right]).flatten().map(|row| (row, domination.rule))
        })
        .next()
}
