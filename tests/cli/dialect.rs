//! The command line of the dialect: macros, inclusions, warnings, and options of other engines.

use insta::assert_snapshot;

use crate::Desk;

const PROGRAM: &str = "\
#include \"shape.h\"
#ifndef LIMIT
#error give the limit with -M LIMIT=...
#endif
.decl lease(id: symbol, years: number)
LEASE(\"a\", 19)
LEASE(\"b\", 21)
@[clue = A]
CLUE(long, years > LIMIT)
";

/// The rule is a macro's; its variable `years` is not the macro's own.
const SHAPE: &str = "\
#pragma once
#define LEASE(id, years) lease(id, years).
#define CLUE(name, test) .decl name(id: symbol) .output name name(x) :- lease(x, years), test.
";

fn desk() -> Desk {
    let program = PROGRAM.replace("@[clue = A]\n", "");
    Desk::with(&[("m.dl", &program), ("inc/shape.h", SHAPE)])
}

#[test]
fn macros_and_folders_come_from_the_command_line() {
    assert_snapshot!(desk().run(&["run", "m.dl", "-I", "inc", "-M", "LIMIT=20 UNUSED", "-D-"]), @r#"
    exit 0
    --- stdout
    ---------------
    long
    id
    ===============
    b
    ===============
    "#);
    assert_snapshot!(desk().run(&["run", "m.dl", "-I", "inc"]), @r#"
    exit 1
    --- stderr
      × SY0133 the program refuses: give the limit with -M LIMIT=...
       ╭─[m.dl:3:1]
     2 │ #ifndef LIMIT
     3 │ #error give the limit with -M LIMIT=...
       · ───┬──
       ·    ╰── the program says so
     4 │ #endif
       ╰────
      help: do what the message asks for: often a macro has to be given with `-M`

    1 error; `syllogist explain SY0133` says more
    "#);
}

#[test]
fn places_are_those_that_somebody_wrote() {
    let desk = desk();
    assert_snapshot!(desk.run(&["why", "m.dl", "-I", "inc", "-M", "LIMIT=20", "long(\"b\")"]), @r#"
    exit 0
    --- stdout
    long("b")
    │ major premise: rule `long#1`, m.dl:8
    │ minor premises:
    ├ lease("b", 21)
    │   stated in the rules: m.dl:7
    └ years > 20: 21 > 20
    "#);
    assert_snapshot!(desk.run(&["check", "m.dl", "-I", "inc", "-M", "LIMIT=twenty"]), @r#"
    exit 1
    --- stderr
      × SY0320 nothing gives `twenty` a value
       ╭─[m.dl:8:1]
     7 │ LEASE("b", 21)
     8 │ CLUE(long, years > LIMIT)
       · ────────────┬────────────
       ·             ╰── not bound
       ╰────
      ☞ from this macro
       ╭─[-M:1:7]
     1 │ LIMIT=twenty
       ·       ──────
       ╰────
      help: put `twenty` into a positive atom of the body, or set it with `twenty =
            ...`

    2 files: 1 error, 0 warnings; `syllogist explain SY0320` says more
    "#);
}

#[test]
fn a_text_that_was_preprocessed_by_another_program() {
    let text = "# 1 \"m.dl\"\n# 1 \"<built-in>\" 1\n# 40 \"other.dl\" 1\n.decl p(x: number)\n.output p\np(\"one\").\n";
    assert_snapshot!(Desk::with(&[("m.i", text)]).run(&["check", "m.i", "--no-preprocessor"]), @r#"
    exit 1
    --- stderr
      × SY0302 this value is `symbol`, but `number` is needed
        ╭─[other.dl:42:3]
     39 │ # 40 "other.dl" 1
     40 │ .decl p(x: number)
        ·         ────┬────
        ·             ╰── this column is `number`
     41 │ .output p
     42 │ p("one").
        ·   ──┬──
        ·     ╰── this is `symbol`
        ╰────
      help: write a value of type `number`, such as `12`, or convert it with
            `to_number`, `to_string`, `to_date`, ...

    1 file: 1 error, 0 warnings; `syllogist explain SY0302` says more
    "#);
}

const OLD: &str = "\
.type Name <: symbol
.number_type Years
.decl a(x: symbol) input
.decl b(x: Name)
.output b
b(x) :- a(x).
b(x) :- a(x), a(lone).
";

#[test]
fn warnings_are_chosen_by_name() {
    let desk = Desk::with(&[("m.dl", &OLD.replace("b(x: Name)", "b(x: symbol)"))]);
    let warnings = |options: &[&str]| {
        let said = desk.run(&[&["check", "m.dl"], options].concat());
        let codes = said.lines().filter_map(|line| line.trim().strip_prefix("⚠ ")?.get(..6));
        codes.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(warnings(&[]), ["SY0217", "SY0218", "SY0380"]);
    assert_eq!(warnings(&["-w"]), Vec::<String>::new());
    assert_eq!(warnings(&["-W", "none"]), Vec::<String>::new());
    assert_eq!(warnings(&["--wno=deprecated-type-decl,SY0218"]), ["SY0380"]);
    assert_eq!(warnings(&["--wno", "all", "-W", "var-appears-once"]), ["SY0380"]);
    assert_eq!(warnings(&["--legacy"]), ["SY0380"]);
    assert_snapshot!(desk.run(&["check", "m.dl", "--wno", "everything"]), @r#"
    exit 2
    --- stderr
      × SY0603 `everything` is no value for `--wno NAMES`
      help: see `syllogist --help` for the values that are possible
    "#);
}

#[test]
fn older_versions_accepted_more() {
    let desk = Desk::with(&[("m.dl", OLD)]);
    assert!(desk.run(&["check", "m.dl"]).starts_with("exit 1"));
    assert_snapshot!(desk.run(&["check", "m.dl", "--legacy", "--wno", "var-appears-once"]), @r#"
    exit 0
    --- stderr
      ⚠ SY0382 a value of type `symbol` is not always one of type `Name`
       ╭─[m.dl:6:3]
     3 │ .decl a(x: symbol) input
     4 │ .decl b(x: Name)
       ·         ───┬───
       ·            ╰── this column is `Name`
     5 │ .output b
     6 │ b(x) :- a(x).
       ·   ┬       ┬
       ·   │       ╰── a `symbol` here
       ·   ╰── accepted because of `--legacy`
     7 │ b(x) :- a(x), a(lone).
       ╰────
      help: declare the column as `symbol`, or say that it is one: `as(x, Name)`

      ⚠ SY0382 a value of type `symbol` is not always one of type `Name`
       ╭─[m.dl:7:3]
     3 │ .decl a(x: symbol) input
     4 │ .decl b(x: Name)
       ·         ───┬───
       ·            ╰── this column is `Name`
     5 │ .output b
     6 │ b(x) :- a(x).
     7 │ b(x) :- a(x), a(lone).
       ·   ┬       ┬
       ·   │       ╰── a `symbol` here
       ·   ╰── accepted because of `--legacy`
       ╰────
      help: declare the column as `symbol`, or say that it is one: `as(x, Name)`

    1 file: no errors, 2 warnings
    "#);
}

#[test]
fn options_of_other_engines() {
    let desk = Desk::with(&[("m.dl", ".decl p(x: number)\n.output p\np(1).\n")]);
    assert_snapshot!(desk.run(&["run", "m.dl", "-m", "*", "-v", "-t", "none", "-D-"]), @r#"
    exit 0
    --- stdout
    ---------------
    p
    x
    ===============
    1
    ===============
    --- stderr
      ⚠ SY0618 `-m` has no effect here: rules are never rewritten by it
      help: leave it out

      ⚠ SY0618 `-v` has no effect here: everything there is to say is said
      help: leave it out
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "-c"]), @r#"
    exit 2
    --- stderr
      × SY0619 `-c` is not supported; leave it out: programs are run at once,
      │ nothing is compiled
      help: `syllogist --help` shows the options there are
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "run", "m.dl", "--show=initial-ast"]), @r#"
    exit 2
    --- stderr
      × SY0619 不支持 `--show`；请使用 `syllogist check PROGRAM`
      办法：可用的选项见 `syllogist --help`
    "#);
    assert_snapshot!(desk.run(&["check", "m.dl", "--show=parse-errors", "-w", "-P", "magic-transform:*"]), @r#"
    exit 0
    --- stderr
    1 file: no errors, 0 warnings
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "--preprocessor", "gcc -E"]), @r#"
    exit 2
    --- stderr
      × SY0619 `--preprocessor` is not supported; leave it out: the preprocessor
      │ is a part of the language; or preprocess the program first and give `--no-
      │ preprocessor`
      help: `syllogist --help` shows the options there are
    "#);
}
