//! All ways to fulfil a clause's goals, one after the other, by backtracking.
//!
//! The exact counterpart of the pipeline: slower, but it knows the binding of every variable and what failed where. It
//! finds canonical derivations, the first failing premise, and bindings under which a computation fails.

mod aggregates;
mod composites;
mod enter;
mod order;
mod restrict;

use std::ops::Range;

use program::checked::RelId;
use values::{Code, Dictionary, Primitive, Value};

use crate::goal::Goals;
use crate::{Fault, Lookup};

pub use aggregates::{Contribution, contributions};
pub use order::Purpose;

/// The value of a variable during a search.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Not bound yet.
    Free,
    /// A value that the model's dictionary knows.
    Code(Code),
    /// A computed value that occurs nowhere in the model.
    Value(Value),
    /// The result of a failed computation.
    Undefined,
}

impl Slot {
    /// Bound to a value.
    pub fn bound(value: Value, dictionary: &Dictionary) -> Slot {
        match dictionary.find(&value) {
            Some(code) => Slot::Code(code),
            None => Slot::Value(value),
        }
    }

    /// The value, if it is bound to one of this type.
    pub fn value(&self, primitive: Primitive, dictionary: &Dictionary) -> Option<Value> {
        match self {
            Slot::Code(code) => Some(dictionary.decode(primitive, *code)),
            Slot::Value(value) => Some(value.clone()),
            Slot::Free | Slot::Undefined => None,
        }
    }
}

/// The slots of all variables of a clause.
pub type Bindings = Vec<Slot>;

impl Goals {
    /// Slots of which none is bound but the one for the number of the rounds before `round`, which counts from 1.
    pub fn unbound(&self, round: u32, dictionary: &Dictionary) -> Bindings {
        let mut slots = vec![Slot::Free; self.types.len()];
        if let Some(variable) = self.round {
            slots[variable as usize] = Slot::bound(Value::Unsigned(u64::from(round.saturating_sub(1))), dictionary);
        }
        slots
    }
}

/// One way to fulfil a clause's goals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Solution {
    /// The variables' values.
    pub slots: Bindings,
    /// By goal: the row that it matched; `None` for goals that match nothing or were passed over.
    pub rows: Vec<Option<u32>>,
}

/// Which rows of each relation may be used: those below the number given.
pub type Ends<'s> = &'s dyn Fn(RelId) -> u32;

/// A search in progress.
pub struct Search<'s> {
    goals: &'s Goals,
    purpose: Purpose,
    /// By goal: whether it has been taken.
    taken: Vec<bool>,
    lookup: &'s Lookup<'s>,
    ends: Ends<'s>,
    /// The match that must take this row or a later one.
    recent: Option<(usize, u32)>,
    slots: Bindings,
    /// For each goal of a match: the row chosen.
    rows: Vec<Option<u32>>,
    trail: Vec<u32>,
    faults: Vec<Fault>,
    frames: Vec<Frame<'s>>,
    started: bool,
    deepest: Option<Failure>,
    watched: Option<(usize, Failing<'s>)>,
    steps_left: u64,
}

/// Is told the bindings under which a goal cannot be fulfilled, and the row that each match has taken.
pub type Failing<'s> = &'s mut dyn FnMut(&[Slot], &[Option<u32>]);

/// A goal that has been taken.
struct Frame<'s> {
    goal: usize,
    /// Length of the trail before it.
    trail: usize,
    /// Number of faults before it.
    faults: usize,
    choices: Choices<'s>,
    next: usize,
}

/// The goal that could not be fulfilled after `depth` others.
struct Failure {
    depth: usize,
    goal: usize,
    slots: Bindings,
}

/// What a goal can choose from.
enum Choices<'s> {
    /// Nothing to choose.
    One,
    /// Rows of a relation.
    Rows(Vec<u32>),
    /// Rows of a relation, one after the other.
    Implied(Box<dyn Iterator<Item = u32> + 's>),
    /// Values of a range.
    Values(Box<dyn Iterator<Item = Value>>),
    /// Values of these variables: the witnesses of an aggregate.
    Tuples(Vec<Vec<(u32, Slot)>>),
}

impl<'s> Search<'s> {
    /// Searches `goals` starting from `slots` (one per variable), over rows below `ends`.
    pub fn new(goals: &'s Goals, purpose: Purpose, lookup: &'s Lookup<'s>, ends: Ends<'s>, slots: Bindings) -> Self {
        Self {
            goals,
            purpose,
            taken: vec![false; goals.goals.len()],
            lookup,
            ends,
            recent: None,
            slots,
            rows: vec![None; goals.goals.len()],
            trail: Vec::new(),
            faults: Vec::new(),
            frames: Vec::new(),
            started: false,
            deepest: None,
            watched: None,
            steps_left: u64::MAX,
        }
    }

    /// Gives up after this many choices.
    pub fn with_limit(mut self, steps: u64) -> Self {
        self.steps_left = steps;
        self
    }

    /// Takes `goal` as fulfilled, whatever the relation holds; the bindings that it would give have to be there.
    pub fn without(mut self, goal: usize) -> Self {
        self.taken[goal] = true;
        self
    }

    /// Tells `failing` each time that `goal` cannot be fulfilled.
    pub fn watching(mut self, goal: usize, failing: Failing<'s>) -> Self {
        self.watched = Some((goal, failing));
        self
    }

    /// Lets the match `goal` take no row before `first`.
    pub fn with_recent(mut self, goal: usize, first: u32) -> Self {
        self.recent = Some((goal, first));
        self
    }

    /// The rows that a match of `relation` may take.
    fn range(&self, goal: usize, relation: RelId) -> Range<u32> {
        let first = self.recent.filter(|(recent, _)| *recent == goal).map_or(0, |(_, first)| first);
        first..(self.ends)(relation)
    }

    /// True where the search gave up.
    pub fn gave_up(&self) -> bool {
        self.steps_left == 0
    }

    /// What is left of the choices that [`with_limit`](Self::with_limit) allows.
    pub fn choices_left(&self) -> u64 {
        self.steps_left
    }

    /// The solution just found.
    pub fn solution(&self) -> Solution {
        Solution { slots: self.slots.clone(), rows: self.rows.clone() }
    }

    /// The value of a variable in the solution just found, if it has one.
    pub fn value(&self, variable: u32) -> Option<Value> {
        self.slots[variable as usize].value(self.goals.types[variable as usize], self.lookup.dictionary())
    }

    /// The failures met on the way to the solution just found; none when searching for derivations.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The goal that could not be fulfilled after the longest fulfilled prefix (in the search's order), with the
    /// bindings there. `None` where nothing failed.
    pub fn deepest_failure(&self) -> Option<(usize, &[Slot])> {
        self.deepest.as_ref().map(|failure| (failure.goal, &failure.slots[..]))
    }

    /// Moves to the next solution.
    pub fn advance(&mut self) -> bool {
        if std::mem::replace(&mut self.started, true) && !self.retry() {
            return false;
        }
        while let Some(goal) = order::next(self) {
            if !self.enter(goal) && !self.retry() {
                return false;
            }
        }
        true
    }

    /// Takes a goal. False where it has no choice that fits.
    fn enter(&mut self, goal: usize) -> bool {
        self.taken[goal] = true;
        let (trail, faults) = (self.trail.len(), self.faults.len());
        self.frames.push(Frame { goal, trail, faults, choices: Choices::One, next: 0 });
        let depth = self.frames.len() - 1;
        let fits = match enter::choices(self, goal) {
            Some(Choices::One) => true,
            Some(choices) => {
                self.frames[depth].choices = choices;
                self.choose()
            }
            None => false,
        };
        if let Some((_, failing)) = self.watched.as_mut().filter(|(watched, _)| !fits && *watched == goal) {
            failing(&self.slots, &self.rows);
        }
        if !fits && self.deepest.as_ref().is_none_or(|failure| depth > failure.depth) {
            self.deepest = Some(Failure { depth, goal, slots: self.slots.clone() });
        }
        fits
    }

    /// Takes the next choice of the goal taken last. False where there is none left.
    fn choose(&mut self) -> bool {
        let depth = self.frames.len() - 1;
        let goal = self.frames[depth].goal;
        loop {
            self.undo(depth);
            let frame = &mut self.frames[depth];
            let number = frame.next;
            frame.next += 1;
            self.steps_left = self.steps_left.saturating_sub(1);
            let fits = match &mut frame.choices {
                Choices::One => return false,
                _ if self.steps_left == 0 => return false,
                Choices::Rows(rows) => match rows.get(number).copied() {
                    Some(row) => enter::bind_row(self, goal, row),
                    None => return false,
                },
                Choices::Implied(rows) => match rows.next() {
                    Some(row) => enter::bind_row(self, goal, row),
                    None => return false,
                },
                Choices::Values(values) => match values.next() {
                    Some(value) => enter::bind_generated(self, goal, value),
                    None => return false,
                },
                Choices::Tuples(tuples) => match tuples.get(number) {
                    Some(tuple) => {
                        let tuple = tuple.clone();
                        tuple.into_iter().all(|(variable, slot)| enter::meet(self, variable, slot))
                    }
                    None => return false,
                },
            };
            if fits {
                return true;
            }
        }
    }

    /// Goes back to the last goal with another choice and takes it.
    fn retry(&mut self) -> bool {
        while !self.frames.is_empty() {
            if self.choose() {
                return true;
            }
            let depth = self.frames.len() - 1;
            self.undo(depth);
            let goal = self.frames[depth].goal;
            self.rows[goal] = None;
            self.taken[goal] = false;
            self.frames.pop();
        }
        false
    }

    fn undo(&mut self, depth: usize) {
        let Frame { trail, faults, .. } = self.frames[depth];
        for variable in self.trail.drain(trail..) {
            self.slots[variable as usize] = Slot::Free;
        }
        self.faults.truncate(faults);
    }

    /// Notes a computation without result. A temporary has no other source of a value; a variable of the rule may have
    /// one. False where that ends the search of this branch.
    fn fail(&mut self, fault: Fault, variable: Option<u32>) -> bool {
        if !self.passes_over() {
            return false;
        }
        self.faults.push(fault);
        if let Some(variable) = variable.filter(|variable| *variable >= self.goals.named) {
            self.bind(variable, Slot::Undefined);
        }
        true
    }

    /// True where what cannot be decided is passed over.
    fn passes_over(&self) -> bool {
        self.purpose == Purpose::Faults
    }

    /// True where an equality is the variable's only source of a value.
    fn assigned(&self, variable: u32) -> bool {
        !self.goals.matched[variable as usize] && !self.goals.generated[variable as usize]
    }

    fn bind(&mut self, variable: u32, slot: Slot) {
        self.slots[variable as usize] = slot;
        self.trail.push(variable);
    }
}
