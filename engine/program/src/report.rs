//! The findings of one check.

use std::rc::Rc;

use diagnostics::{Diagnostic, Files, Lang, Span, Text, catalogue, nearest};

use crate::namespace::Namespace;

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    errors: usize,
    suggestions: usize,
    /// What older versions of the dialect accepted is a warning only.
    pub(crate) legacy: bool,
    /// Where the item stands that is looked at.
    within: Rc<Namespace>,
    /// The places of items that several instances have, ascending.
    shared: Vec<Span>,
}

/// Names that a nearest one is looked for, each among all known ones: thousands of unknown names among thousands of known
/// ones would take minutes.
const SUGGESTIONS_MAX: usize = 100;

impl Report {
    /// Adds a finding; an error in an instance of a component names the instance.
    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) {
        const INSTANCE: Text =
            Text { en: "in the instance `{instance}`, made here", zh: "在此处生成的实例 `{instance}` 中" };
        if self.legacy && diagnostic.code() == catalogue::NOT_A_SUBTYPE.code {
            diagnostic.entry = &catalogue::ACCEPTED_SUBTYPE;
        }
        self.errors += usize::from(diagnostic.is_error());
        self.diagnostics.push(match self.within.origin() {
            Some((name, init)) if diagnostic.is_error() => diagnostic.arg("instance", name).related(init, INSTANCE),
            _ => diagnostic,
        });
    }

    /// What follows is found in an item of `namespace`.
    pub(crate) fn enter(&mut self, namespace: &Rc<Namespace>) {
        self.within = Rc::clone(namespace);
    }

    /// What follows is found in the program as a whole.
    pub(crate) fn leave(&mut self) {
        self.within = Rc::default();
    }

    /// Several instances have the items at `places`: what is wrong with one of them is told once.
    pub(crate) fn share(&mut self, mut places: Vec<Span>) {
        places.sort_unstable();
        self.shared = places;
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

    /// The findings by the place where it was written, equal ones once; in an item that several instances have, those of one
    /// code at one place.
    pub(crate) fn finish(self, files: &Files) -> Vec<Diagnostic> {
        let Report { diagnostics, shared, .. } = self;
        let is_shared = |span: Span| {
            let before = shared.partition_point(|item| (item.file, item.start) <= (span.file, span.start));
            shared[..before].last().is_some_and(|item| item.file == span.file && span.end <= item.end)
        };
        let keyed = diagnostics.into_iter().map(|found| {
            let message = match found.span {
                Some(span) if is_shared(span) => String::new(),
                _ => found.message(Lang::En),
            };
            let found = found.written(files);
            let (unplaced, span, severity, code) = found.order();
            ((unplaced, span, severity, code, message), found)
        });
        let mut keyed: Vec<_> = keyed.collect();
        keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
        keyed.dedup_by(|(a, _), (b, _)| a.1 == b.1 && a.3 == b.3 && a.4 == b.4);
        keyed.into_iter().map(|(_, found)| found).collect()
    }
}
