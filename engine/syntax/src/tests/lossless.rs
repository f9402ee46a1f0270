//! Any text is read, and the tree holds all of it.

use proptest::prelude::*;

use super::*;
use crate::ast::{Body, Literal, Term, TestStatement};

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
    ".param ",
    ".model ",
    ".test ",
    ".except ",
    ".complete ",
    "version {",
    "x: ",
    "not ",
    "unless ",
    "within ",
    "but ",
    "when ",
    "..",
    "given ",
    "expect ",
    "because ",
    "element ",
    "by ",
    "from ",
    ".once",
    "count",
    "sum ",
    "min",
    "cat",
    "as",
    "nil",
    "true",
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
    线索（x）：－ 租约(x)。\n.norm n { law: \"a\" version { in_force: d\"2021-01-01\" .. } checked: d\"2021-01-01\" against \"b\" }\n\
    .param v(k: symbol) : number { (\"a\", d\"2021-01-01\" .., -1, source: \"b\") }\n.model m \"t\" { candidate p(x) element a = n.b }\n\
    q(x) :- p(x), not r(x) within (a: x, b: 1 .. 2), v = 1 but 2 when s(x) unless t(x) unless u(x).\n\
    .test \"t\" { given p(1), q(2) expect no clue p(1) because q, m.a }\np(x) <= p(y) :- x < y.\n.output long(IO=file, n=3)\n";

/// Reads the text and everything the views offer.
fn walk(text: &str) {
    let parse = parsed(text);
    for item in parse.program().items() {
        let _documents = (item.docs(), item.annotations().len(), item.span(FileId(0)), item.text());
        walk_law(&item);
        if let Item::Rule(rule) = item {
            let _exceptions: Vec<_> = rule.exceptions().iter().map(|e| (e.atom(), e.within())).collect();
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

fn walk_law(item: &Item) {
    match item {
        Item::Norm(norm) => {
            let versions = norm.versions().into_iter().flat_map(|version| version.entries());
            for value in norm.entries().into_iter().chain(versions).filter_map(|entry| entry.value()) {
                let _parts = (value.tokens(), value.word(), value.constants(), value.against());
                let _days = value.interval().map(|interval| (interval.from(), interval.to()));
            }
        }
        Item::Param(param) => {
            let _type = (param.attributes(), param.type_name());
            let _values: Vec<_> = param.values().iter().map(|v| (v.terms(), v.intervals(), v.sources())).collect();
        }
        Item::Model(model) => {
            let _elements: Vec<_> = model.elements().iter().map(|e| (e.key(), e.wording(), e.shared())).collect();
            let _candidates: Vec<_> = model.candidates().iter().map(|c| (c.relation(), c.columns())).collect();
        }
        Item::Test(test) => {
            for statement in test.statements() {
                if let TestStatement::Expect(expect) = statement {
                    let _parts = (expect.outcome(), expect.atom(), expect.because());
                }
            }
        }
        _ => {}
    }
}

fn walk_body(body: &Body) {
    for literal in body.conjunctions().iter().flat_map(|conjunction| conjunction.literals()) {
        match literal {
            Literal::Paren(paren) => paren.body().iter().for_each(walk_body),
            Literal::Not(not) => {
                let extents = not.within().map_or_else(Vec::new, |within| within.extents());
                let _extents: Vec<_> = extents.iter().map(|e| (e.column(), e.from(), e.to())).collect();
            }
            Literal::Comparison(comparison) => {
                let _provisos: Vec<_> = comparison.provisos().iter().map(|p| (p.value(), p.condition())).collect();
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
