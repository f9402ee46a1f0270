//! Records in and out as gzip, JSON and SQLite: the accounts, the files, what `-D -` makes of them, and what is refused.

use insta::assert_snapshot;

use crate::Desk;

/// Writes its relations in every form.
const WRITER: &str = r#".decl p(id: symbol, n: number, x: float)
p("L-1", 1, 0.5). p("租约", -2, 0.1). p("a,\"b\"", 3, 1.0).
.decl q()
q().
.output p(rfc4180=true, headers=true, compress=true)
.output p(IO=jsonfile)
.output p(IO=jsonfile, format=object, filename="o.json")
.output p(IO=sqlite, filename="all.sqlite")
.output q(IO=sqlite, dbname="all.sqlite")
.output q(IO=jsonfile)
.output q(filename="q.facts")
"#;

/// Reads what [`WRITER`] writes.
const READER: &str = r#".decl p(id: symbol, n: number, x: float)
.input p(filename="p.csv.gz", rfc4180=true, headers=true)
.input p(IO=jsonfile)
.input p(IO=jsonfile, filename="o.json")
.input p(IO=sqlite, filename="all.sqlite")
.decl q()
.input q
.input q(IO=jsonfile)
.input q(IO=sqlite, filename="all.sqlite")
.decl r(id: symbol, n: number)
.output r
r(i, n) :- p(i, n, _), q().
"#;

fn written() -> Desk {
    let desk = Desk::with(&[("w.dl", WRITER), ("r.dl", READER)]);
    assert!(desk.run(&["run", "w.dl", "-D", "out"]).starts_with("exit 0"));
    desk
}

#[test]
fn what_is_written_in_every_form_is_read_back() {
    let desk = written();
    assert_snapshot!(desk.run(&["run", "w.dl", "-D", "out"]), @r#"
    exit 0
    --- stderr
    out/p.csv.gz: 3 rows written
    out/p.json: 3 rows written
    out/o.json: 3 rows written
    out/q.json: 1 row written
    out/q.facts: 1 row written
    out/all.sqlite: 4 rows written
    "#);
    assert_snapshot!(desk.read("out/p.json"), @r#"
    [["L-1", 1, 0.5],
    ["a,\"b\"", 3, 1.0],
    ["租约", -2, 0.1]]
    "#);
    assert_snapshot!(desk.read("out/o.json"), @r#"
    [{"id": "L-1", "n": 1, "x": 0.5},
    {"id": "a,\"b\"", "n": 3, "x": 1.0},
    {"id": "租约", "n": -2, "x": 0.1}]
    "#);
    assert_eq!([desk.read("out/q.json"), desk.read("out/q.facts")], ["[[]]\n", "()\n"]);
    assert_snapshot!(desk.run(&["run", "r.dl", "-F", "out"]), @r#"
    exit 0
    --- stdout
    r: 3 facts
     id       n
    ────────────
     L-1      1
     a,"b"    3
     租约    -2
    --- stderr
    p.csv.gz -> p: 3 read = 3 facts + 0 repeats + 0 blank + 0 rejected
    p.json -> p: 3 read = 0 facts + 3 repeats + 0 blank + 0 rejected
    o.json -> p: 3 read = 0 facts + 3 repeats + 0 blank + 0 rejected
    all.sqlite -> p: 3 read = 0 facts + 3 repeats + 0 blank + 0 rejected
    q.facts -> q: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    q.json -> q: 1 read = 0 facts + 1 repeat + 0 blank + 0 rejected
    all.sqlite -> q: 1 read = 0 facts + 1 repeat + 0 blank + 0 rejected
    "#);
    assert_snapshot!(desk.run(&["why", "r.dl", "-F", "out", "r(\"L-1\", 1)"]), @r#"
    exit 0
    --- stdout
    r("L-1", 1)
    │ major premise: rule `r#1`, r.dl:12
    │ minor premises:
    ├ p("L-1", 1, 0.5)
    │   records: p.csv.gz, row 2; p.json, element 1; o.json, element 1; all.sqlite,
    │     table p, row 1
    └ q()
        records: q.facts, row 1; q.json, element 1; all.sqlite, table q, row 1
    "#);
}

#[test]
fn other_tables_of_a_database_stay_and_equal_runs_write_equal_files() {
    let desk = written();
    let files = ["out/p.csv.gz", "out/all.sqlite"];
    let before = files.map(|file| std::fs::read(desk.path(file)).unwrap());
    std::fs::remove_dir_all(desk.path("out")).unwrap();
    desk.run(&["run", "w.dl", "-D", "out", "-j", "2"]);
    assert!(before == files.map(|file| std::fs::read(desk.path(file)).unwrap()));

    desk.write("s.dl", b".decl s(n: number)\ns(7).\n.output s(IO=sqlite, filename=\"all.sqlite\")\n");
    desk.run(&["run", "s.dl", "-D", "out"]);
    desk.write(
        "t.dl",
        READER
            .replace(".output r", ".decl s(n: number)\n.input s(IO=sqlite, filename=\"all.sqlite\")\n.output r, s")
            .as_bytes(),
    );
    let told = desk.run(&["run", "t.dl", "-F", "out"]);
    assert!(told.contains("r: 3 facts") && told.contains("s: 1 fact\n"), "{told}");
}

#[test]
fn on_standard_output() {
    let program = ".decl p(id: symbol, n: number)\np(\"a\", 1). p(\"b\", 2).\n.output p(IO=json, format=object)\n\
                   .decl q(n: number)\nq(1).\n.output q(IO=stdoutprintsize)\n.output q(compress=true)\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 0
    --- stdout
    [{"id": "a", "n": 1},
    {"id": "b", "n": 2}]
    q	1
    q: 1 fact
     n
    ───
     1
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D-"]), @r#"
    exit 0
    --- stdout
    ---------------
    p
    id	n
    ===============
    a	1
    b	2
    ===============
    ---------------
    q
    n
    ===============
    1
    ===============
    ---------------
    q
    n
    ===============
    1
    ===============
    "#);
    assert_eq!(desk.files(), ["m.dl"]);
}

#[test]
fn from_standard_input() {
    let program = ".decl p(id: symbol, n: number)\n.input p(IO=json)\n.output p\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run_with(&["run", "m.dl"], b"[{\"n\": 2, \"id\": \"b\"}, [\"a\", 1]]"), @r#"
    exit 0
    --- stdout
    p: 2 facts
     id   n
    ────────
     a    1
     b    2
    --- stderr
    stdin -> p: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

/// Runs a program that reads `p(id: symbol, n: number)` from this file and asserts that nothing is written.
fn refused(io: &str, file: &[u8]) -> String {
    let program = format!(".decl p(id: symbol, n: number)\n.input p({io}, filename=\"f\")\n.output p\n");
    let desk = Desk::with(&[("m.dl", &program)]);
    desk.write("f", file);
    let told = desk.run(&["run", "m.dl", "-D", "out"]);
    assert_eq!(desk.files(), ["f", "m.dl"]);
    told
}

#[test]
fn damaged_files_are_refused_with_their_place() {
    assert_snapshot!(refused("IO=file", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff"), @r#"
    exit 1
    --- stderr
      × SY0446 the record file `f` is packed and damaged: its bytes are not those
      │ that were packed
       ╭─[m.dl:2:8]
     1 │ .decl p(id: symbol, n: number)
     2 │ .input p(IO=file, filename="f")
       ·        ┬
       ·        ╰── relation `p` reads it here
     3 │ .output p
       ╰────
      help: pack or copy the file again; `gzip -t` or `zstd -t` tests it

    1 error; `syllogist explain SY0446` says more
    "#);
    assert_snapshot!(refused("IO=jsonfile", b"[[\"a\", 1],\n [\"b\" 2]]"), @r#"
    exit 1
    --- stderr
      × SY0447 the record file `f` is no JSON list: line 2, column 7: expected `,`
      │ or `]`
       ╭─[m.dl:2:8]
     1 │ .decl p(id: symbol, n: number)
     2 │ .input p(IO=jsonfile, filename="f")
       ·        ┬
       ·        ╰── relation `p` reads it here
     3 │ .output p
       ╰────
      help: write one list of lists or objects in UTF-8: `[[1, "a"], [2, "b"]]`

    1 error; `syllogist explain SY0447` says more
    "#);
    assert_snapshot!(refused("IO=sqlite", b"id,n\na,1\n"), @r#"
    exit 1
    --- stderr
      × SY0450 the record file `f` cannot be read as an SQLite database: file is
      │ not a database
       ╭─[m.dl:2:8]
     1 │ .decl p(id: symbol, n: number)
     2 │ .input p(IO=sqlite, filename="f")
       ·        ┬
       ·        ╰── relation `p` reads it here
     3 │ .output p
       ╰────
      help: name an SQLite database that is whole; `PRAGMA integrity_check` tests it

    1 error; `syllogist explain SY0450` says more
    "#);
    assert_snapshot!(refused("IO=file", b"SQLite format 3\0"), @r#"
    exit 1
    --- stderr
      × SY0404 the record file `f` is an SQLite database, not UTF-8 text
       ╭─[m.dl:2:8]
     1 │ .decl p(id: symbol, n: number)
     2 │ .input p(IO=file, filename="f")
       ·        ┬
       ·        ╰── relation `p` reads it here
     3 │ .output p
       ╰────
      help: give a text file in UTF-8: export the table as CSV, or read the database
            with `IO=sqlite`

    1 error; `syllogist explain SY0404` says more
    "#);
}

#[test]
fn rows_of_the_wrong_type_are_refused_with_their_place() {
    assert_snapshot!(refused("IO=jsonfile", b"[[\"a\", 1],\n [2, 2], {\"id\": \"c\", \"n\": \"x\"}]"), @r#"
    exit 1
    --- stderr
      × SY0449 `f` element 2 (line 2), column `id`: a number stands where a text
      │ is needed
      help: correct the record, or declare the column as what it is

      × SY0420 `f` element 3 (line 2), column `n`: `x` is not of type `number`
      help: write a whole number in digits, such as `-12` or `2500`, without
            separators or units

    2 errors; `syllogist explain SY0449` says more
    "#);
    let rejecting = Desk::with(&[
        ("m.dl", ".decl p(id: symbol, n: number)\n.input p(IO=jsonfile)\n.output p\n"),
        ("p.json", "[[\"a\", 1],\n [2, 2], [\"c\"], {\"id\": \"c\", \"n\": \"x\"}]"),
    ]);
    assert_snapshot!(rejecting.run(&["run", "m.dl", "--rejects", "r.csv"]), @r#"
    exit 0
    --- stdout
    p: 1 fact
     id   n
    ────────
     a    1
    --- stderr
    p.json -> p: 4 read = 1 fact + 0 repeats + 0 blank + 3 rejected
    "#);
    assert_snapshot!(rejecting.read("r.csv"), @r#"
    source,row,column,code,reason,text
    p.json,2,id,SY0449,"`p.json` element 2 (line 2), column `id`: a number stands where a text is needed",2
    p.json,3,n,SY0425,`p.json` element 3 (line 2) has too few fields for column `n`: 1 instead of 2,"[""c""]"
    p.json,4,n,SY0420,"`p.json` element 4 (line 2), column `n`: `x` is not of type `number`",x
    "#);
}

#[test]
fn tables_and_columns_that_are_missing() {
    let desk = written();
    let told = |input: &str| {
        desk.write("m.dl", format!(".decl t(a: symbol, b: number)\n.input t({input})\n.output t\n").as_bytes());
        desk.run(&["run", "m.dl", "-F", "out"])
    };
    assert_snapshot!(told("IO=sqlite, filename=\"all.sqlite\""), @r#"
    exit 1
    --- stderr
      × SY0451 the database `out/all.sqlite` has no table or view `t`
       ╭─[m.dl:2:8]
     1 │ .decl t(a: symbol, b: number)
     2 │ .input t(IO=sqlite, filename="all.sqlite")
       ·        ┬
       ·        ╰── relation `t` reads it here
     3 │ .output t
       ╰────
      help: give the table's name with `name=".."`; the database has
            `__SymbolTable`, `_p`, `_q`, `p`, `q`

    1 error; `syllogist explain SY0451` says more
    "#);
    assert_snapshot!(told("IO=sqlite, filename=\"all.sqlite\", name=p, columns=\"id:m\""), @r#"
    exit 1
    --- stderr
      × SY0452 table `p` of `out/all.sqlite` has no column `m` for column `b`
       ╭─[m.dl:2:8]
     1 │ .decl t(a: symbol, b: number)
     2 │ .input t(IO=sqlite, filename="all.sqlite", name=p, columns="id:m")
       ·        ┬
       ·        ╰── relation `t` reads it here
     3 │ .output t
       ╰────
      help: name the columns with `columns="a:b"`; the table has `id`, `n`, `x`

    1 error; `syllogist explain SY0452` says more
    "#);
    assert_snapshot!(told("IO=sqlite, filename=\"none.sqlite\""), @r#"
    exit 1
    --- stderr
      × SY0401 the record file `out/none.sqlite` does not exist
       ╭─[m.dl:2:8]
     1 │ .decl t(a: symbol, b: number)
     2 │ .input t(IO=sqlite, filename="none.sqlite")
       ·        ┬
       ·        ╰── relation `t` reads it here
     3 │ .output t
       ╰────
      help: correct `filename`, point `-F` at the folder that holds the file, or
            pass `-w` to read a missing file as an empty relation

    1 error; `syllogist explain SY0401` says more
    "#);
}

#[test]
fn a_database_that_is_read_is_not_written() {
    let desk = written();
    desk.write(
        "m.dl",
        b".decl q()\n.input q(IO=sqlite, filename=\"all.sqlite\")\n.output q(IO=sqlite, filename=\"all.sqlite\")\n",
    );
    let before = std::fs::read(desk.path("out/all.sqlite")).unwrap();
    let told = desk.run(&["run", "m.dl", "-F", "out", "-D", "out"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0443"), "{told}");
    assert!(before == std::fs::read(desk.path("out/all.sqlite")).unwrap());
}

#[test]
fn a_file_that_is_no_database_is_not_overwritten_by_one() {
    let desk = Desk::with(&[
        ("w.dl", WRITER),
        (
            "out/all.sqlite",
            "my notes, quite long enough to have a header of a hundred bytes: they must stay as they are\n",
        ),
    ]);
    assert_snapshot!(desk.run(&["run", "w.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0440 `out/all.sqlite` cannot be written: file is not a database
      help: choose another folder or name, or make room

    1 error; `syllogist explain SY0440` says more
    "#);
    assert_eq!(desk.files(), ["out/all.sqlite", "w.dl"]);
}

/// Records and branches in every form.
const COMPOSITES: &str = r#".type List = [head: number, tail: List]
.type Tree = Leaf {} | Node {left: Tree, label: symbol}
.decl v(l: List, t: Tree)
.input v
.output v
.output v(rfc4180=true, filename="q.csv")
.output v(IO=jsonfile)
.output v(IO=jsonfile, format=object, filename="o.json")
.output v(IO=sqlite)
"#;

#[test]
fn records_and_branches_are_written_in_every_form_and_read_back() {
    let facts = "[1, [2, nil]]\t$Node($Leaf, \"a, b\")\nnil\t$Leaf\n";
    let desk = Desk::with(&[("m.dl", COMPOSITES), ("v.facts", facts)]);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 0
    --- stderr
    v.facts -> v: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
      ⚠ SY0442 column `t` of `v` holds a delimiter or a line break, so its output
      │ cannot be read back
       ╭─[m.dl:5:9]
     4 │ .input v
     5 │ .output v
       ·         ┬
       ·         ╰── written as plain text
     6 │ .output v(rfc4180=true, filename="q.csv")
       ╰────
      help: write `rfc4180=true` in this `.output`: such cells are then quoted

    out/v.csv: 2 rows written
    out/q.csv: 2 rows written
    out/v.json: 2 rows written
    out/o.json: 2 rows written
    out/v.sqlite: 2 rows written
    "#);
    assert_snapshot!(desk.read("out/v.csv"), @r#"
    nil	$Leaf
    [1, [2, nil]]	$Node($Leaf, a, b)
    "#);
    assert_snapshot!(desk.read("out/q.csv"), @r#"
    nil,$Leaf
    "[1, [2, nil]]","$Node($Leaf, ""a, b"")"
    "#);
    assert_snapshot!(desk.read("out/v.json"), @r#"
    [[null, {"Leaf": []}],
    [[1, [2, null]], {"Node": [{"Leaf": []}, "a, b"]}]]
    "#);
    assert_snapshot!(desk.read("out/o.json"), @r#"
    [{"l": null, "t": {"Leaf": {}}},
    {"l": {"head": 1, "tail": {"head": 2, "tail": null}}, "t": {"Node": {"left": {"Leaf": {}}, "label": "a, b"}}}]
    "#);
    let reader = COMPOSITES.lines().take(3).collect::<Vec<_>>().join("\n")
        + "\n.input v(rfc4180=true, filename=\"q.csv\")\n.input v(IO=jsonfile)\n\
           .input v(IO=jsonfile, filename=\"o.json\")\n.input v(IO=sqlite)\n.printsize v\n";
    desk.write("r.dl", reader.as_bytes());
    assert_snapshot!(desk.run(&["run", "r.dl", "-F", "out"]), @r#"
    exit 0
    --- stdout
    v	2
    --- stderr
    q.csv -> v: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    v.json -> v: 2 read = 0 facts + 2 repeats + 0 blank + 0 rejected
    o.json -> v: 2 read = 0 facts + 2 repeats + 0 blank + 0 rejected
    v.sqlite -> v: 2 read = 0 facts + 2 repeats + 0 blank + 0 rejected
    "#);
}

/// As deep as data are large: text is read, and written in every form.
#[test]
fn a_record_of_a_hundred_thousand_levels() {
    let deep = "[1, ".repeat(100_000) + "nil" + &"]".repeat(100_000) + "\t$Leaf\n";
    let desk = Desk::with(&[("m.dl", COMPOSITES), ("v.facts", &deep)]);
    assert!(desk.run(&["run", "m.dl", "-D", "out"]).starts_with("exit 0"));
    assert!(desk.read("out/v.csv") == deep);
    desk.write("j.dl", COMPOSITES.replace(".input v", ".input v(IO=jsonfile)").as_bytes());
    let told = desk.run(&["run", "j.dl", "-F", "out"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0449") && told.contains("nested deeper than"), "{told}");
}
