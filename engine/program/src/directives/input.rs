//! `.input`

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, catalogue};
use values::Primitive;

use super::Target;
use super::conditions::conditions;
use super::mapping::mapping;
use super::names::{connection, database, filename, name, table_name};
use super::parameters::{Parameter, Parameters, bad_value, refuse_io};
use crate::checked::{ColumnSource, Conversion, DatabaseTable, Encoding, Input, InputFormat, RecordSource, Sheet};
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
    let (source, format) = place(target, parameters, report)?;
    if let Some(blank) = parameters.get("blank").filter(|blank| blank.value != "skip") {
        report.push(bad_value("blank", blank, &["skip"]));
    }
    let row = parameters.get("row").and_then(|row| row_column(row, target, declarations, report));
    let (columns, conversions) = fields(target, parameters, (&source, &format), row, report);
    let mapped = (0..target.relation.columns.len()).filter(|column| Some(*column) != row);
    let skip_blank = match (&target.relation.openness.expected, parameters.get("blank")) {
        (_, Some(_)) => mapped.collect(),
        (Some(key), None) => mapped.filter(|column| !key.contains(column)).collect(),
        (None, None) => Vec::new(),
    };
    let (relation, span) = (target.id, target.span);
    let input = Input { relation, source, format, columns, conversions, row, skip_blank, span };
    (report.errors() == before).then_some(input)
}

/// The values of `IO` that say where records come from.
const KINDS: [&str; 9] = ["file", "stdin", "json", "jsonfile", "jsonlines", "sqlite", "excel", "parquet", "database"];

/// The parameters that mean something to an `.input` with this `IO`.
pub(super) fn known(io: Option<&str>) -> Vec<&'static str> {
    let own: &[&str] = match io {
        Some("json" | "jsonfile") => &["filename", "format", "records"],
        Some("jsonlines" | "parquet") => &["filename"],
        Some("sqlite") => &["filename", "dbname"],
        Some("excel") => &["filename", "sheet", "header"],
        Some("database") => &["connection", "table", "where"],
        _ => &["filename", "delimiter", "rfc4180", "headers", "encoding"],
    };
    [&["IO", "columns", "map", "row", "blank", "name"], own].concat()
}

/// Where the records are, and how they are written.
fn place(target: &Target<'_>, parameters: &Parameters, report: &mut Report) -> Option<(RecordSource, InputFormat)> {
    let file =
        |extension: &str, report: &mut Report| RecordSource::File(filename(parameters, target, extension, report));
    Some(match parameters.value("IO").unwrap_or("file") {
        "file" => (file("facts", report), text(parameters, report)),
        "stdin" => (RecordSource::Stdin, text(parameters, report)),
        "json" => (RecordSource::Stdin, json(parameters, report)),
        "jsonfile" => (file("json", report), json(parameters, report)),
        "jsonlines" => (file("jsonl", report), InputFormat::JsonLines),
        "sqlite" => {
            let table = name(parameters, target).to_owned();
            (RecordSource::File(database(parameters, target, report)), InputFormat::Sqlite { table })
        }
        "excel" => (file("xlsx", report), InputFormat::Workbook(sheet(parameters, report))),
        "parquet" => (file("parquet", report), InputFormat::Parquet),
        "database" => {
            let connection = connection(parameters, target, report)?;
            let table = table(parameters, target, report)?;
            (RecordSource::Connection(connection), InputFormat::Database(table))
        }
        _ => return refuse_io(parameters, &KINDS, report),
    })
}

fn text(parameters: &Parameters, report: &mut Report) -> InputFormat {
    let encoding = match parameters.get("encoding") {
        None => Encoding::Utf8,
        Some(encoding) => match encoding.value.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Encoding::Utf8,
            "gb18030" | "gbk" | "gb2312" => Encoding::Gb18030,
            "utf-16" | "utf16" => Encoding::Utf16,
            _ => {
                report.push(bad_value("encoding", encoding, &["utf-8", "gb18030", "utf-16"]));
                Encoding::Utf8
            }
        },
    };
    InputFormat::Text { format: parameters.text_format(report), encoding }
}

fn json(parameters: &Parameters, report: &mut Report) -> InputFormat {
    // The reader sees for itself which form it is.
    parameters.json_form(report);
    let records = parameters.get("records");
    if let Some(pointer) = records.filter(|pointer| !pointer.value.starts_with('/')) {
        report.push(bad_value("records", pointer, &["/data/rows"]));
    }
    InputFormat::Json { records: records.map(|pointer| pointer.value.clone()).unwrap_or_default() }
}

fn sheet(parameters: &Parameters, report: &mut Report) -> Sheet {
    let rows = |header: &str| {
        let (first, last) = header.split_once('-').unwrap_or((header, header));
        let rows = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        (0 < rows.0 && rows.0 <= rows.1 && rows.1 - rows.0 < HEADER_ROWS_MAX).then_some(rows)
    };
    let header = match parameters.get("header") {
        None => (1, 1),
        Some(header) => rows(&header.value).unwrap_or_else(|| {
            report.push(bad_value("header", header, &["1", "2-3"]));
            (1, 1)
        }),
    };
    Sheet { name: parameters.value("sheet").map(str::to_owned), header }
}

/// Rows that a header may have; more of them are no header.
const HEADER_ROWS_MAX: u32 = 20;

fn table(parameters: &Parameters, target: &Target<'_>, report: &mut Report) -> Option<DatabaseTable> {
    let name = table_name(parameters, target, report)?;
    Some(DatabaseTable {
        name,
        filter: parameters.get("where").map_or(Vec::new(), |filter| conditions(filter, report)),
    })
}

/// What gives each column, and what is done with it.
fn fields(
    target: &Target<'_>,
    parameters: &Parameters,
    (source, format): (&RecordSource, &InputFormat),
    row: Option<usize>,
    report: &mut Report,
) -> (Option<Vec<ColumnSource>>, BTreeMap<usize, Vec<Conversion>>) {
    let has_names = match format {
        InputFormat::Text { format, .. } => format.headers && *source != RecordSource::Stdin,
        _ => true,
    };
    let written = parameters.mapping(report);
    let columns = parameters.get("columns");
    if let (Some(columns), Some(_)) = (columns, &written) {
        report.push(Diagnostic::new(&catalogue::MAP_AND_COLUMNS, columns.key_span));
        return (None, BTreeMap::new());
    }
    if let Some(columns) = columns {
        let mapped = target.relation.columns.len() - usize::from(row.is_some());
        return (column_sources(columns, mapped, has_names, target, report), BTreeMap::new());
    }
    // The columns of these have no order that anybody could rely on.
    let by_name = matches!(format, InputFormat::Workbook(_) | InputFormat::Parquet | InputFormat::Database(_));
    let Some(entries) = written.or(by_name.then(Vec::new)) else { return (None, BTreeMap::new()) };
    let Some((sources, conversions)) = mapping(&entries, target, row, report) else { return (None, BTreeMap::new()) };
    if let (false, Some(name)) = (has_names, first_name(&sources)) {
        let span = parameters.get("map").map_or(target.span, |map| map.span);
        report.push(Diagnostic::new(&catalogue::COLUMN_NAMES_WITHOUT_HEADERS, span).arg("column", name));
    }
    (Some(sources), conversions)
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
    if let (Some(name), false) = (first_name(&sources), has_names) {
        report.push(Diagnostic::new(&catalogue::COLUMN_NAMES_WITHOUT_HEADERS, columns.span).arg("column", name));
        return None;
    }
    Some(sources)
}

fn first_name(sources: &[ColumnSource]) -> Option<&String> {
    sources.iter().find_map(|source| match source {
        ColumnSource::Header(name) => Some(name),
        ColumnSource::Index(_) | ColumnSource::Constant(_) => None,
    })
}
