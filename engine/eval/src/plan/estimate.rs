//! How many rows a match gives.

use program::checked::RelId;

use super::{Rows, is_bound};
use crate::Arg;

/// What is known about relations when a firing is planned.
pub(crate) trait Estimates {
    /// How many rows there are to be read.
    fn rows(&self, relation: RelId, rows: Rows) -> u32;

    /// About how many codes a column holds.
    fn distinct(&self, relation: RelId, column: usize) -> u32;
}

/// About how many rows fit one binding. Each further bound column counts less, since columns of real records depend on
/// each other.
pub(super) fn fan_out(relation: RelId, rows: Rows, args: &[Arg], known: &[bool], estimates: &dyn Estimates) -> f64 {
    let bound = args.iter().enumerate().filter(|(_, arg)| is_bound(arg, known));
    let mut distinct = bound.map(|(column, _)| estimates.distinct(relation, column).max(1)).collect::<Vec<_>>();
    distinct.sort_unstable_by(|a, b| b.cmp(a));
    let mut weight = 1.0;
    let mut share = 1.0;
    for count in distinct {
        share *= f64::from(count).powf(weight);
        weight /= 2.0;
    }
    f64::from(estimates.rows(relation, rows)) / share
}
