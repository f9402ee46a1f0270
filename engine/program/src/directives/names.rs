//! What files and tables are called.

use diagnostics::{Diagnostic, catalogue};

use super::Target;
use super::parameters::{Parameters, bad_value};
use super::pieces::{Piece, parts, piece};
use crate::report::Report;

/// The name by which a relation's records are known: its own, or that of the parameter `name`.
pub(super) fn name<'a>(parameters: &'a Parameters, target: &'a Target<'_>) -> &'a str {
    parameters.value("name").unwrap_or(&target.relation.name)
}

/// The file that `filename` names; otherwise the relation's name with this extension.
pub(super) fn filename(parameters: &Parameters, target: &Target<'_>, extension: &str, report: &mut Report) -> String {
    given(parameters, "filename", report).unwrap_or_else(|| format!("{}.{extension}", name(parameters, target)))
}

/// The database that `filename` names, or `dbname`, as that was called once.
pub(super) fn database(parameters: &Parameters, target: &Target<'_>, report: &mut Report) -> String {
    let old = given(parameters, "dbname", report);
    let given = given(parameters, "filename", report).or(old);
    given.unwrap_or_else(|| format!("{}.sqlite", name(parameters, target)))
}

/// The connection that must be named; `None` where that was reported.
pub(super) fn connection(parameters: &Parameters, target: &Target<'_>, report: &mut Report) -> Option<String> {
    let named = parameters.value("connection").map(str::to_owned);
    if named.is_none() {
        let missing = Diagnostic::new(&catalogue::NO_CONNECTION_NAMED, target.span);
        report.push(missing.arg("name", &target.relation.name));
    }
    named
}

/// The name of a server's table, part by part: that of `table`, or the relation's. `None` where that was reported.
pub(super) fn table_name(parameters: &Parameters, target: &Target<'_>, report: &mut Report) -> Option<Vec<String>> {
    let Some(table) = parameters.get("table") else { return Some(vec![name(parameters, target).to_owned()]) };
    let parts = parts(&table.value, ".").into_iter().map(|part| match piece(part) {
        Some(Piece::Name(name)) => Some(name),
        _ => None,
    });
    let parts = parts.collect::<Option<Vec<_>>>();
    if parts.is_none() {
        report.push(bad_value("table", table, &["lease", "public.lease", "`a.b`"]));
    }
    parts
}

fn given(parameters: &Parameters, key: &str, report: &mut Report) -> Option<String> {
    let given = parameters.get(key)?;
    if given.value.is_empty() {
        report.push(bad_value(key, given, &["\"name.csv\""]));
    }
    Some(given.value.clone())
}
