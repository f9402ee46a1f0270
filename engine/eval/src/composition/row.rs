//! A set of codes as bits, emptied at the cost of what it held.

use values::Code;

use crate::membership::bits::Found;

/// See the module. The first bit stands for a multiple of 64.
pub(crate) struct Row {
    words: Vec<u64>,
    base: Code,
    /// Words that are not zero.
    touched: Vec<u32>,
    /// Any word may be different from zero.
    full: bool,
}

impl Row {
    /// For codes between these.
    pub(super) fn new(least: Code, greatest: Code) -> Row {
        let base = least & !63;
        let words = (greatest.saturating_sub(base) as usize >> 6) + 1;
        Row { words: vec![0; words], base, touched: Vec::new(), full: false }
    }

    /// Adds codes, which lie between the row's bounds.
    pub(super) fn add(&mut self, codes: impl Iterator<Item = Code>) {
        for code in codes {
            let bit = code - self.base;
            let word = &mut self.words[bit as usize >> 6];
            if *word == 0 {
                self.touched.push(bit >> 6);
            }
            *word |= 1 << (bit & 63);
        }
    }

    /// Takes out a code; whether it was there.
    pub(super) fn remove(&mut self, code: Code) -> bool {
        let bit = code.wrapping_sub(self.base);
        let Some(word) = self.words.get_mut(bit as usize >> 6) else { return false };
        let mask = 1 << (bit & 63);
        std::mem::replace(word, *word & !mask) & mask != 0
    }

    /// Adds all codes of a row of bits with the same bounds.
    pub(super) fn unite(&mut self, words: &[u64]) {
        self.full = true;
        self.words.iter_mut().zip(words).for_each(|(word, more)| *word |= more);
    }

    /// Moves all codes to `codes`.
    pub(super) fn drain(&mut self, codes: &mut Vec<Code>) {
        let base = self.base;
        self.each(|at, mut word| {
            while word != 0 {
                codes.push(base + (at << 6) + word.trailing_zeros());
                word &= word - 1;
            }
        });
    }

    /// Moves all codes, each together with `other`, to what was found.
    pub(super) fn drain_into(&mut self, other: Code, last: bool, found: &mut Found) {
        let base = self.base;
        self.each(|at, word| found.add_word(other, base + (at << 6), word, last));
    }

    fn each(&mut self, mut take: impl FnMut(u32, u64)) {
        if std::mem::take(&mut self.full) {
            self.touched.clear();
            for (at, word) in (0u32..).zip(&mut self.words).filter(|(_, word)| **word != 0) {
                take(at, std::mem::take(word));
            }
        }
        for at in self.touched.drain(..) {
            take(at, std::mem::take(&mut self.words[at as usize]));
        }
    }
}
