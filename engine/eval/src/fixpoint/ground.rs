//! Round 0: records, then facts of the program text.

use super::firing::produce;
use super::too_many_rows;
use crate::goal::Goals;
use crate::pipeline::Visible;
use crate::relation::Segment;
use crate::{Halt, Model, Records, fault};

pub(super) fn load(model: &mut Model<'_>, records: Vec<Records>) -> Result<(), Halt> {
    for (relation, records) in model.relations.iter_mut().zip(records) {
        relation.load(records);
    }
    let visible = vec![Visible::default(); model.relations.len()];
    for fact in 0..model.program.facts.len() {
        give(model, fact, &visible)?;
    }
    for (relation, given) in model.relations.iter_mut().zip(&model.given) {
        let first = relation.len() - given.len() as u32;
        relation.end_segment(first, 0, Segment::GIVEN);
    }
    Ok(())
}

/// Adds a fact of the program text (several where it holds a range); one that is there already keeps its first origin.
fn give(model: &mut Model<'_>, number: usize, visible: &[Visible]) -> Result<(), Halt> {
    let fact = &model.program.facts[number];
    let goals = Goals::of_fact(fact, &mut model.dictionary);
    let before = model.relation(fact.atom.relation).len();
    let yielded = produce(model, &goals, fact.atom.relation, None, &|_| false, visible, &|_| None);
    let added = model.relation(fact.atom.relation).len() - before;
    model.given[fact.atom.relation.0 as usize].extend((0..added).map(|_| number as u32));
    if yielded.suspect {
        fault::report_fact(model, number, &goals)?;
    }
    if yielded.exhausted { Err(too_many_rows(model, fact.atom.relation).into()) } else { Ok(()) }
}
