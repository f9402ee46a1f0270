//! Texts and their numbers.
//!
//! Texts are spread over parts by their hash. A part holds its texts one behind the other and finds them by a table of its
//! own, small enough for a processor's own cache; several parts take their texts of a batch at the same time.

mod batch;
mod intern;
mod part;

use foldhash::fast::FixedState;
use std::hash::{BuildHasher, Hasher};

pub use batch::SymbolBatch;
use part::{Part, Place};

/// More texts than can be numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManySymbols;

/// The dictionary of symbols: numbers ascend in the order of first insertion, so they are a function of the input alone.
#[derive(Debug)]
pub(crate) struct Symbols {
    parts: Vec<Part>,
    /// Where the text with each number is.
    places: Vec<Place>,
}

/// Into how many parts texts are spread. With more, writing texts down by part is what takes long: a processor follows only so
/// many streams at a time.
const PARTS: usize = 16;

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

fn hash(text: &str) -> u64 {
    let mut hasher = FixedState::with_seed(SEED).build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// The part of a text with this hash, by bits that the parts' tables do not use.
fn part_of(hash: u64) -> usize {
    (hash >> 40) as usize % PARTS
}

impl Default for Symbols {
    fn default() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), places: Vec::new() }
    }
}

impl Symbols {
    /// The text with this number.
    pub(crate) fn text(&self, id: u32) -> &str {
        let (part, local) = self.places[id as usize].split();
        self.parts[part].text(local)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// The number of `text` if it has one.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        let hash = hash(text);
        let part = &self.parts[part_of(hash)];
        part.find(hash, text).map(|local| part.ids[local as usize])
    }

    /// The number of `text`, a new one if it has none.
    ///
    /// # Panics
    /// Where there is no number left for it.
    pub(crate) fn insert(&mut self, text: &str) -> u32 {
        let hash = hash(text);
        let part = &mut self.parts[part_of(hash)];
        if let Some(local) = part.find(hash, text) {
            return part.ids[local as usize];
        }
        let id = u32::try_from(self.places.len()).expect("symbols are numbered in 32 bits");
        let local = part.push(hash, text).expect("a part has room for its share of 2^32 symbols");
        part.ids.push(id);
        self.places.push(Place::new(part_of(hash), local));
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(texts: &[&str]) -> (SymbolBatch, Vec<u32>) {
        let mut batch = SymbolBatch::default();
        let numbers = texts.iter().map(|text| batch.add(text)).collect();
        (batch, numbers)
    }

    /// Texts of which some come again soon, some late, some never.
    fn texts(seed: u32, count: u32) -> Vec<String> {
        let number = |n: u32| n.wrapping_add(seed).wrapping_mul(0x9e37_79b9) >> 8;
        (0..count).map(|n| format!("租{}", number(n) % [5, 500, 50_000][n as usize % 3])).collect()
    }

    #[test]
    fn a_batch_gives_what_single_insertion_gives() {
        for threads in [1, 2, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let (mut one, mut many) = (Symbols::default(), Symbols::default());
            for wave in 0..3 {
                let pieces: Vec<_> = (0..4).map(|piece| texts(wave * 1000 + piece * 300, 3000)).collect();
                let (batches, numbers): (Vec<_>, Vec<_>) =
                    pieces.iter().map(|piece| batch(&piece.iter().map(String::as_str).collect::<Vec<_>>())).unzip();
                let ids = pool.install(|| many.intern(&batches.iter().collect::<Vec<_>>(), u32::MAX)).unwrap();
                for ((piece, numbers), ids) in pieces.iter().zip(&numbers).zip(&ids) {
                    for (text, number) in piece.iter().zip(numbers) {
                        let id = ids[*number as usize];
                        assert_eq!(one.insert(text), id, "{text}");
                        assert_eq!((many.find(text), many.text(id)), (Some(id), text.as_str()));
                    }
                }
                let late = format!("late {wave}");
                assert_eq!(one.insert(&late), many.insert(&late));
                assert_eq!(one.len(), many.len());
            }
        }
    }

    #[test]
    fn no_text_is_mixed_up_with_an_empty_one() {
        let (batch, numbers) = batch(&["", "a", "", "\0", "a"]);
        assert_eq!(numbers, [0, 1, 0, 2, 1]);
        assert_eq!(Symbols::default().intern(&[&batch], u32::MAX), Ok(vec![vec![0, 1, 2]]));
    }

    #[test]
    fn the_number_of_symbols_is_limited() {
        let batches = [batch(&["a", "b"]).0, batch(&["b", "c"]).0];
        let batches = batches.each_ref();
        assert_eq!(Symbols::default().intern(&batches, 3), Ok(vec![vec![0, 1], vec![1, 2]]));
        assert_eq!(Symbols::default().intern(&batches, 2), Err(TooManySymbols));
    }
}
