//! Circles of relations through negation, which no evaluation can follow.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Text, catalogue};

use crate::checked::{LiteralKind, RelId, Rule};
use crate::relations::Relations;
use crate::report::Report;
use crate::strata::{Edge, Layers, Reads, way};

/// Reports negations and aggregations inside a component with the shortest way back, unless a reported circle holds them. A circle
/// of the law is shown with the rules that make it and the norms that they cite.
pub(crate) fn report_circles(
    circular: &BTreeSet<(RelId, RelId)>,
    relations: &Relations,
    edges: &[Edge],
    layers: &Layers,
    rules: &[Rule],
    report: &mut Report,
) {
    let Layers { components, next, .. } = layers;
    let inside = |edge: &&Edge| components[edge.head.0 as usize] == components[edge.body.0 as usize];
    let is_circular = |edge: &&Edge| edge.reads != Reads::Positively && circular.contains(&(edge.head, edge.body));
    let mut told: BTreeSet<(RelId, RelId)> = BTreeSet::new();
    let mut first: BTreeMap<(RelId, RelId), &Edge> = BTreeMap::new();
    for edge in edges.iter().filter(inside) {
        first.entry((edge.head, edge.body)).or_insert(edge);
    }
    for edge in edges.iter().filter(is_circular) {
        if told.contains(&(edge.head, edge.body)) {
            continue;
        }
        let back = way(edge.body, edge.head, next, components);
        let steps: Vec<&Edge> = back.windows(2).filter_map(|pair| first.get(&(pair[0], pair[1])).copied()).collect();
        told.insert((edge.head, edge.body));
        told.extend(steps.iter().map(|step| (step.head, step.body)));
        report.push(circle(relations, rules, edge, &steps));
    }
}

fn circle(relations: &Relations, rules: &[Rule], edge: &Edge, steps: &[&Edge]) -> Diagnostic {
    const NEGATED: Text = Text { en: "the negation", zh: "此处的否定" };
    const AGGREGATED: Text = Text { en: "the aggregate", zh: "此处的聚合" };
    const STEP: Text = Text { en: "and leads back from here", zh: "并由此处绕回" };
    const HOW_NEGATED: Text = Text { en: "negation", zh: "否定" };
    const HOW_AGGREGATED: Text = Text { en: "aggregation", zh: "聚合" };
    let name = |id: RelId| relations.get(id).name.as_str();
    let is_negated = edge.reads == Reads::Negated;
    let (how, label) = if is_negated { (HOW_NEGATED, NEGATED) } else { (HOW_AGGREGATED, AGGREGATED) };
    let all = std::iter::once(edge).chain(steps.iter().copied()).collect::<Vec<_>>();
    let through = all.iter().map(|edge| rule_of(edge, rules)).collect::<Vec<_>>();
    let of_law = through.iter().flatten().any(|rule| is_of_law(rule));
    let step = |edge: &&Edge, rule: &Option<&Rule>| match rule {
        Some(rule) if of_law => {
            let [en, zh] = articles(rule);
            [format!("{} ({en})", name(edge.head)), format!("{}（{zh}）", name(edge.head))]
        }
        _ => [name(edge.head).to_owned(), name(edge.head).to_owned()],
    };
    let shown = all.iter().zip(&through).map(|(edge, rule)| step(edge, rule)).collect::<Vec<_>>();
    let [en, zh] = [0, 1].map(|lang| {
        let names = shown.iter().map(|step| step[lang].as_str()).chain([name(edge.head)]);
        names.collect::<Vec<_>>().join(" -> ")
    });
    let error = Diagnostic::new(&catalogue::CIRCULAR_NEGATION, relations.get(edge.head).span);
    let error = error.arg("name", name(edge.head)).words("how", how).texts("circle", en, zh);
    steps.iter().fold(error.related(edge.span, label), |error, step| error.related(step.span, STEP))
}

/// The rule in which the atom stands that is read.
fn rule_of<'r>(edge: &Edge, rules: &'r [Rule]) -> Option<&'r Rule> {
    let concludes = |rule: &&Rule| rule.heads.iter().any(|head| head.relation == edge.head);
    rules.iter().filter(|rule| rule.span.holds(edge.span)).find(concludes)
}

/// Whether a rule cites a norm or has an exception of the law.
fn is_of_law(rule: &Rule) -> bool {
    let mut has_exception = false;
    rule.body.literals(&mut |literal, _| {
        has_exception |= matches!(literal.kind, LiteralKind::Absent(_));
    });
    has_exception || !rule.norms.is_empty()
}

/// A rule's label and the norms it cites, English and Chinese.
fn articles(rule: &Rule) -> [String; 2] {
    let all = std::iter::once(&rule.label).chain(&rule.norms).map(String::as_str).collect::<Vec<_>>();
    [all.join(", "), all.join("、")]
}
