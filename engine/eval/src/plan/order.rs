//! Which goal comes when.

use std::cmp::Reverse;

use program::checked::{Comparison, RelId};
use values::Primitive;

use super::estimate::fan_out;
use super::{Rows, Setting};
use crate::expression::Expression;
use crate::goal::{Arg, Goal, GoalKind, Goals, Parts, variables};

/// Bodies with more matches are ordered greedily: all orders of more would be too many.
const SEARCHED: usize = 8;

/// The order of all goals: conditions and computations as soon as they can be taken, matches so that the fewest bindings
/// are made on the way.
pub(super) fn order(
    goals: &Goals,
    known: &[bool],
    setting: &Setting<'_>,
    rows: &dyn Fn(usize, RelId) -> Rows,
) -> (Vec<usize>, f64) {
    let ordering = Ordering { goals, setting, rows };
    let matches = (0..goals.goals.len()).filter(|goal| is_match(&goals.goals[*goal])).collect::<Vec<_>>();
    let (matches, cost) = match setting.wanted_order {
        Some(wanted) => (ordering.asked(wanted, known), 0.0),
        None if matches.len() <= SEARCHED => ordering.best(&matches, known),
        None => (ordering.greedy(&matches, known), f64::MAX),
    };
    let mut state = State::new(goals, known);
    let first_is_delta = matches.first().copied() == setting.delta;
    if !first_is_delta || setting.delta.is_none() {
        state.absorb(goals);
    }
    for goal in matches {
        state.take(goals, goal);
        state.absorb(goals);
    }
    debug_assert!(state.rest.is_empty(), "groundedness is checked: every goal can be taken");
    (state.order, cost)
}

/// True where the body gives each of `variables` a value by a match, so that it needs nobody to bind it.
pub(super) fn grounds_itself(goals: &Goals, variables: &[u32]) -> bool {
    variables.iter().all(|variable| goals.matched[*variable as usize]) && {
        let mut state = State::new(goals, &vec![false; goals.types.len()]);
        state.absorb(goals);
        for goal in (0..goals.goals.len()).filter(|goal| is_match(&goals.goals[*goal])) {
            state.take(goals, goal);
            state.absorb(goals);
        }
        state.rest.is_empty()
    }
}

/// Goals taken so far.
#[derive(Clone)]
struct State {
    known: Vec<bool>,
    /// Goals that are no matches and have not been taken.
    rest: Vec<usize>,
    order: Vec<usize>,
}

impl State {
    fn new(goals: &Goals, known: &[bool]) -> State {
        let rest = (0..goals.goals.len()).filter(|goal| !is_match(&goals.goals[*goal])).collect();
        State { known: known.to_vec(), rest, order: Vec::new() }
    }

    fn take(&mut self, goals: &Goals, goal: usize) {
        binds(&goals.goals[goal]).for_each(|variable| self.known[variable as usize] = true);
        self.order.push(goal);
    }

    /// Takes every condition and computation that can be taken. What cannot fail first: a guard then keeps a failure from
    /// ever being computed. Returns the share of bindings that about come through.
    fn absorb(&mut self, goals: &Goals) -> f64 {
        let mut share = 1.0;
        loop {
            let before = self.order.len();
            for can_fail in [false, true] {
                for goal in std::mem::take(&mut self.rest) {
                    let this = &goals.goals[goal];
                    if this.can_fail() == can_fail && can_take(goals, goal, &self.known) {
                        share *= selectivity(&this.kind, &self.known);
                        self.take(goals, goal);
                    } else {
                        self.rest.push(goal);
                    }
                }
                if self.order.len() > before {
                    break;
                }
            }
            if self.order.len() == before && !self.unblock(goals) {
                return share;
            }
        }
    }

    /// Takes what can only be taken out of turn. A composite that waits for a computation which reads its own fields:
    /// `[x, x + 1]`, taken apart before the computation. Then, when nothing else is left, the counters: what they number is a
    /// binding of all that does not depend on them.
    fn unblock(&mut self, goals: &Goals) -> bool {
        let kind = |goal: usize| &goals.goals[goal].kind;
        if !self.rest.iter().any(|goal| matches!(kind(*goal), GoalKind::Composite { .. } | GoalKind::Counter { .. })) {
            return false;
        }
        let mut open =
            (0..goals.goals.len()).filter(|goal| is_match(&goals.goals[*goal]) && !self.order.contains(goal));
        let is_ready = |goal: &usize| can_take(goals, *goal, &self.known);
        let has_value = |goal: &usize| match kind(*goal) {
            GoalKind::Composite { variable, .. } => self.known[*variable as usize],
            _ => false,
        };
        let chosen = match self.rest.iter().copied().find(has_value) {
            Some(_) if open.clone().any(|goal| is_ready(&goal)) => return false,
            Some(composite) => vec![composite],
            None if open.any(|goal| !waits_for_counter(goals, goal)) => return false,
            None => self.rest.iter().copied().filter(|goal| matches!(kind(*goal), GoalKind::Counter { .. })).collect(),
        };
        self.rest.retain(|goal| !chosen.contains(goal));
        chosen.iter().for_each(|goal| self.take(goals, *goal));
        !chosen.is_empty()
    }
}

/// True for a match of an argument that depends on a number of the program's counter.
fn waits_for_counter(goals: &Goals, goal: usize) -> bool {
    goals.goals[goal].needs.iter().any(|variable| goals.counted[*variable as usize])
}

struct Ordering<'o> {
    goals: &'o Goals,
    setting: &'o Setting<'o>,
    rows: &'o dyn Fn(usize, RelId) -> Rows,
}

impl Ordering<'_> {
    /// The order of `matches` with the least sum of bindings and that sum, by dynamic programming over the sets of matches taken. The
    /// delta usually comes first because it is small; where it is not, it need not.
    fn best(&self, matches: &[usize], known: &[bool]) -> (Vec<usize>, f64) {
        let mut start = State::new(self.goals, known);
        start.absorb(self.goals);
        let mut best: Vec<Option<Partial>> = vec![None; 1 << matches.len()];
        best[0] = Some(Partial { state: start, bindings: 1.0, cost: 0.0, order: Vec::new() });
        for taken in 0..best.len() {
            let Some(partial) = best[taken].take() else { continue };
            if taken == best.len() - 1 {
                return (partial.order, partial.cost);
            }
            let left = (0..matches.len()).filter(|at| taken >> at & 1 == 0).collect::<Vec<_>>();
            for at in self.ready(&left, |at| matches[*at], &partial.state.known) {
                let next = self.extend(&partial, matches[at]);
                let slot = &mut best[taken | 1 << at];
                // Among equals the order of the text, which is the order in which they are tried.
                if slot.as_ref().is_none_or(|known| next.cost < known.cost) {
                    *slot = Some(next);
                }
            }
        }
        (Vec::new(), 0.0)
    }

    /// The order that the rule's author asks for, but no match comes before its computed arguments: a computation that fails
    /// would be hidden where the match has no rows. The delta hides none, since all it meets was computed before.
    fn asked(&self, wanted: &[usize], known: &[bool]) -> Vec<usize> {
        let mut left = wanted.to_vec();
        let mut state = State::new(self.goals, known);
        state.absorb(self.goals);
        while !left.is_empty() {
            let can_come =
                |goal: &usize| Some(*goal) == self.setting.delta || can_take(self.goals, *goal, &state.known);
            let at = left.iter().position(can_come).unwrap_or(0);
            state.take(self.goals, left.remove(at));
            state.absorb(self.goals);
        }
        state.order.retain(|goal| is_match(&self.goals.goals[*goal]));
        state.order
    }

    /// The next match is always the one that gives the fewest rows.
    fn greedy(&self, matches: &[usize], known: &[bool]) -> Vec<usize> {
        let mut left = matches.to_vec();
        let mut state = State::new(self.goals, known);
        state.absorb(self.goals);
        let mut order = Vec::with_capacity(matches.len());
        while !left.is_empty() {
            let ready = match self.setting.delta.filter(|_| order.is_empty()) {
                Some(delta) => vec![delta],
                None => self.ready(&left, |goal| *goal, &state.known),
            };
            let rank = |goal: &usize| {
                let bound = self.args(*goal).iter().filter(|arg| is_bound(arg, &state.known)).count();
                (bound < self.args(*goal).len(), self.fan_out(*goal, &state.known), Reverse(bound))
            };
            let order_of = |a: &usize, b: &usize| {
                let ((a_free, a_rows, a_bound), (b_free, b_rows, b_bound)) = (rank(a), rank(b));
                a_free.cmp(&b_free).then(a_rows.total_cmp(&b_rows)).then(a_bound.cmp(&b_bound)).then(a.cmp(b))
            };
            let Some(goal) = ready.into_iter().min_by(order_of) else { break };
            left.retain(|other| *other != goal);
            state.take(self.goals, goal);
            state.absorb(self.goals);
            order.push(goal);
        }
        order
    }

    /// Those among `left` that can be taken; all of them where none can: `p(x, x + 1)`, only the match itself binds `x`. Those
    /// that wait for numbers of the counter come last.
    fn ready<T: Copy>(&self, left: &[T], goal: impl Fn(&T) -> usize, known: &[bool]) -> Vec<T> {
        let ready = left.iter().copied().filter(|at| can_take(self.goals, goal(at), known)).collect::<Vec<_>>();
        if !ready.is_empty() {
            return ready;
        }
        let uncounted = left.iter().copied().filter(|at| !waits_for_counter(self.goals, goal(at))).collect::<Vec<_>>();
        if uncounted.is_empty() { left.to_vec() } else { uncounted }
    }

    fn extend(&self, partial: &Partial, goal: usize) -> Partial {
        let mut state = partial.state.clone();
        let rows = self.fan_out(goal, &state.known);
        let all_bound = self.args(goal).iter().all(|arg| is_bound(arg, &state.known));
        state.take(self.goals, goal);
        let share = state.absorb(self.goals);
        // A binding that has been made costs, whether it comes through the conditions behind it or not.
        let made = partial.bindings * if all_bound { rows.min(1.0) } else { rows };
        let probes = partial.bindings * 0.5;
        let mut order = partial.order.clone();
        order.push(goal);
        Partial { state, bindings: made * share, cost: partial.cost + made + probes, order }
    }

    fn fan_out(&self, goal: usize, known: &[bool]) -> f64 {
        let GoalKind::Match { relation, args } = &self.goals.goals[goal].kind else { unreachable!("a match") };
        fan_out(*relation, (self.rows)(goal, *relation), args, known, self.setting.estimates)
    }

    fn args(&self, goal: usize) -> &[Arg] {
        let GoalKind::Match { args, .. } = &self.goals.goals[goal].kind else { unreachable!("a match") };
        args
    }
}

/// An order of some matches.
#[derive(Clone)]
struct Partial {
    state: State,
    /// How many bindings about come through.
    bindings: f64,
    /// How many have been made on the way.
    cost: f64,
    order: Vec<usize>,
}

fn is_match(goal: &Goal) -> bool {
    matches!(goal.kind, GoalKind::Match { .. })
}

/// The share of bindings that a condition about lets through.
fn selectivity(goal: &GoalKind, known: &[bool]) -> f64 {
    match goal {
        GoalKind::Equal { left, right, .. } => match [left, right].map(|side| is_unknown(side, known)) {
            [false, false] => 0.1,
            _ => 1.0,
        },
        GoalKind::Compare { op: Comparison::NotEqual, .. } => 1.0,
        GoalKind::Composite { variable, parts } if known[*variable as usize] => {
            let checked = parts.fields.iter().filter(|field| is_bound(field, known)).count();
            0.3f64.powi(checked as i32)
        }
        GoalKind::Compare { .. } => 0.4,
        GoalKind::Text { .. } | GoalKind::Absent { .. } => 0.5,
        GoalKind::Never => 0.0,
        _ => 1.0,
    }
}

fn is_unknown(side: &Expression, known: &[bool]) -> bool {
    matches!(side, Expression::Variable(variable) if !known[*variable as usize])
}

pub(crate) fn is_bound(arg: &Arg, known: &[bool]) -> bool {
    match arg {
        Arg::Any => false,
        Arg::Variable(variable) => known[*variable as usize],
        Arg::Constant(..) => true,
    }
}

/// A goal can be taken when all it needs is known; an equality also when one side is an unknown variable that the other
/// side defines. A float that a match supplies is compared numerically, never defined: 0.0 = -0.0, but their bits differ.
pub(crate) fn can_take(goals: &Goals, goal: usize, known: &[bool]) -> bool {
    let Goal { kind, needs, .. } = &goals.goals[goal];
    let mut unknown = needs.iter().filter(|variable| !known[**variable as usize]);
    match (kind, unknown.next(), unknown.next()) {
        (GoalKind::Counter { .. }, ..) => false,
        (GoalKind::Composite { variable, parts }, None, _) => can_flow(*variable, parts, known),
        (_, None, _) => true,
        (GoalKind::Equal { left, right, operand }, Some(one), None) => {
            let compared =
                goals.generated[*one as usize] || (*operand == Primitive::Float && goals.matched[*one as usize]);
            !compared && (stands_alone(left, *one) || stands_alone(right, *one))
        }
        _ => false,
    }
}

/// Whether a composite has a value, or all its fields have.
pub(crate) fn can_flow(variable: u32, parts: &Parts, known: &[bool]) -> bool {
    known[variable as usize] || parts.fields.iter().all(|field| is_bound(field, known))
}

fn stands_alone(side: &Expression, variable: u32) -> bool {
    matches!(side, Expression::Variable(alone) if *alone == variable)
}

/// The variables that have a value once the goal is taken.
pub(crate) fn binds(goal: &Goal) -> Box<dyn Iterator<Item = u32> + '_> {
    match &goal.kind {
        GoalKind::Match { args, .. } => Box::new(variables(args)),
        GoalKind::Equal { left, right, .. } => Box::new([left, right].into_iter().filter_map(|side| match side {
            Expression::Variable(variable) => Some(*variable),
            _ => None,
        })),
        GoalKind::Define { variable, .. }
        | GoalKind::Generate { variable, .. }
        | GoalKind::Ordinal { variable, .. }
        | GoalKind::Counter { variable, .. } => Box::new(std::iter::once(*variable)),
        GoalKind::Aggregate { variable, aggregate } => {
            Box::new(aggregate.witnesses.iter().copied().chain(std::iter::once(*variable)))
        }
        GoalKind::Composite { variable, parts } => Box::new(variables(&parts.fields).chain(std::iter::once(*variable))),
        _ => Box::new(std::iter::empty()),
    }
}
