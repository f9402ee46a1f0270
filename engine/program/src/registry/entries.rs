//! `key: value` entries of blocks.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{Entry, EntryValue, Term};
use values::Date;

use super::interval;
use crate::checked::Interval;
use crate::report::Report;

/// The entries of a block by their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries {
    /// In text order. Only keys that can be repeated have several values.
    values: BTreeMap<&'static str, Vec<Value>>,
    /// `.norm`, `.policy`
    directive: &'static str,
}

/// The value of an entry.
#[derive(Clone, Debug)]
pub(super) struct Value {
    written: EntryValue,
    key: &'static str,
    directive: &'static str,
    key_span: Span,
    pub(super) file: FileId,
    pub(super) span: Span,
}

/// The keys that a block may have.
pub(super) struct Keys {
    pub(super) directive: &'static str,
    pub(super) known: &'static [&'static str],
    /// Those that may stand there more than once.
    pub(super) repeatable: &'static [&'static str],
}

impl Entries {
    /// The entries `written`; keys that are not known or repeated are reported.
    pub(super) fn read(written: &[Entry], file: FileId, keys: &Keys, report: &mut Report) -> Entries {
        let mut entries = Entries { values: BTreeMap::new(), directive: keys.directive };
        for entry in written {
            let (Some(key), Some(value)) = (entry.key(), entry.value()) else { continue };
            let (name, key_span) = (key.text(), key.span(file));
            let Some(known) = keys.known.iter().copied().find(|known| *known == name) else {
                let near = report.near_or_all(name, keys.known.to_vec());
                let error = Diagnostic::new(&catalogue::UNKNOWN_ENTRY, key_span).arg("key", name);
                report.push(error.arg("directive", keys.directive).list("near", near));
                continue;
            };
            let span = value.span(file);
            let value = Value { written: value, key: known, directive: keys.directive, key_span, file, span };
            let values = entries.values.entry(known).or_default();
            match values.first() {
                Some(first) if !keys.repeatable.contains(&known) => report.push(twice(&value, first)),
                _ => values.push(value),
            }
        }
        entries
    }

    /// These entries and the ones of the block `around`; what stands in both is reported.
    pub(super) fn within(mut self, around: &Entries, report: &mut Report) -> Entries {
        for (key, outer) in &around.values {
            match self.values.get(key).and_then(|inner| inner.first()) {
                Some(inner) => report.push(twice(inner, &outer[0])),
                None => {
                    self.values.insert(key, outer.clone());
                }
            }
        }
        self
    }

    /// The value of a key that stands there once.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.all(key).first()
    }

    /// The values of a key.
    pub(super) fn all(&self, key: &str) -> &[Value] {
        self.values.get(key).map_or(&[], Vec::as_slice)
    }

    /// The value of a key; that there is none is reported at `place`, unless a syntax error may have hidden it.
    pub(super) fn needed(&self, key: &str, place: Span, damaged: bool, report: &mut Report) -> Option<&Value> {
        let found = self.get(key);
        if found.is_none() && !damaged {
            let error = Diagnostic::new(&catalogue::MISSING_ENTRY, place).arg("key", key);
            report.push(error.arg("directive", self.directive));
        }
        found
    }
}

impl Value {
    /// The string that it is; that it is none, or a blank one, is reported.
    pub(super) fn string(&self, report: &mut Report) -> Option<String> {
        let string = self.constant(SyntaxKind::STRING).filter(|text| !text.trim().is_empty());
        if string.is_none() {
            self.bad(&["\"…\""], report);
        }
        string
    }

    /// The interval that it is; that it is none is reported.
    pub(super) fn interval(&self, report: &mut Report) -> Option<Interval> {
        match self.written.interval() {
            Some(written) => interval::read(&written, self.file, report),
            None => {
                self.bad(&["d\"2021-01-01\" ..", "d\"2021-01-01\" .. d\"2023-12-31\""], report);
                None
            }
        }
    }

    /// The date and the string behind `against`.
    pub(super) fn comparison(&self, report: &mut Report) -> Option<(Date, String)> {
        let against = self.written.against().and_then(|against| against.string_value());
        let date = self.written.constants().first().filter(|_| against.is_some()).and_then(token);
        match (date.filter(|date| date.kind() == SyntaxKind::DATE), against) {
            (Some(date), Some(against)) => Some((interval::date(&date, self.file, report)?, against)),
            _ => {
                self.bad(&["d\"2026-01-31\" against \"…\""], report);
                None
            }
        }
    }

    /// What the word stands for; that it is none of the `known` ones is reported.
    pub(super) fn word<T: Copy>(&self, known: &[(&'static str, T)], report: &mut Report) -> Option<T> {
        let word = self.written.word().filter(|_| self.written.tokens().len() == 1);
        let meant = word.as_ref().and_then(|word| known.iter().find(|(name, _)| *name == word.text()));
        if meant.is_none() {
            let names = known.iter().map(|(name, _)| *name).collect();
            self.bad(&report.near_or_all(word.as_ref().map_or("", |word| word.text()), names), report);
        }
        meant.map(|(_, meaning)| *meaning)
    }

    /// The words and numbers that it is made of.
    pub(super) fn written(&self) -> &EntryValue {
        &self.written
    }

    /// The value is none of the `allowed` ones.
    pub(super) fn bad(&self, allowed: &[&str], report: &mut Report) {
        let error = Diagnostic::new(&catalogue::BAD_ENTRY, self.span).arg("key", self.key);
        let error = error.arg("value", self.written.text().trim()).arg("directive", self.directive);
        report.push(error.list("allowed", allowed));
    }

    fn constant(&self, kind: SyntaxKind) -> Option<String> {
        let constants = self.written.constants();
        let [only] = constants.as_slice() else { return None };
        let is_bare = self.written.tokens().len() == 1;
        token(only).filter(|token| is_bare && token.kind() == kind)?.string_value()
    }
}

fn token(term: &Term) -> Option<syntax::ast::Token> {
    if let Term::Constant(constant) = term { constant.token() } else { None }
}

fn twice(again: &Value, first: &Value) -> Diagnostic {
    const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
    let error = Diagnostic::new(&catalogue::ENTRY_TWICE, again.key_span).arg("key", again.key);
    error.arg("directive", again.directive).related(first.key_span, PREVIOUS)
}
