//! What a page is about, as JSON for its script: only of the answers asked for, and everything once.

use std::collections::BTreeMap;

use diagnostics::Lang;
use program::checked::{NormId, RelId};
use proof::{Node, NodeId};
use prose::{Below, Told};
use serde_json::{Map, Value as Json, json};

use super::records::Shown;
use crate::Proof;
use crate::html::visible;
use crate::told::{shown, undeclared};

/// Characters of a rule's text.
const RULE_CHARS: usize = 4_000;

/// The data of a page. Things are numbered in the order of their steps.
pub(super) struct Data<'p> {
    proof: &'p Proof<'p>,
    told: &'p [Told<'p>; 2],
    answers: Vec<usize>,
    /// The steps, ascending; a page numbers them from 0.
    nodes: Vec<NodeId>,
    /// By step, its number in the page.
    numbers: BTreeMap<NodeId, usize>,
    rules: Numbered<usize>,
    norms: Numbered<(NormId, usize)>,
    relations: BTreeMap<RelId, usize>,
    records: Shown,
}

/// Things with numbers in the order in which they were met.
struct Numbered<T> {
    numbers: BTreeMap<T, usize>,
    things: Vec<T>,
}

impl<T: Ord + Copy> Numbered<T> {
    fn new() -> Self {
        Self { numbers: BTreeMap::new(), things: Vec::new() }
    }

    fn number(&mut self, thing: T) -> usize {
        *self.numbers.entry(thing).or_insert_with(|| {
            self.things.push(thing);
            self.things.len() - 1
        })
    }
}

impl<'p> Data<'p> {
    pub fn new(proof: &'p Proof<'p>, told: &'p [Told<'p>; 2], answers: &[NodeId]) -> Self {
        let nodes = reachable(proof, answers);
        let numbers = nodes.iter().enumerate().map(|(number, id)| (*id, number)).collect::<BTreeMap<_, _>>();
        let answers = answers.iter().map(|answer| numbers[answer]).collect();
        let (rules, norms) = (Numbered::new(), Numbered::new());
        let (relations, records) = (BTreeMap::new(), Shown::default());
        Self { proof, told, answers, nodes, numbers, rules, norms, relations, records }
    }

    pub fn json(mut self, lang: Lang, more: bool, site: &str) -> Json {
        let nodes = std::mem::take(&mut self.nodes);
        let steps = nodes.iter().map(|id| self.step(*id)).collect::<Vec<_>>();
        let rules = self.rules.things.iter().map(|rule| self.rule(*rule)).collect::<Vec<_>>();
        let norms = self.norms.things.iter().map(|(norm, version)| self.norm(*norm, *version)).collect::<Vec<_>>();
        let mut relations = self.relations.iter().map(|(id, number)| (*number, *id)).collect::<Vec<_>>();
        relations.sort_unstable();
        let relations = relations.into_iter().map(|(_, id)| self.relation(id)).collect::<Vec<_>>();
        let mut files = nodes
            .iter()
            .flat_map(|id| match &self.proof.derivation.nodes[*id] {
                Node::Record { sources, .. } => sources.iter().map(|place| place.file.as_str()).collect(),
                _ => Vec::new(),
            })
            .collect::<Vec<_>>();
        files.sort_unstable();
        files.dedup();
        json!({
            "lang": if lang == Lang::Zh { "zh" } else { "en" }, "site": site, "more": more, "answers": self.answers, "nodes": steps,
            "rules": rules, "norms": norms, "relations": relations, "sources": files.len(), "records": self.records.json(&self.relations),
        })
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
                put("r", json!(self.rules.number(*rule)));
                let norms = prose::norms::applied(id, proof.derivation, proof.model.program);
                let norms = norms.into_iter().map(|norm| self.norms.number(norm)).collect::<Vec<_>>();
                if !norms.is_empty() {
                    put("n", json!(norms));
                }
                let variables = &proof.model.program.rules[*rule].variables;
                let binding = |(id, value): &(program::checked::VarId, values::Value)| {
                    json!([visible(&variables[id.0 as usize].name), visible(&shown(value).0)])
                };
                put("v", bindings.iter().map(binding).collect());
            }
            Node::Record { relation, args, .. } => {
                if let Some(row) = self.records.take(proof, *relation, args) {
                    put("rel", json!(self.number_of(*relation)));
                    put("row", json!(row));
                }
            }
            _ => {}
        }
        Json::Object(step)
    }

    fn number_of(&mut self, relation: RelId) -> usize {
        let next = self.relations.len();
        *self.relations.entry(relation).or_insert(next)
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

    fn rule(&self, rule: usize) -> Json {
        let (program, files) = (self.proof.model.program, self.proof.files);
        let written = &program.rules[rule];
        let place = format!("{}:{}", files.name(written.span), files.place(written.span).line);
        let source = files.snippet(written.span);
        let source = match source.char_indices().nth(RULE_CHARS) {
            None => visible(source),
            Some((end, _)) => visible(&source[..end]) + "…",
        };
        let others = undeclared(written, program).map(visible).collect::<Vec<_>>();
        json!({
            "label": visible(&written.label), "place": visible(&place), "doc": visible(&prose::reflow(written.doc.trim())), "text": source, "norms": others,
        })
    }

    fn norm(&self, norm: NormId, version: usize) -> Json {
        let version = &self.proof.model.program.norm(norm).versions[version];
        let title = [Lang::En, Lang::Zh].map(|lang| prose::norms::article(version, lang));
        let checked = version.checked.as_ref();
        json!({
            "title": texts(title), "from": version.in_force.from.to_string(), "to": version.in_force.to.map(|day| day.to_string()),
            "text": visible(&version.text),
            "checked": checked.map(|checked| json!({"on": checked.on.to_string(), "against": visible(&checked.against)})),
        })
    }

    fn relation(&self, id: RelId) -> Json {
        let relation = self.proof.model.program.relation(id);
        let columns = relation.columns.iter().map(|column| visible(&column.name)).collect::<Vec<_>>();
        json!({"name": visible(&relation.name), "columns": columns})
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

/// A text that is the same in both languages.
pub(super) fn text(text: &str) -> Json {
    Json::from(visible(text))
}

/// A text in English and in Chinese; one where both are the same.
pub(super) fn texts([en, zh]: [String; 2]) -> Json {
    if en == zh { text(&en) } else { json!([visible(&en), visible(&zh)]) }
}
