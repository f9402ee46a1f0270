//! Where records stand.

use diagnostics::{Lang, Text};
use proof::RecordPlace;

use crate::fill;

const RECORD: Text = Text { en: "record: {places}", zh: "记录：{places}" };
const RECORDS: Text = Text { en: "records: {places}", zh: "记录：{places}" };
const ROW: Text = Text { en: "{file}, row {rows}", zh: "{file} 第 {rows} 行" };
const ROWS: Text = Text { en: "{file}, rows {rows}", zh: "{file} 第 {rows} 行" };
const LIST: Text = Text { en: ", ", zh: "、" };
const FILES: Text = Text { en: "; ", zh: "；" };

/// `record: lease.csv, row 12`; rows of one file are listed together.
pub(crate) fn places(places: &[RecordPlace], lang: Lang) -> String {
    let list = |chunk: &[RecordPlace]| {
        let rows = chunk.iter().map(|place| place.row.to_string()).collect::<Vec<_>>().join(LIST.get(lang));
        let text = if chunk.len() == 1 { ROW } else { ROWS };
        fill(text, lang, &[("file", &chunk[0].file), ("rows", &rows)])
    };
    let files = places.chunk_by(|a, b| a.file == b.file).map(list).collect::<Vec<_>>();
    let text = if places.len() == 1 { RECORD } else { RECORDS };
    fill(text, lang, &[("places", &files.join(FILES.get(lang)))])
}
