//! What was done with the cells of a record before they were read.

use diagnostics::{Lang, Text};
use program::checked::{ColumnSource, Conversion, Input, Program, RelId};
use proof::RecordPlace;
use serde_json::{Map, Value as Json, json};

use crate::{fill, safe};

/// The directives that may have read a record of the relation from this file: all of the relation's where the file's own name stands in none, since
/// it fits a pattern then.
fn readers<'p>(program: &'p Program, relation: RelId, file: &str) -> Vec<&'p Input> {
    let all = || program.inputs.iter().filter(|input| input.relation == relation);
    let named = all().filter(|input| input.source.name() == file).collect::<Vec<_>>();
    if named.is_empty() { all().filter(|input| input.source.name().contains(['*', '?'])).collect() } else { named }
}

/// `(price from 成交价（万元） as ten_thousand_yuan)`; nothing where cells were read as they stand. Of files that several directives read in different ways
/// nothing is said.
pub(crate) fn conversions(places: &[RecordPlace], relation: RelId, program: &Program, lang: Lang) -> String {
    const ONE: Text = Text { en: "{column} from {field} as {steps}", zh: "{column} 取自 {field}，按 {steps}" };
    const ALL: Text = Text { en: " ({list})", zh: "（{list}）" };
    const LIST: Text = Text { en: "; ", zh: "；" };
    let mut told: Vec<String> = Vec::new();
    for place in places {
        let [input] = readers(program, relation, &place.file)[..] else { continue };
        for (column, field, steps) in converted(input, program) {
            let values = [("column", safe(&column)), ("field", safe(&field)), ("steps", steps)];
            let one = fill(ONE, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            if !told.contains(&one) {
                told.push(one);
            }
        }
    }
    if told.is_empty() { String::new() } else { fill(ALL, lang, &[("list", &told.join(LIST.get(lang)))]) }
}

/// The columns whose cells are converted, with their fields and the conversions.
fn converted(input: &Input, program: &Program) -> Vec<(String, String, String)> {
    let columns = &program.relation(input.relation).columns;
    let one = |(column, steps): (&usize, &Vec<Conversion>)| {
        let field = match source(input, *column) {
            Some(ColumnSource::Header(name)) => name.clone(),
            Some(ColumnSource::Constant(text)) => format!("'{text}'"),
            Some(ColumnSource::Index(index)) => index.to_string(),
            None => columns[*column].name.clone(),
        };
        (columns[*column].name.clone(), field, names(steps).join(" "))
    };
    input.conversions.iter().map(one).collect()
}

/// What the directive says that gives a column.
fn source(input: &Input, column: usize) -> Option<&ColumnSource> {
    let before = usize::from(input.row.is_some_and(|row| row < column));
    input.columns.as_ref()?.get(column - before)
}

fn names(steps: &[Conversion]) -> Vec<String> {
    steps.iter().map(Conversion::to_string).collect()
}

/// Which field gives which column of the relation, where a directive says so, with the conversions.
pub(crate) fn mapping_json(relation: RelId, file: &str, program: &Program) -> Vec<Json> {
    let [input] = readers(program, relation, file)[..] else { return Vec::new() };
    let columns = program.relation(relation).columns.iter().enumerate();
    let one = |(number, column): (usize, &program::checked::Column)| {
        let mut object = Map::from_iter([("column".to_string(), json!(column.name))]);
        match source(input, number).filter(|_| input.row != Some(number)) {
            Some(ColumnSource::Header(name)) => object.insert("field".to_string(), json!(name)),
            Some(ColumnSource::Index(index)) => object.insert("index".to_string(), json!(index)),
            Some(ColumnSource::Constant(text)) => object.insert("constant".to_string(), json!(text)),
            None => return None,
        };
        let steps = input.conversions.get(&number).map(|steps| names(steps)).unwrap_or_default();
        object.insert("conversions".to_string(), json!(steps));
        Some(Json::Object(object))
    };
    columns.filter_map(one).collect()
}
