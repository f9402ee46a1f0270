//! Workbooks and Parquet files in and out: the accounts, the files, where records are found, and what is refused.

use insta::assert_snapshot;

use crate::Desk;

/// Writes its relations into sheets and columns.
const WRITER: &str = r#".type Party = [name: symbol, share: number]
.decl deal(no: symbol, n: number, u: unsigned, x: float, 日期: date, price: decimal, by: Party)
deal("110101199003070011", 1, 2, 0.5, to_date("2023-05-01"), 12.5m, ["x, y", 3]).
deal("租约", -2, 18446744073709551615, 0.1, to_date("1850-01-01"), 1234567890123.456m, nil).
.decl q()
q().
.output deal(IO=excel, filename="all.xlsx")
.output q(IO=excel, filename="all.xlsx", sheet="a/b")
.output deal(IO=parquet)
.output deal(IO=jsonlines, format=object)
"#;

/// Reads what [`WRITER`] writes.
const READER: &str = r#".type Party = [name: symbol, share: number]
.decl deal(no: symbol, n: number, u: unsigned, x: float, 日期: date, price: decimal, by: Party)
.input deal(IO=excel, filename="all.xlsx", sheet="deal")
.input deal(IO=parquet)
.input deal(IO=jsonlines)
.decl dear(no: symbol, price: decimal)
.output dear
dear(no, price) :- deal(no, _, _, _, _, price, _), price > 10.
"#;

fn written() -> Desk {
    let desk = Desk::with(&[("w.dl", WRITER), ("r.dl", READER)]);
    assert!(desk.run(&["run", "w.dl", "-D", "out"]).starts_with("exit 0"));
    desk
}

#[test]
fn what_is_written_with_types_is_read_back() {
    let desk = written();
    let files = ["out/all.xlsx", "out/deal.parquet"].map(|file| std::fs::read(desk.path(file)).unwrap());
    assert_snapshot!(desk.run(&["run", "w.dl", "-D", "out"]), @r#"
    exit 0
    --- stderr
    out/deal.parquet: 2 rows written
    out/deal.jsonl: 2 rows written
    out/all.xlsx: 3 rows written
    "#);
    assert_eq!(files, ["out/all.xlsx", "out/deal.parquet"].map(|file| std::fs::read(desk.path(file)).unwrap()));
    assert_snapshot!(desk.read("out/deal.jsonl"), @r#"
    {"no": "110101199003070011", "n": 1, "u": 2, "x": 0.5, "日期": "2023-05-01", "price": "12.5", "by": {"name": "x, y", "share": 3}}
    {"no": "租约", "n": -2, "u": 18446744073709551615, "x": 0.1, "日期": "1850-01-01", "price": "1234567890123.456", "by": null}
    "#);
    assert_snapshot!(desk.run(&["run", "r.dl", "-F", "out"]), @r#"
    exit 0
    --- stdout
    dear: 2 facts
     no                               price
    ────────────────────────────────────────
     110101199003070011                12.5
     租约                 1234567890123.456
    --- stderr
    all.xlsx -> deal: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    deal.parquet -> deal: 2 read = 0 facts + 2 repeats + 0 blank + 0 rejected
    deal.jsonl -> deal: 2 read = 0 facts + 2 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn a_derivation_names_sheet_and_row() {
    let desk = written();
    assert_snapshot!(desk.run(&["why", "r.dl", "dear(\"租约\", _)", "-F", "out", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    dear("租约", 1234567890123.456m)
    │ 大前提：规则 `dear#1`，r.dl:8
    │ 小前提：
    ├ deal("租约", -2, 18446744073709551615, 0.1, d"1850-01-01", 1234567890123.456m,
    │     nil)
    │   记录：all.xlsx 工作表 deal 第 3 行；deal.parquet 第 2 行；deal.jsonl 第 2 行
    └ price > 10：1234567890123.456 > 10
    "#);
}

#[test]
fn what_cannot_be_read_is_refused_at_its_directive() {
    let desk = written();
    desk.write("bad/all.xlsx", b"<html><table>");
    desk.write("bad/deal.parquet", b"no,price\n");
    desk.write("bad/deal.jsonl", b"");
    assert_snapshot!(desk.run(&["run", "r.dl", "-F", "bad"]), @r#"
    exit 1
    --- stderr
      × SY0460 `bad/all.xlsx` is no workbook
       ╭─[r.dl:3:8]
     2 │ .decl deal(no: symbol, n: number, u: unsigned, x: float, 日期: date,…
     3 │ .input deal(IO=excel, filename="all.xlsx", sheet="deal")
       ·        ──┬─
       ·          ╰── read for `deal`
     4 │ .input deal(IO=parquet)
       ╰────
      help: open it in the spreadsheet program and save it as .xlsx; or read it as
            what it is, CSV for instance

      × SY0467 `bad/deal.parquet` cannot be read as a Parquet file: Invalid
      │ Parquet file. Corrupt footer
       ╭─[r.dl:4:8]
     3 │ .input deal(IO=excel, filename="all.xlsx", sheet="deal")
     4 │ .input deal(IO=parquet)
       ·        ──┬─
       ·          ╰── read for `deal`
     5 │ .input deal(IO=jsonlines)
       ╰────
      help: take the file from its source again; a folder of parts is named with a
            pattern: `filename="deals/*.parquet"`

    2 errors; `syllogist explain SY0460` says more
    "#);
    desk.write("s.dl", READER.replace(", sheet=\"deal\"", "").as_bytes());
    assert_snapshot!(desk.run(&["run", "s.dl", "-F", "out"]), @r#"
    exit 1
    --- stderr
      × SY0465 the workbook `out/all.xlsx` has several sheets, and none of them is
      │ named
       ╭─[s.dl:3:8]
     2 │ .decl deal(no: symbol, n: number, u: unsigned, x: float, 日期: date,…
     3 │ .input deal(IO=excel, filename="all.xlsx")
       ·        ──┬─
       ·          ╰── read for `deal`
     4 │ .input deal(IO=parquet)
       ╰────
      help: name it: `sheet=".."`; the workbook has `deal`, `a_b`

    1 error; `syllogist explain SY0465` says more
    "#);
    desk.write("t.dl", READER.replace("sheet=\"deal\"", "sheet=\"deals\"").as_bytes());
    assert_snapshot!(desk.run(&["run", "t.dl", "-F", "out", "--lang", "zh"]), @r#"
    exit 1
    --- stderr
      × SY0464 工作簿 `out/all.xlsx` 没有工作表 `deals`
       ╭─[t.dl:3:8]
     2 │ .decl deal(no: symbol, n: number, u: unsigned, x: float, 日期: date,…
     3 │ .input deal(IO=excel, filename="all.xlsx", sheet="deals")
       ·        ──┬─
       ·          ╰── 为 `deal` 读取
     4 │ .input deal(IO=parquet)
       ╰────
      办法：请写明其中的一个工作表：`deal`、`a_b`

    1 处错误；详见 `syllogist explain SY0464`
    "#);
}

#[test]
fn a_sheet_is_never_cut_short() {
    let program = ".decl n(i: number)\nn(i) :- i = range(0, 1048576).\n.output n(IO=excel)\n.output n(IO=parquet)\n";
    let desk = Desk::with(&[("n.dl", program)]);
    assert_snapshot!(desk.run(&["run", "n.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0469 `n` has 1048576 facts, and a sheet holds 1048575
       ╭─[n.dl:3:9]
     2 │ n(i) :- i = range(0, 1048576).
     3 │ .output n(IO=excel)
       ·         ┬
       ·         ╰── written here
     4 │ .output n(IO=parquet)
       ╰────
      help: write it as CSV or Parquet, or write a narrower relation

    1 error; `syllogist explain SY0469` says more
    "#);
    assert!(!desk.path("out").exists());
}
