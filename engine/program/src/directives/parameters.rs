//! `key = value` lists.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{IoDirective, Token};

use super::mapping::{Entry, entries};
use crate::check::{DeclaredInput, Written};
use crate::checked::{JsonForm, TextFormat};
use crate::constants::whole;
use crate::report::Report;

/// The parameters of a directive.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    values: BTreeMap<String, Parameter>,
    /// Entries of a mapping that stand by themselves.
    entries: Vec<Entry>,
}

/// One parameter.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    /// As text; a string without its quotes.
    pub(super) value: String,
    pub(super) key_span: Span,
    pub(super) span: Span,
}

impl Parameters {
    /// The parameters of `directive`; one given twice is reported.
    pub(super) fn read(directive: &IoDirective, file: FileId, report: &mut Report) -> Parameters {
        let mut parameters = Parameters::default();
        for parameter in directive.parameters() {
            let (Some(key), Some(value)) = (parameter.key(), parameter.value()) else { continue };
            let parameter = Parameter { value: text(&value), key_span: key.span(file), span: value.span(file) };
            parameters.add(key.text(), parameter, report);
        }
        parameters
    }

    /// The parameters of an `.input` outside of the text.
    pub(super) fn declared(declared: &DeclaredInput, report: &mut Report) -> Parameters {
        let mut parameters = Parameters::default();
        for (key, value) in &declared.parameters {
            let parameter = Parameter { value: value.text.clone(), key_span: key.span, span: value.span };
            parameters.add(&key.text, parameter, report);
        }
        let entry = |(column, source): &(Written, Written)| Entry {
            column: column.text.clone(),
            source: source.text.clone(),
            span: source.span,
        };
        parameters.entries = declared.columns.iter().map(entry).collect();
        parameters
    }

    fn add(&mut self, key: &str, parameter: Parameter, report: &mut Report) {
        if let Some(previous) = self.values.get(key) {
            const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
            let again = Diagnostic::new(&catalogue::PARAMETER_TWICE, parameter.key_span).arg("key", key);
            report.push(again.related(previous.key_span, PREVIOUS));
            return;
        }
        self.values.insert(key.to_owned(), parameter);
    }

    /// The entries of `map`, and those that stand by themselves; `None` where there are neither.
    pub(super) fn mapping(&self, report: &mut Report) -> Option<Vec<Entry>> {
        let map = self.get("map").map(|map| entries(map, report));
        match (map, self.entries.is_empty()) {
            (None, true) => None,
            (map, _) => Some(map.into_iter().flatten().chain(self.entries.iter().cloned()).collect()),
        }
    }

    /// Warns about keys that mean nothing to this directive.
    pub(super) fn unknown(&self, known: &[&str], report: &mut Report) {
        for (key, parameter) in &self.values {
            if !known.contains(&key.as_str()) {
                let near = report.near_or_all(key, known.to_vec());
                let warning = Diagnostic::new(&catalogue::UNKNOWN_PARAMETER, parameter.key_span).arg("key", key);
                report.push(warning.list("known", near));
            }
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Parameter> {
        self.values.get(key)
    }

    /// The value of a parameter, if it is given.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.get(key).map(|parameter| parameter.value.as_str())
    }

    /// The value of a parameter that is `true` or `false`.
    pub(super) fn truth(&self, key: &str, report: &mut Report) -> bool {
        match self.get(key) {
            None => false,
            Some(parameter) => match parameter.value.as_str() {
                "true" => true,
                "false" => false,
                _ => {
                    report.push(bad_value(key, parameter, &["true", "false"]));
                    false
                }
            },
        }
    }

    /// The `n` of a `.limitsize` at `place`.
    pub(super) fn limit(&self, place: Span, report: &mut Report) -> Option<u64> {
        let Some(parameter) = self.get("n") else {
            report.push(Diagnostic::new(&catalogue::LIMIT_MISSING, place));
            return None;
        };
        let limit = whole(parameter.value.trim_end_matches('u')).and_then(|limit| u64::try_from(limit).ok());
        if limit.is_none() {
            report.push(bad_value("n", parameter, &["1000"]));
        }
        limit
    }

    /// `delimiter`, `rfc4180` and `headers`.
    pub(super) fn text_format(&self, report: &mut Report) -> TextFormat {
        let (rfc4180, headers) = (self.truth("rfc4180", report), self.truth("headers", report));
        let usual = if rfc4180 { "," } else { "\t" };
        let delimiter = self.get("delimiter").map_or(usual, |parameter| match parameter.value.as_str() {
            // In source text `"\\t"` reads as these two characters; Soufflé's users mean a tab.
            "\\t" => "\t",
            other => other,
        });
        let unusable = delimiter.is_empty() || delimiter.contains(['\n', '\r']) || (rfc4180 && delimiter.contains('"'));
        if let (true, Some(parameter)) = (unusable, self.get("delimiter")) {
            report.push(bad_value("delimiter", parameter, &["\",\"", "\"\\t\"", "\"|\""]));
        }
        TextFormat { delimiter: delimiter.to_owned(), rfc4180, headers }
    }

    /// `format`
    pub(super) fn json_form(&self, report: &mut Report) -> JsonForm {
        match self.get("format") {
            Some(format) if format.value == "object" => JsonForm::Object,
            Some(format) if format.value != "list" => {
                report.push(bad_value("format", format, &["list", "object"]));
                JsonForm::List
            }
            _ => JsonForm::List,
        }
    }
}

/// The value of `parameter` is none of the `allowed` ones.
pub(super) fn bad_value(key: &str, parameter: &Parameter, allowed: &[&str]) -> Diagnostic {
    let error = Diagnostic::new(&catalogue::BAD_PARAMETER, parameter.span).arg("key", key);
    error.arg("value", &parameter.value).list("allowed", allowed)
}

/// `IO=` is none of the `known` ones.
pub(super) fn refuse_io<T>(parameters: &Parameters, known: &[&str], report: &mut Report) -> Option<T> {
    report.push(bad_value("IO", parameters.get("IO")?, known));
    None
}

fn text(token: &Token) -> String {
    token.string_value().unwrap_or_else(|| token.text().to_owned())
}
