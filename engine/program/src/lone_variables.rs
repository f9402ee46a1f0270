//! Warnings about variables that stand once, and about `_names` that stand more than once.

use diagnostics::{Diagnostic, Span, catalogue};

use crate::checked::VarId;
use crate::draft::{Aggregate, Body, Rule, Term};
use crate::report::Report;

/// Reports them for a rule without errors, each at one place.
pub(crate) fn report(rule: &Rule, report: &mut Report) {
    let Some(body) = &rule.body else { return };
    let mut counts = Counts::of(body, rule.variables.len());
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| counts.add(term));
    for (variable, (count, second)) in rule.variables.iter().zip(counts.0) {
        let is_hidden = variable.name.starts_with('_');
        let warning = match (is_hidden, count, second) {
            (false, 1, _) => Diagnostic::new(&catalogue::LONE_VARIABLE, variable.span),
            (true, 2.., Some(second)) => Diagnostic::new(&catalogue::REUSED_UNDERSCORE, second),
            _ => continue,
        };
        report.push(warning.arg("name", &variable.name));
    }
}

/// By variable, how often it stands in one alternative at most, and its second place.
struct Counts(Vec<(u32, Option<Span>)>);

impl Counts {
    fn of(body: &Body, variables: usize) -> Self {
        let mut counts = Self(vec![(0, None); variables]);
        counts.body(body);
        counts
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::All(parts) => parts.iter().for_each(|part| self.body(part)),
            Body::Any(parts) => self.alternatives(parts),
            Body::Not(inner) => self.body(inner),
            Body::Literal(literal) => literal.kind.terms().into_iter().for_each(|term| self.add(term)),
        }
    }

    /// Places in different alternatives do not join.
    fn alternatives(&mut self, parts: &[Body]) {
        let before = self.0.clone();
        for part in parts {
            let mut with = Self(before.clone());
            with.body(part);
            for (most, this) in self.0.iter_mut().zip(with.0) {
                if this.0 > most.0 {
                    *most = this;
                }
            }
        }
    }

    fn add(&mut self, term: &Term) {
        term.variables(&mut |id, span| self.seen(id, span));
        term.aggregates(&mut |aggregate| self.aggregate(aggregate));
    }

    /// A variable of its own counts as joined: that it has a name decides what the aggregate counts.
    fn aggregate(&mut self, aggregate: &Aggregate) {
        aggregate.injected.iter().for_each(|id| self.seen(*id, aggregate.span));
        aggregate.local.iter().for_each(|id| self.0[id.0 as usize].0 = u32::MAX);
    }

    fn seen(&mut self, id: VarId, span: Span) {
        let (count, second) = &mut self.0[id.0 as usize];
        *count = count.saturating_add(1);
        if *count == 2 {
            *second = Some(span);
        }
    }
}
