//! `syllogist impact PROGRAM --record FILE:ROW | --without FILE:ROW`

mod changes;
mod json;
mod locate;
mod text;

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use diagnostics::{Diagnostic, Text, catalogue};
use program::checked::RelId;

use self::changes::{Changes, State};
use self::locate::{Located, Locator, locate, locator};
use crate::app::App;
use crate::clue::is_clue;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::nearest::{declared_names, suggestion};
use crate::options::{ReadingOptions, count};
use crate::parameters::one_reading_only;
use crate::reading::{self, Given, Opened};

/// Options of `impact`.
#[derive(Debug, Args)]
pub struct ImpactOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// A record, for what rests on it.
    #[arg(long, value_name = "FILE:ROW", value_parser = locator)]
    record: Vec<Locator>,
    /// A record to be left out, for what would change.
    #[arg(long, value_name = "FILE:ROW", value_parser = locator, conflicts_with = "record")]
    without: Vec<Locator>,
    /// Facts of this relation count too, whether they are clues or not.
    #[arg(long, value_name = "NAME")]
    relation: Option<String>,
    /// At most this many lines of each kind.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = count)]
    limit: usize,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// `syllogist impact --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Shows which clues rest on a record, or what would change without it.

Usage: syllogist impact PROGRAM --record FILE:ROW | --without FILE:ROW [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Options:
      --record FILE:ROW
                    the clues whose derivation rests on this record, and those
                    of them of which every derivation does; the row as a
                    spreadsheet shows it, the file as `.input` names it; for a
                    table of a database FILE:TABLE:ROWID; may be repeated
      --without FILE:ROW
                    derive once more without this record: clues that go, come
                    and change their grade, candidates that stand differently;
                    may be repeated
      --relation NAME
                    facts of this relation too, whether clues or not
      --limit N     at most N lines of each kind (default: 20; json: all)
      --format text|json
                    json: schema syllogist/impact/1, see docs/
",
        reading_help!(en, "why"),
        "      --rejects FILE
                    collect rows that cannot be read in FILE and go on, as `run`
  -j N|auto         threads (default: auto); the answer does not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --lang zh|en  language of all messages
  -h, --help        this help"
    ),
    zh: concat!(
        "\
说明哪些线索以某条记录为依据，或者没有它会有什么变化。

用法：syllogist impact PROGRAM --record FILE:ROW | --without FILE:ROW [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

选项：
      --record FILE:ROW
                    推导以这条记录为依据的线索，并指出其中任何推导都离不开它的；
                    行号按电子表格所示，文件名按 `.input` 的写法；数据库的表写作
                    FILE:TABLE:ROWID；可重复
      --without FILE:ROW
                    去掉这条记录重新推导：消失、新增、级别改变的线索，结论改变的
                    候选对象；可重复
      --relation NAME
                    也列出该关系的事实，不论是否线索
      --limit N     每类至多 N 行（默认 20；json 则全部列出）
      --format text|json
                    json：格式 syllogist/impact/1，见 docs/
",
        reading_help!(zh, "why"),
        "      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行，与 `run` 相同
  -j N|auto         线程数（默认 auto），不影响回答
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助"
    ),
};

/// Answers for the program as read once.
pub fn impact(app: &mut App, options: &ImpactOptions) -> Result<Exit, Failure> {
    if options.record.is_empty() && options.without.is_empty() {
        let what = "`--record FILE:ROW`";
        return Err(Failure::usage(Diagnostic::unplaced(&catalogue::MISSING_ARGUMENT).arg("what", what)));
    }
    let opened = reading::open(app, &options.reading)?;
    let [opened] = &opened[..] else { return Err(one_reading_only("impact", opened.len())) };
    let relations = relations(opened, options)?;
    options.effort.pool()?.install(|| {
        let (records, given) = {
            let mut drivers = opened.drivers(&options.reading);
            reading::records(app, &options.reading, &options.effort, opened, &mut drivers, false)?
        };
        app.watcher.interrupt.write(|written| {
            let mut staged = opened.staged(&options.reading);
            reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
            reading::commit(app, staged, written)
        })?;
        let asked = if options.record.is_empty() { &options.without } else { &options.record };
        let located = locate(asked, &records, &given, opened)?;
        match options.record.is_empty() {
            true => without(app, options, opened, given, &located, &relations),
            false => record(app, options, opened, given, &located, &relations),
        }
    })
}

/// The relations of clues, and the one asked for, ascending.
fn relations(opened: &Opened, options: &ImpactOptions) -> Result<Vec<RelId>, Failure> {
    let program = &opened.program;
    let mut relations = program.relation_ids().filter(|id| is_clue(program.relation(*id))).collect::<Vec<_>>();
    if let Some(name) = &options.relation {
        let Some(asked) = program.find(name).filter(|_| declared_names(program).any(|known| known == name)) else {
            let near = suggestion(name, declared_names(program));
            let unknown = Diagnostic::unplaced(&catalogue::QUESTION_UNKNOWN_RELATION);
            return Err(Failure::usage(unknown.arg("name", name).arg("near", near)));
        };
        relations.push(asked);
        relations.sort_unstable();
        relations.dedup();
    }
    Ok(relations)
}

/// What rests on records.
fn record(
    app: &mut App,
    options: &ImpactOptions,
    opened: &Opened,
    given: Given,
    located: &[Located],
    relations: &[RelId],
) -> Result<Exit, Failure> {
    let model = reading::evaluate(app, &options.reading, &options.effort, opened, given)?;
    let records = located.iter().flat_map(|located| &located.facts).map(|fact| fact.record.clone()).collect::<Vec<_>>();
    let resting = proof::resting(&model, &records, relations);
    match options.format {
        Format::Json => write_json(app, &json::resting(located, &resting, &model))?,
        Format::Text => {
            let text = text::resting(located, &resting, &model, options.limit, app.lang);
            app.out.write_all(text.as_bytes())?;
        }
    }
    Ok(Exit::Done)
}

/// What would change without records.
fn without(
    app: &mut App,
    options: &ImpactOptions,
    opened: &Opened,
    given: Given,
    located: &[Located],
    relations: &[RelId],
) -> Result<Exit, Failure> {
    let evaluate = |app: &App, given: Given| reading::evaluate(app, &options.reading, &options.effort, opened, given);
    let fewer = locate::without(&given.columns, located);
    let model = evaluate(app, given)?;
    let before = State::of(&model, &opened.written, relations);
    // Its values are known already, so that both models are ordered alike.
    let dictionary = model.dictionary;
    let model = evaluate(app, Given { columns: fewer, dictionary })?;
    let changes = Changes::between(&before, &State::of(&model, &opened.written, relations));
    match options.format {
        Format::Json => write_json(app, &json::changes(located, &changes, &opened.written, &model))?,
        Format::Text => {
            let text = text::changes(located, &changes, &opened.written, &model, options.limit, app.lang);
            app.out.write_all(text.as_bytes())?;
        }
    }
    Ok(Exit::Done)
}

fn write_json(app: &mut App, value: &serde_json::Value) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut app.out, value).map_err(io::Error::from)?;
    Ok(writeln!(app.out)?)
}
