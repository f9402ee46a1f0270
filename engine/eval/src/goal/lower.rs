//! From literals to goals.

use diagnostics::Span;
use program::checked::{Aggregate, Atom, ChainLink, Comparison, Fact, Functor, LiteralKind, Rule, Term, VarId};
use values::{Dictionary, Primitive};

use super::{AggregateGoal, Arg, Goal, GoalKind, Goals, Side, reads, variables};
use crate::clause::expand;
use crate::{Clause, Expression, Signed};

impl Goals {
    /// The goals of a clause of `rule`. Constants get their codes here.
    pub fn of(clause: &Clause<'_>, rule: &Rule, dictionary: &mut Dictionary) -> Goals {
        let types = rule.variables.iter().map(|variable| variable.primitive).collect();
        let mut lowering = Lowering::new(types, rule.variables.len() as u32, dictionary);
        lowering.conjunction(&clause.literals);
        lowering.literal = usize::MAX;
        let head = lowering.args(clause.head);
        lowering.finish(head)
    }

    /// The goals of a fact: those that compute its arguments.
    pub(crate) fn of_fact(fact: &Fact, dictionary: &mut Dictionary) -> Goals {
        let mut lowering = Lowering::new(Vec::new(), 0, dictionary);
        let head = lowering.args(&fact.atom);
        lowering.finish(head)
    }
}

struct Lowering<'d> {
    goals: Vec<Goal>,
    types: Vec<Primitive>,
    computed: Vec<bool>,
    generated: Vec<bool>,
    named: u32,
    literal: usize,
    dictionary: &'d mut Dictionary,
}

impl<'d> Lowering<'d> {
    fn new(types: Vec<Primitive>, named: u32, dictionary: &'d mut Dictionary) -> Self {
        let (computed, generated) = (vec![false; types.len()], vec![false; types.len()]);
        Lowering { goals: Vec::new(), types, computed, generated, named, literal: 0, dictionary }
    }

    fn finish(self, head: Vec<Arg>) -> Goals {
        let Lowering { mut goals, types, computed, generated, named, .. } = self;
        let mut matched = vec![false; types.len()];
        for goal in &mut goals {
            let needs = &mut goal.needs;
            reads(&goal.kind, &mut |variable| needs.push(variable));
            match &goal.kind {
                GoalKind::Match { args, .. } => {
                    variables(args).for_each(|variable| matched[variable as usize] = true);
                    needs.retain(|variable| computed[*variable as usize]);
                }
                GoalKind::Define { variable, .. } => needs.retain(|read| read != variable),
                _ => {}
            }
        }
        Goals { goals, types, named, head, generated, matched }
    }

    fn conjunction(&mut self, literals: &[Signed<'_>]) {
        for (position, signed) in literals.iter().enumerate() {
            self.literal = position;
            self.literal(signed);
        }
    }

    fn push(&mut self, kind: GoalKind) {
        self.goals.push(Goal { literal: self.literal, kind, needs: Vec::new() });
    }

    fn literal(&mut self, signed: &Signed<'_>) {
        match &signed.literal.kind {
            LiteralKind::Atom(atom) => {
                let (relation, args) = (atom.relation, self.args(atom));
                self.push(if signed.positive {
                    GoalKind::Match { relation, args }
                } else {
                    GoalKind::Absent { relation, args }
                });
            }
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
        }
    }

    fn comparison(&mut self, op: Comparison, left: &Term, right: &Term, operand: Primitive) {
        let (left, right) = (self.side(left), self.side(right));
        self.push(match (op, left, right) {
            (Comparison::Equal, Side::Value(left), Side::Value(right)) => GoalKind::Equal { left, right, operand },
            (op, left, right) => GoalKind::Compare { op, left, right, operand },
        });
    }

    fn side(&mut self, term: &Term) -> Side {
        match term {
            Term::Quotient { dividend, divisor, span } => {
                Side::Quotient(self.expression(dividend), self.expression(divisor), *span)
            }
            term => Side::Value(self.expression(term)),
        }
    }

    fn args(&mut self, atom: &Atom) -> Vec<Arg> {
        atom.args.iter().map(|term| self.arg(term)).collect()
    }

    fn arg(&mut self, term: &Term) -> Arg {
        if let Term::Wildcard = term {
            return Arg::Any;
        }
        match self.expression(term) {
            Expression::Variable(variable) if !self.generated[variable as usize] => Arg::Variable(variable),
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
    fn define(&mut self, expression: Expression, primitive: Primitive) -> u32 {
        let variable = self.temporary(primitive);
        self.push(GoalKind::Define { variable, expression });
        variable
    }

    fn temporary(&mut self, primitive: Primitive) -> u32 {
        self.types.push(primitive);
        self.computed.push(false);
        self.generated.push(false);
        self.types.len() as u32 - 1
    }

    fn expression(&mut self, term: &Term) -> Expression {
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
                let variable = self.temporary(*operand);
                self.generated[variable as usize] = true;
                self.push(GoalKind::Generate { variable, args, operand: *operand });
                Expression::Variable(variable)
            }
            Term::Aggregate(aggregate) => {
                let goal = self.aggregate(aggregate);
                let variable = self.temporary(aggregate.operand);
                self.generated[variable as usize] = true;
                self.push(GoalKind::Aggregate { variable, aggregate: Box::new(goal) });
                Expression::Variable(variable)
            }
            Term::Composite { .. } | Term::Counter { .. } | Term::RoundNumber { .. } => {
                unreachable!("refused by the program's check for the time being")
            }
            Term::Wildcard | Term::Quotient { .. } => unreachable!("the program's check allows neither here"),
        }
    }

    fn call(&mut self, functor: Functor, args: &[Term], span: Span) -> Expression {
        let args = args.iter().map(|arg| match functor {
            // A text has a dictionary number once it is the value of a variable.
            Functor::Ordinal(Primitive::Symbol) => self.arg(arg).into(),
            _ => self.expression(arg),
        });
        Expression::Call(functor, args.collect(), span)
    }

    fn aggregate(&mut self, aggregate: &Aggregate) -> AggregateGoal {
        let literals = expand(&aggregate.body, true).pop().unwrap_or_default();
        let mut inner = Lowering::new(self.types.clone(), self.named, self.dictionary);
        inner.conjunction(&literals);
        inner.literal = usize::MAX;
        let target = aggregate.target.as_ref().map(|term| match inner.arg(term) {
            Arg::Variable(variable) => variable,
            Arg::Any | Arg::Constant(..) => inner.constant_target(term, aggregate.operand),
        });
        let numbers = |ids: &[VarId]| ids.iter().map(|id| id.0).collect();
        AggregateGoal {
            op: aggregate.op,
            target,
            operand: aggregate.operand,
            injected: numbers(&aggregate.injected),
            local: numbers(&aggregate.local),
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
fn result_type(term: &Term) -> Primitive {
    match term {
        Term::Constant(value) => value.primitive(),
        Term::Call { functor, .. } => functor.result(),
        Term::Chain { first, rest } => rest.last().map_or_else(|| result_type(first), |link| link.functor.result()),
        Term::Range { operand, .. } => *operand,
        Term::Aggregate(aggregate) => aggregate.operand,
        Term::Composite { shape, .. } => Primitive::Composite(*shape),
        Term::Counter { operand, .. } => *operand,
        Term::RoundNumber { .. } => Primitive::Unsigned,
        Term::Wildcard | Term::Variable(_) | Term::Quotient { .. } => unreachable!("has no computation of its own"),
    }
}
