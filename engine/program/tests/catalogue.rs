//! Every example in the catalogue of diagnostics is true: the wrong program gives its code, the right one nothing.

use diagnostics::{Diagnostic, Example, Files, Lang, catalogue};
use program::{LoadError, Loaded, Loader, check};

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

fn found(text: &str) -> Vec<Diagnostic> {
    let mut files = Files::default();
    let main = files.add("example.dl", text);
    check(&mut files, main, &mut NoFiles).diagnostics
}

#[test]
fn examples_are_true() {
    let mut untrue = Vec::new();
    let mut examples = 0;
    for entry in catalogue::ALL {
        let Example::Program { wrong, right } = entry.example else { continue };
        examples += 1;
        let codes: Vec<&str> = found(wrong).iter().map(Diagnostic::code).collect();
        if codes.is_empty() || codes.iter().any(|code| *code != entry.code) {
            untrue.push(format!("{}: the wrong program gives {codes:?}", entry.code));
        }
        for diagnostic in found(right) {
            untrue.push(format!("{}: right, but {} {}", entry.code, diagnostic.code(), diagnostic.message(Lang::En)));
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
    assert!(examples > 60, "only {examples} examples were run");
}
