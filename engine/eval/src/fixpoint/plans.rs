//! Plans that are kept from round to round.

use std::cell::RefCell;

use program::checked::RelId;

use super::statistics::Statistics;
use crate::composition::{Chain, Hop};
use crate::goal::{Goal, GoalKind, Goals, variables};
use crate::pipeline::{Scratch, Visible};
use crate::plan::{Access, Estimates, Join, Plan, Rows, Setting, StepKind};
use crate::{OrderProfile, Relation};

/// Plans that have been made so far.
#[derive(Default)]
pub(super) struct Plans {
    /// By clause.
    kept: Vec<Vec<Kept>>,
    statistics: RefCell<Statistics>,
    /// One for all firings, which come one after the other.
    scratch: Option<Box<Scratch>>,
}

/// A plan with the delta position and the sizes that it was made for.
struct Kept {
    delta: Option<usize>,
    way: Way,
    sizes: Vec<u32>,
}

/// How a clause is fired.
pub(super) struct Way {
    pub(super) plan: Plan,
    /// As a chain, where that is cheaper.
    pub(super) chain: Option<Chain>,
    /// The literals in the order of either; no rounds.
    pub(super) plan_order: OrderProfile,
    pub(super) chain_order: OrderProfile,
}

/// What a clause is planned for.
pub(super) struct Occasion<'o> {
    pub(super) clause: usize,
    pub(super) delta: Option<usize>,
    pub(super) goals: &'o Goals,
    /// The matches in the order that the rule's author asks for.
    pub(super) wanted_order: Option<Vec<usize>>,
    pub(super) growing: &'o dyn Fn(RelId) -> bool,
    pub(super) relations: &'o [Relation],
    pub(super) visible: &'o [Visible],
}

impl Plans {
    /// How to fire on this occasion: as is kept, or anew where sizes have moved by an order of magnitude since; and memory
    /// to do it with.
    pub(super) fn way(&mut self, occasion: &Occasion<'_>) -> (&Way, &mut Option<Box<Scratch>>) {
        if self.kept.len() <= occasion.clause {
            self.kept.resize_with(occasion.clause + 1, Vec::new);
        }
        let kept = &mut self.kept[occasion.clause];
        let at = kept.iter().position(|kept| kept.delta == occasion.delta).unwrap_or(kept.len());
        let fits = |kept: &Kept| kept.sizes.iter().zip(occasion.sizes()).all(|(a, b)| is_near(*a, b));
        if !kept.get(at).is_some_and(fits) {
            let (way, sizes) = (occasion.way(&self.statistics), occasion.sizes().collect());
            let new = Kept { delta: occasion.delta, way, sizes };
            match kept.get_mut(at) {
                Some(kept) => *kept = new,
                None => kept.push(new),
            }
        }
        (&kept[at].way, &mut self.scratch)
    }
}

/// Within a factor of about eight, and among small numbers always.
fn is_near(a: u32, b: u32) -> bool {
    let magnitude = |n: u32| (n | 63).ilog2();
    magnitude(a).abs_diff(magnitude(b)) < 3
}

impl Occasion<'_> {
    /// How many rows each match reads.
    fn sizes(&self) -> impl Iterator<Item = u32> {
        let range = move |(number, goal): (usize, &Goal)| match goal.kind {
            GoalKind::Match { relation, .. } => {
                let rows = if Some(number) == self.delta { Rows::Delta } else { Rows::All };
                Some(self.visible[relation.0 as usize].range(rows).len() as u32)
            }
            _ => None,
        };
        self.goals.goals.iter().enumerate().filter_map(range)
    }

    fn way(&self, statistics: &RefCell<Statistics>) -> Way {
        let wanted = variables(&self.goals.head).collect::<Vec<_>>();
        let estimates = Known { occasion: self, statistics };
        let setting = Setting {
            delta: self.delta,
            wanted_order: self.wanted_order.as_deref(),
            growing: self.growing,
            estimates: &estimates,
        };
        let mut plan = Plan::new(self.goals, self.goals.round.as_slice(), &wanted, &setting);
        for step in plan.steps.iter_mut().skip(1) {
            if let StepKind::Join(Join { probe, .. }) = &mut step.kind
                && probe.access == Access::Scan
                && self.relations[probe.relation.0 as usize].may_erase()
            {
                // An index, even over no columns, loses what has been erased; a scan would look at it again and again.
                probe.access = Access::Index;
            }
        }
        let chain = Chain::of(self.goals, &|goal, relation| setting.rows(goal, relation), &estimates);
        let cheaper = chain.filter(|(chain, cost)| {
            // Sets of codes know no rows that may be erased.
            let stays = |hop: &Hop| !self.relations[hop.relation.0 as usize].may_erase();
            self.wanted_order.is_none() && *cost < plan.cost && chain.links.iter().all(stays)
        });
        let chain = cheaper.map(|(chain, _)| chain);
        let of = |order: &[usize]| order_of(order, self.goals, self.delta);
        let chain_order = of(chain.as_ref().map_or(&[], |chain| &chain.order));
        Way { plan_order: of(&plan.order), chain_order, plan, chain }
    }
}

struct Known<'k> {
    occasion: &'k Occasion<'k>,
    statistics: &'k RefCell<Statistics>,
}

impl Estimates for Known<'_> {
    fn rows(&self, relation: RelId, rows: Rows) -> u32 {
        self.occasion.visible[relation.0 as usize].range(rows).len() as u32
    }

    fn distinct(&self, relation: RelId, column: usize) -> u32 {
        let rows = self.occasion.relations[relation.0 as usize].rows();
        self.statistics.borrow_mut().distinct(relation, column, &rows.columns[column])
    }
}

/// An order of goals as literals of the clause.
fn order_of(order: &[usize], goals: &Goals, delta: Option<usize>) -> OrderProfile {
    let literal = |goal: usize| Some(goals.goals[goal].literal).filter(|literal| *literal != usize::MAX);
    let mut literals = order.iter().filter_map(|goal| literal(*goal)).collect::<Vec<_>>();
    literals.dedup();
    OrderProfile { delta: delta.and_then(literal), literals, rounds: 0 }
}
