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

/// The records that a page shows, and the files that they stand in.
#[derive(Default)]
pub(super) struct Shown {
    /// By relation and row, place and values.
    rows: BTreeMap<(RelId, u32), Json>,
    /// By file, its SHA-256 digest.
    digests: BTreeMap<String, String>,
}

impl Shown {
    /// Takes the record in this row and its neighbours in, and says in which files of known digest it stands; `None` where there is none.
    pub fn take(&mut self, context: &Context<'_>, relation: RelId, row: u32) -> Option<Vec<String>> {
        let table = context.model.relation(relation);
        let own = self.row(context, relation, row)?;
        self.rows.insert((relation, row), own);
        for near in row.saturating_sub(AROUND)..=row.saturating_add(AROUND) {
            if near < table.len() && !self.rows.contains_key(&(relation, near)) {
                // Rows of another kind begin where records end.
                let record = self.row(context, relation, near);
                self.rows.extend(record.map(|record| ((relation, near), record)));
            }
        }
        Some(self.files(context, relation, row))
    }

    fn files(&mut self, context: &Context<'_>, relation: RelId, row: u32) -> Vec<String> {
        let Origin::Record(record) = context.model.origin(relation, row) else { return Vec::new() };
        let mut files =
            context.locators.places(relation, record).into_iter().map(|place| place.file).collect::<Vec<_>>();
        files.dedup();
        files.retain(|file| {
            let digest = context.locators.digest(file);
            let is_known = digest.is_some();
            self.digests.extend(digest.map(|digest| (visible(file), digest)));
            is_known
        });
        files.iter().map(|file| visible(file)).collect()
    }

    fn row(&self, context: &Context<'_>, relation: RelId, row: u32) -> Option<Json> {
        let Origin::Record(record) = context.model.origin(relation, row) else { return None };
        let places = context.locators.places(relation, record);
        let place = [Lang::En, Lang::Zh].map(|lang| prose::place_list(&places, lang));
        let values = context.model.values(relation, row);
        Some(json!([texts(place), values.iter().map(cell).collect::<Vec<_>>()]))
    }

    /// The rows by number of the relation in the page, and the digests.
    pub fn json(self, relations: &BTreeMap<RelId, usize>) -> [Json; 2] {
        let mut all = Map::new();
        for ((relation, row), record) in self.rows {
            let rows = all.entry(relations[&relation].to_string()).or_insert_with(|| json!({}));
            rows[row.to_string()] = record;
        }
        [Json::Object(all), json!(self.digests)]
    }
}

/// A value; one that is cut with the number of its characters.
fn cell(value: &Value) -> Json {
    match shown(value) {
        (told, None) => text(&told),
        (told, Some(count)) => json!([visible(&told), count]),
    }
}
