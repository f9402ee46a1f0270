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
//! With y = 0 the row goes on without t, b gives it every t, and t < 9 decides which of them makes the error due. So does an aggregate
//! with t as a witness.
//!
//! A composite is an equation that can be read both ways: made of its fields, or taken apart, which holds fields as an atom does.

use std::collections::BTreeSet;

use super::Step;
use crate::clause::{Arg, Clause, Expr, Goal, Relates, Var};
use crate::halt::Reason;

/// The steps of `clause`. [`Reason::NoOrder`]: some goals can never be met in any order, or not in one that begins with `first`.
/// Computed arguments are turned into equations only where no goal is told to be the first: otherwise plans made before
/// would no longer fit the clause. [`Reason::Counter`]: nor are they where something is to be counted, since they may depend on
/// the numbers.
pub fn order(clause: &mut Clause<'_>, first: Option<usize>) -> Result<Vec<Step>, Reason> {
    let mut order = Order::new(clause);
    if let Some(first) = first {
        order.queue.insert((Turn::Forced, first));
    }
    loop {
        let Some((turn, goal)) = order.queue.pop_first() else {
            if order.resign() {
                continue;
            }
            break;
        };
        if order.done[goal] || (turn != Turn::Forced && order.turn(goal) != Some(turn)) {
            continue;
        }
        let opens = !order.made(goal) && !order.opens(goal).is_empty();
        if opens && first.is_some() {
            return Err(Reason::NoOrder);
        }
        if opens && order.waits(goal) && order.counts() {
            return Err(Reason::Counter);
        }
        order.take(goal);
    }
    if order.steps.len() == order.clause.goals.len() { Ok(order.steps) } else { Err(Reason::NoOrder) }
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
    /// An atom whose computed arguments cannot be computed yet, or a composite to be made though a field may be missing.
    Open,
    /// The counters: what they number is a binding of everything else.
    Count,
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
    /// Its value may be missing because a computation failed, or an open tuple lacks it.
    risky: bool,
    /// A range, an aggregate or a counter gives its value: an equation compares with that and never defines it.
    generated: bool,
    /// How many atoms not met yet hold it as it stands, or have it as a witness.
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
        let binds = self.clause.goals[goal].binds();
        match &self.clause.goals[goal] {
            Goal::Atom { args, .. } => {
                let narrow = |arg: &Arg<'_>| matches!(arg, Arg::Constant(_) | Arg::Computed(Expr::Composite(..)));
                joined = args.is_empty() || args.iter().any(narrow);
                self.hold(goal, &binds);
            }
            Goal::Composite { .. } => self.hold(goal, &binds),
            Goal::Aggregate { fold, .. } => {
                binds.iter().for_each(|var| self.variables[*var as usize].generated = true);
                let witnesses = fold.witnesses.clone();
                self.hold(goal, &witnesses);
            }
            _ => binds.iter().for_each(|var| self.variables[*var as usize].generated = true),
        }
        self.joined.push(joined);
        self.enqueue(goal);
    }

    fn hold(&mut self, goal: usize, held: &[Var]) {
        for var in held {
            self.variables[*var as usize].holders.push(goal);
            self.variables[*var as usize].holders_left += 1;
        }
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
                let keyed = args.iter().any(|arg| matches!(arg, Arg::Computed(_)) && self.is_settled(arg));
                Some(if keyed || self.joined[goal] { Turn::Joined } else { Turn::Apart })
            }
            Goal::Compare { relates, .. } if relates.is_equation() => match self.defined(goal) {
                _ if ready => Some(Turn::Equation),
                Some(var) if by_bits(*relates) || self.variables[var as usize].holders.is_empty() => {
                    Some(Turn::Equation)
                }
                defined => defined.map(|_| Turn::Open),
            },
            Goal::Composite { .. } if ready => Some(Turn::Equation),
            Goal::Composite { whole, .. } if self.variables[*whole as usize].settled => Some(Turn::Open),
            Goal::Composite { whole, fields, .. } => {
                let sound = self.variables[*whole as usize].holders.is_empty() || !fields.iter().any(|f| self.risky(f));
                let settled = fields.iter().all(|field| self.is_settled(field));
                self.can_make(*whole, fields).then_some(if sound && settled { Turn::Equation } else { Turn::Open })
            }
            Goal::Range { .. } | Goal::Aggregate { .. } => ready.then_some(Turn::Generator),
            Goal::Count { .. } => Some(Turn::Count),
            _ => ready.then_some(Turn::Filter),
        }
    }

    /// A composite without a value whose fields all have one, if only for the time being.
    fn can_make(&self, whole: Var, fields: &[Arg<'_>]) -> bool {
        let mut bound = !fields.iter().any(Arg::is_open);
        fields.iter().for_each(|field| field.uses(&mut |_, var| bound &= self.variables[var as usize].bound));
        bound && !self.variables[whole as usize].bound
    }

    /// True where the argument's value is final.
    fn is_settled(&self, arg: &Arg<'_>) -> bool {
        let mut settled = !arg.is_open();
        arg.uses(&mut |_, var| settled &= self.variables[var as usize].settled);
        settled
    }

    fn risky(&self, arg: &Arg<'_>) -> bool {
        let risky = |var: Var| self.variables[var as usize].risky;
        match arg {
            Arg::Any | Arg::Constant(_) => false,
            Arg::Variable(var) => risky(*var),
            Arg::Computed(expr) => expr.may_fail(&risky),
        }
    }

    /// The variable that the equation `goal` defines now. A float that an atom holds is never defined: the columns of an
    /// atom are compared by bits, an equation numerically. One that a composite holds is if nothing else helps.
    fn defined(&self, goal: usize) -> Option<Var> {
        let Goal::Compare { relates, .. } = &self.clause.goals[goal] else { return None };
        if self.missing[goal] != 1 {
            return None;
        }
        let unsettled = |var: &Var| !self.variables[*var as usize].settled;
        let variable = self.clause.goals[goal].reads().into_iter().find(unsettled)?;
        let state = &self.variables[variable as usize];
        let in_atom = state.holders.iter().any(|goal| matches!(self.clause.goals[*goal], Goal::Atom { .. }));
        let allowed = !state.bound && !state.generated && (by_bits(*relates) || !in_atom);
        (allowed && self.clause.goals[goal].definition(variable).is_some()).then_some(variable)
    }

    fn take(&mut self, goal: usize) {
        self.done[goal] = true;
        let made = self.made(goal);
        let (binds, at_risk) = match &self.clause.goals[goal] {
            Goal::Composite { whole, fields, .. } if made => {
                let at_risk = fields.iter().any(|field| self.risky(field));
                ([vec![*whole], self.clause.goals[goal].binds()].concat(), at_risk)
            }
            Goal::Atom { .. } | Goal::Composite { .. } => {
                self.open(goal);
                let at_risk = match &self.clause.goals[goal] {
                    Goal::Atom { relation, args, .. } => {
                        self.clause.open.is_some_and(|open| open.contains(relation))
                            || args.iter().any(|arg| matches!(arg, Arg::Computed(_)) && self.risky(arg))
                    }
                    composite => composite.reads().iter().any(|var| self.variables[*var as usize].risky),
                };
                (self.clause.goals[goal].binds(), at_risk)
            }
            Goal::Range { .. } | Goal::Aggregate { .. } => (self.clause.goals[goal].binds(), true),
            Goal::Count { .. } => (self.number(goal), true),
            equation => {
                let defined = self.defined(goal);
                let definition = defined.and_then(|var| equation.definition(var));
                let risky = |var: Var| self.variables[var as usize].risky;
                (defined.into_iter().collect(), definition.is_some_and(|(expr, _)| expr.may_fail(&risky)))
            }
        };
        let held = match &self.clause.goals[goal] {
            Goal::Aggregate { fold, .. } => fold.witnesses.clone(),
            held @ (Goal::Atom { .. } | Goal::Composite { .. }) => held.binds(),
            _ => vec![],
        };
        let new = binds.iter().copied().filter(|var| !self.variables[*var as usize].bound).collect();
        self.steps.push(Step { goal, binds: new });
        held.into_iter().for_each(|var| self.variables[var as usize].holders_left -= 1);
        binds.into_iter().for_each(|var| self.bind(var, at_risk));
    }

    /// True for a composite that gets its value from its fields.
    fn made(&self, goal: usize) -> bool {
        let Goal::Composite { whole, fields, .. } = &self.clause.goals[goal] else { return false };
        self.missing[goal] > 0 && self.can_make(*whole, fields)
    }

    /// Notes what the counters number: the values of the rule's own variables and of its ranges.
    fn number(&mut self, goal: usize) -> Vec<Var> {
        let ranges = self.clause.goals.iter().filter(|goal| matches!(goal, Goal::Range { .. })).flat_map(Goal::binds);
        let ranges: BTreeSet<Var> = ranges.collect();
        let Goal::Count { key, named, .. } = &mut self.clause.goals[goal] else { return vec![] };
        let bound = (0..).zip(&self.variables).filter(|(_, state)| state.bound).map(|(var, _)| var);
        *key = bound.filter(|var| var < named || ranges.contains(var)).collect();
        self.clause.goals[goal].binds()
    }

    /// Settles a variable that waits for the value of an aggregate that waits for the variable. False where there is none.
    fn resign(&mut self) -> bool {
        let aggregate = |goal: &usize| self.done[*goal] || matches!(self.clause.goals[*goal], Goal::Aggregate { .. });
        let waits = |state: &State| state.bound && !state.settled && state.holders.iter().all(aggregate);
        let Some(var) = self.variables.iter().position(waits) else { return false };
        self.variables[var].risky = false;
        self.bind(var as Var, true);
        self.variables[var].risky = true;
        true
    }

    /// Binds `var`, or settles it where nothing else holds it.
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

    /// True where bindings are still to be counted.
    fn counts(&self) -> bool {
        let mut goals = self.clause.goals.iter().zip(&self.done);
        goals.any(|(goal, done)| matches!(goal, Goal::Count { .. }) && !done)
    }

    /// True where it computes with a value that is not there yet.
    fn waits(&self, goal: usize) -> bool {
        self.clause.goals[goal].reads().iter().any(|var| !self.variables[*var as usize].settled)
    }

    /// The places of computed arguments that cannot be computed yet.
    fn opens(&self, goal: usize) -> Vec<usize> {
        let (Goal::Atom { args, .. } | Goal::Composite { fields: args, .. }) = &self.clause.goals[goal] else {
            return vec![];
        };
        let open = |arg: &Arg<'_>| matches!(arg, Arg::Computed(_)) && !self.is_settled(arg);
        (0..args.len()).filter(|place| open(&args[*place])).collect()
    }

    /// Gives every computed argument that cannot be computed yet a variable and a goal of its own.
    ///
    /// ```text
    /// b(x, x + 1)   is   b(x, c), c = x + 1
    /// b([x, y])     is   b(c), c = [x, y]
    /// ```
    fn open(&mut self, goal: usize) {
        let before = self.clause.goals[goal].binds();
        let mut opened = Vec::new();
        for place in self.opens(goal) {
            let variable = self.clause.variables;
            self.clause.variables += 1;
            self.variables.push(State::default());
            if let Goal::Atom { args, .. } | Goal::Composite { fields: args, .. } = &mut self.clause.goals[goal] {
                opened.extend(std::mem::replace(&mut args[place], Arg::Variable(variable)).goal(variable));
            }
        }
        before.iter().for_each(|var| self.variables[*var as usize].holders_left -= 1);
        self.hold(goal, &self.clause.goals[goal].binds());
        for goal in opened {
            self.clause.goals.push(goal);
            self.register(self.clause.goals.len() - 1);
        }
    }
}

/// Whether an equation of this kind tells values apart as columns do.
fn by_bits(relates: Relates) -> bool {
    !matches!(relates, Relates::By { float: true, .. })
}
