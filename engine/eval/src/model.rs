//! The result of an evaluation: every relation with the order in which its rows were concluded.

use program::checked::{Program, RelId};
use values::{Code, Dictionary, Value};

use crate::relation::Segment;
use crate::{Clause, Goals, Profile, Relation};

/// A model of a program: all facts, and enough to find the derivation of each.
#[derive(Debug)]
pub struct Model<'p> {
    /// The program evaluated.
    pub program: &'p Program,
    /// What the codes stand for.
    pub dictionary: Dictionary,
    /// By [`RelId`].
    pub relations: Vec<Relation>,
    /// The program's rules in normal form.
    pub clauses: Vec<Clause<'p>>,
    /// Goals of each clause.
    pub goals: Vec<Goals>,
    /// For each relation, the index of its stratum in [`Program::strata`].
    pub stratum_of: Vec<usize>,
    /// What each clause cost and gave.
    pub profile: Profile,
    /// For each relation, the facts of the program text that gave its rows of that origin, in row order.
    pub(crate) given: Vec<Vec<u32>>,
}

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A record: the row has the same number among the records loaded for the relation.
    Record,
    /// A fact of the program text (an index into [`Program::facts`]).
    Given(usize),
    /// A clause (an index into [`Model::clauses`]) in this round of the relation's stratum, from 1.
    Derived {
        /// The clause.
        clause: usize,
        /// The round.
        round: u32,
    },
}

impl Model<'_> {
    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &Relation {
        &self.relations[id.0 as usize]
    }

    /// Where a row comes from.
    pub fn origin(&self, relation: RelId, row: u32) -> Origin {
        let segment = self.relation(relation).segment(row);
        match segment.clause {
            Segment::RECORDS => Origin::Record,
            Segment::GIVEN => {
                let fact = self.given[relation.0 as usize][(row - segment.first) as usize];
                Origin::Given(fact as usize)
            }
            clause => Origin::Derived { clause: clause as usize, round: segment.round },
        }
    }

    /// The values of a row.
    pub fn values(&self, relation: RelId, row: u32) -> Vec<Value> {
        let columns = &self.program.relation(relation).columns;
        let codes = self.relation(relation).rows().row(row);
        codes.zip(columns).map(|(code, column)| self.dictionary.decode(column.primitive, code)).collect()
    }

    /// The codes of values of these columns; `None` where some value occurs nowhere.
    pub fn codes(&self, values: &[Value]) -> Option<Vec<Code>> {
        values.iter().map(|value| self.dictionary.find(value)).collect()
    }

    /// All rows in output order: ascending by value, column by column.
    pub fn sorted(&self, relation: RelId) -> Vec<u32> {
        let mut rows = (0..self.relation(relation).len()).collect::<Vec<_>>();
        rows.sort_unstable_by(|a, b| self.compare_rows(relation, *a, *b));
        rows
    }

    /// Compares two rows of one relation in output order.
    pub fn compare_rows(&self, relation: RelId, a: u32, b: u32) -> std::cmp::Ordering {
        self.relation(relation).compare_rows(a, b, &self.dictionary)
    }
}
