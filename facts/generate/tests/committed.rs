//! What lies below `facts/` is what the generator writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn facts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn committed_files_are_the_generated_ones() {
    let generated: BTreeMap<String, String> = generate::files().into_iter().collect();
    let folders: BTreeSet<&str> = generated.keys().filter_map(|path| path.split('/').next()).collect();
    let mut committed = BTreeMap::new();
    for folder in folders {
        for entry in fs::read_dir(facts().join(folder)).expect("a generated folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            committed.insert(format!("{folder}/{name}"), fs::read_to_string(&path).expect("UTF-8 text"));
        }
    }
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&generated), "run `cargo run -p generate -- facts`");
    for (path, text) in &generated {
        assert!(committed[path] == *text, "{path} differs: run `cargo run -p generate -- facts`");
    }
}

#[test]
fn every_call_gives_the_same_bytes() {
    assert!(generate::files() == generate::files());
}

/// Relation and arguments of one expectation.
type Key = (String, Vec<String>);

#[test]
fn no_expectation_contradicts_another() {
    for (path, text) in generate::files().into_iter().filter(|(path, _)| path.ends_with("truth.csv")) {
        let mut answers: BTreeMap<Key, String> = BTreeMap::new();
        for line in text.lines().skip(1) {
            let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            assert_eq!(cells.len(), 6, "{path}: {line}");
            let key = (cells[0].clone(), cells[1..4].to_vec());
            let earlier = answers.insert(key, cells[4].clone());
            assert!(earlier.is_none(), "{path}: said twice: {line}");
        }
        assert!(answers.values().any(|answer| answer == "是" || answer == "yes"), "{path}");
        assert!(answers.values().any(|answer| answer == "否" || answer == "no"), "{path}");
    }
}
