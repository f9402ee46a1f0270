//! "In force on that day" -> comparisons of the day with the intervals of the norm's versions.

use program::checked::{Body, Comparison, Interval, Literal, LiteralKind, Norm, Program, Role, Term, VarId};
use values::{Primitive, Value};

/// Replaces what says that a norm is in force.
pub(crate) fn compile(body: &mut Body, program: &Program) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| compile(part, program)),
        Body::Not(inner) => compile(inner, program),
        Body::Literal(literal) => {
            if let LiteralKind::InForce { norm, day } = literal.kind {
                let mut times = united(program.norm(norm)).into_iter().map(|time| within(literal, day, time));
                *body = match (times.next(), times.next()) {
                    (Some(only), None) => only,
                    (first, second) => Body::Any(first.into_iter().chain(second).chain(times).collect()),
                };
            }
        }
    }
}

/// `from <= day, day <= to`, at the place of a literal that says that a norm is in force.
pub(crate) fn within(literal: &Literal, day: VarId, interval: Interval) -> Body {
    let Literal { index, span, .. } = *literal;
    let role = match literal.kind {
        LiteralKind::InForce { norm, .. } => Role::InForce(norm),
        _ => Role::Written,
    };
    let compare = |left, right| {
        let kind = LiteralKind::Compare { op: Comparison::LessEqual, left, right, operand: Primitive::Date };
        Body::Literal(Literal { index, kind, role: role.clone(), span })
    };
    let (day, date) = (|| Term::Variable(day), |date| Term::Constant(Value::Date(date)));
    let until = interval.to.map(|to| compare(day(), date(to)));
    match until {
        Some(until) => Body::All(vec![compare(date(interval.from), day()), until]),
        None => compare(date(interval.from), day()),
    }
}

/// When some version is in force: intervals that do not touch.
fn united(norm: &Norm) -> Vec<Interval> {
    let mut united: Vec<Interval> = Vec::new();
    let mut versions = norm.versions.iter().map(|version| version.in_force).collect::<Vec<_>>();
    versions.sort_unstable();
    for interval in versions {
        match united.last_mut() {
            Some(Interval { to: None, .. }) => {}
            Some(Interval { to: Some(to), .. }) if interval.from.days_since(*to) <= 1 => {
                let longer = interval.to.map(|end| end.max(*to));
                united.last_mut().into_iter().for_each(|last| last.to = longer);
            }
            _ => united.push(interval),
        }
    }
    united
}
