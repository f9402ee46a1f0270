//! `syllogist inspect FILE`

mod text;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use diagnostics::Text;
use prose::safe;

use crate::app::App;
use crate::connections::Connections;
use crate::drivers::Drivers;
use crate::exit::{Exit, Failure};
use crate::text_file::shown_path;

/// Options of `inspect`.
#[derive(Debug, Args)]
pub struct InspectOptions {
    /// A file with records.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The table of a database, or the sheet of a workbook.
    #[arg(long, alias = "sheet", value_name = "NAME")]
    table: Option<String>,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    /// The declaration alone.
    Dl,
}

/// `syllogist inspect --help`
pub const HELP: Text = Text {
    en: "\
Shows what is in a file of records: its format and encoding, columns with types
and samples, empty cells; and a declaration that reads it, ready to be put into
a program. Types are guessed from samples, whatever the size of the file; they
hold for what was looked at. The file is only read, and nothing is written.

Usage: syllogist inspect FILE [options]

  FILE              CSV, TSV or other delimited text (UTF-8, GB18030, UTF-16),
                    JSON, JSON Lines, any of these packed with gzip or zstd;
                    SQLite, a workbook, Parquet: by content, not by name

Options:
      --table NAME, --sheet NAME
                    this table of a database, or this sheet of a workbook
      --format text|dl
                    dl: the declaration alone
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
显示记录文件的内容：格式和编码，各列的类型和样本，空单元格；并给出可直接放入程序
的声明。类型由样本推测，与文件大小无关，对看过的部分成立。只读取文件，不写入任何
内容。

用法：syllogist inspect FILE [选项]

  FILE              CSV、TSV 等分隔文本（UTF-8、GB18030、UTF-16）、JSON、
                    JSON Lines，以及其 gzip 或 zstd 压缩文件；SQLite、工作簿、
                    Parquet；按内容识别，与文件名无关

选项：
      --table NAME, --sheet NAME
                    数据库的这张表，或工作簿的这张工作表
      --format text|dl
                    dl：只输出声明
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Shows what is in the file.
pub fn inspect(app: &mut App, options: &InspectOptions) -> Result<Exit, Failure> {
    let mut drivers = Drivers::new(Connections::default());
    let found = sources::inspect(&options.file, options.table.as_deref(), &mut drivers);
    let found = found.map_err(|diagnostic| Failure::wrong(*diagnostic))?;
    let file = shown_path(&options.file);
    let declaration = sources::declaration(&found, &file);
    // Whatever a name holds, it does not steer the terminal.
    let declaration = declaration.lines().map(|line| safe(line) + "\n").collect::<String>();
    if options.format == Format::Text {
        app.out.write_all(text::text(&found, &safe(&file), app.lang).as_bytes())?;
    }
    app.out.write_all(declaration.as_bytes())?;
    Ok(Exit::Done)
}
