//! `syllogist sources PROGRAM`

mod described;
mod json;
mod rests;
mod text;

use std::io::Write;

use clap::{Args, ValueEnum};
use diagnostics::Text;
use program::checked::{Complete, Input, Purpose, RelId};
use sources::{Records, Reject, SourceReport};
use values::Value;

use self::rests::Resting;
use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::options::ReadingOptions;
use crate::reading::{self, Given, Opened};

pub use self::described::layout_words;

/// Options of `sources`.
#[derive(Debug, Args)]
pub struct SourcesOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    /// Only what the program says.
    #[arg(long)]
    no_load: bool,
    /// The form of the catalogue.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The forms of a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// `syllogist sources --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Lists every source of a program: its format, which field gives which column and
by what conversions, which rules, models and clues rest on it, where it is
declared complete; and, after loading it, what became of every row, its SHA-256
and the rejected rows. Nothing is derived.

Usage: syllogist sources PROGRAM [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Options:
      --no-load     only what the program says; reads no records
      --format text|json
                    json: schema syllogist/sources/1, see docs/
",
        reading_help!(en, "run"),
        "      --rejects FILE
                    write all rejected rows to FILE; the catalogue shows 20
      --lang zh|en  language
  -h, --help        this help"
    ),
    zh: concat!(
        "\
列出程序的每个来源：格式，各列取自哪个字段、经过哪些转换，哪些规则、模型和线索
以它为依据，何处声明完整；载入后再列出每一行的去向、SHA-256 和被拒收的行。不作
推导。

用法：syllogist sources PROGRAM [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

选项：
      --no-load     只列出程序所写的内容，不读取记录
      --format text|json
                    json：格式 syllogist/sources/1，见 docs/
",
        reading_help!(zh, "run"),
        "      --rejects FILE
                    把全部被拒收的行写入 FILE；目录中只显示 20 行
      --lang zh|en  语言
  -h, --help        显示本帮助"
    ),
};

/// Shows the catalogue. Rows that cannot be read belong to it and are no failure.
pub fn sources(app: &mut App, options: &SourcesOptions) -> Result<Exit, Failure> {
    let opened = reading::open(app, &options.reading)?;
    let opened = &opened[0];
    let loaded = match options.no_load {
        true => None,
        false => Some(load(app, options, opened)?),
    };
    let catalogue = Catalogue::new(app, opened, loaded.as_ref());
    let text = match options.format {
        Format::Text => text::text(&catalogue, app.lang),
        Format::Json => format!("{:#}\n", json::json(&catalogue, app.lang)),
    };
    app.out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

type Loaded = (Records, Given);

fn load(app: &App, options: &SourcesOptions, opened: &Opened) -> Result<Loaded, Failure> {
    let (records, given) = reading::catalogued(app, &options.reading, opened)?;
    app.watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
        reading::commit(app, staged, written)
    })?;
    Ok((records, given))
}

/// The sources of a program.
struct Catalogue<'c> {
    app: &'c App,
    opened: &'c Opened,
    assets: Vec<Asset<'c>>,
    /// What became of the rows; `None` where nothing was loaded.
    loaded: Option<&'c Loaded>,
}

/// What one `.input` reads.
struct Asset<'c> {
    input: &'c Input,
    resting: Resting,
    complete: Option<Known<'c>>,
    /// What was read: several files where the name is a pattern.
    reports: Vec<&'c SourceReport>,
    rejects: Vec<&'c Reject>,
}

/// A declaration of completeness.
struct Known<'c> {
    complete: &'c Complete,
    /// The tuples that say for what; empty where nothing was loaded, and where it is everything.
    declared: Vec<Vec<Value>>,
}

impl<'c> Catalogue<'c> {
    fn new(app: &'c App, opened: &'c Opened, loaded: Option<&'c Loaded>) -> Self {
        let assets = (0..).zip(&opened.program.inputs).map(|(number, input)| {
            let all = loaded.map_or(&[][..], |(records, _)| &records.sources);
            let is_own = |report: &&SourceReport| report.input == number;
            let rejects = loaded.map_or(&[][..], |(records, _)| &records.rejects).iter();
            let relation = opened.program.relation(input.relation);
            let complete = relation.openness.complete.as_ref();
            // What rests on a relation rests on what says where it is complete.
            let read = if let Purpose::Declarations(of) = relation.purpose { of } else { input.relation };
            Asset {
                input,
                resting: rests::resting(opened, read),
                complete: complete.map(|complete| Known { complete, declared: declared(complete, opened, loaded) }),
                reports: all.iter().filter(is_own).collect(),
                rejects: rejects.filter(|reject| is_own(&&all[reject.locator.source as usize])).collect(),
            }
        });
        Self { app, opened, assets: assets.collect(), loaded }
    }

    fn place(&self, span: diagnostics::Span) -> (&str, u32) {
        (self.app.files.name(span), self.app.files.place(span).line)
    }

    fn name(&self, relation: RelId) -> String {
        prose::short_name(&self.opened.program.relation(relation).name)
    }
}

fn declared(complete: &Complete, opened: &Opened, loaded: Option<&Loaded>) -> Vec<Vec<Value>> {
    let (Complete::Declared { declared, .. }, Some((_, given))) = (complete, loaded) else { return Vec::new() };
    let columns = &opened.program.relation(*declared).columns;
    let facts = &given.columns[declared.0 as usize];
    let fact = |row: u32| {
        let codes = facts.row(row).zip(columns);
        codes.map(|(code, column)| given.dictionary.decode(column.primitive, code)).collect()
    };
    (0..facts.len).map(fact).collect()
}
