//! Where records stand.

use diagnostics::Lang;
use proof::RecordPlace;

use super::say;
use crate::fill;

/// `record: lease.csv, row 12`; rows of one file are listed together.
pub(super) fn places(places: &[RecordPlace], lang: Lang) -> String {
    let list = |chunk: &[RecordPlace]| {
        let rows = chunk.iter().map(|place| place.row.to_string()).collect::<Vec<_>>().join(say::LIST.get(lang));
        let text = if chunk.len() == 1 { say::ROW } else { say::ROWS };
        fill(text, lang, &[("file", &chunk[0].file), ("rows", &rows)])
    };
    let files = places.chunk_by(|a, b| a.file == b.file).map(list).collect::<Vec<_>>();
    let text = if places.len() == 1 { say::RECORD } else { say::RECORDS };
    fill(text, lang, &[("places", &files.join(say::FILES.get(lang)))])
}
