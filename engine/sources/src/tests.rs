//! Loading and writing as a whole.

mod bad_files;
mod bad_rows;
mod counting;
mod encodings;
mod headers;
mod json;
mod json_lines;
mod mapping;
mod packed;
mod patterns;
mod places;
mod reading;
mod rejects;
mod round_trip;
pub(crate) mod shapes;
mod sqlite;
mod staging;
mod tables;
mod threads;
mod writing;

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Lang, Span};
use program::checked::{
    Column, ColumnSource, Encoding, Input, InputFormat, Program, RecordSource, RelId, Relation, TextFormat,
};
use tempfile::TempDir;
use values::{Dictionary, Primitive};

use crate::limits::Limits;
use crate::load::load_within;
use crate::{Locator, NoTables, Options, Records, SourceReport, Tables};

/// A folder of records and a program that reads them.
struct Case {
    folder: TempDir,
    program: Program,
    dictionary: Dictionary,
    stdin: &'static [u8],
    collect_rejects: bool,
    missing_is_empty: bool,
    follow_links: bool,
    tables: Box<dyn Tables + Send>,
    limits: Limits,
}

impl Case {
    /// A relation `r` with columns such as `a:symbol b:number`.
    fn new(columns: &str) -> Self {
        let case = Case {
            folder: tempfile::tempdir().unwrap(),
            program: Program { shapes: Arc::new(shapes::shapes()), ..Program::default() },
            dictionary: shapes::dictionary(),
            stdin: b"",
            collect_rejects: false,
            missing_is_empty: false,
            follow_links: false,
            tables: Box::new(NoTables),
            limits: Limits::DEFAULT,
        };
        case.relation("r", columns)
    }

    /// One more relation.
    fn relation(mut self, name: &str, columns: &str) -> Self {
        let columns = columns.split_whitespace().map(column).collect();
        self.program.relations.push(Relation::new(name.to_owned(), columns, span(0)));
        self
    }

    fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.path().join(name), content).unwrap();
        self
    }

    /// An `.input` of the last relation: a plain file `r.facts`, unless `adjust` makes it something else.
    fn input(mut self, adjust: impl FnOnce(&mut Input)) -> Self {
        let mut input = Input {
            relation: RelId(self.program.relations.len() as u32 - 1),
            source: RecordSource::File("r.facts".to_owned()),
            format: lines(plain("\t")),
            columns: None,
            conversions: BTreeMap::new(),
            row: None,
            skip_blank: Vec::new(),
            span: span(self.program.inputs.len() as u32 + 1),
        };
        adjust(&mut input);
        self.program.inputs.push(input);
        self
    }

    /// An `.input` of `r.csv`: quoted, with a header.
    fn csv(self, adjust: impl FnOnce(&mut Input)) -> Self {
        self.input(|input| {
            input.source = file("r.csv");
            input.format = lines(TextFormat { headers: true, ..quoted() });
            adjust(input);
        })
    }

    fn collecting(mut self) -> Self {
        self.collect_rejects = true;
        self
    }

    fn try_load(&mut self) -> Result<Records, Vec<Diagnostic>> {
        let options = Options {
            folder: self.folder.path(),
            collect_rejects: self.collect_rejects,
            missing_is_empty: self.missing_is_empty,
            follow_links: self.follow_links,
            digests: true,
        };
        let tables = &mut *self.tables;
        load_within(&self.limits, &self.program, &options, &mut self.stdin, tables, &mut self.dictionary)
    }

    #[track_caller]
    fn load(&mut self) -> Records {
        let folder = self.folder.path().display().to_string();
        self.try_load().unwrap_or_else(|findings| panic!("{:#?}", shown(&findings, &folder)))
    }

    /// What a load that fails says: code and message, the folder written as `facts`.
    #[track_caller]
    fn errors(&mut self) -> Vec<String> {
        let folder = self.folder.path().display().to_string();
        shown(&self.try_load().expect_err("loads"), &folder)
    }

    /// The facts of a relation as text, in order.
    fn facts(&self, records: &Records, relation: u32) -> Vec<Vec<String>> {
        let loaded = &records.relations[relation as usize];
        let columns = &self.program.relations[relation as usize].columns;
        let cell = |column: usize, fact: u32| {
            let code = loaded.columns[column][fact as usize];
            self.dictionary.decode(columns[column].primitive, code).to_string()
        };
        (0..loaded.len()).map(|fact| (0..columns.len()).map(|column| cell(column, fact)).collect()).collect()
    }
}

fn shown(findings: &[Diagnostic], folder: &str) -> Vec<String> {
    findings.iter().for_each(assert_filled);
    let line = |finding: &Diagnostic| format!("{} {}", finding.code(), finding.message(Lang::En));
    findings.iter().map(line).map(|line| line.replace(folder, "facts")).collect()
}

/// Every placeholder has its value, in both languages.
#[track_caller]
fn assert_filled(finding: &Diagnostic) {
    for text in [finding.entry.message, finding.entry.label, finding.entry.help] {
        for lang in [Lang::En, Lang::Zh] {
            let filled = finding.fill(text, lang);
            for name in text.placeholders(lang) {
                assert!(!filled.contains(&format!("{{{name}}}")), "{filled}");
            }
        }
    }
}

fn column(text: &str) -> Column {
    let (name, type_name) = text.split_once(':').unwrap();
    let primitive = match type_name {
        "List" => Primitive::Composite(shapes::LIST),
        "Pair" => Primitive::Composite(shapes::PAIR),
        "Tree" => Primitive::Composite(shapes::TREE),
        "Colour" => Primitive::Composite(shapes::COLOUR),
        simple => Primitive::ALL.into_iter().find(|primitive| primitive.name() == simple).unwrap(),
    };
    Column { name: name.to_owned(), type_name: type_name.to_owned(), primitive }
}

fn span(start: u32) -> Span {
    Span { file: FileId(0), start, end: start + 1 }
}

fn plain(delimiter: &str) -> TextFormat {
    TextFormat { delimiter: delimiter.to_owned(), rfc4180: false, headers: false }
}

fn quoted() -> TextFormat {
    TextFormat { delimiter: ",".to_owned(), rfc4180: true, headers: false }
}

fn file(name: &str) -> RecordSource {
    RecordSource::File(name.to_owned())
}

fn named(names: &[&str]) -> Option<Vec<ColumnSource>> {
    Some(names.iter().map(|name| ColumnSource::Header((*name).to_owned())).collect())
}

fn numbered(fields: &[usize]) -> Option<Vec<ColumnSource>> {
    Some(fields.iter().map(|field| ColumnSource::Index(*field)).collect())
}

fn at(source: u32, row: u32) -> Locator {
    Locator { source, row }
}

/// read, facts, repeats, blank, rejected
fn account(report: &SourceReport) -> [u32; 5] {
    [report.read, report.facts, report.repeats, report.blank, report.rejected]
}

fn lines(format: TextFormat) -> InputFormat {
    InputFormat::Text { format, encoding: Encoding::Utf8 }
}

fn json_list() -> InputFormat {
    InputFormat::Json { records: String::new() }
}
