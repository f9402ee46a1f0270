//! Warnings about variables that stand once, and about `_names` that stand more than once.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Span, catalogue};

use crate::checked::VarId;
use crate::draft::{Aggregate, Body, Rule, Term};
use crate::report::Report;

/// Reports them for a rule without errors, each at one place. `named` are the first places of variables that annotations of rules name.
pub(crate) fn report(rule: &Rule, named: &BTreeSet<Span>, report: &mut Report) {
    let Some(body) = &rule.body else { return };
    let mut counts = Counts::default();
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| counts.term(term));
    counts.body(body);
    for (id, count) in counts.0 {
        let name = &rule.variable(id).name;
        let warning = match (name.starts_with('_'), count.second) {
            (false, None) if named.contains(&count.first) => continue,
            (false, None) => Diagnostic::new(&catalogue::LONE_VARIABLE, count.first),
            (true, Some(second)) => Diagnostic::new(&catalogue::REUSED_UNDERSCORE, second),
            _ => continue,
        };
        report.push(warning.arg("name", name));
    }
}

/// The first two places of each variable that hold together, those in different alternatives apart.
#[derive(Default)]
struct Counts(BTreeMap<VarId, Count>);

#[derive(Clone, Copy)]
struct Count {
    first: Span,
    second: Option<Span>,
}

impl Counts {
    fn body(&mut self, body: &Body) {
        match body {
            Body::All(parts) => parts.iter().for_each(|part| self.body(part)),
            Body::Any(parts) => self.alternatives(parts),
            Body::Not(inner) => self.body(inner),
            Body::Literal(literal) => literal.kind.terms().into_iter().for_each(|term| self.term(term)),
        }
    }

    /// Of each variable, the alternative counts in which it stands most often.
    fn alternatives(&mut self, parts: &[Body]) {
        let mut most = Self::default();
        for part in parts {
            let mut own = Self::default();
            own.body(part);
            for (id, count) in own.0 {
                let known = most.0.entry(id).or_insert(count);
                known.second = known.second.or(count.second);
            }
        }
        for (id, count) in most.0 {
            self.add(id, count);
        }
    }

    fn term(&mut self, term: &Term) {
        term.variables(&mut |id, first| self.add(id, Count { first, second: None }));
        term.aggregates(&mut |aggregate| self.aggregate(aggregate));
    }

    /// A variable of an aggregate alone is not looked at: that it has a name decides what is counted.
    fn aggregate(&mut self, aggregate: &Aggregate) {
        for id in aggregate.injected.iter().chain(&aggregate.witnesses) {
            self.add(*id, Count { first: aggregate.span, second: None });
        }
    }

    fn add(&mut self, id: VarId, count: Count) {
        match self.0.get_mut(&id) {
            Some(known) => known.second = known.second.or(Some(count.first)),
            None => {
                self.0.insert(id, count);
            }
        }
    }
}
