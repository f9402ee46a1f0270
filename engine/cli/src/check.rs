//! `syllogist check PATH..`

mod norms;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ::norms::Corpus;
use clap::Args;
use diagnostics::{Diagnostic, FileId, Text};
use program::check_dialect;
use prose::{fill, plural};

use self::norms::Standings;
use crate::app::{App, more_about};
use crate::dialect::DialectOptions;
use crate::exit::{Exit, Failure};
use crate::find::{self, Inclusion, included};
use crate::loader::{FileLoader, key};
use crate::project::Project;

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Rule files, projects, or folders that hold them.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Texts of law with which norms are compared.
    #[arg(long, value_name = "FILE")]
    norms: Option<PathBuf>,
    #[command(flatten)]
    pub dialect: DialectOptions,
}

/// `syllogist check --help`
pub const HELP: Text = Text {
    en: "\
Examines rules: syntax, names, types, groundedness, strata. Reads no records.

Usage: syllogist check [-I DIR].. [--norms FILE] [-w] PATH..

  PATH              a rule file, a project, or a folder: then every project and
                    every .dl file below it that none of them includes

Options:
  -I DIR            look for included files here too; may be repeated
      --norms FILE  compare norms with this corpus of texts of law: does the
                    article exist, do the quoted words stand in it, was it in
                    force then? One JSON object a line: law, article,
                    version_from, version_to, text
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --lang zh|en  language of all messages
  -h, --help        this help",
    zh: "\
检查规则：语法、名称、类型、变量赋值、分层。不读取记录。

用法：syllogist check [-I DIR].. [--norms FILE] [-w] PATH..

  PATH              规则文件、项目或目录；若为目录，则检查其下每个项目，
                    以及没有被它们包含的每个 .dl 文件

选项：
  -I DIR            也在此处查找被包含的文件，可重复
      --norms FILE  将规范与此法律文本语料比对：条文是否存在，引文是否见于
                    条文，当时是否有效。每行一个 JSON 对象：law、article、
                    version_from、version_to、text
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助",
};

/// Checks everything below the paths. Messages and the summary go to standard error.
pub fn check(app: &mut App, options: &CheckOptions) -> Result<Exit, Failure> {
    let mut programs = Vec::new();
    for path in &options.paths {
        programs.extend(find::programs(path)?);
    }
    let alone = programs.len() == 1;
    let corpus = options.norms.as_deref().map(|path| norms::corpus(path, app.lang)).transpose()?;
    let reports = programs.iter().map(|program| report(app, program, options, corpus.as_ref(), alone));
    let reports = reports.collect::<Result<Vec<_>, _>>()?;
    let included = included(reports.iter().map(|report| &report.files));
    let mut shown = Shown::default();
    for report in &reports {
        if !included.contains(&report.files.key) {
            shown.add(app, report, options)?;
        }
    }
    app.say(&shown.summary(app))?;
    if corpus.is_some() {
        app.say(&norms::summary(&shown.standings, app.lang))?;
    }
    Ok(if shown.errors == 0 { Exit::Done } else { Exit::Wrong })
}

/// What came of one program.
struct Report {
    files: Inclusion,
    found: Vec<Diagnostic>,
    /// How its norms stand to the corpus.
    standings: Standings,
}

/// Checks one program. What keeps it from being read is found like anything else, but a path that leads nowhere ends the
/// command.
fn report(
    app: &mut App,
    program: &find::Found,
    options: &CheckOptions,
    corpus: Option<&Corpus>,
    alone: bool,
) -> Result<Report, Failure> {
    let (main_path, main) = match open(app, program, alone) {
        Ok(opened) => opened,
        Err(Failure::Found(Exit::Wrong, found)) => {
            let files = Inclusion { key: key(&program.path), named: true, ..Inclusion::default() };
            return Ok(Report { files, found, standings: Standings::new() });
        }
        Err(failure) => return Err(failure),
    };
    let mut loader = FileLoader::new(&main_path, &options.dialect.include, app.lang);
    let checked = check_dialect(&mut app.files, main, &mut loader, &options.dialect.dialect());
    let mut found = checked.diagnostics;
    let mut standings = Standings::new();
    if let Some(program) = &checked.program {
        found.extend(law::compile(program).err().unwrap_or_default());
        if let Some(corpus) = corpus {
            found.extend(norms::compare(&program.norms, corpus, &app.files, &mut standings));
        }
        found.sort_by_key(Diagnostic::order);
    }
    let found = options.dialect.warnings.shown(&found);
    let files = Inclusion { key: key(&main_path), includes: loader.keys().collect(), named: program.named };
    Ok(Report { files, found, standings })
}

/// The main file of a program and its text. A project's language counts if nothing else is checked.
fn open(app: &mut App, program: &find::Found, alone: bool) -> Result<(PathBuf, FileId), Failure> {
    let project = Project::open(&program.path, &mut app.files, app.lang)?;
    if alone {
        app.prefer(project.lang);
    }
    let main = project.read_program(&mut app.files, app.lang)?;
    Ok((project.program, main))
}

/// What has been shown, so that nothing is shown twice.
#[derive(Default)]
struct Shown {
    seen: BTreeSet<(String, u32, &'static str, String)>,
    files: BTreeSet<String>,
    standings: Standings,
    errors: usize,
    warnings: usize,
    /// How to read more about the first error.
    more: String,
}

impl Shown {
    fn add(&mut self, app: &App, report: &Report, options: &CheckOptions) -> Result<(), Failure> {
        if !self.files.insert(report.files.key.clone()) && report.found.is_empty() {
            return Ok(());
        }
        self.files.extend(report.files.includes.iter().cloned());
        self.standings.extend(report.standings.clone());
        let mut fresh = Vec::new();
        for diagnostic in &report.found {
            let (file, start) =
                diagnostic.span.map(|span| (app.files.name(span).to_owned(), span.start)).unwrap_or_default();
            if self.seen.insert((file, start, diagnostic.code(), diagnostic.message(app.lang))) {
                let count = if diagnostic.is_error() { &mut self.errors } else { &mut self.warnings };
                *count += 1;
                fresh.push(diagnostic.clone());
            }
        }
        fresh.retain(|diagnostic| diagnostic.is_error() || !options.dialect.quiet);
        if self.more.is_empty() {
            self.more = more_about(&fresh, app.lang);
        }
        app.show(&fresh)
    }

    fn summary(&self, app: &App) -> String {
        let text = match self.errors {
            0 => Text {
                en: "{files} file{fs}: no errors, {warnings} warning{ws}\n",
                zh: "{files} 个文件：没有错误，{warnings} 条警告\n",
            },
            _ => Text {
                en: "{files} file{fs}: {errors} error{es}, {warnings} warning{ws}{more}\n",
                zh: "{files} 个文件：{errors} 处错误，{warnings} 条警告{more}\n",
            },
        };
        let [files, errors, warnings] = [self.files.len(), self.errors, self.warnings];
        let ending = |count: usize| plural(count as u64);
        let values = [
            ("files", files.to_string()),
            ("errors", errors.to_string()),
            ("warnings", warnings.to_string()),
            ("fs", ending(files).to_string()),
            ("es", ending(errors).to_string()),
            ("more", self.more.clone()),
            ("ws", ending(warnings).to_string()),
        ];
        fill(text, app.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}
