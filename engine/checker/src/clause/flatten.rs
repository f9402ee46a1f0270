//! From a conjunction of literals to a clause: aggregates, ranges and counters become goals of their own, each with a new
//! variable in its place.
//!
//! ```text
//! p(x) :- a(x), 2 * x < count : { b(x, _) }.   is   p(x) :- a(x), v = count : { b(x, _) }, 2 * x < v.
//! ```

use std::collections::BTreeSet;

use program::checked::{
    Absent, Aggregate, AggregateOp, Atom, Comparison, Contribution, Functor, LiteralKind, Program, RelId, Term,
};
use values::{Primitive, Value};

use super::{Absence, Arg, Clause, Expr, Extent, Fold, Goal, Guess, Relates, Side, Var};
use crate::dnf::{Signed, disjuncts};
use crate::halt::Reason;
use crate::interner::Interner;
use crate::openness::keys;
use crate::plan::{Plan, WIDTH_MAX};
use crate::rows::Kind;

/// How a clause reads relations.
#[derive(Clone, Copy)]
pub struct Reading<'p> {
    /// The program.
    pub program: &'p Program,
    /// Relations that may have open tuples.
    pub open: &'p BTreeSet<RelId>,
    /// Whether these are read, too.
    pub at_best: bool,
}

/// The clause `head :- body.` of a rule with this many `variables`; `days` are concluded behind the head.
pub fn flatten<'p>(
    (head, days): (&'p [Term], &[Var]),
    body: &[Signed<'p>],
    variables: Var,
    reading: Reading<'p>,
    interner: &mut Interner,
) -> Result<Clause<'p>, Reason> {
    let mut flatten = Flatten::new(interner, reading, variables, None);
    flatten.body(body)?;
    let mut head = head.iter().map(|term| flatten.expr(term)).collect::<Result<Vec<_>, _>>()?;
    head.extend(days.iter().copied().map(Expr::Variable));
    if !flatten.counters.is_empty() {
        flatten.goals.push(Goal::Count { variables: flatten.counters, named: variables, key: vec![] });
    }
    let Flatten { goals, variables, counts_rounds, .. } = flatten;
    Ok(Clause { given: vec![], goals, head, variables, counts_rounds, open: reading.at_best.then_some(reading.open) })
}

/// A subsumption as a clause: its head are the arguments of both of its atoms, which are the first two literals.
pub fn flatten_pair<'p>(
    body: &[Signed<'p>],
    variables: Var,
    reading: Reading<'p>,
    interner: &mut Interner,
) -> Result<Clause<'p>, Reason> {
    let mut flatten = Flatten::new(interner, reading, variables, None);
    let (pair, rest) = body.split_at_checked(2).ok_or(Reason::NoOrder)?;
    let mut head = vec![];
    for signed in pair {
        let LiteralKind::Atom(Atom { relation, args, .. }) = signed.literal else { return Err(Reason::NoOrder) };
        let args = args.iter().map(|term| {
            let expr = flatten.expr(term)?;
            Ok(flatten.named(expr))
        });
        let args = args.collect::<Result<Vec<Var>, Reason>>()?;
        head.extend(args.iter().copied().map(Expr::Variable));
        let args = args.into_iter().map(Arg::Variable).collect();
        flatten.goals.push(Goal::Atom { relation: *relation, args, guesses: vec![] });
    }
    flatten.body(rest)?;
    let Flatten { goals, variables, counts_rounds, .. } = flatten;
    Ok(Clause { given: vec![], goals, head, variables, counts_rounds, open: None })
}

/// The bodies of an aggregate of a rule with this many `variables`, over what holds: their heads tell contributions apart.
pub fn flatten_fold<'p>(
    aggregate: &'p Aggregate,
    variables: Var,
    program: &'p Program,
    interner: &mut Interner,
) -> Result<Vec<(Clause<'p>, Plan)>, Reason> {
    let reading = Reading { program, open: &NONE, at_best: false };
    Ok(Flatten::new(interner, reading, variables, None).fold(aggregate, aggregate.op)?.body)
}

static NONE: BTreeSet<RelId> = BTreeSet::new();
static NOTHING: Value = Value::Number(0);
static ONE: Value = Value::Number(1);

struct Flatten<'a, 'p> {
    interner: &'a mut Interner,
    reading: Reading<'p>,
    goals: Vec<Goal<'p>>,
    /// The variables in place of counters, with the types of their values.
    counters: Vec<(Var, Primitive)>,
    variables: Var,
    /// Where the wildcards of positive atoms count: the variables put in their places.
    wildcards: Option<Vec<Var>>,
    counts_rounds: bool,
    /// How many guesses a binding may make.
    guesses: u32,
}

impl<'a, 'p> Flatten<'a, 'p> {
    fn new(interner: &'a mut Interner, reading: Reading<'p>, variables: Var, wildcards: Option<Vec<Var>>) -> Self {
        let (goals, counters) = (vec![], vec![]);
        Flatten { interner, reading, goals, counters, variables, wildcards, counts_rounds: false, guesses: 0 }
    }

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
                let args = self.present(atom)?;
                let guesses = self.guesses(atom.relation, &args)?;
                Goal::Atom { relation: atom.relation, args, guesses }
            }
            LiteralKind::Atom(atom) => Goal::Absent { relation: atom.relation, args: self.args(atom)? },
            LiteralKind::Compare { op, left, right, operand } => {
                let op = if signed.holds { *op } else { op.negated() };
                match (self.side(left)?, self.side(right)?) {
                    // whatever their fields are, and whether or not they can be computed
                    (Side::Single(Expr::Composite(_, a, _)), Side::Single(Expr::Composite(_, b, _)))
                        if op == Comparison::Equal && a != b =>
                    {
                        let [left, right] = [&NOTHING, &ONE].map(|value| Side::Single(Expr::Constant(value)));
                        Goal::Compare { relates: Relates::Same, left, right }
                    }
                    (Side::Single(Expr::Composite(shape, branch, fields)), Side::Single(other))
                    | (Side::Single(other), Side::Single(Expr::Composite(shape, branch, fields)))
                        if op == Comparison::Equal =>
                    {
                        let whole = self.named(other);
                        let fields = fields.into_iter().map(Arg::from).collect();
                        Goal::Composite { whole, shape, branch, fields }
                    }
                    (left, right) => Goal::Compare { relates: Relates::by(op, *operand), left, right },
                }
            }
            LiteralKind::Text { test, pattern, text } => {
                let (pattern, text) = (self.expr(pattern)?, self.expr(text)?);
                Goal::Text { test: *test, expected: signed.holds, pattern, text }
            }
            LiteralKind::Absent(absent) => Goal::Known(self.absence(absent, signed.holds)?),
            LiteralKind::InForce { norm, day } => {
                Goal::InForce { norm: self.reading.program.norm(*norm), day: day.0, expected: signed.holds }
            }
            // multiplied out of the body before; 0 = 0 or 0 != 0 would say the same
            LiteralKind::Truth(_) => return Err(Reason::NoOrder),
        })
    }

    fn absence(&mut self, absent: &'p Absent, expected: bool) -> Result<Absence<'p>, Reason> {
        let within = absent.within.iter().map(|part| {
            let to = part.to.as_ref().map(|to| self.expr(to)).transpose()?;
            Ok(Extent { column: &part.column, from: self.expr(&part.from)?, to })
        });
        let within = within.collect::<Result<_, Reason>>()?;
        Ok(Absence { relation: absent.atom.relation, args: self.args(&absent.atom)?, within, expected })
    }

    /// The guesses that a positive atom offers, the kind of what is missing with the number of the guess, and a goal for each
    /// that it is one: no tuple has the key.
    fn guesses(&mut self, relation: RelId, args: &[Arg<'p>]) -> Result<Vec<(Kind, u32)>, Reason> {
        if !self.reading.at_best || !self.reading.open.contains(&relation) {
            return Ok(vec![]);
        }
        let guess = |(columns, kind): (Vec<usize>, Kind)| {
            let number = self.guesses;
            self.guesses += 1;
            let key = columns.iter().map(|column| args[*column].clone()).collect();
            self.goals.push(Goal::Guess(Guess { number, relation, columns, key }));
            (kind, number)
        };
        let guesses = keys(self.reading.program, relation).into_iter().map(guess).collect();
        if self.guesses > u64::BITS { Err(Reason::TooWide(self.guesses as usize)) } else { Ok(guesses) }
    }

    fn present(&mut self, atom: &'p Atom) -> Result<Vec<Arg<'p>>, Reason> {
        let mut args = self.args(atom)?;
        if let Some(mut wildcards) = self.wildcards.take() {
            for arg in args.iter_mut().filter(|arg| arg.is_open()) {
                let variable = self.variable();
                wildcards.push(variable);
                if let Some(goal) = std::mem::replace(arg, Arg::Variable(variable)).goal(variable) {
                    self.goals.push(goal);
                }
            }
            self.wildcards = Some(wildcards);
        }
        Ok(args)
    }

    /// A variable of this value, or of any where it is `_`.
    fn named(&mut self, expr: Expr<'p>) -> Var {
        if let Expr::Variable(variable) | Expr::Generated(variable) = expr {
            return variable;
        }
        let variable = self.variable();
        self.goals.extend(Arg::from(expr).goal(variable));
        variable
    }

    fn args(&mut self, atom: &'p Atom) -> Result<Vec<Arg<'p>>, Reason> {
        let arg = |term: &'p Term| {
            Ok(match term {
                Term::Constant(value) => Arg::Constant(self.interner.code(value)),
                _ => Arg::from(self.expr(term)?),
            })
        };
        atom.args.iter().map(arg).collect()
    }

    fn side(&mut self, term: &'p Term) -> Result<Side<'p>, Reason> {
        Ok(match term {
            Term::Ratio(ratio) => Side::Ratio(self.expr(ratio)?),
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
            Term::Wildcard => Expr::Any,
            Term::Composite { shape, branch, fields, .. } => Expr::Composite(*shape, *branch, self.exprs(fields)?),
            Term::Call { functor: Functor::Reinterpret(_, Primitive::Composite(_)), args, .. } => {
                // from a type to itself
                return self.expr(args.first().ok_or(Reason::NoOrder)?);
            }
            Term::Call { functor, args, .. } => Expr::Call(self.known(*functor)?, self.exprs(args)?),
            Term::Chain { first, rest } => {
                let first = Box::new(self.expr(first)?);
                let link =
                    |link: &'p program::checked::ChainLink| Ok((self.known(link.functor)?, self.expr(&link.right)?));
                Expr::Chain(first, rest.iter().map(link).collect::<Result<_, Reason>>()?)
            }
            Term::Range { args, .. } => {
                let args = self.exprs(args)?;
                let variable = self.variable();
                self.goals.push(Goal::Range { variable, args });
                Expr::Generated(variable)
            }
            Term::Aggregate(aggregate) => {
                if (aggregate.op, aggregate.operand) == (AggregateOp::Mean, Primitive::Decimal) {
                    return self.mean(aggregate);
                }
                let variable = self.variable();
                let fold = self.fold(aggregate, aggregate.op)?;
                self.goals.push(Goal::Aggregate { variable, fold });
                Expr::Generated(variable)
            }
            Term::Counter { operand, .. } => {
                let variable = self.variable();
                self.counters.push((variable, *operand));
                Expr::Generated(variable)
            }
            Term::RoundNumber { .. } if self.reading.at_best => {
                let variable = self.variable();
                self.counters.push((variable, Primitive::Unsigned));
                Expr::Generated(variable)
            }
            Term::RoundNumber { .. } => {
                self.counts_rounds = true;
                Expr::Round
            }
            Term::Parameter { parameter, keys, on, .. } => {
                let on = on.as_deref().map(|on| self.expr(on)).transpose()?.map(Box::new);
                Expr::Parameter(self.reading.program.parameter(*parameter), self.exprs(keys)?, on)
            }
            // sides of comparisons are looked at before; elsewhere it does not occur
            Term::Ratio(_) => return Err(Reason::NoOrder),
        })
    }

    /// `mean x : { .. }` of decimals is `sum x : { .. } / count : { .. }`, where the count is not 0.
    fn mean(&mut self, aggregate: &'p Aggregate) -> Result<Expr<'p>, Reason> {
        let [total, count] = [self.variable(), self.variable()];
        for (variable, op) in [(total, AggregateOp::Sum), (count, AggregateOp::Count)] {
            let fold = self.fold(aggregate, op)?;
            self.goals.push(Goal::Aggregate { variable, fold });
        }
        let relates = Relates::by(Comparison::NotEqual, Primitive::Number);
        let (left, right) = (Side::Single(Expr::Generated(count)), Side::Single(Expr::Constant(&NOTHING)));
        self.goals.push(Goal::Compare { relates, left, right });
        let count = Expr::Call(Functor::ToDecimal(Primitive::Number), vec![Expr::Generated(count)]);
        Ok(Expr::Chain(Box::new(Expr::Generated(total)), vec![(Functor::Divide(Primitive::Decimal), count)]))
    }

    fn fold(&mut self, aggregate: &'p Aggregate, op: AggregateOp) -> Result<Fold<'p>, Reason> {
        let bodies = disjuncts(&aggregate.body)?;
        let sure = Reading { at_best: false, ..self.reading };
        let body = bodies.iter().map(|body| self.contributions(aggregate, body, sure)).collect::<Result<_, _>>()?;
        let at_best = Reading { at_best: true, ..self.reading };
        let open = bodies.iter().filter(|body| may_be_open(body, self.reading.open));
        let open = open.map(|body| self.contributions(aggregate, body, at_best)).collect::<Result<_, _>>()?;
        let group = aggregate.injected.iter().map(|var| var.0).collect();
        let witnesses = aggregate.witnesses.iter().map(|var| var.0).collect();
        Ok(Fold { op, operand: aggregate.operand, group, witnesses, body, open })
    }

    /// The clause that gives the contributions of one conjunction: group, target, witnesses, and what else tells contributions
    /// apart, which is every local variable and, where tuples count, every wildcard.
    fn contributions(
        &mut self,
        aggregate: &'p Aggregate,
        body: &[Signed<'p>],
        reading: Reading<'p>,
    ) -> Result<(Clause<'p>, Plan), Reason> {
        let tuples = aggregate.contribution == Contribution::Tuple;
        let wildcards = tuples.then(Vec::new);
        let mut inner = Flatten::new(self.interner, reading, self.variables, wildcards);
        inner.body(body)?;
        let target = aggregate.target.as_ref().map(|target| inner.expr(target)).transpose()?;
        let group: Vec<Var> = aggregate.injected.iter().map(|var| var.0).collect();
        // variables of an aggregate inside this one are its own affair
        let own: BTreeSet<Var> = inner.goals.iter().flat_map(|goal| [goal.reads(), goal.binds()].concat()).collect();
        let local = aggregate.local.iter().map(|var| var.0).filter(|var| own.contains(var));
        let local = local.chain(inner.wildcards.take().unwrap_or_default());
        let apart = aggregate.witnesses.iter().map(|var| var.0).chain(local).map(Expr::Variable);
        let head: Vec<Expr<'p>> = group.iter().copied().map(Expr::Variable).chain(target).chain(apart).collect();
        if head.len() > WIDTH_MAX {
            return Err(Reason::TooWide(head.len()));
        }
        let Flatten { goals, variables, counts_rounds, .. } = inner;
        let open = reading.at_best.then_some(reading.open);
        let mut clause = Clause { given: group, goals, head, variables, counts_rounds, open };
        let plan = Plan::new(&mut clause, None)?;
        self.variables = clause.variables;
        self.counts_rounds |= counts_rounds;
        Ok((clause, plan))
    }

    /// Refuses what another evaluator could not know: the number of a value in somebody's dictionary.
    fn known(&self, functor: Functor) -> Result<Functor, Reason> {
        match functor {
            Functor::Ordinal(Primitive::Symbol | Primitive::Decimal) => Err(Reason::Ordinal),
            Functor::Ordinal(Primitive::Composite(shape)) if !self.interner.shapes().get(shape).is_enum() => {
                Err(Reason::Ordinal)
            }
            _ => Ok(functor),
        }
    }

    fn variable(&mut self) -> Var {
        self.variables += 1;
        self.variables - 1
    }
}

/// Whether a conjunction may have open literals.
fn may_be_open(body: &[Signed<'_>], open: &BTreeSet<RelId>) -> bool {
    body.iter().any(|signed| match signed.literal {
        LiteralKind::Atom(atom) if signed.holds && open.contains(&atom.relation) => true,
        LiteralKind::Absent(_) => true,
        kind => kind.terms().into_iter().any(folds),
    })
}

fn folds(term: &Term) -> bool {
    matches!(term, Term::Aggregate(_)) || term.children().into_iter().any(folds)
}
