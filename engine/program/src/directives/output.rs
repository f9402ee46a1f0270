//! `.output`

use diagnostics::{Diagnostic, catalogue};

use super::Target;
use super::names::{connection, database, filename, name, table_name};
use super::parameters::{Parameters, refuse_io};
use crate::checked::{Output, OutputFormat, OutputTarget, TextOutput};
use crate::report::Report;

/// What an `.output` of one relation asks for; `None` where that was reported.
pub(super) fn read(target: &Target<'_>, parameters: &Parameters, report: &mut Report) -> Option<Output> {
    let before = report.errors();
    let io = parameters.value("IO").unwrap_or("file");
    let format = match io {
        "file" | "stdout" => OutputFormat::Text(text(target, parameters, report)),
        "json" | "jsonfile" => OutputFormat::Json(parameters.json_form(report)),
        "sqlite" => OutputFormat::Sqlite { view: name(parameters, target).to_owned() },
        "jsonlines" => OutputFormat::JsonLines(parameters.json_form(report)),
        "excel" => OutputFormat::Workbook { sheet: sheet(parameters, target) },
        "parquet" => OutputFormat::Parquet,
        "database" => OutputFormat::Database { table: table_name(parameters, target, report)? },
        "stdoutprintsize" => OutputFormat::Size,
        _ => return refuse_io(parameters, &KINDS, report),
    };
    let to = match (&format, io) {
        (OutputFormat::Text(text), "file") => {
            let extension = if text.compress { "csv.gz" } else { "csv" };
            OutputTarget::File(filename(parameters, target, extension, report))
        }
        (_, "jsonfile") => OutputTarget::File(filename(parameters, target, "json", report)),
        (_, "jsonlines") => OutputTarget::File(filename(parameters, target, "jsonl", report)),
        (_, "excel") => OutputTarget::File(filename(parameters, target, "xlsx", report)),
        (_, "parquet") => OutputTarget::File(filename(parameters, target, "parquet", report)),
        (_, "database") => OutputTarget::Connection(connection(parameters, target, report)?),
        (_, "sqlite") => OutputTarget::File(database(parameters, target, report)),
        _ => OutputTarget::Stdout,
    };
    let (relation, span) = (target.id, target.span);
    (report.errors() == before).then_some(Output { relation, target: to, format, span })
}

/// The values of `IO` that say where a relation goes.
const KINDS: [&str; 10] =
    ["file", "stdout", "json", "jsonfile", "jsonlines", "sqlite", "excel", "parquet", "database", "stdoutprintsize"];

/// The name of a sheet: the relation's, unless `sheet` or `name` says another.
fn sheet(parameters: &Parameters, target: &Target<'_>) -> String {
    parameters.value("sheet").unwrap_or_else(|| name(parameters, target)).to_owned()
}

/// The parameters that mean something to an `.output` with this `IO`.
pub(super) fn known(io: Option<&str>) -> Vec<&'static str> {
    let own: &[&str] = match io {
        Some("json" | "jsonfile" | "jsonlines") => &["filename", "format"],
        Some("parquet") => &["filename"],
        Some("excel") => &["filename", "sheet"],
        Some("sqlite") => &["filename", "dbname"],
        Some("database") => &["connection", "table"],
        Some("stdoutprintsize") => &[],
        _ => &["filename", "delimiter", "rfc4180", "headers", "attributeNames", "compress"],
    };
    [&["IO", "name"], own].concat()
}

fn text(target: &Target<'_>, parameters: &Parameters, report: &mut Report) -> TextOutput {
    let format = parameters.text_format(report);
    let names = parameters.get("attributeNames").and_then(|names| {
        let split: Vec<String> = names.value.split(format.delimiter.as_str()).map(str::to_owned).collect();
        if split.len() != target.relation.columns.len() && target.relation.complete {
            let error = Diagnostic::new(&catalogue::COLUMNS_COUNT, names.span).arg("name", &target.relation.name);
            report.push(error.arg("expected", target.relation.columns.len()).arg("found", split.len()));
            return None;
        }
        Some(split)
    });
    TextOutput { format, names, compress: parameters.get("compress").is_some() }
}
