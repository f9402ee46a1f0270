//! Independent mistakes are all told in one run, and none twice.

use crate::support::findings;

#[test]
fn across_all_checks() {
    let text = ".decl a(x: number)\n.decl b(x: nmber)\n.decl v(x: number)\n.output v, w\n.input a(headers=maybe)\na(\"one\").\n\
                v(x) :- a(x), !v(x).\nv(x) :- a(y).\nv(x) :- c(x).\nv(x) :- a(x, x).\nv(strlen(x)) :- a(x).\na(d\"2021-02-30\").\n\
                v(x) :- a(x) b(x).\n@[clue = Z]\nv(x) :- a(x), 1 < 2.\n";
    assert_eq!(
        findings(text),
        [
            "SY0205 2:12",
            "SY0330 3:7",
            "SY0201 4:12",
            "SY0221 5:18",
            "SY0302 6:3",
            "SY0320 8:3",
            "SY0201 9:9",
            "SY0211 10:9",
            "SY0304 11:3",
            "SY0302 12:3",
            "SY0101 13:14",
            "SY0250 14:1"
        ]
    );
}

#[test]
fn a_near_name_is_told_beside_a_syntax_error() {
    let text = ".decl late(id: symbol)\n.output lat\nlate(id) :- late(id), not !late(id).\n";
    assert_eq!(findings(text), ["SY0201 2:9", "SY0120 3:23"]);
}

#[test]
fn a_damaged_declaration_excuses_its_users() {
    let text = ".decl a(x: number, y)\n.decl r(x: number)\n.output r\nr(x) :- a(x).\nr(x) :- a(x, 2), x > \"a\".\n";
    let found = findings(text);
    assert_eq!(found, ["SY0101 1:21"]);
    let found = findings(".dcl a(x: number)\n.decl r(x: number)\n.output r\nr(x) :- a(x).\n");
    assert_eq!(found, ["SY0111 1:1"]);
}

#[test]
fn a_damaged_rule_is_not_judged() {
    let found = findings(".decl a(x: number, y: number)\n.output a\na(1, ).\na(1, 2).\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("SY01"), "{found:?}");
}

#[test]
fn an_unknown_type_silences_what_follows_from_it() {
    let text =
        ".decl a(x: T)\n.decl r(x: number)\n.output r\na(1).\nr(x) :- a(x), x > \"a\".\nr(x) :- a(y), x = y + 1.\n";
    assert_eq!(findings(text), ["SY0205 1:12"]);
}

/// Words of the language in any order, and programs with pieces lost, doubled or moved: the check answers and does not panic.
#[test]
fn damaged_programs_are_answered() {
    let whole = include_str!("damaged.dl");
    assert_eq!(findings(whole), ["SY0218 8:41"]);
    let pieces: Vec<&str> = whole.split_inclusive([' ', '(', ',', ')', '.', ':', '\n']).collect();
    let mut state = 0x5EED_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for round in 0..2_000 {
        let mut damaged = pieces.clone();
        for _ in 0..=round % 5 {
            let (from, to) = (next(damaged.len()), next(damaged.len()));
            match next(3) {
                0 => drop(damaged.remove(from)),
                1 => damaged.insert(to, damaged[from]),
                _ => damaged.swap(from, to),
            }
        }
        let found = findings(&damaged.concat());
        assert!(!found.iter().any(|found| found.starts_with("SY0398") || found.starts_with("SY0399")), "{found:?}");
    }
}

#[test]
fn any_text_is_answered() {
    for text in
        ["", "\u{0}", ".decl", "a :- .", "r(x) :- x = x.", ".decl a(\n.decl b(x", "((((", "a(1) :- b(2) ;", "@[clue"]
    {
        findings(text);
    }
}
