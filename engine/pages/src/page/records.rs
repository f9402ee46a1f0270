//! Records with those beside them in their source.

use std::collections::BTreeMap;

use diagnostics::Lang;
use eval::Origin;
use program::checked::RelId;
use serde_json::{Map, Value as Json, json};
use values::Value;

use super::things::{text, texts};
use crate::html::visible;
use crate::told::{Context, shown};

/// Rows that stand before and behind a record.
const AROUND: u32 = 2;

/// The records that a page shows: by relation and row, place and values.
#[derive(Default)]
pub(super) struct Shown(BTreeMap<(RelId, u32), Json>);

impl Shown {
    /// Takes the record in this row and its neighbours in; false where there is none.
    pub fn take(&mut self, context: &Context<'_>, relation: RelId, row: u32) -> bool {
        let table = context.model.relation(relation);
        let Some(own) = self.row(context, relation, row) else { return false };
        self.0.insert((relation, row), own);
        for near in row.saturating_sub(AROUND)..=row.saturating_add(AROUND) {
            if near < table.len() && !self.0.contains_key(&(relation, near)) {
                // Rows of another kind begin where records end.
                let record = self.row(context, relation, near);
                self.0.extend(record.map(|record| ((relation, near), record)));
            }
        }
        true
    }

    fn row(&self, context: &Context<'_>, relation: RelId, row: u32) -> Option<Json> {
        let Origin::Record(record) = context.model.origin(relation, row) else { return None };
        let places = context.locators.places(relation, record);
        let place = [Lang::En, Lang::Zh].map(|lang| prose::place_list(&places, lang));
        let values = context.model.values(relation, row);
        Some(json!([texts(place), values.iter().map(cell).collect::<Vec<_>>()]))
    }

    /// By number of the relation in the page.
    pub fn json(self, relations: &BTreeMap<RelId, usize>) -> Json {
        let mut all = Map::new();
        for ((relation, row), record) in self.0 {
            let rows = all.entry(relations[&relation].to_string()).or_insert_with(|| json!({}));
            rows[row.to_string()] = record;
        }
        Json::Object(all)
    }
}

/// A value; one that is cut with the number of its characters.
fn cell(value: &Value) -> Json {
    match shown(value) {
        (told, None) => text(&told),
        (told, Some(count)) => json!([visible(&told), count]),
    }
}
