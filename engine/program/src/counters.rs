//! Where `autoinc()` cannot stand.

use diagnostics::{Diagnostic, Span, Text, catalogue};

use crate::checked::RelId;
use crate::draft::{Body, Rule, Term};
use crate::report::Report;
use crate::strata::edges;

/// Reports counters in aggregates and in recursive rules. `components` are by relation.
pub(crate) fn check(rules: &[Rule], components: &[usize], report: &mut Report) {
    const IN_AGGREGATE: Text = Text { en: "an aggregate", zh: "聚合中" };
    const IN_RECURSION: Text = Text { en: "a recursive rule", zh: "递归规则中" };
    for rule in rules {
        let found = if rule.body.is_some() { found(rule) } else { Vec::new() };
        if found.is_empty() {
            continue;
        }
        let edges = edges(std::slice::from_ref(rule));
        let component = |id: RelId| components[id.0 as usize];
        let is_recursive = edges.iter().any(|edge| component(edge.head) == component(edge.body));
        for (place, in_aggregate) in found {
            if in_aggregate || is_recursive {
                let words = if in_aggregate { IN_AGGREGATE } else { IN_RECURSION };
                report.push(Diagnostic::new(&catalogue::MISPLACED_COUNTER, place).words("where", words));
            }
        }
    }
}

/// The places of counters.
pub(crate) fn places(rule: &Rule) -> Vec<Span> {
    found(rule).into_iter().map(|(place, _)| place).collect()
}

/// The counters of a rule, each with whether it stands in an aggregate.
fn found(rule: &Rule) -> Vec<(Span, bool)> {
    let mut found = Vec::new();
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, false, &mut found));
    rule.body.iter().for_each(|body| in_body(body, false, &mut found));
    found
}

/// True for a term that has another value each time it is looked at.
pub(crate) fn counts(term: &Term) -> bool {
    let mut counts = matches!(term, Term::Counter(..) | Term::RoundNumber(..));
    term.children(&mut |child| counts |= self::counts(child));
    counts
}

fn in_body(body: &Body, in_aggregate: bool, found: &mut Vec<(Span, bool)>) {
    body.literals(&mut |literal| {
        literal.kind.terms().into_iter().for_each(|term| in_term(term, in_aggregate, found));
    });
}

fn in_term(term: &Term, in_aggregate: bool, found: &mut Vec<(Span, bool)>) {
    match term {
        Term::Counter(_, span) => found.push((*span, in_aggregate)),
        Term::Aggregate(aggregate) => {
            aggregate.target.iter().for_each(|target| in_term(target, true, found));
            in_body(&aggregate.body, true, found);
        }
        _ => term.children(&mut |child| in_term(child, in_aggregate, found)),
    }
}
