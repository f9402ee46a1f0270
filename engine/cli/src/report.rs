//! `syllogist report PROGRAM -o DIR`

mod asks;
mod folder;
mod proofs;

use std::path::PathBuf;

use clap::Args;
use diagnostics::{Lang, Text};
use eval::Model;
use ledger::candidate_id;
use pages::site::{self, Listed, Rejected, Report, Source};
use program::checked::ModelId;
use proof::{Explainer, Nowhere, Question};
use sources::{Records, Staged};
use values::Value;

use self::proofs::made_and_put;
use crate::app::App;
use crate::clue::{Clue, clues};
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{ReadingOptions, result_file};
use crate::parameters::one_reading_only;
use crate::progress::Phase;
use crate::reading::{self, Opened, commit, stage};
use crate::text_file::shown_path;

/// Options of `report`.
#[derive(Debug, Args)]
pub struct ReportOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// The folder of the report.
    #[arg(short = 'o', long, value_name = "DIR", value_parser = result_file)]
    output: PathBuf,
}

/// Columns of a line where a page shows text.
const WIDTH: usize = 80;

/// `syllogist report --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Writes a report as a folder of pages: clues by model and grade, each with its
derivation, candidates that are open, each with its rule, its elements and whom
to ask, and what became of every row read.
The pages need no network and no server; open DIR/index.html.

Usage: syllogist report PROGRAM -o DIR [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Options:
  -o, --output DIR  folder of the report: a new or empty one, or one that holds
                    a report, which is replaced
  -F DIR            folder of the record files
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings; a missing record file is an empty one
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --param NAME=VALUE
                    the value of a parameter; a report holds one reading
      --as-of DATE  the day as of which is judged: the parameter `as_of`
",
        sources_help!(en),
        "      --rejects FILE
                    collect rows that cannot be read in FILE and go on; the
                    report lists them
  -j N|auto         threads (default: auto); the report does not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --lang zh|en  language in which the report opens; it holds both
  -h, --help        this help"
    ),
    zh: concat!(
        "\
把报告写成一个网页文件夹：按模型和等级列出线索，每条线索附推导；列出待查的候选
对象，各附所涉规则、要件和可询问的人；说明读取的每一行的去向。网页无需网络和服务
器，打开 DIR/index.html 即可。

用法：syllogist report PROGRAM -o DIR [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

选项：
  -o, --output DIR  报告所在目录：新目录、空目录，或已有报告的目录（将被替换）
  -F DIR            记录文件所在目录
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告；缺少的记录文件视为空
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --param NAME=VALUE
                    设定参数的值；一份报告只有一种读法
      --as-of DATE  以哪一日为准，即参数 `as_of`
",
        sources_help!(zh),
        "      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行；报告中一并列出
  -j N|auto         线程数（默认 auto），不影响报告
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --lang zh|en  报告打开时的语言；报告含两种语言
  -h, --help        显示本帮助"
    ),
};

/// Writes the report. Nothing of it appears unless all of it could be made.
pub fn report(app: &mut App, options: &ReportOptions) -> Result<Exit, Failure> {
    let opened = reading::open(app, &options.reading)?;
    if opened.len() > 1 {
        return Err(one_reading_only("report", opened.len()));
    }
    let old = folder::existing(&options.output)?;
    options.effort.pool()?.install(|| write(app, options, &opened[0], old))
}

fn write(app: &mut App, options: &ReportOptions, opened: &Opened, old: Vec<PathBuf>) -> Result<Exit, Failure> {
    let (records, model) = reading::model(app, &options.reading, &options.effort, opened)?;
    // Readers of a report are not to learn where it was made.
    app.files.shorten_names();
    let app = &*app;
    let clues = app.watcher.during(Phase::Writing, || listed(&model));
    let outcomes = proof::outcomes(&model, &opened.written);
    let candidate_id = |model: ModelId, candidate: &[Value]| candidate_id(model, candidate, &opened.written);
    let mut report = Report {
        title: app.files.name(opened.main),
        lang: app.lang,
        model: &model,
        written: &opened.written,
        files: &app.files,
        parameters: opened.reading.settings.clone(),
        outcomes: &outcomes,
        unverified: [Vec::new(), Vec::new()],
        sources: accounts(&records, &model),
        rejects: rejects(&records),
        candidate_id: &candidate_id,
        clues,
    };
    let written = app.watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        let make = || pages(app, options, &mut report, &records, &mut staged);
        let names = app.watcher.during(Phase::Writing, make)?;
        reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
        commit(app, staged, written)?;
        Ok::<_, Failure>(names)
    })?;
    folder::remove_others(&old, &written);
    let text = Text {
        en: "{file}: {clues} clue{s}, {count} files\n",
        zh: "{file}：线索 {clues} 条，共 {count} 个文件\n",
    };
    let (clues, count) = (report.clues.len(), written.len());
    let values = [
        ("file", shown_path(&options.output.join("index.html"))),
        ("clues", clues.to_string()),
        ("s", prose::plural(clues as u64).to_string()),
        ("count", count.to_string()),
    ];
    app.say(&prose::fill(text, app.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))?;
    Ok(Exit::Done)
}

/// Writes all pages under temporary names; says where they will be.
fn pages(
    app: &App,
    options: &ReportOptions,
    report: &mut Report<'_>,
    records: &Records,
    staged: &mut Staged,
) -> Result<Vec<PathBuf>, Failure> {
    let mut places = Vec::new();
    let mut put = |name: &str, text: &str| {
        let place = options.output.join(name);
        stage(app, staged, &place, |out| out.write_all(text.as_bytes()))?;
        places.push(place);
        Ok::<_, Failure>(())
    };
    report.unverified = proofs::write(report, &reading::Places(records), &mut put)?;
    for (name, text) in site::assets() {
        put(name, &text)?;
    }
    let report = &*report;
    let numbers = |pages: usize| (1..=pages).collect::<Vec<_>>();
    let clues = |page: &usize| Some((format!("clues-{page}.html"), site::clues(report, *page)));
    made_and_put(&numbers(site::clue_pages(report)), clues, &mut put)?;
    let explainer = Explainer::new(report.model, &Nowhere);
    let open = |page: &usize| Some((format!("open-{page}.html"), site::open(report, &explainer, *page)));
    made_and_put(&numbers(site::open_pages(report)), open, &mut put)?;
    asks::write(report, &explainer, &reading::Places(records), &mut put)?;
    put("sources.html", &site::sources(report))?;
    put("index.html", &site::index(report))?;
    Ok(places)
}

/// All clues: by relation in the order of declaration, then by grade, then in output order.
fn listed(model: &Model<'_>) -> Vec<Listed> {
    let one = |(fact, clue): (Question, Clue)| {
        let args = fact.args.into_iter().flatten().collect();
        Listed { id: clue.id, grade: clue.grade, relation: fact.relation, args }
    };
    let mut listed = clues(model).map(one).collect::<Vec<_>>();
    listed.sort_by_key(|clue| (clue.relation, clue.grade));
    listed
}

fn accounts(records: &Records, model: &Model<'_>) -> Vec<Source> {
    let account = |source: &sources::SourceReport| Source {
        name: source.name.clone(),
        relation: model.program.relation(source.relation).name.clone(),
        missing: source.missing,
        counts: [source.read, source.facts, source.repeats, source.blank, source.rejected],
    };
    records.sources.iter().map(account).collect()
}

fn rejects(records: &Records) -> Vec<Rejected> {
    let reject = |reject: &sources::Reject| Rejected {
        source: records.sources[reject.locator.source as usize].name.clone(),
        row: reject.locator.row,
        column: reject.column.clone(),
        reason: [Lang::En, Lang::Zh].map(|lang| reject.diagnostic.message(lang)),
        text: reject.text.clone(),
    };
    records.rejects.iter().map(reject).collect()
}
