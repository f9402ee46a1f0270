//! What looks like a source of values for an ungrounded variable but is none.

use std::collections::BTreeMap;

use diagnostics::Span;

use super::needs::{Known, is_ratio, variable};
use crate::alternatives::{Signed, alternatives};
use crate::checked::{AggregateOp, Comparison, VarId};
use crate::draft::{Aggregate, LiteralKind, Rule, Term};

/// The would-be sources in literals that hold together.
pub(super) struct Sources<'a> {
    aggregates: Vec<&'a Aggregate>,
    /// The ratio of decimals that a variable is equated with.
    pub(super) ratios: BTreeMap<VarId, Span>,
}

impl<'a> Sources<'a> {
    /// Looks through `literals`.
    pub(super) fn of(literals: &[Signed<'a>], known: Known<'_>) -> Sources<'a> {
        let mut sources = Sources { aggregates: Vec::new(), ratios: BTreeMap::new() };
        for Signed { literal, .. } in literals {
            for term in literal.kind.terms() {
                term.aggregates(&mut |aggregate| sources.aggregates.push(aggregate));
            }
            let LiteralKind::Compare { left, right, .. } = &literal.kind else { continue };
            for (side, other) in [(left, right), (right, left)] {
                if let (Some(id), true) = (variable(side, known), is_ratio(other, known)) {
                    sources.ratios.entry(id).or_insert(other.span());
                }
            }
        }
        sources
    }

    /// Where a count, sum or mean gives values to `id`, or to a variable of its own with the same name, and which of them.
    pub(super) fn witness(&self, id: VarId, rule: &Rule) -> Option<(Span, AggregateOp)> {
        let totals = self.aggregates.iter().filter(|aggregate| !aggregate.op.is_extremum());
        totals.into_iter().find_map(|aggregate| Some((bound_inside(aggregate, id, rule)?, aggregate.op)))
    }
}

fn bound_inside(aggregate: &Aggregate, id: VarId, rule: &Rule) -> Option<Span> {
    let name = &rule.variable(id).name;
    let own = aggregate.local.iter().copied().find(|local| rule.variable(*local).name == *name);
    let inner = own.or_else(|| aggregate.injected.contains(&id).then_some(id))?;
    let literals = alternatives(&aggregate.body)?.into_iter().next()?;
    let terms = literals.iter().filter(|signed| signed.positive).flat_map(|signed| match &signed.literal.kind {
        LiteralKind::Atom(atom) => atom.args.iter().collect(),
        LiteralKind::Compare { op: Comparison::Equal, left, right } => vec![left, right],
        _ => Vec::new(),
    });
    terms.into_iter().find_map(|term| match term {
        Term::Variable(found, span) if *found == inner => Some(*span),
        _ => None,
    })
}
