//! The examples as their READMEs run them.

use std::path::{Path, PathBuf};
use std::process::Command;

use insta::assert_snapshot;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a command says when run in the folder of the workspace, as a README does it.
pub fn told(args: &[&str]) -> (i32, String) {
    let output = Command::new(crate::binary()).args(args).current_dir(root()).env_clear().output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap_or(-1);
    (code, format!("exit {code}\n--- stdout\n{}--- stderr\n{}", text(output.stdout), text(output.stderr)))
}

#[test]
fn long_lease_auction() {
    assert_snapshot!(told(&["run", "examples/long_lease_auction"]).1);
    assert_snapshot!(
        "a_clue_of_long_lease_auction",
        told(&["why", "examples/long_lease_auction", "线索(\"P0006\", \"Z0001\")"]).1
    );
}

#[test]
fn takeaway_licences() {
    assert_snapshot!(told(&["run", "examples/takeaway_licences"]).1);
}

#[test]
fn chicago_licences() {
    assert_snapshot!(told(&["run", "examples/chicago_licences"]).1);
    assert_snapshot!(
        "no_clue_of_chicago_licences",
        told(&["why", "examples/chicago_licences", "lapsed(\"900017\", _, _)"]).1
    );
}

/// What comes of each candidate was worked out by hand: `facts/enforcement_application/truth.csv`.
#[test]
fn enforcement_application() {
    let run =
        |readings: &[&str]| told(&[&["run", "examples/enforcement_application", "--lang", "en"], readings].concat()).1;
    let nominal = run(&["--param", "期间起算=名义日"]);
    let told = run(&[]);
    for clue in ["Y01    2023-10-10", "Y02    2023-10-13", "Y04    2024-02-20", "Y05    2023-09-18"] {
        assert!(told.contains(clue), "{clue} in {told}");
    }
    for clue in ["Y06    2024-04-08", "Y17    2023-10-16", "Y07    2023-04-03", "Y08    2024-05-29"] {
        assert!(told.contains(clue), "{clue} in {told}");
    }
    for none in ["Y03 ", "Y09 ", "Y10 ", "Y13 ", "Y14 ", "Y15 ", "Y16 ", "Y19 "] {
        assert!(!told.contains(none), "{none} in {told}");
    }
    for open in ["Y11", "Y12", "Y18"] {
        assert!(told.contains(&format!("义务(\"{open}\"")), "{open} in {told}");
    }
    assert!(nominal.contains("Y09    2025-01-06   2025-01-02"), "{nominal}");
}

#[test]
fn examples_have_no_mistakes_and_no_warnings() {
    assert_snapshot!(told(&["check", "examples"]).1);
}

/// Lines of a README that are commands: indented by four blanks, beginning with the name of the binary.
fn commands(readme: &str) -> Vec<Vec<String>> {
    let lines = readme.lines().filter_map(|line| line.strip_prefix("    syllogist "));
    lines.map(words).filter(|words| !words.iter().any(|word| word == "FOLDER")).collect()
}

/// The words of a command line up to a comment; single quotes hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '\'' => quoted = !quoted,
            '#' if !quoted => break,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn commands_in_the_readmes_work() {
    let mut run = 0;
    for name in ["long_lease_auction", "takeaway_licences", "chicago_licences", "enforcement_application"] {
        let readme = std::fs::read_to_string(root().join("examples").join(name).join("README.md")).unwrap();
        for command in commands(&readme) {
            let (code, text) = told(&command.iter().map(String::as_str).collect::<Vec<_>>());
            // 3 is the answer of `why` for what does not hold, which READMEs show as well.
            let expected: &[i32] = if command[0] == "why" { &[0, 3] } else { &[0] };
            assert!(expected.contains(&code), "{command:?}: {text}");
            run += 1;
        }
    }
    assert!(run >= 8, "only {run} commands were found");
}
