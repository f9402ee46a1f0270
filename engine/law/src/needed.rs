//! Which relations somebody asks about where they are open.

use std::collections::BTreeSet;

use program::checked::{Outcome, Program, RelId};

use crate::reads::{Reads, reads};

/// Relations of which clues, tests, absences and aggregates need to know what is open, and those that they rest on.
pub(crate) fn needed(program: &Program) -> BTreeSet<RelId> {
    let mut needed = program.relation_ids().filter(|id| program.relation(*id).clue.is_some()).collect::<BTreeSet<_>>();
    for expectation in program.tests.iter().flat_map(|test| &test.expectations) {
        if !matches!(expectation.outcome, Outcome::Fact | Outcome::NoFact | Outcome::Refer) {
            needed.insert(expectation.relation);
        }
    }
    for rule in program.rules.iter().chain(&program.subsumptions) {
        if rule.model.is_some() && rule.clue.is_some() {
            needed.extend(rule.heads.iter().map(|head| head.relation));
        }
        reads(rule, &mut |relation, how| {
            if matches!(how, Reads::Absent | Reads::Aggregated) {
                needed.insert(relation);
            }
        });
    }
    loop {
        let mut more = BTreeSet::new();
        for rule in program.rules.iter().filter(|rule| rule.heads.iter().any(|head| needed.contains(&head.relation))) {
            reads(rule, &mut |relation, how| {
                if how != Reads::Negated {
                    more.insert(relation);
                }
            });
        }
        let before = needed.len();
        needed.extend(more);
        if needed.len() == before {
            return needed;
        }
    }
}
