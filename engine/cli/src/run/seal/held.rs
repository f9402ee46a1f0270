//! What the step checker asks of a run, answered from its model and its records.

use std::collections::BTreeMap;

use checker::certificate::{self, Asked, Relations};
use eval::{Lookup, Model};
use program::checked::{Program, Purpose, RelId};
use proof::Locators;
use serde_json::Value as Json;
use values::{Code, Value};

use crate::reading::Places;

/// A model with its records.
pub struct Held<'m> {
    model: &'m Model<'m>,
    lookup: Lookup<'m>,
    places: &'m Places<'m>,
    /// By relation as written, and columns that open tuples lack, the relation of the model that holds them.
    open: BTreeMap<RelId, BTreeMap<Vec<usize>, RelId>>,
}

impl<'m> Held<'m> {
    /// Of what was made of the program `written`.
    pub fn new(written: &Program, model: &'m Model<'m>, places: &'m Places<'m>) -> Held<'m> {
        let mut open = BTreeMap::<_, BTreeMap<_, _>>::new();
        for id in model.program.relation_ids().skip(written.relations.len()) {
            let Purpose::Open { of, unknown } = &model.program.relation(id).purpose else { continue };
            if model.facts_in_order(id).next().is_some() {
                open.entry(*of).or_default().insert(unknown.clone(), id);
            }
        }
        Held { model, lookup: Lookup::new(&model.relations, &model.dictionary), places, open }
    }

    fn rows(&self, relation: RelId, columns: &[usize], key: &[Code]) -> Vec<Vec<Value>> {
        let rows = self.lookup.facts(relation, columns, key, usize::MAX).into_iter();
        rows.map(|row| self.model.decode(relation, &self.lookup.tuple(relation, row))).collect()
    }
}

impl certificate::Records for Held<'_> {
    fn stands(&self, relation: RelId, place: &certificate::Place<'_>, tuple: &[Value]) -> bool {
        let row = self.model.codes(tuple).and_then(|codes| self.model.relation(relation).find(&codes));
        let Some(row) = row else { return false };
        self.places.places(relation, row).iter().any(|at| {
            let told = prose::source_json(at);
            let text = |field: &str| told.get(field).and_then(Json::as_str);
            (text("file"), told["row"].as_i64()) == (Some(place.file), Some(place.row))
                && (text("unit"), text("table")) == (place.unit, place.table)
        })
    }
}

impl Relations for Held<'_> {
    fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        let columns = (0..tuple.len()).collect::<Vec<_>>();
        self.model.codes(tuple).is_some_and(|codes| self.lookup.exists(relation, &columns, &codes, u32::MAX))
    }

    fn fitting(&self, asked: &Asked) -> Option<Vec<Vec<Value>>> {
        let Asked { relation, unknown, columns, key } = asked;
        let Some(key) = self.model.codes(key) else { return Some(vec![]) };
        let Some(unknown) = unknown else { return Some(self.rows(*relation, columns, &key)) };
        let Some(open) = self.open.get(relation).and_then(|open| open.get(unknown)) else { return Some(vec![]) };
        // The columns of `p?` are those that are known, then the kind.
        let place = |column: &usize| column - unknown.iter().filter(|lacking| *lacking < column).count();
        let mut rows = self.rows(*open, &columns.iter().map(place).collect::<Vec<_>>(), &key);
        rows.iter_mut().for_each(|row| _ = row.pop());
        Some(rows)
    }

    fn unknown(&self, relation: RelId) -> Option<Vec<Vec<usize>>> {
        Some(self.open.get(&relation).into_iter().flat_map(BTreeMap::keys).cloned().collect())
    }

    fn tuples(&self) -> Vec<&Vec<Value>> {
        Vec::new()
    }
}
