//! `syllogist run`.

use insta::assert_snapshot;

use crate::{Desk, LEASES, leases};

#[test]
fn tables_go_to_stdout_and_the_account_of_every_source_to_stderr() {
    assert_snapshot!(leases().run(&["run", "m.dl"]), @r#"
    exit 0
    --- stdout
    long_lease: 1 clue of grade B
     clue id            id    property
    ───────────────────────────────────
     887fbca980f0bf2f   L-1   P-1

    Why is the first one a clue? Ask by its id, or by the fact (`_` stands for any
    value):
      syllogist why m.dl 887fbca980f0bf2f
      syllogist why m.dl 'long_lease("L-1", "P-1")'
    --- stderr
    lease.csv -> lease: 4 read = 3 facts + 1 repeat + 0 blank + 0 rejected
    possession.csv -> possession: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn the_same_in_chinese() {
    assert_snapshot!(leases().run(&["--lang", "zh", "run", "m.dl"]), @r#"
    exit 0
    --- stdout
    long_lease：1 条 B 级线索
     线索号             id    property
    ───────────────────────────────────
     887fbca980f0bf2f   L-1   P-1

    第一条为何是线索？可按线索号询问，也可按事实询问（`_` 表示任意值）：
      syllogist why m.dl 887fbca980f0bf2f
      syllogist why m.dl 'long_lease("L-1", "P-1")'
    --- stderr
    lease.csv → lease：读取 4 = 事实 3 + 重复 1 + 空白 0 + 拒收 0
    possession.csv → possession：读取 1 = 事实 1 + 重复 0 + 空白 0 + 拒收 0
    "#);
}

#[test]
fn a_table_shows_twenty_rows_unless_told_otherwise() {
    let program = ".decl n(x: number)\n.output n\nn(x) :- x = range(0, 1000).\n";
    let desk = Desk::with(&[("n.dl", program)]);
    assert!(desk.stdout(&["run", "n.dl", "--rows", "1000"]).lines().any(|line| line.trim() == "999"));
    assert_snapshot!(desk.run(&["run", "n.dl"]), @r#"
    exit 0
    --- stdout
    n: 1000 facts, the first 20 shown (--rows N shows more)
      x
    ────
      0
      1
      2
      3
      4
      5
      6
      7
      8
      9
     10
     11
     12
     13
     14
     15
     16
     17
     18
     19
    "#);
    assert_snapshot!(desk.run(&["run", "n.dl", "--rows", "2"]), @r#"
    exit 0
    --- stdout
    n: 1000 facts, the first 2 shown (--rows N shows more)
     x
    ───
     0
     1
    "#);
}

#[test]
fn a_folder_gets_one_file_for_each_output() {
    let desk = leases();
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 0
    --- stderr
    lease.csv -> lease: 4 read = 3 facts + 1 repeat + 0 blank + 0 rejected
    possession.csv -> possession: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    out/long_lease.csv: 1 row written
    "#);
    assert_eq!(desk.files(), ["lease.csv", "m.dl", "out/long_lease.csv", "possession.csv"]);
    assert_eq!(desk.read("out/long_lease.csv"), "id,property\nL-1,P-1\n");
}

#[test]
fn a_dash_prints_every_output_in_the_form_of_the_dialect() {
    assert_snapshot!(leases().run(&["run", "m.dl", "-D", "-"]), @r#"
    exit 0
    --- stdout
    ---------------
    long_lease
    id,property
    ===============
    L-1,P-1
    ===============
    --- stderr
    lease.csv -> lease: 4 read = 3 facts + 1 repeat + 0 blank + 0 rejected
    possession.csv -> possession: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn sizes_and_outputs_to_stdout_are_printed_with_and_without_a_folder() {
    let program = ".decl p(x: symbol, y: number)\np(\"b\", 2). p(\"a\", 10). p(\"a\", -1).\n.printsize p\n\
                   .output p(IO=stdout)\n.decl q()\nq().\n.output q\n";
    let desk = Desk::with(&[("p.dl", program)]);
    assert_snapshot!(desk.run(&["run", "p.dl"]), @r#"
    exit 0
    --- stdout
    ---------------
    p
    ===============
    a	-1
    a	10
    b	2
    ===============
    q: 1 fact

    p	3
    "#);
    assert_snapshot!(desk.run(&["run", "p.dl", "-D", "out"]), @r#"
    exit 0
    --- stdout
    ---------------
    p
    ===============
    a	-1
    a	10
    b	2
    ===============
    p	3
    --- stderr
    out/q.csv: 1 row written
    "#);
    assert_eq!(desk.read("out/q.csv"), "()\n");
}

#[test]
fn facts_come_from_the_folder_that_is_named() {
    let desk = leases();
    desk.write("other/lease.csv", b"id,property,years,rent\nX,Y,20,1\n");
    desk.write("other/possession.csv", b"property\n");
    assert_snapshot!(desk.run(&["run", "m.dl", "-F", "other"]), @r#"
    exit 0
    --- stdout
    long_lease: 1 clue of grade B
     clue id            id   property
    ──────────────────────────────────
     c578c6ecc3f3cd58   X    Y

    Why is the first one a clue? Ask by its id, or by the fact (`_` stands for any
    value):
      syllogist why m.dl -F other c578c6ecc3f3cd58
      syllogist why m.dl -F other 'long_lease("X", "Y")'
    --- stderr
    lease.csv -> lease: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    possession.csv -> possession: 0 read = 0 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn facts_come_from_the_folder_of_the_program_otherwise() {
    let desk = Desk::new();
    desk.write("deep/p.dl", b".decl p(x: number)\n.input p\n.printsize p\n");
    desk.write("deep/p.facts", b"1\n2\n");
    assert_snapshot!(desk.run(&["run", "deep/p.dl"]), @r#"
    exit 0
    --- stdout
    p	2
    --- stderr
    p.facts -> p: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn included_files_are_found_beside_the_program_and_in_the_folders_named() {
    let desk = Desk::new();
    desk.write(
        "m.dl",
        b".include \"beside.dl\"\n.include \"lib.dl\"\n.decl r(x: number)\n.printsize r\nr(x) :- p(x), q(x).\n",
    );
    desk.write("beside.dl", b".decl p(x: number)\np(1). p(2).\n");
    desk.write("lib/lib.dl", b".decl q(x: number)\nq(2).\n");
    assert_snapshot!(desk.run(&["run", "m.dl", "-I", "lib"]), @r#"
    exit 0
    --- stdout
    r	1
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0240 there is no file `lib.dl`
       ╭─[m.dl:2:10]
     1 │ .include "beside.dl"
     2 │ .include "lib.dl"
       ·          ────┬───
       ·              ╰── included here
     3 │ .decl r(x: number)
       ╰────
      help: correct the path; it counts from the folder of this file, then from the
            folders given with `-I`

    1 error; `syllogist explain SY0240` says more
    "#);
}

#[test]
fn records_may_come_from_standard_input() {
    let desk =
        Desk::with(&[("p.dl", ".decl p(x: symbol, n: number)\n.input p(IO=stdin, delimiter=\",\")\n.output p\n")]);
    assert_snapshot!(desk.run_with(&["run", "p.dl", "-D", "-"], "乙,2\n甲,10\n".as_bytes()), @r#"
    exit 0
    --- stdout
    ---------------
    p
    x	n
    ===============
    乙	2
    甲	10
    ===============
    --- stderr
    stdin -> p: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn a_project_names_program_facts_language_and_tables() {
    let desk = Desk::new();
    desk.write(
        "story/syllogist.toml",
        b"program = \"../rules/m.dl\"\nfacts = \"facts\"\nlang = \"zh\"\nshow = [\"long_lease\"]\n",
    );
    desk.write("rules/m.dl", LEASES.as_bytes());
    desk.write("story/facts/lease.csv", b"id,property,years,rent\nX,Y,20,1\n");
    desk.write("story/facts/possession.csv", b"property\n");
    assert_snapshot!(desk.run(&["run", "story"]), @r#"
    exit 0
    --- stdout
    long_lease：1 条 B 级线索
     线索号             id   property
    ──────────────────────────────────
     c578c6ecc3f3cd58   X    Y

    第一条为何是线索？可按线索号询问，也可按事实询问（`_` 表示任意值）：
      syllogist why story c578c6ecc3f3cd58
      syllogist why story 'long_lease("X", "Y")'
    --- stderr
    lease.csv → lease：读取 1 = 事实 1 + 重复 0 + 空白 0 + 拒收 0
    possession.csv → possession：读取 0 = 事实 0 + 重复 0 + 空白 0 + 拒收 0
    "#);
    assert_snapshot!(desk.run(&["run", "story", "--lang", "en", "-D", "-"]), @r#"
    exit 0
    --- stdout
    ---------------
    long_lease
    id,property
    ===============
    X,Y
    ===============
    --- stderr
    lease.csv -> lease: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    possession.csv -> possession: 0 read = 0 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn a_plain_file_that_cannot_be_read_back_is_warned_about() {
    let desk = Desk::with(&[("p.dl", ".decl p(x: symbol)\np(\"a\tb\").\n.output p\n")]);
    assert_snapshot!(desk.run(&["run", "p.dl", "-D", "out"]), @r#"
    exit 0
    --- stderr
      ⚠ SY0442 column `x` of `p` holds a delimiter or a line break, so its output
      │ cannot be read back
       ╭─[p.dl:3:9]
     2 │ p("a    b").
     3 │ .output p
       ·         ┬
       ·         ╰── written as plain text
       ╰────
      help: write `rfc4180=true` in this `.output`: such cells are then quoted

    out/p.csv: 1 row written
    "#);
    assert_snapshot!(desk.run(&["run", "p.dl", "-D", "out", "-w"]), @r#"
    exit 0
    --- stderr
    out/p.csv: 1 row written
    "#);
}

#[test]
fn a_computation_that_fails_ends_the_run_and_nothing_is_written() {
    let program =
        ".decl a(x: number, y: number)\n.input a\n.decl r(q: number)\nr(x / y) :- a(x, y).\n.output a\n.output r\n";
    let desk = Desk::with(&[("m.dl", program), ("a.facts", "4\t2\n1\t0\n"), ("out/r.csv", "before\n")]);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0502 division by zero: 1 / 0, in rule `r#1` with x = 1, y = 0
       ╭─[m.dl:4:3]
     3 │ .decl r(q: number)
     4 │ r(x / y) :- a(x, y).
       ·   ──┬──
       ·     ╰── this has no result
     5 │ .output a
       ╰────
      help: add a guard such as `y != 0`; it may stand anywhere in the body

    1 error; `syllogist explain SY0502` says more
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "run", "m.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0502 除数为零：1 / 0，规则 `r#1`，此时 x = 1，y = 0
       ╭─[m.dl:4:3]
     3 │ .decl r(q: number)
     4 │ r(x / y) :- a(x, y).
       ·   ──┬──
       ·     ╰── 此处没有结果
     5 │ .output a
       ╰────
      办法：请增加 `y != 0` 之类的条件，可写在规则体的任何位置

    1 处错误；详见 `syllogist explain SY0502`
    "#);
    assert_eq!(desk.files(), ["a.facts", "m.dl", "out/r.csv"]);
    assert_eq!(desk.read("out/r.csv"), "before\n");
}

#[test]
fn an_output_that_cannot_be_written_leaves_the_others_unwritten() {
    let program = ".decl a(x: number)\na(1).\n.output a\n.output a(filename=\"taken\")\n";
    let desk = Desk::with(&[("m.dl", program), ("out/taken/file", "x")]);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0440 `out/taken` cannot be written: it is a folder
      help: choose another folder or name, or make room

    1 error; `syllogist explain SY0440` says more
    "#);
    assert_eq!(desk.files(), ["m.dl", "out/taken/file"]);
}

#[test]
fn the_command_line_itself_can_be_wrong() {
    let desk = leases();
    assert_snapshot!(desk.run(&["run", "nothing.dl"]), @r#"
    exit 2
    --- stderr
      × SY0605 there is no rule file, project or folder `nothing.dl`
      help: correct the path; it is looked up in the current folder
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "--stamp", "x"]), @r#"
    exit 2
    --- stderr
      × SY0601 `--stamp` is not known here
      help: see `syllogist --help`, or `syllogist run --help` for the options of a
            command
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "-j", "many"]), @r#"
    exit 2
    --- stderr
      × SY0603 `many` is no value for `-j N|auto`
      help: see `syllogist --help` for the values that are possible
    "#);
    assert_snapshot!(desk.run(&["run"]), @r#"
    exit 2
    --- stderr
      × SY0602 `PROGRAM` is missing
      help: add it; `syllogist --help` shows what each command takes
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "frobnicate"]), @r#"
    exit 2
    --- stderr
      × SY0601 此处无法识别 `frobnicate`
      办法：请看 `syllogist --help`；某个命令的选项请看 `syllogist run --help`
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "--lang", "fr"]), @r#"
    exit 2
    --- stderr
      × SY0603 `fr` is no value for `--lang LANG`
      help: see `syllogist --help` for the values that are possible
    "#);
    desk.write("empty/x.txt", b"");
    assert_snapshot!(desk.run(&["run", "empty"]), @r#"
    exit 2
    --- stderr
      × SY0606 the folder `empty` holds no `syllogist.toml`
      help: name a `.dl` file in it, or write a `syllogist.toml` with the line
            `program = "model.dl"`
    "#);
}

#[test]
fn a_program_that_is_no_text() {
    let desk = Desk::new();
    desk.write("m.dl", b".decl p(x: symbol)\np(\"\xff\xfe\").\n");
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0607 `m.dl` cannot be read: line 2 is not UTF-8
      help: make it a plain text file in UTF-8 that you may read

    1 error; `syllogist explain SY0607` says more
    "#);
    desk.write("folder.dl/x", b"");
    assert_snapshot!(desk.run(&["check", "m.dl", "folder.dl"]), @r#"
    exit 2
    --- stderr
      × SY0608 there are no rule files below `folder.dl`
      help: name a folder that holds `.dl` files or projects
    "#);
}

#[test]
fn a_mark_before_the_program_is_skipped() {
    let desk = Desk::with(&[("m.dl", "\u{feff}.decl p(x: number)\r\np(1).\r\n.printsize p\r\n")]);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 0
    --- stdout
    p	1
    "#);
}
