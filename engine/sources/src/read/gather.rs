//! The growing facts of one relation.

use rayon::prelude::*;
use values::{Code, Primitive};

use super::repeats::{Repeat, remove, repeats};
use crate::{Loaded, Locator, SourceReport};

/// Rows of one piece of a source, counted from 1; facts are counted from 0.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    /// How many facts there are.
    pub(crate) facts: u32,
    /// For each column a code for each fact, or the number of its symbol.
    pub(crate) columns: Vec<Vec<Code>>,
    /// From which fact on the facts have consecutive row numbers, and the first of these.
    pub(crate) runs: Vec<(u32, u32)>,
}

/// Rows in the order in which they come.
///
/// The life of a row: (1) its codes are appended to the columns; (2) [`Gathered::settle`] takes it out if an earlier one has
/// the same codes, and leaves only its locator, in `repeats`; the others are facts from then on.
pub(crate) struct Gathered {
    loaded: Loaded,
    /// How many rows, the first ones, are known to differ.
    settled: u32,
}

impl Gathered {
    /// No rows of a relation with this many columns.
    pub(crate) fn new(columns: usize) -> Self {
        Self { loaded: Loaded { columns: vec![Vec::new(); columns], ..Loaded::default() }, settled: 0 }
    }

    /// How many rows there are, repeats that are not known yet included.
    pub(crate) fn len(&self) -> u32 {
        self.loaded.len
    }

    /// Takes the facts of batches, each with the row before its first one, and the codes of its symbols.
    pub(crate) fn add(&mut self, primitives: &[Primitive], wave: &[(Locator, &Batch)], symbols: &[Vec<Code>]) {
        let columns = self.loaded.columns.par_iter_mut().zip(primitives).enumerate();
        columns.for_each(|(number, (column, primitive))| {
            for ((_, batch), symbols) in wave.iter().zip(symbols) {
                let codes = &batch.columns[number];
                match primitive {
                    Primitive::Symbol => column.extend(codes.iter().map(|symbol| symbols[*symbol as usize])),
                    _ => column.extend_from_slice(codes),
                }
            }
        });
        for (start, batch) in wave {
            for (fact, row) in &batch.runs {
                self.loaded.begin_run(self.loaded.len + fact, Locator { row: start.row + row, ..*start });
            }
            self.loaded.len += batch.facts;
        }
    }

    /// Takes a single row.
    pub(crate) fn push(&mut self, codes: &[Code], at: Locator) {
        self.loaded.columns.iter_mut().zip(codes).for_each(|(column, code)| column.push(*code));
        self.loaded.begin_run(self.loaded.len, at);
        self.loaded.len += 1;
    }

    /// Takes out all rows that repeat an earlier one, and moves them from the facts to the repeats of their sources.
    pub(crate) fn settle(&mut self, reports: &mut [SourceReport]) {
        if self.settled < self.loaded.len {
            let repeats = repeats(&self.loaded.columns, self.loaded.len);
            if !repeats.is_empty() {
                self.take_out(&repeats, reports);
            }
        }
        self.settled = self.loaded.len;
    }

    fn take_out(&mut self, repeats: &[Repeat], reports: &mut [SourceReport]) {
        let rows = Loaded { repeats: std::mem::take(&mut self.loaded.repeats), ..Loaded::default() };
        let rows = std::mem::replace(&mut self.loaded, rows);
        for repeat in repeats {
            let at = rows.place(repeat.row);
            let report = &mut reports[at.source as usize];
            report.facts -= 1;
            report.repeats += 1;
            let taken_out = repeats.partition_point(|other| other.row < repeat.first) as u32;
            self.loaded.repeats.push((repeat.first - taken_out, at));
        }
        let ends = repeats.iter().map(|repeat| repeat.row).chain([rows.len]);
        let starts = [0].into_iter().chain(repeats.iter().map(|repeat| repeat.row + 1));
        for (start, end) in starts.zip(ends).filter(|(start, end)| start < end) {
            for (row, at) in rows.runs_between(start, end) {
                self.loaded.begin_run(self.loaded.len + row - start, at);
            }
            self.loaded.len += end - start;
        }
        self.loaded.columns = rows.columns;
        self.loaded.columns.par_iter_mut().for_each(|column| remove(column, repeats));
    }

    /// The facts; all rows must be settled or known to differ.
    pub(crate) fn finish(self) -> Loaded {
        let mut loaded = self.loaded;
        loaded.repeats.sort_unstable();
        loaded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use program::checked::RelId;

    fn at(source: u32, row: u32) -> Locator {
        Locator { source, row }
    }

    fn add(gathered: &mut Gathered, start: Locator, rows: &[&[Code]], runs: &[(u32, u32)]) {
        let columns = gathered.loaded.columns.len();
        let batch = Batch {
            columns: (0..columns).map(|column| rows.iter().map(|row| row[column]).collect()).collect(),
            facts: rows.len() as u32,
            runs: runs.to_vec(),
        };
        gathered.add(&vec![Primitive::Number; columns], &[(start, &batch)], &[Vec::new()]);
    }

    /// The reports of `count` sources in which all rows so far are facts.
    fn reports(facts: &[u32]) -> Vec<SourceReport> {
        facts.iter().map(|facts| SourceReport { facts: *facts, ..SourceReport::new("r", 0, RelId(0)) }).collect()
    }

    fn counts(reports: &[SourceReport]) -> Vec<(u32, u32)> {
        reports.iter().map(|report| (report.facts, report.repeats)).collect()
    }

    #[test]
    fn a_fact_keeps_all_its_places() {
        for settling_early in [false, true] {
            let mut gathered = Gathered::new(2);
            let mut reports = reports(&[4, 0, 5]);
            add(&mut gathered, at(0, 1), &[&[1, 2], &[2, 1]], &[(0, 1)]);
            add(&mut gathered, at(0, 5), &[&[1, 2], &[5, 5]], &[(0, 1)]);
            if settling_early {
                gathered.settle(&mut reports);
            }
            add(&mut gathered, at(2, 0), &[&[1, 2], &[3, 3], &[2, 1], &[4, 4], &[1, 2]], &[(0, 1), (3, 7)]);
            gathered.settle(&mut reports);
            assert_eq!(counts(&reports), [(3, 1), (0, 0), (2, 3)]);
            let loaded = gathered.finish();
            assert_eq!(loaded.columns, [[1, 2, 5, 3, 4], [2, 1, 5, 3, 4]]);
            let places = |fact| loaded.locators(fact).collect::<Vec<_>>();
            assert_eq!(places(0), [at(0, 2), at(0, 6), at(2, 1), at(2, 8)]);
            assert_eq!(places(1), [at(0, 3), at(2, 3)]);
            assert_eq!(places(2), [at(0, 7)]);
            assert_eq!(places(3), [at(2, 2)]);
            assert_eq!(places(4), [at(2, 7)]);
        }
    }

    #[test]
    fn a_nullary_relation_has_one_fact_at_most() {
        let mut gathered = Gathered::new(0);
        let mut reports = reports(&[2]);
        add(&mut gathered, at(0, 0), &[&[], &[]], &[(0, 1)]);
        gathered.settle(&mut reports);
        assert_eq!(counts(&reports), [(1, 1)]);
        let loaded = gathered.finish();
        assert_eq!((loaded.len(), loaded.columns.len()), (1, 0));
        assert_eq!(loaded.locators(0).collect::<Vec<_>>(), [at(0, 1), at(0, 2)]);
    }
}
