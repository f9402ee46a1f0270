//! The house as `docs/architecture.md` describes it: which crate may know which, and what must be absent where.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The allowed edges between the crates of the workspace. A new one is a decision: it belongs into
/// `docs/architecture.md` first.
const EDGES: &[(&str, &[&str])] = &[
    ("diagnostics", &[]),
    ("values", &[]),
    ("syntax", &["diagnostics"]),
    ("preprocess", &["diagnostics", "syntax"]),
    ("program", &["diagnostics", "preprocess", "syntax", "values"]),
    ("sources", &["diagnostics", "program", "values"]),
    ("workbooks", &["diagnostics", "program", "sources", "values"]),
    ("columnar", &["diagnostics", "program", "sources", "values"]),
    ("servers", &["diagnostics", "program", "sources", "values"]),
    ("law", &["diagnostics", "program", "values"]),
    ("eval", &["diagnostics", "program", "values"]),
    ("checker", &["diagnostics", "program", "values"]),
    ("ledger", &["checker", "diagnostics", "program", "values"]),
    ("norms", &["diagnostics", "program", "values"]),
    ("proof", &["diagnostics", "eval", "program", "values"]),
    ("prose", &["diagnostics", "eval", "program", "proof", "values"]),
    ("pages", &["diagnostics", "eval", "program", "proof", "prose", "values"]),
    ("cases", &["diagnostics", "eval", "law", "program", "proof", "values"]),
    (
        "cli",
        &[
            "cases",
            "checker",
            "columnar",
            "diagnostics",
            "eval",
            "law",
            "ledger",
            "norms",
            "pages",
            "program",
            "proof",
            "prose",
            "servers",
            "sources",
            "syntax",
            "values",
            "workbooks",
        ],
    ),
    ("generate", &[]),
];

/// The allowed crates from outside. A new one is a decision too: it belongs into `docs/dependencies.md` first.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("diagnostics", &[]),
    ("values", &["foldhash", "hashbrown", "jiff", "num-bigint", "rayon"]),
    ("syntax", &["logos", "rowan"]),
    ("preprocess", &[]),
    ("program", &["crepe", "regex"]),
    (
        "sources",
        &[
            "csv",
            "encoding_rs",
            "encoding_rs_io",
            "flate2",
            "foldhash",
            "glob",
            "hashbrown",
            "memchr",
            "rayon",
            "rusqlite",
            "serde",
            "serde_json",
            "sha2",
            "zstd",
        ],
    ),
    ("workbooks", &["calamine", "rust_xlsxwriter", "zip"]),
    ("columnar", &["parquet"]),
    ("servers", &["memchr", "mysql", "percent-encoding", "postgres", "url"]),
    ("law", &[]),
    ("eval", &["foldhash", "hashbrown", "rayon", "regex"]),
    ("checker", &["datafrog", "regex", "serde_json"]),
    ("ledger", &["base64", "ed25519-dalek", "serde", "serde_json", "sha2"]),
    ("norms", &["serde_json"]),
    ("proof", &["rayon", "strsim"]),
    ("cases", &[]),
    ("prose", &["rayon", "serde", "serde_json", "unicode-width"]),
    ("pages", &["serde_json", "sha2"]),
    (
        "cli",
        &[
            "clap",
            "getrandom",
            "comfy-table",
            "ctrlc",
            "indicatif",
            "memory-stats",
            "miette",
            "rayon",
            "rustyline",
            "serde",
            "serde_json",
            "toml",
            "unicode-width",
        ],
    ),
    ("generate", &[]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace holds this crate").to_path_buf()
}

/// The folders of the workspace's crates, this one left out.
fn crates() -> Vec<PathBuf> {
    let engine = std::fs::read_dir(root().join("engine")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders = engine.chain([root().join("facts/generate")]).collect::<Vec<_>>();
    folders.retain(|folder| folder.join("Cargo.toml").is_file());
    folders.sort();
    folders
}

/// Name and dependencies (not those of tests) of a crate.
fn manifest(folder: &Path) -> (String, BTreeSet<String>) {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let manifest = text.parse::<toml::Table>().unwrap();
    let name = manifest["package"]["name"].as_str().unwrap().to_string();
    let sections = ["dependencies", "build-dependencies"].into_iter().filter_map(|section| manifest.get(section));
    let names = sections.flat_map(|section| section.as_table().unwrap().keys().cloned()).collect();
    assert!(manifest.get("target").is_none(), "{name}: dependencies of a platform are not foreseen");
    (name, names)
}

#[test]
fn crates_know_only_those_they_may() {
    let rooms = EDGES.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>();
    let mut seen = BTreeSet::new();
    for folder in crates() {
        let (name, dependencies) = manifest(&folder);
        let (inside, outside): (Vec<_>, Vec<_>) =
            dependencies.into_iter().partition(|dependency| rooms.contains(&dependency[..]));
        for (table, dependencies) in [(EDGES, inside), (OUTSIDE, outside)] {
            let allowed = table.iter().find(|(room, _)| *room == name);
            let (_, allowed) = allowed.unwrap_or_else(|| panic!("{name} is a new crate: say here what it may know"));
            let new = dependencies.iter().filter(|known| !allowed.contains(&&known[..])).collect::<Vec<_>>();
            assert!(new.is_empty(), "{name} may not know {new:?}");
        }
        seen.insert(name);
    }
    let missing = rooms.iter().filter(|room| !seen.contains::<str>(room)).collect::<Vec<_>>();
    assert!(missing.is_empty(), "crates that are gone: {missing:?}");
}

#[test]
fn versions_stand_in_the_workspace_alone() {
    for folder in crates() {
        let text = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let manifest = text.parse::<toml::Table>().unwrap();
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, value) in manifest.get(section).and_then(|section| section.as_table()).into_iter().flatten() {
                let workspace = value.get("workspace").and_then(|workspace| workspace.as_bool());
                assert_eq!(workspace, Some(true), "{}: {name} needs workspace = true", folder.display());
            }
        }
        assert_eq!(manifest["lints"]["workspace"].as_bool(), Some(true), "{}", folder.display());
    }
}

/// The Rust files of a crate by path, without comments, and without what follows `#[cfg(test)]`.
fn sources(room: &str) -> BTreeMap<PathBuf, String> {
    let folder = if room == "generate" { root().join("facts/generate") } else { root().join("engine").join(room) };
    let mut open = vec![folder.join("src")];
    let mut sources = BTreeMap::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                let text = std::fs::read_to_string(&path).unwrap();
                sources.insert(path, code(&text));
            }
        }
    }
    assert!(!sources.is_empty(), "{room} has no sources");
    sources
}

/// Files of unit tests: `tests.rs`, `testing.rs` and what lies below `tests/`.
fn is_test(path: &Path) -> bool {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    let mut parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    parts.any(|part| ["tests", "tests.rs", "testing.rs"].contains(&&*part))
}

fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// Asserts that no source of these crates holds any of these words.
fn absent(rooms: &[&str], words: &[&str]) {
    absent_but(rooms, words, "");
}

/// Asserts it of all sources but one.
fn absent_but(rooms: &[&str], words: &[&str], exception: &str) {
    for room in rooms {
        for (path, text) in sources(room) {
            if !exception.is_empty() && path == root().join(exception) {
                continue;
            }
            for (number, line) in (1..).zip(text.lines()) {
                let found = words.iter().find(|word| line.contains(**word));
                assert!(found.is_none(), "{}: {found:?} in its line {number}: {line}", path.display());
            }
        }
    }
}

const ALL: &[&str] = &[
    "cases",
    "checker",
    "cli",
    "columnar",
    "diagnostics",
    "eval",
    "pages",
    "program",
    "proof",
    "prose",
    "servers",
    "sources",
    "syntax",
    "values",
    "workbooks",
    "generate",
];

/// Rooms that compute: they have no way to the outside.
const PURE: &[&str] =
    &["cases", "checker", "diagnostics", "eval", "pages", "program", "proof", "prose", "syntax", "values"];

#[test]
fn what_computes_does_no_input_or_output_and_knows_no_clock_or_environment() {
    absent(PURE, &["std::fs", "std::io", "std::env", "std::net", "std::process", "std::thread", "std::time", "env!("]);
    absent(PURE, &["SystemTime", "Instant", "Zoned::now", "Timestamp::now", "File::open"]);
}

#[test]
fn only_the_command_line_prints() {
    let rooms = [PURE, &["columnar", "sources", "workbooks"]].concat();
    absent(&rooms, &["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", "stdout()", "stderr()"]);
}

#[test]
fn nothing_reads_the_environment_or_the_clock() {
    absent(ALL, &["vars_os", "SystemTime"]);
    // Passwords alone.
    absent_but(ALL, &["env::var"], "engine/cli/src/connections.rs");
    // The progress line and the times of a profile need a clock; everything else that is shown does not know it.
    absent_but(ALL, &["Instant::now"], "engine/cli/src/clock.rs");
}

#[test]
fn no_map_of_random_order() {
    absent(ALL, &["collections::HashMap", "collections::HashSet", "RandomState", "DefaultHashBuilder"]);
}

#[test]
fn no_unsafe_code() {
    absent(ALL, &["unsafe ", "allow(unsafe_code)"]);
}

#[test]
fn the_checker_names_nothing_of_the_evaluator() {
    absent(&["checker"], &["eval::", "proof::", "sources::", "syntax::", "Dictionary", "Calendar::"]);
    let eval = sources("eval");
    let checker = sources("checker");
    // A copied function is shared code as well. Long lines that are equal are rare by chance.
    let long = |sources: &BTreeMap<PathBuf, String>| -> BTreeSet<String> {
        let lines = sources.values().flat_map(|text| text.lines()).map(str::trim);
        lines.filter(|line| line.chars().count() > 70 && !line.starts_with("use ")).map(str::to_string).collect()
    };
    let shared = long(&eval).intersection(&long(&checker)).cloned().collect::<Vec<_>>();
    assert!(shared.len() <= 2, "the evaluators share lines: {shared:#?}");
}

/// A word, not the end of a longer one ("possession").
fn stands_in(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
}

/// Texts that belong to the project: sources, documents, rules, tests.
fn texts() -> Vec<PathBuf> {
    let kinds = ["rs", "md", "toml", "dl", "sh", "json", "snap"];
    let mut open = ["engine", "docs", "examples", "facts", "rules", "tests"].map(|folder| root().join(folder)).to_vec();
    let mut found = vec![root().join("Cargo.toml")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_string();
            if path.is_dir() && !["target", "node_modules"].contains(&&*name) && !name.starts_with('.') {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kinds.contains(&&*kind.to_string_lossy())) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn texts_speak_of_the_project_alone() {
    // Written in pieces, so that this file does not hold them itself.
    let words = [["sess", "ion"], ["sand", "box"], ["/wo", "rk/"], ["/ho", "me/"], ["/ro", "ot/"], ["/tm", "p/"]];
    let words = words.map(|pieces| pieces.concat());
    for path in texts() {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let lower = text.to_lowercase();
        let found = words.iter().find(|word| stands_in(word, &lower));
        let line = found.and_then(|word| lower.lines().position(|line| stands_in(word, line)));
        assert!(found.is_none(), "{}: {found:?} in line {:?}", path.display(), line.map(|line| line + 1));
    }
}
