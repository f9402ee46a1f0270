//! Hashing rows of codes. Fixed constants: nothing may differ between runs.

use values::Code;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes the codes of a key or row, in order.
pub(crate) fn hash(codes: impl IntoIterator<Item = Code>) -> u32 {
    finish(codes.into_iter().fold(FACTOR, mix))
}

/// Appends the hashes of `len` rows given column by column.
pub(crate) fn hash_columns<'c>(columns: impl IntoIterator<Item = Column<'c>>, len: usize, out: &mut Vec<u32>) {
    let mut states = vec![FACTOR; len];
    for column in columns {
        match column {
            Column::Codes(codes) => {
                states.iter_mut().zip(codes).for_each(|(state, code)| *state = mix(*state, *code));
            }
            Column::Constant(code) => states.iter_mut().for_each(|state| *state = mix(*state, code)),
        }
    }
    out.extend(states.into_iter().map(finish));
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

fn mix(state: u64, code: Code) -> u64 {
    let product = u128::from(state ^ u64::from(code)) * u128::from(FACTOR);
    (product as u64) ^ ((product >> 64) as u64)
}

fn finish(state: u64) -> u32 {
    (state.wrapping_mul(FACTOR) >> 32) as u32
}
