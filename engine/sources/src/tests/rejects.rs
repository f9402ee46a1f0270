//! Rejected rows: the first ones, the rest, and all of them in a file.

use super::*;
use crate::write_rejects;

fn many(bad: u32) -> String {
    (0..bad).map(|row| format!("x{row}\n")).collect::<String>() + "7\n"
}

#[test]
fn twenty_are_shown_and_the_others_counted() {
    for (bad, shown, last) in [
        (20, 20, "SY0420 `facts/s.facts` row 10, column `a`: `x9` is not of type `number`"),
        (43, 21, "SY0430 further rows that cannot be read: 23"),
    ] {
        let mut case = Case::new("a:number")
            .input(|_| ())
            .input(|input| input.source = file("s.facts"))
            .file("r.facts", many(10))
            .file("s.facts", many(bad - 10));
        let errors = case.errors();
        assert_eq!((errors.len(), errors.last().unwrap().as_str()), (shown, last));
        assert!(errors[10].contains("s.facts` row 1,"), "{}", errors[10]);
    }
}

#[test]
fn collected_rows_do_not_stop_the_run() {
    let mut case = Case::new("a:number")
        .input(|_| ())
        .input(|input| input.source = file("s.facts"))
        .collecting()
        .file("r.facts", many(30))
        .file("s.facts", "y\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["7"]]);
    assert_eq!(records.sources.iter().map(account).collect::<Vec<_>>(), [[31, 1, 0, 0, 30], [1, 0, 0, 0, 1]]);
    assert_eq!(records.rejects.len(), 31);
    let last = records.rejects.last().unwrap();
    assert_eq!((last.locator, last.column.as_deref(), last.text.as_str()), (at(1, 1), Some("a"), "y"));
    assert_eq!(last.diagnostic.code(), "SY0420");
}

#[test]
fn collecting_rows_does_not_excuse_a_missing_file() {
    let mut case = Case::new("a:number")
        .input(|_| ())
        .input(|input| input.source = file("s.facts"))
        .collecting()
        .file("r.facts", "x\n");
    assert_eq!(case.errors(), ["SY0401 the record file `facts/s.facts` does not exist"]);
}

#[test]
fn the_file_of_rejects() {
    let mut case =
        Case::new("a:symbol 数:number").csv(|_| ()).collecting().file("r.csv", "a,b\n\"x\"\"y\",\"1,5\"\nz\n");
    let records = case.load();
    let write = |lang| {
        let mut out = Vec::new();
        write_rejects(&mut out, &records.sources, &records.rejects, lang).unwrap();
        String::from_utf8(out).unwrap().replace(&case.folder.path().display().to_string(), "facts")
    };
    assert_eq!(
        write(Lang::En),
        "source,row,column,code,reason,text\n\
         r.csv,2,数,SY0420,\"`facts/r.csv` row 2, column `数`: `1,5` is not of type `number`\",\"1,5\"\n\
         r.csv,3,,SY0426,`facts/r.csv` row 3 has another number of fields than the header: 1 instead of 2,z\n"
    );
    assert_eq!(
        write(Lang::Zh).lines().nth(1),
        Some("r.csv,2,数,SY0420,\"`facts/r.csv` 第 2 行，列 `数`：`1,5` 不是 `number` 类型的值\",\"1,5\"")
    );
}
