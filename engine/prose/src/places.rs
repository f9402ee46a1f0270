//! Where records stand.

use diagnostics::{Lang, Text};
use proof::{RecordPlace, RecordUnit};

use crate::fill;

const RECORD: Text = Text { en: "record: {places}", zh: "记录：{places}" };
const RECORDS: Text = Text { en: "records: {places}", zh: "记录：{places}" };
const LIST: Text = Text { en: ", ", zh: "、" };
const FILES: Text = Text { en: "; ", zh: "；" };

/// `record: lease.csv, row 12`; rows of one file or table are listed together.
pub(crate) fn places(places: &[RecordPlace], lang: Lang) -> String {
    let text = if places.len() == 1 { RECORD } else { RECORDS };
    fill(text, lang, &[("places", &place_list(places, lang))])
}

/// `lease.csv, rows 12, 17; old.csv, row 3`
pub fn place_list(places: &[RecordPlace], lang: Lang) -> String {
    let list = |chunk: &[RecordPlace]| {
        let rows = chunk.iter().map(row).collect::<Vec<_>>().join(LIST.get(lang));
        let RecordPlace { file, unit, .. } = &chunk[0];
        let table = match unit {
            RecordUnit::Row | RecordUnit::Element => "",
            RecordUnit::Rowid(table) | RecordUnit::TableRow(table) | RecordUnit::Key { table, .. } => table,
            RecordUnit::ElementOf(list) => list,
            RecordUnit::SheetRow(sheet) => sheet,
        };
        fill(form(unit, chunk.len() == 1), lang, &[("file", file), ("table", table), ("rows", &rows)])
    };
    let files = places.chunk_by(|a, b| a.file == b.file && is_alike(&a.unit, &b.unit)).map(list).collect::<Vec<_>>();
    files.join(FILES.get(lang))
}

fn row(place: &RecordPlace) -> String {
    match &place.unit {
        RecordUnit::Key { key, .. } => key.clone(),
        _ => place.number.to_string(),
    }
}

/// Whether records are told apart by their rows alone.
fn is_alike(a: &RecordUnit, b: &RecordUnit) -> bool {
    match (a, b) {
        (RecordUnit::Key { table, .. }, RecordUnit::Key { table: other, .. }) => table == other,
        _ => a == b,
    }
}

fn form(unit: &RecordUnit, single: bool) -> Text {
    match (unit, single) {
        (RecordUnit::Row, true) => Text { en: "{file}, row {rows}", zh: "{file} 第 {rows} 行" },
        (RecordUnit::Row, false) => Text { en: "{file}, rows {rows}", zh: "{file} 第 {rows} 行" },
        (RecordUnit::Element, true) => Text { en: "{file}, element {rows}", zh: "{file} 第 {rows} 个元素" },
        (RecordUnit::Element, false) => Text { en: "{file}, elements {rows}", zh: "{file} 第 {rows} 个元素" },
        (RecordUnit::Rowid(_), true) => {
            Text { en: "{file}, table {table}, rowid {rows}", zh: "{file} 表 {table} 中 rowid 为 {rows} 的行" }
        }
        (RecordUnit::Rowid(_), false) => {
            Text { en: "{file}, table {table}, rowids {rows}", zh: "{file} 表 {table} 中 rowid 为 {rows} 的行" }
        }
        (RecordUnit::ElementOf(_), true) => {
            Text { en: "{file}, element {rows} of {table}", zh: "{file} 中 {table} 的第 {rows} 个元素" }
        }
        (RecordUnit::ElementOf(_), false) => {
            Text { en: "{file}, elements {rows} of {table}", zh: "{file} 中 {table} 的第 {rows} 个元素" }
        }
        (RecordUnit::SheetRow(_), true) => {
            Text { en: "{file}, sheet {table}, row {rows}", zh: "{file} 工作表 {table} 第 {rows} 行" }
        }
        (RecordUnit::SheetRow(_), false) => {
            Text { en: "{file}, sheet {table}, rows {rows}", zh: "{file} 工作表 {table} 第 {rows} 行" }
        }
        (RecordUnit::Key { .. }, true) => {
            Text { en: "{file}, table {table}, key {rows}", zh: "{file} 表 {table} 中主键为 {rows} 的行" }
        }
        (RecordUnit::Key { .. }, false) => {
            Text { en: "{file}, table {table}, keys {rows}", zh: "{file} 表 {table} 中主键为 {rows} 的行" }
        }
        (RecordUnit::TableRow(_), true) => {
            Text { en: "{file}, table {table}, row {rows}", zh: "{file} 表 {table} 第 {rows} 行" }
        }
        (RecordUnit::TableRow(_), false) => {
            Text { en: "{file}, table {table}, rows {rows}", zh: "{file} 表 {table} 第 {rows} 行" }
        }
    }
}
