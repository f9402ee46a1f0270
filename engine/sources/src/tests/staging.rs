//! Output appears all together or not at all.

use std::io::{self, Write};
use std::path::Path;

use super::*;
use crate::Staged;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn nothing_has_its_name_before_the_end() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out/deep");
    let mut staged = Staged::new(&out);
    assert!(!out.exists());
    assert_eq!(staged.write("a.csv", |file| file.write_all(b"new").map(|()| 7)).unwrap(), 7);
    staged.write("sub/b.csv", |file| file.write_all(b"b")).unwrap();
    assert!(!out.join("a.csv").exists());
    assert_eq!(staged.commit().unwrap(), [out.join("a.csv"), out.join("sub/b.csv")]);
    assert_eq!(fs::read_to_string(out.join("a.csv")).unwrap(), "new");
    assert_eq!(names(&out), ["a.csv", "sub"]);
    assert_eq!(names(&out.join("sub")), ["b.csv"]);
}

#[test]
fn without_commit_nothing_is_left() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("a.csv"), "old").unwrap();
    let mut staged = Staged::new(root.path());
    staged.write("a.csv", |file| file.write_all(b"new")).unwrap();
    staged.write("x/y/b.csv", |file| file.write_all(b"new")).unwrap();
    drop(staged);
    assert_eq!(names(root.path()), ["a.csv"]);
    assert_eq!(fs::read_to_string(root.path().join("a.csv")).unwrap(), "old");
}

#[test]
fn what_was_there_is_replaced() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("a.csv"), "old").unwrap();
    fs::write(root.path().join(".syllogist-0.part"), "of a run that was killed").unwrap();
    let mut staged = Staged::new(root.path());
    staged.write("a.csv", |file| file.write_all(b"new")).unwrap();
    staged.commit().unwrap();
    assert_eq!(fs::read_to_string(root.path().join("a.csv")).unwrap(), "new");
    assert_eq!(names(root.path()), [".syllogist-0.part", "a.csv"]);
}

#[test]
fn a_file_that_fails_half_way_is_left_out() {
    let root = tempfile::tempdir().unwrap();
    let mut staged = Staged::new(root.path());
    let failing = |file: &mut dyn Write| -> io::Result<()> {
        file.write_all(b"half")?;
        Err(io::ErrorKind::StorageFull.into())
    };
    let error = staged.write("a.csv", failing).unwrap_err();
    let message = error.message(Lang::En).replace(&root.path().display().to_string(), "out");
    assert_eq!((error.code(), message.as_str()), ("SY0440", "`out/a.csv` cannot be written: no space is left"));
    assert_eq!(names(root.path()), [""; 0]);
    assert_eq!(staged.commit().unwrap(), [""; 0].map(std::path::PathBuf::from));
}

#[test]
fn places_that_cannot_be_written() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("folder")).unwrap();
    fs::write(root.path().join("file"), "").unwrap();
    let mut staged = Staged::new(root.path());
    let mut refused = |name: &str| {
        let error = staged.write(name, |_| Ok(())).unwrap_err();
        assert_filled(&error);
        (error.code(), error.message(Lang::En).split(": ").nth(1).unwrap_or_default().to_owned())
    };
    assert_eq!(refused("folder"), ("SY0440", "it is a folder".to_owned()));
    assert_eq!(refused("/dev/null"), ("SY0440", "it is a device or a pipe".to_owned()));
    assert_eq!(refused("file/a.csv"), ("SY0440", "a part of the path is not a folder".to_owned()));
}

#[test]
fn two_outputs_cannot_share_a_file() {
    let root = tempfile::tempdir().unwrap();
    let mut staged = Staged::new(root.path());
    staged.write("a.csv", |_| Ok(())).unwrap();
    assert_eq!(staged.write("a.csv", |_| Ok(())).unwrap_err().code(), "SY0441");
}

#[test]
fn what_is_to_be_kept_is_not_replaced_however_it_is_named() {
    let root = tempfile::tempdir().unwrap();
    let record = root.path().join("records/t.csv");
    fs::create_dir(root.path().join("records")).unwrap();
    fs::write(&record, "record").unwrap();
    std::os::unix::fs::symlink(&record, root.path().join("link.csv")).unwrap();
    let missing = root.path().join("records/missing.csv");
    let mut staged = Staged::new(root.path()).keeping([record.clone(), missing]);
    for name in ["records/t.csv", "records/../records/./t.csv", "link.csv", "records/missing.csv"] {
        assert_eq!(staged.write(name, |file| file.write_all(b"new")).unwrap_err().code(), "SY0443", "{name}");
    }
    staged.write("records/other.csv", |file| file.write_all(b"new")).unwrap();
    let twice = staged.write("records/../records/other.csv", |file| file.write_all(b"new"));
    assert_eq!(twice.unwrap_err().code(), "SY0441");
    staged.commit().unwrap();
    assert_eq!(fs::read_to_string(record).unwrap(), "record");
    assert_eq!(names(&root.path().join("records")), ["other.csv", "t.csv"]);
}
