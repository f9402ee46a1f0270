//! One source from its first row to its last.

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Input, Relation};
use values::{Code, Dictionary, Primitive, Value};

use super::cell::Cell;
use super::gather::{Gain, Gathered};
use super::header::Header;
use super::layout::Layout;
use super::row::{Bad, Content, Rows};
use crate::limits::Limits;
use crate::rejects::Rejects;
use crate::split::{Record, Split};
use crate::{Locator, Reject, SourceReport};

/// A source to be read.
pub(crate) struct Reading<'a> {
    /// Its directive.
    pub(crate) input: &'a Input,
    /// The relation it fills.
    pub(crate) relation: &'a Relation,
    /// Its name in messages.
    pub(crate) file: &'a str,
    /// Its number in [`Locator`]s.
    pub(crate) source: u32,
    /// What is still read.
    pub(crate) limits: &'a Limits,
}

impl Reading<'_> {
    /// Reads `text` to its end, or until an error makes the rest pointless. Every row is counted in `report`. Returns what
    /// concerns the source as a whole.
    pub(crate) fn read(
        &self,
        text: &[u8],
        gathered: &mut Gathered,
        dictionary: &mut Dictionary,
        rejects: &mut Rejects,
        report: &mut SourceReport,
    ) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut split = Split::new(text, &self.input.format);
        let mut record = Record::default();
        let header = if self.input.format.headers {
            match self.header(&mut split, &mut record) {
                Ok(header) => Some(header),
                Err(error) => return vec![*error],
            }
        } else {
            None
        };
        let Some(layout) = Layout::resolve(self.input, self.relation, self.file, header.as_ref(), &mut findings) else {
            return findings;
        };
        let rows = self.rows(&layout);
        let mut codes = vec![0; self.relation.columns.len()];
        while gathered.len() <= self.limits.facts && split.read(&mut record) {
            report.read += 1;
            match rows.read(&record) {
                Content::Cells(cells) => {
                    self.encode(&cells, &layout, record.row, dictionary, &mut codes);
                    match gathered.add(&codes, self.at(record.row)) {
                        Gain::Fact => report.facts += 1,
                        Gain::Repeat => report.repeats += 1,
                    }
                }
                Content::Blank => report.blank += 1,
                Content::Bad(bad) => {
                    report.rejected += 1;
                    rejects.add(|| self.reject(bad, &rows, &record));
                }
            }
        }
        if gathered.len() > self.limits.facts {
            findings.push(self.too_many());
        }
        findings
    }

    /// The first row, which names the fields.
    fn header<'t>(&self, split: &mut Split<'t>, record: &mut Record<'t>) -> Result<Header, Box<Diagnostic>> {
        if !split.read(record) {
            let missing = Diagnostic::new(&catalogue::MISSING_HEADER, self.input.span);
            return Err(Box::new(missing.arg("file", self.file).arg("relation", &self.relation.name)));
        }
        match record.fault {
            None => Ok(Header::new(&record.fields)),
            Some(fault) => {
                let nothing = Layout { fields: Vec::new(), width: None };
                let (_, _, mut diagnostic) = self.rows(&nothing).describe(Bad::Fault(fault), record);
                diagnostic.span = Some(self.input.span);
                Err(Box::new(diagnostic))
            }
        }
    }

    fn rows<'b>(&'b self, layout: &'b Layout) -> Rows<'b> {
        Rows {
            relation: self.relation,
            file: self.file,
            layout,
            skip_blank: self.input.skip_blank,
            cell_bytes: self.limits.cell_bytes,
        }
    }

    /// Puts one code for each column into `codes`. Only rows that become facts leave their values in the dictionary.
    fn encode(&self, cells: &[Cell], layout: &Layout, row: u32, dictionary: &mut Dictionary, codes: &mut [Code]) {
        for ((column, _), cell) in layout.fields.iter().zip(cells) {
            codes[*column] = cell.encode(dictionary);
        }
        if let Some(column) = self.input.row {
            codes[column] = dictionary.encode(&match self.relation.columns[column].primitive {
                Primitive::Unsigned => Value::Unsigned(row.into()),
                _ => Value::Number(row.into()),
            });
        }
    }

    fn reject(&self, bad: Bad, rows: &Rows, record: &Record) -> Reject {
        let (column, text, diagnostic) = rows.describe(bad, record);
        Reject { locator: self.at(record.row), column, text, diagnostic }
    }

    fn at(&self, row: u32) -> Locator {
        Locator { source: self.source, row }
    }

    fn too_many(&self) -> Diagnostic {
        Diagnostic::new(&catalogue::TOO_MANY_FACTS, self.input.span)
            .arg("file", self.file)
            .arg("relation", &self.relation.name)
            .arg("limit", self.limits.facts)
    }
}
