//! Any text is read, and the tree holds all of it.

use proptest::prelude::*;

use super::*;
use crate::ast::{Body, Literal, Term};

/// What programs are made of, and what they are not.
const PIECES: &[&str] = &[
    "p",
    "x",
    "租约",
    "_",
    "1",
    "2.5",
    "12.50m",
    "3u",
    "\"a\"",
    "d\"2021-01-01\"",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ".",
    ":-",
    ":",
    "<=",
    "<",
    "=",
    "!=",
    "!",
    "+",
    "-",
    "*",
    "^",
    "band ",
    "$",
    "@",
    "@@",
    "@!",
    "@[",
    "|",
    "->",
    "<:",
    "::",
    ".decl ",
    ".type ",
    ".input ",
    ".comp ",
    ".plan ",
    ".norm ",
    ".once",
    "count",
    "sum ",
    "min",
    "cat",
    "as",
    "nil",
    "true",
    "not ",
    "match",
    " ",
    "\n",
    "\n  ",
    "// c\n",
    "/* c */",
    "/*",
    "/// d\n",
    "//! d\n",
    "#if\n",
    "\"",
    "\\",
    "（",
    "。",
    "“",
    "\u{0}",
    "ｘ",
    "１",
    "\u{3000}",
    "\u{feff}",
    "12abc",
    "choice-domain",
    "inline",
];

const PROGRAM: &str = "//! 租约\n.decl lease(id: symbol, /// years\n term: number) btree choice-domain id\n.type T = B {x: number} | C {}\n\
    @[norm(code = \"CC\")]\nlong(x), old(x) :- lease(id: x, term: y), !(void(x); y < 3 + -2 * z), n = count : { a(_), !b(x) },\n\
    match(\"a.*\", x), f(x) > 12.50m, z = as(y, T), t = d\"2021-01-01\".\n.plan 0:(1, 2)\n.comp C<T> : D { p(1). q(2). }\n\
    线索（x）：－ 租约(x)。\np(x) <= p(y) :- x < y.\n.output long(IO=file, n=3)\n";

/// Reads the text and everything the views offer.
fn walk(text: &str) {
    let parse = parsed(text);
    for item in parse.program().items() {
        let _documents = (item.docs(), item.annotations().len(), item.span(FileId(0)), item.text());
        if let Item::Rule(rule) = item {
            rule.body().iter().for_each(walk_body);
            let arguments = rule.heads().into_iter().flat_map(|head| head.arguments());
            arguments.filter_map(|argument| argument.term()).for_each(|term| walk_term(&term));
        }
    }
    for diagnostic in &parse.diagnostics {
        let span = diagnostic.span.unwrap();
        assert!(span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some(), "{diagnostic:?}");
        for language in [Lang::En, Lang::Zh] {
            let words = [diagnostic.message(language), diagnostic.label(language), diagnostic.help(language)];
            assert!(!words[0].is_empty() && !words[2].is_empty());
        }
    }
}

fn walk_body(body: &Body) {
    for literal in body.conjunctions().iter().flat_map(|conjunction| conjunction.literals()) {
        match literal {
            Literal::Paren(paren) => paren.body().iter().for_each(walk_body),
            Literal::Comparison(comparison) => {
                let sides = [comparison.left(), comparison.right()];
                sides.iter().flatten().for_each(walk_term);
            }
            _ => {}
        }
    }
}

fn walk_term(term: &Term) {
    match term {
        Term::Chain(chain) => {
            chain.first().iter().for_each(walk_term);
            chain.rest().iter().for_each(|(_, term)| walk_term(term));
        }
        Term::Constant(constant) => {
            constant.token().and_then(|token| token.string_value());
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_are_read(text in any::<String>()) {
        walk(&text);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        walk(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces_are_read(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        walk(&pieces.concat());
    }

    #[test]
    fn a_damaged_program_is_read(
        from in 0..PROGRAM.len(), len in 0..40usize, piece in proptest::sample::select(PIECES)
    ) {
        let start = PROGRAM.floor_char_boundary(from);
        let end = PROGRAM.floor_char_boundary((from + len).min(PROGRAM.len())).max(start);
        walk(&[&PROGRAM[..start], piece, &PROGRAM[end..]].concat());
    }

    #[test]
    fn an_error_means_a_diagnostic(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30)) {
        let parse = parsed(&pieces.concat());
        let has_error = parse.tree().descendants().any(|node| node.kind() == crate::SyntaxKind::ERROR);
        prop_assert!(!has_error || parse.diagnostics.iter().any(|d| d.is_error()));
    }
}
