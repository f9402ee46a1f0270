//! Which goal comes next.
//!
//! An error is due only for bindings that meet every guard: every goal that can be decided without the computation that
//! failed. Therefore a variable is *bound* once a row has a place for it, but *settled* only when its value is final: if
//! the value may be missing because a computation failed, the atoms that still hold the variable may supply one. Goals
//! that read a variable wait until it is settled; atoms need nothing, except what their computed arguments read.
//!
//! ```text
//! p(z) :- a(x, y), t = x / y, b(t, z), t < 9.    a, then t as the key into b, then t < 9
//! ```
//!
//! With y = 0 the row goes on without t, b gives it every t, and t < 9 decides which of them makes the error due.

use std::collections::BTreeSet;

use super::Step;
use crate::clause::{Arg, Clause, Expr, Goal, Relates, Side, Var};

/// The steps of `clause`; `None`: some goals can never be met in any order, or not in one that begins with `first`.
/// Computed arguments are turned into equations only where no goal is told to be the first: otherwise plans made before
/// would no longer fit the clause.
pub fn order(clause: &mut Clause<'_>, first: Option<usize>) -> Option<Vec<Step>> {
    let mut order = Order::new(clause);
    if let Some(first) = first {
        order.queue.insert((Turn::Forced, first));
    }
    while let Some((turn, goal)) = order.queue.pop_first() {
        if order.done[goal] || (turn != Turn::Forced && order.turn(goal) != Some(turn)) {
            continue;
        }
        if turn == Turn::Open && first.is_some() {
            return None;
        }
        order.take(goal);
    }
    (order.steps.len() == order.clause.goals.len()).then_some(order.steps)
}

/// What may go next, best first. Goals of one kind go in text order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// The atom with which to begin.
    Forced,
    /// An equation: it defines, compares, or supplies a value that failed elsewhere.
    Equation,
    /// Another goal that lets rows pass or not.
    Filter,
    /// An atom with something in common with what is bound.
    Joined,
    /// A range or an aggregate.
    Generator,
    /// An atom with nothing in common.
    Apart,
    /// An atom whose computed arguments cannot be computed yet.
    Open,
}

struct Order<'a, 'p> {
    clause: &'a mut Clause<'p>,
    steps: Vec<Step>,
    queue: BTreeSet<(Turn, usize)>,
    done: Vec<bool>,
    /// For each goal, how many of the variables that it reads are not settled.
    missing: Vec<usize>,
    /// For each goal, whether it is an atom with something in common with what is bound.
    joined: Vec<bool>,
    variables: Vec<State>,
}

#[derive(Clone, Default)]
struct State {
    bound: bool,
    settled: bool,
    /// Its value may be missing because a computation failed.
    risky: bool,
    /// A range or an aggregate gives its value: an equation compares with that and never defines it.
    generated: bool,
    /// How many atoms not met yet hold it as it stands.
    holders_left: usize,
    readers: Vec<usize>,
    holders: Vec<usize>,
}

impl<'a, 'p> Order<'a, 'p> {
    fn new(clause: &'a mut Clause<'p>) -> Self {
        let variables = vec![State::default(); clause.variables as usize];
        let goals = clause.goals.len();
        let given = clause.given.clone();
        let (steps, queue) = (Vec::with_capacity(goals), BTreeSet::new());
        let mut order = Order { clause, steps, queue, done: vec![], missing: vec![], joined: vec![], variables };
        (0..goals).for_each(|goal| order.register(goal));
        given.into_iter().for_each(|var| order.bind(var, false));
        order
    }

    fn register(&mut self, goal: usize) {
        let reads = self.clause.goals[goal].reads();
        self.done.push(false);
        self.missing.push(reads.iter().filter(|var| !self.variables[**var as usize].settled).count());
        reads.iter().for_each(|var| self.variables[*var as usize].readers.push(goal));
        let mut joined = false;
        match &self.clause.goals[goal] {
            Goal::Atom { args, .. } => {
                joined = args.is_empty() || args.iter().any(|arg| matches!(arg, Arg::Constant(_)));
                for var in self.clause.goals[goal].binds() {
                    self.variables[var as usize].holders.push(goal);
                    self.variables[var as usize].holders_left += 1;
                }
            }
            Goal::Range { variable, .. } | Goal::Aggregate { variable, .. } => {
                self.variables[*variable as usize].generated = true;
            }
            _ => {}
        }
        self.joined.push(joined);
        self.enqueue(goal);
    }

    fn enqueue(&mut self, goal: usize) {
        if let Some(turn) = self.turn(goal) {
            self.queue.insert((turn, goal));
        }
    }

    /// When `goal` may go as things stand.
    fn turn(&self, goal: usize) -> Option<Turn> {
        let ready = self.missing[goal] == 0;
        match &self.clause.goals[goal] {
            Goal::Atom { .. } if !ready => Some(Turn::Open),
            Goal::Atom { args, .. } => {
                let keyed = args.iter().any(|arg| matches!(arg, Arg::Computed(_)));
                Some(if keyed || self.joined[goal] { Turn::Joined } else { Turn::Apart })
            }
            Goal::Compare { relates, .. } if relates.is_equation() => {
                (ready || self.defined(goal).is_some()).then_some(Turn::Equation)
            }
            Goal::Range { .. } | Goal::Aggregate { .. } => ready.then_some(Turn::Generator),
            _ => ready.then_some(Turn::Filter),
        }
    }

    /// The variable that the equation `goal` defines now. A float that an atom holds is never defined: the columns of an
    /// atom are compared by bits, an equation numerically.
    fn defined(&self, goal: usize) -> Option<Var> {
        let Goal::Compare { relates, .. } = &self.clause.goals[goal] else { return None };
        if self.missing[goal] != 1 {
            return None;
        }
        let unsettled = |var: &Var| !self.variables[*var as usize].settled;
        let variable = self.clause.goals[goal].reads().into_iter().find(unsettled)?;
        let state = &self.variables[variable as usize];
        let by_bits = !matches!(relates, Relates::By { float: true, .. });
        let allowed = !state.bound && !state.generated && (by_bits || state.holders.is_empty());
        (allowed && self.clause.goals[goal].definition(variable).is_some()).then_some(variable)
    }

    fn take(&mut self, goal: usize) {
        let risky = |order: &Self, expr: &Expr<'_>| expr.may_fail(&|var| order.variables[var as usize].risky);
        self.done[goal] = true;
        let (binds, at_risk) = match &self.clause.goals[goal] {
            Goal::Atom { .. } => {
                self.open(goal);
                let Goal::Atom { args, .. } = &self.clause.goals[goal] else { return };
                let at_risk = args.iter().any(|arg| matches!(arg, Arg::Computed(expr) if risky(self, expr)));
                (self.clause.goals[goal].binds(), at_risk)
            }
            Goal::Range { .. } | Goal::Aggregate { .. } => (self.clause.goals[goal].binds(), true),
            equation => {
                let defined = self.defined(goal);
                let definition = defined.and_then(|var| equation.definition(var));
                (defined.into_iter().collect(), definition.is_some_and(|(expr, _)| risky(self, expr)))
            }
        };
        let atom = matches!(self.clause.goals[goal], Goal::Atom { .. });
        let new = binds.iter().copied().filter(|var| !self.variables[*var as usize].bound).collect();
        self.steps.push(Step { goal, binds: new });
        for var in binds {
            self.variables[var as usize].holders_left -= usize::from(atom);
            self.bind(var, at_risk);
        }
    }

    /// Binds `var`, or settles it where an atom less holds it.
    fn bind(&mut self, var: Var, risky: bool) {
        let state = &mut self.variables[var as usize];
        let before = (state.bound, state.settled);
        state.risky = if state.bound { state.risky } else { risky };
        state.bound = true;
        state.settled |= !state.risky || state.holders_left == 0;
        if before == (true, state.settled) {
            return;
        }
        let (settled, readers, holders) = (state.settled, state.readers.clone(), state.holders.clone());
        for goal in readers.into_iter().filter(|goal| !self.done[*goal]).collect::<Vec<_>>() {
            self.missing[goal] -= usize::from(settled);
            self.enqueue(goal);
        }
        for goal in holders.into_iter().filter(|goal| !self.done[*goal]).collect::<Vec<_>>() {
            self.joined[goal] = true;
            self.enqueue(goal);
        }
    }

    /// Gives every computed argument that cannot be computed yet a variable of its own.
    ///
    /// ```text
    /// b(x, x + 1)   is   b(x, c), c = x + 1
    /// ```
    fn open(&mut self, goal: usize) {
        let Goal::Atom { args, .. } = &mut self.clause.goals[goal] else { return };
        let mut equations = Vec::new();
        for arg in args {
            let Arg::Computed(expr) = arg else { continue };
            let mut reads = Vec::new();
            expr.variables(&mut reads);
            if reads.iter().all(|var| self.variables[*var as usize].settled) {
                continue;
            }
            let variable = self.clause.variables;
            self.clause.variables += 1;
            self.variables.push(State { holders_left: 1, holders: vec![goal], ..State::default() });
            let Arg::Computed(expr) = std::mem::replace(arg, Arg::Variable(variable)) else { continue };
            let (left, right) = (Side::Single(Expr::Variable(variable)), Side::Single(expr));
            equations.push(Goal::Compare { relates: Relates::Same, left, right });
        }
        for equation in equations {
            self.clause.goals.push(equation);
            self.register(self.clause.goals.len() - 1);
        }
    }
}
