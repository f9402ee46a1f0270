//! `syllogist replay DIR`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use diagnostics::Text;
use ledger::{Differences, Folder, Side};

use crate::app::App;
use crate::dialect::DialectOptions;
use crate::differences::told;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{ReadingOptions, connection};
use crate::parameters::ParameterOptions;
use crate::reading;
use crate::run::seal;
use crate::text_file::shown_path;
use crate::verify::refused;

/// Options of `replay`.
#[derive(Debug, Args)]
pub struct ReplayOptions {
    /// The folder of the sealed run.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The folder of the record files.
    #[arg(short = 'F', long, value_name = "DIR", default_value = ".")]
    facts: PathBuf,
    /// Links may lead out of the folder of the record files.
    #[arg(long)]
    follow_links: bool,
    /// Where databases are: name and address.
    #[arg(long = "connection", value_name = "NAME=URL", value_parser = connection)]
    connections: Vec<(String, String)>,
    #[command(flatten)]
    effort: EffortOptions,
}

/// `syllogist replay --help`
pub const HELP: Text = Text {
    en: "\
Runs a sealed run again, with its own rules, and compares the bytes.

Usage: syllogist replay DIR [options]

  DIR               a folder that `syllogist run --seal DIR` made: its rules and
                    parameters are those of the run

Options:
  -F, --facts DIR   folder of the record files (default: the current folder)
      --follow-links
                    links may lead out of the folder of the records
      --connection NAME=URL
                    where a database is, as `run`; may be repeated
  -j N|auto         threads (default: auto); the result does not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
按封存运行自带的规则重新运行，并逐字节比对。

用法：syllogist replay DIR [选项]

  DIR               由 `syllogist run --seal DIR` 生成的目录：规则和参数以其为准

选项：
  -F, --facts DIR   记录文件所在目录（默认当前目录）
      --follow-links
                    允许链接指向记录目录之外
      --connection NAME=URL
                    数据库的地址，与 `run` 相同；可重复
  -j N|auto         线程数（默认 auto），不影响结果
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Seals the run once more, in memory, and says what differs.
pub fn replay(app: &mut App, options: &ReplayOptions) -> Result<Exit, Failure> {
    let ReplayOptions { folder: place, facts, follow_links, connections, effort } = options;
    let folder = Folder::read(place, None, &mut app.files).map_err(|broken| refused(&broken, app.lang))?;
    let sealed = Side::of(&folder).map_err(|broken| refused(&broken, app.lang))?;
    let reading = ReadingOptions {
        program: place.join(ledger::Rules::file(0)),
        facts: Some(facts.clone()),
        dialect: DialectOptions::quiet(),
        parameters: ParameterOptions::default(),
        rejects: None,
        follow_links: *follow_links,
        connections: connections.clone(),
    };
    let (files, again) = effort.pool()?.install(|| {
        let opened = reading::reopen(app, &reading, &folder)?;
        let (records, given) = reading::catalogued(app, &reading, &opened)?;
        let model = reading::evaluate(app, &reading, effort, &opened, given)?;
        seal::files(app, &opened, (&records, &model))
    })?;
    let text = match again == folder.root {
        true => Text {
            en: "{folder}: replayed, the same bytes\n  run       {root}\n",
            zh: "{folder}：重新运行，逐字节相同\n  运行  {root}\n",
        },
        false => Text {
            en: "{folder}: replayed, with differences\n  sealed    {root}\n  replayed  {again}\n",
            zh: "{folder}：重新运行，存在差异\n  封存  {root}\n  重运行  {again}\n",
        },
    };
    let values = [("folder", &shown_path(place)[..]), ("root", folder.root.hex()), ("again", again.hex())];
    app.out.write_all(prose::fill(text, app.lang, &values).as_bytes())?;
    if again == folder.root {
        return Ok(Exit::Done);
    }
    let replayed = Folder::of(files, &mut app.files).map_err(|broken| refused(&broken, app.lang))?;
    let replayed = Side::of(&replayed).map_err(|broken| refused(&broken, app.lang))?;
    let differences = Differences::between(&sealed, &replayed);
    app.out.write_all(told(&differences, app.lang).as_bytes())?;
    Ok(Exit::No)
}
