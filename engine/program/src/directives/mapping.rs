//! `map="column = field as conversion; .."`: which field gives a column, by name.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Span, catalogue};

use super::Target;
use super::parameters::Parameter;
use super::pieces::{Piece, parts, piece};
use crate::checked::{ColumnSource, Conversion};
use crate::report::Report;

/// An entry of a mapping, still as text.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The relation's column.
    pub(super) column: String,
    /// What gives it: `field`, `field as conversion ..`, or a text in single quotes.
    pub(super) source: String,
    /// Where that stands.
    pub(super) span: Span,
}

/// What gives each column, and what is done with it before.
pub(super) type Mapping = (Vec<ColumnSource>, BTreeMap<usize, Vec<Conversion>>);

/// The entries of `map`; what is no entry is reported.
pub(super) fn entries(map: &Parameter, report: &mut Report) -> Vec<Entry> {
    let mut entries = Vec::new();
    for part in parts(&map.value, ";").into_iter().filter(|part| !part.trim().is_empty()) {
        let sides = parts(part, "=");
        match (&sides[..], piece(sides[0])) {
            ([_, source], Some(Piece::Name(column))) => {
                entries.push(Entry { column, source: (*source).to_owned(), span: map.span });
            }
            _ => report.push(bad_entry(part, map.span)),
        }
    }
    entries
}

/// The mapping that the entries ask for; columns without an entry are given by the field of their own name. `row` is the column that has the record's
/// number.
pub(super) fn mapping(
    entries: &[Entry],
    target: &Target<'_>,
    row: Option<usize>,
    report: &mut Report,
) -> Option<Mapping> {
    let columns = &target.relation.columns;
    let mut sources: BTreeMap<usize, ColumnSource> = BTreeMap::new();
    let mut conversions = BTreeMap::new();
    let before = report.errors();
    for entry in entries {
        let index = columns.iter().position(|column| column.name == entry.column);
        let Some(index) = index.filter(|index| Some(*index) != row) else {
            if target.relation.complete {
                let unknown = unknown_column(entry, target, report);
                report.push(unknown);
            }
            continue;
        };
        if sources.contains_key(&index) {
            report.push(Diagnostic::new(&catalogue::MAPPED_TWICE, entry.span).arg("column", &entry.column));
            continue;
        }
        let Some((source, steps)) = source(entry, report) else { continue };
        sources.insert(index, source);
        if !steps.is_empty() {
            conversions.insert(index, steps);
        }
    }
    let mapped = (0..columns.len()).filter(|index| Some(*index) != row);
    let of_column = |index: usize| {
        sources.get(&index).cloned().unwrap_or_else(|| ColumnSource::Header(columns[index].name.clone()))
    };
    (report.errors() == before).then(|| (mapped.map(of_column).collect(), conversions))
}

fn source(entry: &Entry, report: &mut Report) -> Option<(ColumnSource, Vec<Conversion>)> {
    let sides = parts(&entry.source, " as ");
    let (field, steps) = match sides[..] {
        [field] => (field, ""),
        [field, steps] => (field, steps),
        _ => ("", ""),
    };
    let source = match piece(field) {
        Some(Piece::Name(name)) => ColumnSource::Header(name),
        Some(Piece::Text(text)) => ColumnSource::Constant(text),
        None => {
            report.push(bad_entry(&format!("{} = {}", entry.column, entry.source), entry.span));
            return None;
        }
    };
    let mut conversions = Vec::new();
    for name in steps.split_whitespace() {
        let Some(conversion) = Conversion::named(name) else {
            let unknown = Diagnostic::new(&catalogue::UNKNOWN_CONVERSION, entry.span).arg("name", name);
            report.push(unknown.list("known", Conversion::names()));
            return None;
        };
        conversions.push(conversion);
    }
    Some((source, conversions))
}

fn bad_entry(entry: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&catalogue::BAD_MAPPING, span).arg("entry", entry.trim())
}

fn unknown_column(entry: &Entry, target: &Target<'_>, report: &mut Report) -> Diagnostic {
    let known: Vec<&str> = target.relation.columns.iter().map(|column| column.name.as_str()).collect();
    let near = report.near_or_all(&entry.column, known);
    let error = Diagnostic::new(&catalogue::UNKNOWN_COLUMN, entry.span).arg("column", &entry.column);
    error.arg("name", &target.relation.name).list("near", near)
}
