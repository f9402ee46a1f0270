//! Why a fact does not hold, as text and as JSON.

mod barriers;
mod instance;
mod json;
mod text;
mod words;

use std::collections::BTreeSet;

use eval::{Model, Signed};
use program::checked::{Aggregate, AggregateOp, Atom, LiteralKind, RelId, Term, VarId};
use proof::{Attempt, Obstacle};
use values::Value;

use crate::rules::Rules;

pub use json::why_not_json;
pub use text::why_not_text;

/// An attempt with what can be said about it.
struct Account<'m> {
    attempt: &'m Attempt,
    /// Premises before the failing one that hold. The search takes premises in text order as soon as their variables have
    /// values, so these are the ones whose variables have.
    holding: Vec<&'m Signed<'m>>,
    /// The premise that fails; `None` where it is none.
    failing: Option<&'m Signed<'m>>,
    /// The values of the failing premise's variables; of all where no single premise fails.
    values: Vec<(VarId, Value)>,
}

impl<'m> Account<'m> {
    fn new(attempt: &'m Attempt, rules: &Rules<'m>) -> Self {
        let literals = rules.literals(attempt.rule, attempt.alternative);
        let (before, failing) = match attempt.obstacle {
            Obstacle::Literal(position) => (&literals[..position], literals.get(position)),
            Obstacle::Head | Obstacle::Nothing => (literals, None),
            Obstacle::GaveUp => (&literals[..0], None),
        };
        let is_bound = |variable: &VarId| attempt.bindings.iter().any(|(bound, _)| bound == variable);
        let is_taken = |signed: &&Signed<'_>| variables(&signed.literal.kind).iter().all(is_bound);
        let holding = before.iter().filter(is_taken).collect();
        let used = failing.map(|signed| variables(&signed.literal.kind));
        let is_used = |(id, _): &&(VarId, Value)| used.as_ref().is_none_or(|used| used.contains(id));
        let values = attempt.bindings.iter().filter(is_used).cloned().collect();
        Self { attempt, holding, failing, values }
    }

    /// What the failing premise looked for, where it is an atom whose arguments have values.
    fn pattern(&self) -> Option<(&'m Atom, Vec<Option<Value>>)> {
        let LiteralKind::Atom(atom) = &self.failing?.literal.kind else { return None };
        Some((atom, instance::pattern(atom, &self.attempt.bindings)?))
    }

    /// The aggregate that the failing premise compares, with its value.
    fn aggregate(&self) -> Option<(AggregateOp, &'m Value)> {
        let found = self.attempt.found.as_ref()?;
        let LiteralKind::Compare { left, right, .. } = &self.failing?.literal.kind else { return None };
        let aggregate = aggregate_in(left).or_else(|| aggregate_in(right))?;
        Some((aggregate.op, found))
    }
}

/// The first aggregate of a term. Recursive like [`of_term`].
fn aggregate_in(term: &Term) -> Option<&Aggregate> {
    match term {
        Term::Aggregate(aggregate) => Some(aggregate),
        Term::Call { args, .. } | Term::Range { args, .. } | Term::Composite { fields: args, .. } => {
            args.iter().find_map(aggregate_in)
        }
        Term::Chain { first, rest } => {
            aggregate_in(first).or_else(|| rest.iter().find_map(|link| aggregate_in(&link.right)))
        }
        Term::Quotient { dividend, divisor, .. } => aggregate_in(dividend).or_else(|| aggregate_in(divisor)),
        Term::Wildcard | Term::Variable(_) | Term::Constant(_) | Term::Counter { .. } | Term::RoundNumber { .. } => {
            None
        }
    }
}

/// `rule` as written: with a `!` where the premise is the negation of the literal.
fn premise_source(signed: &Signed<'_>, rules: &Rules<'_>) -> String {
    let source = rules.source(signed.literal.span);
    if signed.positive { source } else { format!("!{source}") }
}

/// The files whose records fill a relation, as the program names them.
fn record_files(relation: RelId, model: &Model<'_>) -> Vec<String> {
    let inputs = model.program.inputs.iter().filter(|input| input.relation == relation);
    inputs.map(|input| input.source.name().to_owned()).collect()
}

/// The variables that occur in a literal.
fn variables(kind: &LiteralKind) -> BTreeSet<VarId> {
    let mut found = BTreeSet::new();
    of_literal(kind, &mut found);
    found
}

fn of_literal(kind: &LiteralKind, found: &mut BTreeSet<VarId>) {
    match kind {
        LiteralKind::Atom(atom) => atom.args.iter().for_each(|term| of_term(term, found)),
        LiteralKind::Compare { left, right, .. } => [left, right].into_iter().for_each(|term| of_term(term, found)),
        LiteralKind::Text { pattern, text, .. } => [pattern, text].into_iter().for_each(|term| of_term(term, found)),
        LiteralKind::Truth(_) => {}
    }
}

/// Recursive, since the nesting of terms is bounded by the parser; chains are flat.
fn of_term(term: &Term, found: &mut BTreeSet<VarId>) {
    match term {
        Term::Wildcard | Term::Constant(_) | Term::Counter { .. } | Term::RoundNumber { .. } => {}
        Term::Variable(id) => {
            found.insert(*id);
        }
        Term::Call { args, .. } | Term::Range { args, .. } | Term::Composite { fields: args, .. } => {
            args.iter().for_each(|arg| of_term(arg, found))
        }
        Term::Chain { first, rest } => {
            of_term(first, found);
            rest.iter().for_each(|link| of_term(&link.right, found));
        }
        Term::Quotient { dividend, divisor, .. } => {
            [dividend, divisor].into_iter().for_each(|term| of_term(term, found))
        }
        Term::Aggregate(aggregate) => of_aggregate(aggregate, found),
    }
}

/// Of an aggregate only the group has values outside it.
fn of_aggregate(aggregate: &Aggregate, found: &mut BTreeSet<VarId>) {
    found.extend(aggregate.injected.iter().copied());
}
