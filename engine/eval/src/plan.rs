//! The order in which a firing takes its goals, and how it takes each.

mod estimate;
mod liveness;
mod order;
mod steps;

use program::checked::{Contribution, RelId};
use values::{Code, Primitive, ShapeId};

use crate::expression::Expression;
use crate::goal::{GoalKind, Goals};

pub(crate) use estimate::Estimates;
pub(crate) use order::{binds, can_flow, can_take, is_bound};

/// The steps of one firing: a clause (or an aggregate's body) for one delta position.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
    /// The goals in the order in which they are taken.
    pub(crate) order: Vec<usize>,
    /// How many bindings are about made on the way.
    pub(crate) cost: f64,
}

/// One step: what it does to a batch of bindings.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) kind: StepKind,
    /// Variables bound so far that a later step or the head still reads.
    pub(crate) live: Vec<u32>,
}

#[derive(Debug)]
pub(crate) enum StepKind {
    Join(Join),
    /// Several matches of finished relations that give the same single variable its values.
    Intersect(Vec<Join>),
    Absent(Probe),
    Assign {
        variable: u32,
        expression: Expression,
    },
    /// The condition of a goal.
    Filter(usize),
    Generate {
        variable: u32,
        args: Vec<Expression>,
    },
    Aggregate(AggregateStep),
    Pack(Pack),
    Unpack(Unpack),
    /// The number of a composite's code.
    Ordinal {
        variable: u32,
        of: u32,
    },
    Count(Count),
}

/// A variable that gets the composite of these fields.
#[derive(Debug)]
pub(crate) struct Pack {
    pub(crate) variable: u32,
    pub(crate) shape: ShapeId,
    pub(crate) branch: u32,
    pub(crate) fields: Vec<Key>,
    /// A value that nothing holds is not made.
    pub(crate) sought: bool,
}

/// The fields of a composite; others than of this branch are dropped.
#[derive(Debug)]
pub(crate) struct Unpack {
    pub(crate) of: u32,
    pub(crate) shape: ShapeId,
    pub(crate) branch: u32,
    /// Fields that must equal what is bound.
    pub(crate) keys: Vec<(usize, Key)>,
    /// Fields that give variables their values.
    pub(crate) outputs: Vec<(usize, u32)>,
    /// Fields that must be equal because a new variable stands in both.
    pub(crate) same: Vec<(usize, usize)>,
}

/// Numbers of the program's counter for all bindings, once they are all there.
#[derive(Debug)]
pub(crate) struct Count {
    /// What makes a binding, and its order.
    pub(crate) key: Vec<u32>,
    /// The variables that get numbers, with their types.
    pub(crate) counters: Vec<(u32, Primitive)>,
}

/// Every row of a relation that agrees with what is bound.
#[derive(Debug)]
pub(crate) struct Join {
    pub(crate) probe: Probe,
    /// Columns that give variables their values.
    pub(crate) outputs: Vec<(usize, u32)>,
    /// Columns that must be equal because a new variable stands in both.
    pub(crate) same: Vec<(usize, usize)>,
    /// Nothing read from the rows matters later: one match is enough.
    pub(crate) exists: bool,
}

/// Rows of a relation by some of their columns.
#[derive(Debug)]
pub(crate) struct Probe {
    pub(crate) relation: RelId,
    pub(crate) rows: Rows,
    pub(crate) access: Access,
    /// Columns of the relation.
    pub(crate) arity: usize,
    /// Columns that must equal `key`, ascending.
    pub(crate) columns: Vec<usize>,
    pub(crate) key: Vec<Key>,
}

/// How rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// By looking at each.
    Scan,
    /// By an index over the key's columns.
    Index,
    /// By membership: the key is the whole tuple.
    Member,
}

/// A bound argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Variable(u32),
    Constant(Code),
}

/// The value of an aggregate for each binding's group.
#[derive(Debug)]
pub(crate) struct AggregateStep {
    pub(crate) variable: u32,
    /// Witnesses with their place among the aggregate's: those that get values here, and those that have one.
    pub(crate) witnesses: Vec<(usize, u32)>,
    pub(crate) known_witnesses: Vec<(usize, u32)>,
    /// The aggregate's goal.
    pub(crate) goal: usize,
    /// The plan of its body for one group, whose variables are bound.
    pub(crate) for_group: Plan,
    /// The plan of its body for all groups at once, where the body itself binds the group's variables.
    pub(crate) for_all: Option<Plan>,
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

/// What a plan is made for.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    /// The goal that reads the previous round's rows.
    pub(crate) delta: Option<usize>,
    /// The matches in the order in which the rule's author wants them, by goal.
    pub(crate) wanted_order: Option<&'s [usize]>,
    /// The relations that grow meanwhile.
    pub(crate) growing: &'s dyn Fn(RelId) -> bool,
    pub(crate) estimates: &'s dyn Estimates,
}

impl Setting<'_> {
    /// Which rows a match reads. Matches of growing relations before the delta read older rows only, so that no pair of
    /// rows meets twice.
    pub(crate) fn rows(&self, goal: usize, relation: RelId) -> Rows {
        match self.delta {
            Some(delta) if goal == delta => Rows::Delta,
            Some(delta) if goal < delta && (self.growing)(relation) => Rows::Old,
            _ => Rows::All,
        }
    }
}

impl Plan {
    /// Orders `goals` with the variables `bound` given; `wanted` are the variables read at the end.
    pub(crate) fn new(goals: &Goals, bound: &[u32], wanted: &[u32], setting: &Setting<'_>) -> Plan {
        let mut known = vec![false; goals.types.len()];
        bound.iter().for_each(|variable| known[*variable as usize] = true);
        let rows = |goal: usize, relation| setting.rows(goal, relation);
        let (order, cost) = order::order(goals, &known, setting, &rows);
        let mut steps = Vec::new();
        for goal in &order {
            let first = steps.is_empty() && bound.is_empty();
            if let GoalKind::Counter { .. } = &goals.goals[*goal].kind {
                // All of them together.
                steps.extend(steps::count(goals, &mut known));
                continue;
            }
            steps.push(steps::step(*goal, &goals.goals[*goal].kind, &mut known, first, &rows, setting));
        }
        let steps = steps::unite(steps, setting);
        Plan { steps: liveness::with_liveness(steps, goals, bound, wanted), order, cost }
    }

    /// True where the program's counter numbers the bindings.
    pub(crate) fn counts(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.kind, StepKind::Count(_)))
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

impl AggregateStep {
    /// True where one binding may become several.
    pub(crate) fn has_witnesses(&self) -> bool {
        !self.witnesses.is_empty() || !self.known_witnesses.is_empty()
    }

    /// The step of an aggregate's goal where `known` variables are bound; those that it binds become known.
    fn new(goal: usize, goals_kind: &GoalKind, known: &mut [bool], setting: &Setting<'_>) -> AggregateStep {
        let GoalKind::Aggregate { variable, aggregate } = goals_kind else { unreachable!("an aggregate's goal") };
        let witnesses = aggregate.witnesses.iter().copied().enumerate();
        let (known_witnesses, witnesses) = witnesses.partition(|(_, witness)| known[*witness as usize]);
        known[*variable as usize] = true;
        aggregate.witnesses.iter().for_each(|witness| known[*witness as usize] = true);
        let wanted = aggregate.local.iter().chain(&aggregate.target).copied().collect::<Vec<_>>();
        let inside = Setting { delta: None, wanted_order: None, ..*setting };
        let mut for_group = Plan::new(&aggregate.body, &aggregate.injected, &wanted, &inside);
        let grouped = aggregate.injected.iter().chain(&wanted).copied().collect::<Vec<_>>();
        let mut for_all = order::grounds_itself(&aggregate.body, &aggregate.injected)
            .then(|| Plan::new(&aggregate.body, &[], &grouped, &inside));
        if aggregate.contribution == Contribution::Tuple {
            for_group.read_every_row();
            for_all.iter_mut().for_each(Plan::read_every_row);
        }
        AggregateStep { variable: *variable, witnesses, known_witnesses, goal, for_group, for_all }
    }
}
