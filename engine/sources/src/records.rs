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
    /// How many facts there are.
    pub(crate) len: u32,
    /// The rows that gave the facts first.
    pub(crate) runs: Vec<Run>,
    /// Further rows that gave a fact, ascending.
    pub(crate) repeats: Vec<(u32, Locator)>,
}

/// Facts of consecutive rows of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// The first of them; they end where the next run begins.
    pub(crate) fact: u32,
    /// Its row.
    pub(crate) at: Locator,
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
        self.len
    }

    /// True where no record gave a fact.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All records that gave the fact with this number, in the order of reading; the first one made it a fact.
    pub fn locators(&self, fact: u32) -> impl Iterator<Item = Locator> + '_ {
        let first = self.place(fact);
        let from = self.repeats.partition_point(|(repeated, _)| *repeated < fact);
        let others = self.repeats[from..].iter().take_while(move |(repeated, _)| *repeated == fact);
        std::iter::once(first).chain(others.map(|(_, locator)| *locator))
    }

    /// The record that gave a fact first.
    pub(crate) fn place(&self, fact: u32) -> Locator {
        let run = self.runs[self.runs.partition_point(|run| run.fact <= fact) - 1];
        Locator { row: run.at.row + (fact - run.fact), ..run.at }
    }

    /// Those among the facts from `start` to `end` with which a run begins, `start` included, and their places.
    pub(crate) fn runs_between(&self, start: u32, end: u32) -> impl Iterator<Item = (u32, Locator)> + '_ {
        let next = self.runs.partition_point(|run| run.fact <= start);
        let others = self.runs[next..].iter().take_while(move |run| run.fact < end);
        std::iter::once((start, self.place(start))).chain(others.map(|run| (run.fact, run.at)))
    }

    /// From this fact on, the next one to be appended, rows are counted from `at`.
    pub(crate) fn begin_run(&mut self, fact: u32, at: Locator) {
        let follows = |run: &Run| run.at.source == at.source && at.row.checked_sub(run.at.row) == Some(fact - run.fact);
        if !self.runs.last().is_some_and(follows) {
            self.runs.push(Run { fact, at });
        }
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
