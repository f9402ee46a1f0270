//! Whether relations hold a tuple, and how many tuples fit a pattern.

use std::cell::Cell;

use program::checked::{Program, RelId};
use values::Value;

use super::relations::{Asked, Relations};
use crate::interner::{Code, Interner};
use crate::solve::Source;

/// What relations say of tuples and patterns. Questions that nobody answers are remembered.
pub struct Whole<'a> {
    program: &'a Program,
    relations: &'a dyn Relations,
    unanswered: Cell<Option<RelId>>,
}

impl<'a> Whole<'a> {
    /// Over these relations.
    pub fn new(program: &'a Program, relations: &'a dyn Relations) -> Whole<'a> {
        Whole { program, relations, unanswered: Cell::new(None) }
    }

    /// The relation that the first question without an answer was about.
    pub fn unanswered(&self) -> Option<RelId> {
        self.unanswered.get()
    }

    /// All tuples with these values in the first columns.
    pub fn tuples(&self, relation: RelId, first: &[Value]) -> Vec<Vec<Value>> {
        let columns = (0..first.len()).collect();
        self.ask(Asked { relation, unknown: None, columns, key: first.to_vec() })
    }

    /// Whether the relation holds the tuple.
    pub fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        self.relations.holds(relation, tuple)
    }

    /// Whether another finding of the tuple's key has another value: then neither counts.
    pub fn is_disputed(&self, relation: RelId, tuple: &[Value]) -> bool {
        let Some(keys) = self.program.relation(relation).openness.finding else { return false };
        let Some(value) = tuple.get(keys) else { return false };
        self.tuples(relation, &tuple[..keys]).iter().any(|other| other[keys] != *value)
    }

    /// How many tuples that count have the values of the pattern; `None` stands for any value.
    pub fn count(&self, relation: RelId, pattern: &[Option<Value>]) -> usize {
        let columns = (0..pattern.len()).filter(|column| pattern[*column].is_some()).collect();
        let key = pattern.iter().flatten().cloned().collect();
        self.counting(relation, columns, key).len()
    }

    /// Whether some open tuple may be one that the pattern describes.
    pub fn may_fit(&self, relation: RelId, pattern: &[Option<Value>]) -> bool {
        let unknown = self.answered(relation, self.relations.unknown(relation));
        unknown.into_iter().any(|unknown| {
            let asked = (0..pattern.len()).filter(|column| pattern[*column].is_some() && !unknown.contains(column));
            let columns = asked.collect::<Vec<_>>();
            let key = columns.iter().filter_map(|column| pattern[*column].clone()).collect();
            !self.ask(Asked { relation, unknown: Some(unknown), columns, key }).is_empty()
        })
    }

    /// The tuples with these values that count.
    fn counting(&self, relation: RelId, columns: Vec<usize>, key: Vec<Value>) -> Vec<Vec<Value>> {
        let mut tuples = self.ask(Asked { relation, unknown: None, columns, key });
        tuples.retain(|tuple| !self.is_disputed(relation, tuple));
        tuples
    }

    fn ask(&self, asked: Asked) -> Vec<Vec<Value>> {
        self.answered(asked.relation, self.relations.fitting(&asked))
    }

    fn answered<T>(&self, relation: RelId, answer: Option<Vec<T>>) -> Vec<T> {
        if answer.is_none() {
            self.unanswered.set(self.unanswered.get().or(Some(relation)));
        }
        answer.unwrap_or_default()
    }
}

/// Of findings those of one key that differ are left out: they count for nothing.
impl Source for Whole<'_> {
    fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], interner: &mut Interner) -> Vec<Vec<Code>> {
        let key = key.iter().map(|code| interner.value(*code).clone()).collect();
        let tuples = self.counting(relation, columns.to_vec(), key);
        tuples.iter().map(|tuple| tuple.iter().map(|value| interner.code(value)).collect()).collect()
    }
}
