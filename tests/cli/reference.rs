//! `run --engine reference`: the second opinion instead of the main evaluator.

use insta::assert_snapshot;

use super::{Desk, leases};

/// A relation of every kind, records and branches, a witness, a counter, rounds.
const ALL_KINDS: &str = r#".type List = [head: number, tail: List]
.type Kind = Final {} | Rented {years: number}
.decl edge(x: number, y: number)
edge(1, 2). edge(2, 3). edge(3, 1). edge(3, 4).
.decl path(l: List, x: number)
path([x, nil], x) :- edge(x, _).
path([y, l], y) :- path(l, x), edge(x, y), l = [_, t], t = nil.
.decl same(x: number, y: number) eqrel
same(x, y) :- edge(x, y), x < 3.
.decl first(x: number, y: number) choice-domain x
first(x, y) :- edge(x, y).
.decl near(x: number, d: number)
near(1, 0).
near(y, d + 1) :- near(x, d), edge(x, y), d < 9.
near(x, a) <= near(x, b) :- b < a.
.decl new = debug_delta(near)
.decl few(n: number)
few(0).
few(n + 1) :- few(n).
.limitsize few(n = 5)
.decl kind(k: Kind, n: unsigned)
kind($Rented(x), autoinc()) :- edge(x, _).
kind($Final(), 100u).
.decl farthest(x: number, d: number)
farthest(x, d) :- d = max e : near(x, e).
.output path, same, first, near, new, few, kind, farthest
"#;

#[test]
fn both_evaluators_print_and_write_the_same() {
    for desk in [leases(), Desk::with(&[("m.dl", ALL_KINDS)])] {
        let main = desk.run(&["run", "-w", "m.dl"]);
        assert!(main.starts_with("exit 0"), "{main}");
        assert_eq!(desk.run(&["run", "-w", "m.dl", "--engine", "main"]), main);
        assert_eq!(desk.run(&["run", "-w", "m.dl", "--engine", "reference"]), main);
        assert_eq!(
            desk.stdout(&["run", "m.dl", "-D", "-"]),
            desk.stdout(&["run", "m.dl", "-D", "-", "--engine", "reference"])
        );
        desk.run(&["run", "m.dl", "-D", "one"]);
        desk.run(&["run", "m.dl", "-D", "two", "--engine", "reference"]);
        let written = desk.files().into_iter().filter_map(|file| Some(file.strip_prefix("one/")?.to_string()));
        let written = written.collect::<Vec<_>>();
        assert!(!written.is_empty());
        for file in written {
            assert_eq!(desk.read(&format!("one/{file}")), desk.read(&format!("two/{file}")), "{file}");
        }
    }
}

#[test]
fn a_clue_has_the_same_id_and_grade_in_both_evaluators() {
    let text = r#"
.decl auction(a: symbol)
auction("A-1"). auction("A-2"). auction("A-3").
.decl low(a: symbol)
low("A-1"). low("A-2").
.decl noted(a: symbol)
noted("A-2"). noted("A-3").
.model m "cheap" { candidate auction(a) }
.decl clue(a: symbol)
@[clue = C, model = m]
clue(a) :- noted(a).
@[clue = B, model = m]
clue(a) :- auction(a), low(a).
.output clue
"#;
    let desk = Desk::with(&[("m.dl", text)]);
    let main = desk.stdout(&["run", "m.dl"]);
    assert_eq!(desk.stdout(&["run", "m.dl", "--engine", "reference"]), main);
    assert!(main.contains("clue: 3 clues (2 of grade B, 1 of grade C)"), "{main}");
}

#[test]
fn what_the_second_opinion_cannot_do_it_says() {
    let desk = Desk::with(&[
        ("failing.dl", ".decl a(x: number)\na(0). a(2).\n.decl b(x: number)\n.output b\nb(4 / x) :- a(x).\n"),
        ("ordinal.dl", ".decl a(x: symbol)\na(\"x\").\n.decl b(n: number)\n.output b\nb(ord(x)) :- a(x).\n"),
        ("endless.dl", ".decl a(x: number)\n.output a\na(0).\na(x + 1) :- a(x).\n"),
    ]);
    assert_snapshot!(desk.run(&["run", "failing.dl", "--engine", "reference"]), @r#"
    exit 1
    --- stderr
      × SY0595 a computation in `b#1` has no result, so there is no second opinion
       ╭─[failing.dl:5:1]
     4 │ .output b
     5 │ b(4 / x) :- a(x).
       · ────────┬────────
       ·         ╰── computes here
       ╰────
      help: run the program without `--engine reference`: the message then names the
            values that lead there

    1 error; `syllogist explain SY0595` says more
    "#);
    assert_snapshot!(desk.run(&["run", "ordinal.dl", "--engine", "reference"]), @r#"
    exit 1
    --- stderr
      × SY0591 the second opinion cannot compute `ord` of a symbol, decimal,
      │ record or branch, as `b#1` asks
       ╭─[ordinal.dl:5:1]
     4 │ .output b
     5 │ b(ord(x)) :- a(x).
       · ─────────┬────────
       ·          ╰── uses a dictionary number
       ╰────
      help: compare the values themselves: `<` orders symbols by code point and
            decimals by value; records and branches are told apart by `=` and by
            their fields

    1 error; `syllogist explain SY0591` says more
    "#);
    assert_snapshot!(desk.run(&["run", "endless.dl", "--engine", "reference", "--max-facts", "1000"]), @r#"
    exit 4
    --- stderr
      × SY0592 the second opinion stops at its limit of 1000 facts
      help: raise the limit, or check a smaller extract of the records
    "#);
    assert_eq!(desk.files(), ["endless.dl", "failing.dl", "ordinal.dl"]);
}

#[test]
fn what_needs_the_main_evaluator_is_refused() {
    let desk = leases();
    assert_snapshot!(desk.run(&["run", "m.dl", "--engine", "reference", "--profile", "p.json"]), @r#"
    exit 2
    --- stderr
      × SY0596 `--profile` needs the main evaluator and cannot stand beside
      │ `--engine reference`
      help: leave `--engine reference` out, or leave `--profile` out
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "why", "m.dl", "possession(_)", "--engine", "reference"]), @r#"
    exit 2
    --- stderr
      × SY0596 `why` 需要主引擎，不能与 `--engine reference` 同用
      办法：请去掉 `--engine reference`，或去掉 `why`
    "#);
    let refused = desk.run(&["run", "m.dl", "--engine", "reference", "--max-rounds", "7"]);
    assert!(refused.contains("SY0596 `--max-rounds`"), "{refused}");
    let unknown = desk.run(&["run", "m.dl", "--engine", "third"]);
    assert!(unknown.starts_with("exit 2") && unknown.contains("SY0603 `third`"), "{unknown}");
}
