//! The command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use diagnostics::{Diagnostic, Lang, catalogue};

use crate::arguments::diagnostic;
use crate::assets::{self, SourcesOptions};
use crate::check::{self, CheckOptions};
use crate::dialect::DialectOptions;
use crate::diff::{self, DiffOptions};
use crate::exit::Failure;
use crate::explain::{self, ExplainOptions};
use crate::foreign::{answers, with_foreign};
use crate::impact::{self, ImpactOptions};
use crate::inspect::{self, InspectOptions};
use crate::keygen::{self, KeygenOptions};
use crate::outline::{self, OutlineOptions};
use crate::parameters::ParameterOptions;
use crate::repl::{self, ReplOptions};
use crate::replay::{self, ReplayOptions};
use crate::report::{self, ReportOptions};
use crate::run::{self, RunOptions};
use crate::say;
use crate::sign::{self, SignOptions};
use crate::test::{self, TestOptions};
use crate::verify::{self, VerifyOptions};
use crate::why::{self, WhyOptions};

#[derive(Debug, Parser)]
#[command(name = "syllogist", version, disable_help_subcommand = true)]
struct Options {
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

/// The commands, each with its options.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Derives clues from rules and records.
    Run(RunOptions),
    /// Examines rules without reading records.
    Check(CheckOptions),
    /// Explains a code.
    Explain(ExplainOptions),
    /// Shows why a fact holds, or why it does not.
    Why(WhyOptions),
    /// Shows what rests on a record, or would change without it.
    Impact(ImpactOptions),
    /// Writes a report as a folder of pages.
    Report(ReportOptions),
    /// Shows the models, norms, parameters and exceptions of a program.
    Outline(OutlineOptions),
    /// Shows what is in a file.
    Inspect(InspectOptions),
    /// Lists the sources of a program.
    Sources(SourcesOptions),
    /// Answers questions one after the other.
    Repl(ReplOptions),
    /// Runs the tests of rule files.
    Test(TestOptions),
    /// Verifies a sealed run.
    Verify(VerifyOptions),
    /// Runs a sealed run again.
    Replay(ReplayOptions),
    /// Compares two sealed runs.
    Diff(DiffOptions),
    /// Makes a pair of keys.
    Keygen(KeygenOptions),
    /// Signs a sealed run.
    Sign(SignOptions),
}

impl Command {
    /// True where no warnings are wanted.
    pub fn is_quiet(&self) -> bool {
        match self {
            Self::Run(options) => options.reading.dialect.quiet,
            Self::Check(options) => options.dialect.quiet,
            Self::Why(options) => options.reading.dialect.quiet,
            Self::Impact(options) => options.reading.dialect.quiet,
            Self::Report(options) => options.reading.dialect.quiet,
            Self::Outline(options) => options.dialect.quiet,
            Self::Sources(options) => options.reading.dialect.quiet,
            Self::Repl(options) => options.reading.dialect.quiet,
            Self::Test(options) => options.dialect.quiet,
            Self::Explain(_) | Self::Inspect(_) | Self::Verify(_) | Self::Keygen(_) | Self::Sign(_) | Self::Diff(_) => {
                false
            }
            Self::Replay(_) => true,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    En,
    Zh,
}

/// What a command line asks for.
pub enum Parsed {
    /// A text: the help or the version.
    Shown(String),
    /// A command, and what there is to say about its options.
    Command(Box<Command>, Vec<Diagnostic>),
    /// Nothing that is understood.
    Wrong(Box<Diagnostic>),
}

/// Where records are read from, and how: what `run` and `why` share.
#[derive(Debug, clap::Args)]
pub struct ReadingOptions {
    /// A rule file or a project.
    #[arg(value_name = "PROGRAM")]
    pub program: PathBuf,
    /// The folder of the record files.
    #[arg(short = 'F', alias = "fact-dir", value_name = "DIR")]
    pub facts: Option<PathBuf>,
    #[command(flatten)]
    pub dialect: DialectOptions,
    #[command(flatten)]
    pub parameters: ParameterOptions,
    /// Where rejected rows are collected.
    #[arg(long, value_name = "FILE", value_parser = result_file)]
    pub rejects: Option<PathBuf>,
    /// Links may lead out of the folder of the record files.
    #[arg(long)]
    pub follow_links: bool,
    /// Where databases are: name and address.
    #[arg(long = "connection", value_name = "NAME=URL", value_parser = connection)]
    pub connections: Vec<(String, String)>,
}

/// `NAME=URL`; without a name there may be a `=` in the address.
pub fn connection(text: &str) -> Result<(String, String), String> {
    let parts = text
        .split_once('=')
        .filter(|(name, url)| !name.is_empty() && !name.contains([':', '/', '@']) && !url.is_empty());
    parts.map(|(name, url)| (name.to_owned(), url.to_owned())).ok_or_else(|| text.to_owned())
}

/// Who derives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// The evaluator that keeps derivations.
    Main,
    /// The second opinion.
    Reference,
}

/// The refusal of what needs the main engine.
pub fn main_engine_only(what: &str) -> Failure {
    Failure::usage(Diagnostic::unplaced(&catalogue::MAIN_ENGINE_ONLY).arg("what", what))
}

/// Standard output holds the data, so `-` cannot be meant; a file of that name is `./-`.
pub fn result_file(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() || text == "-" { Err(text.to_string()) } else { Ok(PathBuf::from(text)) }
}

/// A count in decimal digits. One that is too large for this machine is as good as the largest.
pub fn count(text: &str) -> Result<usize, String> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { Ok(text.parse().unwrap_or(usize::MAX)) } else { Err(text.to_string()) }
}

/// Reads a command line. The language is the one it asks for, if any, whether the rest is understood or not.
pub fn parse(arguments: Vec<OsString>) -> (Option<Lang>, Parsed) {
    let lang = language_of(&arguments);
    let parsed = command(lang.unwrap_or_default()).try_get_matches_from(arguments).and_then(|matches| {
        let answers = matches.subcommand().map(|(_, matches)| answers(matches)).unwrap_or_default();
        Options::from_arg_matches(&matches).map(|options| (options.command, answers))
    });
    let parsed = match parsed {
        Ok((command, mut answers)) => match answers.iter().position(Diagnostic::is_error) {
            Some(refused) => Parsed::Wrong(Box::new(answers.swap_remove(refused))),
            None => Parsed::Command(Box::new(command), answers),
        },
        Err(error) => match diagnostic(&error) {
            Some(diagnostic) => Parsed::Wrong(Box::new(diagnostic)),
            None => Parsed::Shown(error.render().to_string()),
        },
    };
    (lang, parsed)
}

/// The command with its help in this language.
fn command(lang: Lang) -> clap::Command {
    let help = |text: diagnostics::Text| format!("{}\n", text.get(lang));
    Options::command()
        .color(clap::ColorChoice::Never)
        .override_help(help(say::HELP))
        .mut_subcommand("run", |command| command.override_help(help(run::HELP)).defer(with_foreign))
        .mut_subcommand("check", |command| command.override_help(help(check::HELP)).defer(with_foreign))
        .mut_subcommand("explain", |command| command.override_help(help(explain::HELP)))
        .mut_subcommand("why", |command| command.override_help(help(why::HELP)).defer(with_foreign))
        .mut_subcommand("impact", |command| command.override_help(help(impact::HELP)).defer(with_foreign))
        .mut_subcommand("report", |command| command.override_help(help(report::HELP)).defer(with_foreign))
        .mut_subcommand("outline", |command| command.override_help(help(outline::HELP)).defer(with_foreign))
        .mut_subcommand("inspect", |command| command.override_help(help(inspect::HELP)))
        .mut_subcommand("sources", |command| command.override_help(help(assets::HELP)).defer(with_foreign))
        .mut_subcommand("repl", |command| command.override_help(help(repl::HELP)).defer(with_foreign))
        .mut_subcommand("test", |command| command.override_help(help(test::HELP)).defer(with_foreign))
        .mut_subcommand("verify", |command| command.override_help(help(verify::HELP)))
        .mut_subcommand("replay", |command| command.override_help(help(replay::HELP)))
        .mut_subcommand("diff", |command| command.override_help(help(diff::HELP)))
        .mut_subcommand("keygen", |command| command.override_help(help(keygen::HELP)))
        .mut_subcommand("sign", |command| command.override_help(help(sign::HELP)))
}

fn language_of(arguments: &[OsString]) -> Option<Lang> {
    let mut chosen = None;
    let mut rest = arguments.iter().skip(1).map(OsString::as_os_str).take_while(|word| *word != OsStr::new("--"));
    while let Some(word) = rest.next() {
        let word = word.to_str().unwrap_or_default();
        let value = match word.strip_prefix("--lang") {
            Some("") => rest.next().and_then(OsStr::to_str),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        chosen = match value {
            Some("zh") => Some(Lang::Zh),
            Some("en") => Some(Lang::En),
            _ => chosen,
        };
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> (Option<Lang>, Parsed) {
        parse(line.split(' ').map(OsString::from).collect())
    }

    fn code(line: &str) -> &'static str {
        match words(line).1 {
            Parsed::Wrong(diagnostic) => diagnostic.code(),
            _ => panic!("{line} is understood"),
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        command(Lang::En).debug_assert();
    }

    #[test]
    fn every_option_is_in_the_help_of_both_languages() {
        let helps = [
            ("run", run::HELP),
            ("check", check::HELP),
            ("explain", explain::HELP),
            ("why", why::HELP),
            ("impact", impact::HELP),
            ("repl", repl::HELP),
            ("report", report::HELP),
            ("outline", outline::HELP),
            ("inspect", inspect::HELP),
            ("sources", assets::HELP),
            ("test", test::HELP),
            ("verify", verify::HELP),
            ("replay", replay::HELP),
            ("diff", diff::HELP),
            ("keygen", keygen::HELP),
            ("sign", sign::HELP),
        ];
        let whole = command(Lang::En);
        for (name, help) in helps {
            let subcommand = whole.find_subcommand(name).unwrap();
            assert!(say::HELP.en.contains(&format!("\n  {name} ")) && say::HELP.zh.contains(&format!("\n  {name} ")));
            for argument in subcommand.get_arguments().filter(|argument| !argument.is_hide_set()) {
                let long = argument.get_long().map(|long| format!("--{long}"));
                let short = argument.get_short().map(|short| format!("\n  -{short}"));
                let value = argument.is_positional().then(|| argument.get_value_names().unwrap()[0].to_string());
                for mark in [long, short].into_iter().flatten().chain(value) {
                    let mark = mark.split('|').next().unwrap();
                    assert!(help.en.contains(mark) && help.zh.contains(mark), "{name} {mark}");
                }
            }
            for line in help.en.lines().chain(help.zh.lines()).chain(say::HELP.en.lines()).chain(say::HELP.zh.lines()) {
                assert!(prose::width_of(line) <= 80, "{line}");
            }
        }
    }

    #[test]
    fn the_language_is_known_even_if_the_rest_is_not() {
        assert_eq!(words("syllogist --lang zh rn").0, Some(Lang::Zh));
        assert_eq!(words("syllogist rn --lang=en").0, Some(Lang::En));
        assert_eq!(words("syllogist run m.dl").0, None);
        assert_eq!(words("syllogist run m.dl --lang fr").0, None);
    }

    #[test]
    fn mistakes_have_codes() {
        assert_eq!(code("syllogist rn"), "SY0601");
        assert_eq!(code("syllogist why m.dl x --seal p"), "SY0601");
        assert_eq!(code("syllogist"), "SY0602");
        assert_eq!(code("syllogist why m.dl"), "SY0602");
        assert_eq!(code("syllogist run m.dl -j 0"), "SY0603");
        assert_eq!(code("syllogist why m.dl x -j 2000"), "SY0603");
        assert_eq!(code("syllogist run m.dl --max-facts many"), "SY0603");
        assert_eq!(code("syllogist why m.dl x --max-rounds 0"), "SY0603");
        assert_eq!(code("syllogist run m.dl --max-memory 4GB"), "SY0609");
        assert_eq!(code("syllogist run m.dl --max-memory"), "SY0602");
        assert_eq!(code("syllogist run m.dl --profile -"), "SY0603");
        assert_eq!(code("syllogist why m.dl x --profile p"), "SY0601");
        assert_eq!(code("syllogist why m.dl x --format pdf"), "SY0603");
        assert_eq!(code("syllogist run m.dl --lang fr"), "SY0603");
        assert_eq!(code("syllogist run m.dl -F a -F b"), "SY0604");
        assert_eq!(code("syllogist run m.dl --rejects -"), "SY0603");
        assert_eq!(code("syllogist run m.dl -F"), "SY0602");
        assert_eq!(code("syllogist run m.dl --param low"), "SY0603");
        assert_eq!(code("syllogist run m.dl --as-of 2024-02-31"), "SY0603");
        assert_eq!(code("syllogist outline"), "SY0602");
    }

    #[test]
    fn what_is_missing_is_named_as_in_the_help() {
        let message = |line: &str| match words(line).1 {
            Parsed::Wrong(diagnostic) => diagnostic.message(Lang::En),
            _ => panic!("{line} is understood"),
        };
        assert_eq!(message("syllogist check"), "`PATH` is missing");
        assert_eq!(message("syllogist why"), "`PROGRAM ATOM|CLUE-ID` is missing");
        assert_eq!(message("syllogist run m.dl -F"), "the value of `-F DIR` is missing");
        assert_eq!(message("syllogist run m.dl --rows x"), "`x` is no value for `--rows N`");
    }

    #[test]
    fn help_and_version_are_texts() {
        for line in ["syllogist --help", "syllogist run -h", "syllogist --version", "syllogist why --help --lang zh"] {
            assert!(matches!(words(line).1, Parsed::Shown(_)), "{line}");
        }
    }

    #[test]
    fn conventions_of_the_dialect_are_understood() {
        for line in [
            "syllogist run m.dl --rows 18446744073709551616 --rejects r.csv",
            "syllogist why m.dl x --rejects r.csv",
            "syllogist why m.dl x -j 2 --max-facts 0 --max-rounds 1 --max-memory 0",
            "syllogist run m.dl -j auto --max-facts 5 --max-rounds 99999999999 --max-memory 4G --profile p.json",
            "syllogist run m.dl -Ffacts -D-",
            "syllogist run m.dl -D - -j auto -I a -I b -w",
            "syllogist check a b",
            "syllogist run m.dl --param a=1 --param a=2 --as-of 2024-01-01",
            "syllogist outline m.dl --compiled",
        ] {
            assert!(matches!(words(line).1, Parsed::Command(..)), "{line}");
        }
    }
}
