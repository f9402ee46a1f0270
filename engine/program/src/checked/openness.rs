//! What may be open: findings, expected values, and absences where completeness is not declared.

use diagnostics::Span;

use super::RelId;

/// What is said of a relation's tuples that are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// `.finding`: so many columns are the keys; behind them stand value, by, on and basis. A key without a finding, or with
    /// findings of different values, is open.
    pub finding: Option<usize>,
    /// `.expect`: the columns of the key, ascending. A key without a tuple is open.
    pub expected: Option<Vec<usize>>,
    /// `.complete`: where the relation is known to hold everything. A relation with neither records nor findings is complete without it.
    pub complete: Option<Complete>,
}

impl Openness {
    /// The column of a finding that says who found it; it is never blank.
    pub fn author(&self) -> Option<usize> {
        self.finding.map(|keys| keys + 1)
    }
}

/// Where a relation is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complete {
    /// Everywhere.
    Everywhere {
        /// Its `.complete`.
        span: Span,
    },
    /// Where a tuple of `declared` says so.
    Declared {
        /// Columns of the relation that carry a place, in the order of the declarations' columns.
        places: Vec<usize>,
        /// The column that carries a day, if one does.
        day: Option<usize>,
        /// The declarations: the places, then, if there is a day, `from` and `to` (dates, both included), then `declared_by` (symbol) and
        /// `on` (date).
        declared: RelId,
        /// Its `.complete`.
        span: Span,
    },
}
