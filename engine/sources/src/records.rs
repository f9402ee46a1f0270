//! What loading gives: facts, the places they come from, and an account of every row.

use diagnostics::Diagnostic;
use program::checked::RelId;
use values::Code;

/// The records of a program's `.input` directives.
#[derive(Debug)]
pub struct Records {
    /// The facts of every relation, by [`RelId`]; empty for a relation without `.input`.
    pub relations: Vec<Loaded>,
    /// One account for each `.input`, in source order; [`Locator::source`] is an index into it.
    pub sources: Vec<SourceReport>,
    /// The rejected rows, by source and row. Empty unless rejects are collected.
    pub rejects: Vec<Reject>,
    /// What does not keep the run from going on.
    pub warnings: Vec<Diagnostic>,
}

/// The facts of one relation: distinct rows in the order in which they were first read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// One list of codes for each column of the relation, all of the same length.
    pub columns: Vec<Vec<Code>>,
    /// The row that gave each fact first.
    pub(crate) rows: Vec<u32>,
    /// From which fact on `rows` are rows of which source, ascending.
    pub(crate) starts: Vec<(u32, u32)>,
    /// Further rows that gave a fact, ascending.
    pub(crate) repeats: Vec<(u32, Locator)>,
}

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locator {
    /// Index into [`Records::sources`].
    pub source: u32,
    /// The record's number in its source as a spreadsheet shows it: from 1, the header and empty lines included; a line
    /// break inside quotes does not begin a new row.
    pub row: u32,
}

impl Loaded {
    /// How many facts there are; at most 1 where the relation has no columns.
    pub fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// True where no record gave a fact.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All records that gave the fact with this number, in the order of reading; the first one made it a fact.
    pub fn locators(&self, fact: u32) -> impl Iterator<Item = Locator> + '_ {
        let start = self.starts.partition_point(|(first, _)| *first <= fact) - 1;
        let first = Locator { source: self.starts[start].1, row: self.rows[fact as usize] };
        let from = self.repeats.partition_point(|(repeated, _)| *repeated < fact);
        let others = self.repeats[from..].iter().take_while(move |(repeated, _)| *repeated == fact);
        std::iter::once(first).chain(others.map(|(_, locator)| *locator))
    }
}

/// What became of the rows of one source: `read = facts + repeats + blank + rejected`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReport {
    /// The file's name as the directive gives it, or `stdin`.
    pub name: String,
    /// The relation it fills.
    pub relation: RelId,
    /// The file does not exist and was read as an empty one.
    pub missing: bool,
    /// Rows read, the header not counted.
    pub read: u32,
    /// Rows that gave a new fact.
    pub facts: u32,
    /// Rows equal to an earlier row of the relation in all its columns.
    pub repeats: u32,
    /// Rows without content, and rows left out by `blank="skip"`.
    pub blank: u32,
    /// Rows that cannot be read.
    pub rejected: u32,
}

impl SourceReport {
    /// The account of a source of which nothing was read yet.
    pub(crate) fn new(name: &str, relation: RelId) -> Self {
        Self { name: name.to_owned(), relation, missing: false, read: 0, facts: 0, repeats: 0, blank: 0, rejected: 0 }
    }
}

/// A row that cannot be read.
#[derive(Clone, Debug)]
pub struct Reject {
    /// Where it stands.
    pub locator: Locator,
    /// The relation's column whose cell is at fault; `None` where the row as a whole is.
    pub column: Option<String>,
    /// The cell or row as found, cut where it is very long.
    pub text: String,
    /// Why it cannot be read, with file, row and column.
    pub diagnostic: Diagnostic,
}
