//! What rests on the records of a relation.

use std::collections::BTreeSet;

use program::checked::{Beneath, ModelId, Purpose, RelId, Rule};

use crate::reading::Opened;

/// Everything that would be asked again if the records were other ones, each kind ascending.
#[derive(Debug, Default)]
pub struct Resting {
    /// Rules that read them, or read what others conclude from them: indexes into the program as written.
    pub rules: Vec<usize>,
    /// Relations of clues.
    pub clues: Vec<RelId>,
    /// Models.
    pub models: Vec<ModelId>,
}

/// What rests on `relation`, however many rules lie between.
pub fn resting(opened: &Opened, relation: RelId) -> Resting {
    let (plain, written) = (&opened.program, &opened.written);
    let reached = Beneath::of(plain).above(relation);
    // Plain rules have the names of those that they were made from.
    let reading = plain.rules.iter().chain(&plain.subsumptions).filter(|rule| reads(rule, &reached));
    let labels = reading.map(|rule| rule.label.as_str()).collect::<BTreeSet<_>>();
    let is_named = |number: &usize| {
        let rule = &written.rules[*number];
        labels.contains(rule.label.as_str()) || reads(rule, &reached)
    };
    let rules = (0..written.rules.len()).filter(is_named).collect::<Vec<_>>();
    let heads = rules.iter().flat_map(|rule| &written.rules[*rule].heads).map(|head| head.relation);
    let is_clue = |id: &RelId| {
        let relation = written.relation(*id);
        relation.clue.is_some() && relation.purpose == Purpose::Declared
    };
    let clues = heads.filter(is_clue).collect::<BTreeSet<_>>();
    let models = rules.iter().flat_map(|rule| models_of(&written.rules[*rule]));
    let asked = (0..).map(ModelId).zip(&written.models).filter_map(|(id, model)| {
        model.candidate.as_ref().filter(|candidate| reached.contains(&candidate.relation)).map(|_| id)
    });
    let models = models.chain(asked).collect::<BTreeSet<_>>();
    Resting { clues: clues.into_iter().collect(), models: models.into_iter().collect(), rules }
}

fn models_of(rule: &Rule) -> impl Iterator<Item = ModelId> {
    rule.model.into_iter().chain(rule.elements.iter().map(|element| element.model))
}

fn reads(rule: &Rule, relations: &BTreeSet<RelId>) -> bool {
    let mut found = false;
    rule.atoms(&mut |read| found |= relations.contains(&read.atom.relation));
    found
}
