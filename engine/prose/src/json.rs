//! Derivations as JSON: the schema `syllogist/proof/1`.

mod earlier;
mod law;
mod node;
mod stream;

use std::collections::BTreeSet;
use std::convert::Infallible;

use diagnostics::Files;
use eval::Model;
use program::checked::{Program, RelId, VarId};
use proof::{Derivation, Node, NodeId, Premise, RecordPlace, RecordUnit, Replaced};
use serde_json::{Value as Json, json};
use values::Value;

use self::earlier::Earlier;
use self::node::{Bindings, Told, by_name};
pub use self::stream::{DigestOf, Layout, Stream, Take};
use crate::rules::Rules;

/// The derivation as one object of the schema `syllogist/proof/1` (`docs/proof-1.schema.json`).
///
/// Lists are flat and ids ascend, premises before conclusions. All values are strings as the dialect prints them.
pub fn json(derivation: &Derivation, model: &Model<'_>, files: &Files) -> Json {
    let mut text = Vec::new();
    let mut take = |more: &[u8]| {
        text.extend_from_slice(more);
        Ok::<(), Infallible>(())
    };
    let mut stream = Stream::new(Layout::Object, model, files, None);
    let Ok(()) = stream.nodes((0, derivation), &|_| None, &mut take);
    let Ok(()) = stream.end(&mut take);
    serde_json::from_slice(&text).unwrap_or_else(|error| unreachable!("an object was written: {error}"))
}

/// What is added to a node as its field `clue`.
pub type ClueOf<'d> = &'d (dyn Fn(NodeId) -> Option<Json> + Sync);

/// The columns of these relations, by name.
pub(crate) fn relations(ids: BTreeSet<RelId>, program: &Program) -> Json {
    let columns = |id: RelId| {
        let columns = program.relation(id).columns.iter();
        columns.map(|column| json!({"name": column.name, "type": column.primitive.name()})).collect::<Vec<_>>()
    };
    Json::Object(ids.into_iter().map(|id| (program.relation(id).name.clone(), Json::from(columns(id)))).collect())
}

/// Where a rule stands and which of its disjuncts is meant.
pub(crate) fn rule_json(rules: &Rules<'_>, rule: usize, alternative: u32) -> Json {
    let written = rules.rule(rule);
    json!({
        "name": written.label,
        "file": rules.file(written.span),
        "line": rules.line(written.span),
        "alternative": alternative,
    })
}

/// Variables with types and values. Where two variables of a rule share a name, one of them inside an aggregate, the outer one is meant;
/// where inlining made them, the second is `x/2`.
pub(crate) fn bindings_json(rules: &Rules<'_>, rule: usize, bindings: &[(VarId, Value)]) -> Json {
    let mut ascending = bindings.to_vec();
    ascending.sort_by_key(|(id, _)| *id);
    let bindings = Bindings { variables: &by_name(rules, rule), bindings: &ascending };
    serde_json::to_value(bindings).unwrap_or_else(|error| unreachable!("keys are texts: {error}"))
}

/// Where a record stands. Rows of a text have no `unit`, so that what was written before there were others says the same.
pub fn source_json(place: &RecordPlace) -> Json {
    let RecordPlace { file, unit, number } = place;
    match unit {
        RecordUnit::Row => json!({"file": file, "row": number}),
        RecordUnit::Element => json!({"file": file, "row": number, "unit": "element"}),
        RecordUnit::Rowid(table) => json!({"file": file, "row": number, "unit": "rowid", "table": table}),
        RecordUnit::TableRow(table) => json!({"file": file, "row": number, "unit": "row", "table": table}),
        RecordUnit::ElementOf(list) => json!({"file": file, "row": number, "unit": "element", "list": list}),
        RecordUnit::SheetRow(sheet) => json!({"file": file, "row": number, "unit": "row", "sheet": sheet}),
        RecordUnit::Key { table, key } => {
            json!({"file": file, "row": number, "unit": "key", "table": table, "key": key})
        }
    }
}

/// When a subsumption erased a fact, and for which other one.
pub(crate) fn replaced_json(replaced: &Replaced, rules: &Rules<'_>) -> Json {
    let by = replaced.by.as_ref().map(|(fact, subsumption)| {
        let at = rules.subsumption(*subsumption);
        json!({"args": strings(fact), "at": {"file": rules.file(at), "line": rules.line(at)}})
    });
    json!({"round": replaced.round, "by": by})
}

fn relation_of(node: &Node) -> Option<RelId> {
    match node {
        Node::Record { relation, .. } | Node::Given { relation, .. } => Some(*relation),
        Node::Fact { relation, .. } | Node::Absence { relation, .. } => Some(*relation),
        Node::Implied { relation, .. } | Node::Repeated { relation, .. } => Some(*relation),
        Node::Comparison { .. } | Node::Computation { .. } | Node::Aggregate { .. } => None,
        Node::Parameter { .. } | Node::InForce { .. } => None,
        Node::Precedence { relation, .. } => Some(*relation),
    }
}

/// Writes the nodes of a part.
struct Writer<'w> {
    rules: &'w Rules<'w>,
    program: &'w Program,
    told: &'w Told,
    clue_of: ClueOf<'w>,
    /// The part, and the number of its first node.
    derivation: &'w Derivation,
    first: NodeId,
    earlier: &'w Earlier,
    /// By node of the part.
    owners: Vec<Option<usize>>,
}

impl<'w> Writer<'w> {
    /// A node of the part, or an earlier one that others still look at.
    fn at(&self, id: NodeId) -> Option<&'w Node> {
        match id.checked_sub(self.first) {
            Some(at) => self.derivation.nodes.get(at),
            None => self.earlier.node(id),
        }
    }

    fn node(&self, id: usize, node: &Node) -> Json {
        match node {
            Node::Record { .. }
            | Node::Given { .. }
            | Node::Fact { .. }
            | Node::Comparison { .. }
            | Node::Computation { .. }
            | Node::InForce { .. } => {
                unreachable!("these are written without a value in between")
            }
            Node::Implied { relation, args, form, links, folded } => {
                let link = |link: &proof::Link| json!({"node": link.node, "turned": link.turned});
                json!({
                    "id": id, "kind": "implied", "relation": self.name(*relation), "args": strings(args),
                    "form": form.name(), "links": links.iter().map(link).collect::<Vec<_>>(), "folded": folded,
                })
            }
            Node::Repeated { relation, args, of } => json!({
                "id": id, "kind": "repeated", "relation": self.name(*relation), "args": strings(args), "of": of,
            }),
            Node::Parameter { parameter, keys, on, value, premises } => {
                let day = on.as_ref().and_then(Value::date);
                let source = parameter.value(keys, day).map(|found| found.source.clone());
                json!({
                    "id": id, "kind": "parameter", "name": parameter.name, "type": parameter.primitive.name(),
                    "keys": strings(keys), "on": on.as_ref().map(Value::to_string), "value": value.to_string(),
                    "source": source, "replaced": parameter.replaced, "premises": premises,
                })
            }
            Node::Precedence { relation, beaten } => {
                let beaten = beaten.iter().map(|beaten| {
                    let rule = rule_json(self.rules, beaten.rule, 0);
                    json!({"rule": rule, "args": strings(&beaten.args), "because": beaten.because.name()})
                });
                let beaten = beaten.collect::<Vec<_>>();
                json!({"id": id, "kind": "precedence", "relation": self.name(*relation), "beaten": beaten})
            }
            Node::Absence { relation, pattern, known, exception, premises } => {
                self.absence(id, (*relation, pattern), known.as_ref(), exception.as_ref(), premises)
            }
            Node::Aggregate { op, operand, group, value, witnesses, members } => {
                let member = |member: &proof::Member| {
                    let bindings = self.bindings(id, &member.bindings);
                    json!({"bindings": bindings, "premises": premises_json(&member.premises), "value": member.value.to_string()})
                };
                let mut node = json!({
                    "id": id, "kind": "aggregate", "op": op, "type": operand.name(), "group": self.group(id, group),
                    "value": value.to_string(), "members": members.iter().map(member).collect::<Vec<_>>(),
                });
                if !witnesses.is_empty() {
                    node["witnesses"] = self.group(id, witnesses);
                }
                node
            }
        }
    }

    fn name(&self, relation: RelId) -> &str {
        &self.program.relation(relation).name
    }

    /// Variables of the rule in whose body the node stands.
    fn bindings(&self, id: usize, bindings: &[(VarId, Value)]) -> Json {
        self.owners[id - self.first].map_or_else(|| json!({}), |rule| bindings_json(self.rules, rule, bindings))
    }

    fn group(&self, id: usize, group: &[(VarId, Value)]) -> Json {
        let Some(rule) = self.owners[id - self.first] else { return json!({}) };
        let names = self.rules.names(rule);
        let entry = |(id, value): &(VarId, Value)| (names[id.0 as usize].clone(), Json::from(value.to_string()));
        Json::Object(group.iter().map(entry).collect())
    }
}

fn premises_json(premises: &[Premise]) -> Vec<Json> {
    premises.iter().map(|premise| json!({"literal": premise.literal, "node": premise.node})).collect()
}

fn strings(values: &[Value]) -> Vec<String> {
    values.iter().map(Value::to_string).collect()
}
