//! What a page is about, as JSON for its script: only of the answers asked for, and everything once.

use std::collections::BTreeMap;

use diagnostics::Lang;
use proof::{Node, NodeId};
use prose::{Below, Told};
use serde_json::{Map, Value as Json, json};

use super::things::{Things, text, texts};
use crate::Proof;

/// The data of a page. Things are numbered in the order of their steps.
pub(super) struct Data<'p> {
    proof: &'p Proof<'p>,
    told: &'p [Told<'p>; 2],
    answers: Vec<usize>,
    /// The steps, ascending; a page numbers them from 0.
    nodes: Vec<NodeId>,
    /// By step, its number in the page.
    numbers: BTreeMap<NodeId, usize>,
    things: Things<'p>,
}

impl<'p> Data<'p> {
    pub fn new(proof: &'p Proof<'p>, told: &'p [Told<'p>; 2], answers: &[NodeId]) -> Self {
        let nodes = reachable(proof, answers);
        let numbers = nodes.iter().enumerate().map(|(number, id)| (*id, number)).collect::<BTreeMap<_, _>>();
        let answers = answers.iter().map(|answer| numbers[answer]).collect();
        Self { proof, told, answers, nodes, numbers, things: Things::new(proof.context()) }
    }

    pub fn json(mut self, lang: Lang, more: bool, site: &str) -> Json {
        let nodes = std::mem::take(&mut self.nodes);
        let steps = nodes.iter().map(|id| self.step(*id)).collect::<Vec<_>>();
        let mut files = nodes
            .iter()
            .flat_map(|id| match &self.proof.derivation.nodes[*id] {
                Node::Record { sources, .. } => sources.iter().map(|place| place.file.as_str()).collect(),
                _ => Vec::new(),
            })
            .collect::<Vec<_>>();
        files.sort_unstable();
        files.dedup();
        let mut page = Map::new();
        let mut put = |key: &str, value: Json| page.insert(key.to_string(), value);
        put("lang", json!(if lang == Lang::Zh { "zh" } else { "en" }));
        put("site", json!(site));
        put("more", json!(more));
        put("answers", json!(self.answers));
        put("nodes", json!(steps));
        put("sources", json!(files.len()));
        self.things.put_all(&mut page);
        Json::Object(page)
    }

    fn step(&mut self, id: NodeId) -> Json {
        let proof = self.proof;
        let node = &proof.derivation.nodes[id];
        let mut step = Map::new();
        let mut put = |key: &str, value: Json| step.insert(key.to_string(), value);
        put("i", json!(id));
        put("k", json!(proof.kind(id)));
        let sentence = self.both(|told| told.sentence(id));
        let line = self.both(|told| told.line(id));
        if line != sentence {
            put("f", line);
        }
        put("s", sentence);
        let notes = self.told.each_ref().map(|told| told.notes(id));
        if !notes[0].is_empty() {
            let [en, zh] = notes;
            put("d", en.into_iter().zip(zh).map(|(en, zh)| texts([en, zh])).collect());
        }
        let below = self.below(id);
        if !below.is_empty() {
            put("b", below.into());
        }
        if let Some(clue) = (proof.clue)(id) {
            put("clue", json!({"id": clue.id, "grade": clue.grade}));
        }
        match node {
            Node::Fact { rule, bindings, .. } => {
                let norms = prose::norms::applied(id, proof.derivation, proof.model.program);
                self.things.put_rule(&mut step, *rule, norms, bindings);
            }
            Node::Record { relation, args, .. } => {
                let row = proof.model.codes(args).and_then(|codes| proof.model.relation(*relation).find(&codes));
                if let Some(row) = row {
                    self.things.put_record(&mut step, *relation, row);
                }
            }
            _ => {}
        }
        Json::Object(step)
    }

    fn both(&self, tell: impl Fn(&Told<'_>) -> String) -> Json {
        texts(self.told.each_ref().map(tell))
    }

    /// What a step rests on: a number, or number, line and formal line, or a group with its line.
    fn below(&self, id: NodeId) -> Vec<Json> {
        let [en, zh] = self.told.each_ref().map(|told| told.below(id));
        let edge = |(en, zh): (Below, Below)| match (en, zh) {
            (Below::Step { node, line: en, formal: en_formal }, Below::Step { line: zh, formal: zh_formal, .. }) => {
                let pair = |texts_of: (Option<String>, Option<String>)| {
                    texts_of.0.zip(texts_of.1).map(|(en, zh)| texts([en, zh]))
                };
                match (pair((en, zh)), pair((en_formal, zh_formal))) {
                    (None, None) => json!(self.numbers[&node]),
                    (line, formal) => json!([self.numbers[&node], line, formal]),
                }
            }
            (Below::Group { line: en, nodes }, Below::Group { line: zh, .. }) => {
                let nodes = nodes.iter().map(|node| self.numbers[node]).collect::<Vec<_>>();
                json!({"m": texts([en, zh]), "c": nodes})
            }
            // Both languages tell the same steps.
            (Below::Step { node, .. }, Below::Group { .. }) => json!(self.numbers[&node]),
            (Below::Group { line, .. }, Below::Step { .. }) => json!({"m": text(&line), "c": []}),
        };
        en.into_iter().zip(zh).map(edge).collect()
    }
}

/// The answers and all they rest on, ascending.
fn reachable(proof: &Proof<'_>, answers: &[NodeId]) -> Vec<NodeId> {
    let nodes = &proof.derivation.nodes;
    let mut found = std::collections::BTreeSet::new();
    let mut open = answers.to_vec();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(nodes[id].premises());
        }
    }
    found.into_iter().collect()
}
