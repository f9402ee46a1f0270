//! `.pragma "key" "value"`: options of the whole program. None of them changes a result here.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Span, Text, catalogue};
use syntax::ast::Item;

use crate::components::SourceItem;
use crate::report::Report;

/// The keys of the dialect: its options of the command line, and two that are only keys.
const KNOWN: &[&str] = &[
    "auto-schedule",
    "compile",
    "debug-report",
    "disable-transformers",
    "emit-statistics",
    "fact-dir",
    "generate",
    "generate-many",
    "include-dir",
    "inline-exclude",
    "jobs",
    "legacy",
    "libraries",
    "library-dir",
    "live-profile",
    "macro",
    "magic-transform",
    "magic-transform-exclude",
    "no-preprocessor",
    "no-warn",
    "output-dir",
    "parse-errors",
    "pragma",
    "preprocessor",
    "profile",
    "profile-frequency",
    "profile-use",
    "provenance",
    "RamSIPS",
    "show",
    "SIPS",
    "suppress-warnings",
    "swig",
    "verbose",
    "version",
    "warn",
    "wno",
];

/// Warns about keys that nobody knows, and about repeated ones.
pub(crate) fn check(items: &[SourceItem], report: &mut Report) {
    const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for SourceItem { file, item, .. } in items {
        let Item::Pragma(pragma) = item else { continue };
        let Some(key) = pragma.key() else { continue };
        let (name, span) = (key.string_value().unwrap_or_default(), key.span(*file));
        if !KNOWN.contains(&name.as_str()) {
            let near = report.near_or_all(&name, KNOWN.to_vec());
            let warning = Diagnostic::new(&catalogue::UNKNOWN_PRAGMA, span).list("key", [&name]);
            report.push(warning.list("known", near));
        } else if let Some(previous) = seen.get(&name) {
            let again = Diagnostic::new(&catalogue::PRAGMA_TWICE, span).list("key", [&name]);
            report.push(again.related(*previous, PREVIOUS));
        }
        seen.entry(name).or_insert(span);
    }
}
