//! The findings of one check.

use diagnostics::{Diagnostic, Files, Lang, catalogue, nearest};

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    errors: usize,
    suggestions: usize,
    /// What older versions of the dialect accepted is a warning only.
    pub(crate) legacy: bool,
}

/// Names that a nearest one is looked for, each among all known ones: thousands of unknown names among thousands of known
/// ones would take minutes.
const SUGGESTIONS_MAX: usize = 100;

impl Report {
    /// Adds a finding.
    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) {
        if self.legacy && diagnostic.code() == catalogue::NOT_A_SUBTYPE.code {
            diagnostic.entry = &catalogue::ACCEPTED_SUBTYPE;
        }
        self.errors += usize::from(diagnostic.is_error());
        self.diagnostics.push(diagnostic);
    }

    /// Adds findings.
    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// How many errors there are so far.
    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// The known name that is nearest to a misspelt one, if it is near enough to be meant.
    pub(crate) fn nearest<'a>(&mut self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        self.suggestions += 1;
        if self.suggestions > SUGGESTIONS_MAX { None } else { nearest(name, known) }
    }

    /// What to write instead of a misspelt name: the nearest known one, or all of them if none is near.
    pub(crate) fn near_or_all<'a>(&mut self, name: &str, known: Vec<&'a str>) -> Vec<&'a str> {
        match self.nearest(name, known.iter().copied()) {
            Some(near) => vec![near],
            None => known,
        }
    }

    /// Everything found so far.
    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The findings by the place where it was written, equal ones once.
    pub(crate) fn finish(self, files: &Files) -> Vec<Diagnostic> {
        let mut sorted: Vec<_> = self.diagnostics.into_iter().map(|found| found.written(files)).collect();
        sorted.sort_by_cached_key(|diagnostic| {
            let (unplaced, span, severity, code) = diagnostic.order();
            (unplaced, span, severity, code, diagnostic.message(Lang::En))
        });
        sorted.dedup_by_key(|diagnostic| (diagnostic.span, diagnostic.code(), diagnostic.message(Lang::En)));
        sorted
    }
}
