//! The findings of one check.

use std::rc::Rc;

use diagnostics::{Diagnostic, Lang, Span, Text, nearest};

use crate::namespace::Namespace;

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    errors: usize,
    suggestions: usize,
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
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        const INSTANCE: Text =
            Text { en: "in the instance `{instance}`, made here", zh: "在此处生成的实例 `{instance}` 中" };
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

    /// The findings by place, equal ones once; in an item that several instances have, those of one code at one place.
    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        let Report { diagnostics: mut sorted, shared, .. } = self;
        let is_shared = |span: Span| {
            let before = shared.partition_point(|item| (item.file, item.start) <= (span.file, span.start));
            shared[..before].last().is_some_and(|item| item.file == span.file && span.end <= item.end)
        };
        let message = |diagnostic: &Diagnostic| match diagnostic.span {
            Some(span) if is_shared(span) => String::new(),
            _ => diagnostic.message(Lang::En),
        };
        sorted.sort_by_cached_key(|diagnostic| {
            let (unplaced, span, severity, code) = diagnostic.order();
            (unplaced, span, severity, code, message(diagnostic))
        });
        sorted.dedup_by_key(|diagnostic| (diagnostic.span, diagnostic.code(), message(diagnostic)));
        sorted
    }
}
