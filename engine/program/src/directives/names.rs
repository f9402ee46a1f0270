//! What files and tables are called.

use super::Target;
use super::parameters::{Parameters, bad_value};
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

fn given(parameters: &Parameters, key: &str, report: &mut Report) -> Option<String> {
    let given = parameters.get(key)?;
    if given.value.is_empty() {
        report.push(bad_value(key, given, &["\"name.csv\""]));
    }
    Some(given.value.clone())
}
