//! One source from its first row to its last.

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Input, Relation};
use values::{Dictionary, Primitive, Value};

use super::chunks::{Chunk, Chunks};
use super::gather::Gathered;
use super::header::Header;
use super::layout::Layout;
use super::parse::Parsed;
use super::row::{Bad, Rows};
use super::text::{Failure, Opened};
use super::wave::Wave;
use crate::limits::Limits;
use crate::rejects::Rejects;
use crate::split::{Record, Split};
use crate::{Locator, SourceReport};

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
    /// Reads `text` to its end, or until an error makes the rest pointless. Every row is counted in the source's report.
    /// What concerns the source as a whole is added to `findings`.
    ///
    /// The text is taken in waves of chunks and dropped. Whoever parses a chunk, and in whatever order, the outcome is that of
    /// reading row by row.
    pub(crate) fn read(
        &self,
        text: Opened,
        wave: &mut Wave,
        mut into: Into,
        findings: &mut Vec<Diagnostic>,
    ) -> Result<(), Failure> {
        let mut chunks = Chunks::new(text, &self.input.format, self.limits.chunk_bytes);
        let header = match self.header(wave.begin(&mut chunks)?) {
            Ok(header) => header,
            Err(error) => {
                findings.push(*error);
                return Ok(());
            }
        };
        let Some(layout) = Layout::resolve(self.input, self.relation, self.file, header.as_ref(), findings) else {
            return Ok(());
        };
        let rows = self.rows(&layout);
        let mut rows_before = u32::from(header.is_some());
        loop {
            let parsed = wave.next(&mut chunks, &rows, &self.input.format, into.rejects.keep())?;
            if parsed.is_empty() {
                return Ok(());
            }
            if let Err(error) = self.take(parsed, &rows, &mut rows_before, &mut into) {
                findings.push(*error);
                return Ok(());
            }
        }
    }

    /// The first row, where it names the fields; the first chunk then begins behind it.
    fn header(&self, first: Option<&mut Chunk>) -> Result<Option<Header>, Box<Diagnostic>> {
        if !self.input.format.headers {
            return Ok(None);
        }
        let Some(chunk) = first else {
            let missing = Diagnostic::new(&catalogue::MISSING_HEADER, self.input.span);
            return Err(Box::new(missing.arg("file", self.file).arg("relation", &self.relation.name)));
        };
        let (header, start) = {
            let mut split = Split::new(chunk, &self.input.format);
            let mut record = Record::default();
            split.read(&mut record);
            if let Some(fault) = record.fault {
                let nothing = Layout { fields: Vec::new(), width: None };
                let rows = self.rows(&nothing);
                let mut diagnostic = rows.reject(rows.draft(Bad::Fault(fault), &record), self.at(1)).diagnostic;
                diagnostic.span = Some(self.input.span);
                return Err(Box::new(diagnostic));
            }
            (Header::new(record.fields.iter()), split.at())
        };
        chunk.start = start;
        Ok(Some(header))
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

    /// Takes the rows of a wave, before which the source has `rows_before`.
    fn take(
        &self,
        wave: Vec<&mut Parsed>,
        rows: &Rows,
        rows_before: &mut u32,
        into: &mut Into,
    ) -> Result<(), Box<Diagnostic>> {
        let batches: Vec<_> = wave.iter().map(|parsed| &parsed.symbols).collect();
        let symbols =
            into.dictionary.intern(&batches, self.limits.symbols).map_err(|_| Box::new(self.too_many_symbols()))?;

        let mut placed = Vec::with_capacity(wave.len());
        for parsed in wave {
            let start = self.at(*rows_before);
            *rows_before += parsed.rows;
            self.encode(parsed, start, into.dictionary);
            let report = &mut into.reports[self.source as usize];
            report.read += parsed.rows;
            report.facts += parsed.facts;
            report.blank += parsed.blank;
            report.rejected += parsed.rejected;
            let drafts = std::mem::take(&mut parsed.drafts).into_iter();
            let rejects = drafts.map(|draft| {
                let at = self.at(start.row + draft.row);
                rows.reject(draft, at)
            });
            into.rejects.add(parsed.rejected, rejects);
            placed.push((start, &*parsed));
        }
        let primitives: Vec<_> = self.relation.columns.iter().map(|column| column.primitive).collect();
        into.gathered.add(&primitives, &placed, &symbols);

        if into.gathered.len() > self.limits.facts {
            into.gathered.settle(into.reports);
        }
        if into.gathered.len() > self.limits.facts { Err(Box::new(self.too_many_facts())) } else { Ok(()) }
    }

    /// Gives large values and row numbers their codes. Only rows that become facts leave their values in the dictionary.
    fn encode(&self, parsed: &mut Parsed, start: Locator, dictionary: &mut Dictionary) {
        for (column, fact, value) in parsed.large.drain(..) {
            parsed.columns[column][fact] = dictionary.encode(&value);
        }
        let Some(column) = self.input.row else { return };
        let ends = parsed.runs.iter().skip(1).map(|(fact, _)| *fact).chain([parsed.facts]);
        for ((fact, row), end) in parsed.runs.iter().zip(ends) {
            let rows = (start.row + row..).take((end - fact) as usize);
            let codes = rows.map(|row| match self.relation.columns[column].primitive {
                Primitive::Unsigned => dictionary.encode(&Value::Unsigned(row.into())),
                _ => dictionary.number(row.into()),
            });
            parsed.columns[column].extend(codes);
        }
    }

    fn at(&self, row: u32) -> Locator {
        Locator { source: self.source, row }
    }

    fn too_many_facts(&self) -> Diagnostic {
        Diagnostic::new(&catalogue::TOO_MANY_FACTS, self.input.span)
            .arg("file", self.file)
            .arg("relation", &self.relation.name)
            .arg("limit", self.limits.facts)
    }

    fn too_many_symbols(&self) -> Diagnostic {
        Diagnostic::new(&catalogue::TOO_MANY_SYMBOLS, self.input.span)
            .arg("file", self.file)
            .arg("relation", &self.relation.name)
            .arg("limit", self.limits.symbols)
    }
}
