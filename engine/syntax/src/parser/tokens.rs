//! The tokens of a text without trivia, and what surrounds them.

use crate::SyntaxKind::{self, *};
use crate::lexer::Lexeme;
use crate::parser::groups::{Group, groups};

/// The tokens, addressed by their position among those that are no trivia. Behind the last one stands `EOF`.
pub(super) struct Tokens<'t> {
    text: &'t str,
    lexemes: &'t [Lexeme],
    tokens: Vec<Token>,
    groups: Vec<Group>,
}

#[derive(Clone, Copy)]
struct Token {
    kind: SyntaxKind,
    /// Its number among all lexemes.
    lexeme: usize,
    /// Bytes between the start of its line and it.
    column: u32,
    first_on_line: bool,
    /// What comes before it was reported by the lexer: an illegal character, or a string without an end.
    behind_lexical_error: bool,
}

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str, lexemes: &'t [Lexeme]) -> Self {
        let tokens = significant(text, lexemes);
        let kinds: Vec<_> = tokens.iter().map(|token| token.kind).collect();
        let ends_rule = |at: usize| match kinds[at] {
            DOT => !is_range_dot(lexemes, &tokens, at) && tokens.get(at + 1).is_none_or(|next| next.first_on_line),
            kind => kind.is_directive(),
        };
        let groups = groups(&kinds, ends_rule);
        Self { text, lexemes, tokens, groups }
    }

    pub fn kind(&self, at: usize) -> SyntaxKind {
        self.tokens.get(at).map_or(EOF, |token| token.kind)
    }

    pub fn text(&self, at: usize) -> &'t str {
        let (start, end) = self.range(at);
        &self.text[start as usize..end as usize]
    }

    /// The text from `start` to `end`, trivia included.
    pub fn between(&self, start: u32, end: u32) -> &'t str {
        &self.text[start as usize..end as usize]
    }

    /// Start and end of the token; both the end of the text for `EOF`.
    pub fn range(&self, at: usize) -> (u32, u32) {
        let end = self.text.len() as u32;
        self.tokens.get(at).map_or((end, end), |token| {
            let lexeme = self.lexemes[token.lexeme];
            (lexeme.start, lexeme.end)
        })
    }

    /// All lexemes, trivia included.
    pub fn lexeme(&self, number: usize) -> Option<(SyntaxKind, &'t str)> {
        let lexeme = self.lexemes.get(number)?;
        Some((lexeme.kind, &self.text[lexeme.start as usize..lexeme.end as usize]))
    }

    /// The number of the token's lexeme.
    pub fn lexeme_number(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.lexemes.len(), |token| token.lexeme)
    }

    /// Start and end of a lexeme.
    pub fn lexeme_range(&self, number: usize) -> (u32, u32) {
        (self.lexemes[number].start, self.lexemes[number].end)
    }

    pub fn group(&self, at: usize) -> Group {
        self.groups.get(at).copied().unwrap_or_default()
    }

    pub fn column(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.column)
    }

    /// True for `EOF` too.
    pub fn first_on_line(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.first_on_line)
    }

    pub fn behind_lexical_error(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            Some(token) => token.behind_lexical_error,
            None => self.lexemes.iter().rev().find(|l| !is_blank(l)).is_some_and(is_lexical_error),
        }
    }

    /// True at one of the two dots of `..`.
    pub fn is_range_dot(&self, at: usize) -> bool {
        is_range_dot(self.lexemes, &self.tokens, at)
    }

    /// True if nothing stands between the token and the next one.
    pub fn touches_next(&self, at: usize) -> bool {
        self.range(at).1 == self.range(at + 1).0
    }
}

fn is_range_dot(lexemes: &[Lexeme], tokens: &[Token], at: usize) -> bool {
    let is_dot = |at: usize| tokens.get(at).is_some_and(|token| token.kind == DOT);
    let end = |at: usize| lexemes[tokens[at].lexeme].end;
    let touch = |at: usize| is_dot(at) && is_dot(at + 1) && end(at) == lexemes[tokens[at + 1].lexeme].start;
    touch(at) || at > 0 && touch(at - 1)
}

fn significant(text: &str, lexemes: &[Lexeme]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut line_start, mut first_on_line, mut behind_lexical_error) = (0, true, false);
    for (number, lexeme) in lexemes.iter().enumerate() {
        let kind = lexeme.kind;
        if !kind.is_trivia() {
            let column = lexeme.start - line_start;
            tokens.push(Token { kind, lexeme: number, column, first_on_line, behind_lexical_error });
            first_on_line = false;
            behind_lexical_error = false;
        }
        behind_lexical_error |= is_lexical_error(lexeme);
        if let Some(at) = text[lexeme.start as usize..lexeme.end as usize].rfind('\n') {
            line_start = lexeme.start + at as u32 + 1;
            first_on_line = true;
        }
    }
    tokens
}

fn is_lexical_error(lexeme: &Lexeme) -> bool {
    lexeme.broken || lexeme.kind == ILLEGAL
}

fn is_blank(lexeme: &Lexeme) -> bool {
    lexeme.kind.is_trivia() && lexeme.kind != ILLEGAL
}
