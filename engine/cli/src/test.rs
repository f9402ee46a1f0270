//! `syllogist test PATH..`

mod boundaries;
mod coverage;
mod failure;
mod json;
mod report;

use std::collections::BTreeSet;
use std::path::PathBuf;

use cases::{Case, Coverage, Uncovered, Verdict, judge};
use clap::{Args, ValueEnum};
use diagnostics::{Diagnostic, Text, catalogue};
use eval::Halt;
use program::check_dialect;
use program::checked::{Program, Test};

use crate::app::App;
use crate::dialect::DialectOptions;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::find::{self, Inclusion, included};
use crate::loader::{FileLoader, key};
use crate::project::Project;
use crate::reading::halted;
use crate::text_file::shown_path;

/// Options of `test`.
#[derive(Debug, Args)]
pub struct TestOptions {
    /// Rule files, projects, or folders that hold them.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    pub dialect: DialectOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// Cases at the limits instead.
    #[arg(long)]
    boundaries: bool,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// `syllogist test --help`
pub const HELP: Text = Text {
    en: "\
Runs the tests of rule files: cases written as `.test`, without any records. Of
a case that comes out otherwise it shows what came instead, and why (exit code
3). Of all cases together it shows which rules never fire, and which exceptions
are never met.

Usage: syllogist test PATH.. [options]

  PATH              a rule file, a project, or a folder: then every project and
                    every .dl file below it that none of them includes

Options:
      --boundaries  print further cases for review instead: where a comparison
                    decides a test, the same test with the value on, below and
                    above the limit, with what the engine says of each; nothing
                    is written to files
      --format text|json
                    json: schema syllogist/test/1, see docs/
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
  -j N|auto         threads (default: auto); results do not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --lang zh|en  language of all messages
  -h, --help        this help",
    zh: "\
运行规则文件中的测试，即以 `.test` 写出的案例，不读取任何记录。结果与预期不符
的，显示实际结果及其理由（退出码 3）；并就全部案例列出从未适用的规则和从未触及
的例外。

用法：syllogist test PATH.. [选项]

  PATH              规则文件、项目或目录；若为目录，则运行其下每个项目，
                    以及没有被它们包含的每个 .dl 文件

选项：
      --boundaries  改为列出供审查的临界案例：凡由某项比较决定的测试，将该值
                    分别取为界限、界限之下和界限之上，并注明引擎的结论；
                    不写任何文件
      --format text|json
                    json：格式 syllogist/test/1，见 docs/
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
  -j N|auto         线程数（默认 auto），不影响结果
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助",
};

/// Columns of a line.
const WIDTH: usize = 80;

/// Runs all tests below the paths.
pub fn test(app: &mut App, options: &TestOptions) -> Result<Exit, Failure> {
    if options.boundaries && options.format == Format::Json {
        let refused = Diagnostic::unplaced(&catalogue::BAD_ARGUMENT_VALUE).arg("value", "json");
        return Err(Failure::usage(refused.arg("option", "--boundaries --format")));
    }
    let programs = opened(app, options)?;
    app.watcher.begin(options.effort.max_memory);
    options.effort.pool()?.install(|| {
        if options.boundaries {
            return boundaries::print(app, options, &programs);
        }
        let mut tested = Vec::new();
        for opened in &programs {
            tested.push(tested_program(app, options, opened)?);
        }
        match options.format {
            Format::Text => report::print(app, &tested)?,
            Format::Json => json::print(app, &tested)?,
        }
        let is_ok = tested.iter().flat_map(|tested| &tested.results).all(Tested::is_ok);
        Ok(if is_ok { Exit::Done } else { Exit::No })
    })
}

/// A program with tests.
struct Opened {
    /// How its main file is named.
    name: String,
    program: Program,
}

/// The programs below the paths. The first one with errors ends the command.
fn opened(app: &mut App, options: &TestOptions) -> Result<Vec<Opened>, Failure> {
    let mut found = Vec::new();
    for path in &options.paths {
        found.extend(find::programs(path)?);
    }
    let (mut checked, mut seen) = (Vec::new(), BTreeSet::new());
    for program in &found {
        let project = Project::open(&program.path, &mut app.files, app.lang)?;
        if found.len() == 1 {
            app.prefer(project.lang);
        }
        let main = project.read_program(&mut app.files, app.lang)?;
        let mut loader = FileLoader::new(&project.program, &options.dialect.include, app.lang);
        let result = check_dialect(&mut app.files, main, &mut loader, &options.dialect.dialect());
        let includes = loader.keys().collect();
        let files = Inclusion { key: key(&project.program), includes, named: program.named };
        checked.push((files, shown_path(&project.program), result));
    }
    let parts = included(checked.iter().map(|(files, ..)| files));
    let mut opened = Vec::new();
    for (files, name, result) in checked {
        if parts.contains(&files.key) || !seen.insert(files.key) {
            continue;
        }
        let Some(program) = result.program else { return Err(Failure::Found(Exit::Wrong, result.diagnostics)) };
        options.dialect.warn(app, &result.diagnostics)?;
        opened.push(Opened { name, program });
    }
    Ok(opened)
}

/// What came of the tests of a program.
struct TestedProgram<'p> {
    opened: &'p Opened,
    results: Vec<Tested<'p>>,
    uncovered: Uncovered,
}

/// What came of a test.
struct Tested<'p> {
    test: &'p Test,
    /// Why it could not be run.
    wrong: Vec<Diagnostic>,
    /// By expectation; empty where it could not be run. Of those that do not hold, why, as text.
    verdicts: Vec<(Verdict, String)>,
}

impl Tested<'_> {
    fn is_ok(&self) -> bool {
        self.wrong.is_empty() && self.verdicts.iter().all(|(verdict, _)| verdict.holds())
    }
}

fn tested_program<'p>(app: &App, options: &TestOptions, opened: &'p Opened) -> Result<TestedProgram<'p>, Failure> {
    let mut coverage = Coverage::new(&opened.program);
    let mut results = Vec::new();
    for test in &opened.program.tests {
        results.push(tested(app, options, opened, test, &mut coverage)?);
    }
    Ok(TestedProgram { opened, results, uncovered: coverage.uncovered(&opened.program) })
}

fn tested<'p>(
    app: &App,
    options: &TestOptions,
    opened: &Opened,
    test: &'p Test,
    coverage: &mut Coverage,
) -> Result<Tested<'p>, Failure> {
    let wrong = |wrong| Tested { test, wrong, verdicts: Vec::new() };
    let case = match Case::new(&opened.program, test) {
        Ok(case) => case,
        Err(found) => return Ok(wrong(found)),
    };
    let limits = options.effort.limits();
    let model = match case.evaluate(&limits, &*app.watcher) {
        Ok(model) => model,
        Err(Halt::Wrong(found)) => return Ok(wrong(vec![*found])),
        Err(halt) => return Err(halted(app, &options.effort, halt)),
    };
    let covered = coverage.add(&case, &model, &limits, &*app.watcher);
    covered.map_err(|halt| halted(app, &options.effort, halt))?;
    let verdict = |expectation| {
        let verdict = judge(&model, &case.written, expectation);
        let why = if verdict.holds() { String::new() } else { failure::why(app, &case, &model, expectation, &verdict) };
        (verdict, why)
    };
    Ok(Tested { test, wrong: Vec::new(), verdicts: test.expectations.iter().map(verdict).collect() })
}
