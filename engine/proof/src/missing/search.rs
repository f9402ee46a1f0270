//! What a tuple lacks that does not hold: the fewest premises that fail.
//!
//! It is asked of each candidate, so what a way needs to remember is used again for the next one.

use eval::{Arg, ByKey, Lookup, Model, Purpose, Search, Slot, holds};
use program::checked::{ElementId, RelId};
use values::{Code, Value};

use super::plan::{Action, Body, ClausePlan, Plans, Source, Step};
use super::{CHOICES_MAX, Lack};

/// Conclusions looked through one below the other.
const DEPTH_MAX: usize = 16;

/// Finds what candidates lack, one after the other.
pub(super) struct Finder<'m> {
    model: &'m Model<'m>,
    plans: &'m Plans<'m>,
    lookup: &'m Lookup<'m>,
    choices_left: u32,
    key: Vec<Code>,
    /// Memory for rows, bindings and lacks that nobody uses at the moment.
    rows: Vec<Vec<u32>>,
    slots: Vec<Vec<Slot>>,
    lacks: Vec<Lacks>,
}

/// What is lacking, each with the written literal it comes from.
type Lacks = Vec<(u32, Lack)>;

/// A fact that is being looked into, below others.
#[derive(Clone, Copy)]
struct Path<'p> {
    body: usize,
    known: &'p [Slot],
    depth: usize,
    above: Option<&'p Path<'p>>,
}

/// The way of one clause so far.
struct Way<'w> {
    plan: &'w ClausePlan<'w>,
    path: Option<&'w Path<'w>>,
    slots: Vec<Slot>,
    lacks: Lacks,
}

/// What is known of the least way, and how many lacks are too many to be of interest.
struct Least {
    found: bool,
    lacks: Lacks,
    limit: usize,
    /// True where a way was left since it lacked too much.
    left: bool,
}

impl Least {
    fn new(limit: usize, lacks: Lacks) -> Least {
        Least { found: false, lacks, limit, left: false }
    }

    fn is_beaten_by(&mut self, count: usize) -> bool {
        self.left |= count >= self.limit;
        count < self.limit
    }
}

impl<'m> Finder<'m> {
    pub(super) fn new(model: &'m Model<'m>, plans: &'m Plans<'m>, lookup: &'m Lookup<'m>) -> Finder<'m> {
        let (key, rows, slots, lacks) = Default::default();
        Finder { model, plans, lookup, choices_left: 0, key, rows, slots, lacks }
    }

    /// True where not all ways were tried for the candidate asked about last.
    pub(super) fn gave_up(&self) -> bool {
        self.choices_left == 0
    }

    /// Puts what a candidate lacks at least in the place of what is in `lacks`: `ways` are bodies with the places in its key whose values they
    /// know.
    pub(super) fn candidate(&mut self, ways: &[(usize, Vec<usize>)], key: &[Code], lacks: &mut Vec<Lack>) {
        self.choices_left = CHOICES_MAX;
        let mut least = Least::new(usize::MAX, self.no_lacks());
        let mut known = self.no_slots();
        for (body, places) in ways {
            known.clear();
            known.extend(places.iter().map(|place| Slot::Code(key[*place])));
            self.body(*body, &known, None, &mut least);
        }
        lacks.clear();
        lacks.extend(least.lacks.iter().map(|(_, lack)| *lack));
        self.slots.push(known);
        self.lacks.push(least.lacks);
    }

    fn no_lacks(&mut self) -> Lacks {
        let mut lacks = self.lacks.pop().unwrap_or_default();
        lacks.clear();
        lacks
    }

    fn no_slots(&mut self) -> Vec<Slot> {
        self.slots.pop().unwrap_or_default()
    }

    /// Tries the clauses of a body whose known columns hold these values.
    fn body(&mut self, number: usize, known: &[Slot], path: Option<&Path<'_>>, least: &mut Least) {
        let plans = self.plans;
        let Body { columns, clauses, .. } = &plans.bodies[number];
        for plan in clauses {
            let mut slots = self.no_slots();
            slots.clone_from(&plan.unbound);
            let head = &self.model.goals[plan.clause].head;
            let fits = columns.iter().zip(known).all(|(column, slot)| meets(&head[*column], slot, &mut slots));
            let mut way = Way { plan, path, slots, lacks: self.no_lacks() };
            if fits {
                self.steps(0, &mut way, least);
            }
            self.slots.push(way.slots);
            self.lacks.push(way.lacks);
        }
    }

    /// Takes the steps of a clause from this one on. Recursive over a clause's goals, whose number the program bounds.
    fn steps(&mut self, from: usize, way: &mut Way<'_>, least: &mut Least) {
        if !least.is_beaten_by(way.lacks.len()) || self.choices_left == 0 {
            return;
        }
        let plan = way.plan;
        let Some(step) = plan.steps.get(from) else {
            least.found = true;
            least.limit = way.lacks.len();
            least.lacks.clone_from(&way.lacks);
            return least.lacks.sort_by_key(|(unit, _)| *unit);
        };
        if step.needs.iter().any(|variable| way.slots[*variable as usize] == Slot::Free) {
            // What it is about is itself lacking.
            return self.steps(from + 1, way, least);
        }
        match &step.action {
            Action::Match { rows, key, takes, .. } => {
                let mut found = self.rows.pop().unwrap_or_default();
                self.find(rows, key, &way.slots, &mut found);
                match self.each(rows.relation(), &found, takes, from, way, least) {
                    true => {}
                    false => self.missing(from, step, way, least),
                }
                self.rows.push(found);
            }
            Action::Absent { rows, key } => {
                let holds = !self.take_key(key, &way.slots) || !rows.exists(&self.key);
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

    /// Goes on with each row in turn. False where none fits.
    fn each(
        &mut self,
        relation: RelId,
        rows: &[u32],
        takes: &[(usize, u32)],
        from: usize,
        way: &mut Way<'_>,
        least: &mut Least,
    ) -> bool {
        let mut fits = false;
        for row in rows {
            self.choices_left = self.choices_left.saturating_sub(1);
            if self.take(relation, *row, takes, &mut way.slots) {
                fits = true;
                self.steps(from + 1, way, least);
            }
            takes.iter().for_each(|(_, variable)| way.slots[*variable as usize] = Slot::Free);
            if !least.is_beaten_by(way.lacks.len()) {
                return true;
            }
        }
        fits
    }

    /// Goes on, with what the step says lacking or not.
    fn decided(&mut self, holds: bool, from: usize, step: &Step<'_>, way: &mut Way<'_>, least: &mut Least) {
        let before = way.lacks.len();
        if !holds && !way.lacks_of(step.unit) {
            way.lacks.push((step.unit, way.lack(step, None)));
        }
        self.steps(from + 1, way, least);
        way.lacks.truncate(before);
    }

    /// A goal that a search of its own takes: each of its solutions in turn.
    fn other(&mut self, from: usize, step: &Step<'_>, way: &mut Way<'_>, least: &mut Least) {
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
    fn missing(&mut self, from: usize, step: &Step<'_>, way: &mut Way<'_>, least: &mut Least) {
        let Action::Match { key, below, element, .. } = &step.action else { return };
        if way.lacks_of(step.unit) {
            return self.steps(from + 1, way, least);
        }
        let before = way.lacks.len();
        match below.and_then(|below| self.below(below, key, way, least.limit)) {
            Some(inner) => {
                match inner.found {
                    // All premises hold: something else keeps the fact away.
                    true if inner.lacks.is_empty() => way.lacks.push((step.unit, way.lack(step, *element))),
                    true => way.lacks.extend(inner.lacks.iter().map(|(_, lack)| (step.unit, lack.of(*element)))),
                    false if inner.left => {
                        least.left = true;
                        return self.lacks.push(inner.lacks);
                    }
                    // No clause fits, or each rests on what is being looked into.
                    false => way.lacks.push((step.unit, way.lack(step, *element))),
                }
                self.lacks.push(inner.lacks);
            }
            None => way.lacks.push((step.unit, way.lack(step, *element))),
        }
        self.steps(from + 1, way, least);
        way.lacks.truncate(before);
    }

    /// What a missing fact could be concluded from lacks at least; `None` where it lies too deep or is being looked into.
    fn below(&mut self, body: usize, key: &[Source], way: &Way<'_>, limit: usize) -> Option<Least> {
        let mut known = self.no_slots();
        known.clear();
        known.extend(key.iter().map(|source| match source {
            Source::Code(code) => Slot::Code(*code),
            Source::Variable(variable) => way.slots[*variable as usize].clone(),
        }));
        let depth = way.path.map_or(0, |path| path.depth);
        let inner = (depth < DEPTH_MAX && !Path::holds(way.path, body, &known)).then(|| {
            let mut inner = Least::new(limit.saturating_sub(way.lacks.len()), self.no_lacks());
            let here = Path { body, known: &known, depth: depth + 1, above: way.path };
            self.body(body, &known, Some(&here), &mut inner);
            inner
        });
        self.slots.push(known);
        inner
    }

    /// The rows of a match, in output order.
    fn find(&mut self, rows: &ByKey<'_>, key: &[Source], slots: &[Slot], found: &mut Vec<u32>) {
        found.clear();
        if self.take_key(key, slots) {
            rows.rows(&self.key, found);
        }
        if found.len() > 1 {
            found.sort_unstable_by(|a, b| self.lookup.compare_rows(rows.relation(), *a, *b));
        }
    }

    /// Notes the key. False where a value occurs nowhere.
    fn take_key(&mut self, key: &[Source], slots: &[Slot]) -> bool {
        self.key.clear();
        for source in key {
            match source {
                Source::Code(code) => self.key.push(*code),
                Source::Variable(variable) => match &slots[*variable as usize] {
                    Slot::Code(code) => self.key.push(*code),
                    _ => return false,
                },
            }
        }
        true
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

/// Whether an argument of the head can have a value; its variable has it then.
fn meets(arg: &Arg, value: &Slot, slots: &mut [Slot]) -> bool {
    match arg {
        Arg::Any => true,
        Arg::Constant(_, code) => *value == Slot::Code(*code),
        Arg::Variable(variable) => {
            let slot = &mut slots[*variable as usize];
            if *slot == Slot::Free {
                slot.clone_from(value);
            }
            *slot == *value
        }
    }
}

impl Path<'_> {
    /// Whether a fact is among those that are being looked into.
    fn holds(mut path: Option<&Path<'_>>, body: usize, known: &[Slot]) -> bool {
        while let Some(here) = path {
            if here.body == body && here.known == known {
                return true;
            }
            path = here.above;
        }
        false
    }
}

impl Way<'_> {
    fn lack(&self, step: &Step<'_>, element: Option<ElementId>) -> Lack {
        Lack::Premise { element, clause: self.plan.clause, literal: step.literal }
    }

    /// Whether a written literal lacks something already.
    fn lacks_of(&self, unit: u32) -> bool {
        self.lacks.iter().any(|(of, _)| *of == unit)
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
