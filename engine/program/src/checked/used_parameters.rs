//! Which parameters a program reads.

use std::collections::BTreeMap;

use diagnostics::Span;

use super::{Body, ParameterId, Program, Rule, Term};

impl Program {
    /// The parameters that some rule reads and that have no value: a run needs one for each of them.
    pub fn unset_parameters(&self) -> Vec<ParameterId> {
        let unset = |id: &ParameterId| self.parameter(*id).values.is_empty();
        self.used_parameters().into_keys().filter(unset).collect()
    }

    /// The parameters that some rule reads, each with its first use in the order of the rules.
    pub(crate) fn used_parameters(&self) -> BTreeMap<ParameterId, Span> {
        let mut used = BTreeMap::new();
        for rule in self.rules.iter().chain(&self.subsumptions) {
            for (id, span) in rule.parameters() {
                used.entry(id).or_insert(span);
            }
        }
        used
    }
}

impl Rule {
    /// The parameters that it reads, each with its first use.
    pub fn parameters(&self) -> BTreeMap<ParameterId, Span> {
        let mut used = BTreeMap::new();
        self.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, &mut used));
        in_body(&self.body, &mut used);
        used
    }
}

fn in_body(body: &Body, used: &mut BTreeMap<ParameterId, Span>) {
    body.literals(&mut |literal, _| literal.kind.terms().into_iter().for_each(|term| in_term(term, used)));
}

fn in_term(term: &Term, used: &mut BTreeMap<ParameterId, Span>) {
    match term {
        Term::Parameter { parameter, span, .. } => {
            used.entry(*parameter).or_insert(*span);
        }
        Term::Aggregate(aggregate) => {
            aggregate.target.iter().for_each(|target| in_term(target, used));
            in_body(&aggregate.body, used);
        }
        _ => {}
    }
    term.children().into_iter().for_each(|child| in_term(child, used));
}
