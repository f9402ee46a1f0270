//! Equivalences that are never written down: their classes are.
//!
//! An `eqrel` relation that no rule of its own stratum reads keeps the pairs that its rules give; once the stratum is finished, a
//! hidden relation holds each member with the representative of its class, so that room and time follow the given pairs and not
//! what they imply. Whoever reads the pairs matches that relation twice.

use std::collections::BTreeMap;

use program::checked::{Law, Program, RelId};
use values::Primitive;

use crate::goal::{Arg, Goal, GoalKind, Goals};

/// By relation whose tuples are implied: the relation of its classes.
pub(super) type Hidden = BTreeMap<RelId, RelId>;

/// The relations whose tuples are implied, with hidden ones numbered behind those of the program. `bodies`: the stratum of each head
/// with what its body matches.
pub(super) fn hidden(program: &Program, bodies: &[(usize, &Goals)], stratum_of: &[usize]) -> Hidden {
    let watched = |id: RelId| program.relations.iter().any(|relation| relation.law == Law::DeltaOf(id));
    let is_match = |goal: &Goal, id: RelId| matches!(goal.kind, GoalKind::Match { relation, .. } if relation == id);
    let read_by_its_own = |id: RelId| {
        let mut own = bodies.iter().filter(|(stratum, _)| *stratum == stratum_of[id.0 as usize]);
        own.any(|(_, goals)| goals.goals.iter().any(|goal| is_match(goal, id)))
    };
    let equivalences = program.relation_ids().filter(|id| program.relation(*id).law == Law::Equivalence);
    let implied = equivalences.filter(|id| !watched(*id) && !read_by_its_own(*id));
    implied.zip((program.relations.len() as u32..).map(RelId)).collect()
}

/// Whether the goals read pairs that are implied.
pub(super) fn reads(goals: &Goals, hidden: &Hidden) -> bool {
    goals.goals.iter().any(|goal| match &goal.kind {
        GoalKind::Match { relation, .. } | GoalKind::Absent { relation, .. } => hidden.contains_key(relation),
        GoalKind::Aggregate { aggregate, .. } => reads(&aggregate.body, hidden),
        _ => false,
    })
}

/// Lets the goals read classes instead of the pairs that they imply. Only the absence of a pair whose sides are both known stays as
/// it is.
pub(super) fn read_classes(goals: &mut Goals, hidden: &Hidden, program: &Program) {
    let mut written = std::mem::take(&mut goals.goals);
    for mut goal in written.drain(..) {
        match &mut goal.kind {
            GoalKind::Match { relation, args } if hidden.contains_key(relation) => {
                let class = class_variable(goals, program.relation(*relation).columns[0].primitive);
                let args = std::mem::take(args);
                let classes = hidden[relation];
                goals.goals.extend(args.into_iter().map(|arg| Goal {
                    literal: goal.literal,
                    kind: GoalKind::Match { relation: classes, args: vec![arg, Arg::Variable(class)] },
                    // No side is decided before the whole pair could be.
                    needs: goal.needs.clone(),
                }));
                continue;
            }
            GoalKind::Absent { relation, args } if hidden.contains_key(relation) => {
                if let Some(any) = args.iter().position(|arg| matches!(arg, Arg::Any)) {
                    // Who is a member at all is one of a pair.
                    (*relation, *args) = (hidden[relation], vec![args[1 - any].clone(), Arg::Any]);
                }
            }
            GoalKind::Aggregate { aggregate, .. } => read_classes(&mut aggregate.body, hidden, program),
            _ => {}
        }
        goals.goals.push(goal);
    }
}

fn class_variable(goals: &mut Goals, primitive: Primitive) -> u32 {
    goals.types.push(primitive);
    goals.generated.push(false);
    goals.matched.push(true);
    goals.counted.push(false);
    goals.types.len() as u32 - 1
}
