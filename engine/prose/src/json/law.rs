//! What the law adds to a derivation, as JSON.

use program::checked::{AbsentForm, Beneath, Complete, Norm, NormId, NormVersion, RelId};
use proof::{Exception, Known, Node};
use serde_json::{Value as Json, json};
use values::Value;

use super::Writer;
use crate::declared::{Declaration, declaration};
use crate::why_not::exception_attempt_json;

impl Writer<'_> {
    /// The declared norms that a rule cites, each in the version in force on the rule's day, otherwise in all its versions.
    pub(super) fn cited(&self, rule: usize, in_force: &[(NormId, usize)]) -> Vec<&Json> {
        let cites = &self.rules.rule(rule).cites;
        let versions = |norm: &NormId| {
            let decided = in_force.iter().filter(|(known, _)| known == norm).map(|(_, version)| *version);
            let mut versions = decided.collect::<Vec<_>>();
            if versions.is_empty() {
                versions.extend(0..self.program.norm(*norm).versions.len());
            }
            let norm = *norm;
            versions.into_iter().filter_map(move |version| self.told.version(norm, version))
        };
        cites.iter().flat_map(versions).collect()
    }

    pub(super) fn absence(
        &self,
        id: usize,
        (relation, pattern): (RelId, &[Option<Value>]),
        known: Option<&Known>,
        exception: Option<&Exception>,
        premises: &[usize],
    ) -> Json {
        let complete = known.map(|known| self.complete(relation, known)).unwrap_or_default();
        let mut node = json!({
            "id": id, "kind": "absence", "relation": self.name(relation),
            "pattern": pattern.iter().map(|value| value.as_ref().map(Value::to_string)).collect::<Vec<_>>(),
            "complete": complete, "nothing_open": known.is_some_and(|known| known.nothing_open), "premises": premises,
        });
        if let Some(Exception { form, attempts }) = exception {
            node["kind"] = json!("exception");
            node["form"] = json!(if *form == AbsentForm::Proviso { "proviso" } else { "unless" });
            let attempts = attempts.iter().map(|attempt| exception_attempt_json(attempt, self.rules));
            node["attempts"] = attempts.collect::<Vec<_>>().into();
        }
        node
    }

    fn complete(&self, relation: RelId, known: &Known) -> Vec<Json> {
        let everywhere = |base: RelId| match &self.program.relation(base).openness.complete {
            Some(Complete::Everywhere { span }) => {
                let at = json!({"file": self.rules.file(*span), "line": self.rules.line(*span)});
                Some(json!({"relation": self.name(base), "at": at}))
            }
            _ => None,
        };
        let declared = |node: &usize| {
            let (Node::Record { relation, args, .. } | Node::Given { relation, args, .. }) = self.at(*node)? else {
                return None;
            };
            let Declaration { of, place, period, by, on } = declaration(*relation, args, self.program)?;
            let place = place.into_iter().map(|(column, value)| (column, Json::from(value)));
            let (from, to) = period.unzip();
            Some(json!({
                "relation": self.name(of), "node": node, "place": Json::Object(place.collect()),
                "from": from, "to": to, "declared_by": by, "on": on,
            }))
        };
        let everywhere = Beneath::of(self.program).bases(relation).into_iter().filter_map(everywhere);
        everywhere.chain(known.declared.iter().filter_map(declared)).collect()
    }
}

/// A norm in one of its versions.
pub(super) fn version_json(norm: &Norm, version: &NormVersion) -> Json {
    let checked = version.checked.as_ref();
    json!({
        "id": norm.name, "law": version.law, "article": version.article,
        "from": version.in_force.from.to_string(), "to": version.in_force.to.map(|to| to.to_string()),
        "checked": checked.map(|checked| json!({"on": checked.on.to_string(), "against": checked.against})),
        "text": version.text,
    })
}
