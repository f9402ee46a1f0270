//! Random programs of the law: findings, expected values, completeness, exceptions, parameters with gaps, norms in force, versions of
//! the law, conflicts, over a fixed set of relations. A program is a list of codes which any numbers will do for, so that it shrinks
//! by proptest's own means.

mod rules;
mod text;

use std::fmt::{Debug, Formatter};

use program::checked::{Complete, Program};
use proptest::prelude::*;
use values::{Date, Value};

use crate::engine::Rows;

/// A random program with its records.
#[derive(Clone)]
pub struct Lawful {
    /// What its relations are declared to be.
    pub declared: Declared,
    /// Its rules.
    pub rules: Vec<Code>,
    /// Records: the relation's place in [`text::RELATIONS`], then what stands in its columns.
    pub records: Vec<(u8, [u8; 5])>,
    /// Declarations of completeness: which relation, the place, first and last day.
    pub complete: Vec<[u8; 4]>,
}

/// How relations with records are complete, and which values parameters lack.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// By relation; see [`text::completeness`].
    pub complete: [u8; 3],
    /// Which values the parameters have.
    pub gaps: u8,
}

/// What a rule is made of.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its head.
    pub head: [u8; 4],
    /// Its literals.
    pub literals: Vec<[u8; 8]>,
}

/// All random programs.
pub fn programs() -> impl Strategy<Value = Lawful> {
    let literals = prop::collection::vec(any::<[u8; 8]>(), 0..5);
    let rule = (any::<[u8; 4]>(), literals).prop_map(|(head, literals)| Code { head, literals });
    let declared = (any::<[u8; 3]>(), any::<u8>()).prop_map(|(complete, gaps)| Declared { complete, gaps });
    let records = prop::collection::vec((any::<u8>(), any::<[u8; 5]>()), 0..48);
    let complete = prop::collection::vec(any::<[u8; 4]>(), 0..12);
    (declared, prop::collection::vec(rule, 1..13), records, complete)
        .prop_map(|(declared, rules, records, complete)| Lawful { declared, rules, records, complete })
}

impl Lawful {
    /// The program's text.
    pub fn text(&self) -> String {
        text::program(self)
    }

    /// The records of `program`, which is the checked text.
    pub fn rows(&self, program: &Program) -> Rows {
        let mut rows: Rows = vec![vec![]; program.relations.len()];
        for (relation, codes) in &self.records {
            let (name, columns) = text::RELATIONS[*relation as usize % text::RELATIONS.len()];
            let row = columns.chars().zip(codes).map(|(kind, code)| text::value(kind, *code)).collect();
            rows[program.find(name).expect("it is declared").0 as usize].push(row);
        }
        for [relation, place, from, to] in &self.complete {
            let (name, _) = text::INPUTS[*relation as usize % text::INPUTS.len()];
            let relation = program.relation(program.find(name).expect("it is declared"));
            let Some(Complete::Declared { places, day, declared, .. }) = &relation.openness.complete else { continue };
            let mut row: Vec<Value> = places.iter().map(|_| text::value('n', *place)).collect();
            row.extend(day.iter().flat_map(|_| [text::value('d', *from), text::value('d', *to)]));
            row.extend([Value::symbol("court"), Value::Date(Date::new(2025, 1, 1).expect("a day"))]);
            rows[declared.0 as usize].push(row);
        }
        rows
    }
}

impl Debug for Lawful {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}// records: {:?}\n// complete: {:?}", self.text(), self.records, self.complete)
    }
}
