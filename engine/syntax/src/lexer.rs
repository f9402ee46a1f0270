//! Text to tokens. Every byte of the text belongs to exactly one token.

mod directive;
mod foreign;
mod number;
mod quote;
mod raw;
mod width;

use diagnostics::catalogue::{
    DIRECTIVE_WITHOUT_BLANK, FOREIGN_SIGN, FULL_WIDTH_LETTER, FULL_WIDTH_PUNCTUATION, ILLEGAL_CHARACTER,
    MALFORMED_NUMBER, UNKNOWN_DIRECTIVE, UNKNOWN_ESCAPE, UNTERMINATED_COMMENT, UNTERMINATED_STRING,
};
use diagnostics::{Diagnostic, Entry, FileId, Span};
use logos::Logos;

use crate::SyntaxKind;
use crate::kind::{DIRECTIVES, RESERVED};
pub(crate) use crate::lexer::raw::{Quoted, Raw, Seen};
use crate::strings::{is_quote, unknown_escapes};

/// Some editors put it in front of a text; it means nothing.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A token of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lexeme {
    /// What it is.
    pub kind: SyntaxKind,
    /// First byte.
    pub start: u32,
    /// First byte behind it.
    pub end: u32,
    /// True for what lacks its end, a string or the blank behind a directive: an error directly behind it is its
    /// consequence.
    pub broken: bool,
}

/// The tokens of `text`, which is shorter than 4 GiB, and the lexical errors.
pub(crate) fn lex(file: FileId, text: &str) -> (Vec<Lexeme>, Vec<Diagnostic>) {
    let mut lexer = Lexer { file, text, lexemes: Vec::new(), diagnostics: Vec::new() };
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    if mark > 0 {
        lexer.add(Raw::Blank, 0, mark as u32);
    }
    for (raw, range) in Raw::lexer(&text[mark..]).spanned() {
        lexer.add(raw.unwrap_or(Raw::Illegal), (range.start + mark) as u32, (range.end + mark) as u32);
    }
    (lexer.lexemes, lexer.diagnostics)
}

struct Lexer<'t> {
    file: FileId,
    text: &'t str,
    lexemes: Vec<Lexeme>,
    diagnostics: Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn add(&mut self, raw: Raw, start: u32, end: u32) {
        let text = &self.text[start as usize..end as usize];
        let mut broken = false;
        let kind = match raw {
            Raw::Blank => self.blank(text, start),
            Raw::LineComment => line_comment(text),
            Raw::BlockComment(closed) => {
                if !closed {
                    self.report(&UNTERMINATED_COMMENT, start, start + 2, |d| d);
                }
                SyntaxKind::COMMENT
            }
            Raw::Preprocessor => SyntaxKind::PREPROCESSOR,
            Raw::Word => self.word(text, start, end),
            Raw::Number(kind) => self.number(kind, text, start, end),
            Raw::Quoted(Quoted { date, closed }) => {
                broken = !closed;
                self.quoted(text, start, broken);
                if date { SyntaxKind::DATE } else { SyntaxKind::STRING }
            }
            Raw::Dot(kind) => {
                broken = self.lacks_blank(kind, end);
                self.dot(kind, text, start, end, broken)
            }
            Raw::Sign(kind) => self.sign(kind, text, start, end),
            Raw::Illegal => return self.illegal(start, end),
        };
        self.lexemes.push(Lexeme { kind, start, end, broken });
    }

    fn blank(&mut self, text: &str, start: u32) -> SyntaxKind {
        for (at, wide) in text.char_indices().filter(|(_, c)| *c == '\u{3000}') {
            let at = start + at as u32;
            let fill = |d: Diagnostic| d.arg("found", wide).arg("sign", " ");
            self.report(&FULL_WIDTH_PUNCTUATION, at, at + wide.len_utf8() as u32, fill);
        }
        SyntaxKind::WHITESPACE
    }

    fn word(&mut self, text: &str, start: u32, end: u32) -> SyntaxKind {
        if text == "_" {
            return SyntaxKind::UNDERSCORE;
        }
        self.full_width_letters(text, start, end);
        RESERVED.iter().find(|(word, _)| *word == text).map_or(SyntaxKind::IDENT, |(_, kind)| *kind)
    }

    fn number(&mut self, kind: SyntaxKind, text: &str, start: u32, end: u32) -> SyntaxKind {
        if kind == SyntaxKind::MALFORMED_NUMBER && !self.full_width_letters(text, start, end) {
            self.report(&MALFORMED_NUMBER, start, end, |d| d.arg("text", shortened(text)));
        }
        kind
    }

    fn full_width_letters(&mut self, text: &str, start: u32, end: u32) -> bool {
        let Some(fold) = width::folded(text) else { return false };
        let fill = |d: Diagnostic| d.arg("found", shortened(text)).arg("fold", shortened(&fold));
        self.report(&FULL_WIDTH_LETTER, start, end, fill);
        true
    }

    fn quoted(&mut self, text: &str, start: u32, broken: bool) {
        let mut quotes = text.char_indices().filter(|(_, c)| is_quote(*c));
        let first = quotes.next();
        let last = quotes.next_back().filter(|_| !broken);
        for (at, quote) in first.into_iter().chain(last).filter(|(_, quote)| *quote != '"') {
            let at = start + at as u32;
            let fill = |d: Diagnostic| d.arg("found", quote).arg("sign", '"');
            self.report(&FULL_WIDTH_PUNCTUATION, at, at + quote.len_utf8() as u32, fill);
        }
        if broken {
            self.report(&UNTERMINATED_STRING, start, start + text.trim_end().len() as u32, |d| d);
        }
        for (at, escape) in unknown_escapes(text) {
            let at = start + at as u32;
            self.report(&UNKNOWN_ESCAPE, at, at + escape.len() as u32, |d| d.arg("escape", escape));
        }
    }

    fn dot(&mut self, kind: SyntaxKind, text: &str, start: u32, end: u32, lacks_blank: bool) -> SyntaxKind {
        if kind == SyntaxKind::UNKNOWN_DIRECTIVE {
            self.report(&UNKNOWN_DIRECTIVE, start, end, |d| {
                d.arg("word", shortened(text)).list("known", known_directives())
            });
            return kind;
        }
        self.sign(kind, text, start, end);
        if lacks_blank {
            self.report(&DIRECTIVE_WITHOUT_BLANK, start, end, |d| d.arg("word", text));
        }
        kind
    }

    fn lacks_blank(&self, kind: SyntaxKind, end: u32) -> bool {
        let needs_blank = kind.is_directive() && kind != SyntaxKind::ONCE_DIR;
        needs_blank && !self.text[end as usize..].starts_with(directive::is_blank)
    }

    fn sign(&mut self, kind: SyntaxKind, text: &str, start: u32, end: u32) -> SyntaxKind {
        if let Some(sign) = kind.fixed_text().filter(|_| !text.is_ascii()) {
            self.report(&FULL_WIDTH_PUNCTUATION, start, end, |d| d.arg("found", text).arg("sign", sign));
        }
        kind
    }

    /// Runs of illegal characters are one token and one error.
    fn illegal(&mut self, start: u32, end: u32) {
        match self.lexemes.last_mut().filter(|last| last.kind == SyntaxKind::ILLEGAL) {
            Some(last) => {
                last.end = end;
                self.diagnostics.pop();
            }
            None => self.lexemes.push(Lexeme { kind: SyntaxKind::ILLEGAL, start, end, broken: false }),
        }
        let start = self.lexemes.last().map_or(start, |last| last.start);
        let run = &self.text[start as usize..end as usize];
        if let Some(sign) = foreign::meant_by(run) {
            return self.report(&FOREIGN_SIGN, start, end, |d| d.arg("found", run).arg("sign", sign));
        }
        let shown: Vec<String> = run.chars().take(8).map(visible).collect();
        let more = if run.chars().nth(8).is_some() { " …" } else { "" };
        self.report(&ILLEGAL_CHARACTER, start, end, |d| d.arg("characters", shown.join(" ") + more));
    }

    fn report(&mut self, entry: &'static Entry, start: u32, end: u32, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.diagnostics.push(fill(Diagnostic::new(entry, Span { file: self.file, start, end })));
    }
}

/// `text`, cut to what fits into a message.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The directives, each with its dot.
pub(crate) fn known_directives() -> impl Iterator<Item = String> {
    DIRECTIVES.iter().map(|(word, _)| format!(".{word}"))
}

/// The doc comments begin with exactly three slashes, or with `//!`.
fn line_comment(text: &str) -> SyntaxKind {
    if text.starts_with("//!") {
        SyntaxKind::INNER_DOC
    } else if text.starts_with("///") && !text.starts_with("////") {
        SyntaxKind::OUTER_DOC
    } else {
        SyntaxKind::COMMENT
    }
}

fn visible(c: char) -> String {
    if c.is_control() || c.is_whitespace() || !c.is_ascii() && !c.is_alphanumeric() && c < '\u{2e80}' {
        format!("U+{:04X}", c as u32)
    } else {
        format!("`{c}`")
    }
}
