//! The words of a condition.

use super::operator::OPERATORS;

/// The words of a text, separated where C separates them: `x?1:2` are five.
pub(super) struct Words<'t> {
    rest: &'t str,
}

impl<'t> Words<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text.trim_start() }
    }

    pub(super) fn peek(&self) -> Option<&'t str> {
        let first = self.rest.chars().next()?;
        let len = if continues_word(first) {
            self.rest.find(|c| !continues_word(c) && c != '.').unwrap_or(self.rest.len())
        } else {
            let sign = OPERATORS.iter().find(|(sign, _)| self.rest.starts_with(sign));
            sign.map_or(first.len_utf8(), |(sign, _)| sign.len())
        };
        Some(&self.rest[..len])
    }

    pub(super) fn next(&mut self) -> Option<&'t str> {
        let word = self.peek()?;
        self.rest = self.rest[word.len()..].trim_start();
        Some(word)
    }

    pub(super) fn eat(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        if found {
            self.next();
        }
        found
    }
}

pub(super) fn begins_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn continues_word(c: char) -> bool {
    begins_name(c) || c.is_numeric()
}

/// The value of a whole number of C: `0x`, `0b` and octal ones too, with suffixes. Beyond 63 bits it wraps, beyond 64 it is none.
pub(super) fn number(word: &str) -> Option<i64> {
    let digits = word.trim_end_matches(['u', 'U', 'l', 'L']);
    let lower = digits.to_ascii_lowercase();
    let value = if let Some(hex) = lower.strip_prefix("0x") {
        u64::from_str_radix(hex, 16)
    } else if let Some(bits) = lower.strip_prefix("0b") {
        u64::from_str_radix(bits, 2)
    } else if lower.len() > 1 && lower.starts_with('0') {
        u64::from_str_radix(&lower[1..], 8)
    } else {
        lower.parse()
    };
    value.ok().map(|value| value as i64)
}
