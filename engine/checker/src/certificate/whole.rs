//! Whole relations: whether they hold a tuple, and how many tuples fit a pattern.

use std::collections::BTreeMap;

use program::checked::{Program, RelId};
use values::Value;

use crate::outcomes::Tuples;

/// By the values of some columns, how many tuples have them.
type Counts<'a> = BTreeMap<Vec<&'a Value>, usize>;

/// All relations, and what was counted in them.
pub struct Whole<'a> {
    program: &'a Program,
    relations: &'a [Tuples],
    /// By relation and columns, how many tuples have these values there.
    counts: BTreeMap<(RelId, Vec<usize>), Counts<'a>>,
}

impl<'a> Whole<'a> {
    /// Those of a program.
    pub fn new(program: &'a Program, relations: &'a [Tuples]) -> Whole<'a> {
        Whole { program, relations, counts: BTreeMap::new() }
    }

    /// All tuples of a relation.
    pub fn tuples(&self, relation: RelId) -> impl Iterator<Item = &'a Vec<Value>> + use<'a> {
        self.relations.get(relation.0 as usize).into_iter().flatten()
    }

    /// Whether the relation holds the tuple.
    pub fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        self.relations.get(relation.0 as usize).is_some_and(|tuples| tuples.contains(tuple))
    }

    /// Whether another finding of the tuple's key has another value: then neither counts.
    pub fn is_disputed(&self, relation: RelId, tuple: &[Value]) -> bool {
        let Some(keys) = self.program.relation(relation).openness.finding else { return false };
        let (Some(tuples), Some(value)) = (self.relations.get(relation.0 as usize), tuple.get(keys)) else {
            return false;
        };
        let same_key = tuples.range(tuple[..keys].to_vec()..).take_while(|other| other[..keys] == tuple[..keys]);
        let mut values = same_key.map(|other| &other[keys]);
        values.any(|other| other != value)
    }

    /// How many tuples that count have the values of the pattern; `None` stands for any value.
    pub fn count(&mut self, relation: RelId, pattern: &[Option<Value>]) -> usize {
        let columns = (0..pattern.len()).filter(|column| pattern[*column].is_some()).collect::<Vec<_>>();
        let key = pattern.iter().flatten().collect::<Vec<_>>();
        if columns.len() == pattern.len() {
            let tuple = key.into_iter().cloned().collect::<Vec<_>>();
            return usize::from(self.holds(relation, &tuple) && !self.is_disputed(relation, &tuple));
        }
        if !self.counts.contains_key(&(relation, columns.clone())) {
            let mut counts = BTreeMap::new();
            for tuple in self.tuples(relation).filter(|tuple| !self.is_disputed(relation, tuple)) {
                *counts.entry(columns.iter().map(|column| &tuple[*column]).collect()).or_default() += 1;
            }
            self.counts.insert((relation, columns.clone()), counts);
        }
        let counts: &Counts<'_> = &self.counts[&(relation, columns)];
        counts.get(&key).copied().unwrap_or(0)
    }
}
