//! One chunk from its first row to its last.

use program::checked::TextFormat;
use values::{Primitive, SymbolBatch, Value};

use super::chunks::Chunk;
use super::row::{Cells, Content, Draft, Rows};
use super::split::{Record, Split};
use crate::read::Batch;

/// What a chunk holds; there is room for those to come. Rows are counted from 1, facts from 0; which facts are repeats is not known yet.
#[derive(Default)]
pub(crate) struct Parsed {
    /// How many rows there are.
    pub(crate) rows: u32,
    /// Those that are facts; nothing for the `row` column.
    pub(crate) batch: Batch,
    /// How many of them are blank.
    pub(crate) blank: u32,
    /// How many of them cannot be read.
    pub(crate) rejected: u32,
    /// The first ones of these.
    pub(crate) drafts: Vec<Draft>,
    /// The symbols.
    pub(crate) symbols: SymbolBatch,
    /// Values that have no code yet, by column and fact.
    pub(crate) large: Vec<(usize, usize, Value)>,
}

/// Reads a chunk. Of at most `keep` rows that cannot be read something is remembered.
pub(crate) fn parse(rows: &Rows, format: &TextFormat, chunk: &Chunk, keep: usize, parsed: &mut Parsed) {
    let columns = &rows.reading.relation.columns;
    parsed.clear(columns.len());
    let mut cells = Cells { codes: vec![0; columns.len()], ..Cells::default() };
    let sources = sources(rows);
    let mut split = Split::new(chunk, format);
    let mut record = Record::default();
    while split.read(&mut record) {
        match rows.read(&record, &mut cells) {
            Content::Values => parsed.add(&sources, &record, &mut cells),
            Content::Blank => parsed.blank += 1,
            Content::Bad(bad) => {
                parsed.rejected += 1;
                if parsed.drafts.len() < keep {
                    parsed.drafts.push(rows.draft(bad, &record));
                }
            }
        }
    }
    parsed.rows = record.row;
}

/// Where the code of a column comes from.
enum Source<'a> {
    /// The same symbol in every row.
    Constant(&'a str),
    Symbol {
        field: usize,
    },
    /// An earlier column that has the same symbol.
    Same {
        column: usize,
    },
    /// The text of a cell after its conversion.
    Converted,
    Cell,
}

fn sources<'a>(rows: &Rows<'a>) -> Vec<(usize, Source<'a>)> {
    let fields = &rows.layout.fields;
    let is_symbol = |column: usize| rows.reading.relation.columns[column].primitive == Primitive::Symbol;
    let is_as_it_stands = |column: usize| is_symbol(column) && !rows.reading.is_converted(column);
    let source = |(number, &(column, field)): (usize, &(usize, usize))| {
        let mut earlier = fields[..number].iter();
        let source = match earlier.find(|(other, known)| *known == field && is_as_it_stands(*other)) {
            _ if !is_symbol(column) => Source::Cell,
            _ if !is_as_it_stands(column) => Source::Converted,
            Some((column, _)) => Source::Same { column: *column },
            None => Source::Symbol { field },
        };
        (column, source)
    };
    let constants = rows.reading.constants.iter().filter_map(|(column, value)| match value {
        Value::Symbol(text) => Some((*column, Source::Constant(text))),
        _ => None,
    });
    fields.iter().enumerate().map(source).chain(constants).collect()
}

impl Parsed {
    fn clear(&mut self, columns: usize) {
        let Self { mut batch, mut symbols, .. } = std::mem::take(self);
        batch.columns.resize_with(columns, Vec::new);
        batch.columns.iter_mut().for_each(Vec::clear);
        symbols.clear();
        *self = Self { batch: Batch { columns: batch.columns, ..Batch::default() }, symbols, ..Self::default() };
    }

    fn add(&mut self, sources: &[(usize, Source<'_>)], record: &Record, cells: &mut Cells) {
        for (column, source) in sources {
            match source {
                Source::Constant(text) => cells.codes[*column] = self.symbols.add(text),
                Source::Symbol { field } => cells.codes[*column] = self.symbols.add(record.fields.get(*field)),
                Source::Same { column: same } => cells.codes[*column] = cells.codes[*same],
                Source::Converted => {
                    let text = cells.converted.iter().find(|(converted, _)| converted == column);
                    cells.codes[*column] = self.symbols.add(text.map_or("", |(_, text)| text));
                }
                Source::Cell => {}
            }
            self.batch.columns[*column].push(cells.codes[*column]);
        }
        let fact = self.batch.facts;
        self.large.extend(cells.large.drain(..).map(|(column, value)| (column, fact as usize, value)));
        let follows = |(first, row): &(u32, u32)| record.row - row == fact - first;
        if !self.batch.runs.last().is_some_and(follows) {
            self.batch.runs.push((fact, record.row));
        }
        self.batch.facts += 1;
    }
}
