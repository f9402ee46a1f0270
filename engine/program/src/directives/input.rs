//! `.input`

use diagnostics::{Diagnostic, catalogue};
use values::Primitive;

use super::Target;
use super::names::{database, filename, name};
use super::parameters::{Parameter, Parameters, bad_value, refuse_io};
use crate::checked::{ColumnSource, Input, InputFormat, RecordSource};
use crate::declarations::Declarations;
use crate::report::Report;

/// What an `.input` of one relation asks for; `None` where that was reported.
pub(super) fn read(
    target: &Target<'_>,
    parameters: &Parameters,
    declarations: &Declarations,
    report: &mut Report,
) -> Option<Input> {
    let before = report.errors();
    let (source, format) = match parameters.value("IO").unwrap_or("file") {
        "stdin" => (RecordSource::Stdin, Kind::Text),
        "json" => (RecordSource::Stdin, Kind::Json),
        "jsonfile" => (file(parameters, target, "json", report), Kind::Json),
        "sqlite" => (RecordSource::File(database(parameters, target, report)), Kind::Sqlite),
        "file" => (file(parameters, target, "facts", report), Kind::Text),
        _ => return refuse_io(parameters, &["file", "stdin", "json", "jsonfile", "sqlite"], report),
    };
    let format = match format {
        Kind::Text => InputFormat::Text(parameters.text_format(report)),
        Kind::Json => {
            // The reader sees for itself which form it is.
            parameters.json_form(report);
            InputFormat::Json
        }
        Kind::Sqlite => InputFormat::Sqlite { table: name(parameters, target).to_owned() },
    };
    if let Some(blank) = parameters.get("blank").filter(|blank| blank.value != "skip") {
        report.push(bad_value("blank", blank, &["skip"]));
    }
    let row = parameters.get("row").and_then(|row| row_column(row, target, declarations, report));
    let columns = parameters.get("columns").and_then(|columns| {
        let mapped = target.relation.columns.len() - usize::from(row.is_some());
        let named = match &format {
            InputFormat::Text(text) => text.headers && source != RecordSource::Stdin,
            InputFormat::Json | InputFormat::Sqlite { .. } => true,
        };
        column_sources(columns, mapped, named, target, report)
    });
    let mapped = (0..target.relation.columns.len()).filter(|column| Some(*column) != row);
    let skip_blank = match (&target.relation.openness.expected, parameters.get("blank")) {
        (_, Some(_)) => mapped.collect(),
        (Some(key), None) => mapped.filter(|column| !key.contains(column)).collect(),
        (None, None) => Vec::new(),
    };
    let (relation, span) = (target.id, target.span);
    (report.errors() == before).then_some(Input { relation, source, format, columns, row, skip_blank, span })
}

/// The parameters that mean something to an `.input` with this `IO`.
pub(super) fn known(io: Option<&str>) -> Vec<&'static str> {
    let own: &[&str] = match io {
        Some("json" | "jsonfile") => &["filename", "format"],
        Some("sqlite") => &["filename", "dbname"],
        _ => &["filename", "delimiter", "rfc4180", "headers"],
    };
    [&["IO", "columns", "row", "blank", "name"], own].concat()
}

enum Kind {
    Text,
    Json,
    Sqlite,
}

fn file(parameters: &Parameters, target: &Target<'_>, extension: &str, report: &mut Report) -> RecordSource {
    RecordSource::File(filename(parameters, target, extension, report))
}

/// The column that takes the record's number.
fn row_column(row: &Parameter, target: &Target<'_>, declarations: &Declarations, report: &mut Report) -> Option<usize> {
    let columns = &target.relation.columns;
    let Some(index) = columns.iter().position(|column| column.name == row.value) else {
        if target.relation.complete {
            let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            let near = report.near_or_all(&row.value, known);
            let error = Diagnostic::new(&catalogue::UNKNOWN_COLUMN, row.span).arg("column", &row.value);
            report.push(error.arg("name", &target.relation.name).list("near", near));
        }
        return None;
    };
    match columns[index].primitive(&declarations.types) {
        Some(Primitive::Number | Primitive::Unsigned) | None => {}
        Some(_) => {
            let error = Diagnostic::new(&catalogue::ROW_COLUMN_TYPE, row.span).arg("column", &row.value);
            report.push(error.arg("type", &columns[index].type_name));
        }
    }
    Some(index)
}

/// `columns="0:2:name"`
fn column_sources(
    columns: &Parameter,
    mapped: usize,
    has_names: bool,
    target: &Target<'_>,
    report: &mut Report,
) -> Option<Vec<ColumnSource>> {
    let parts: Vec<&str> = columns.value.split(':').map(str::trim).collect();
    if parts.len() != mapped && target.relation.complete {
        let error = Diagnostic::new(&catalogue::COLUMNS_COUNT, columns.span).arg("name", &target.relation.name);
        report.push(error.arg("expected", mapped).arg("found", parts.len()));
        return None;
    }
    let sources = parts.iter().map(|part| match part.parse() {
        Ok(index) => ColumnSource::Index(index),
        Err(_) => ColumnSource::Header((*part).to_owned()),
    });
    let sources: Vec<ColumnSource> = sources.collect();
    let named = sources.iter().find_map(|source| match source {
        ColumnSource::Header(name) => Some(name),
        ColumnSource::Index(_) => None,
    });
    if let (Some(name), false) = (named, has_names) {
        report.push(Diagnostic::new(&catalogue::COLUMN_NAMES_WITHOUT_HEADERS, columns.span).arg("column", name));
        return None;
    }
    Some(sources)
}
