//! From a conjunction of literals to a clause: aggregates and ranges become goals of their own, each with a new variable
//! in its place.
//!
//! ```text
//! p(x) :- a(x), 2 * x < count : { b(x, _) }.   is   p(x) :- a(x), v = count : { b(x, _) }, 2 * x < v.
//! ```

use std::collections::BTreeSet;

use program::checked::{Aggregate, Atom, Contribution, Functor, LiteralKind, Term};
use values::Primitive;

use super::{Arg, Clause, Expr, Fold, Goal, Relates, Side, Var};
use crate::dnf::{Signed, disjuncts};
use crate::halt::Reason;
use crate::interner::Interner;
use crate::plan::{Plan, WIDTH_MAX};

/// The clause `head :- body.` of a rule with this many `variables`.
pub fn flatten<'p>(
    head: &'p [Term],
    body: &[Signed<'p>],
    variables: Var,
    interner: &mut Interner,
) -> Result<Clause<'p>, Reason> {
    let mut flatten = Flatten { interner, goals: vec![], variables, wildcards: None };
    flatten.body(body)?;
    let head = head.iter().map(|term| flatten.expr(term)).collect::<Result<_, _>>()?;
    Ok(Clause { given: vec![], goals: flatten.goals, head, variables: flatten.variables })
}

struct Flatten<'a, 'p> {
    interner: &'a mut Interner,
    goals: Vec<Goal<'p>>,
    variables: Var,
    /// Where the wildcards of positive atoms count: the variables put in their places.
    wildcards: Option<Vec<Var>>,
}

impl<'p> Flatten<'_, 'p> {
    fn body(&mut self, body: &[Signed<'p>]) -> Result<(), Reason> {
        body.iter().try_for_each(|signed| {
            let goal = self.goal(signed)?;
            self.goals.push(goal);
            Ok(())
        })
    }

    fn goal(&mut self, signed: &Signed<'p>) -> Result<Goal<'p>, Reason> {
        Ok(match signed.literal {
            LiteralKind::Atom(atom) if signed.holds => {
                Goal::Atom { relation: atom.relation, args: self.present(atom)? }
            }
            LiteralKind::Atom(atom) => Goal::Absent { relation: atom.relation, args: self.args(atom)? },
            LiteralKind::Compare { op, left, right, operand } => {
                let op = if signed.holds { *op } else { op.negated() };
                let (left, right) = (self.side(left)?, self.side(right)?);
                Goal::Compare { relates: Relates::By { op, float: *operand == Primitive::Float }, left, right }
            }
            LiteralKind::Text { test, pattern, text } => {
                let (pattern, text) = (self.expr(pattern)?, self.expr(text)?);
                Goal::Text { test: *test, expected: signed.holds, pattern, text }
            }
            // multiplied out of the body before; 0 = 0 or 0 != 0 would say the same
            LiteralKind::Truth(_) => return Err(Reason::NoOrder),
        })
    }

    fn present(&mut self, atom: &'p Atom) -> Result<Vec<Arg<'p>>, Reason> {
        let mut args = self.args(atom)?;
        if let Some(mut wildcards) = self.wildcards.take() {
            for arg in args.iter_mut().filter(|arg| matches!(arg, Arg::Any)) {
                wildcards.push(self.variable());
                *arg = Arg::Variable(self.variables - 1);
            }
            self.wildcards = Some(wildcards);
        }
        Ok(args)
    }

    fn args(&mut self, atom: &'p Atom) -> Result<Vec<Arg<'p>>, Reason> {
        let arg = |term: &'p Term| {
            Ok(match term {
                Term::Wildcard => Arg::Any,
                Term::Variable(var) => Arg::Variable(var.0),
                Term::Constant(value) => Arg::Constant(self.interner.code(value)),
                _ => Arg::Computed(self.expr(term)?),
            })
        };
        atom.args.iter().map(arg).collect()
    }

    fn side(&mut self, term: &'p Term) -> Result<Side<'p>, Reason> {
        Ok(match term {
            Term::Quotient { dividend, divisor, .. } => Side::Quotient(self.expr(dividend)?, self.expr(divisor)?),
            _ => Side::Single(self.expr(term)?),
        })
    }

    fn exprs(&mut self, terms: &'p [Term]) -> Result<Vec<Expr<'p>>, Reason> {
        terms.iter().map(|term| self.expr(term)).collect()
    }

    fn expr(&mut self, term: &'p Term) -> Result<Expr<'p>, Reason> {
        Ok(match term {
            Term::Constant(value) => Expr::Constant(value),
            Term::Variable(var) => Expr::Variable(var.0),
            Term::Call { functor, args, .. } => Expr::Call(known(*functor)?, self.exprs(args)?),
            Term::Chain { first, rest } => {
                let first = Box::new(self.expr(first)?);
                let link = |link: &'p program::checked::ChainLink| Ok((known(link.functor)?, self.expr(&link.right)?));
                Expr::Chain(first, rest.iter().map(link).collect::<Result<_, Reason>>()?)
            }
            Term::Range { args, .. } => {
                let args = self.exprs(args)?;
                let variable = self.variable();
                self.goals.push(Goal::Range { variable, args });
                Expr::Variable(variable)
            }
            Term::Aggregate(aggregate) => {
                let fold = self.fold(aggregate)?;
                let variable = self.variable();
                self.goals.push(Goal::Aggregate { variable, fold });
                Expr::Variable(variable)
            }
            Term::Composite { .. } | Term::Counter { .. } | Term::RoundNumber { .. } => return Err(Reason::NoOrder),
            // arguments of atoms and sides of comparisons are looked at before; elsewhere these two do not occur
            Term::Wildcard | Term::Quotient { .. } => return Err(Reason::NoOrder),
        })
    }

    fn fold(&mut self, aggregate: &'p Aggregate) -> Result<Fold<'p>, Reason> {
        let bodies = disjuncts(&aggregate.body)?;
        let body = bodies.iter().map(|body| self.contributions(aggregate, body)).collect::<Result<_, _>>()?;
        let group = aggregate.injected.iter().map(|var| var.0).collect();
        Ok(Fold { op: aggregate.op, operand: aggregate.operand, group, body })
    }

    /// The clause that gives the contributions of one conjunction: group, target, and what tells contributions apart,
    /// which is every local variable and, where tuples count, every wildcard.
    fn contributions(&mut self, aggregate: &'p Aggregate, body: &[Signed<'p>]) -> Result<(Clause<'p>, Plan), Reason> {
        let tuples = aggregate.contribution == Contribution::Tuple;
        let wildcards = tuples.then(Vec::new);
        let mut inner = Flatten { interner: self.interner, goals: vec![], variables: self.variables, wildcards };
        inner.body(body)?;
        let target = aggregate.target.as_ref().map(|target| inner.expr(target)).transpose()?;
        let group: Vec<Var> = aggregate.injected.iter().map(|var| var.0).collect();
        // variables of an aggregate inside this one are its own affair
        let own: BTreeSet<Var> = inner.goals.iter().flat_map(|goal| [goal.reads(), goal.binds()].concat()).collect();
        let local = aggregate.local.iter().map(|var| var.0).filter(|var| own.contains(var));
        let local = local.chain(inner.wildcards.take().unwrap_or_default());
        let head: Vec<Expr<'p>> =
            group.iter().copied().map(Expr::Variable).chain(target).chain(local.map(Expr::Variable)).collect();
        if head.len() > WIDTH_MAX {
            return Err(Reason::TooWide(head.len()));
        }
        let mut clause = Clause { given: group, goals: inner.goals, head, variables: inner.variables };
        let plan = Plan::new(&mut clause, None)?;
        self.variables = clause.variables;
        Ok((clause, plan))
    }

    fn variable(&mut self) -> Var {
        self.variables += 1;
        self.variables - 1
    }
}

/// Refuses what another evaluator could not know: the number of a symbol in somebody's dictionary.
fn known(functor: Functor) -> Result<Functor, Reason> {
    match functor {
        Functor::Ordinal(Primitive::Symbol | Primitive::Decimal) => Err(Reason::Ordinal),
        _ => Ok(functor),
    }
}
