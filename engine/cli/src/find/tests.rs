use std::fs;
use std::path::Path;

use super::*;
use crate::exit::Exit;

fn names(folder: &Path) -> Vec<String> {
    let found = programs(folder).unwrap();
    found.iter().map(|found| found.path.strip_prefix(folder).unwrap().display().to_string()).collect()
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_folder_stands_for_everything_below_it_in_path_order() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.dl", "a/z.dl", "a/syllogist.toml", ".hidden/c.dl", "a/notes.txt"] {
        write(folder.path(), name, "");
    }
    assert_eq!(names(folder.path()), ["a", "a/z.dl", "b.dl"]);
}

#[test]
fn a_folder_without_rules_is_a_mistake_of_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(programs(folder.path()), Err(Failure::Found(Exit::Usage, _))));
}

fn part(key: &str, includes: &[&str], named: bool) -> Inclusion {
    Inclusion { key: key.to_string(), includes: includes.iter().map(|key| key.to_string()).collect(), named }
}

#[test]
fn what_others_include_is_no_program() {
    let reports = [part("a", &["b", "c"], false), part("b", &["c"], false), part("c", &[], true)];
    assert_eq!(included(reports.iter()).into_iter().collect::<Vec<_>>(), ["b"]);
}

#[test]
fn of_files_that_include_each_other_the_first_is_a_program() {
    let reports = [part("a", &["b"], false), part("b", &["a", "b"], false)];
    assert_eq!(included(reports.iter()).into_iter().collect::<Vec<_>>(), ["b"]);
}
