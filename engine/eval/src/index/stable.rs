//! The rows of each key side by side.

use std::ops::Range;

use values::Code;

use super::{END, Hits};
use crate::Records;
use crate::hash::{Column, Columns, hash, hash_columns};

/// Some rows, up to the row `end`, grouped by key; the rows of a group ascend.
#[derive(Debug, Default)]
pub(crate) struct Stable {
    end: u32,
    groups: Groups,
    /// By group, and one more: where its rows begin.
    offsets: Vec<u32>,
    rows: Vec<u32>,
}

/// Which group a key has.
#[derive(Debug)]
enum Groups {
    /// Keys are single codes that lie close together: the group is the distance from this code.
    Direct(u32),
    /// Open addressing: hash and group in a slot, or the code of a single column and group.
    Slots(Vec<u64>),
}

impl Default for Groups {
    fn default() -> Self {
        Self::Direct(0)
    }
}

const EMPTY: u64 = u64::MAX;
/// Offsets that a row may cost before hashing is cheaper.
const OFFSETS_A_ROW: u64 = 4;
/// Keys hashed together.
const TOGETHER: usize = 1 << 10;

impl Stable {
    /// The rows in `range` by `columns`.
    pub(crate) fn over(rows: &Records, columns: &[usize], range: Range<u32>) -> Stable {
        if let [column] = *columns
            && let Some(stable) = direct(&rows.columns[column], range.clone())
        {
            return stable;
        }
        hashed(rows, columns, range)
    }

    /// Some rows below `end`, which ascend, by `columns`.
    pub(super) fn of(some: &[u32], rows: &Records, columns: &[usize], end: u32) -> Stable {
        let key = |column: &usize| some.iter().map(|row| rows.columns[*column][*row as usize]).collect();
        let keys = Records { columns: columns.iter().map(key).collect(), len: some.len() as u32 };
        let mut stable = Stable::over(&keys, &(0..columns.len()).collect::<Vec<_>>(), 0..keys.len);
        stable.rows.iter_mut().for_each(|row| *row = some[*row as usize]);
        Stable { end, ..stable }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    pub(super) fn end(&self) -> u32 {
        self.end
    }

    /// The codes of a column, those of a group side by side and ascending.
    pub(super) fn ascending(&self, column: &[u32]) -> Vec<u32> {
        let mut codes = self.rows.iter().map(|row| column[*row as usize]).collect::<Vec<_>>();
        let groups = self.offsets.windows(2);
        groups.for_each(|group| codes[group[0] as usize..group[1] as usize].sort_unstable());
        codes
    }

    pub(super) fn bytes(&self) -> u64 {
        let slots = if let Groups::Slots(slots) = &self.groups { slots.capacity() * 8 } else { 0 };
        (slots + (self.offsets.capacity() + self.rows.capacity()) * 4) as u64
    }

    pub(crate) fn rows(&self, positions: Range<u32>) -> &[u32] {
        &self.rows[positions.start as usize..positions.end as usize]
    }

    /// Leaves the rows in `range`.
    pub(super) fn restrict(&self, hits: &mut Hits, range: &Range<u32>) {
        let rows = self.rows(hits.start..hits.end);
        let from = rows.partition_point(|row| *row < range.start) as u32;
        let to = rows.partition_point(|row| *row < range.end) as u32;
        (hits.start, hits.end) = (hits.start + from, hits.start + to.max(from));
    }

    pub(crate) fn hits(&self, rows: &Records, columns: &[usize], keys: &[Column<'_>], len: usize, out: &mut Vec<Hits>) {
        out.clear();
        if self.rows.is_empty() {
            return out.resize(len, Hits::NONE);
        }
        match (&self.groups, keys) {
            (Groups::Direct(base), [keys]) => {
                out.extend((0..len).map(|row| self.group((keys.code(row).wrapping_sub(*base)) as usize)));
            }
            (Groups::Slots(slots), [keys]) => {
                let mut hashes = Vec::new();
                hash_columns(&[*keys], len, &mut hashes);
                let first = hashes.iter().map(|hash| slots[position(*hash, slots.len())]).collect::<Vec<_>>();
                out.extend(first.iter().zip(&hashes).enumerate().map(|(row, (first, hash))| {
                    let code = keys.code(row);
                    self.hit(find(slots, *hash, *first, code, |_| true))
                }));
            }
            (Groups::Slots(slots), keys) => {
                let mut hashes = Vec::new();
                hash_columns(keys, len, &mut hashes);
                let first = hashes.iter().map(|hash| slots[position(*hash, slots.len())]).collect::<Vec<_>>();
                out.extend(first.iter().zip(&hashes).enumerate().map(|(row, (first, hash))| {
                    let same = |group: u32| {
                        let of_group = self.rows[self.offsets[group as usize] as usize] as usize;
                        columns.iter().zip(keys).all(|(column, key)| rows.columns[*column][of_group] == key.code(row))
                    };
                    self.hit(find(slots, *hash, *first, *hash, same))
                }));
            }
            (Groups::Direct(_), _) => unreachable!("direct groups have keys of one column"),
        }
    }

    /// The rows of one key.
    pub(super) fn hits_of(&self, rows: &Records, columns: &[usize], key: &[Code]) -> Hits {
        match &self.groups {
            _ if self.rows.is_empty() => Hits::NONE,
            Groups::Direct(base) => self.group(key[0].wrapping_sub(*base) as usize),
            Groups::Slots(slots) => {
                let hash = hash(key.iter().copied());
                let tag = if let [only] = key { *only } else { hash };
                let same = |group: u32| {
                    let of_group = self.rows[self.offsets[group as usize] as usize] as usize;
                    columns.iter().zip(key).all(|(column, code)| rows.columns[*column][of_group] == *code)
                };
                self.hit(find(slots, hash, slots[position(hash, slots.len())], tag, same))
            }
        }
    }

    fn hit(&self, group: Option<u32>) -> Hits {
        group.map_or(Hits::NONE, |group| self.group(group as usize))
    }

    fn group(&self, group: usize) -> Hits {
        match self.offsets.get(group..group.saturating_add(2)) {
            Some(&[start, end]) => Hits { start, end, chain: END },
            _ => Hits::NONE,
        }
    }
}

fn position(hash: u32, slots: usize) -> usize {
    ((u64::from(hash) * slots as u64) >> 32) as usize
}

/// The group in the slot that holds `tag` and is the `same`, from the slot where `hash` begins, whose content is `first`.
fn find(slots: &[u64], hash: u32, first: u64, tag: u32, mut same: impl FnMut(u32) -> bool) -> Option<u32> {
    let (mut at, mut slot) = (position(hash, slots.len()), first);
    loop {
        if slot == EMPTY {
            return None;
        }
        if (slot >> 32) as u32 == tag && same(slot as u32) {
            return Some(slot as u32);
        }
        at = if at + 1 == slots.len() { 0 } else { at + 1 };
        slot = slots[at];
    }
}

/// By counting, where the codes lie close together.
fn direct(column: &[u32], range: Range<u32>) -> Option<Stable> {
    let codes = &column[range.start as usize..range.end as usize];
    let (least, greatest) = (*codes.iter().min()?, *codes.iter().max()?);
    let extent = u64::from(greatest - least) + 1;
    if extent > OFFSETS_A_ROW * codes.len() as u64 + 64 {
        return None;
    }
    let groups = codes.iter().map(|code| code - least);
    Some(grouped(Groups::Direct(least), groups, extent as usize, range))
}

fn hashed(rows: &Records, columns: &[usize], range: Range<u32>) -> Stable {
    let (from, end) = (range.start as usize, range.end as usize);
    let len = end - from;
    let mut slots = vec![EMPTY; 64.max(len / 4)];
    let mut firsts: Vec<u32> = Vec::new();
    let mut groups = Vec::with_capacity(len);
    let mut hashes = Vec::new();
    for start in (from..end).step_by(TOGETHER) {
        let stop = end.min(start + TOGETHER);
        let keys = columns.iter().map(|column| Column::Codes(&rows.columns[*column][start..stop]));
        let keys = keys.collect::<Columns<'_>>();
        hashes.clear();
        hash_columns(&keys, stop - start, &mut hashes);
        if (firsts.len() + TOGETHER) * 10 > slots.len() * 6 {
            slots = grown(&slots, rows, columns, &firsts);
        }
        // Slots are touched before the first one is used: their cache lines are fetched side by side.
        std::hint::black_box(hashes.iter().fold(0, |touched, hash| touched ^ slots[position(*hash, slots.len())]));
        for (row, hash) in (start..stop).zip(&hashes) {
            let tag = if let [column] = columns { rows.columns[*column][row] } else { *hash };
            let same = |group: u32| {
                let known = firsts[group as usize] as usize;
                columns.iter().all(|column| rows.columns[*column][known] == rows.columns[*column][row])
            };
            let first = slots[position(*hash, slots.len())];
            let group = find(&slots, *hash, first, tag, same).unwrap_or_else(|| {
                let group = firsts.len() as u32;
                firsts.push(row as u32);
                put(&mut slots, *hash, tag, group);
                group
            });
            groups.push(group);
        }
    }
    grouped(Groups::Slots(slots), groups.iter().copied(), firsts.len(), range)
}

fn put(slots: &mut [u64], hash: u32, tag: u32, group: u32) {
    let mut at = position(hash, slots.len());
    while slots[at] != EMPTY {
        at = if at + 1 == slots.len() { 0 } else { at + 1 };
    }
    slots[at] = u64::from(tag) << 32 | u64::from(group);
}

/// Twice the slots. The hash of a single column is not in its slot.
fn grown(old: &[u64], rows: &Records, columns: &[usize], firsts: &[u32]) -> Vec<u64> {
    let mut slots = vec![EMPTY; (old.len() * 2).max((firsts.len() + TOGETHER) * 2)];
    for slot in old.iter().filter(|slot| **slot != EMPTY) {
        let (tag, group) = ((slot >> 32) as u32, *slot as u32);
        let hash = match columns {
            [column] => hash([rows.columns[*column][firsts[group as usize] as usize]]),
            _ => tag,
        };
        put(&mut slots, hash, tag, group);
    }
    slots
}

/// Puts the rows in the order of their groups.
fn grouped(groups: Groups, of_row: impl Iterator<Item = u32> + Clone, count: usize, range: Range<u32>) -> Stable {
    let mut offsets = vec![0u32; count + 1];
    of_row.clone().for_each(|group| offsets[group as usize + 1] += 1);
    for group in 0..count {
        offsets[group + 1] += offsets[group];
    }
    let mut rows = vec![0u32; range.len()];
    for (row, group) in range.clone().zip(of_row) {
        let at = &mut offsets[group as usize];
        rows[*at as usize] = row;
        *at += 1;
    }
    // Each offset has moved to the end of its group, which is where the next one begins.
    offsets.copy_within(0..count, 1);
    offsets[0] = 0;
    Stable { end: range.end, groups, offsets, rows }
}
