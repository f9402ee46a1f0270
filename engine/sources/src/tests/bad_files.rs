//! Sources that cannot be read at all.

use std::fs::File;

use super::*;

#[test]
fn a_missing_file_is_named_as_the_user_would_write_it() {
    let mut case = Case::new("a:symbol").input(|_| ()).input(|input| input.source = file("no/such.csv"));
    assert_eq!(
        case.errors(),
        [
            "SY0401 the record file `facts/r.facts` does not exist",
            "SY0401 the record file `facts/no/such.csv` does not exist"
        ]
    );
    let findings = case.try_load().unwrap_err();
    assert_eq!((findings[0].span, findings[1].span), (Some(span(1)), Some(span(2))));
    assert_eq!(findings[0].label(Lang::En), "relation `r` reads it here");
    assert!(findings[0].help(Lang::En).contains("`-w`"));
}

#[test]
fn a_missing_file_may_be_an_empty_one() {
    let mut case = Case::new("a:symbol").csv(|_| ()).input(|_| ()).file("r.facts", "x\n");
    case.missing_is_empty = true;
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"]]);
    assert_eq!(records.sources.iter().map(|source| source.missing).collect::<Vec<_>>(), [true, false]);
    assert_eq!(account(&records.sources[0]), [0; 5]);
}

#[test]
fn a_folder_is_no_file() {
    let mut case = Case::new("a:symbol").input(|_| ());
    case.missing_is_empty = true;
    fs::create_dir(case.folder.path().join("r.facts")).unwrap();
    assert_eq!(case.errors(), ["SY0402 the record file `facts/r.facts` cannot be read: it is a folder"]);
    let message = case.try_load().unwrap_err()[0].message(Lang::Zh);
    assert!(message.ends_with("无法读取：它是一个目录"), "{message}");
}

/// A file that not even a superuser can read from its beginning.
#[test]
fn a_file_that_cannot_be_read() {
    let mut case = Case::new("a:symbol").input(|_| ());
    case.follow_links = true;
    std::os::unix::fs::symlink("/proc/self/mem", case.folder.path().join("r.facts")).unwrap();
    let errors = case.errors();
    assert!(errors[0].starts_with("SY0402 the record file `facts/r.facts` cannot be read"), "{errors:?}");
    assert_eq!(errors.len(), 1);
}

#[test]
fn links_may_not_lead_out_of_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret"), "x\n").unwrap();
    let mut case = Case::new("a:symbol").input(|input| input.source = file("*.facts")).file("inside", "y\n");
    let folder = case.folder.path().to_owned();
    let link = |to: &std::path::Path, name: &str| std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
    link(&folder.join("inside"), "a.facts");
    assert_eq!(account(&case.load().sources[0]), [1, 1, 0, 0, 0]);
    link(&outside.path().join("secret"), "b.facts");
    let target = fs::canonicalize(outside.path().join("secret")).unwrap();
    let expected = "SY0413 `facts/*.facts` is a link to `{target}`, outside of the folder of the records";
    assert_eq!(case.errors(), [expected.replace("*", "b").replace("{target}", &target.display().to_string())]);
    case.follow_links = true;
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["y"], ["x"]]);
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", "");
    let sparse = File::options().write(true).open(case.folder.path().join("r.facts")).unwrap();
    sparse.set_len(1 << 40).unwrap();
    assert_eq!(case.errors(), ["SY0403 the record file `facts/r.facts` is larger than the limit of 4294967295 bytes"]);
}

#[test]
fn the_limit_on_bytes_is_exact_and_holds_for_standard_input() {
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", "12345\n");
    case.limits.file_bytes = 6;
    assert_eq!(case.load().relations[0].len(), 1);
    case.limits.file_bytes = 5;
    assert_eq!(case.errors().len(), 1);

    let mut case = Case::new("a:symbol").input(|input| input.source = RecordSource::Stdin);
    (case.limits.file_bytes, case.stdin) = (5, b"12345\n");
    assert_eq!(case.errors(), ["SY0403 the record file `stdin` is larger than the limit of 5 bytes"]);
}

#[test]
fn more_facts_than_can_be_numbered() {
    let mut case = Case::new("a:symbol").input(|_| ()).input(|input| input.source = file("s.facts"));
    case = case.file("r.facts", "x\ny\nx\ny\n").file("s.facts", "y\nz\nx\n");
    case.limits.facts = 3;
    assert_eq!(case.load().relations[0].len(), 3);
    case.limits.facts = 2;
    assert_eq!(case.errors(), ["SY0411 relation `r` gets more than 2 facts from its records"]);
    assert_eq!(case.try_load().unwrap_err()[0].label(Lang::En).split('/').next_back(), Some("s.facts`"));
}

#[test]
fn other_formats_are_recognised() {
    let cases: [(&[u8], &str, &str); 6] = [
        (b"\xff\xfea\0\n\0", "text in UTF-16", "encoding=\"utf-16\""),
        (b"\xfe\xff\0a\0\n", "text in UTF-16", "encoding=\"utf-16\""),
        (b"SQLite format 3\0..", "an SQLite database", "IO=sqlite"),
        (b"PK\x03\x04....", "an Excel workbook or a ZIP file", "IO=excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Word file", "IO=excel"),
        (b"PAR1\x15\x04\x15", "a Parquet file", "IO=parquet"),
    ];
    for (bytes, kind, advice) in cases {
        let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", bytes);
        assert_eq!(case.errors(), [format!("SY0404 the record file `facts/r.facts` is {kind}, not UTF-8 text")]);
        let help = case.try_load().unwrap_err()[0].help(Lang::En);
        assert!(help.contains(advice), "{help}");
    }
}

#[test]
fn delimiters_that_separate_nothing() {
    let format = |delimiter: &str, rfc4180| TextFormat { rfc4180, ..plain(delimiter) };
    for bad in [
        format("", false),
        format("a\n", false),
        format("", true),
        format("||", true),
        format("，", true),
        format("\"", true),
    ] {
        let mut case = Case::new("a:symbol").input(|input| input.format = lines(bad.clone())).file("r.facts", "x\n");
        let shown = bad.delimiter.escape_debug();
        assert_eq!(case.errors(), [format!("SY0410 `{shown}` cannot separate fields")]);
    }
    for good in [format("，", false), format("\"", false), format(";", true), format("\t", true)] {
        let mut case = Case::new("a:symbol").input(|input| input.format = lines(good)).file("r.facts", "x\n");
        assert_eq!(case.load().relations[0].len(), 1);
    }
}
