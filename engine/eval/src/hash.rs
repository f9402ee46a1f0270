//! Hashing rows of codes. Fixed constants: nothing may differ between runs.

use std::ops::Deref;

use values::Code;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
/// Rows hashed side by side.
const TOGETHER: usize = 64;

/// Mixes the codes of a key or row, in order.
pub(crate) fn hash(codes: impl IntoIterator<Item = Code>) -> u32 {
    finish(codes.into_iter().fold(FACTOR, mix))
}

/// Appends the hashes of `len` rows given column by column.
pub(crate) fn hash_columns(columns: &[Column<'_>], len: usize, out: &mut Vec<u32>) {
    for start in (0..len).step_by(TOGETHER) {
        let mut states = [FACTOR; TOGETHER];
        let states = &mut states[..TOGETHER.min(len - start)];
        for column in columns {
            match column {
                Column::Codes(codes) => {
                    states.iter_mut().zip(&codes[start..]).for_each(|(state, code)| *state = mix(*state, *code));
                }
                Column::Constant(code) => states.iter_mut().for_each(|state| *state = mix(*state, *code)),
            }
        }
        out.extend(states.iter().map(|state| finish(*state)));
    }
}

/// The codes of one column of several rows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column<'c> {
    /// One code a row.
    Codes(&'c [Code]),
    /// The same code in every row.
    Constant(Code),
}

impl Column<'_> {
    pub(crate) fn code(self, row: usize) -> Code {
        match self {
            Self::Codes(codes) => codes[row],
            Self::Constant(code) => code,
        }
    }
}

/// Columns side by side: no allocation as long as there are few of them.
pub(crate) enum Columns<'c> {
    Few([Column<'c>; FEW], usize),
    Many(Vec<Column<'c>>),
}

const FEW: usize = 4;

impl<'c> FromIterator<Column<'c>> for Columns<'c> {
    fn from_iter<I: IntoIterator<Item = Column<'c>>>(columns: I) -> Self {
        let columns = columns.into_iter();
        match columns.size_hint() {
            (_, Some(len)) if len <= FEW => {
                let mut few = [Column::Constant(0); FEW];
                let len = few.iter_mut().zip(columns).map(|(at, column)| *at = column).count();
                Self::Few(few, len)
            }
            _ => Self::Many(columns.collect()),
        }
    }
}

impl<'c> Deref for Columns<'c> {
    type Target = [Column<'c>];

    fn deref(&self) -> &[Column<'c>] {
        match self {
            Self::Few(few, len) => &few[..*len],
            Self::Many(many) => many,
        }
    }
}

fn mix(state: u64, code: Code) -> u64 {
    let product = u128::from(state ^ u64::from(code)) * u128::from(FACTOR);
    (product as u64) ^ ((product >> 64) as u64)
}

fn finish(state: u64) -> u32 {
    (state.wrapping_mul(FACTOR) >> 32) as u32
}
