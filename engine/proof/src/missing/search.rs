//! What a tuple lacks that does not hold: the fewest premises that fail.

use eval::{Lookup, Model, Purpose, Search, Slot, holds};
use program::checked::{ElementId, RelId};
use values::{Code, Value};

use super::plan::{Action, Body, ClausePlan, Plans, Source, Step};
use super::{CHOICES_MAX, Lack};
use crate::explain::unify;

/// Conclusions looked through one below the other.
const DEPTH_MAX: usize = 16;

/// Finds what candidates lack, one after the other.
pub(super) struct Finder<'m> {
    model: &'m Model<'m>,
    plans: &'m Plans,
    lookup: &'m Lookup<'m>,
    /// The facts that are being looked into.
    path: Vec<(usize, Vec<Slot>)>,
    choices_left: u32,
}

/// The way of one clause so far.
struct Way<'w> {
    plan: &'w ClausePlan,
    slots: Vec<Slot>,
    lacks: Vec<Lack>,
    /// By `lacks`, the written literal it comes from.
    units: Vec<u32>,
}

/// What is known of the least way, and how many lacks are too many to be of interest.
struct Least {
    lacks: Option<Vec<Lack>>,
    limit: usize,
    /// True where a way was left since it lacked too much.
    left: bool,
}

impl Least {
    fn new(limit: usize) -> Least {
        Least { lacks: None, limit, left: false }
    }

    fn is_beaten_by(&mut self, count: usize) -> bool {
        self.left |= count >= self.limit;
        count < self.limit
    }
}

impl<'m> Finder<'m> {
    pub(super) fn new(model: &'m Model<'m>, plans: &'m Plans, lookup: &'m Lookup<'m>) -> Finder<'m> {
        Finder { model, plans, lookup, path: Vec::new(), choices_left: 0 }
    }

    /// True where not all ways were tried for the candidate asked about last.
    pub(super) fn gave_up(&self) -> bool {
        self.choices_left == 0
    }

    /// What a candidate lacks at least: `ways` are bodies with the places in its key whose values they know.
    pub(super) fn candidate(&mut self, ways: &[(usize, Vec<usize>)], key: &[Code]) -> Vec<Lack> {
        self.choices_left = CHOICES_MAX;
        let mut least = Least::new(usize::MAX);
        for (body, places) in ways {
            let known = places.iter().map(|place| Slot::Code(key[*place])).collect::<Vec<_>>();
            self.body(*body, &known, &mut least);
        }
        least.lacks.unwrap_or_default()
    }

    /// Tries the clauses of a body whose known columns hold these values.
    fn body(&mut self, number: usize, known: &[Slot], least: &mut Least) {
        let plans = self.plans;
        let Body { columns, clauses, relation, .. } = &plans.bodies[number];
        let arity = self.model.program.relation(*relation).columns.len();
        let mut args = vec![None; arity];
        columns.iter().zip(known).for_each(|(column, slot)| args[*column] = Some(slot.clone()));
        for plan in clauses {
            let goals = &self.model.goals[plan.clause];
            let unbound = goals.unbound(1, &self.model.dictionary);
            if let Some(slots) = unify(goals, args.iter().cloned(), unbound) {
                let mut way = Way { plan, slots, lacks: Vec::new(), units: Vec::new() };
                self.steps(0, &mut way, least);
            }
        }
    }

    /// Takes the steps of a clause from this one on. Recursive over a clause's goals, whose number the program bounds.
    fn steps(&mut self, from: usize, way: &mut Way<'_>, least: &mut Least) {
        if !least.is_beaten_by(way.lacks.len()) || self.choices_left == 0 {
            return;
        }
        let plan = way.plan;
        let Some(step) = plan.steps.get(from) else {
            let mut order = (0..way.lacks.len()).collect::<Vec<_>>();
            order.sort_by_key(|at| way.units[*at]);
            let lacks = order.into_iter().map(|at| way.lacks[at].clone()).collect::<Vec<_>>();
            least.limit = lacks.len();
            least.lacks = Some(lacks);
            return;
        };
        if step.needs.iter().any(|variable| way.slots[*variable as usize] == Slot::Free) {
            // What it is about is itself lacking.
            return self.steps(from + 1, way, least);
        }
        match &step.action {
            Action::Match { relation, columns, key, takes, .. } => {
                let rows = self.rows(*relation, columns, key, &way.slots);
                let mut fits = false;
                for row in rows {
                    self.choices_left = self.choices_left.saturating_sub(1);
                    if self.take(*relation, row, takes, &mut way.slots) {
                        fits = true;
                        self.steps(from + 1, way, least);
                    }
                    takes.iter().for_each(|(_, variable)| way.slots[*variable as usize] = Slot::Free);
                    if !least.is_beaten_by(way.lacks.len()) {
                        return;
                    }
                }
                if !fits {
                    self.missing(from, step, way, least);
                }
            }
            Action::Absent { relation, columns, key } => {
                let holds = match self.codes(key, &way.slots) {
                    Some(codes) => {
                        !self.lookup.exists(*relation, columns, &codes, self.model.relation(*relation).len())
                    }
                    None => true,
                };
                self.decided(holds, from, step, way, least);
            }
            Action::Condition => {
                let goals = &self.model.goals[plan.clause];
                let (slots, dictionary) = (&way.slots, &self.model.dictionary);
                let value_of = |variable: u32| {
                    let value = slots[variable as usize].value(goals.types[variable as usize], dictionary);
                    value.unwrap_or(Value::Number(0))
                };
                // A computation without result does not hold.
                let holds = holds(&goals.goals[step.goal].kind, &value_of, dictionary).unwrap_or(false);
                self.decided(holds, from, step, way, least);
            }
            Action::Other => self.other(from, step, way, least),
        }
    }

    /// Goes on, with what the step says lacking or not.
    fn decided(&mut self, holds: bool, from: usize, step: &Step, way: &mut Way<'_>, least: &mut Least) {
        let added = if holds { 0 } else { way.add(step, vec![way.lack(step, None)]) };
        self.steps(from + 1, way, least);
        way.leave(added);
    }

    /// A goal that a search of its own takes: each of its solutions in turn.
    fn other(&mut self, from: usize, step: &Step, way: &mut Way<'_>, least: &mut Least) {
        let goals = &self.model.goals[way.plan.clause];
        let (model, lookup) = (self.model, self.lookup);
        let ends = |relation: RelId| model.relation(relation).len();
        let before = way.slots.clone();
        let mut search = Search::new(goals, Purpose::Prefix, lookup, &ends, before.clone());
        for other in (0..goals.goals.len()).filter(|other| *other != step.goal) {
            search = search.without(other);
        }
        let mut fits = false;
        while self.choices_left > 0 && search.advance() {
            fits = true;
            self.choices_left -= 1;
            way.slots = search.solution().slots;
            self.steps(from + 1, way, least);
            way.slots.clone_from(&before);
            if !least.is_beaten_by(way.lacks.len()) {
                return;
            }
        }
        if !fits {
            self.decided(false, from, step, way, least);
        }
    }

    /// No row fits: the fact is lacking, or what it could be concluded from.
    fn missing(&mut self, from: usize, step: &Step, way: &mut Way<'_>, least: &mut Least) {
        let Action::Match { key, below, element, .. } = &step.action else { return };
        if way.units.contains(&step.unit) {
            return self.steps(from + 1, way, least);
        }
        let mut lacks = vec![way.lack(step, *element)];
        if let Some(below) = below {
            let known = key.iter().map(|source| match source {
                Source::Code(code) => Slot::Code(*code),
                Source::Variable(variable) => way.slots[*variable as usize].clone(),
            });
            let here = (*below, known.collect::<Vec<_>>());
            if self.path.len() < DEPTH_MAX && !self.path.contains(&here) {
                let limit = least.limit.saturating_sub(way.lacks.len());
                let mut inner = Least::new(limit);
                self.path.push(here.clone());
                self.body(*below, &here.1, &mut inner);
                self.path.pop();
                match inner.lacks {
                    // All premises hold: something else keeps the fact away.
                    Some(found) if found.is_empty() => {}
                    Some(found) => lacks = found.into_iter().map(|lack| lack.of(*element)).collect(),
                    None if inner.left => {
                        least.left = true;
                        return;
                    }
                    // No clause fits, or each rests on what is being looked into.
                    None => {}
                }
            }
        }
        let added = way.add(step, lacks);
        self.steps(from + 1, way, least);
        way.leave(added);
    }

    /// The rows of a match, in output order.
    fn rows(&self, relation: RelId, columns: &[usize], key: &[Source], slots: &[Slot]) -> Vec<u32> {
        let Some(codes) = self.codes(key, slots) else { return Vec::new() };
        let mut rows = self.lookup.rows(relation, columns, &codes, 0..self.model.relation(relation).len());
        if rows.len() > 1 {
            rows.sort_unstable_by(|a, b| self.lookup.compare_rows(relation, *a, *b));
        }
        rows
    }

    /// `None` where a value occurs nowhere.
    fn codes(&self, key: &[Source], slots: &[Slot]) -> Option<Vec<Code>> {
        let code = |source: &Source| match source {
            Source::Code(code) => Some(*code),
            Source::Variable(variable) => match &slots[*variable as usize] {
                Slot::Code(code) => Some(*code),
                _ => None,
            },
        };
        key.iter().map(code).collect()
    }

    fn take(&self, relation: RelId, row: u32, takes: &[(usize, u32)], slots: &mut [Slot]) -> bool {
        takes.iter().all(|(column, variable)| {
            let code = Slot::Code(self.lookup.code(relation, row, *column));
            let slot = &mut slots[*variable as usize];
            if *slot == Slot::Free {
                *slot = code;
                return true;
            }
            *slot == code
        })
    }
}

impl Way<'_> {
    fn lack(&self, step: &Step, element: Option<ElementId>) -> Lack {
        Lack::Premise { element, clause: self.plan.clause, literal: step.literal }
    }

    /// Adds what a step lacks, unless its literal lacks something already; how many were added.
    fn add(&mut self, step: &Step, lacks: Vec<Lack>) -> usize {
        if self.units.contains(&step.unit) {
            return 0;
        }
        let added = lacks.len();
        self.units.extend(std::iter::repeat_n(step.unit, added));
        self.lacks.extend(lacks);
        added
    }

    fn leave(&mut self, added: usize) {
        self.units.truncate(self.units.len() - added);
        self.lacks.truncate(self.lacks.len() - added);
    }
}

impl Lack {
    /// As part of an element, unless it is one of an element below.
    fn of(self, outer: Option<ElementId>) -> Lack {
        match self {
            Lack::Premise { element, clause, literal } => Lack::Premise { element: outer.or(element), clause, literal },
            open => open,
        }
    }
}
