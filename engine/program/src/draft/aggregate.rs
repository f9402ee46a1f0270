//! Aggregates.

use diagnostics::{Diagnostic, Span, catalogue};
use syntax::{SyntaxKind, ast};

use super::build::{Builder, Place, Scope};
use super::{Aggregate, Body, Term};
use crate::checked::AggregateOp;

impl Builder<'_> {
    pub(super) fn aggregate(&mut self, aggregate: &ast::Aggregate, span: Span) -> Term {
        let op = aggregate.word().and_then(|word| operator(word.kind()));
        let (Some(op), Some(body)) = (op, aggregate.body()) else {
            return Term::Broken { inside: Vec::new(), span };
        };
        self.scopes.push(Scope::default());
        let scope = self.scopes.len() - 1;
        let outside = (self.scope, self.in_target, self.index, self.positive);
        (self.scope, self.in_target, self.index, self.positive) = (scope, true, 0, true);
        let target = aggregate.target().map(|target| self.term(&target, Place::Inside));
        self.in_target = false;
        let body = self.conjunction(&body.literals());
        (self.scope, self.in_target, self.index, self.positive) = outside;
        if let Some(place) = disjunction(&body, true) {
            self.report.push(Diagnostic::new(&catalogue::NEGATED_CONJUNCTION_IN_AGGREGATE, place));
        }
        let node = self.node();
        let (injected, local, witnesses) = (Vec::new(), Vec::new(), Vec::new());
        Term::Aggregate(Box::new(Aggregate { op, target, body, scope, injected, local, witnesses, node, span }))
    }
}

fn operator(kind: SyntaxKind) -> Option<AggregateOp> {
    Some(match kind {
        SyntaxKind::COUNT => AggregateOp::Count,
        SyntaxKind::SUM => AggregateOp::Sum,
        SyntaxKind::MIN => AggregateOp::Min,
        SyntaxKind::MAX => AggregateOp::Max,
        SyntaxKind::MEAN => AggregateOp::Mean,
        _ => return None,
    })
}

/// The first literal of a part of `body` that means a disjunction: `!(p, q)`.
fn disjunction(body: &Body, positive: bool) -> Option<Span> {
    match body {
        Body::Literal(_) => None,
        Body::Not(inner) => disjunction(inner, !positive),
        Body::All(parts) if !positive && parts.len() > 1 => first_place(body),
        Body::All(parts) | Body::Any(parts) => parts.iter().find_map(|part| disjunction(part, positive)),
    }
}

fn first_place(body: &Body) -> Option<Span> {
    let mut place = None;
    body.literals(&mut |literal| {
        place.get_or_insert(literal.span);
    });
    place
}
