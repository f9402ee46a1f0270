//! In which order the goals of a clause are tried, and which variables each relies on.

use eval::{Arg, Expression, GoalKind, Goals, Side};

/// Which variables have values.
pub(super) type Bound = Vec<bool>;

/// The goals that can be tried at all where the variables in `bound` have values from the start, in the order in which they are: what can be
/// decided as soon as it can be, then the match of which most variables are bound. With each goal the variables whose values it relies on.
pub(super) fn order(goals: &Goals, mut bound: Bound) -> Vec<(usize, Vec<u32>)> {
    let mut open = (0..goals.goals.len()).collect::<Vec<_>>();
    let mut order = Vec::new();
    while let Some(at) = next(goals, &open, &bound) {
        let goal = open.remove(at);
        let kind = &goals.goals[goal].kind;
        let (mut read, mut needs) = (Vec::new(), Vec::new());
        reads(kind, &mut |variable| read.push(variable));
        needs.extend(read.iter().copied().filter(|variable| bound[*variable as usize]));
        read.into_iter().chain(gives(kind)).for_each(|variable| bound[variable as usize] = true);
        order.push((goal, needs));
    }
    order
}

fn next(goals: &Goals, open: &[usize], bound: &Bound) -> Option<usize> {
    let kind = |at: &usize| &goals.goals[open[*at]].kind;
    let decided = (0..open.len()).find(|at| is_ready(kind(at), bound));
    decided.or_else(|| {
        let matches = (0..open.len()).filter(|at| matches!(kind(at), GoalKind::Match { .. }));
        // The first of those that are equal.
        matches.rev().max_by_key(|at| known(kind(at), bound))
    })
}

/// How many arguments are bound variables, then how many are constants.
fn known(kind: &GoalKind, bound: &Bound) -> (usize, usize) {
    let GoalKind::Match { args, .. } = kind else { return (0, 0) };
    let variables = args.iter().filter(|arg| matches!(arg, Arg::Variable(v) if bound[*v as usize]));
    (variables.count(), args.iter().filter(|arg| matches!(arg, Arg::Constant(..))).count())
}

/// Whether a goal that is no match can be decided.
fn is_ready(kind: &GoalKind, bound: &Bound) -> bool {
    let is = |variable: &u32| bound[*variable as usize];
    let mut read = Vec::new();
    reads(kind, &mut |variable| read.push(variable));
    match kind {
        GoalKind::Match { .. } | GoalKind::Counter { .. } => false,
        GoalKind::Equal { left, right, .. } => {
            let all = |side: &Expression| {
                let mut all = true;
                side.variables(&mut |variable| all &= bound[variable as usize]);
                all
            };
            let lone = |side: &Expression| matches!(side, Expression::Variable(_));
            (all(left) || lone(left)) && (all(right) || lone(right)) && (all(left) || all(right))
        }
        GoalKind::Composite { variable, parts } => {
            let field = |arg: &Arg| if let Arg::Variable(field) = arg { is(field) } else { true };
            is(variable) || parts.fields.iter().all(field)
        }
        _ => read.iter().all(is),
    }
}

/// Calls `visit` for the variables of a goal but those that it alone gives a value.
fn reads(kind: &GoalKind, visit: &mut dyn FnMut(u32)) {
    let args = |args: &[Arg], visit: &mut dyn FnMut(u32)| {
        args.iter().for_each(|arg| {
            if let Arg::Variable(variable) = arg {
                visit(*variable)
            }
        });
    };
    match kind {
        GoalKind::Match { args: all, .. } | GoalKind::Absent { args: all, .. } => args(all, visit),
        GoalKind::Equal { left, right, .. } => {
            left.variables(visit);
            right.variables(visit);
        }
        GoalKind::Define { expression, .. } => expression.variables(visit),
        GoalKind::Composite { variable, parts } => {
            visit(*variable);
            args(&parts.fields, visit);
        }
        GoalKind::Ordinal { of, .. } => visit(*of),
        GoalKind::Compare { left, right, .. } => {
            for side in [left, right] {
                let (Side::Value(expression) | Side::Ratio(expression)) = side;
                expression.variables(visit);
            }
        }
        GoalKind::Text { pattern, text, .. } => {
            pattern.variables(visit);
            text.variables(visit);
        }
        GoalKind::Generate { args, .. } => args.iter().for_each(|arg| arg.variables(visit)),
        GoalKind::Aggregate { aggregate, .. } => aggregate.injected.iter().copied().for_each(visit),
        GoalKind::Counter { .. } | GoalKind::Never => {}
    }
}

/// The variables that it gives values besides those that it reads.
fn gives(kind: &GoalKind) -> Vec<u32> {
    match kind {
        GoalKind::Define { variable, .. }
        | GoalKind::Ordinal { variable, .. }
        | GoalKind::Generate { variable, .. }
        | GoalKind::Counter { variable, .. } => vec![*variable],
        GoalKind::Aggregate { variable, aggregate } => {
            std::iter::once(*variable).chain(aggregate.witnesses.iter().copied()).collect()
        }
        _ => Vec::new(),
    }
}
