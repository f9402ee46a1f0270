//! Record files of every kind of badness. Every message names file, row and column, and nothing is written.

use insta::assert_snapshot;

use crate::{Desk, leases};

/// A payment table and a program that reads it, writes it and counts it.
const PAYMENTS: &str = "\
.decl payment(id: symbol, amount: decimal, on: date, days: number)
.input payment(filename=\"payment.csv\", rfc4180=true, headers=true)
.output payment
.printsize payment
";

/// Runs the payments with this file, into a folder that exists, and asserts that a failing run writes nothing.
fn payments(file: &[u8]) -> String {
    payments_with(file, &[])
}

fn payments_with(file: &[u8], options: &[&str]) -> String {
    let desk = Desk::with(&[("m.dl", PAYMENTS), ("out/payment.csv", "before\n")]);
    desk.write("payment.csv", file);
    let told = desk.run(&[&["run", "m.dl", "-D", "out"], options].concat());
    let written = desk.read("out/payment.csv") != "before\n";
    assert_eq!(written, told.starts_with("exit 0"), "a run writes if and only if it succeeds:\n{told}");
    let files = desk.files();
    let expected = ["m.dl", "out/payment.csv", "payment.csv"];
    assert!(files.iter().all(|file| expected.contains(&&file[..]) || file == "rejects.csv"), "{files:?}");
    told
}

#[test]
fn a_missing_file() {
    let desk = leases();
    std::fs::remove_file(desk.path("lease.csv")).unwrap();
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0401 the record file `lease.csv` does not exist
       ╭─[m.dl:2:8]
     1 │ .decl lease(id: symbol, property: symbol, years: number, rent: decim…
     2 │ .input lease(filename="lease.csv", rfc4180=true, headers=true)
       ·        ──┬──
       ·          ╰── relation `lease` reads it here
     3 │ .decl possession(property: symbol)
       ╰────
      help: correct `filename`, point `-F` at the folder that holds the file, or
            pass `-w` to read a missing file as an empty relation

    1 error; `syllogist explain SY0401` says more
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "run", "m.dl", "-D", "out"]), @r#"
    exit 1
    --- stderr
      × SY0401 记录文件 `lease.csv` 不存在
       ╭─[m.dl:2:8]
     1 │ .decl lease(id: symbol, property: symbol, years: number, rent: decim…
     2 │ .input lease(filename="lease.csv", rfc4180=true, headers=true)
       ·        ──┬──
       ·          ╰── 关系 `lease` 在此读取
     3 │ .decl possession(property: symbol)
       ╰────
      办法：请改正 `filename`，用 `-F` 指明文件所在的目录，或加 `-w` 把缺少的文件读
            作空关系

    1 处错误；详见 `syllogist explain SY0401`
    "#);
    assert_eq!(desk.files(), ["m.dl", "possession.csv"]);
    assert_snapshot!(desk.run(&["run", "m.dl", "-w"]), @r#"
    exit 0
    --- stdout
    long_lease: 0 clues
    --- stderr
    lease.csv -> lease: the file is missing and counts as empty
    possession.csv -> possession: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn an_empty_file_where_headers_are_promised() {
    assert_snapshot!(payments(b""), @r#"
    exit 1
    --- stderr
      × SY0405 the record file `payment.csv` is empty but should begin with a
      │ header
       ╭─[m.dl:2:8]
     1 │ .decl payment(id: symbol, amount: decimal, on: date, days: number)
     2 │ .input payment(filename="payment.csv", rfc4180=true, headers=true)
       ·        ───┬───
       ·           ╰── relation `payment` reads it here
     3 │ .output payment
       ╰────
      help: export the file again with its header, or remove `headers=true`: an
            empty file without a header is an empty relation

    1 error; `syllogist explain SY0405` says more
    "#);
}

#[test]
fn an_empty_file_without_headers_has_no_facts() {
    let desk = Desk::with(&[("m.dl", ".decl p(x: number)\n.input p\n.printsize p\n"), ("p.facts", "")]);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 0
    --- stdout
    p	0
    --- stderr
    p.facts -> p: 0 read = 0 facts + 0 repeats + 0 blank + 0 rejected
    "#);
}

#[test]
fn a_folder_instead_of_a_file() {
    let desk = leases();
    std::fs::remove_file(desk.path("lease.csv")).unwrap();
    std::fs::create_dir(desk.path("lease.csv")).unwrap();
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0402 the record file `lease.csv` cannot be read: it is a folder
       ╭─[m.dl:2:8]
     1 │ .decl lease(id: symbol, property: symbol, years: number, rent: decim…
     2 │ .input lease(filename="lease.csv", rfc4180=true, headers=true)
       ·        ──┬──
       ·          ╰── relation `lease` reads it here
     3 │ .decl possession(property: symbol)
       ╰────
      help: name a file that you are allowed to read

    1 error; `syllogist explain SY0402` says more
    "#);
}

/// Not even a superuser can read this file from its beginning.
#[test]
fn a_file_that_cannot_be_read() {
    let desk = leases();
    std::fs::remove_file(desk.path("lease.csv")).unwrap();
    std::os::unix::fs::symlink("/proc/self/mem", desk.path("lease.csv")).unwrap();
    let told = desk.run(&["run", "m.dl"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0413") && told.contains("lease.csv"), "{told}");
    let told = desk.run(&["run", "m.dl", "--follow-links"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0402") && told.contains("lease.csv"), "{told}");
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let desk = leases();
    let file = std::fs::File::create(desk.path("lease.csv")).unwrap();
    file.set_len(1 << 40).unwrap();
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0403 the record file `lease.csv` is larger than the limit of 4294967295
      │ bytes
       ╭─[m.dl:2:8]
     1 │ .decl lease(id: symbol, property: symbol, years: number, rent: decim…
     2 │ .input lease(filename="lease.csv", rfc4180=true, headers=true)
       ·        ──┬──
       ·          ╰── relation `lease` reads it here
     3 │ .decl possession(property: symbol)
       ╰────
      help: split it and load the parts with one `.input` each: all of them fill the
            same relation

    1 error; `syllogist explain SY0403` says more
    "#);
}

#[test]
fn a_truncated_file_whose_last_quote_is_open() {
    assert_snapshot!(payments("id,amount,on,days\nA,1,2024-01-01,3\nB,2,2024-01-01,4\n\"C, the ta".as_bytes()), @r#"
    exit 1
    --- stderr
      × SY0428 `payment.csv` row 4: a quote is opened and not closed by the end of
      │ the file (lines from here: 0)
      help: close the quote, double a quote that belongs to the text (`""`), or
            export the file again: it may have been cut off

    1 error; `syllogist explain SY0428` says more
    "#);
}

#[test]
fn a_truncated_file_whose_last_row_is_short() {
    assert_snapshot!(payments(b"id,amount,on,days\nA,1,2024-01-01,3\nB,2,20"), @r#"
    exit 1
    --- stderr
      × SY0426 `payment.csv` row 3 has another number of fields than the header: 3
      │ instead of 4
      help: complete the row, or put quotes around a cell that holds the delimiter
            (they count only under `rfc4180=true`)

    1 error; `syllogist explain SY0426` says more
    "#);
}

#[test]
fn a_wrong_number_of_columns() {
    assert_snapshot!(payments(b"id,amount,on,days\nA,1,2024-01-01,3,5\nB,2,2024-01-01,4\n"), @r#"
    exit 1
    --- stderr
      × SY0426 `payment.csv` row 2 has another number of fields than the header: 5
      │ instead of 4
      help: complete the row, or put quotes around a cell that holds the delimiter
            (they count only under `rfc4180=true`)

    1 error; `syllogist explain SY0426` says more
    "#);
}

#[test]
fn a_letter_in_a_number_the_31st_of_february_and_too_many_places() {
    let file = "id,amount,on,days\nA,1,2024-01-01,12x\nB,1.0000000000001,2024-01-01,1\nC,1,2024-02-31,1\nD,1,01.02.2024,1\n\
                E,1,2024-01-01,9223372036854775808\nF,,2024-01-01,1\n";
    assert_snapshot!(payments(file.as_bytes()), @r#"
    exit 1
    --- stderr
      × SY0420 `payment.csv` row 2, column `days`: `12x` is not of type `number`
      help: write a whole number in digits, such as `-12` or `2500`, without
            separators or units

      × SY0422 `payment.csv` row 3, column `amount`: `1.0000000000001` has more
      │ than 12 digits behind the point
      help: round it where the records are made and say how, or declare the column
            as `float` if it is a measurement

      × SY0421 `payment.csv` row 4, column `on`: there is no day `2024-02-31`
      help: correct the date in the records: the month has fewer days, or there is
            no such month

      × SY0420 `payment.csv` row 5, column `on`: `01.02.2024` is not of type
      │ `date`
      help: write a day as `YYYY-MM-DD`, such as `2023-08-31`

      × SY0423 `payment.csv` row 6, column `days`: `9223372036854775808` is out of
      │ the range of type `number`
      help: correct it: the type holds values from -9223372036854775808 to
            9223372036854775807

      × SY0424 `payment.csv` row 7, column `amount`: the cell is empty, type
      │ `decimal` needs a value
      help: fill it, or say `blank="skip"` in `.input`: such a row then gives no
            fact of `payment`; load optional columns into narrow relations of their
            own

    6 errors; `syllogist explain SY0420` says more
    "#);
    assert_snapshot!(payments_with(file.as_bytes(), &["--lang", "zh"]), @r#"
    exit 1
    --- stderr
      × SY0420 `payment.csv` 第 2 行，列 `days`：`12x` 不是 `number` 类型的值
      办法：请写作：整数，只用数字，如 `-12` 或 `2500`，不加千位分隔符和单位

      × SY0422 `payment.csv` 第 3 行，列 `amount`：`1.0000000000001` 的小数位超过
      │ 12 位
      办法：请在制作记录时舍入并说明方法；若是测量值，可把该列声明为 `float`

      × SY0421 `payment.csv` 第 4 行，列 `on`：不存在 `2024-02-31` 这一天
      办法：请在记录中改正日期：该月没有这么多天，或没有这个月份

      × SY0420 `payment.csv` 第 5 行，列 `on`：`01.02.2024` 不是 `date` 类型的值
      办法：请写作：`YYYY-MM-DD` 形式的日期，如 `2023-08-31`

      × SY0423 `payment.csv` 第 6 行，列 `days`：`9223372036854775808` 超出
      │ `number` 类型的范围
      办法：请改正：该类型的值在 -9223372036854775808 与 9223372036854775807 之间

      × SY0424 `payment.csv` 第 7 行，列 `amount`：单元格为空，`decimal` 类型须有
      │ 值
      办法：请填写，或在 `.input` 中写明 `blank="skip"`：这样的行便不产生 `payment`
            的事实；可缺的列宜各自加载到只含该列的关系

    6 处错误；详见 `syllogist explain SY0420`
    "#);
}

#[test]
fn more_than_twenty_bad_rows_are_counted() {
    let rows = (0..100).map(|row| format!("A{row},x,2024-01-01,1\n")).collect::<String>();
    let told = payments(format!("id,amount,on,days\n{rows}").as_bytes());
    assert_eq!(told.matches("× SY0420").count(), 20);
    assert!(told.contains("80"), "the other 80 are counted:\n{told}");
}

#[test]
fn bytes_that_are_no_utf8() {
    assert_snapshot!(payments(b"id,amount,on,days\nA,1,2024-01-01,3\nB\xff,2,2024-01-01,4\n"), @r#"
    exit 1
    --- stderr
      × SY0427 `payment.csv` row 3 is not UTF-8 at byte 2 of the row
      help: write `encoding="gb18030"` if the file is GBK or GB 18030, as tables
            saved by a Chinese Excel often are, or save it as UTF-8

    1 error; `syllogist explain SY0427` says more
    "#);
}

#[test]
fn a_file_in_another_encoding_or_packed() {
    assert_snapshot!(payments(b"\xff\xfei\x00d\x00,\x00"), @r#"
    exit 1
    --- stderr
      × SY0404 the record file `payment.csv` is text in UTF-16, not UTF-8 text
       ╭─[m.dl:2:8]
     1 │ .decl payment(id: symbol, amount: decimal, on: date, days: number)
     2 │ .input payment(filename="payment.csv", rfc4180=true, headers=true)
       ·        ───┬───
       ·           ╰── relation `payment` reads it here
     3 │ .output payment
       ╰────
      help: give a text file in UTF-8: write `encoding="utf-16"`, or save it again
            and choose UTF-8

    1 error; `syllogist explain SY0404` says more
    "#);
    assert_snapshot!(payments(b"\x1f\x8b\x08\x00\x00\x00\x00\x00"), @r#"
    exit 1
    --- stderr
      × SY0446 the record file `payment.csv` is packed and damaged: it ends too
      │ early
       ╭─[m.dl:2:8]
     1 │ .decl payment(id: symbol, amount: decimal, on: date, days: number)
     2 │ .input payment(filename="payment.csv", rfc4180=true, headers=true)
       ·        ───┬───
       ·           ╰── relation `payment` reads it here
     3 │ .output payment
       ╰────
      help: pack or copy the file again; `gzip -t` or `zstd -t` tests it

    1 error; `syllogist explain SY0446` says more
    "#);
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    assert_snapshot!(payments("\u{feff}id,amount,on,days\r\nA,1,2024-01-01,3\r\nB,2,2024-01-01,4\r\n".as_bytes()), @r#"
    exit 0
    --- stdout
    payment	2
    --- stderr
    payment.csv -> payment: 2 read = 2 facts + 0 repeats + 0 blank + 0 rejected
    out/payment.csv: 2 rows written
    "#);
}

#[test]
fn quoted_commas_quotes_and_line_breaks() {
    let program = PAYMENTS.replace(".output payment\n", ".output payment(rfc4180=true, headers=true)\n");
    let file = "id,amount,on,days\n\"A, \"\"x\"\"\",1,2024-01-01,3\n\"B\nC\",2,2024-01-01,4\nD,x,2024-01-01,4\n";
    let desk = Desk::with(&[("m.dl", &program), ("payment.csv", file)]);
    // The bad row is the fourth: a line break inside quotes begins no new one.
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0420 `payment.csv` row 4, column `amount`: `x` is not of type `decimal`
      help: write digits with at most one point, such as `12500.00`, without
            separators or units

    1 error; `syllogist explain SY0420` says more
    "#);
    desk.write("payment.csv", file.replace(",x,", ",3,").as_bytes());
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out"]), @r#"
    exit 0
    --- stdout
    payment	3
    --- stderr
    payment.csv -> payment: 3 read = 3 facts + 0 repeats + 0 blank + 0 rejected
    out/payment.csv: 3 rows written
    "#);
    assert_eq!(
        desk.read("out/payment.csv"),
        "id,amount,on,days\n\"A, \"\"x\"\"\",1,2024-01-01,3\n\"B\nC\",2,2024-01-01,4\nD,3,2024-01-01,4\n"
    );
}

#[test]
fn duplicate_headers() {
    let program =
        ".decl p(x: symbol)\n.input p(filename=\"p.csv\", rfc4180=true, headers=true, columns=\"id\")\n.printsize p\n";
    let desk = Desk::with(&[("m.dl", program), ("p.csv", "id,name,name\na,b,c\n")]);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 0
    --- stdout
    p	1
    --- stderr
      ⚠ SY0408 the header `name` stands 2 times in the record file `p.csv`
       ╭─[m.dl:2:8]
     1 │ .decl p(x: symbol)
     2 │ .input p(filename="p.csv", rfc4180=true, headers=true, columns="id")
       ·        ┬
       ·        ╰── relation `p` reads it here
     3 │ .printsize p
       ╰────
      help: make sure that the right fields are read; they have the numbers `1`,
            `2`, counting from 0

    p.csv -> p: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    "#);
    desk.write("p.csv", b"id,name,id\na,b,c\n");
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0407 the header `id` stands 2 times in the record file `p.csv`
       ╭─[m.dl:2:8]
     1 │ .decl p(x: symbol)
     2 │ .input p(filename="p.csv", rfc4180=true, headers=true, columns="id")
       ·        ┬
       ·        ╰── column `x` of `p` is to be read from it
     3 │ .printsize p
       ╰────
      help: rename one of them, or choose the field by its number in `columns`,
            counting from 0: here `0`, `2`

    1 error; `syllogist explain SY0407` says more
    "#);
}

#[test]
fn a_header_that_is_not_there() {
    let program = ".decl p(x: symbol)\n.input p(filename=\"p.csv\", rfc4180=true, headers=true, columns=\"编号\")\n.printsize p\n";
    let desk = Desk::with(&[("m.dl", program), ("p.csv", "编码,name\na,b\n")]);
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0406 the record file `p.csv` has no header `编号`
       ╭─[m.dl:2:8]
     1 │ .decl p(x: symbol)
     2 │ .input p(filename="p.csv", rfc4180=true, headers=true, columns="编号…
       ·        ┬
       ·        ╰── column `x` of `p` is to be read from it
     3 │ .printsize p
       ╰────
      help: the nearest header is `编码`; the headers are `编码`, `name`

    1 error; `syllogist explain SY0406` says more
    "#);
}

#[test]
fn mistakes_in_several_files_are_reported_together() {
    let desk = leases();
    desk.write("lease.csv", b"id,property,years,rent\nL-1,P-1,x,1\n");
    std::fs::remove_file(desk.path("possession.csv")).unwrap();
    assert_snapshot!(desk.run(&["run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0401 the record file `possession.csv` does not exist
       ╭─[m.dl:4:8]
     3 │ .decl possession(property: symbol)
     4 │ .input possession(filename="possession.csv", rfc4180=true, headers=t…
       ·        ─────┬────
       ·             ╰── relation `possession` reads it here
     5 │ .decl long_lease(id: symbol, property: symbol)
       ╰────
      help: correct `filename`, point `-F` at the folder that holds the file, or
            pass `-w` to read a missing file as an empty relation

      × SY0420 `lease.csv` row 2, column `years`: `x` is not of type `number`
      help: write a whole number in digits, such as `-12` or `2500`, without
            separators or units

    2 errors; `syllogist explain SY0401` says more
    "#);
}

#[test]
fn rejected_rows_are_collected_on_demand_and_every_row_is_accounted_for() {
    let program = ".decl p(id: symbol, n: number)\n\
                   .input p(filename=\"p.csv\", rfc4180=true, headers=true, blank=\"skip\")\n.output p\n";
    let file = "id,n\na,1\na,1\nb,\nc,x\nd,2\n\"e,\",5z\na,1\n";
    let desk = Desk::with(&[("m.dl", program), ("p.csv", file)]);
    // 7 read: a and d; a twice more; b is blank; c and e are rejected.
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "out", "--rejects", "rejects.csv"]), @r#"
    exit 0
    --- stderr
    p.csv -> p: 7 read = 2 facts + 2 repeats + 1 blank + 2 rejected
    out/p.csv: 2 rows written
    "#);
    assert_snapshot!(desk.read("rejects.csv"), @r#"
    source,row,column,code,reason,text
    p.csv,5,n,SY0420,"`p.csv` row 5, column `n`: `x` is not of type `number`",x
    p.csv,7,n,SY0420,"`p.csv` row 7, column `n`: `5z` is not of type `number`",5z
    "#);
    assert_eq!(desk.read("out/p.csv"), "a\t1\nd\t2\n");
}
