//! Nodes that are written as they are, without a value of JSON in between: most nodes of a long derivation are records and facts.
//!
//! Fields stand in the order of their names, as they do wherever JSON is written here.

use std::collections::BTreeMap;
use std::fmt::Display;

use program::checked::{Norm, NormId, Program, VarId};
use proof::{Node, NodeId, Premise};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value as Json, json};
use values::Value;

use super::law::version_json;
use super::{Writer, replaced_json, rule_json, source_json};
use crate::norms::in_force_at;
use crate::policy::policy_json;
use crate::rules::Rules;

/// What many nodes have in common.
pub(super) struct Told {
    /// By norm, its versions.
    norms: Vec<Vec<Json>>,
    /// By rule and disjunct.
    rules: BTreeMap<(usize, u32), Json>,
    /// By rule: its variables by name, of the same name the first one first.
    variables: BTreeMap<usize, Vec<(String, VarId)>>,
}

impl Told {
    /// Ready for nodes that are no conclusions.
    pub(super) fn new(program: &Program) -> Self {
        let versions = |norm: &Norm| norm.versions.iter().map(|version| version_json(norm, version)).collect();
        let norms = program.norms.iter().map(versions).collect();
        Self { norms, rules: BTreeMap::new(), variables: BTreeMap::new() }
    }

    /// A norm in one of its versions.
    pub(super) fn version(&self, norm: NormId, version: usize) -> Option<&Json> {
        self.norms.get(norm.0 as usize)?.get(version)
    }

    /// Gets ready for these nodes.
    pub(super) fn add(&mut self, nodes: &[Node], rules: &Rules<'_>) {
        let mut before = None;
        for node in nodes {
            let Node::Fact { rule, alternative, .. } = node else { continue };
            if before.replace((*rule, *alternative)) == Some((*rule, *alternative)) {
                continue;
            }
            self.rules.entry((*rule, *alternative)).or_insert_with(|| rule_json(rules, *rule, *alternative));
            self.variables.entry(*rule).or_insert_with(|| by_name(rules, *rule));
        }
    }
}

/// The variables of a rule by name, of the same name the first one first.
pub(super) fn by_name(rules: &Rules<'_>, rule: usize) -> Vec<(String, VarId)> {
    let variables = (0..).map(VarId).zip(rules.names(rule));
    let mut variables = variables.map(|(id, name)| (name.clone(), id)).collect::<Vec<_>>();
    variables.sort();
    variables
}

/// One node of a part, by its number in the whole.
pub(super) struct NodeJson<'w>(pub(super) &'w Writer<'w>, pub(super) NodeId);

impl Serialize for NodeJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(writer, id) = self;
        let (told, derivation) = (writer.told, writer.derivation);
        let node = &derivation.nodes[id - writer.first];
        let replaced = || derivation.replaced.get(id).map(|replaced| replaced_json(replaced, writer.rules));
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
                    false => writer.cited(*rule, &in_force_at(premises, &|id| writer.at(id))),
                };
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("args", &strings(args))?;
                map.serialize_entry("bindings", &Bindings { variables, bindings })?;
                map.serialize_entry("cites", &cites)?;
                perhaps(&mut map, "clue", (writer.clue_of)(*id))?;
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
            Node::Comparison { op, operand, left, right, premises } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "comparison")?;
                map.serialize_entry("left", &Printed(left))?;
                map.serialize_entry("op", op)?;
                map.serialize_entry("premises", premises)?;
                map.serialize_entry("right", &Printed(right))?;
                map.serialize_entry("type", operand.name())?;
                map.end()
            }
            Node::Computation { op, result, args, policy, value, premises } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("args", &Each(|| args.iter().map(Printed)))?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "computation")?;
                map.serialize_entry("op", op)?;
                map.serialize_entry("policy", &policy.as_ref().map(policy_json))?;
                map.serialize_entry("premises", premises)?;
                map.serialize_entry("type", result.name())?;
                map.serialize_entry("value", &Printed(value))?;
                map.end()
            }
            Node::InForce { norm, version, day, premises } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("day", &Printed(day))?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("kind", "in_force")?;
                map.serialize_entry("norm", &told.version(*norm, *version))?;
                map.serialize_entry("premises", premises)?;
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

/// What prints itself.
struct Printed<T>(T);

impl<T: Display> Serialize for Printed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
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

/// Variables with types and values. Of those that share a name the first one is meant: of one inside an aggregate and an outer one the outer.
pub(super) struct Bindings<'d> {
    /// As [`by_name`] gives them.
    pub(super) variables: &'d [(String, VarId)],
    /// Ascending by variable.
    pub(super) bindings: &'d [(VarId, Value)],
}

impl Serialize for Bindings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut before = None;
        for (name, id) in self.variables {
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
