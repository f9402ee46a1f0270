//! How rules stand to each other: what they say themselves, then the ranks of their norms, then their dates.

use program::checked::{
    Body, Interval, Literal, LiteralKind, Norm, NormId, NormVersion, PrecedenceForm, Program, Rank, Rule,
};
use values::Date;

use crate::in_force;

/// Rank and date of the norm version that a rule rests on: that of the first norm that it cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) rank: Option<Rank>,
    /// Since when the version is in force; `None` where it is not known which one it is.
    pub(super) from: Option<Date>,
}

/// What becomes of a claim that meets another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Prevails,
    Yields,
    /// Nothing decides.
    Refer,
}

/// The standings of a rule, each with the body under it: one for each version of the norm, where the rule says for which day the norm must
/// be in force.
pub(super) fn standings(rule: &Rule, program: &Program) -> Vec<(Standing, Body)> {
    let none = Standing { rank: None, from: None };
    let Some(cited) = rule.cites.first() else { return vec![(none, rule.body.clone())] };
    let norm = program.norm(*cited);
    let mut has_day = false;
    rule.body.literals(&mut |literal, _| has_day |= is_in_force(literal, *cited));
    if !has_day {
        return vec![(undated(norm), rule.body.clone())];
    }
    let version = |version: &NormVersion| {
        let mut body = rule.body.clone();
        restrict(&mut body, &|literal| is_in_force(literal, *cited), version.in_force);
        (Standing { rank: version.rank, from: Some(version.in_force.from) }, body)
    };
    norm.versions.iter().map(version).collect()
}

fn is_in_force(literal: &Literal, norm: NormId) -> bool {
    matches!(literal.kind, LiteralKind::InForce { norm: of, .. } if of == norm)
}

/// The standing of a rule that does not say for which day.
fn undated(norm: &Norm) -> Standing {
    let [first, rest @ ..] = norm.versions.as_slice() else { return Standing { rank: None, from: None } };
    let is_one_rank = rest.iter().all(|version| version.rank == first.rank);
    Standing { rank: first.rank.filter(|_| is_one_rank), from: rest.is_empty().then_some(first.in_force.from) }
}

/// Says of the literals that are meant that their day lies within the interval.
fn restrict(body: &mut Body, is_meant: &dyn Fn(&Literal) -> bool, interval: Interval) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| restrict(part, is_meant, interval)),
        Body::Not(inner) => restrict(inner, is_meant, interval),
        Body::Literal(literal) if is_meant(literal) => {
            if let LiteralKind::InForce { day, .. } = literal.kind {
                *body = in_force::within(literal, day, interval);
            }
        }
        Body::Literal(_) => {}
    }
}

/// What becomes of a claim of the first rule that meets one of the second. Rules are numbers in `program`.
pub(super) fn outcome(
    (rule, standing): (usize, &Standing),
    (other, others): (usize, &Standing),
    program: &Program,
) -> Outcome {
    let says = |rule: usize, over: usize, form: PrecedenceForm| {
        program.rules[rule].precedences.iter().any(|precedence| precedence.over == over && precedence.form == form)
    };
    let is_newer = |one: &Standing, than: &Standing| matches!((one.from, than.from), (Some(a), Some(b)) if a > b);
    use Outcome::{Prevails, Refer, Yields};
    let special = |is_newer: bool, wins: Outcome| if is_newer { Refer } else { wins };
    match (standing.rank, others.rank) {
        _ if says(rule, other, PrecedenceForm::Overrides) => Prevails,
        _ if says(other, rule, PrecedenceForm::Overrides) => Yields,
        _ if says(rule, other, PrecedenceForm::Special) => special(is_newer(others, standing), Prevails),
        _ if says(other, rule, PrecedenceForm::Special) => special(is_newer(standing, others), Yields),
        (Some(a), Some(b)) if a.is_above(b) => Prevails,
        (Some(a), Some(b)) if b.is_above(a) => Yields,
        (Some(a), Some(b)) if a == b && is_newer(standing, others) => Prevails,
        (Some(a), Some(b)) if a == b && is_newer(others, standing) => Yields,
        _ => Refer,
    }
}
