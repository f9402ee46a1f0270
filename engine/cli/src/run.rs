//! `syllogist run PROGRAM`

mod accounts;
mod ask;
mod outputs;
mod tables;

use std::path::PathBuf;

use clap::Args;
use diagnostics::Text;
use program::checked::{OutputTarget, RelId};
use values::Dictionary;

use self::outputs::{Destination, print_sizes, print_stdout, stage_files};
use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::options::{ReadingOptions, count};
use crate::reading;

/// Options of `run`.
#[derive(Debug, Args)]
pub struct RunOptions {
    #[command(flatten)]
    reading: ReadingOptions,
    /// The folder of the results, or `-`.
    #[arg(short = 'D', value_name = "DIR", allow_hyphen_values = true)]
    output: Option<PathBuf>,
    /// How many threads.
    #[arg(short = 'j', value_name = "N|auto", value_parser = threads)]
    threads: Option<usize>,
    /// Rows of a table.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = count)]
    rows: usize,
}

/// `syllogist run --help`
pub const HELP: Text = Text {
    en: "\
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
  -j N|auto         threads; results do not depend on it (one is used for now)
  -w                no warnings; a missing record file is an empty one
      --rows N      rows shown of each table (default: 20)
      --rejects FILE
                    collect rows that cannot be read in FILE and go on
      --lang zh|en  language of all messages
  -h, --help        this help",
    zh: "\
由程序及其记录推出事实和线索。

用法：syllogist run PROGRAM [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

不加 -D 则不写任何文件，只显示 .output 关系和全部线索（或项目的 `show` 所列
关系）的表格，以及追问理由的方法。

选项：
  -F DIR            记录文件所在目录（默认为程序所在目录，或项目的 `facts`）
  -D DIR            把各 .output 关系写入 DIR；`-D -` 则直接打印
  -I DIR            也在此处查找被包含的文件，可重复
  -j N|auto         线程数；不影响结果（目前使用一个线程）
  -w                不显示警告；缺少的记录文件视为空
      --rows N      每张表显示的行数（默认 20）
      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助",
};

fn threads(text: &str) -> Result<usize, String> {
    match text {
        "auto" => Ok(0),
        _ => text.parse().ok().filter(|count| *count > 0).ok_or_else(|| text.to_string()),
    }
}

/// Runs the program: check, load, evaluate, write, print. Nothing is written unless all of it succeeds.
pub fn run(app: &mut App, options: &RunOptions) -> Result<Exit, Failure> {
    let opened = reading::open(app, &options.reading)?;
    let program = &opened.program;
    let show = tables::shown(&opened.project, program)?;
    let mut dictionary = Dictionary::default();
    let mut records = reading::load(app, &options.reading, &opened, &mut dictionary)?;
    let model = reading::evaluate(program, &mut records, dictionary)?;

    let destination = Destination::new(options.output.as_deref());
    let mut staged = opened.staged(&options.reading);
    let written = stage_files(&destination, &model, &mut staged).map_err(Failure::wrong)?;
    reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
    staged.commit().map_err(|diagnostic| Failure::wrong(*diagnostic))?;

    app.say(&accounts::sources(&records, program, app.lang))?;
    reading::warn(app, &options.reading, &written.warnings)?;
    app.say(&accounts::written(&written.files, app.lang))?;
    print_stdout(app, &destination, &model)?;
    if destination == Destination::Tables {
        let stdout = |relation: &RelId| {
            let mut outputs = program.outputs.iter().filter(|output| output.relation == *relation);
            outputs.any(|output| output.target == OutputTarget::Stdout)
        };
        let show = show.into_iter().filter(|relation| !stdout(relation)).collect::<Vec<_>>();
        tables::print(app, &model, &show, options.rows)?;
        ask::print(app, &model, &show, &options.reading)?;
    }
    print_sizes(app, &model)?;
    Ok(Exit::Done)
}
