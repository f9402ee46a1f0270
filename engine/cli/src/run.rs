//! `syllogist run PROGRAM`

mod accounts;
mod ask;
mod databases;
mod outcomes;
mod outputs;
mod parquet;
mod profile;
mod reference;
pub mod seal;
mod servers;
mod tables;
mod workbooks;

use std::path::PathBuf;

use clap::Args;
use diagnostics::Text;
use eval::Model;
use program::checked::{OutputFormat, OutputTarget, RecordSource, RelId};
use sources::Records;

use self::outputs::{Destination, Files, ordered, print_sizes, print_stdout, stage_files};
use self::servers::{stage_tables, to_tables};
use crate::app::App;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{Engine, ReadingOptions, count, main_engine_only, result_file};
use crate::parameters::one_reading_only;
use crate::progress::Phase;
use crate::reading::{self, Opened};

pub use self::outcomes::summary;

/// Options of `run`.
#[derive(Debug, Args)]
pub struct RunOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    /// The folder of the results, or `-`.
    #[arg(short = 'D', alias = "output-dir", value_name = "DIR", allow_hyphen_values = true)]
    output: Option<PathBuf>,
    #[command(flatten)]
    effort: EffortOptions,
    /// Who derives.
    #[arg(long, value_enum, default_value_t = Engine::Main)]
    engine: Engine,
    /// Rows of a table.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = count)]
    rows: usize,
    /// Where the cost of the rules is written.
    #[arg(long, short = 'p', value_name = "FILE", value_parser = result_file)]
    profile: Option<PathBuf>,
    /// The folder of the sealed run.
    #[arg(long, value_name = "DIR", value_parser = result_file)]
    seal: Option<PathBuf>,
}

/// `syllogist run --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Derives facts and clues from a program and its records.

Usage: syllogist run PROGRAM [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Without -D nothing is written: tables of the .output relations and of all clues
(or of the project's `show`) are printed, and how to ask why.

Options:
  -F DIR            folder of the record files (default: the program's folder,
                    or the project's `facts`)
  -D DIR            write each .output relation to DIR; `-D -` prints them
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -j N|auto         threads (default: auto, as many as the machine offers);
                    results do not depend on it
  -w                no warnings; a missing record file is an empty one
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --param NAME=VALUE
                    the value of a parameter; given twice for one name, both
                    readings are evaluated and shown side by side
      --as-of DATE  the day as of which is judged: the parameter `as_of`
      --rows N      rows shown of each table (default: 20)
",
        sources_help!(en),
        "      --rejects FILE
                    collect rows that cannot be read in FILE and go on
      --engine main|reference
                    who derives; reference: a second, simpler evaluator that
                    shares no code with the first, to confirm results; it is
                    slower, and says where it cannot (default: main)
  -p, --profile FILE
                    write what each rule cost as JSON and, beside it, as a page:
                    FILE.json and FILE.html
      --seal DIR    write a sealed run to DIR, a new folder: clues, rules,
                    proof and all that this rests on, for `syllogist verify`
      --max-facts N stop when rules have added more than N facts (exit code 4)
      --max-rounds N
                    stop when a recursion needs more than N rounds
      --max-memory SIZE
                    stop when the process holds more memory; bytes, or with K,
                    M, G: 512M, 4G
      --lang zh|en  language of all messages
  -h, --help        this help"
    ),
    zh: concat!(
        "\
由程序及其记录推出事实和线索。

用法：syllogist run PROGRAM [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

不加 -D 则不写任何文件，只显示 .output 关系和全部线索（或项目的 `show` 所列
关系）的表格，以及追问理由的方法。

选项：
  -F DIR            记录文件所在目录（默认为程序所在目录，或项目的 `facts`）
  -D DIR            把各 .output 关系写入 DIR；`-D -` 则直接打印
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -j N|auto         线程数（默认 auto，即机器所能提供的数目）；不影响结果
  -w                不显示警告；缺少的记录文件视为空
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --param NAME=VALUE
                    设定参数的值；同一参数给出两次，则两种读法各推导一次并列显示
      --as-of DATE  以哪一日为准，即参数 `as_of`
      --rows N      每张表显示的行数（默认 20）
",
        sources_help!(zh),
        "      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行
      --engine main|reference
                    由谁推导；reference 为复核引擎：较简单，与主引擎没有共用
                    代码，用于印证结果；速度较慢，做不到之处会明说
                    （默认 main）
  -p, --profile FILE
                    写出各规则的开销：JSON 文件 FILE.json 和网页 FILE.html
      --seal DIR    把本次运行封存到新目录 DIR：线索连同规则、推导及其全部依据，
                    供 `syllogist verify` 核验
      --max-facts N 规则新增的事实超过 N 条即停止（退出码 4）
      --max-rounds N
                    递归超过 N 轮即停止
      --max-memory SIZE
                    进程占用内存超过此数即停止；单位为字节，或加 K、M、G，
                    如 512M、4G
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助"
    ),
};

/// Runs the program: check, load, evaluate, write, print. Nothing is written unless all of it succeeds.
pub fn run(app: &mut App, options: &RunOptions) -> Result<Exit, Failure> {
    if options.engine == Engine::Reference {
        let profile = options.profile.as_ref().map(|_| "--profile");
        let seal = options.seal.as_ref().map(|_| "--seal");
        if let Some(option) = profile.or(seal).or(options.effort.main_engine_only()) {
            return Err(main_engine_only(option));
        }
    }
    options.seal.as_deref().map_or(Ok(()), seal::is_free)?;
    let mut opened = reading::open(app, &options.reading)?;
    if opened.len() > 1 {
        one_reading_for_files(options, &opened)?;
    }
    let show = tables::shown(&opened[0].project, &opened[0].written)?;
    options.effort.pool()?.install(|| derive(app, options, &mut opened, show))
}

/// Files hold facts of one reading only, and standard input can be read once.
fn one_reading_for_files(options: &RunOptions, opened: &[Opened]) -> Result<(), Failure> {
    let stdin = opened[0].program.inputs.iter().any(|input| input.source == RecordSource::Stdin);
    let output = options.output.as_ref().map(|_| "-D");
    let profile = options.profile.as_ref().map(|_| "--profile");
    let seal = options.seal.as_ref().map(|_| "--seal");
    match output.or(profile).or(seal).or(stdin.then_some("stdin")) {
        Some(what) => Err(one_reading_only(what, opened.len())),
        None => Ok(()),
    }
}

fn derive(app: &mut App, options: &RunOptions, opened: &mut [Opened], show: Vec<RelId>) -> Result<Exit, Failure> {
    let mut loaded = Vec::new();
    let mut drivers = opened[0].drivers(&options.reading);
    for opened in &mut *opened {
        let (records, mut given) =
            reading::records(app, &options.reading, &options.effort, opened, &mut drivers, options.seal.is_some())?;
        if options.engine == Engine::Reference {
            reference::saturate(app, &options.effort, opened, &mut given)?;
        }
        loaded.push((records, given));
    }
    drivers.disconnect();
    let opened = &*opened;
    let (mut all_records, mut models) = (Vec::new(), Vec::new());
    for (opened, (records, given)) in opened.iter().zip(loaded) {
        models.push(reading::evaluate(app, &options.reading, &options.effort, opened, given)?);
        all_records.push(records);
    }
    let (first, records, model) = (&opened[0], &all_records[0], &models[0]);
    let program = &first.program;
    let destination = Destination::new(options.output.as_deref());
    let written = write(app, options, first, &destination, records, model)?;

    app.say(&accounts::sources(records, program, app.lang))?;
    options.reading.dialect.warn(app, &written.warnings)?;
    app.say(&accounts::written(&written.written, app.lang))?;
    app.say(&accounts::profile(options.profile.as_deref(), app.lang))?;
    app.say(&accounts::sealed(options.seal.as_deref(), written.root.as_ref(), app.lang))?;
    print_stdout(app, &destination, model)?;
    if destination == Destination::Tables {
        let printed = |relation: &RelId| {
            let mut outputs = program.outputs.iter().filter(|output| output.relation == *relation);
            outputs.any(|output| output.target == OutputTarget::Stdout && output.format != OutputFormat::Size)
        };
        let show = show.into_iter().filter(|relation| !printed(relation)).collect::<Vec<_>>();
        let runs = opened.iter().zip(&models).map(|(opened, model)| Run { opened, model }).collect::<Vec<_>>();
        let found = outcomes::found(&runs);
        outcomes::summaries(app, &runs, &found)?;
        tables::print(app, &runs, &show, options.rows)?;
        outcomes::open(app, &runs, &found, options.rows)?;
        outcomes::conflicts(app, &runs, options.rows)?;
        ask::print(app, &runs, &show, &options.reading)?;
    }
    print_sizes(app, model)?;
    Ok(Exit::Done)
}

/// A reading with its model.
struct Run<'r> {
    opened: &'r Opened,
    model: &'r Model<'r>,
}

impl Run<'_> {
    /// The reading; empty where there is only one.
    fn label(&self) -> String {
        prose::safe(&self.opened.reading.label())
    }
}

/// Writes all files of the run, all or none.
fn write(
    app: &App,
    options: &RunOptions,
    opened: &Opened,
    destination: &Destination,
    records: &Records,
    model: &Model<'_>,
) -> Result<Files, Failure> {
    let watcher = &app.watcher;
    // Sorting does not look whether an end is asked for; it comes before the first file, where it can be cut short.
    let (ordered, to_tables) =
        watcher.during(Phase::Writing, || (ordered(destination, model), to_tables(destination, model)));
    watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        let mut files = watcher.during(Phase::Writing, || stage_files(app, ordered, model, &mut staged))?;
        reading::stage_rejects(app, &options.reading, records, &mut staged)?;
        if let Some(file) = &options.profile {
            profile::stage_profile(app, file, &opened.project, model, &mut staged)?;
        }
        if let Some(folder) = &options.seal {
            files.root = Some(seal::stage_seal(app, folder, opened, (records, model), &mut staged)?);
        }
        let connections = opened.connections(&options.reading);
        let tables = watcher.during(Phase::Writing, || stage_tables(app, to_tables, model, &connections))?;
        // Of the two only a server can still refuse, so it comes first.
        files.written.extend(tables.commit(model, written)?);
        reading::commit(app, staged, written)?;
        Ok(files)
    })
}
