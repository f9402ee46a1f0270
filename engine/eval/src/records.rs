//! Rows as columns of codes.

use std::ops::Range;

use values::Code;

use crate::hash::{Column, Columns, hash_columns};

/// Rows as columns of codes.
#[derive(Debug, Default, Clone)]
pub struct Records {
    /// One vector per column, all of length `len`.
    pub columns: Vec<Vec<Code>>,
    /// The number of rows (it cannot be read off the columns of a nullary relation).
    pub len: u32,
}

impl Records {
    /// No rows of `arity` columns.
    pub fn empty(arity: usize) -> Self {
        Self { columns: vec![Vec::new(); arity], len: 0 }
    }

    /// The codes of one row.
    pub fn row(&self, row: u32) -> impl Iterator<Item = Code> + '_ {
        self.columns.iter().map(move |column| column[row as usize])
    }

    /// Adds the rows in `range` that hold `key` in `columns`, of which there is at least one.
    pub(crate) fn holding(&self, columns: &[usize], key: &[Code], range: Range<u32>, out: &mut Vec<u32>) {
        let ([first, others @ ..], [code, rest @ ..]) = (columns, key) else { return out.extend(range) };
        let codes = &self.columns[*first][range.start as usize..range.end as usize];
        let same =
            |row: &u32| others.iter().zip(rest).all(|(column, code)| self.columns[*column][*row as usize] == *code);
        out.extend(range.zip(codes).filter(|(_, found)| *found == code).map(|(row, _)| row).filter(same));
    }

    pub(crate) fn push(&mut self, row: &[Code]) {
        for (column, code) in self.columns.iter_mut().zip(row) {
            column.push(*code);
        }
        self.len += 1;
    }

    /// Replaces `out` with the hashes of some rows.
    pub(crate) fn hashes(&self, rows: Range<u32>, out: &mut Vec<u32>) {
        let at = rows.start as usize..rows.end as usize;
        out.clear();
        let columns = self.columns.iter().map(|column| Column::Codes(&column[at.clone()])).collect::<Columns<'_>>();
        hash_columns(&columns, at.len(), out);
    }
}
