//! What carries a fact as JSON: the schema `syllogist/witnesses/1`.

use std::collections::BTreeSet;

use diagnostics::Files;
use eval::Model;
use program::checked::RelId;
use proof::{AbsentBeside, Base, GroupBeside, WitnessSet, Witnesses};
use serde_json::{Value as Json, json};
use values::Value;

use crate::json::{relations, rule_json, source_json};
use crate::rules::Rules;

/// The witness sets as one object of the schema `syllogist/witnesses/1` (`docs/witnesses-1.schema.json`). `more`: there are further facts.
pub fn witnesses_json(found: &[Witnesses], more: bool, model: &Model<'_>, files: &Files) -> Json {
    let writer = Writer { model, rules: Rules::new(model, files) };
    let occurring = found.iter().flat_map(occurring).collect::<BTreeSet<_>>();
    json!({
        "schema": "syllogist/witnesses/1",
        "relations": relations(occurring, model.program),
        "facts": found.iter().map(|one| writer.fact(one)).collect::<Vec<_>>(),
        "more": more,
    })
}

fn occurring(found: &Witnesses) -> Vec<RelId> {
    let groups = found.sets.iter().flat_map(|set| &set.groups).flat_map(|group| &group.bases);
    let absences = found.sets.iter().flat_map(|set| &set.absences).map(|absence| absence.relation);
    let bases = found.bases.iter().chain(groups).map(|base| base.relation);
    bases.chain(absences).chain([found.fact.0]).collect()
}

struct Writer<'m> {
    model: &'m Model<'m>,
    rules: Rules<'m>,
}

impl Writer<'_> {
    fn name(&self, relation: RelId) -> &str {
        &self.model.program.relation(relation).name
    }

    fn fact(&self, found: &Witnesses) -> Json {
        json!({
            "relation": self.name(found.fact.0),
            "args": strings(&found.fact.1),
            "bases": found.bases.iter().map(|base| self.base(base)).collect::<Vec<_>>(),
            "sets": found.sets.iter().map(|set| self.set(set)).collect::<Vec<_>>(),
            "in_every": found.in_every,
            "more": found.more,
            "gave_up": found.gave_up,
        })
    }

    fn base(&self, base: &Base) -> Json {
        let at = base.given.map(|at| json!({"file": self.rules.file(at), "line": self.rules.line(at)}));
        let sources = base.places.iter().map(source_json).collect::<Vec<_>>();
        json!({"relation": self.name(base.relation), "args": strings(&base.args), "sources": sources, "at": at})
    }

    fn set(&self, set: &WitnessSet) -> Json {
        json!({
            "bases": set.bases,
            "minimal": set.minimal,
            "absences": set.absences.iter().map(|absence| self.absence(absence)).collect::<Vec<_>>(),
            "groups": set.groups.iter().map(|group| self.group(group)).collect::<Vec<_>>(),
        })
    }

    fn absence(&self, absence: &AbsentBeside) -> Json {
        let pattern = absence.pattern.iter().map(|value| value.as_ref().map(Value::to_string)).collect::<Vec<_>>();
        json!({
            "relation": self.name(absence.relation),
            "pattern": pattern,
            "rule": rule_json(&self.rules, absence.rule, absence.alternative),
            "literal": absence.literal,
        })
    }

    fn group(&self, group: &GroupBeside) -> Json {
        let variables = &self.rules.rule(group.rule).variables;
        let of =
            group.group.iter().map(|(id, value)| (variables[id.0 as usize].name.clone(), value.to_string().into()));
        json!({
            "rule": rule_json(&self.rules, group.rule, group.alternative),
            "op": group.op,
            "group": Json::Object(of.collect()),
            "value": group.value.to_string(),
            "members": group.members,
            "bases": group.bases.iter().map(|base| self.base(base)).collect::<Vec<_>>(),
        })
    }
}

fn strings(values: &[Value]) -> Vec<String> {
    values.iter().map(Value::to_string).collect()
}
