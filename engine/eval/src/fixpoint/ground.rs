//! Round 0: records, then facts of the program text.

use super::too_many_rows;
use crate::goal::Goals;
use crate::pipeline::aggregates::NOTHING;
use crate::pipeline::{Codes, Context, Run, Visible};
use crate::plan::{Estimates, Plan, Rows, Setting};
use crate::relation::Segment;
use crate::{Halt, Model, Records, fault};
use program::checked::RelId;
use values::{Code, Value};

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
    let relation = fact.atom.relation;
    let goals = Goals::of_fact(fact, model.program, &mut model.dictionary);
    let wanted = crate::goal::variables(&goals.head).collect::<Vec<_>>();
    let setting = Setting { delta: None, wanted_order: None, growing: &|_| false, estimates: &Nothing };
    let plan = Plan::new(&goals, goals.round.as_slice(), &wanted, &setting);
    let mut run = Run::new(&plan, &goals, None, Box::default());
    let round = goals.round.map(|_| model.dictionary.encode(&Value::Unsigned(0)));
    run.bind(goals.round.as_slice(), round.as_slice());
    let mut suspect = false;
    model.relations[relation.0 as usize].ensure_membership();
    loop {
        let Model { relations, dictionary, .. } = model;
        let mut context =
            Context { relations, visible, codes: Codes::Own(dictionary), prepared: &NOTHING, suspect: false };
        let batch = run.next(&mut context);
        suspect |= context.suspect;
        let Some(batch) = batch else { break };
        for row in 0..batch.len {
            let tuple = goals.head.iter().map(|arg| batch.argument(arg).code(row)).collect::<Vec<Code>>();
            match model.relations[relation.0 as usize].insert(&tuple) {
                Some(true) => model.given[relation.0 as usize].push(number as u32),
                Some(false) => {}
                None => return Err(too_many_rows(model, relation).into()),
            }
        }
    }
    if suspect {
        fault::report_fact(model, number, &goals)?;
    }
    Ok(())
}

/// Facts of the text read no relations.
struct Nothing;

impl Estimates for Nothing {
    fn rows(&self, _: RelId, _: Rows) -> u32 {
        0
    }

    fn distinct(&self, _: RelId, _: usize) -> u32 {
        0
    }
}
