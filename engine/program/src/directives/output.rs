//! `.output`

use diagnostics::{Diagnostic, catalogue};

use super::Target;
use super::parameters::{Parameters, filename, refuse_io};
use crate::checked::{Output, OutputTarget};
use crate::features;
use crate::report::Report;

/// What an `.output` of one relation asks for; `None` where that was reported.
pub(super) fn read(target: &Target<'_>, parameters: &Parameters, report: &mut Report) -> Option<Output> {
    let before = report.errors();
    let (relation, span) = (target.id, target.span);
    let to = output_target(target, parameters, report);
    let format = parameters.format(report);
    let names = parameters.get("attributeNames").and_then(|names| {
        let split: Vec<String> = names.value.split(format.delimiter.as_str()).map(str::to_owned).collect();
        if split.len() != target.relation.columns.len() && target.relation.complete {
            let error = Diagnostic::new(&catalogue::COLUMNS_COUNT, names.span).arg("name", &target.relation.name);
            report.push(error.arg("expected", target.relation.columns.len()).arg("found", split.len()));
            return None;
        }
        Some(split)
    });
    if let Some(compress) = parameters.get("compress") {
        report.push(features::COMPRESSION.refused(compress.key_span));
    }
    (report.errors() == before).then_some(Output { relation, target: to, format, names, span })
}

fn output_target(target: &Target<'_>, parameters: &Parameters, report: &mut Report) -> OutputTarget {
    match parameters.get("IO") {
        Some(io) if io.value == "stdout" => return OutputTarget::Stdout,
        Some(io) if io.value != "file" => report.push(refuse_io(io, &["file", "stdout"])),
        _ => {}
    }
    let filename = filename(parameters, report);
    OutputTarget::File(filename.unwrap_or_else(|| format!("{}.csv", target.relation.name)))
}
