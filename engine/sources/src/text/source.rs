//! One source from its first row to its last.

use diagnostics::{Diagnostic, catalogue};
use program::checked::TextFormat;
use values::{Dictionary, Primitive, Value};

use super::chunks::{Chunk, Chunks};
use super::header::Header;
use super::layout::Layout;
use super::parse::Parsed;
use super::row::{Bad, Rows};
use super::split::{Record, Split};
use super::wave::Wave;
use crate::Locator;
use crate::read::{Failure, Into, Opened, Reading};

/// A text to be read.
pub(crate) struct TextReading<'a> {
    /// Its source.
    pub(crate) reading: &'a Reading<'a>,
    /// How it is written.
    pub(crate) format: &'a TextFormat,
}

impl TextReading<'_> {
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
        let mut chunks = Chunks::new(text, self.format, self.reading.limits.chunk_bytes);
        let header = match self.header(wave.begin(&mut chunks)?) {
            Ok(header) => header,
            Err(error) => {
                findings.push(*error);
                return Ok(());
            }
        };
        let Some(layout) = Layout::resolve(self.reading, header.as_ref(), findings) else {
            return Ok(());
        };
        let rows = Rows::new(self.reading, &layout);
        let mut rows_before = u32::from(header.is_some());
        loop {
            let parsed = wave.next(&mut chunks, &rows, self.format, into.rejects.keep())?;
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
        if !self.format.headers {
            return Ok(None);
        }
        let Some(chunk) = first else {
            return Err(Box::new(self.reading.error(&catalogue::MISSING_HEADER)));
        };
        let (header, start) = {
            let mut split = Split::new(chunk, self.format);
            let mut record = Record::default();
            split.read(&mut record);
            if let Some(fault) = record.fault {
                let nothing = Layout { fields: Vec::new(), width: None };
                let rows = Rows::new(self.reading, &nothing);
                let mut diagnostic = rows.reject(rows.draft(Bad::Fault(fault), &record), self.reading.at(1)).diagnostic;
                diagnostic.span = Some(self.reading.input.span);
                return Err(Box::new(diagnostic));
            }
            (Header::new(record.fields.iter()), split.at())
        };
        chunk.start = start;
        Ok(Some(header))
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
        let symbols = into
            .dictionary
            .intern(&batches, self.reading.limits.symbols)
            .map_err(|_| self.reading.too_many_symbols())?;

        let mut placed = Vec::with_capacity(wave.len());
        for parsed in wave {
            let start = self.reading.at(*rows_before);
            *rows_before += parsed.rows;
            self.encode(parsed, start, into.dictionary);
            let report = &mut into.reports[self.reading.source as usize];
            report.read += parsed.rows;
            report.facts += parsed.batch.facts;
            report.blank += parsed.blank;
            report.rejected += parsed.rejected;
            let drafts = std::mem::take(&mut parsed.drafts).into_iter();
            let rejects = drafts.map(|draft| {
                let at = self.reading.at(start.row + draft.row);
                rows.reject(draft, at)
            });
            into.rejects.add(parsed.rejected, rejects);
            placed.push((start, &parsed.batch));
        }
        let primitives: Vec<_> = self.reading.relation.columns.iter().map(|column| column.primitive).collect();
        into.gathered.add(&primitives, &placed, &symbols);

        self.reading.check_facts(into)
    }

    /// Gives large values, constants and row numbers their codes. Only rows that become facts leave their values in the dictionary.
    fn encode(&self, parsed: &mut Parsed, start: Locator, dictionary: &mut Dictionary) {
        for (column, fact, value) in parsed.large.drain(..) {
            parsed.batch.columns[column][fact] = dictionary.encode(&value);
        }
        let is_symbol = |column: usize| self.reading.relation.columns[column].primitive == Primitive::Symbol;
        for (column, value) in self.reading.constants.iter().filter(|(column, _)| !is_symbol(*column)) {
            let code = dictionary.encode(value);
            parsed.batch.columns[*column].resize(parsed.batch.facts as usize, code);
        }
        let Some(column) = self.reading.input.row else { return };
        let ends = parsed.batch.runs.iter().skip(1).map(|(fact, _)| *fact).chain([parsed.batch.facts]);
        for ((fact, row), end) in parsed.batch.runs.iter().zip(ends) {
            let rows = (start.row + row..).take((end - fact) as usize);
            let codes = rows.map(|row| match self.reading.relation.columns[column].primitive {
                Primitive::Unsigned => dictionary.encode(&Value::Unsigned(row.into())),
                _ => dictionary.number(row.into()),
            });
            parsed.batch.columns[column].extend(codes);
        }
    }
}
