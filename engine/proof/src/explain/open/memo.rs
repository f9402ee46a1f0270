//! What is the same for many open tuples.

use std::cell::RefCell;
use std::collections::BTreeMap;

use program::checked::{Beneath, Program, RelId};

/// Whom to ask: people, then files.
type Whom = (Vec<String>, Vec<String>);

/// What is found out once for all open tuples of a model.
#[derive(Default)]
pub(crate) struct Memo {
    bases: RefCell<BTreeMap<RelId, Vec<RelId>>>,
    whom: RefCell<BTreeMap<RelId, Whom>>,
    /// True where nobody will be asked.
    nobody: bool,
}

impl Memo {
    /// For those who want to know what is open, and not whom to ask.
    pub(crate) fn without_people() -> Memo {
        Memo { nobody: true, ..Memo::default() }
    }

    pub(super) fn bases(&self, program: &Program, relation: RelId) -> Vec<RelId> {
        let mut known = self.bases.borrow_mut();
        known.entry(relation).or_insert_with(|| Beneath::of(program).bases(relation)).clone()
    }

    pub(super) fn whom(&self, relation: RelId, ask: impl FnOnce() -> Whom) -> Whom {
        if self.nobody {
            return Whom::default();
        }
        self.whom.borrow_mut().entry(relation).or_insert_with(ask).clone()
    }
}
