//! Candidates added by several threads, with the outcome of adding them one after the other.
//!
//! Each thread owns some parts of the set and looks at all candidates in their order, so that the first of equal ones is
//! the one that counts. Rows are numbered afterwards, in the order of the candidates.

use std::iter::Peekable;
use std::vec::IntoIter;

use rayon::prelude::*;

use super::{Candidates, is_row, look_ahead};
use crate::Records;
use crate::membership::hashed::{AHEAD, Hashed, Part, part_of};
use crate::relation::ROWS_MAX;

/// Fewer candidates are added faster by one thread.
pub(super) const FROM: usize = 1 << 14;

/// Until rows are numbered, a new one is known by its chunk and its place there.
const PLACE_BITS: u32 = 20;
const CHUNKS: usize = 1 << 6;

/// Whether there are several threads, and chunks and the rows behind `first` can be told apart.
pub(super) fn fits(chunks: &[Candidates], first: u32) -> bool {
    let places = (CHUNKS as u32) << PLACE_BITS;
    rayon::current_num_threads() > 1
        && chunks.len() <= CHUNKS
        && chunks.iter().all(|chunk| chunk.len() < 1 << PLACE_BITS)
        && first < ROWS_MAX - places
}

/// A new row.
struct New {
    /// Chunk and place.
    at: u32,
    part: u32,
    slot: u32,
}

/// Appends what is new among the candidates.
pub(super) fn commit(hashed: &mut Hashed, rows: &mut Records, chunks: &[Candidates]) {
    let parts = hashed.parts_mut();
    let bits = parts.len().trailing_zeros();
    let each = parts.len().div_ceil(rayon::current_num_threads());
    let known = &*rows;
    let owners = parts.par_chunks_mut(each).enumerate();
    let owners =
        owners.map(|(number, parts)| Owner { first_part: number * each, bits, parts, rows: known, chunks }.add());
    let mut found = owners.collect::<Vec<_>>().into_iter().map(|new| new.into_iter().peekable()).collect::<Vec<_>>();
    let mut kept = Vec::new();
    while let Some(New { at, part, slot }) = next(&mut found) {
        parts[part as usize].set_row(slot as usize, rows.len + kept.len() as u32);
        kept.push((at >> PLACE_BITS, at & ((1 << PLACE_BITS) - 1)));
    }
    rows.columns.par_iter_mut().enumerate().for_each(|(column, to)| {
        to.extend(kept.iter().map(|(chunk, place)| chunks[*chunk as usize].columns[column][*place as usize]));
    });
    rows.len += kept.len() as u32;
}

/// The next new row in the order of the candidates.
fn next(found: &mut [Peekable<IntoIter<New>>]) -> Option<New> {
    let heads = found.iter_mut().enumerate().filter_map(|(owner, found)| Some((found.peek()?.at, owner)));
    let (_, owner) = heads.min()?;
    found[owner].next()
}

/// A thread with the parts that it alone looks at.
struct Owner<'o> {
    first_part: usize,
    bits: u32,
    parts: &'o mut [Part],
    rows: &'o Records,
    chunks: &'o [Candidates],
}

impl Owner<'_> {
    fn owns(&self, hash: u32) -> bool {
        part_of(hash, self.bits).wrapping_sub(self.first_part) < self.parts.len()
    }

    fn part(&self, hash: u32) -> usize {
        part_of(hash, self.bits) - self.first_part
    }

    fn add(mut self) -> Vec<New> {
        let mut counts = vec![0; self.parts.len()];
        let hashes = self.chunks.iter().flat_map(|chunk| &chunk.hashes);
        hashes.filter(|hash| self.owns(**hash)).for_each(|hash| counts[self.part(*hash)] += 1);
        // Slots must stay where they are until rows are numbered.
        self.parts.iter_mut().zip(counts).for_each(|(part, count)| part.reserve(count));
        let (mut new, mut likely) = (Vec::new(), Vec::with_capacity(AHEAD));
        for (number, chunk) in self.chunks.iter().enumerate() {
            let mine = (0..chunk.len()).filter(|place| self.owns(chunk.hashes[*place])).collect::<Vec<_>>();
            for places in mine.chunks(AHEAD) {
                let hashes = places.iter().map(|place| chunk.hashes[*place]);
                let part = |hash| &self.parts[self.part(hash)];
                look_ahead(
                    hashes,
                    |hash| part(hash).peek(hash),
                    |hash| part(hash).find(hash, |_| true),
                    self.rows,
                    &mut likely,
                );
                for (place, likely) in places.iter().zip(&likely) {
                    if !likely.is_some_and(|row| is_row(chunk, *place, self.rows, row)) {
                        new.extend(self.add_one(number, *place));
                    }
                }
            }
        }
        new
    }

    fn add_one(&mut self, chunk: usize, place: usize) -> Option<New> {
        let (chunks, rows) = (self.chunks, self.rows);
        let hash = chunks[chunk].hashes[place];
        let at = (chunk as u32) << PLACE_BITS | place as u32;
        let same = |row: u32| match row.checked_sub(rows.len) {
            None => is_row(&chunks[chunk], place, rows, row),
            Some(earlier) => {
                let (other, there) = ((earlier >> PLACE_BITS) as usize, (earlier & ((1 << PLACE_BITS) - 1)) as usize);
                let mut pairs = chunks[chunk].columns.iter().zip(&chunks[other].columns);
                pairs.all(|(new, old)| new[place] == old[there])
            }
        };
        let part = self.part(hash);
        let slot = self.parts[part].find_or_insert(hash, rows.len + at, same)?;
        Some(New { at, part: (self.first_part + part) as u32, slot: slot as u32 })
    }
}
