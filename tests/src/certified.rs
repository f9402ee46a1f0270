//! Derivations held against the step checker.

use std::collections::BTreeSet;

use checker::OpenTuple;
use checker::certificate::{Checked, Evidence, Place, Records, Rejected, WholeRelations, verify};
use diagnostics::Files;
use eval::Model;
use program::checked::{Program, Purpose, RelId};
use proof::{Derivation, Limits, Locators, Question, RecordPlace, RecordUnit};
use serde_json::Value as Json;
use values::Value;

use crate::engine::Rows;

/// The rows of a run, and all that holds in it.
pub struct Certifier<'a> {
    written: &'a Program,
    files: &'a Files,
    /// By relation, its records without repeats: the place of one is the relation's name and its number, from 1.
    rows: Vec<Vec<Vec<Value>>>,
    relations: Vec<BTreeSet<Vec<Value>>>,
    open: Vec<BTreeSet<OpenTuple>>,
}

impl<'a> Certifier<'a> {
    /// For the model of what was made of the program `written`.
    pub fn new(model: &Model<'_>, written: &'a Program, files: &'a Files, rows: &Rows) -> Certifier<'a> {
        let distinct = |rows: &Vec<Vec<Value>>| {
            let mut seen = BTreeSet::new();
            rows.iter().filter(|row| seen.insert(*row)).cloned().collect()
        };
        let tuples = |id| model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect();
        let relations = written.relation_ids().map(tuples).collect();
        let open = written.relation_ids().map(|id| open(model, id)).collect();
        Certifier { written, files, rows: rows.iter().map(distinct).collect(), relations, open }
    }

    /// Explains every fact of every relation that somebody declared, and has the proofs checked. Gives the number of steps.
    ///
    /// # Errors
    /// The first proof that is rejected, with the node.
    pub fn every_proof(&self, model: &Model<'_>, limits: &Limits) -> Result<usize, String> {
        let mut steps = 0;
        for relation in self.written.relation_ids() {
            let args = vec![None; self.written.relation(relation).columns.len()];
            let derivation = proof::explain(model, self, &Question { relation, args }, limits);
            steps += self.checked(model, &derivation)?.steps;
        }
        Ok(steps)
    }

    /// What the step checker says of a derivation that may not be rejected.
    ///
    /// # Errors
    /// The rejection, with the node it is about.
    pub fn checked(&self, model: &Model<'_>, derivation: &Derivation) -> Result<Checked, String> {
        let json = prose::json(derivation, model, self.files);
        self.verify(&json).map_err(|rejected| {
            let node = rejected.node.map(|node| json["nodes"][node].to_string()).unwrap_or_default();
            format!("{rejected}\n{node}")
        })
    }

    /// What the step checker says of a proof.
    ///
    /// # Errors
    /// The rejection.
    pub fn verify(&self, json: &Json) -> Result<Checked, Rejected> {
        verify(
            json,
            self.written,
            self.files,
            Evidence { records: self, relations: &WholeRelations::new(&self.relations, &self.open) },
        )
    }
}

/// The open tuples of a relation, from its `p?`.
pub fn open(model: &Model<'_>, of: RelId) -> BTreeSet<OpenTuple> {
    let mut open = BTreeSet::new();
    for id in model.program.relation_ids() {
        let Purpose::Open { of: relation, unknown } = &model.program.relation(id).purpose else { continue };
        if *relation != of {
            continue;
        }
        for tuple in model.facts_in_order(id).map(|fact| model.decode(id, &fact)) {
            let mut values = tuple.into_iter();
            let columns = 0..model.program.relation(of).columns.len();
            let known = columns.map(|column| if unknown.contains(&column) { None } else { values.next() }).collect();
            let kind = if values.next() == Some(Value::Number(1)) { 1 } else { 2 };
            open.insert(OpenTuple { values: known, kind });
        }
    }
    open
}

impl Locators for Certifier<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let name = self.written.relations.get(relation.0 as usize).map_or("", |relation| &relation.name);
        vec![RecordPlace { file: name.to_owned(), unit: RecordUnit::Row, number: i64::from(row) + 1 }]
    }
}

impl Records for Certifier<'_> {
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool {
        let row = usize::try_from(place.row - 1).ok().and_then(|row| self.rows.get(relation.0 as usize)?.get(row));
        let is_row = (place.unit, place.table) == (None, None) && place.file == self.written.relation(relation).name;
        is_row && row.is_some_and(|row| row == tuple)
    }
}
