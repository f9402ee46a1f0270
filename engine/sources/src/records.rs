//! What loading gives: facts, the places they come from, and an account of every row.

use diagnostics::Diagnostic;
use program::checked::RelId;
use values::Code;

use crate::digest::Digest;
use crate::table::{RowPlace, RowUnit};

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
    /// The record's number in its source, from 1. In a text as a spreadsheet shows it: the header and empty lines included; a
    /// line break inside quotes does not begin a new row. [`SourceReport::place`] says how people find it.
    pub row: u32,
}

/// How people find a record in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The row of a text.
    Row(u32),
    /// The element of a JSON list, from 1.
    Element(u32),
    /// The element of a JSON list inside of the text, from 1.
    ElementOf {
        /// The way to the list (a JSON Pointer).
        list: String,
        /// The number.
        element: u32,
    },
    /// The row of a sheet, as the spreadsheet shows it.
    SheetRow {
        /// The sheet.
        sheet: String,
        /// The number.
        row: i64,
    },
    /// A row of a table that has a whole number for each, such as SQLite's `rowid`.
    Rowid {
        /// The table.
        table: String,
        /// The id.
        id: i64,
    },
    /// The row of a view, or of a table that says nothing to tell its rows apart, in the order in which they come, from 1.
    TableRow {
        /// The table or view.
        table: String,
        /// The number.
        row: u32,
    },
    /// A row of a table with a primary key.
    Key {
        /// The table.
        table: String,
        /// The values of the key.
        key: String,
        /// The row's number in the order in which they come, from 1.
        row: u32,
    },
}

/// What the numbers of a source's records count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Counted {
    #[default]
    Rows,
    Elements,
    ElementsOf {
        list: String,
    },
    TableRows {
        table: String,
    },
    /// From which row on the numbers are consecutive, and the first of these.
    SheetRows {
        sheet: String,
        runs: Vec<(u32, i64)>,
    },
    Rowids {
        table: String,
        runs: Vec<(u32, i64)>,
    },
    /// Where the key of each row ends in `text`.
    Keys {
        table: String,
        text: String,
        ends: Vec<usize>,
    },
}

impl Counted {
    /// The count of rows that are told apart in this way; of none so far.
    pub(crate) fn of(unit: RowUnit) -> Self {
        match unit {
            RowUnit::Row => Self::Rows,
            RowUnit::SheetRow(sheet) => Self::SheetRows { sheet, runs: Vec::new() },
            RowUnit::Rowid(table) => Self::Rowids { table, runs: Vec::new() },
            RowUnit::TableRow(table) => Self::TableRows { table },
            RowUnit::Key(table) => Self::Keys { table, text: String::new(), ends: Vec::new() },
        }
    }
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
    /// The file's or database's name as the directive gives it, or `stdin`; of a file that fits a pattern its own name.
    pub name: String,
    /// The directive, an index into the program's `inputs`.
    pub input: u32,
    /// The relation it fills.
    pub relation: RelId,
    /// The file does not exist and was read as an empty one.
    pub missing: bool,
    /// By what it is recognised; `None` where nobody asked for it, and of standard input.
    pub digest: Option<Digest>,
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
    /// What their numbers count.
    pub(crate) counted: Counted,
}

impl SourceReport {
    /// How people find the record with this number.
    pub fn place(&self, row: u32) -> Place {
        match &self.counted {
            Counted::Rows => Place::Row(row),
            Counted::Elements => Place::Element(row),
            Counted::ElementsOf { list } => Place::ElementOf { list: list.clone(), element: row },
            Counted::TableRows { table } => Place::TableRow { table: table.clone(), row },
            Counted::SheetRows { sheet, runs } => Place::SheetRow { sheet: sheet.clone(), row: number(runs, row) },
            Counted::Rowids { table, runs } => Place::Rowid { table: table.clone(), id: number(runs, row) },
            Counted::Keys { table, text, ends } => {
                let at = row as usize - 1;
                let start = if at == 0 { 0 } else { ends[at - 1] };
                Place::Key { table: table.clone(), key: text[start..ends[at]].to_owned(), row }
            }
        }
    }

    /// The number of [`SourceReport::place`].
    pub(crate) fn number(&self, row: u32) -> i64 {
        match &self.counted {
            Counted::SheetRows { runs, .. } | Counted::Rowids { runs, .. } => number(runs, row),
            _ => row.into(),
        }
    }

    /// The record with this number, the next one, stands at this place.
    pub(crate) fn note_place(&mut self, row: u32, place: RowPlace<'_>) {
        match (&mut self.counted, place) {
            (Counted::SheetRows { runs, .. } | Counted::Rowids { runs, .. }, RowPlace::Number(number)) => {
                let follows = |(first, start): &(u32, i64)| start.checked_add(i64::from(row - first)) == Some(number);
                if !runs.last().is_some_and(follows) {
                    runs.push((row, number));
                }
            }
            (Counted::Keys { text, ends, .. }, RowPlace::Key(key)) => {
                text.push_str(key);
                ends.push(text.len());
            }
            _ => {}
        }
    }

    /// The account of a source of which nothing was read yet.
    pub(crate) fn new(name: &str, input: u32, relation: RelId) -> Self {
        Self {
            name: name.to_owned(),
            input,
            relation,
            missing: false,
            digest: None,
            read: 0,
            facts: 0,
            repeats: 0,
            blank: 0,
            rejected: 0,
            counted: Counted::Rows,
        }
    }
}

/// The number of a row, from the runs of consecutive numbers.
fn number(runs: &[(u32, i64)], row: u32) -> i64 {
    let (first, start) = runs[runs.partition_point(|(first, _)| *first <= row) - 1];
    start + i64::from(row - first)
}

impl Place {
    /// The number: of the row, of the element, or the `rowid`.
    pub fn number(&self) -> i64 {
        match self {
            Self::Row(row) | Self::TableRow { row, .. } | Self::Key { row, .. } => i64::from(*row),
            Self::Element(element) | Self::ElementOf { element, .. } => i64::from(*element),
            Self::SheetRow { row: number, .. } | Self::Rowid { id: number, .. } => *number,
        }
    }

    /// In English and Chinese words.
    pub(crate) fn words(&self) -> [String; 2] {
        match self {
            Self::Row(row) => [format!("row {row}"), format!("第 {row} 行")],
            Self::Element(element) => [format!("element {element}"), format!("第 {element} 个元素")],
            Self::ElementOf { list, element } => {
                [format!("element {element} of `{list}`"), format!("`{list}` 的第 {element} 个元素")]
            }
            Self::SheetRow { sheet, row } => {
                [format!("sheet `{sheet}`, row {row}"), format!("工作表 `{sheet}` 第 {row} 行")]
            }
            Self::Rowid { table, id } => {
                [format!("table `{table}`, rowid {id}"), format!("表 `{table}` 中 rowid 为 {id} 的行")]
            }
            Self::TableRow { table, row } => {
                [format!("table `{table}`, row {row}"), format!("表 `{table}` 第 {row} 行")]
            }
            Self::Key { table, key, .. } => {
                [format!("table `{table}`, key {key}"), format!("表 `{table}` 中主键为 {key} 的行")]
            }
        }
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
