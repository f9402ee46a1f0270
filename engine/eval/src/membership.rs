//! What tells whether a relation holds a tuple, chosen by what the data is.
//!
//! A relation of one or two columns whose codes lie close together keeps one bit for each possible tuple; every other one
//! keeps row numbers by hash. Which one it is follows from the rows alone and is decided before each firing.

pub(crate) mod bits;
pub(crate) mod hashed;

use bits::{Bits, Shape};
use hashed::Hashed;
use values::Code;

use crate::Records;

/// See the module.
#[derive(Debug)]
pub(crate) enum Membership {
    /// Nobody has asked yet; records are distinct as they come.
    Unknown,
    /// Row numbers by hash.
    Hashed(Hashed),
    /// One bit for each tuple; knows no row numbers.
    Bits(Bits),
}

/// Below this many rows bits save nothing.
const BITS_FROM: u32 = 1 << 12;
/// Bytes of bits that a row may cost: what its hash would.
const BITS_BYTES_A_ROW: u64 = 16;
/// Sets of bits up to this size may cost four times that: what is dense often begins sparse.
const BITS_BYTES_SMALL: u64 = 4 << 20;
/// Larger sets of bits would not stay in the cache while they are filled, and each thread fills one of its own.
const BITS_BYTES: u64 = 64 << 20;

impl Membership {
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            Self::Unknown => 0,
            Self::Hashed(hashed) => hashed.bytes(),
            Self::Bits(bits) => bits.bytes(),
        }
    }
}

/// The rows below `len` by hash.
pub(crate) fn by_hash(rows: &Records, len: u32) -> Hashed {
    let mut hashed = Hashed::with_room(len as usize);
    let mut hashes = Vec::new();
    for start in (0..len).step_by(1 << 10) {
        let end = len.min(start.saturating_add(1 << 10));
        rows.hashes(start..end, &mut hashes);
        for (row, hash) in (start..end).zip(&hashes) {
            hashed.insert(*hash, row);
        }
    }
    hashed
}

/// The shape of the bits for rows whose columns span `domain` (least and greatest code), if bits are worth it. There is room
/// for greater codes, so that bits which are outgrown have grown by a share of themselves.
pub(crate) fn shape_for(domain: &[(Code, Code)], rows: u32) -> Option<Shape> {
    if rows < BITS_FROM {
        return None;
    }
    let room = |&(least, greatest): &(Code, Code)| (least, greatest.saturating_add((greatest - least) / 8 + 64));
    let shape = match domain {
        [only] => Shape::over(&[room(only)]),
        [first, last] => Shape::over(&[room(first), room(last)]),
        _ => None,
    }?;
    let bytes = shape.bytes()?;
    let may_cost =
        (BITS_BYTES_A_ROW * u64::from(rows)).max(BITS_BYTES_SMALL.min(4 * BITS_BYTES_A_ROW * u64::from(rows)));
    (bytes <= BITS_BYTES && bytes <= may_cost).then_some(shape)
}
