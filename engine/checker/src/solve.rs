//! From the bindings of the given variables to the heads of a clause, goal by goal.

mod absence;
mod aggregate;
mod asking;
mod atom;
mod composite;
mod count;
mod machine;
mod open;

use datafrog::Relation;
use program::checked::{Interval, Program};
use values::Value;

use crate::arithmetic::{self, Fraction, Undefined};
use crate::clause::{Clause, Expr, Goal, Side, Var};
use crate::interner::{Code, POISON};
use crate::openness::Openness;
use crate::plan::{Plan, Step};
use crate::rows::{Binding, Open, Row, row};
use crate::tables::{Portion, Tables};
pub use absence::joined;
pub use asking::{Asking, Source};
use composite::Composite;
pub use machine::{Machine, lookup};

/// What rules are evaluated with.
pub struct Solver<'a, const W: usize> {
    /// The program.
    pub program: &'a Program,
    /// What it leaves open.
    pub openness: &'a Openness,
    /// The relations.
    pub tables: &'a mut Tables<W>,
    /// Arithmetic on codes.
    pub machine: &'a mut Machine,
    /// How many values a range may give.
    pub limit: usize,
    /// Where rows come from that the tables lack; `None`: they lack none.
    pub asking: Option<Asking<'a>>,
}

/// Too many rows.
#[derive(Debug)]
pub struct LimitReached;

/// A set of bindings.
pub type Bindings<const W: usize> = Relation<Binding<W>>;

/// A step with its layouts.
#[derive(Clone, Copy)]
struct Place<'a> {
    step: &'a Step,
    before: &'a [Var],
    after: &'a [Var],
    /// The number of the goal that reads the last round only, if one does.
    delta: Option<usize>,
    /// The clause tells rounds apart.
    counts_rounds: bool,
    /// The clause concludes what is open, too.
    at_best: bool,
}

impl<const W: usize> Solver<'_, W> {
    /// The heads of `clause` for the bindings `given`, each marked if a computation failed on the way to it or in it.
    /// With `delta` that goal reads the last round of its relation, growing relations of goals before it in the text
    /// are read without the last round, and those behind it in full: every combination with something new, once.
    pub fn heads(
        &mut self,
        clause: &Clause<'_>,
        plan: &Plan,
        delta: Option<usize>,
        given: Bindings<W>,
    ) -> Result<Bindings<W>, LimitReached> {
        let mut rows = given;
        for (step, layouts) in plan.steps.iter().zip(plan.layouts.windows(2)) {
            let (before, after) = (&layouts[0][..], &layouts[1][..]);
            let (counts_rounds, at_best) = (clause.counts_rounds, clause.open.is_some());
            let place = Place { step, before, after, delta, counts_rounds, at_best };
            rows = self.step(&clause.goals[step.goal], place, rows)?;
        }
        let layout = plan.layouts.last().map_or(&[][..], |layout| layout);
        Ok(rows.iter().map(|binding| self.head(&clause.head, layout, binding)).collect())
    }

    /// The one binding of no variables.
    pub fn unit() -> Bindings<W> {
        Relation::from_vec(vec![Binding { failed: false, open: Open::default(), values: row([]) }])
    }

    fn head(&mut self, head: &[Expr<'_>], layout: &[Var], binding: &Binding<W>) -> Binding<W> {
        let code = |expr| self.machine.code_at_best(expr, &|var| binding.get(layout, var));
        let values: Row<W> = row(head.iter().map(code));
        let open = Open { guessed: 0, ..binding.open };
        Binding { failed: binding.failed || values[..head.len()].contains(&POISON), open, values }
    }

    fn step(&mut self, goal: &Goal<'_>, place: Place<'_>, rows: Bindings<W>) -> Result<Bindings<W>, LimitReached> {
        let (passed, rows) = if place.at_best { self.unknown(goal, place, rows) } else { (vec![], rows) };
        let decided = self.decide(goal, place, rows)?;
        Ok(if passed.is_empty() { decided } else { decided.merge(Relation::from_vec(passed)) })
    }

    fn decide(&mut self, goal: &Goal<'_>, place: Place<'_>, rows: Bindings<W>) -> Result<Bindings<W>, LimitReached> {
        Ok(match goal {
            Goal::Atom { relation, args, guesses } if place.at_best => {
                self.join_at_best(*relation, args, guesses, place, rows)
            }
            Goal::Atom { relation, args, .. } => self.join(*relation, args, place, rows),
            Goal::Known(absence) => rows.iter().filter_map(|binding| self.absence(absence, place, binding)).collect(),
            Goal::Guess(guess) => rows.iter().filter_map(|binding| self.guess(guess, place, binding)).collect(),
            Goal::Absent { relation, args } => self.antijoin(*relation, args, place, rows),
            Goal::Composite { whole, shape, branch, fields } => {
                let composite = Composite { whole: *whole, shape: *shape, branch: *branch, fields };
                rows.iter().filter_map(|binding| self.composite(&composite, place, binding)).collect()
            }
            Goal::Range { variable, args } => self.range(*variable, args, place, rows)?,
            Goal::Aggregate { variable, fold } => self.aggregate(*variable, fold, place, rows)?,
            // rules that nobody wrote must not move the numbers
            Goal::Count { .. } if place.at_best => {
                let guessed = |binding: &Binding<W>| binding.guessed(place.before, place.after, &place.step.binds, 0);
                rows.iter().map(guessed).collect()
            }
            Goal::Count { variables, key, .. } => self.count(variables, key, place, &rows),
            _ => match place.step.binds[..] {
                [variable] => rows.iter().map(|binding| self.define(goal, variable, place, binding)).collect(),
                _ => rows.iter().filter_map(|binding| self.filter(goal, place, binding)).collect(),
            },
        })
    }

    /// `x = e` where x is not bound.
    fn define(&mut self, goal: &Goal<'_>, variable: Var, place: Place<'_>, binding: &Binding<W>) -> Binding<W> {
        let code = self.solve(goal, variable, place.before, binding).unwrap_or(POISON);
        let binding = binding.moved(place.before, place.after, |var| (var == variable).then_some(code));
        Binding { failed: binding.failed || code == POISON, ..binding }
    }

    /// The value of `variable` as the equation gives it; `None` where it gives none.
    fn solve(&mut self, goal: &Goal<'_>, variable: Var, layout: &[Var], binding: &Binding<W>) -> Option<Code> {
        let (expr, inverse) = goal.definition(variable)?;
        let code = self.machine.code(expr, &|var| binding.get(layout, var));
        if inverse.is_empty() || code == POISON {
            return (code != POISON).then_some(code);
        }
        let value = self.machine.interner.value(code).clone();
        let value = inverse.into_iter().try_fold(value, |value, functor| self.machine.call(functor, &[value])).ok()?;
        Some(self.machine.interner.code(&value))
    }

    /// The binding if it passes. A goal that cannot be decided, because of a failure here or before, lets it pass with
    /// the failure noted, and an equation supplies what it can of the values that are missing.
    fn filter(&mut self, goal: &Goal<'_>, place: Place<'_>, binding: &Binding<W>) -> Option<Binding<W>> {
        match self.holds(goal, place.before, binding) {
            Ok(true) => Some(binding.moved(place.before, place.after, |_| None)),
            Ok(false) => None,
            Err(Undefined) => {
                let mut supplied = Vec::new();
                for variable in goal.reads() {
                    if binding.get(place.before, variable) == POISON {
                        supplied.extend(self.solve(goal, variable, place.before, binding).map(|code| (variable, code)));
                    }
                }
                let new = |var| supplied.iter().find(|(variable, _)| *variable == var).map(|(_, code)| *code);
                Some(Binding { failed: true, ..binding.moved(place.before, place.after, new) })
            }
        }
    }

    fn holds(&mut self, goal: &Goal<'_>, layout: &[Var], binding: &Binding<W>) -> Result<bool, Undefined> {
        let read = |var| binding.get(layout, var);
        match goal {
            Goal::InForce { norm, day, expected } => {
                let day = read(*day);
                if day == POISON {
                    return Err(Undefined);
                }
                let day = self.machine.interner.value(day);
                let in_force = |Interval { from, to }: Interval| {
                    Value::Date(from) <= *day && to.is_none_or(|to| *day <= Value::Date(to))
                };
                Ok(norm.versions.iter().any(|version| in_force(version.in_force)) == *expected)
            }
            Goal::Compare { relates, left: Side::Single(left), right: Side::Single(right) }
                if relates.is_identity() =>
            {
                let (left, right) = (self.machine.code(left, &read), self.machine.code(right, &read));
                if left == POISON || right == POISON {
                    return Err(Undefined);
                }
                Ok(relates.order(left.cmp(&right)))
            }
            Goal::Compare { relates, left: Side::Single(left), right: Side::Single(right) } => {
                // both sides are computed before a failure of either counts
                let (left, right) = (self.machine.value(left, &read), self.machine.value(right, &read));
                Ok(relates.hold(&left?, &right?))
            }
            Goal::Compare { relates, left, right } => {
                let (left, right) = (self.fraction(left, &read), self.fraction(right, &read));
                Ok(relates.order(left?.compare(&right?)))
            }
            Goal::Text { test, expected, pattern, text } => {
                let (pattern, text) = (self.machine.value(pattern, &read), self.machine.value(text, &read));
                match (pattern?, text?) {
                    (Value::Symbol(pattern), Value::Symbol(text)) => {
                        Ok(self.machine.patterns.test(*test, &pattern, &text, *expected))
                    }
                    _ => Err(Undefined),
                }
            }
            _ => Ok(true),
        }
    }

    fn fraction(&mut self, side: &Side<'_>, read: &dyn Fn(Var) -> Code) -> Result<Fraction, Undefined> {
        match side {
            Side::Single(expr) => {
                let value = self.machine.value(expr, read)?;
                self.machine.decimal(value).map(Fraction::from)
            }
            Side::Ratio(expr) => self.machine.fraction(expr, read),
        }
    }

    /// `variable = range(args)`: a binding for each value; one without a value where the range cannot be computed.
    fn range(
        &mut self,
        variable: Var,
        args: &[Expr<'_>],
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> Result<Bindings<W>, LimitReached> {
        let mut all = Vec::new();
        for binding in rows.iter() {
            let args: Result<Vec<Value>, Undefined> =
                args.iter().map(|arg| self.machine.value(arg, &|var| binding.get(place.before, var))).collect();
            let Ok(args) = args else {
                all.push(binding.poisoned(place.before, place.after, &[variable]));
                continue;
            };
            for value in arithmetic::range(&args) {
                let code = value.map(|value| self.machine.interner.code(&value)).unwrap_or(POISON);
                let next = binding.moved(place.before, place.after, |var| (var == variable).then_some(code));
                all.push(Binding { failed: next.failed || code == POISON, ..next });
                if all.len() > self.limit {
                    return Err(LimitReached);
                }
            }
        }
        Ok(Relation::from_vec(all))
    }

    /// The rows of its relation that the goal of this step reads.
    fn portion(place: Place<'_>) -> Portion {
        match place.delta {
            Some(delta) if place.step.goal == delta => Portion::Recent,
            Some(delta) if place.step.goal < delta => Portion::Stable,
            _ => Portion::All,
        }
    }
}
