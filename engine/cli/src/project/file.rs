//! Reading `syllogist.toml`.

use std::ops::Range;
use std::path::Path;

use diagnostics::{Diagnostic, Entry, FileId, Files, Lang, Span, Text, catalogue};
use program::{DeclaredInput, Written};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Project, unreadable};
use crate::exit::{Exit, Failure};
use crate::nearest::suggestion;
use crate::parameters::Setting;
use crate::text_file::{read_text, shown_path};

const KEYS: [&str; 7] = ["program", "facts", "show", "lang", "parameters", "source", "connections"];

/// The project that this file describes. All its mistakes are reported together.
pub(super) fn read(path: &Path, files: &mut Files, lang: Lang) -> Result<Project, Failure> {
    let text = read_text(path).map_err(|error| Failure::wrong(unreadable(path, &error, lang)))?;
    let file = files.add(shown_path(path), text.clone());
    let mut reading = Reading { file, text: &text, found: Vec::new() };
    let project = match DeTable::parse(&text) {
        Ok(table) => reading.project(path, table.get_ref()),
        Err(error) => {
            let place = error.span().unwrap_or(0..0);
            reading.report(&catalogue::MALFORMED_PROJECT, place, |diagnostic| diagnostic);
            None
        }
    };
    match project {
        Some(project) if reading.found.is_empty() => Ok(project),
        _ => Err(Failure::Found(Exit::Wrong, reading.found)),
    }
}

/// What may stand behind a parameter's name.
const SETTING: Text = Text {
    en: "a value in quotes, a number or a date, or a list of them",
    zh: "引号内的值、数字或日期，或它们的列表",
};

struct Reading<'t> {
    file: FileId,
    text: &'t str,
    found: Vec<Diagnostic>,
}

type Value<'t> = Spanned<DeValue<'t>>;

impl Reading<'_> {
    fn project(&mut self, path: &Path, table: &DeTable<'_>) -> Option<Project> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let (mut program, mut facts, mut show, mut lang) = (None, None, None, None);
        let (mut parameters, mut inputs, mut connections) = (Vec::new(), Vec::new(), Vec::new());
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "program" => program = self.text("program", value),
                "facts" => facts = self.text("facts", value),
                "show" => show = self.names(value),
                "lang" => lang = self.language(value),
                "parameters" => parameters = self.parameters(value),
                "source" => inputs = self.inputs(value),
                "connections" => connections = self.connections(value),
                other => {
                    let near = suggestion(other, KEYS);
                    self.report(&catalogue::UNKNOWN_PROJECT_KEY, key.span(), |unknown| {
                        unknown.arg("key", other).arg("near", near)
                    });
                }
            }
        }
        if program.is_none() && !table.contains_key("program") {
            let missing = Diagnostic::unplaced(&catalogue::MISSING_PROGRAM_KEY);
            self.found.push(missing.arg("file", shown_path(path)));
        }
        let program = folder.join(program?);
        let beside = program.parent().unwrap_or(Path::new("")).to_owned();
        let facts = facts.map_or(beside, |facts| folder.join(facts));
        Some(Project { file: Some(path.to_owned()), program, facts, show, lang, parameters, inputs, connections })
    }

    fn text(&mut self, key: &'static str, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str().filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong(key, value.span(), Text { en: "a path in quotes", zh: "引号内的路径" });
        }
        text.map(str::to_owned)
    }

    fn language(&mut self, value: &Value<'_>) -> Option<Lang> {
        match value.get_ref().as_str() {
            Some("zh") => Some(Lang::Zh),
            Some("en") => Some(Lang::En),
            _ => {
                self.wrong("lang", value.span(), Text { en: "`\"zh\"` or `\"en\"`", zh: " `\"zh\"` 或 `\"en\"`" });
                None
            }
        }
    }

    fn names(&mut self, value: &Value<'_>) -> Option<Vec<(String, Span)>> {
        let names = value.get_ref().as_array().and_then(|array| {
            let name = |entry: &Value<'_>| Some((entry.get_ref().as_str()?.to_owned(), self.span(entry.span())));
            array.iter().map(name).collect::<Option<Vec<_>>>()
        });
        if names.is_none() {
            self.wrong(
                "show",
                value.span(),
                Text { en: "a list of relation names: `[\"clue\"]`", zh: "关系名列表：`[\"线索\"]`" },
            );
        }
        names
    }

    /// Names with values; a list of values stands for readings to be compared.
    fn parameters(&mut self, value: &Value<'_>) -> Vec<Setting> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong("parameters", value.span(), Text { en: "a table `[parameters]`", zh: "表 `[parameters]`" });
            return Vec::new();
        };
        let mut settings = Vec::new();
        for (name, value) in table {
            let values = value.get_ref().as_array().map_or(vec![value], |list| list.iter().collect());
            for value in values {
                match self.setting(value) {
                    Some(text) => settings.push((name.get_ref().to_string(), text)),
                    None => self.wrong("parameters", value.span(), SETTING),
                }
            }
        }
        settings
    }

    /// A value as it would stand behind `--param NAME=`. Numbers are taken as they are written, so that none is rounded.
    fn setting(&self, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()).filter(|text| !text.trim().is_empty()),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
                self.text.get(value.span()).map(str::to_owned)
            }
            _ => None,
        }
    }

    /// `[[source]]`: each a relation, the parameters of an `.input` of it, and what gives its columns.
    fn inputs(&mut self, value: &Value<'_>) -> Vec<DeclaredInput> {
        let tables = value.get_ref().as_array().and_then(|list| {
            let table = |entry: &Value<'_>| entry.get_ref().as_table().is_some();
            list.iter().all(table).then_some(list)
        });
        let Some(tables) = tables else {
            self.wrong("source", value.span(), Text { en: "tables `[[source]]`", zh: "若干个表 `[[source]]`" });
            return Vec::new();
        };
        let input = |entry: &Value<'_>| self.input(entry);
        tables.iter().filter_map(input).collect()
    }

    fn input(&mut self, entry: &Value<'_>) -> Option<DeclaredInput> {
        let table = entry.get_ref().as_table()?;
        let (mut relation, mut parameters, mut columns) = (None, Vec::new(), Vec::new());
        for (key, value) in table {
            let written = Written { text: key.get_ref().to_string(), span: self.span(key.span()) };
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("columns", DeValue::Table(entries)) => {
                    for (column, source) in entries {
                        let name = Written { text: column.get_ref().to_string(), span: self.span(column.span()) };
                        columns.extend(self.written("columns", source).map(|source| (name, source)));
                    }
                }
                ("relation", _) => relation = self.written("relation", value),
                _ => parameters.extend(self.written("source", value).map(|value| (written, value))),
            }
        }
        if relation.is_none() && !table.contains_key("relation") {
            let expected =
                Text { en: "a table with `relation = \"name\"`", zh: "含有 `relation = \"关系名\"` 的表" };
            self.wrong("source", entry.span(), expected);
        }
        Some(DeclaredInput { relation: relation?, parameters, columns })
    }

    /// A text, a number, or a truth, as a directive would have it.
    fn written(&mut self, key: &'static str, value: &Value<'_>) -> Option<Written> {
        let span = self.span(value.span());
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Boolean(truth) => truth.to_string(),
            DeValue::Integer(_) => self.text.get(value.span())?.to_owned(),
            _ => {
                self.wrong(key, value.span(), Text { en: "a text in quotes", zh: "引号内的文本" });
                return None;
            }
        };
        Some(Written { text, span })
    }

    /// `[connections]`: names with addresses.
    fn connections(&mut self, value: &Value<'_>) -> Vec<(String, String)> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong("connections", value.span(), Text { en: "a table `[connections]`", zh: "表 `[connections]`" });
            return Vec::new();
        };
        let mut connections = Vec::new();
        for (name, value) in table {
            let address = self.written("connections", value);
            connections.extend(address.map(|address| (name.get_ref().to_string(), address.text)));
        }
        connections
    }

    fn wrong(&mut self, key: &'static str, place: Range<usize>, expected: Text) {
        self.report(&catalogue::BAD_PROJECT_VALUE, place, |wrong| wrong.arg("key", key).words("expected", expected));
    }

    fn report(&mut self, entry: &'static Entry, place: Range<usize>, with: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.found.push(with(Diagnostic::new(entry, self.span(place))));
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span { file: self.file, start: place.start as u32, end: place.end as u32 }
    }
}
