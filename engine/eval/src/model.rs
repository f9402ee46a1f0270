//! The result of an evaluation: every relation with the order in which its rows were concluded.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Program, RelId};
use values::{Code, Dictionary, Value};

use crate::relation::Segment;
use crate::{Clause, Goals, Lookup, Profile, Relation};

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
    /// What erases tuples.
    pub dominations: Vec<Domination>,
    /// Relations whose `.limitsize` ended the rounds of their stratum before nothing was new.
    pub cut: Vec<RelId>,
    /// Goals that differ from [`Model::goals`] where a clause is fired, by clause: they read classes for pairs that are implied.
    pub(crate) fired: BTreeMap<usize, Goals>,
    /// For each relation, the facts of the program text that gave its rows of that origin, in row order.
    pub(crate) given: Vec<Vec<u32>>,
    /// The next number of the program's counter.
    pub(crate) next_number: i64,
}

/// A subsumption for one of its disjuncts.
#[derive(Debug)]
pub struct Domination {
    /// Index in [`Program::subsumptions`].
    pub rule: usize,
    /// The relation.
    pub relation: RelId,
    /// Its body. The head is the dominated tuple followed by the dominating one.
    pub goals: Goals,
}

impl Domination {
    /// The literal that stands for the dominated tuple.
    pub const DOMINATED: usize = 0;
    /// The literal that stands for the dominating tuple.
    pub const DOMINATING: usize = 1;

    /// The goals of a subsumption in normal form. What its two atoms leave open becomes a variable, so that both tuples are known.
    pub(crate) fn new(clause: &Clause<'_>, program: &Program, dictionary: &mut Dictionary) -> Domination {
        let mut goals = Goals::of(clause, &program.subsumptions[clause.rule], program, dictionary);
        let relation = clause.head_relation();
        let types = program.relation(relation).columns.iter().map(|column| column.primitive).collect::<Vec<_>>();
        let atoms = [Self::DOMINATED, Self::DOMINATING].map(|literal| goals.close(literal, &types));
        goals.head = atoms.concat();
        Domination { rule: clause.rule, relation, goals }
    }
}

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A record: its number among the records loaded for the relation.
    Record(u32),
    /// A fact of the program text (an index into [`Program::facts`]).
    Given(usize),
    /// A clause (an index into [`Model::clauses`]) in this round of the relation's stratum, from 1.
    Derived {
        /// The clause.
        clause: usize,
        /// The round.
        round: u32,
    },
    /// Other pairs of an equivalence imply it, the last of them since this round.
    Implied {
        /// The round.
        round: u32,
    },
    /// It repeats a tuple that was new in this round in the relation that is watched.
    Repeated {
        /// The round.
        round: u32,
    },
}

impl Model<'_> {
    /// What a reader of the model should know: which relations may lack facts.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let warning = |id: &RelId| {
            let relation = self.program.relation(*id);
            Diagnostic::new(&catalogue::ROUNDS_CUT, relation.span)
                .arg("relation", &relation.name)
                .arg("limit", relation.limit.unwrap_or_default())
        };
        self.cut.iter().map(warning).collect()
    }

    /// The goals with which a clause is fired.
    pub(crate) fn fired(&self, clause: usize) -> &Goals {
        self.fired.get(&clause).unwrap_or(&self.goals[clause])
    }

    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &Relation {
        &self.relations[id.0 as usize]
    }

    /// Where a row comes from.
    pub fn origin(&self, relation: RelId, row: u32) -> Origin {
        let segment = self.relation(relation).segment(row);
        match segment.clause {
            Segment::RECORDS => Origin::Record(self.relation(relation).record(row)),
            Segment::GIVEN => {
                let fact = self.given[relation.0 as usize][(row - segment.first) as usize];
                Origin::Given(fact as usize)
            }
            Segment::CLOSURE => Origin::Implied { round: segment.round },
            Segment::DELTA => Origin::Repeated { round: segment.round },
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

    /// All rows that hold in output order: ascending by value, column by column.
    pub fn sorted(&self, relation: RelId) -> Vec<u32> {
        let table = self.relation(relation);
        let mut rows = (0..table.len()).filter(|row| table.holds(*row)).collect::<Vec<_>>();
        rows.sort_unstable_by(|a, b| self.compare_rows(relation, *a, *b));
        rows
    }

    /// All facts in output order, as tuples.
    pub fn facts_in_order(&self, relation: RelId) -> Box<dyn Iterator<Item = Vec<Code>> + '_> {
        let table = self.relation(relation);
        match table.implied() {
            None => Box::new(self.sorted(relation).into_iter().map(|row| table.rows().row(row).collect())),
            Some(implied) => {
                let pairs = self.relation(implied.classes).pairs_in_order(&self.dictionary);
                Box::new(pairs.map(|pair| pair.to_vec()))
            }
        }
    }

    /// The values of a tuple of a relation.
    pub fn decode(&self, relation: RelId, tuple: &[Code]) -> Vec<Value> {
        let columns = &self.program.relation(relation).columns;
        tuple.iter().zip(columns).map(|(code, column)| self.dictionary.decode(column.primitive, *code)).collect()
    }

    /// Whether a tuple is a fact.
    pub fn is_fact(&self, relation: RelId, tuple: &[Code]) -> bool {
        let table = self.relation(relation);
        match table.implied() {
            None => table.find(tuple).is_some_and(|row| table.holds(row)),
            Some(_) => Lookup::new(&self.relations, &self.dictionary).exists(relation, &[0, 1], tuple, u32::MAX),
        }
    }

    /// Compares two rows of one relation in output order.
    pub fn compare_rows(&self, relation: RelId, a: u32, b: u32) -> std::cmp::Ordering {
        self.relation(relation).compare_rows(a, b, &self.dictionary)
    }
}
