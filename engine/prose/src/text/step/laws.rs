//! What the law of a fact's relation has to do with it.

use diagnostics::Lang;
use program::checked::{Law, Program, RelId};
use proof::{Form, Link, Replaced};

use super::{Edge, say};
use crate::fact::shortened;
use crate::fill;
use crate::rules::Rules;

/// How pairs imply another one.
pub(super) fn form(form: Form, links: &[Link], lang: Lang) -> String {
    let text = match form {
        Form::Reflexive => say::REFLEXIVE,
        Form::Symmetric => say::SYMMETRIC,
        Form::Transitive => say::TRANSITIVE,
    };
    fill(text, lang, &[("count", &links.len().to_string())])
}

/// The pairs of a chain, at most so many one by one.
pub(super) fn links<'d>(links: &[Link], most: usize, lang: Lang) -> Vec<Edge<'d>> {
    let edge = |link: &Link| {
        let lead = link.turned.then(|| say::TURNED.get(lang).to_string());
        Edge::Node { id: link.node, source: None, lead }
    };
    let mut edges = links.iter().take(most).map(edge).collect::<Vec<_>>();
    edges.extend(links.len().checked_sub(most).filter(|rest| *rest > 0).map(Edge::Rest));
    edges
}

/// That the fact is the first with its keys.
pub(crate) fn kept(relation: RelId, program: &Program, lang: Lang) -> Option<String> {
    let Law::Choice(keys) = &program.relation(relation).law else { return None };
    let keys = keys.iter().map(|key| key_of(relation, key, program)).collect::<Vec<_>>();
    Some(fill(say::KEPT, lang, &[("keys", &keys.join(say::OR.get(lang)))]))
}

/// A key by the names of its columns.
pub(crate) fn key_of(relation: RelId, key: &[usize], program: &Program) -> String {
    let columns = &program.relation(relation).columns;
    let names = key.iter().map(|column| columns[*column].name.as_str()).collect::<Vec<_>>();
    match &names[..] {
        [only] => format!("`{only}`"),
        several => format!("`({})`", several.join(", ")),
    }
}

/// That the fact was erased later.
pub(super) fn replaced(
    replaced: &Replaced,
    relation: RelId,
    rules: &Rules<'_>,
    program: &Program,
    lang: Lang,
) -> String {
    let round = replaced.round.to_string();
    match &replaced.by {
        None => fill(say::REPLACED, lang, &[("round", &round)]),
        Some((fact, subsumption)) => {
            let fact = shortened(relation, fact.iter().map(Some), program);
            let place = rules.place(rules.subsumption(*subsumption));
            fill(say::REPLACED_BY, lang, &[("round", &round), ("fact", &fact), ("place", &place)])
        }
    }
}
