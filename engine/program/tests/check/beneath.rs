//! What relations rest on, and what rests on them.

use std::collections::BTreeSet;

use crate::support::correct;
use program::checked::{Beneath, Program, RelId};

/// The relations of a program, by name, and those that a walk gives.
fn names(program: &Program, found: &BTreeSet<RelId>) -> Vec<String> {
    found.iter().map(|id| program.relation(*id).name.clone()).collect()
}

#[test]
fn subsumptions_and_aggregates_in_heads_read_too() {
    let program = correct(
        ".decl cost(n: symbol, c: number) btree_delete\n.decl better(c: number)\n.decl seen(n: symbol)\n\
         .decl chosen(n: symbol)\n.decl tally(k: number)\n.output chosen, tally\n\
         cost(\"a\", 1). better(1). seen(\"a\").\n\
         cost(n, c1) <= cost(n, c2) :- better(c2), c2 < c1.\n\
         chosen(n) :- cost(n, _).\n\
         tally(count : { seen(_) }) :- chosen(\"a\").\n",
    );
    let id = |name: &str| RelId(program.relations.iter().position(|known| known.name == name).unwrap() as u32);
    let beneath = Beneath::of(&program);
    assert_eq!(names(&program, &beneath.above(id("better"))), ["cost", "better", "chosen", "tally"]);
    assert_eq!(names(&program, &beneath.above(id("seen"))), ["seen", "tally"]);
    assert_eq!(names(&program, &beneath.all(id("chosen"))), ["cost", "better", "chosen"]);
    assert_eq!(names(&program, &beneath.all(id("tally"))), ["cost", "better", "seen", "chosen", "tally"]);
}
