//! What `inspect` finds in files of every kind, and that the declaration it gives loads them without a rejected row.

use std::io::Write;

use insta::assert_snapshot;

use crate::Desk;

const DEALS: &str = "编号,成交日期,成交价（万元）,身份证号,是否抵押,count,金额,备注\n\
    D-1,2023年5月1日,120,110101199003078515,是,1,\"1,200.50\",\"a \"\"x\"\", b\"\n\
    D-2,20230502,80.5,11010119900307851X,否,2,￥3,\n";

/// Runs a program of the declaration alone: everything is read, nothing rejected; gives the account of the source.
fn loads(desk: &Desk, args: &[&str]) -> String {
    let declaration = desk.stdout(&[&["inspect"], args, &["--format", "dl"]].concat());
    let relation = declaration.split(['(', ' ']).nth(1).unwrap();
    desk.write("generated.dl", format!("{declaration}\n.output {relation}\n").as_bytes());
    let told = desk.run(&["run", "generated.dl", "-D", "out", "-W", "none"]);
    assert!(told.starts_with("exit 0"), "{declaration}\n{told}");
    told.lines().find(|line| line.contains(" read = ")).unwrap_or_default().to_owned()
}

#[test]
fn a_table_of_an_agency() {
    let desk = Desk::with(&[("deal.csv", DEALS)]);
    assert_snapshot!(desk.run(&["inspect", "deal.csv"]), @r#"
    exit 0
    --- stdout
    deal.csv: CSV, fields between commas, with a header, UTF-8; 210 B
    looked at all of it: 2 records

     field            type      converted           empty   samples
    ────────────────────────────────────────────────────────────────────────────────
     编号             symbol                            0   D-1 | D-2
     成交日期         date      date                    0   2023年5月1日 | 20230502
     成交价（万元）   decimal   ten_thousand_yuan       0   120 | 80.5
     身份证号         symbol                            0   110101199003078515 |
                                                            11010119900307851X
     是否抵押         number    yesno                   0   是 | 否
     count            number                            0   1 | 2
     金额             decimal   yuan                    0   1,200.50 | ￥3
     备注             symbol                            1   a "x", b

    To read it (columns can be renamed):

    .decl deal(编号: symbol, 成交日期: date, 成交价_万元: decimal, 身份证号: symbol, 是否抵押: number, count_: number, 金额: decimal, 备注: symbol)
    .input deal(filename="deal.csv", rfc4180=true, headers=true, map="编号 = 编号; 成交日期 = 成交日期 as date; 成交价_万元 = `成交价（万元）` as ten_thousand_yuan; 身份证号 = 身份证号; 是否抵押 = 是否抵押 as yesno; count_ = `count`; 金额 = 金额 as yuan; 备注 = 备注")
    "#);
    assert_snapshot!(desk.run(&["inspect", "deal.csv", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    deal.csv：CSV，字段以逗号分隔，有表头，UTF-8；210 B
    已全部查看：2 条记录

     字段             类型      转换                空   样本
    ─────────────────────────────────────────────────────────────────────────────
     编号             symbol                         0   D-1 | D-2
     成交日期         date      date                 0   2023年5月1日 | 20230502
     成交价（万元）   decimal   ten_thousand_yuan    0   120 | 80.5
     身份证号         symbol                         0   110101199003078515 |
                                                         11010119900307851X
     是否抵押         number    yesno                0   是 | 否
     count            number                         0   1 | 2
     金额             decimal   yuan                 0   1,200.50 | ￥3
     备注             symbol                         1   a "x", b

    读取的写法（列名可改）：

    .decl deal(编号: symbol, 成交日期: date, 成交价_万元: decimal, 身份证号: symbol, 是否抵押: number, count_: number, 金额: decimal, 备注: symbol)
    .input deal(filename="deal.csv", rfc4180=true, headers=true, map="编号 = 编号; 成交日期 = 成交日期 as date; 成交价_万元 = `成交价（万元）` as ten_thousand_yuan; 身份证号 = 身份证号; 是否抵押 = 是否抵押 as yesno; count_ = `count`; 金额 = 金额 as yuan; 备注 = 备注")
    "#);
    assert_eq!(loads(&desk, &["deal.csv"]), "deal.csv -> deal: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected");
    assert_eq!(
        desk.read("out/deal.csv"),
        "D-1\t2023-05-01\t1200000\t110101199003078515\t1\t1\t1200.5\ta \"x\", b\n\
                                           D-2\t2023-05-02\t805000\t11010119900307851X\t0\t2\t3\t\n"
    );
}

fn gb18030(text: &str) -> Vec<u8> {
    // The tests' texts hold few characters: each written out by hand would be less clear than a pair of bytes a character here.
    let pairs = [('姓', [0xd0, 0xd5]), ('名', [0xc3, 0xfb]), ('甲', [0xbc, 0xd7]), ('乙', [0xd2, 0xd2])];
    let mut bytes = Vec::new();
    for letter in text.chars() {
        match pairs.iter().find(|(known, _)| *known == letter) {
            Some((_, pair)) => bytes.extend(pair),
            None => bytes.push(u8::try_from(letter).unwrap()),
        }
    }
    bytes
}

#[test]
fn encodings_delimiters_and_packing() {
    let desk = Desk::new();
    desk.write("gb.csv", &gb18030("姓名;n\n甲;1\n乙;2\n"));
    let told = desk.stdout(&["inspect", "gb.csv"]);
    assert!(told.starts_with("gb.csv: CSV, fields between semicolons, with a header, GB18030; "), "{told}");
    assert!(loads(&desk, &["gb.csv"]).contains("2 read = 2 facts"));
    assert_eq!(desk.read("out/gb.csv"), "乙\t2\n甲\t1\n");

    let utf16 = "\u{feff}姓名\tn\r\n甲\t1\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    desk.write("wide.txt", &utf16);
    assert!(
        desk.stdout(&["inspect", "wide.txt"])
            .starts_with("wide.txt: CSV, fields between tabs, with a header, UTF-16; ")
    );
    assert!(loads(&desk, &["wide.txt"]).contains("1 read = 1 fact"));

    desk.write("plain.tsv", "1\t2.50\t\"甲\n2\t3.50\t乙\n".as_bytes());
    let told = desk.stdout(&["inspect", "plain.tsv"]);
    assert!(told.starts_with("plain.tsv: text, fields between tabs, without a header, UTF-8; "), "{told}");
    assert!(loads(&desk, &["plain.tsv"]).contains("2 read = 2 facts"));
}

#[test]
fn json_in_its_forms() {
    let desk = Desk::with(&[
        (
            "lines.jsonl",
            "{\"id\": 1, \"p\": {\"n\": \"甲\", \"on\": \"2023-05-01\"}, \"ok\": true, \"tags\": [1], \"x\": null}\n\
                         {\"id\": 2, \"p\": {\"n\": \"乙\", \"on\": \"2023-05-02\"}, \"ok\": false, \"tags\": [], \"y\": 1, \"x\": 3}\n",
        ),
        (
            "inside.json",
            "{\"data\": {\"rows\": [{\"a/b\": \"1.50\", \"n\": 110101199003078515}, {\"a/b\": \"2\", \"n\": 2}]}}",
        ),
        ("lists.json", "[[1, \"甲\", {\"a\": 1}],\n [2, \"乙\", {\"a\": 2}]]"),
    ]);
    assert_snapshot!(desk.run(&["inspect", "lines.jsonl"]), @r#"
    exit 0
    --- stdout
    lines.jsonl: JSON Lines; 175 B
    looked at all of it: 2 records

     field   type     converted   empty   samples
    ──────────────────────────────────────────────────────────────
     id      symbol   trim            0   1 | 2
     ok      number   yesno           0   true | false
     tags    -                        0
     x       symbol   trim            1   3
     /p/n    symbol                   0   甲 | 乙
     /p/on   date                     0   2023-05-01 | 2023-05-02
     y       -                        0   1

    id: digits that name something are kept as they stand
    tags: left out; it holds lists or objects
    x: number but for the empty cells; a symbol can be empty
    y: left out; not every record has it

    To read it (columns can be renamed):

    .decl lines(id: symbol, ok: number, x: symbol, n: symbol, on: date)
    .input lines(IO=jsonlines, filename="lines.jsonl", map="id = id as trim; ok = ok as yesno; x = x as trim; n = `/p/n`; on = `/p/on`")
    "#);
    assert!(loads(&desk, &["lines.jsonl"]).contains("2 read = 2 facts"));
    assert_eq!(desk.read("out/lines.csv"), "1\t1\t\t甲\t2023-05-01\n2\t0\t3\t乙\t2023-05-02\n");
    assert!(loads(&desk, &["inside.json"]).contains("2 read = 2 facts"));
    assert_eq!(desk.read("out/inside.csv"), "1.5\t110101199003078515\n2\t2\n");
    assert!(loads(&desk, &["lists.json"]).contains("2 read = 2 facts"));
    assert_eq!(desk.read("out/lists.csv"), "1\t甲\n2\t乙\n");
}

#[test]
fn a_database() {
    let desk = Desk::with(&[(
        "m.dl",
        ".decl lease(id: symbol, n: number)\nlease(\"007\", 1).\nlease(\"008\", 2).\n.output lease(IO=sqlite, filename=\"c.sqlite\")\n",
    )]);
    desk.run(&["run", "m.dl", "-D", "."]);
    assert!(loads(&desk, &["c.sqlite", "--table", "lease"]).contains("2 read = 2 facts"));
    assert_eq!(desk.read("out/lease.csv"), "007\t1\n008\t2\n");
    let told = desk.run(&["inspect", "c.sqlite", "--table", "leese"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0481") && told.contains("lease"), "{told}");
}

#[test]
fn files_that_say_nothing() {
    let desk =
        Desk::with(&[("empty.csv", ""), ("empty.json", "[]"), ("damaged.sqlite", "SQLite format 3\0 and no more")]);
    assert_snapshot!(desk.run(&["inspect", "empty.csv"]), @r#"
    exit 1
    --- stderr
      × SY0482 `empty.csv` holds no records
      help: ask for the file again; nothing can be said of its columns

    1 error; `syllogist explain SY0482` says more
    "#);
    for (file, code) in
        [("empty.json", "SY0482"), ("nowhere.csv", "SY0480"), (".", "SY0480"), ("damaged.sqlite", "SY045")]
    {
        let told = desk.run(&["inspect", file]);
        assert!(told.starts_with("exit 1") && told.contains(code), "{file}: {told}");
    }
}

/// Neither the names nor the cells of a file reach the terminal as they stand, and no name of a field can end the mapping.
#[test]
fn a_file_that_means_harm() {
    let desk = Desk::new();
    desk.write("harm.csv", "a;b = 'c' as date,\u{1b}[2J,\"x\"\"y\",名“字”,as\n\u{1b}[31m,1,2,3,4\n".as_bytes());
    let told = desk.run(&["inspect", "harm.csv"]);
    assert!(!told.contains('\u{1b}'), "{told}");
    assert!(loads(&desk, &["harm.csv"]).contains("1 read = 1 fact"));
}

/// Of a large file the beginning and pieces further in are looked at: a cell near the end that is no number is seen.
#[test]
fn samples_of_a_large_file() {
    let desk = Desk::new();
    let mut text = b"id,n\n".to_vec();
    for row in 0..600_000 {
        writeln!(text, "R-{row},{row}").unwrap();
    }
    desk.write("large.csv", &text);
    let told = desk.stdout(&["inspect", "large.csv"]);
    assert!(told.contains("looked at samples only: ") && told.contains(" n       number"), "{told}");
    text.extend(b"R-x,unknown\n");
    desk.write("large.csv", &text);
    assert!(desk.stdout(&["inspect", "large.csv"]).contains(" n       symbol"));
}

/// What the outputs of a program write, `inspect` reads: identity numbers stay texts, days days, amounts amounts.
#[test]
fn workbooks_and_parquet() {
    let program = ".decl deal(id: symbol, on: date, price: decimal, n: number)\n\
                   deal(\"110101199003078515\", d\"2023-05-01\", 12.50m, 1).\ndeal(\"007\", d\"2023-05-02\", 3m, 2).\n\
                   .output deal(IO=excel, filename=\"deal.xlsx\")\n.output deal(IO=parquet, filename=\"deal.parquet\")\n";
    let desk = Desk::with(&[("m.dl", program)]);
    let told = desk.run(&["run", "m.dl", "-D", "."]);
    assert!(told.starts_with("exit 0"), "{told}");
    for file in ["deal.xlsx", "deal.parquet"] {
        let declaration = desk.stdout(&["inspect", file, "--format", "dl"]);
        assert!(
            declaration.starts_with(".decl deal(id: symbol, on: date, price: decimal, n: number)\n"),
            "{declaration}"
        );
        assert!(loads(&desk, &[file]).ends_with("2 read = 2 facts + 0 repeats + 0 blank + 0 rejected"));
        assert_eq!(desk.read("out/deal.csv"), "007\t2023-05-02\t3\t2\n110101199003078515\t2023-05-01\t12.5\t1\n");
    }
    for (title, header) in [
        ("成交登记表 | < | <\n编号 | 成交日期 | 价款", ", header=\"2\""),
        ("成交登记表 | < | <\n编号 | 成交 | <\n^ | 日期 | 价款", ", header=\"2-3\""),
        ("编号 | 成交 | <\n^ | 日期 | 价款", ", header=\"1-2\""),
    ] {
        desk.write("deal.xlsx", &tests::sheet::workbook("成交", &format!("{title}\nD-1 | 2023-05-01 | 12.5")).unwrap());
        let declaration = desk.stdout(&["inspect", "deal.xlsx", "--format", "dl"]);
        assert!(declaration.contains(header), "{declaration}");
        assert!(loads(&desk, &["deal.xlsx"]).ends_with("1 read = 1 fact + 0 repeats + 0 blank + 0 rejected"));
        assert_eq!(desk.read("out/成交.csv"), "D-1\t2023-05-01\t12.5\n");
    }
    let told = desk.run(&["inspect", "deal.xlsx", "--sheet", "dael"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0464") && told.contains("deal"), "{told}");
}
