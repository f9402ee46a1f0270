//! One source on its way into the facts of a relation.

use std::borrow::Cow;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{ColumnSource, Conversion, Input, Relation};
use values::{Code, Dictionary, Primitive, Shapes, Value};

use super::cell::{CellError, value};
use super::gather::Gathered;
use crate::convert::convert;
use crate::limits::Limits;
use crate::rejects::Rejects;
use crate::{Locator, Reject, SourceReport, shorten};

/// A source to be read.
pub(crate) struct Reading<'a> {
    /// Its directive.
    pub(crate) input: &'a Input,
    /// The relation it fills.
    pub(crate) relation: &'a Relation,
    /// What the program's records and branches are made of.
    pub(crate) shapes: &'a Shapes,
    /// Its name in messages.
    pub(crate) file: &'a str,
    /// Its number in [`Locator`]s.
    pub(crate) source: u32,
    /// What is still read.
    pub(crate) limits: &'a Limits,
    /// The columns that have the same value in each record.
    pub(crate) constants: &'a [(usize, Value)],
    /// By column of the relation what is done with the text of a cell: looked up for every cell of every row, so not in a map.
    pub(crate) conversions: &'a [&'a [Conversion]],
}

/// Where the records of a source go.
pub(crate) struct Into<'a> {
    /// The facts of its relation.
    pub(crate) gathered: &'a mut Gathered,
    /// Their values.
    pub(crate) dictionary: &'a mut Dictionary,
    /// The rows that cannot be read.
    pub(crate) rejects: &'a mut Rejects,
    /// The accounts of all sources so far, this one included.
    pub(crate) reports: &'a mut [SourceReport],
}

impl Reading<'_> {
    /// The place of the record with this number.
    pub(crate) fn at(&self, row: u32) -> Locator {
        Locator { source: self.source, row }
    }

    /// The columns that fields fill, the `row` column and constants left out, each with the entry of `columns` for it.
    pub(crate) fn mapped(&self) -> impl Iterator<Item = (usize, Option<&ColumnSource>)> {
        let is_field = |source: Option<&ColumnSource>| !matches!(source, Some(ColumnSource::Constant(_)));
        given(self.input, self.relation).filter(move |(_, source)| is_field(*source))
    }

    /// The values of the record with this number before its fields are read: the number, and constants.
    pub(crate) fn values(&self, number: i64) -> Vec<Value> {
        let mut values = vec![Value::Number(number); self.relation.columns.len()];
        if let Some(column) = self.input.row
            && self.relation.columns[column].primitive == Primitive::Unsigned
        {
            values[column] = Value::Unsigned(number.unsigned_abs());
        }
        for (column, value) in self.constants {
            values[*column] = value.clone();
        }
        values
    }

    /// Whether a record gives no fact because its cell for this column is empty.
    pub(crate) fn skips(&self, column: usize) -> bool {
        self.input.skip_blank.contains(&column)
    }

    /// Whether something is done with the text of a cell before it is read for this column.
    pub(crate) fn is_converted(&self, column: usize) -> bool {
        !self.conversions[column].is_empty()
    }

    /// The text of a cell as it is read for this column.
    pub(crate) fn converted<'t>(&self, column: usize, text: &'t str) -> Result<Cow<'t, str>, CellError> {
        convert(self.conversions[column], text)
    }

    /// Whether `text` should say who found something and does not.
    pub(crate) fn is_anonymous(&self, column: usize, text: &str) -> bool {
        self.relation.openness.author() == Some(column) && text.trim().is_empty()
    }

    /// A record that cannot be read. `place` says in both languages where it stands, `column` what it is for; `text` is what
    /// was found.
    pub(crate) fn reject(
        &self,
        diagnostic: Diagnostic,
        locator: Locator,
        place: [String; 2],
        column: Option<usize>,
        text: String,
    ) -> Reject {
        let column = column.map(|column| self.relation.columns[column].name.clone());
        let [en, zh] = place;
        let diagnostic = diagnostic
            .arg("file", self.file)
            .texts("at", en, zh)
            .arg("relation", &self.relation.name)
            .arg("column", column.as_deref().unwrap_or(""))
            .arg("text", shorten::for_message(&text));
        Reject { locator, column, text, diagnostic }
    }

    /// An error that concerns the source as a whole.
    pub(crate) fn error(&self, entry: &'static diagnostics::Entry) -> Diagnostic {
        Diagnostic::new(entry, self.input.span).arg("file", self.file).arg("relation", &self.relation.name)
    }

    /// An error if the relation has more facts than can be numbered.
    pub(crate) fn check_facts(&self, into: &mut Into<'_>) -> Result<(), Box<Diagnostic>> {
        if into.gathered.len() > self.limits.facts {
            into.gathered.settle(into.reports);
        }
        if into.gathered.len() > self.limits.facts { Err(self.too_many_facts()) } else { Ok(()) }
    }

    /// There are more texts than can be numbered.
    pub(crate) fn too_many_symbols(&self) -> Box<Diagnostic> {
        Box::new(self.error(&catalogue::TOO_MANY_SYMBOLS).arg("limit", self.limits.symbols))
    }

    fn too_many_facts(&self) -> Box<Diagnostic> {
        Box::new(self.error(&catalogue::TOO_MANY_FACTS).arg("limit", self.limits.facts))
    }
}

/// The columns of a relation that a directive gives, the `row` column left out, each with what gives it.
fn given<'a>(input: &'a Input, relation: &'a Relation) -> impl Iterator<Item = (usize, Option<&'a ColumnSource>)> {
    let columns = (0..relation.columns.len()).filter(|column| Some(*column) != input.row);
    let sources = input.columns.as_ref();
    columns.enumerate().map(move |(position, column)| (column, sources.map(|sources| &sources[position])))
}

/// What a directive does with the text of a cell, by column of its relation.
pub(crate) fn conversions<'p>(input: &'p Input, relation: &Relation) -> Vec<&'p [Conversion]> {
    let of_column = |column: usize| input.conversions.get(&column).map_or(&[][..], Vec::as_slice);
    (0..relation.columns.len()).map(of_column).collect()
}

/// The columns that have the same value in each record, with these values.
///
/// # Errors
/// Where a text is no value of its column.
pub(crate) fn constants(
    input: &Input,
    relation: &Relation,
    conversions: &[&[Conversion]],
    shapes: &Shapes,
) -> Result<Vec<(usize, Value)>, Box<Diagnostic>> {
    let constant = |(column, source): (usize, Option<&ColumnSource>)| {
        let Some(ColumnSource::Constant(text)) = source else { return None };
        let primitive = relation.columns[column].primitive;
        let value = convert(conversions[column], text).and_then(|text| value(primitive, &text, shapes));
        Some(value.map(|value| (column, value)).map_err(|error| {
            let mut wrong = error.diagnostic(primitive, shapes);
            wrong.span = Some(input.span);
            let wrong = wrong.texts("at", "(constant)".to_owned(), "（常量）".to_owned()).arg("file", "map");
            let wrong = wrong.arg("relation", &relation.name).arg("column", &relation.columns[column].name);
            Box::new(wrong.arg("text", shorten::for_message(text)))
        }))
    };
    given(input, relation).filter_map(constant).collect()
}

/// Records that are taken one by one.
impl Into<'_> {
    /// Counts one more record and gives its number.
    pub(crate) fn count(&mut self, reading: &Reading<'_>) -> Result<u32, Box<Diagnostic>> {
        let read = &mut self.report(reading).read;
        *read = read.checked_add(1).ok_or_else(|| reading.too_many_facts())?;
        Ok(*read)
    }

    /// Takes the record with this number, whose values are those of the relation's columns.
    pub(crate) fn take(&mut self, reading: &Reading<'_>, row: u32, values: &[Value]) -> Result<(), Box<Diagnostic>> {
        let codes: Vec<Code> = values.iter().map(|value| self.dictionary.encode(value)).collect();
        self.gathered.push(&codes, reading.at(row));
        self.report(reading).facts += 1;
        if self.dictionary.symbol_count() > reading.limits.symbols as usize {
            return Err(reading.too_many_symbols());
        }
        reading.check_facts(self)
    }

    /// A record that gives no fact.
    pub(crate) fn pass_over(&mut self, reading: &Reading<'_>) {
        self.report(reading).blank += 1;
    }

    /// A record that cannot be read; it is described only if that is wanted.
    pub(crate) fn reject(&mut self, reading: &Reading<'_>, describe: impl FnOnce() -> Reject) {
        self.report(reading).rejected += 1;
        self.rejects.add(1, std::iter::once_with(describe));
    }

    fn report(&mut self, reading: &Reading<'_>) -> &mut SourceReport {
        &mut self.reports[reading.source as usize]
    }
}
