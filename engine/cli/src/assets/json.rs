//! The catalogue as data: the schema `syllogist/sources/1`.

use diagnostics::{Lang, Span};
use program::checked::{Column, Complete, Input, InputFormat, RecordSource};
use serde_json::{Map, Value as Json, json};
use sources::{Reject, SourceReport};

use super::described::{Field, encoding_name, fields, filter};
use super::{Asset, Catalogue, Known};

/// One object of the schema `syllogist/sources/1` (`docs/sources-1.schema.json`).
pub fn json(catalogue: &Catalogue<'_>, lang: Lang) -> Json {
    let sources = catalogue.assets.iter().map(|asset| source(catalogue, asset, lang)).collect::<Vec<_>>();
    json!({"schema": "syllogist/sources/1", "loaded": catalogue.loaded.is_some(), "sources": sources})
}

fn source(catalogue: &Catalogue<'_>, asset: &Asset<'_>, lang: Lang) -> Json {
    let (input, program) = (asset.input, &catalogue.opened.program);
    let kind = match &input.source {
        RecordSource::File(_) => "file",
        RecordSource::Stdin => "stdin",
        RecordSource::Connection(_) => "database",
    };
    let mut object = json!({
        "relation": program.relation(input.relation).name, "kind": kind, "name": input.source.name(),
        "at": at(catalogue, input.span), "format": format(input), "columns": columns(catalogue, input),
        "complete": asset.complete.as_ref().map(|known| complete(catalogue, input, known)),
        "resting": resting(catalogue, asset),
    });
    if catalogue.loaded.is_some() {
        object["read"] = asset.reports.iter().map(|report| account(report)).collect();
        object["rejects"] = asset.rejects.iter().map(|it| reject(catalogue, it, lang)).collect();
    }
    object
}

fn at(catalogue: &Catalogue<'_>, span: Span) -> Json {
    let (file, line) = catalogue.place(span);
    json!({"file": file, "line": line})
}

fn format(input: &Input) -> Json {
    match &input.format {
        InputFormat::Text { format, encoding } => json!({
            "kind": "text", "delimiter": format.delimiter, "rfc4180": format.rfc4180, "headers": format.headers,
            "encoding": encoding_name(*encoding).to_lowercase(),
        }),
        InputFormat::Json { records } => json!({"kind": "json", "records": records}),
        InputFormat::JsonLines => json!({"kind": "jsonlines"}),
        InputFormat::Sqlite { table } => json!({"kind": "sqlite", "table": [table]}),
        InputFormat::Workbook(sheet) => {
            json!({"kind": "excel", "sheet": sheet.name, "header": [sheet.header.0, sheet.header.1]})
        }
        InputFormat::Parquet => json!({"kind": "parquet"}),
        InputFormat::Database(table) => json!({"kind": "database", "table": table.name, "where": filter(table)}),
    }
}

fn columns(catalogue: &Catalogue<'_>, input: &Input) -> Vec<Json> {
    let program = &catalogue.opened.program;
    let columns = program.relation(input.relation).columns.iter().enumerate();
    let column = |((number, column), field): ((usize, &Column), Field<'_>)| {
        let mut object = Map::new();
        let mut put = |key: &str, value: Json| object.insert(key.to_string(), value);
        put("column", json!(column.name));
        put("type", json!(column.type_name));
        match field {
            Field::Number => put("number", json!(true)),
            Field::Index(index) => put("index", json!(index)),
            Field::Name(name) => put("field", json!(name)),
            Field::Either(index, name) => {
                put("index", json!(index));
                put("field", json!(name))
            }
            Field::Constant(text) => put("constant", json!(text)),
        };
        let steps = input.conversions.get(&number).map(Vec::as_slice).unwrap_or_default();
        put("conversions", steps.iter().map(ToString::to_string).collect::<Vec<_>>().into());
        put("blank_skips", json!(input.skip_blank.contains(&number)));
        Json::Object(object)
    };
    columns.zip(fields(input, program)).map(column).collect()
}

fn complete(catalogue: &Catalogue<'_>, input: &Input, known: &Known<'_>) -> Json {
    let columns = &catalogue.opened.program.relation(input.relation).columns;
    match known.complete {
        Complete::Everywhere { span } => json!({"everywhere": true, "at": at(catalogue, *span)}),
        Complete::Declared { places, day, span, .. } => {
            let names = places.iter().map(|place| &columns[*place].name).collect::<Vec<_>>();
            let tuple = |values: &Vec<values::Value>| values.iter().map(ToString::to_string).collect::<Vec<_>>();
            let mut object = json!({
                "everywhere": false, "at": at(catalogue, *span), "places": names,
                "day": day.map(|day| &columns[day].name),
            });
            if catalogue.loaded.is_some() {
                object["declared"] = known.declared.iter().map(tuple).collect();
            }
            object
        }
    }
}

fn resting(catalogue: &Catalogue<'_>, asset: &Asset<'_>) -> Json {
    let written = &catalogue.opened.written;
    let rule = |number: &usize| {
        let rule = &written.rules[*number];
        let (file, line) = catalogue.place(rule.span);
        json!({"name": rule.label, "file": file, "line": line})
    };
    let models = asset.resting.models.iter().map(|model| &written.model(*model).name);
    let clues = asset.resting.clues.iter().map(|clue| &written.relation(*clue).name);
    json!({
        "rules": asset.resting.rules.iter().map(rule).collect::<Vec<_>>(),
        "models": models.collect::<Vec<_>>(), "clues": clues.collect::<Vec<_>>(),
    })
}

fn account(report: &SourceReport) -> Json {
    json!({
        "name": report.name, "missing": report.missing, "sha256": report.digest.map(|digest| digest.to_string()),
        "read": report.read, "facts": report.facts, "repeats": report.repeats, "blank": report.blank,
        "rejected": report.rejected,
    })
}

fn reject(catalogue: &Catalogue<'_>, reject: &Reject, lang: Lang) -> Json {
    let sources = catalogue.loaded.map_or(&[][..], |(records, _)| &records.sources);
    let source = &sources[reject.locator.source as usize];
    json!({
        "name": source.name, "row": source.place(reject.locator.row).number(), "column": reject.column,
        "code": reject.diagnostic.code(), "reason": reject.diagnostic.message(lang), "text": reject.text,
    })
}
