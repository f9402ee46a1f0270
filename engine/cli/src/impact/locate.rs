//! Records by file and row.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, catalogue};
use program::checked::RelId;
use proof::{Locators, Record, RecordPlace, RecordUnit};
use sources::Records;

use crate::exit::Failure;
use crate::nearest::suggestion;
use crate::reading::{Given, Opened, Places};

/// `FILE:ROW`, `FILE:TABLE:ROWID`, `FILE:SHEET:ROW`, `DATABASE:TABLE:KEY`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// What stands before the last colon: a file, or a file with a table or sheet.
    source: String,
    /// The row's number, or its key.
    row: String,
}

/// The facts that come from a row.
pub struct Located {
    /// Where it stands.
    pub place: RecordPlace,
    /// The facts: several where the file is read for several relations.
    pub facts: Vec<LocatedFact>,
}

/// A fact that comes from a row.
pub struct LocatedFact {
    /// The fact.
    pub record: Record,
    /// Its number among the records of its relation.
    pub number: u32,
    /// The other rows that give it and that were not named.
    pub others: Vec<RecordPlace>,
}

/// Reads `FILE:ROW`.
pub fn locator(text: &str) -> Result<Locator, String> {
    let parts = text.rsplit_once(':').filter(|(source, row)| !source.is_empty() && !row.is_empty());
    let locator = parts.map(|(source, row)| Locator { source: source.to_string(), row: row.to_string() });
    locator.ok_or_else(|| text.to_string())
}

impl Locator {
    fn is(&self, place: &RecordPlace) -> bool {
        let is_file = self.source == place.file;
        let within = match &place.unit {
            RecordUnit::Row | RecordUnit::Element => None,
            RecordUnit::Rowid(name) | RecordUnit::TableRow(name) | RecordUnit::Key { table: name, .. } => Some(name),
            RecordUnit::ElementOf(name) | RecordUnit::SheetRow(name) => Some(name),
        };
        let is_within = |name: &String| {
            self.source.strip_suffix(name.as_str()).and_then(|file| file.strip_suffix(':')) == Some(&place.file)
        };
        let is_row = match &place.unit {
            RecordUnit::Key { key, .. } => self.row == *key,
            _ => self.row.parse() == Ok(place.number),
        };
        is_row && (is_file || within.is_some_and(is_within))
    }

    fn names(&self, file: &str) -> bool {
        self.source == file || self.source.strip_prefix(file).is_some_and(|table| table.starts_with(':'))
    }
}

/// The facts that come from each of the rows.
pub fn locate(
    locators: &[Locator],
    records: &Records,
    given: &Given,
    opened: &Opened,
) -> Result<Vec<Located>, Failure> {
    locators.iter().map(|locator| one(locator, locators, records, given, opened)).collect()
}

fn one(
    locator: &Locator,
    named: &[Locator],
    records: &Records,
    given: &Given,
    opened: &Opened,
) -> Result<Located, Failure> {
    if !records.sources.iter().any(|source| locator.names(&source.name)) {
        let files = records.sources.iter().map(|source| source.name.as_str()).collect::<BTreeSet<_>>();
        let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_RECORD_FILE).arg("file", &locator.source);
        let near = suggestion(&locator.source, files.iter().copied());
        return Err(Failure::usage(unknown.arg("near", near).list("files", files)));
    }
    let (mut facts, mut stands) = (Vec::new(), None);
    let places = Places(records);
    let read = records.sources.iter().filter(|source| locator.names(&source.name)).map(|source| source.relation);
    for relation in read.collect::<BTreeSet<RelId>>() {
        for number in 0..records.relations[relation.0 as usize].len() {
            let (own, others) =
                places.places(relation, number).into_iter().partition::<Vec<_>, _>(|place| locator.is(place));
            let Some(place) = own.into_iter().next() else { continue };
            stands = stands.or(Some(place));
            let others = others.into_iter().filter(|place| !named.iter().any(|one| one.is(place))).collect::<Vec<_>>();
            facts.push(located_fact(relation, number, others, given, opened));
        }
    }
    match stands {
        Some(place) => Ok(Located { place, facts }),
        None => {
            let nothing = Diagnostic::unplaced(&catalogue::NO_RECORD_THERE);
            Err(Failure::usage(nothing.arg("row", &locator.row).arg("file", &locator.source)))
        }
    }
}

fn located_fact(relation: RelId, number: u32, others: Vec<RecordPlace>, given: &Given, opened: &Opened) -> LocatedFact {
    let columns = &opened.program.relation(relation).columns;
    let codes = given.columns[relation.0 as usize].row(number);
    let args = codes.zip(columns).map(|(code, column)| given.dictionary.decode(column.primitive, code)).collect();
    LocatedFact { record: Record { relation, args, alone: others.is_empty() }, number, others }
}

/// The records without those that come from the named rows alone.
pub fn without(columns: &[eval::Records], located: &[Located]) -> Vec<eval::Records> {
    let facts = located.iter().flat_map(|located| &located.facts).filter(|fact| fact.record.alone);
    let gone = facts.map(|fact| (fact.record.relation.0 as usize, fact.number)).collect::<BTreeSet<_>>();
    let fewer = |(relation, records): (usize, &eval::Records)| {
        let kept = (0..records.len).filter(|row| !gone.contains(&(relation, *row))).collect::<Vec<_>>();
        let columns = records.columns.iter().map(|column| kept.iter().map(|row| column[*row as usize]).collect());
        eval::Records { columns: columns.collect(), len: kept.len() as u32 }
    };
    columns.iter().enumerate().map(fewer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(file: &str, unit: RecordUnit, number: i64) -> RecordPlace {
        RecordPlace { file: file.to_string(), unit, number }
    }

    #[test]
    fn a_row_of_a_file_or_of_a_table() {
        let row = locator("a:b.csv:12").unwrap();
        assert!(row.is(&place("a:b.csv", RecordUnit::Row, 12)) && !row.is(&place("a:b.csv", RecordUnit::Row, 13)));
        let table = locator("r.db:lease:-3").unwrap();
        assert!(table.is(&place("r.db", RecordUnit::Rowid("lease".to_string()), -3)));
        assert!(!table.is(&place("r.db", RecordUnit::Rowid("lessee".to_string()), -3)));
        for wrong in ["lease.csv", ":3", "lease.csv:"] {
            assert!(locator(wrong).is_err(), "{wrong}");
        }
    }
}
