//! Nodes that are written as they are, without a value of JSON in between: most nodes of a long derivation are records and facts.
//!
//! Fields stand in the order of their names, as they do wherever JSON is written here.

use std::collections::BTreeMap;

use program::checked::VarId;
use proof::{Derivation, Node, Premise};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value as Json, json};
use values::Value;

use super::{Proof, replaced_json, rule_json, source_json};
use crate::norms::in_force_among;
use crate::rules::Rules;

/// What facts of one rule have in common.
pub(super) struct Told {
    /// By rule and disjunct.
    rules: BTreeMap<(usize, u32), Json>,
    /// By rule: its variables by name, of the same name the first one first.
    variables: BTreeMap<usize, Vec<(String, VarId)>>,
}

impl Told {
    pub(super) fn new(derivation: &Derivation, rules: &Rules<'_>) -> Told {
        let mut told = Told { rules: BTreeMap::new(), variables: BTreeMap::new() };
        let mut before = None;
        for node in &derivation.nodes {
            let Node::Fact { rule, alternative, .. } = node else { continue };
            if before.replace((*rule, *alternative)) == Some((*rule, *alternative)) {
                continue;
            }
            told.rules.entry((*rule, *alternative)).or_insert_with(|| rule_json(rules, *rule, *alternative));
            told.variables.entry(*rule).or_insert_with(|| {
                let variables = (0..).map(VarId).zip(rules.names(*rule));
                let mut variables = variables.map(|(id, name)| (name.clone(), id)).collect::<Vec<_>>();
                variables.sort();
                variables
            });
        }
        told
    }
}

impl Serialize for Proof<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let derivation = self.writer.derivation;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("answers", &derivation.answers)?;
        map.serialize_entry("more", &derivation.more)?;
        map.serialize_entry("nodes", &Each(|| (0..derivation.nodes.len()).map(|id| self.node(id))))?;
        map.serialize_entry("relations", &self.relations())?;
        map.serialize_entry("schema", "syllogist/proof/1")?;
        if derivation.more {
            map.serialize_entry("total", &derivation.total)?;
        }
        map.end()
    }
}

impl Proof<'_> {
    pub(super) fn node(&self, id: usize) -> NodeJson<'_> {
        NodeJson { proof: self, id }
    }
}

/// One node.
pub(super) struct NodeJson<'p> {
    proof: &'p Proof<'p>,
    id: usize,
}

impl Serialize for NodeJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { proof: Proof { writer, clue_of, told }, id } = self;
        let node = &writer.nodes[*id];
        let replaced = || writer.derivation.replaced.get(id).map(|replaced| replaced_json(replaced, &writer.rules));
        match node {
            Node::Record { relation, args, sources } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("args", &strings(args))?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "record")?;
                map.serialize_entry("relation", writer.name(*relation))?;
                perhaps(&mut map, "replaced", replaced())?;
                map.serialize_entry("sources", &Each(|| sources.iter().map(source_json)))?;
                map.end()
            }
            Node::Given { relation, args, at } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("args", &strings(args))?;
                map.serialize_entry("at", &json!({"file": writer.rules.file(*at), "line": writer.rules.line(*at)}))?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "given")?;
                map.serialize_entry("relation", writer.name(*relation))?;
                perhaps(&mut map, "replaced", replaced())?;
                map.end()
            }
            Node::Fact { relation, args, rule, alternative, bindings, premises, folded } => {
                let variables = told.variables.get(rule).map(|variables| &variables[..]).unwrap_or_default();
                let cites = match writer.rules.rule(*rule).cites.is_empty() {
                    true => Vec::new(),
                    false => writer.cited(*rule, &in_force_among(premises, writer.derivation)),
                };
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("args", &strings(args))?;
                map.serialize_entry("bindings", &Bindings { variables, bindings })?;
                map.serialize_entry("cites", &cites)?;
                perhaps(&mut map, "clue", clue_of(*id))?;
                map.serialize_entry("folded", folded)?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "fact")?;
                map.serialize_entry("norms", &writer.rules.rule(*rule).norms)?;
                map.serialize_entry("premises", &Each(|| premises.iter().map(PremiseJson)))?;
                map.serialize_entry("relation", writer.name(*relation))?;
                perhaps(&mut map, "replaced", replaced())?;
                map.serialize_entry("rule", &told.rules.get(&(*rule, *alternative)))?;
                map.end()
            }
            other => {
                let mut written = writer.node(*id, other);
                if let Some(replaced) = replaced() {
                    written["replaced"] = replaced;
                }
                written.serialize(serializer)
            }
        }
    }
}

fn perhaps<M: SerializeMap>(map: &mut M, field: &'static str, value: Option<Json>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(field, &value))
}

/// What an iterator gives, as a list.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A value as the dialect prints it.
struct Shown<'v>(&'v Value);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Symbol(text) => serializer.serialize_str(text),
            other => serializer.collect_str(other),
        }
    }
}

fn strings(values: &[Value]) -> impl Serialize {
    Each(|| values.iter().map(Shown))
}

struct PremiseJson<'p>(&'p Premise);

impl Serialize for PremiseJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("literal", &self.0.literal)?;
        map.serialize_entry("node", &self.0.node)?;
        map.end()
    }
}

/// Variables with types and values, as [`super::bindings_json`].
struct Bindings<'d> {
    /// By name, of the same name the first one first.
    variables: &'d [(String, VarId)],
    bindings: &'d [(VarId, Value)],
}

impl Serialize for Bindings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut before = None;
        for (name, id) in self.variables {
            // Bindings ascend by variable.
            let Ok(at) = self.bindings.binary_search_by_key(id, |(id, _)| *id) else { continue };
            if before.replace(name) != Some(name) {
                map.serialize_entry(name, &Binding(&self.bindings[at].1))?;
            }
        }
        map.end()
    }
}

struct Binding<'v>(&'v Value);

impl Serialize for Binding<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("type", self.0.primitive().name())?;
        map.serialize_entry("value", &Shown(self.0))?;
        map.end()
    }
}
