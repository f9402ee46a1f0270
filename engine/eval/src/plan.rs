//! The order in which a firing takes its goals.

use program::checked::{Contribution, RelId};
use values::Primitive;

use crate::expression::Expression;
use crate::goal::{AggregateGoal, Arg, Goal, GoalKind, Goals};

/// The steps of one firing: a clause (or an aggregate's body) for one delta position.
#[derive(Debug)]
pub(crate) struct Plan<'g> {
    pub(crate) steps: Vec<Step<'g>>,
}

/// One step: what it does to a batch of bindings.
#[derive(Debug)]
pub(crate) struct Step<'g> {
    pub(crate) kind: StepKind<'g>,
    /// Variables bound so far that a later step or the head still reads.
    pub(crate) live: Vec<u32>,
}

#[derive(Debug)]
pub(crate) enum StepKind<'g> {
    Join(Join<'g>),
    Absent { relation: RelId, columns: Vec<usize>, key: Vec<&'g Arg> },
    Assign { variable: u32, expression: &'g Expression },
    Filter(&'g GoalKind),
    Generate { variable: u32, args: &'g [Expression] },
    Aggregate(AggregateStep<'g>),
}

/// Every row of a relation that agrees with what is bound.
#[derive(Debug)]
pub(crate) struct Join<'g> {
    pub(crate) relation: RelId,
    pub(crate) rows: Rows,
    /// Columns that must equal `key`.
    pub(crate) columns: Vec<usize>,
    pub(crate) key: Vec<&'g Arg>,
    /// Columns that give variables their values.
    pub(crate) outputs: Vec<(usize, u32)>,
    /// Columns that must be equal because a new variable stands in both.
    pub(crate) same: Vec<(usize, usize)>,
    /// Nothing read from the rows matters later: one match is enough.
    pub(crate) exists: bool,
}

/// The value of an aggregate for each binding's group.
#[derive(Debug)]
pub(crate) struct AggregateStep<'g> {
    pub(crate) variable: u32,
    pub(crate) aggregate: &'g AggregateGoal,
    /// The plan of its body, for a group.
    pub(crate) inner: Plan<'g>,
}

/// Which rows of a relation are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Those of the previous round.
    Delta,
    /// Those of the rounds before the previous one.
    Old,
    /// All of earlier rounds.
    All,
}

impl<'g> Plan<'g> {
    /// Orders `goals` with the variables `bound` given. `delta` is the goal that reads the previous round's rows; matches
    /// of `recursive` relations before it read older rows only, so that no pair of rows meets twice. `wanted` are the
    /// variables read at the end; `size` estimates relations.
    pub(crate) fn new(
        goals: &'g Goals,
        bound: &[u32],
        wanted: &[u32],
        delta: Option<usize>,
        recursive: &dyn Fn(RelId) -> bool,
        size: &dyn Fn(RelId) -> u32,
    ) -> Plan<'g> {
        let mut known = vec![false; goals.types.len()];
        bound.iter().for_each(|variable| known[*variable as usize] = true);
        let rows = |goal: usize, relation| match delta {
            Some(delta) if goal == delta => Rows::Delta,
            Some(delta) if goal < delta && recursive(relation) => Rows::Old,
            _ => Rows::All,
        };
        let mut steps: Vec<StepKind<'g>> = Vec::new();
        for goal in order(goals, &mut known.clone(), delta, size) {
            steps.push(step(&goals.goals[goal].kind, &mut known, |relation| rows(goal, relation), size));
        }
        Plan { steps: with_liveness(steps, bound, wanted, goals.types.len()) }
    }

    /// No join stops at its first match: every tuple is a contribution, read or not.
    fn read_every_row(&mut self) {
        for step in &mut self.steps {
            if let StepKind::Join(join) = &mut step.kind {
                join.exists = false;
            }
        }
    }
}

/// Greedy: conditions and computations as soon as they can be taken, then the match with the most bound columns, among
/// equals the smaller relation, among equals the first in the text.
fn order(goals: &Goals, known: &mut [bool], delta: Option<usize>, size: &dyn Fn(RelId) -> u32) -> Vec<usize> {
    let mut rest = (0..goals.goals.len()).collect::<Vec<_>>();
    let mut order = Vec::with_capacity(rest.len());
    let take = |goal: usize, known: &mut [bool], order: &mut Vec<usize>| {
        binds(&goals.goals[goal]).for_each(|variable| known[variable as usize] = true);
        order.push(goal);
    };
    if let Some(delta) = delta {
        rest.retain(|goal| *goal != delta);
        take(delta, known, &mut order);
    }
    while !rest.is_empty() {
        let before = order.len();
        // What cannot fail first: a guard then keeps a failure from ever being computed.
        for can_fail in [false, true] {
            rest.retain(|goal| {
                let this = &goals.goals[*goal];
                let ready = !is_match(this) && this.can_fail() == can_fail && can_take(goals, *goal, known);
                if ready {
                    take(*goal, known, &mut order);
                }
                !ready
            });
            if order.len() > before {
                break;
            }
        }
        if order.len() > before {
            continue;
        }
        let matches = || rest.iter().copied().filter(|goal| is_match(&goals.goals[*goal]));
        let ready = matches().filter(|goal| can_take(goals, *goal, known));
        let best = ready.min_by_key(|goal| rank(&goals.goals[*goal], known, size));
        // `p(x, x + 1)`: only the match itself can bind `x`.
        let best = best.or_else(|| matches().next());
        // Groundedness is checked: what is left without a ready match would be a goal that nothing can bind.
        let Some(best) = best else { unreachable!("no goal can be taken: {:?}", rest) };
        rest.retain(|goal| *goal != best);
        take(best, known, &mut order);
    }
    order
}

fn is_match(goal: &Goal) -> bool {
    matches!(goal.kind, GoalKind::Match { .. })
}

/// Fully bound matches first (they only filter), then by bound columns, then by size.
fn rank(goal: &Goal, known: &[bool], size: &dyn Fn(RelId) -> u32) -> (bool, std::cmp::Reverse<usize>, u32) {
    let GoalKind::Match { relation, args } = &goal.kind else { unreachable!("ranked goals are matches") };
    let bound = args.iter().filter(|arg| is_bound(arg, known)).count();
    (bound < args.len(), std::cmp::Reverse(bound), size(*relation))
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
        (_, None, _) => true,
        (GoalKind::Equal { left, right, operand }, Some(one), None) => {
            let compared =
                goals.generated[*one as usize] || (*operand == Primitive::Float && goals.matched[*one as usize]);
            !compared && (stands_alone(left, *one) || stands_alone(right, *one))
        }
        _ => false,
    }
}

fn stands_alone(side: &Expression, variable: u32) -> bool {
    matches!(side, Expression::Variable(alone) if *alone == variable)
}

/// The variables that have a value once the goal is taken.
pub(crate) fn binds(goal: &Goal) -> Box<dyn Iterator<Item = u32> + '_> {
    match &goal.kind {
        GoalKind::Match { args, .. } => Box::new(crate::goal::variables(args)),
        GoalKind::Equal { left, right, .. } => Box::new([left, right].into_iter().filter_map(|side| match side {
            Expression::Variable(variable) => Some(*variable),
            _ => None,
        })),
        GoalKind::Define { variable, .. }
        | GoalKind::Generate { variable, .. }
        | GoalKind::Aggregate { variable, .. } => Box::new(std::iter::once(*variable)),
        _ => Box::new(std::iter::empty()),
    }
}

fn step<'g>(
    goal: &'g GoalKind,
    known: &mut [bool],
    rows: impl Fn(RelId) -> Rows,
    size: &dyn Fn(RelId) -> u32,
) -> StepKind<'g> {
    match goal {
        GoalKind::Match { relation, args } => StepKind::Join(join(*relation, rows(*relation), args, known)),
        GoalKind::Absent { relation, args } => {
            let (columns, key) = bound_columns(args, known);
            StepKind::Absent { relation: *relation, columns, key }
        }
        GoalKind::Equal { left, right, .. } => {
            for (side, other) in [(left, right), (right, left)] {
                if let Expression::Variable(variable) = side
                    && !std::mem::replace(&mut known[*variable as usize], true)
                {
                    return StepKind::Assign { variable: *variable, expression: other };
                }
            }
            StepKind::Filter(goal)
        }
        GoalKind::Define { variable, expression } => match std::mem::replace(&mut known[*variable as usize], true) {
            true => StepKind::Filter(goal),
            false => StepKind::Assign { variable: *variable, expression },
        },
        GoalKind::Compare { .. } | GoalKind::Text { .. } | GoalKind::Never => StepKind::Filter(goal),
        GoalKind::Generate { variable, args, .. } => {
            known[*variable as usize] = true;
            StepKind::Generate { variable: *variable, args }
        }
        GoalKind::Aggregate { variable, aggregate } => {
            known[*variable as usize] = true;
            let wanted = aggregate.local.iter().chain(&aggregate.target).copied().collect::<Vec<_>>();
            let mut inner = Plan::new(&aggregate.body, &aggregate.injected, &wanted, None, &|_| false, size);
            if aggregate.contribution == Contribution::Tuple {
                inner.read_every_row();
            }
            StepKind::Aggregate(AggregateStep { variable: *variable, aggregate, inner })
        }
    }
}

fn bound_columns<'g>(args: &'g [Arg], known: &[bool]) -> (Vec<usize>, Vec<&'g Arg>) {
    args.iter().enumerate().filter(|(_, arg)| is_bound(arg, known)).unzip()
}

fn join<'g>(relation: RelId, rows: Rows, args: &'g [Arg], known: &mut [bool]) -> Join<'g> {
    let (columns, key) = bound_columns(args, known);
    let (mut outputs, mut same) = (Vec::<(usize, u32)>::new(), Vec::new());
    for (column, arg) in args.iter().enumerate() {
        let Arg::Variable(variable) = arg else { continue };
        match outputs.iter().find(|(_, new)| new == variable) {
            Some((first, _)) => same.push((*first, column)),
            None if !known[*variable as usize] => outputs.push((column, *variable)),
            None => {}
        }
    }
    outputs.iter().for_each(|(_, variable)| known[*variable as usize] = true);
    Join { relation, rows, columns, key, outputs, same, exists: false }
}

/// Walks backwards: drops outputs nobody reads and notes what stays alive behind each step.
fn with_liveness<'g>(steps: Vec<StepKind<'g>>, bound: &[u32], wanted: &[u32], variables: usize) -> Vec<Step<'g>> {
    let mut defined = vec![usize::MAX; variables];
    bound.iter().for_each(|variable| defined[*variable as usize] = 0);
    for (position, step) in steps.iter().enumerate() {
        defines(step).for_each(|variable| defined[variable as usize] = position + 1);
    }
    let mut alive = vec![false; variables];
    wanted.iter().for_each(|variable| alive[*variable as usize] = true);
    let mut done = Vec::with_capacity(steps.len());
    for (position, mut kind) in steps.into_iter().enumerate().rev() {
        if let StepKind::Join(join) = &mut kind {
            let Join { outputs, exists, same, .. } = join;
            outputs.retain(|(_, variable)| alive[*variable as usize]);
            *exists = outputs.is_empty() && same.is_empty();
        }
        let reaches = |variable: &usize| alive[*variable] && defined[*variable] <= position;
        let live = (0..variables).filter(reaches).map(|variable| variable as u32).collect();
        reads(&kind, &mut |variable| alive[variable as usize] = true);
        done.push(Step { kind, live });
    }
    done.reverse();
    done
}

fn defines<'s>(step: &'s StepKind<'_>) -> Box<dyn Iterator<Item = u32> + 's> {
    match step {
        StepKind::Join(join) => Box::new(join.outputs.iter().map(|(_, variable)| *variable)),
        StepKind::Assign { variable, .. }
        | StepKind::Generate { variable, .. }
        | StepKind::Aggregate(AggregateStep { variable, .. }) => Box::new(std::iter::once(*variable)),
        StepKind::Absent { .. } | StepKind::Filter(_) => Box::new(std::iter::empty()),
    }
}

fn reads(step: &StepKind<'_>, read: &mut dyn FnMut(u32)) {
    match step {
        StepKind::Join(Join { key, .. }) | StepKind::Absent { key, .. } => {
            key.iter().for_each(|arg| {
                if let Arg::Variable(variable) = arg {
                    read(*variable)
                }
            });
        }
        StepKind::Assign { expression, .. } => expression.variables(read),
        StepKind::Filter(goal) => crate::goal::reads(goal, read),
        StepKind::Generate { args, .. } => args.iter().for_each(|arg| arg.variables(read)),
        StepKind::Aggregate(step) => step.aggregate.injected.iter().copied().for_each(read),
    }
}
