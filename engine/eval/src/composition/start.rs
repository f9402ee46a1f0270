//! The pairs that rows begin with, grouped by the code of the row.

use std::ops::Range;

use values::Code;

use super::Hop;
use crate::Relation;
use crate::pipeline::Visible;
use crate::plan::Rows;

/// Pairs of codes, those with the same first one mostly side by side.
pub(super) enum Start {
    /// In ascending order.
    Sorted(Vec<u64>),
    /// In the order of an index over the first column: its rows, then those that it has not taken in yet.
    Indexed(Hop, Range<u32>),
}

impl Start {
    pub(super) fn new(hop: &Hop, relations: &[Relation], visible: &[Visible]) -> Start {
        let relation = &relations[hop.relation.0 as usize];
        let range = visible[hop.relation.0 as usize].range(hop.rows);
        if hop.rows == Rows::All && relation.index(&[hop.from]).is_some() {
            return Start::Indexed(*hop, range);
        }
        let columns = &relation.rows().columns;
        let at = range.start as usize..range.end as usize;
        let pairs = columns[hop.from][at.clone()].iter().zip(&columns[hop.to][at]);
        let mut pairs = pairs.map(|(a, b)| u64::from(*a) << 32 | u64::from(*b)).collect::<Vec<_>>();
        if !pairs.is_sorted() {
            pairs.sort_unstable();
        }
        Start::Sorted(pairs)
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Start::Sorted(pairs) => pairs.len(),
            Start::Indexed(_, range) => range.len(),
        }
    }

    /// The first code of the pair at `at`, and into `codes` the second ones of those that follow with the same; `at` moves
    /// behind them, at most to `end`.
    pub(super) fn group(&self, relations: &[Relation], at: &mut usize, end: usize, codes: &mut Vec<Code>) -> Code {
        match self {
            Start::Sorted(pairs) => group(|at| ((pairs[at] >> 32) as Code, pairs[at] as Code), at, end, codes),
            Start::Indexed(hop, _) => {
                let relation = &relations[hop.relation.0 as usize];
                let Some(index) = relation.index(&[hop.from]) else { unreachable!("seen when it began") };
                let (rows, columns) = (index.stable_rows(), &relation.rows().columns);
                let pair = |at: usize| {
                    // The tail holds the rows behind the stable part, so that a row stands at its own number.
                    let row = rows.get(at).map_or(at, |row| *row as usize);
                    (columns[hop.from][row], columns[hop.to][row])
                };
                group(pair, at, end, codes)
            }
        }
    }
}

fn group(pair: impl Fn(usize) -> (Code, Code), at: &mut usize, end: usize, codes: &mut Vec<Code>) -> Code {
    let (x, code) = pair(*at);
    codes.push(code);
    *at += 1;
    while *at < end {
        let (next, code) = pair(*at);
        if next != x {
            break;
        }
        codes.push(code);
        *at += 1;
    }
    x
}
