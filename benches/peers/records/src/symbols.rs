//! Texts as small numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

/// Numbers for texts, in order of first appearance.
pub struct Symbols(HashMap<String, u32, FixedState>);

impl Symbols {
    /// No text yet.
    pub fn new() -> Self {
        Self(HashMap::with_hasher(FixedState::default()))
    }

    /// The number of a text.
    pub fn code(&mut self, text: &str) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry_ref(text).or_insert(next)
    }
}

impl Default for Symbols {
    fn default() -> Self {
        Self::new()
    }
}
