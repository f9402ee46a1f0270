//! Facts chosen at random.

use eval::Model;
use program::checked::RelId;
use proof::Question;

/// Questions about `count` facts of a relation, the same ones for the same seed. (SplitMix64.)
pub fn random(model: &Model<'_>, relation: RelId, count: usize, seed: u64) -> Vec<Question> {
    let rows = u128::from(model.relation(relation).len());
    let mut state = seed;
    let question = |_| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        let row = ((u128::from(bits) * rows) >> 64) as u32;
        Question { relation, args: model.values(relation, row).into_iter().map(Some).collect() }
    };
    (0..count).map(question).collect()
}
