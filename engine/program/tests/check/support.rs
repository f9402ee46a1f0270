//! Texts in, findings out.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Files, Lang, Text};
use program::{Checked, LoadError, Loaded, Loader, check};

/// Included files by path; there are no folders.
#[derive(Default)]
pub struct Texts(pub BTreeMap<&'static str, &'static str>);

impl Loader for Texts {
    fn load(&mut self, _from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let text = self.0.get(path).ok_or(LoadError::Missing)?;
        Ok(Loaded { name: path.to_owned(), key: path.to_owned(), text: (*text).to_owned() })
    }
}

/// Checks one text.
pub fn checked(text: &str) -> (Files, Checked) {
    with_files(text, &[])
}

/// Checks the text `main.dl`, which may include `others`.
pub fn with_files(text: &str, others: &[(&'static str, &'static str)]) -> (Files, Checked) {
    let mut files = Files::default();
    let main = files.add("main.dl", text);
    let mut texts = Texts(others.iter().copied().collect());
    let checked = check(&mut files, main, &mut texts);
    (files, checked)
}

/// The findings as `SY0201 3:5`, in their order.
pub fn findings(text: &str) -> Vec<String> {
    let (files, checked) = checked(text);
    list(&files, &checked)
}

/// The findings as `SY0201 3:5`, in their order.
pub fn list(files: &Files, checked: &Checked) -> Vec<String> {
    let place = |span| {
        let place = files.place(span);
        format!("{}:{}", place.line, place.column)
    };
    let line = |found: &Diagnostic| {
        let own = [found.entry.message, found.entry.label, found.entry.help];
        own.into_iter().chain(found.related.iter().map(|related| related.text)).for_each(|text| is_filled(found, text));
        format!("{} {}", found.code(), found.span.map_or_else(String::new, place))
    };
    checked.diagnostics.iter().map(line).collect()
}

/// Every placeholder has an argument.
fn is_filled(found: &Diagnostic, text: Text) {
    for lang in [Lang::En, Lang::Zh] {
        for name in text.placeholders(lang) {
            let filled = found.fill(text, lang);
            assert!(!filled.contains(&format!("{{{name}}}")), "{}: {name} is not filled: {filled}", found.code());
        }
    }
}

/// The checked program; there must be nothing to report.
pub fn correct(text: &str) -> program::checked::Program {
    let (files, checked) = checked(text);
    let messages: Vec<String> = checked.diagnostics.iter().map(|found| found.message(Lang::En)).collect();
    assert!(checked.diagnostics.is_empty(), "{:?} {messages:?}", list(&files, &checked));
    checked.program.expect("no errors")
}
