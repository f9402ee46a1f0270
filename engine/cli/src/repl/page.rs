//! The facts that fit a question, page by page.

use eval::{Lookup, Model};
use proof::Question;

/// Some of the facts that fit, in output order, and how many fit in all.
pub struct Page {
    /// The facts.
    pub facts: Vec<Question>,
    /// How many fit.
    pub total: u64,
}

/// The facts that fit `question` behind the first `skip`, at most `limit`.
pub fn page(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question, skip: usize, limit: usize) -> Page {
    let relation = question.relation;
    let bound = question.args.iter().enumerate().filter_map(|(column, value)| Some((column, value.clone()?)));
    let (columns, values): (Vec<_>, Vec<_>) = bound.unzip();
    let Some(key) = model.codes(&values) else { return Page { facts: Vec::new(), total: 0 } };
    let mut rows = lookup.rows(relation, &columns, &key, 0..model.relation(relation).len());
    let total = rows.len() as u64;
    let end = skip.saturating_add(limit).min(rows.len());
    let by_value = |a: &u32, b: &u32| lookup.compare_rows(relation, *a, *b);
    if end < rows.len() {
        // The least ones come first, in any order.
        rows.select_nth_unstable_by(end, by_value);
        rows.truncate(end);
    }
    rows.sort_unstable_by(by_value);
    let fact = |row: u32| {
        let tuple = lookup.tuple(relation, row);
        Question { relation, args: model.decode(relation, &tuple).into_iter().map(Some).collect() }
    };
    Page { facts: rows.into_iter().skip(skip).map(fact).collect(), total }
}
