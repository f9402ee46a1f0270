//! Whether relations hold a tuple, and how many tuples fit a pattern.

use program::checked::{Program, RelId};
use values::Value;

use super::relations::{Asked, Relations};

/// What relations say of tuples and patterns. Questions that nobody answers are remembered.
pub struct Whole<'a> {
    program: &'a Program,
    relations: &'a dyn Relations,
    /// A question that had no answer.
    pub unanswered: Option<RelId>,
}

impl<'a> Whole<'a> {
    /// Over these relations.
    pub fn new(program: &'a Program, relations: &'a dyn Relations) -> Whole<'a> {
        Whole { program, relations, unanswered: None }
    }

    /// All tuples with these values in the first columns.
    pub fn tuples(&mut self, relation: RelId, first: &[Value]) -> Vec<Vec<Value>> {
        let columns = (0..first.len()).collect();
        self.ask(Asked { relation, unknown: None, columns, key: first.to_vec() })
    }

    /// Whether the relation holds the tuple.
    pub fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        self.relations.holds(relation, tuple)
    }

    /// Whether another finding of the tuple's key has another value: then neither counts.
    pub fn is_disputed(&mut self, relation: RelId, tuple: &[Value]) -> bool {
        let Some(keys) = self.program.relation(relation).openness.finding else { return false };
        let Some(value) = tuple.get(keys) else { return false };
        self.tuples(relation, &tuple[..keys]).iter().any(|other| other[keys] != *value)
    }

    /// How many tuples that count have the values of the pattern; `None` stands for any value.
    pub fn count(&mut self, relation: RelId, pattern: &[Option<Value>]) -> usize {
        let columns = (0..pattern.len()).filter(|column| pattern[*column].is_some()).collect();
        let key = pattern.iter().flatten().cloned().collect();
        let fitting = self.ask(Asked { relation, unknown: None, columns, key });
        fitting.iter().filter(|tuple| !self.is_disputed(relation, tuple)).count()
    }

    /// Whether some open tuple may be one that the pattern describes.
    pub fn may_fit(&mut self, relation: RelId, pattern: &[Option<Value>]) -> bool {
        self.relations.unknown(relation).into_iter().any(|unknown| {
            let asked = (0..pattern.len()).filter(|column| pattern[*column].is_some() && !unknown.contains(column));
            let columns = asked.collect::<Vec<_>>();
            let key = columns.iter().filter_map(|column| pattern[*column].clone()).collect();
            !self.ask(Asked { relation, unknown: Some(unknown), columns, key }).is_empty()
        })
    }

    fn ask(&mut self, asked: Asked) -> Vec<Vec<Value>> {
        let answer = self.relations.fitting(&asked);
        if answer.is_none() {
            self.unanswered.get_or_insert(asked.relation);
        }
        answer.unwrap_or_default()
    }
}
