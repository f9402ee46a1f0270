//! Groundedness: every variable of an alternative gets its values from somewhere.
//!
//! Grounded are the arguments of positive atoms. Through `=` a variable is grounded by the other side once all that is
//! needed for that side's value is grounded: the arguments of a call, the injected variables of an aggregate. Nothing
//! goes from the result of a call back to its arguments, but from a record or branch to all that its fields hold. A literal
//! grounds the witnesses of its aggregates.

mod closure;
mod needs;
mod sources;

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Span, Text, catalogue};

use crate::alternatives::{LITERALS_MAX, Signed, alternatives};
use crate::checked::VarId;
use crate::draft::{Aggregate, Body, Rule, Term};
use crate::infer::Primitives;
use crate::report::Report;

pub(crate) use closure::Closure;
use needs::{Known, learn};
use sources::Sources;

/// Checks the alternatives of a rule and of the aggregates in it. Each variable is reported once, and only where its being
/// ungrounded is not the consequence of another one's.
pub(crate) fn check(rule: &Rule, primitives: &Primitives, report: &mut Report) {
    let Some(body) = &rule.body else { return };
    let Some(alternatives) = alternatives(body) else {
        report.push(Diagnostic::new(&catalogue::TOO_MANY_ALTERNATIVES, rule.span).arg("limit", LITERALS_MAX));
        return;
    };
    let mut checker = Checker { rule, primitives, reported: BTreeSet::new(), report };
    let head_terms: Vec<&Term> = rule.heads.iter().flat_map(|head| &head.args).collect();
    for alternative in &alternatives {
        let place = if alternatives.len() > 1 { alternative.first().map(|signed| signed.literal.span) } else { None };
        checker.conjunction(alternative, &head_terms, &BTreeSet::new(), place);
    }
    let mut aggregates = Vec::new();
    head_terms.iter().for_each(|term| term.aggregates(&mut |aggregate| aggregates.push(aggregate)));
    in_body(body, &mut aggregates);
    aggregates.into_iter().for_each(|aggregate| checker.aggregate(aggregate));
}

/// The variables that have values in literals that hold together, provided that `given` have and that every aggregate has one.
/// Must come before types are known.
pub(crate) fn available(literals: &[Signed<'_>], given: &BTreeSet<VarId>) -> BTreeSet<VarId> {
    let mut closure = Closure::default();
    given.iter().for_each(|id| closure.ground(*id));
    literals.iter().for_each(|signed| learn(&mut closure, signed, Known::NOTHING));
    closure.run();
    closure.into_grounded()
}

fn in_body<'a>(body: &'a Body, found: &mut Vec<&'a Aggregate>) {
    body.literals(&mut |literal| {
        literal.kind.terms().into_iter().for_each(|term| term.aggregates(&mut |aggregate| found.push(aggregate)));
    });
}

struct Checker<'a> {
    rule: &'a Rule,
    primitives: &'a Primitives,
    reported: BTreeSet<VarId>,
    report: &'a mut Report,
}

impl<'a> Checker<'a> {
    /// Checks literals that hold together, with terms that need them; `given` are variables that have values before.
    fn conjunction(
        &mut self,
        literals: &[Signed<'a>],
        terms: &[&'a Term],
        given: &BTreeSet<VarId>,
        alternative: Option<Span>,
    ) {
        let mut closure = Closure::default();
        given.iter().for_each(|id| closure.ground(*id));
        for signed in literals {
            learn(&mut closure, signed, Known::types(self.rule, self.primitives));
        }
        let mut needed = Vec::new();
        for term in terms.iter().copied().chain(literals.iter().flat_map(|signed| signed.literal.kind.terms())) {
            needs::of_term(term, &mut |id| needed.push(id));
        }
        needed.sort_unstable();
        needed.dedup();
        closure.run();
        if needed.iter().all(|id| closure.is_grounded(*id)) {
            return;
        }
        let sources = Sources::of(literals, Known::types(self.rule, self.primitives));
        // First those that nothing could ground: others may only wait for them.
        for stuck in [true, false] {
            for &id in &needed {
                if !closure.is_grounded(id) && (!stuck || !closure.can_be_grounded(id)) {
                    // Two aggregates that need each other's result are no witnesses.
                    let is_circular = closure.can_be_grounded(id);
                    self.ungrounded(id, is_circular, &sources, alternative);
                    closure.ground(id);
                    closure.run();
                }
            }
        }
    }

    fn aggregate(&mut self, aggregate: &'a Aggregate) {
        if let Some(alternatives) = alternatives(&aggregate.body) {
            let given = aggregate.injected.iter().copied().collect();
            let target: Vec<&Term> = aggregate.target.iter().collect();
            // A disjunction inside has been reported.
            for literals in alternatives.iter().take(1) {
                self.conjunction(literals, &target, &given, None);
            }
        }
        let mut inner = Vec::new();
        aggregate.target.iter().for_each(|target| target.aggregates(&mut |aggregate| inner.push(aggregate)));
        in_body(&aggregate.body, &mut inner);
        inner.into_iter().for_each(|aggregate| self.aggregate(aggregate));
    }

    fn ungrounded(&mut self, id: VarId, is_circular: bool, sources: &Sources<'_>, alternative: Option<Span>) {
        if !self.reported.insert(id) {
            return;
        }
        let variable = self.rule.variable(id);
        if let (false, Some((place, op))) = (is_circular, sources.witness(id, self.rule)) {
            let error = Diagnostic::new(&catalogue::WITNESS_OF_TOTAL, place).arg("name", &variable.name);
            self.report.push(error.arg("op", op.name()));
        } else if let Some(place) = sources.ratios.get(&id) {
            self.report.push(Diagnostic::new(&catalogue::UNROUNDED_RATIO, *place));
        } else {
            const HERE: Text =
                Text { en: "nothing gives it a value in this alternative", zh: "在此选项中没有给它赋值" };
            let error = Diagnostic::new(&catalogue::UNGROUNDED, variable.span).arg("name", &variable.name);
            self.report.push(alternative.into_iter().fold(error, |error, place| error.related(place, HERE)));
        }
    }
}
