//! From literals to goals.

mod absent;
mod flow;

use std::collections::BTreeMap;
use std::sync::Arc;

use diagnostics::Span;
use program::checked::{
    Aggregate, Atom, ChainLink, Comparison, Fact, Functor, LiteralKind, Program, Rule, Term, VarId,
};
use values::{Dictionary, Primitive};

use super::{AggregateGoal, Arg, Goal, GoalKind, Goals, Side};
use crate::clause::expand;
use crate::{Clause, Expression, Signed};

impl Goals {
    /// The goals of a clause of `rule`. Constants get their codes here.
    pub fn of(clause: &Clause<'_>, rule: &Rule, program: &Program, dictionary: &mut Dictionary) -> Goals {
        let types = rule.variables.iter().map(|variable| variable.primitive).collect();
        let mut lowering = Lowering::new(types, rule.variables.len() as u32, None, program, dictionary);
        lowering.conjunction(&clause.literals);
        lowering.literal = usize::MAX;
        let head = lowering.args(clause.head);
        lowering.finish(head)
    }

    /// The goals of a fact: those that compute its arguments.
    pub(crate) fn of_fact(fact: &Fact, program: &Program, dictionary: &mut Dictionary) -> Goals {
        let mut lowering = Lowering::new(Vec::new(), 0, None, program, dictionary);
        lowering.literal = usize::MAX;
        let head = lowering.args(&fact.atom);
        lowering.finish(head)
    }
}

pub(super) struct Lowering<'d> {
    goals: Vec<Goal>,
    types: Vec<Primitive>,
    /// By variable: a match waits for it.
    pub(super) computed: Vec<bool>,
    /// The variables inside a temporary for a composite that a match waits for.
    pub(super) inside: BTreeMap<u32, Vec<u32>>,
    pub(super) generated: Vec<bool>,
    named: u32,
    round: Option<u32>,
    counters: usize,
    /// Position in the clause's literals; `usize::MAX` for what belongs to the head.
    pub(super) literal: usize,
    pub(super) program: &'d Program,
    pub(super) dictionary: &'d mut Dictionary,
}

impl<'d> Lowering<'d> {
    fn new(
        types: Vec<Primitive>,
        named: u32,
        round: Option<u32>,
        program: &'d Program,
        dictionary: &'d mut Dictionary,
    ) -> Self {
        let (computed, generated) = (vec![false; types.len()], vec![false; types.len()]);
        let (goals, inside) = (Vec::new(), BTreeMap::new());
        Lowering {
            goals,
            types,
            computed,
            inside,
            generated,
            named,
            round,
            counters: 0,
            literal: 0,
            program,
            dictionary,
        }
    }

    fn conjunction(&mut self, literals: &[Signed<'_>]) {
        for (position, signed) in literals.iter().enumerate() {
            self.literal = position;
            self.literal(signed);
        }
    }

    pub(super) fn push(&mut self, kind: GoalKind) {
        self.goals.push(Goal { literal: self.literal, kind, needs: Vec::new() });
    }

    fn literal(&mut self, signed: &Signed<'_>) {
        match &signed.literal.kind {
            LiteralKind::Atom(atom) if signed.positive => {
                let (relation, args) = (atom.relation, self.args(atom));
                self.push(GoalKind::Match { relation, args });
            }
            LiteralKind::Atom(atom) => self.absent(atom),
            LiteralKind::Compare { op, left, right, operand } => {
                let op = if signed.positive { *op } else { op.negated() };
                self.comparison(op, left, right, *operand);
            }
            LiteralKind::Text { test, pattern, text } => {
                let (pattern, text) = (self.expression(pattern), self.expression(text));
                self.push(GoalKind::Text { test: *test, positive: signed.positive, pattern, text });
            }
            LiteralKind::Truth(truth) if *truth == signed.positive => {}
            LiteralKind::Truth(_) => self.push(GoalKind::Never),
            LiteralKind::Absent(_) | LiteralKind::InForce { .. } => {
                unreachable!("the legal layer compiles what only it knows")
            }
        }
    }

    pub(super) fn comparison(&mut self, op: Comparison, left: &Term, right: &Term, operand: Primitive) {
        if let Primitive::Composite(_) = operand
            && self.composites(op, left, right)
        {
            return;
        }
        let (left, right) = (self.side(left), self.side(right));
        self.push(match (op, left, right) {
            (Comparison::Equal, Side::Value(left), Side::Value(right)) => GoalKind::Equal { left, right, operand },
            (op, left, right) => GoalKind::Compare { op, left, right, operand },
        });
    }

    fn side(&mut self, term: &Term) -> Side {
        match term {
            Term::Ratio(ratio) => Side::Ratio(self.expression(ratio)),
            term => Side::Value(self.expression(term)),
        }
    }

    fn args(&mut self, atom: &Atom) -> Vec<Arg> {
        atom.args.iter().map(|term| self.arg(term)).collect()
    }

    /// An argument of an atom or of the head.
    fn arg(&mut self, term: &Term) -> Arg {
        match term {
            // What no tuple holds need not be made to be looked for.
            Term::Composite { .. } => self.composite(term, self.literal != usize::MAX),
            term => self.simple_arg(term),
        }
    }

    /// An argument or field that is no composite term.
    pub(super) fn simple_arg(&mut self, term: &Term) -> Arg {
        if let Term::Wildcard = term {
            return Arg::Any;
        }
        match self.expression(term) {
            Expression::Variable(variable) if variable < self.named || !self.generated[variable as usize] => {
                Arg::Variable(variable)
            }
            Expression::Constant(value, code) => Arg::Constant(value, code),
            expression => {
                let computed = expression.can_fail() || matches!(expression, Expression::Variable(_));
                let variable = self.define(expression, result_type(term));
                self.computed[variable as usize] = computed;
                Arg::Variable(variable)
            }
        }
    }

    /// A temporary for a computation.
    pub(super) fn define(&mut self, expression: Expression, primitive: Primitive) -> u32 {
        let variable = self.temporary(primitive);
        self.push(GoalKind::Define { variable, expression });
        variable
    }

    pub(super) fn temporary(&mut self, primitive: Primitive) -> u32 {
        self.types.push(primitive);
        self.computed.push(false);
        self.generated.push(false);
        self.types.len() as u32 - 1
    }

    /// A temporary that only the goal has a value for.
    fn generated(&mut self, primitive: Primitive) -> u32 {
        let variable = self.temporary(primitive);
        self.generated[variable as usize] = true;
        variable
    }

    pub(super) fn expression(&mut self, term: &Term) -> Expression {
        match term {
            Term::Variable(id) => Expression::Variable(id.0),
            Term::Constant(value) => Expression::Constant(value.clone(), self.dictionary.encode(value)),
            Term::Call { functor, args, span } => self.call(*functor, args, *span),
            Term::Chain { first, rest } => {
                let first = self.expression(first);
                let link = |link: &ChainLink| (link.functor, self.expression(&link.right), link.span);
                Expression::Chain(Box::new(first), rest.iter().map(link).collect())
            }
            Term::Range { args, operand, .. } => {
                let args = args.iter().map(|arg| self.expression(arg)).collect();
                let variable = self.generated(*operand);
                self.push(GoalKind::Generate { variable, args, operand: *operand });
                Expression::Variable(variable)
            }
            Term::Aggregate(aggregate) => {
                let mut goal = self.aggregate(aggregate);
                goal.witnesses.iter().for_each(|witness| self.generated[*witness as usize] = true);
                let variable = self.generated(aggregate.operand);
                let mut expression = Expression::Variable(variable);
                if goal.is_ratio() {
                    let count = self.generated(Primitive::Decimal);
                    goal.witnesses.push(count);
                    let link = (Functor::Divide(Primitive::Decimal), Expression::Variable(count), aggregate.span);
                    expression = Expression::Chain(Box::new(expression), vec![link]);
                }
                self.push(GoalKind::Aggregate { variable, aggregate: Box::new(goal) });
                expression
            }
            Term::Composite { .. } => self.composite(term, false).into(),
            Term::Counter { operand, .. } => {
                let variable = self.generated(*operand);
                self.push(GoalKind::Counter { variable, operand: *operand, place: self.counters });
                self.counters += 1;
                Expression::Variable(variable)
            }
            Term::RoundNumber { .. } => Expression::Variable(self.round()),
            Term::Parameter { parameter, keys, on, span } => {
                let parameter = Arc::clone(&self.program.parameters[parameter.0 as usize]);
                let args = keys.iter().chain(on.as_deref()).map(|arg| self.expression(arg)).collect();
                Expression::Parameter(parameter, args, *span)
            }
            Term::Wildcard | Term::Ratio(_) => unreachable!("the program's check allows neither here"),
        }
    }

    /// The variable that holds the round's number.
    fn round(&mut self) -> u32 {
        match self.round {
            Some(variable) => variable,
            None => {
                let variable = self.temporary(Primitive::Unsigned);
                *self.round.insert(variable)
            }
        }
    }

    fn call(&mut self, functor: Functor, args: &[Term], span: Span) -> Expression {
        match (functor, args) {
            (Functor::Ordinal(Primitive::Composite(_)), [of]) => return self.ordinal(of),
            (Functor::Reinterpret(_, Primitive::Composite(_)), [same]) => return self.expression(same),
            _ => {}
        }
        let args = args.iter().map(|arg| match functor {
            // A text has a dictionary number once it is the value of a variable.
            Functor::Ordinal(Primitive::Symbol) => self.arg(arg).into(),
            _ => self.expression(arg),
        });
        Expression::Call(functor, args.collect(), span)
    }

    fn ordinal(&mut self, of: &Term) -> Expression {
        let of = match self.expression(of) {
            Expression::Variable(variable) => variable,
            constant => self.define(constant, result_type(of)),
        };
        let variable = self.generated(Primitive::Number);
        self.push(GoalKind::Ordinal { variable, of });
        Expression::Variable(variable)
    }

    fn aggregate(&mut self, aggregate: &Aggregate) -> AggregateGoal {
        let literals = expand(&aggregate.body, true).pop().unwrap_or_default();
        let mut inner = Lowering::new(self.types.clone(), self.named, self.round, self.program, self.dictionary);
        inner.conjunction(&literals);
        inner.literal = usize::MAX;
        let target = aggregate.target.as_ref().map(|term| match inner.arg(term) {
            Arg::Variable(variable) => variable,
            Arg::Any | Arg::Constant(..) => inner.constant_target(term, aggregate.operand),
        });
        if inner.round != self.round {
            // The round's number comes from outside, so that its variable must have a number there.
            self.round();
            return self.aggregate(aggregate);
        }
        fn numbers(ids: &[VarId]) -> impl Iterator<Item = u32> + '_ {
            ids.iter().map(|id| id.0)
        }
        AggregateGoal {
            op: aggregate.op,
            target,
            operand: aggregate.operand,
            injected: numbers(&aggregate.injected).chain(self.round).collect(),
            local: numbers(&aggregate.local).chain(numbers(&aggregate.witnesses)).collect(),
            witnesses: numbers(&aggregate.witnesses).collect(),
            contribution: aggregate.contribution,
            body: inner.finish(Vec::new()),
            span: aggregate.span,
        }
    }

    /// `sum 1 : ..`: the target is a constant and gets a variable all the same.
    fn constant_target(&mut self, term: &Term, operand: Primitive) -> u32 {
        let expression = self.expression(term);
        self.define(expression, operand)
    }
}

impl From<Arg> for Expression {
    fn from(arg: Arg) -> Expression {
        match arg {
            Arg::Variable(variable) => Expression::Variable(variable),
            Arg::Constant(value, code) => Expression::Constant(value, code),
            Arg::Any => unreachable!("an operand is no wildcard"),
        }
    }
}

/// The type of what a term that is no variable or constant computes.
pub(super) fn result_type(term: &Term) -> Primitive {
    match term {
        Term::Constant(value) => value.primitive(),
        Term::Call { functor, .. } => functor.result(),
        Term::Chain { first, rest } => rest.last().map_or_else(|| result_type(first), |link| link.functor.result()),
        Term::Range { operand, .. } => *operand,
        Term::Aggregate(aggregate) => aggregate.operand,
        Term::Composite { shape, .. } => Primitive::Composite(*shape),
        Term::Counter { operand, .. } => *operand,
        Term::RoundNumber { .. } => Primitive::Unsigned,
        Term::Parameter { .. } => unreachable!("stands on a side of an `=` only"),
        Term::Wildcard | Term::Variable(_) | Term::Ratio(_) => unreachable!("has no computation of its own"),
    }
}
