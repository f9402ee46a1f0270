//! The rows of a sheet, with merged cells filled.

use std::collections::BTreeMap;

use calamine::Dimensions;
use sources::TableError;

use crate::book::{Cells, Found};
use crate::cell::Cell;
use crate::faults::damaged;

/// Rows of a sheet in their order, those without cells included, up to the last one in which something stands.
///
/// The value of a merged region stands in its first cell; here it stands in every row and column that the region covers.
pub(crate) struct Rows<'b> {
    cells: Cells<'b>,
    /// The cell that was read too far.
    waiting: Option<Found>,
    /// The number of the next row, from 0.
    next: u32,
    /// The columns that are read; `None`: all of them.
    columns: Option<Vec<u32>>,
    /// Regions that have not begun, the next ones last.
    regions: Vec<Dimensions>,
    /// For each column that a region covers: its last row, and its value.
    covered: BTreeMap<u32, (u32, Cell)>,
}

/// The columns of a row with a content.
pub(crate) type Row = BTreeMap<u32, Cell>;

/// Columns that a sheet may have.
const COLUMNS_MAX: u32 = 16_384;
/// Rows that a sheet may have.
const ROWS_MAX: u32 = 1_048_576;

impl<'b> Rows<'b> {
    /// The rows with these cells, of which only the `wanted` columns count.
    pub(crate) fn new(cells: Cells<'b>, merged: &[Dimensions], wanted: Option<&[usize]>) -> Self {
        let mut regions = merged.to_vec();
        regions.retain(|region| region.start < region.end);
        regions.sort_by_key(|region| std::cmp::Reverse(region.start));
        let columns = wanted.map(|wanted| {
            let firsts = regions.iter().map(|region| region.start.1);
            let mut columns = wanted.iter().map(|column| *column as u32).chain(firsts).collect::<Vec<_>>();
            columns.sort_unstable();
            columns.dedup();
            columns
        });
        Self { cells, waiting: None, next: 0, columns, regions, covered: BTreeMap::new() }
    }

    /// Puts the next row into `row` and gives its number, from 0; `None` behind the last one.
    ///
    /// # Errors
    /// Where the sheet is damaged.
    pub(crate) fn next(&mut self, row: &mut Row) -> Result<Option<u32>, TableError> {
        row.clear();
        let number = self.next;
        let is_used = self.fill(number, row)?;
        self.cover(number, row);
        if !is_used && row.is_empty() && self.waiting.is_none() {
            return Ok(None);
        }
        self.next += 1;
        Ok(Some(number))
    }

    /// Takes the cells of a row, and says whether it has any.
    fn fill(&mut self, number: u32, row: &mut Row) -> Result<bool, TableError> {
        let mut is_used = false;
        loop {
            if self.waiting.is_none() {
                let columns = self.columns.as_deref();
                let is_wanted = |column| columns.is_none_or(|known| known.binary_search(&column).is_ok());
                self.waiting = self.cells.next(&is_wanted)?;
            }
            match self.waiting.take() {
                Some((at, column, cell)) if at == number && column < COLUMNS_MAX => {
                    is_used = true;
                    row.extend(cell.map(|cell| (column, cell)));
                }
                Some((at, column, cell)) if at > number && at < ROWS_MAX && column < COLUMNS_MAX => {
                    self.waiting = Some((at, column, cell));
                    return Ok(is_used);
                }
                Some((at, ..)) => return Err(damaged(format!("its row {} is out of order", u64::from(at) + 1))),
                None => return Ok(is_used),
            }
        }
    }

    /// Puts the values of merged regions into the row.
    fn cover(&mut self, number: u32, row: &mut Row) {
        while let Some(region) = self.regions.pop_if(|region| region.start.0 <= number) {
            let Some(cell) = row.get(&region.start.1) else { continue };
            let mut cover = |column: u32| {
                self.covered.insert(column, (region.end.0, cell.clone()));
            };
            let across = region.start.1..=region.end.1.min(COLUMNS_MAX - 1);
            match &self.columns {
                None => across.for_each(&mut cover),
                Some(columns) => columns.iter().copied().filter(|column| across.contains(column)).for_each(&mut cover),
            }
        }
        self.covered.retain(|_, (last, _)| number <= *last);
        row.extend(self.covered.iter().map(|(column, (_, cell))| (*column, cell.clone())));
    }
}
