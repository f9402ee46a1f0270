//! What a proof's absences and aggregates are held against.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use program::checked::RelId;
use values::Value;

use crate::outcomes::{OpenTuple, Tuples};

/// A question to a relation: which tuples have these values in these columns?
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The relation.
    pub relation: RelId,
    /// Of open tuples, the columns whose values are not known, ascending; `None`: tuples that hold are asked for.
    pub unknown: Option<Vec<usize>>,
    /// The columns, ascending.
    pub columns: Vec<usize>,
    /// Their values.
    pub key: Vec<Value>,
}

/// What is known of relations.
pub trait Relations {
    /// Whether the relation holds the tuple.
    fn holds(&self, relation: RelId, tuple: &[Value]) -> bool;

    /// All tuples that answer the question, of open ones the values that are known; `None` where nobody says which they are.
    fn fitting(&self, asked: &Asked) -> Option<Vec<Vec<Value>>>;

    /// The sets of columns that some open tuple of the relation lacks; `None` where nobody says which they are.
    fn unknown(&self, relation: RelId) -> Option<Vec<Vec<usize>>>;

    /// Tuples in which a composite may stand that cannot be read from its text.
    fn tuples(&self) -> Vec<&Vec<Value>>;
}

/// By the values of columns, the tuples that have them.
type Index<'a> = BTreeMap<Vec<&'a Value>, Vec<Vec<&'a Value>>>;

/// What an index is over: a relation, which of its tuples (see [`Asked::unknown`]), and the columns.
type Looked = (RelId, Option<Vec<usize>>, Vec<usize>);

/// Whole relations, indexed where they are asked.
pub struct WholeRelations<'a> {
    holding: &'a [Tuples],
    open: &'a [BTreeSet<OpenTuple>],
    indexes: RefCell<BTreeMap<Looked, Index<'a>>>,
}

impl<'a> WholeRelations<'a> {
    /// For each relation of the program all tuples that hold, and what is open: nothing for a program that says nothing of the law.
    pub fn new(holding: &'a [Tuples], open: &'a [BTreeSet<OpenTuple>]) -> Self {
        Self { holding, open, indexes: RefCell::default() }
    }

    fn index(&self, asked: &Asked) -> Index<'a> {
        let at = asked.relation.0 as usize;
        let mut index = Index::new();
        let mut add = |tuple: Vec<Option<&'a Value>>| {
            let key = asked.columns.iter().filter_map(|column| tuple[*column]).collect();
            index.entry(key).or_default().push(tuple.into_iter().flatten().collect());
        };
        match &asked.unknown {
            None => self.holding.get(at).into_iter().flatten().for_each(|tuple| add(tuple.iter().map(Some).collect())),
            Some(unknown) => {
                let open = self.open.get(at).into_iter().flatten();
                open.filter(|tuple| lacking(tuple) == *unknown)
                    .for_each(|tuple| add(tuple.values.iter().map(Option::as_ref).collect()));
            }
        }
        index
    }
}

impl Relations for WholeRelations<'_> {
    fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        self.holding.get(relation.0 as usize).is_some_and(|tuples| tuples.contains(tuple))
    }

    fn fitting(&self, asked: &Asked) -> Option<Vec<Vec<Value>>> {
        let mut indexes = self.indexes.borrow_mut();
        let of = (asked.relation, asked.unknown.clone(), asked.columns.clone());
        let index = indexes.entry(of).or_insert_with(|| self.index(asked));
        let owned = |tuple: &Vec<&Value>| tuple.iter().map(|value| (*value).clone()).collect();
        let key = asked.key.iter().collect::<Vec<_>>();
        Some(index.get(&key).into_iter().flatten().map(owned).collect())
    }

    fn unknown(&self, relation: RelId) -> Option<Vec<Vec<usize>>> {
        let open = self.open.get(relation.0 as usize).into_iter().flatten();
        Some(open.map(lacking).collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn tuples(&self) -> Vec<&Vec<Value>> {
        self.holding.iter().flatten().collect()
    }
}

fn lacking(tuple: &OpenTuple) -> Vec<usize> {
    (0..tuple.values.len()).filter(|column| tuple.values[*column].is_none()).collect()
}
