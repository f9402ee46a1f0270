//! `syllogist repl` with its lines on standard input.

use insta::assert_snapshot;

use crate::{Desk, leases};

#[test]
fn one_evaluation_answers_many_questions() {
    let lines = "long_lease(\"L-1\", _)\n\n887fbca980f0bf2f\n:witnesses\nlong_lease(\"L-2\", \"P-2\")\n:quit\nlease(_, _, _, _)\n";
    assert_snapshot!(leases().run_with(&["repl", "m.dl"], lines.as_bytes()), @r#"
    exit 0
    --- stdout
    clue 887fbca980f0bf2f, grade B

    long_lease("L-1", "P-1")
    │ major premise: rule `long_lease#1`, m.dl:9; norm cc_725
    │ minor premises:
    ├ lease("L-1", "P-1", 25, 100.5m)
    │   records: lease.csv, rows 2, 5
    ├ y >= 20: 25 >= 20
    └ no possession("P-1")
        searched: `possession` is finished, its only fact does not fit

    clue 887fbca980f0bf2f, grade B

    long_lease("L-1", "P-1")
    │ major premise: rule `long_lease#1`, m.dl:9; norm cc_725
    │ minor premises:
    ├ lease("L-1", "P-1", 25, 100.5m)
    │   records: lease.csv, rows 2, 5
    ├ y >= 20: 25 >= 20
    └ no possession("P-1")
        searched: `possession` is finished, its only fact does not fit

    long_lease("L-1", "P-1") is carried by one set of records alone; none of them
      can be left out

    set 1: 1 record
    ├ lease("L-1", "P-1", 25, 100.5m)
    │   records: lease.csv, rows 2, 5
    └ absent: possession("P-1"), as rule `long_lease#1` asks

    long_lease("L-2", "P-2") does not hold.
    1 rule could give it; for each the first premise that fails:

    rule `long_lease#1`, m.dl:9; norm cc_725
    │ holds: lease("L-2", "P-2", 3, 9m)
    │     record: lease.csv, row 3
    └ fails: y >= 20
        with y = 3
        3 >= 20 fails by 17
    "#);
}

#[test]
fn what_fits_is_told_page_by_page() {
    let program = ".decl n(x: number)\nn(x) :- x = range(0, 1500).\n.output n\n";
    let desk = Desk::with(&[("m.dl", program)]);
    let lines = ":limit 2\n:depth 1\nn(_)\n:more\nn(7)\n:more\n:relations\n";
    assert_snapshot!(desk.run_with(&["repl", "m.dl", "--lang", "zh"], lines.as_bytes()), @r#"
    exit 0
    --- stdout
    n(0)
    │ 大前提：规则 `n#1`，m.dl:2
    │ 小前提：
    └ x = range(0, 1500)：range(0, 1500) 取 0

    n(1)
    │ 大前提：规则 `n#1`，m.dl:2
    │ 小前提：
    └ x = range(0, 1500)：range(0, 1500) 取 1

    共 1,500 个，已显示 2 个；`:more` 显示后续

    n(2)
    │ 大前提：规则 `n#1`，m.dl:2
    │ 小前提：
    └ x = range(0, 1500)：range(0, 1500) 取 2

    n(3)
    │ 大前提：规则 `n#1`，m.dl:2
    │ 小前提：
    └ x = range(0, 1500)：range(0, 1500) 取 3

    共 1,500 个，已显示 4 个；`:more` 显示后续

    n(7)
    │ 大前提：规则 `n#1`，m.dl:2
    │ 小前提：
    └ x = range(0, 1500)：range(0, 1500) 取 7

    没有更多了

    n(x: number)：1,500
    "#);
}

/// Mistakes go to standard error, and the next line is answered.
#[test]
fn mistakes_do_not_end_it() {
    let lines = "leese(_)\n:wyh lease(_, _, _, _)\n0123456789abcdef\n:depth\n:lang zh\n:all\n:why-not long_lease(\"L-1\", _)\n:outcomes\n\u{fffd}(\nlong_lease?(\"L-1\", _)\n";
    assert_snapshot!(leases().run_with(&["repl", "m.dl"], lines.as_bytes()), @r#"
    exit 0
    --- stdout
    long_lease("L-1", _) 成立。

    程序没有模型

    long_lease("L-1", _) 并无待查事项：它成立。
    --- stderr
      × SY0621 relation `leese` is not declared in this program
       ╭─[question:1:1]
     1 │ leese(_)
       · ──┬──
       ·   ╰── no such relation (`lease`?)
       ╰────
      help: correct the name; `.decl` in the rules shows how it is written

      × SY0643 `:wyh` cannot be read as a command (`:why`?)
      help: `:help` lists the commands; a line without a colon in front is a
            question

      × SY0627 no clue of this run has the id 0123456789abcdef
      help: compare the id with the output of `syllogist run`, and check that rules
            and records are the ones of that run

      × SY0643 `:depth` cannot be read as a command
      help: `:help` lists the commands; a line without a colon in front is a
            question

      × SY0620 所问的不是一个事实
      办法：请写关系名和各列的值，任意值写 `_`，例如 `租约("L-1", _)`；也可写线索号

      × SY0620 所问的不是一个事实
       ╭─[所问:1:1]
     1 │ �(
       · ─┬
       ·  ╰── 不是 `关系(值, ...)` 的形式
       ╰────
      办法：请写关系名和各列的值，任意值写 `_`，例如 `租约("L-1", _)`；也可写线索号
    "#);
}

#[test]
fn the_commands_are_listed() {
    let told = leases().run_with(&["repl", "m.dl"], b":help\n:shortest long_lease(\"L-1\", \"P-1\")\n:all\n");
    assert!(told.starts_with("exit 0\n") && told.contains(":witnesses [FACT]"), "{told}");
    assert_eq!(told.matches("long_lease(\"L-1\", \"P-1\")").count(), 2, "{told}");
}

/// Seven auctions, of which two are clues; a clue that stands on declarations of completeness.
#[test]
fn models_and_what_the_law_adds_can_be_asked_about() {
    let desk = crate::law::leases();
    let told = desk.run_with(
        &["repl", "m.dl", "--param", "低价比例=0.7", "--lang", "en"],
        b":outcomes\n:missing\n:missing nix\n:limit 1\n:missing\n",
    );
    assert!(told.starts_with("exit 0\n") && told.contains("7 candidates, 2 clues"), "{told}");
    assert!(told.contains("`nix`"), "{told}");
    let carried = desk.stdout(&["why", "m.dl", "-w", "--param", "低价比例=0.7", "线索(_, _)", "--witnesses"]);
    assert!(!carried.contains("counted up"), "{carried}");
}

#[test]
fn several_readings_are_refused() {
    let program = ".param low : number { 1 }\n.decl p(x: number)\n.output p\np(x) :- low(x).\n";
    let desk = Desk::with(&[("m.dl", program)]);
    let told = desk.run_with(&["repl", "m.dl", "--param", "low=1", "--param", "low=2"], b"p(_)\n");
    assert!(told.starts_with("exit 2\n") && told.contains("SY0628"), "{told}");
}
