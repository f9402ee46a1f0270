//! From codes to the codes that a match gives for them.

use std::ops::Range;

use values::Code;

use super::{Hop, Row};
use crate::Relation;
use crate::hash::Column;
use crate::index::{Hits, Stable};
use crate::pipeline::Visible;
use crate::plan::Rows;

/// Bits of a row; wider ones would not stay in the cache.
const ROW_BITS: u32 = 1 << 22;
/// Words of bits that stand for the whole of a match.
const WORDS: usize = 1 << 21;

/// A match and the rows that it sees.
pub(super) struct Link {
    hop: Hop,
    /// Least and greatest of the codes that it gives.
    bounds: (Code, Code),
    range: Range<u32>,
    way: Way,
}

/// How rows are found.
enum Way {
    /// By the relation's own index.
    Index,
    /// An index of the delta alone.
    Delta(Stable),
    /// Where nearly everything leads nearly everywhere: a row of bits for each code.
    Bits { base: Code, words: usize, bits: Vec<u64> },
}

impl Link {
    /// `None` where the codes lie too far apart. `asked`: how many codes will be followed at least.
    pub(super) fn new(hop: &Hop, relations: &[Relation], visible: &[Visible], asked: usize) -> Option<Link> {
        let relation = &relations[hop.relation.0 as usize];
        let range = visible[hop.relation.0 as usize].range(hop.rows);
        let at = range.start as usize..range.end as usize;
        let (from, given) = (&relation.rows().columns[hop.from][..], &relation.rows().columns[hop.to][..]);
        let bounds = relation.bounds(hop.to);
        if bounds.1.saturating_sub(bounds.0) >= ROW_BITS {
            return None;
        }
        let way = match bits(&from[at.clone()], &given[at], [relation.bounds(hop.from), bounds], asked) {
            Some(bits) => bits,
            None if hop.rows == Rows::Delta => Way::Delta(Stable::over(relation.rows(), &[hop.from], range.clone())),
            None => Way::Index,
        };
        Some(Link { hop: *hop, bounds, range, way })
    }

    pub(super) fn row(&self) -> Row {
        Row::new(self.bounds.0, self.bounds.1)
    }

    /// Adds what the match gives for `codes`. How many codes that were.
    pub(super) fn follow(&self, relations: &[Relation], codes: &[Code], row: &mut Row, hits: &mut Vec<Hits>) -> u64 {
        let relation = &relations[self.hop.relation.0 as usize];
        let (rows, keys) = (relation.rows(), [Column::Codes(codes)]);
        let given = &rows.columns[self.hop.to][..];
        let add = |rows: &[u32], row: &mut Row| {
            row.add(rows.iter().map(|row| given[*row as usize]));
            rows.len() as u64
        };
        match &self.way {
            Way::Bits { base, words, bits } => {
                let united = codes.iter().filter_map(|code| {
                    let start = code.wrapping_sub(*base) as usize * words;
                    bits.get(start..start + words)
                });
                united.map(|words| row.unite(words)).count() as u64 * *words as u64
            }
            Way::Delta(index) => {
                index.hits(rows, &[self.hop.from], &keys, codes.len(), hits);
                hits.iter().map(|hits| add(index.rows(hits.start..hits.end), row)).sum()
            }
            Way::Index => {
                let Some(index) = relation.index(&[self.hop.from]) else { unreachable!("the firing built it") };
                index.hits(rows, &keys, codes.len(), &self.range, hits);
                let stable = hits.iter().map(|hits| add(index.rows(hits.start..hits.end), row)).sum::<u64>();
                let chains = hits.iter().flat_map(|hits| index.chain(*hits, self.range.end));
                let mut chained = 0;
                row.add(chains.inspect(|_| chained += 1).map(|row| given[row as usize]));
                stable + chained
            }
        }
    }
}

/// A row of bits for each code of `from`, where setting them costs less than following lists.
fn bits(from: &[Code], given: &[Code], bounds: [(Code, Code); 2], asked: usize) -> Option<Way> {
    let [(base, greatest), reach] = bounds;
    let extent = greatest.checked_sub(base)? as usize + 1;
    let words = (reach.1 as usize >> 6) + 1 - (reach.0 as usize >> 6);
    let count = extent.checked_mul(words).filter(|count| *count <= WORDS)?;
    // A word holds a code for every second one, or lists are shorter; and rows are asked for often enough.
    let pays = from.len() * 2 >= count && asked * words >= count / 8;
    pays.then(|| {
        let first = reach.0 & !63;
        let mut bits = vec![0u64; count];
        for (code, given) in from.iter().zip(given) {
            let bit = (given - first) as usize;
            bits[(code - base) as usize * words + (bit >> 6)] |= 1 << (bit & 63);
        }
        Way::Bits { base, words, bits }
    })
}
