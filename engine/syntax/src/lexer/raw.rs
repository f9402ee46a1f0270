//! The scanner.

use logos::{Lexer, Logos};

use crate::SyntaxKind::{self, *};
use crate::lexer::{directive, number, quote};

/// What the scanner finds, before words are looked up and errors are reported.
#[derive(Clone, Copy, Debug, Logos)]
#[logos(extras = Seen)]
pub(crate) enum Raw {
    #[regex(r"[ \t\r\n\x0B\x0C\u{3000}]+")]
    Blank,
    #[regex(r"//[^\n]*", allow_greedy = true)]
    LineComment,
    #[token("/*", block_comment)]
    BlockComment(bool),
    #[regex(r"#([^\n\\]|\\[^\n]|\\\r?\n)*\\?", allow_greedy = true)]
    Preprocessor,
    #[regex(r"[?_\p{XID_Start}][?_\p{XID_Continue}]*")]
    Word,
    #[regex("[0-9]", |scan| number_literal(scan))]
    #[regex("[０-９]+([.．][０-９]+)*", |_| MALFORMED_NUMBER)]
    Number(SyntaxKind),
    #[regex("d?[\"“”＂]", quoted)]
    Quoted(Quoted),
    #[regex("[.．。｡]", dot)]
    Dot(SyntaxKind),
    #[regex("[(（]", |_| L_PAREN)]
    #[regex("[)）]", |_| R_PAREN)]
    #[regex(r"[\[［]", |_| L_BRACKET)]
    #[regex(r"[\]］]", |_| R_BRACKET)]
    #[regex("[{｛]", |_| L_BRACE)]
    #[regex("[}｝]", |_| R_BRACE)]
    #[regex("[,，、､]", |_| COMMA)]
    #[regex("[;；]", |_| SEMICOLON)]
    #[regex("[:：]", |_| COLON)]
    #[regex("[:：][:：]", |_| COLON2)]
    #[regex("[:：][-－]", |_| IF)]
    #[regex("[<＜][:：]", |_| SUBTYPE)]
    #[regex("[=＝]", |_| EQ)]
    #[regex("[!！][=＝]", |_| NE)]
    #[regex("[<＜]", |_| LT)]
    #[regex("[<＜][=＝]", |_| LE)]
    #[regex("[>＞]", |_| GT)]
    #[regex("[>＞][=＝]", |_| GE)]
    #[regex("[!！]", |_| NOT)]
    #[regex("[+＋]", |_| PLUS)]
    #[regex("[-－]", |_| MINUS)]
    #[regex(r"[*＊]", |_| STAR)]
    #[regex("[/／]", |_| SLASH)]
    #[regex("[%％]", |_| PERCENT)]
    #[regex(r"[\^＾]", |_| CARET)]
    #[regex("[-－][>＞]", |_| ARROW)]
    #[regex(r"[|｜]", |_| PIPE)]
    #[regex(r"[$＄]", |_| DOLLAR)]
    #[regex("[@＠]", |_| AT)]
    #[regex("[@＠][@＠]", |_| AT2)]
    #[regex("[@＠][!！]", |_| AT_NOT)]
    #[token("choice-domain", |_| CHOICE_DOMAIN)]
    Sign(SyntaxKind),
    #[regex(r"(?s).", priority = 0)]
    Illegal,
}

/// A string or date literal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoted {
    /// True behind `d`.
    pub date: bool,
    /// False if it has no end.
    pub closed: bool,
}

/// What the scanner remembers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// A string ran up to the end of the text: no later one needs to look further than its line.
    unclosed: bool,
}

fn block_comment(scan: &mut Lexer<'_, Raw>) -> bool {
    let end = scan.remainder().find("*/");
    scan.bump(end.map_or(scan.remainder().len(), |end| end + 2));
    end.is_some()
}

fn number_literal(scan: &mut Lexer<'_, Raw>) -> SyntaxKind {
    let (kind, len) = number::number(&scan.source()[scan.span().start..]);
    scan.bump(len - scan.slice().len());
    kind
}

fn dot(scan: &mut Lexer<'_, Raw>) -> SyntaxKind {
    let (kind, len) = directive::behind_dot(&scan.source()[..scan.span().start], scan.remainder());
    scan.bump(len);
    kind
}

fn quoted(scan: &mut Lexer<'_, Raw>) -> Quoted {
    let date = scan.slice().starts_with('d');
    let quote = scan.slice().chars().next_back().unwrap_or('"');
    let (len, closed) = quote::extent(scan.remainder(), quote, &mut scan.extras.unclosed);
    scan.bump(len);
    Quoted { date, closed }
}
