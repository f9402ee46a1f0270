//! The scanner alone, for those who work on texts before they are parsed.

use std::ops::Range;

use logos::Logos;

use crate::lexer::{Quoted, Raw, Seen};

/// What a piece of text is before words have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lexis {
    /// Blanks and line breaks.
    Blank,
    /// `// ...` up to the end of the line.
    LineComment,
    /// `/* ... */`; false where it has no end.
    BlockComment(bool),
    /// `#`, whatever follows.
    Hash,
    /// A word, reserved or not.
    Word,
    /// A number of any kind, malformed ones too.
    Number,
    /// A string or a date with its quotes; false where it has no end.
    Quoted(bool),
    /// A sign, a directive with its dot, or a character that means nothing.
    Sign,
}

/// A place in a text up to which it has been scanned.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scan {
    at: usize,
    seen: Seen,
}

impl Scan {
    /// The first byte that has not been scanned.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes on at byte `at`, the beginning of a character.
    pub fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next piece of `text` and its bytes; `None` at its end. Literals are pieces, prefixes and suffixes included.
    pub fn next(&mut self, text: &str) -> Option<(Lexis, Range<usize>)> {
        let start = self.at;
        if text[start..].starts_with('#') {
            self.at += 1;
            return Some((Lexis::Hash, start..self.at));
        }
        let mut lexer = Raw::lexer_with_extras(text, self.seen);
        lexer.bump(start);
        let raw = lexer.next()?.unwrap_or(Raw::Illegal);
        self.at = lexer.span().end;
        self.seen = lexer.extras;
        let lexis = match raw {
            Raw::Blank => Lexis::Blank,
            Raw::LineComment => Lexis::LineComment,
            Raw::BlockComment(closed) => Lexis::BlockComment(closed),
            Raw::Preprocessor => Lexis::Hash,
            Raw::Word => Lexis::Word,
            Raw::Number(_) => Lexis::Number,
            Raw::Quoted(Quoted { closed, .. }) => Lexis::Quoted(closed),
            Raw::Dot(_) | Raw::Sign(_) | Raw::Illegal => Lexis::Sign,
        };
        Some((lexis, start..self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lie_side_by_side() {
        use Lexis::*;
        let text = ".decl a(x:number) // c\n#x##y d\"2021-01-01\" 12.50m /* z";
        let mut scan = Scan::default();
        let mut found = Vec::new();
        while let Some((lexis, range)) = scan.next(text) {
            if lexis != Blank {
                found.push((lexis, &text[range]));
            }
        }
        let expected = [
            (Sign, ".decl"),
            (Word, "a"),
            (Sign, "("),
            (Word, "x"),
            (Sign, ":"),
            (Word, "number"),
            (Sign, ")"),
            (LineComment, "// c"),
            (Hash, "#"),
            (Word, "x"),
            (Hash, "#"),
            (Hash, "#"),
            (Word, "y"),
            (Quoted(true), "d\"2021-01-01\""),
            (Number, "12.50m"),
            (BlockComment(false), "/* z"),
        ];
        assert_eq!(found, expected);
    }
}
