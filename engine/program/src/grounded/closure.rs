//! What is grounded once something else is.

use std::collections::{BTreeMap, BTreeSet};

use crate::checked::VarId;

/// Clauses `variable <- all of these`, closed incrementally, each looked at once per variable it waits for.
#[derive(Debug, Default)]
pub(crate) struct Closure {
    grounded: BTreeSet<VarId>,
    new: Vec<VarId>,
    clauses: Vec<Clause>,
    waiting: BTreeMap<VarId, Vec<usize>>,
    /// Variables that some clause could ground.
    reachable: BTreeSet<VarId>,
}

#[derive(Debug)]
struct Clause {
    variable: VarId,
    missing: usize,
}

impl Closure {
    /// The variable has values.
    pub(crate) fn ground(&mut self, variable: VarId) {
        if self.grounded.insert(variable) {
            self.new.push(variable);
        }
    }

    /// The variable has values once all of `needed` have. Must come before [`Closure::run`].
    pub(crate) fn depends(&mut self, variable: VarId, needed: &BTreeSet<VarId>) {
        self.reachable.insert(variable);
        if needed.is_empty() {
            return self.ground(variable);
        }
        self.clauses.push(Clause { variable, missing: needed.len() });
        for id in needed {
            self.waiting.entry(*id).or_default().push(self.clauses.len() - 1);
        }
    }

    /// Draws all conclusions.
    pub(crate) fn run(&mut self) {
        while let Some(variable) = self.new.pop() {
            for clause in self.waiting.remove(&variable).unwrap_or_default() {
                self.clauses[clause].missing -= 1;
                if self.clauses[clause].missing == 0 {
                    self.ground(self.clauses[clause].variable);
                }
            }
        }
    }

    pub(crate) fn is_grounded(&self, variable: VarId) -> bool {
        self.grounded.contains(&variable)
    }

    /// Everything grounded.
    pub(crate) fn into_grounded(self) -> BTreeSet<VarId> {
        self.grounded
    }

    /// True where a clause could ground the variable.
    pub(crate) fn can_be_grounded(&self, variable: VarId) -> bool {
        self.reachable.contains(&variable)
    }
}
