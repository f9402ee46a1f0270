//! What is open: tuples that may hold, some of whose values are not known.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::RelId;
use values::Value;

use crate::outcomes::OpenTuple;

/// By the columns asked for, for each set of columns among them whose values are known, these values.
type Known<'a> = BTreeMap<Vec<usize>, BTreeSet<Vec<&'a Value>>>;

/// The open tuples of all relations.
pub struct Open<'a> {
    relations: &'a [BTreeSet<OpenTuple>],
    asked: BTreeMap<(RelId, Vec<usize>), Known<'a>>,
}

impl<'a> Open<'a> {
    /// Those of a program's relations.
    pub fn new(relations: &'a [BTreeSet<OpenTuple>]) -> Open<'a> {
        Open { relations, asked: BTreeMap::new() }
    }

    /// Whether some open tuple may be one that the pattern describes.
    pub fn may_fit(&mut self, relation: RelId, pattern: &[Option<Value>]) -> bool {
        let Some(open) = self.relations.get(relation.0 as usize) else { return false };
        let columns = (0..pattern.len()).filter(|column| pattern[*column].is_some()).collect::<Vec<_>>();
        let asked = self.asked.entry((relation, columns)).or_insert_with_key(|(_, columns)| {
            let mut known = Known::new();
            for tuple in open {
                let told = columns.iter().filter(|column| tuple.values[**column].is_some());
                let values = columns.iter().filter_map(|column| tuple.values[*column].as_ref()).collect();
                known.entry(told.copied().collect()).or_default().insert(values);
            }
            known
        });
        let asked: &BTreeMap<Vec<usize>, BTreeSet<Vec<&Value>>> = asked;
        asked.iter().any(|(told, values)| {
            values.contains(&told.iter().filter_map(|column| pattern[*column].as_ref()).collect::<Vec<_>>())
        })
    }
}
