//! One bit for each tuple of a relation of one or two columns.
//!
//! The rows of the matrix are the codes of the first of two columns, so that the part being filled stays in the cache; one
//! column is a matrix of one row.

use values::Code;

use crate::Records;

/// Words that are scanned or left out together.
const BLOCK: usize = 256;

/// Which tuple a bit stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The code of the first row.
    row_base: Code,
    rows: u32,
    /// The code of the first bit of a row, a multiple of 64.
    bit_base: Code,
    /// 64 bits each.
    words: u32,
}

impl Shape {
    /// For codes between these bounds; `None` for more than two columns and for none.
    pub(crate) fn over(domain: &[(Code, Code)]) -> Option<Shape> {
        let extent = |(least, greatest): (Code, Code)| u64::from(greatest - least) + 1;
        // Words begin at multiples of 64, so that words of different sets can be united.
        let words = |(least, greatest): (Code, Code)| (greatest >> 6) - (least >> 6) + 1;
        match *domain {
            [bits] => Some(Shape { row_base: 0, rows: 1, bit_base: bits.0 & !63, words: words(bits) }),
            [rows, bits] => {
                let count = u32::try_from(extent(rows)).ok()?;
                Some(Shape { row_base: rows.0, rows: count, bit_base: bits.0 & !63, words: words(bits) })
            }
            _ => None,
        }
    }

    /// Bytes of the matrix; `None` where they cannot be counted.
    pub(crate) fn bytes(self) -> Option<u64> {
        (u64::from(self.rows) * u64::from(self.words)).checked_mul(8)
    }

    /// The least code of the first of two columns, and how many there may be.
    pub(crate) fn firsts(self) -> (Code, usize) {
        (self.row_base, self.rows as usize)
    }

    /// The row of the matrix for the code of the first of two columns.
    pub(crate) fn row(self, code: Code) -> Option<usize> {
        let row = code.wrapping_sub(self.row_base);
        (row < self.rows).then_some(row as usize * self.words as usize)
    }

    /// The bit of a row for the code of the last column.
    pub(crate) fn bit(self, code: Code) -> Option<usize> {
        let bit = code.wrapping_sub(self.bit_base);
        (bit >> 6 < self.words).then_some(bit as usize)
    }

    /// First word of the row, and bit counted from there.
    fn place(self, tuple: &[Code]) -> Option<(usize, usize)> {
        match *tuple {
            [bit] => Some((0, self.bit(bit)?)),
            [row, bit] => Some((self.row(row)?, self.bit(bit)?)),
            _ => None,
        }
    }
}

/// A set of tuples.
#[derive(Debug)]
pub(crate) struct Bits {
    shape: Shape,
    words: Vec<u64>,
}

impl Bits {
    /// The empty set.
    pub(crate) fn new(shape: Shape) -> Bits {
        Bits { shape, words: vec![0; shape.rows as usize * shape.words as usize] }
    }

    /// The set of these rows, which lie inside the shape.
    pub(crate) fn of(shape: Shape, rows: &Records) -> Bits {
        let mut bits = Bits::new(shape);
        match &rows.columns[..] {
            [last] => last.iter().for_each(|last| bits.set(0, *last)),
            [first, last] => first.iter().zip(last).for_each(|(first, last)| {
                let row = bits.shape.row(*first).unwrap_or_default();
                bits.set(row, *last);
            }),
            _ => unreachable!("bits stand for one or two columns"),
        }
        bits
    }

    fn set(&mut self, row: usize, last: Code) {
        let bit = (last - self.shape.bit_base) as usize;
        self.words[row + (bit >> 6)] |= 1 << (bit & 63);
    }

    pub(crate) fn shape(&self) -> Shape {
        self.shape
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.words.capacity() as u64 * 8
    }

    pub(crate) fn holds(&self, tuple: &[Code]) -> bool {
        self.shape.place(tuple).is_some_and(|(row, bit)| self.words[row + (bit >> 6)] >> (bit & 63) & 1 == 1)
    }

    /// Adds a tuple: whether it is new, `None` where it lies outside the shape.
    pub(crate) fn insert(&mut self, tuple: &[Code]) -> Option<bool> {
        let (row, bit) = self.shape.place(tuple)?;
        let word = &mut self.words[row + (bit >> 6)];
        let mask = 1 << (bit & 63);
        Some(std::mem::replace(word, *word | mask) & mask == 0)
    }
}

/// Pairs found by one thread during a firing, known ones among them.
pub(crate) struct Found {
    pub(crate) shape: Shape,
    words: Vec<u64>,
    /// By block of words: whether anything was found there.
    touched: Vec<bool>,
    /// Pairs outside the shape.
    pub(crate) outside: Vec<(Code, Code)>,
    /// How many pairs were found, repetitions included.
    pub(crate) pairs: u64,
}

impl Found {
    pub(crate) fn new(shape: Shape) -> Found {
        let words = shape.rows as usize * shape.words as usize;
        Found {
            shape,
            words: vec![0; words],
            touched: vec![false; words.div_ceil(BLOCK)],
            outside: Vec::new(),
            pairs: 0,
        }
    }

    fn add(&mut self, first: Code, last: Code) {
        match self.shape.place(&[first, last]) {
            Some((row, bit)) => {
                let at = row + (bit >> 6);
                self.words[at] |= 1 << (bit & 63);
                self.touched[at / BLOCK] = true;
            }
            None => self.outside.push((first, last)),
        }
    }

    /// Adds `(other, code)` for each of the 64 codes from `from` on whose bit is set; the other way round unless `last`.
    pub(crate) fn add_word(&mut self, other: Code, from: Code, word: u64, last: bool) {
        self.pairs += u64::from(word.count_ones());
        if last
            && let Some(row) = self.shape.row(other)
            && let Some(bit) = self.shape.bit(from)
        {
            let at = row + (bit >> 6);
            self.words[at] |= word;
            self.touched[at / BLOCK] = true;
            return;
        }
        let mut rest = word;
        while rest != 0 {
            let code = from + rest.trailing_zeros();
            let (first, second) = if last { (other, code) } else { (code, other) };
            self.add(first, second);
            rest &= rest - 1;
        }
    }

    /// Takes over what another thread found.
    pub(crate) fn join(&mut self, other: Found) {
        for (block, _) in other.touched.iter().enumerate().filter(|(_, touched)| **touched) {
            self.touched[block] = true;
            let range = block * BLOCK..((block + 1) * BLOCK).min(self.words.len());
            self.words[range.clone()].iter_mut().zip(&other.words[range]).for_each(|(word, more)| *word |= more);
        }
        self.outside.extend(other.outside);
    }

    /// Moves what `known` does not hold into it and appends it to `columns`, in ascending order. Afterwards nothing is
    /// found any more.
    pub(crate) fn settle(&mut self, known: &mut Bits, columns: &mut [Vec<Code>]) {
        let [firsts, lasts] = columns else { unreachable!("pairs are found") };
        let mut new = 0;
        for (block, _) in self.touched.iter().enumerate().filter(|(_, touched)| **touched) {
            let range = block * BLOCK..((block + 1) * BLOCK).min(self.words.len());
            for (word, known) in self.words[range.clone()].iter_mut().zip(&mut known.words[range]) {
                *word &= !*known;
                *known |= *word;
                new += word.count_ones() as usize;
            }
        }
        firsts.reserve(new);
        lasts.reserve(new);
        let words = self.shape.words as usize;
        for block in 0..self.touched.len() {
            if !std::mem::replace(&mut self.touched[block], false) {
                continue;
            }
            for at in block * BLOCK..((block + 1) * BLOCK).min(self.words.len()) {
                let mut word = std::mem::replace(&mut self.words[at], 0);
                if word == 0 {
                    continue;
                }
                let first = self.shape.row_base + (at / words) as u32;
                let base = self.shape.bit_base + ((at % words) as u32) * 64;
                firsts.extend(std::iter::repeat_n(first, word.count_ones() as usize));
                while word != 0 {
                    lasts.push(base + word.trailing_zeros());
                    word &= word - 1;
                }
            }
        }
    }
}
