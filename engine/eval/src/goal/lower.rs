//! From literals to goals.

use diagnostics::Span;
use program::checked::{Aggregate, Atom, ChainLink, Comparison, Fact, Functor, LiteralKind, Rule, Term, VarId};
use values::{Dictionary, Primitive};

use super::{AggregateGoal, Arg, Goal, GoalKind, Goals, Side};
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
    computed: Vec<u32>,
    generated: Vec<u32>,
    named: u32,
    literal: usize,
    dictionary: &'d mut Dictionary,
}

impl<'d> Lowering<'d> {
    fn new(types: Vec<Primitive>, named: u32, dictionary: &'d mut Dictionary) -> Self {
        let (goals, computed, generated) = (Vec::new(), Vec::new(), Vec::new());
        Lowering { goals, types, computed, generated, named, literal: 0, dictionary }
    }

    fn finish(self, head: Vec<Arg>) -> Goals {
        let Lowering { goals, types, computed, generated, named, .. } = self;
        Goals { goals, types, named, head, computed, generated }
    }

    fn conjunction(&mut self, literals: &[Signed<'_>]) {
        for (position, signed) in literals.iter().enumerate() {
            self.literal = position;
            self.literal(signed);
        }
    }

    fn push(&mut self, kind: GoalKind) {
        self.goals.push(Goal { literal: self.literal, kind });
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
        if op == Comparison::Equal {
            self.inverse(&left, &right, operand);
            self.inverse(&right, &left, operand);
        }
        self.push(match (op, left, right) {
            (Comparison::Equal, Side::Value(left), Side::Value(right)) => GoalKind::Equal { left, right, operand },
            (op, left, right) => GoalKind::Compare { op, left, right, operand },
        });
    }

    /// `as(x, T) = y` says the same as `x = as(y, U)`, which gives `x` a value where `y` has one.
    fn inverse(&mut self, side: &Side, other: &Side, operand: Primitive) {
        let (Side::Value(Expression::Call(Functor::Reinterpret(from, _), args, span)), Side::Value(other)) =
            (side, other)
        else {
            return;
        };
        if let [variable @ Expression::Variable(_)] = &args[..] {
            let right = Expression::Call(Functor::Reinterpret(operand, *from), vec![other.clone()], *span);
            self.push(GoalKind::Equal { left: variable.clone(), right, operand: *from });
        }
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
            Expression::Variable(variable) => Arg::Variable(variable),
            Expression::Constant(value, code) => Arg::Constant(value, code),
            expression => {
                let operand = result_type(term);
                let variable = self.temporary(operand);
                if expression.can_fail() {
                    self.computed.push(variable);
                }
                let side = |expression: &Expression| Side::Value(expression.clone());
                self.inverse(&side(&expression), &side(&Expression::Variable(variable)), operand);
                self.push(GoalKind::Equal { left: Expression::Variable(variable), right: expression, operand });
                Arg::Variable(variable)
            }
        }
    }

    fn temporary(&mut self, primitive: Primitive) -> u32 {
        self.types.push(primitive);
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
                self.generated.push(variable);
                self.push(GoalKind::Generate { variable, args, operand: *operand });
                Expression::Variable(variable)
            }
            Term::Aggregate(aggregate) => {
                let goal = self.aggregate(aggregate);
                let variable = self.temporary(aggregate.operand);
                self.generated.push(variable);
                self.push(GoalKind::Aggregate { variable, aggregate: Box::new(goal) });
                Expression::Variable(variable)
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
        let types = self.types.clone();
        let mut inner = Lowering::new(types, self.named, self.dictionary);
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
        let variable = self.temporary(operand);
        let right = self.expression(term);
        self.push(GoalKind::Equal { left: Expression::Variable(variable), right, operand });
        variable
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
        Term::Wildcard | Term::Variable(_) | Term::Quotient { .. } | Term::Range { .. } | Term::Aggregate(_) => {
            unreachable!("has no computation of its own")
        }
    }
}
