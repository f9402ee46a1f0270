//! `syllogist outline PROGRAM`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use diagnostics::Text;
use program::{Checked, check_dialect};

use crate::app::App;
use crate::dialect::DialectOptions;
use crate::exit::{Exit, Failure};
use crate::loader::FileLoader;
use crate::project::Project;

/// Options of `outline`.
#[derive(Debug, Args)]
pub struct OutlineOptions {
    /// A rule file or a project.
    #[arg(value_name = "PROGRAM")]
    program: PathBuf,
    #[command(flatten)]
    pub dialect: DialectOptions,
    /// The rules in plain form instead.
    #[arg(long)]
    compiled: bool,
}

/// `syllogist outline --help`
pub const HELP: Text = Text {
    en: "\
Shows what a program consists of: its models with their elements and rules, the
exceptions of these rules and the exceptions of exceptions, norms with their
versions, parameters with their sources. Reads no records.

Usage: syllogist outline PROGRAM [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Options:
      --compiled    the rules as they are evaluated, in plain form: exceptions,
                    completeness, versions and precedence as rules
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
显示程序的构成：各模型及其要件和规则，规则的例外和例外的例外，规范及其各版本，
参数及其来源。不读取记录。

用法：syllogist outline PROGRAM [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

选项：
      --compiled    显示实际推导所用的普通规则：例外、完整性、版本和优先关系
                    都已化为规则
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Columns of a line.
const WIDTH: usize = 80;

/// Shows the outline of a program that passes all checks.
pub fn outline(app: &mut App, options: &OutlineOptions) -> Result<Exit, Failure> {
    let project = Project::open(&options.program, &mut app.files, app.lang)?;
    app.prefer(project.lang);
    let main = project.read_program(&mut app.files, app.lang)?;
    let mut loader = FileLoader::new(&project.program, &options.dialect.include, app.lang);
    let Checked { program, diagnostics } = check_dialect(&mut app.files, main, &mut loader, &options.dialect.dialect());
    let Some(program) = program else { return Err(Failure::Found(Exit::Wrong, diagnostics)) };
    options.dialect.warn(app, &diagnostics)?;
    let text = match options.compiled {
        true => {
            let compiled = law::compile(&program).map_err(|found| Failure::Found(Exit::Wrong, found))?;
            prose::compiled(&compiled, &app.files)
        }
        false => prose::outline(&program, &app.files, app.lang, WIDTH),
    };
    let nothing = Text {
        en: "no models, norms, parameters or exceptions; `--compiled` shows the rules\n",
        zh: "没有模型、规范、参数或例外；`--compiled` 可显示规则\n",
    };
    let text = if text.is_empty() { nothing.get(app.lang) } else { &text };
    app.out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}
