//! Walks over drafts.

use diagnostics::Span;

use super::{Absent, Aggregate, Atom, Body, Literal, LiteralKind, Rule, Term};
use crate::checked::{AggregateOp, VarId};

impl Term {
    /// The terms directly inside, in text order; what an aggregate holds is not inside.
    pub(crate) fn children<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::Wildcard(_)
            | Self::Variable(..)
            | Self::Constant(_)
            | Self::Counter(..)
            | Self::RoundNumber(..)
            | Self::Aggregate(_) => {}
            Self::Call(call) => call.args.iter().for_each(visit),
            Self::Parameter(lookup) => lookup.args.iter().for_each(visit),
            Self::Composite(composite) => composite.args.iter().for_each(visit),
            Self::Chain { first, rest, .. } => {
                visit(first);
                rest.iter().for_each(|link| visit(&link.right));
            }
            Self::Cast { operand, .. } => visit(operand),
            Self::Broken { inside, .. } => inside.iter().for_each(visit),
        }
    }

    fn children_mut<'a>(&'a mut self, visit: &mut dyn FnMut(&'a mut Term)) {
        match self {
            Self::Wildcard(_)
            | Self::Variable(..)
            | Self::Constant(_)
            | Self::Counter(..)
            | Self::RoundNumber(..)
            | Self::Aggregate(_) => {}
            Self::Call(call) => call.args.iter_mut().for_each(visit),
            Self::Parameter(lookup) => lookup.args.iter_mut().for_each(visit),
            Self::Composite(composite) => composite.args.iter_mut().for_each(visit),
            Self::Chain { first, rest, .. } => {
                visit(first);
                rest.iter_mut().for_each(|link| visit(&mut link.right));
            }
            Self::Cast { operand, .. } => visit(operand),
            Self::Broken { inside, .. } => inside.iter_mut().for_each(visit),
        }
    }

    /// True where its arithmetic divides or takes a mean, that inside arguments excepted.
    pub(crate) fn divides(&self) -> bool {
        match self {
            Self::Chain { first, rest, .. } => {
                first.divides() || rest.iter().any(|link| link.operation.name == "/" || link.right.divides())
            }
            Self::Call(call) => call.operation.is_negation() && call.args.iter().any(Self::divides),
            Self::Aggregate(aggregate) => aggregate.op == AggregateOp::Mean,
            _ => false,
        }
    }

    /// The variables in it, those inside aggregates excepted.
    pub(crate) fn variables(&self, visit: &mut dyn FnMut(VarId, Span)) {
        if let Self::Variable(id, span) = self {
            visit(*id, *span);
        }
        self.children(&mut |child| child.variables(visit));
    }

    /// The aggregates in it, those inside aggregates excepted.
    pub(crate) fn aggregates<'a>(&'a self, visit: &mut dyn FnMut(&'a Aggregate)) {
        if let Self::Aggregate(aggregate) = self {
            visit(aggregate);
        }
        self.children(&mut |child| child.aggregates(visit));
    }

    /// As [`Term::aggregates`].
    pub(crate) fn aggregates_mut(&mut self, visit: &mut dyn FnMut(&mut Aggregate)) {
        if let Self::Aggregate(aggregate) = self {
            visit(aggregate);
        }
        self.children_mut(&mut |child| child.aggregates_mut(visit));
    }

    /// Every variable in it, those inside aggregates included.
    fn every_variable_mut(&mut self, visit: &mut dyn FnMut(&mut VarId)) {
        match self {
            Self::Variable(id, _) => visit(id),
            Self::Aggregate(aggregate) => {
                let Aggregate { injected, local, witnesses, .. } = &mut **aggregate;
                injected.iter_mut().chain(local).chain(witnesses).for_each(&mut *visit);
                aggregate.target.iter_mut().for_each(|target| target.every_variable_mut(visit));
                aggregate.body.terms_mut(&mut |term| term.every_variable_mut(visit));
            }
            _ => self.children_mut(&mut |child| child.every_variable_mut(visit)),
        }
    }
}

impl LiteralKind {
    /// Its terms, in column or text order.
    pub(crate) fn terms(&self) -> Vec<&Term> {
        match self {
            Self::Atom(Atom { args, .. }) | Self::Broken(args) => args.iter().collect(),
            Self::Compare { left, right, .. } => vec![left, right],
            Self::Text { args, .. } => args.iter().collect(),
            Self::Truth(_) => Vec::new(),
            Self::Absent(absent) => {
                let within = absent.within.iter().flat_map(|extent| std::iter::once(&extent.from).chain(&extent.to));
                absent.atom.args.iter().chain(within).collect()
            }
        }
    }

    fn terms_mut(&mut self) -> Vec<&mut Term> {
        match self {
            Self::Atom(Atom { args, .. }) | Self::Broken(args) => args.iter_mut().collect(),
            Self::Compare { left, right, .. } => vec![left, right],
            Self::Text { args, .. } => args.iter_mut().collect(),
            Self::Truth(_) => Vec::new(),
            Self::Absent(Absent { atom, within, .. }) => {
                let within =
                    within.iter_mut().flat_map(|extent| std::iter::once(&mut extent.from).chain(&mut extent.to));
                atom.args.iter_mut().chain(within).collect()
            }
        }
    }
}

impl Body {
    /// Its literals, those inside aggregates excepted.
    pub(crate) fn literals<'a>(&'a self, visit: &mut dyn FnMut(&'a Literal)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.literals(visit)),
            Self::Not(inner) => inner.literals(visit),
            Self::Literal(literal) => visit(literal),
        }
    }

    /// The terms of its literals.
    pub(crate) fn terms_mut(&mut self, visit: &mut dyn FnMut(&mut Term)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.terms_mut(visit)),
            Self::Not(inner) => inner.terms_mut(visit),
            Self::Literal(literal) => literal.kind.terms_mut().into_iter().for_each(visit),
        }
    }
}

impl Rule {
    /// Every variable in it, wherever it stands.
    pub(crate) fn every_variable_mut(&mut self, visit: &mut dyn FnMut(&mut VarId)) {
        self.heads.iter_mut().flat_map(|head| &mut head.args).for_each(|term| term.every_variable_mut(visit));
        self.body.iter_mut().for_each(|body| body.terms_mut(&mut |term| term.every_variable_mut(visit)));
    }
}
