//! Round 0: records, then facts of the program text.

use diagnostics::Diagnostic;

use super::too_many_rows;
use crate::goal::constant_expression;
use crate::relation::Segment;
use crate::{Model, Records};
use program::checked::RelId;

pub(super) fn load(model: &mut Model<'_>, records: Vec<Records>) -> Result<(), Diagnostic> {
    for (relation, records) in model.program.relation_ids().zip(records) {
        model.relations[relation.0 as usize].load(records);
    }
    for fact in 0..model.program.facts.len() {
        give(model, fact)?;
    }
    for (relation, given) in model.relations.iter_mut().zip(&model.given) {
        let first = relation.len() - given.len() as u32;
        relation.end_segment(first, 0, Segment::GIVEN);
    }
    Ok(())
}

/// Adds a fact of the program text; one that is there already keeps its first origin.
fn give(model: &mut Model<'_>, number: usize) -> Result<(), Diagnostic> {
    let atom = &model.program.facts[number].atom;
    let mut tuple = Vec::with_capacity(atom.args.len());
    for term in &atom.args {
        let expression = constant_expression(term, &mut model.dictionary);
        let no_variables = |variable| unreachable!("a fact with variable {variable}");
        let value = expression.value(&no_variables, &model.dictionary);
        let value = value.map_err(|fault| fault.in_fact(model.program, number))?;
        tuple.push(model.dictionary.encode(&value));
    }
    let RelId(relation) = atom.relation;
    match model.relations[relation as usize].insert(&tuple) {
        Some(true) => model.given[relation as usize].push(number as u32),
        Some(false) => {}
        None => return Err(too_many_rows(model, atom.relation)),
    }
    Ok(())
}
