//! Absences: what was looked for, on what it is known that nothing is missing, and exceptions that were considered.

use diagnostics::Text;
use program::checked::{AbsentForm, Beneath, Complete, RelId};
use proof::{Exception, Known, Node};
use values::Value;

use super::{Steps, say};
use crate::declared::{Declaration, declaration};
use crate::fact::shortened;
use crate::fill;
use crate::places::places;
use crate::why_not::failure;

impl Steps<'_> {
    /// `no lease("A", _)`, or the exception that is not met.
    pub(super) fn absence(&self, relation: RelId, pattern: &[Option<Value>], exception: Option<&Exception>) -> String {
        let fact = shortened(relation, pattern.iter().map(Option::as_ref), self.model.program);
        let text = match exception.map(|exception| exception.form) {
            None | Some(AbsentForm::Not) => say::ABSENT,
            Some(AbsentForm::Unless) => say::EXCEPTION,
            Some(AbsentForm::Proviso) => say::PROVISO,
        };
        fill(text, self.lang, &[("fact", &fact)])
    }

    /// Where it was looked, why each rule fails that could give such a fact, and on what it is known that nothing is missing.
    pub(super) fn grounds_of_absence(
        &self,
        relation: RelId,
        known: Option<&Known>,
        exception: Option<&Exception>,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        let attempts = exception.map(|exception| &exception.attempts[..]).unwrap_or_default();
        match attempts {
            [] => lines.push(self.searched(relation)),
            attempts => lines.extend(attempts.iter().map(|attempt| failure(attempt, &self.rules, self.lang))),
        }
        let Some(known) = known else { return lines };
        lines.extend(self.complete(relation, known));
        if known.nothing_open {
            lines.push(say::NOTHING_OPEN.get(self.lang).to_string());
        }
        lines
    }

    /// On whose word it is known that nothing is missing.
    pub(crate) fn complete(&self, relation: RelId, known: &Known) -> Vec<String> {
        let mut lines = self.complete_everywhere(relation).into_iter().collect::<Vec<_>>();
        lines.extend(known.declared.iter().filter_map(|node| self.declared(*node)));
        lines
    }

    fn searched(&self, relation: RelId) -> String {
        let facts = self.model.relation(relation).facts();
        let text = match facts {
            0 => say::SEARCHED_NOTHING,
            1 => say::SEARCHED_ONE,
            _ => say::SEARCHED,
        };
        let name = &self.model.program.relation(relation).name;
        fill(text, self.lang, &[("relation", name), ("count", &facts.to_string())])
    }

    /// The relations below this one that are declared complete everywhere, on one line.
    fn complete_everywhere(&self, relation: RelId) -> Option<String> {
        let program = self.model.program;
        let (mut names, mut places) = (Vec::new(), Vec::<String>::new());
        for base in Beneath::of(program).bases(relation) {
            let Some(Complete::Everywhere { span }) = &program.relation(base).openness.complete else { continue };
            names.push(format!("`{}`", program.relation(base).name));
            let place = self.rules.place(*span);
            // Behind a place in the same file its line is enough.
            match (places.last_mut(), place.rsplit_once(':')) {
                (Some(last), Some((file, line))) if last.starts_with(&format!("{file}:")) => {
                    last.push_str(&format!(", {line}"));
                }
                _ => places.push(place),
            }
        }
        let relations = names.join(say::RELATIONS.get(self.lang));
        let values = [("relations", &*relations), ("places", &places.join("; "))];
        (!names.is_empty()).then(|| fill(say::COMPLETE_EVERYWHERE, self.lang, &values))
    }

    /// What a declaration of completeness says, and where.
    fn declared(&self, node: usize) -> Option<String> {
        let program = self.model.program;
        let (relation, args, place) = match &self.derivation.nodes[node] {
            Node::Record { relation, args, sources } => (*relation, args, places(sources, self.lang)),
            Node::Given { relation, args, at } => {
                (*relation, args, fill(say::GIVEN, self.lang, &[("place", &self.rules.place(*at))]))
            }
            _ => return None,
        };
        let Declaration { of, place: columns, period, by, on } = declaration(relation, args, program)?;
        let list = |text: Text| text.get(self.lang).to_string();
        let mut within = columns.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>();
        within.extend(
            period.map(|(from, to)| {
                fill(say::PERIOD, self.lang, &[("from", &from.to_string()), ("to", &to.to_string())])
            }),
        );
        let within = match &within[..] {
            [] => String::new(),
            parts => fill(say::WITHIN, self.lang, &[("within", &parts.join(&list(say::VALUES)))]),
        };
        let values = [
            ("relation", program.relation(of).name.clone()),
            ("within", within),
            ("by", crate::fact::safe(&by)),
            ("on", on),
            ("place", place),
        ];
        Some(fill(say::COMPLETE, self.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
    }
}
