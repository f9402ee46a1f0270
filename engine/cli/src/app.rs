//! What every command works with: the language, the source texts, the two streams.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::Arc;

use diagnostics::{Diagnostic, Files, Lang, Text, catalogue};

use crate::exit::{Exit, Failure};
use crate::interrupt::obey_signals;
use crate::options::{Command, Parsed, parse};
use crate::render::{Look, render};
use crate::watch::Watcher;

/// The state of one command.
pub struct App {
    /// The language of everything shown.
    pub lang: Lang,
    /// True where the command line chose it, so that a project's own choice does not count.
    lang_is_chosen: bool,
    /// All source texts read so far.
    pub files: Files,
    /// Standard output: data.
    pub out: BufWriter<Stdout>,
    /// What looks on.
    pub watcher: Arc<Watcher>,
}

/// Runs the command line and says how it ended.
pub fn main(arguments: Vec<OsString>) -> Exit {
    let (lang, parsed) = parse(arguments);
    let (lang_is_chosen, lang) = (lang.is_some(), lang.unwrap_or_default());
    let watcher = Arc::new(Watcher::new(lang));
    obey_signals(&watcher);
    let mut app = App { lang, lang_is_chosen, files: Files::default(), out: BufWriter::new(io::stdout()), watcher };
    let result = app.execute(parsed).and_then(|exit| {
        app.out.flush()?;
        Ok(exit)
    });
    result.unwrap_or_else(|failure| app.fail(failure))
}

impl App {
    fn execute(&mut self, parsed: Parsed) -> Result<Exit, Failure> {
        match parsed {
            Parsed::Shown(text) => {
                self.out.write_all(text.as_bytes())?;
                Ok(Exit::Done)
            }
            Parsed::Wrong(diagnostic) => Err(Failure::usage(*diagnostic)),
            Parsed::Command(command, answers) => {
                if !command.is_quiet() {
                    self.show(&answers)?;
                }
                match *command {
                    Command::Run(options) => crate::run::run(self, &options),
                    Command::Check(options) => crate::check::check(self, &options),
                    Command::Explain(options) => crate::explain::explain(self, &options),
                    Command::Why(options) => crate::why::why(self, &options),
                    Command::Report(options) => crate::report::report(self, &options),
                    Command::Impact(options) => crate::impact::impact(self, &options),
                    Command::Outline(options) => crate::outline::outline(self, &options),
                    Command::Inspect(options) => crate::inspect::inspect(self, &options),
                    Command::Sources(options) => crate::assets::sources(self, &options),
                    Command::Repl(options) => crate::repl::repl(self, &options),
                    Command::Test(options) => crate::test::test(self, &options),
                    Command::Verify(options) => crate::verify::verify(self, &options),
                    Command::Replay(options) => crate::replay::replay(self, &options),
                    Command::Diff(options) => crate::diff::diff(self, &options),
                    Command::Keygen(options) => crate::keygen::keygen(self, &options),
                    Command::Sign(options) => crate::sign::sign(self, &options),
                }
            }
        }
    }

    /// Takes the language a project asks for, unless the command line asked for one.
    pub fn prefer(&mut self, lang: Option<Lang>) {
        if let (false, Some(lang)) = (self.lang_is_chosen, lang) {
            self.lang = lang;
            self.watcher.speak(lang);
        }
    }

    /// Shows diagnostics on standard error.
    pub fn show(&self, diagnostics: &[Diagnostic]) -> Result<(), Failure> {
        let look = Look { lang: self.lang, coloured: io::stderr().is_terminal() };
        self.say(&render(diagnostics, &self.files, look))
    }

    /// Writes on standard error.
    pub fn say(&self, text: &str) -> Result<(), Failure> {
        Ok(io::stderr().lock().write_all(text.as_bytes())?)
    }

    /// How many errors there are, and where to read more about the first; nothing for mistakes of the command line.
    fn count(&self, exit: Exit, diagnostics: &[Diagnostic]) -> String {
        let is_rest = |found: &Diagnostic| found.code() == catalogue::MORE_REJECTS.code;
        let errors = diagnostics.iter().filter(|found| found.is_error() && !is_rest(found)).count();
        if exit != Exit::Wrong || errors == 0 {
            return String::new();
        }
        let text = match diagnostics.iter().any(is_rest) {
            true => Text { en: "more than {count} error{s}{more}\n", zh: "超过 {count} 处错误{more}\n" },
            false => Text { en: "{count} error{s}{more}\n", zh: "{count} 处错误{more}\n" },
        };
        let values = [
            ("count", errors.to_string()),
            ("s", prose::plural(errors as u64).to_string()),
            ("more", more_about(diagnostics, self.lang)),
        ];
        prose::fill(text, self.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// What was written before a failure still appears: it was complete in itself.
    fn fail(&mut self, failure: Failure) -> Exit {
        let told = match failure {
            Failure::Found(exit, diagnostics) => {
                let told = self.show(&diagnostics);
                if exit == Exit::Interrupted {
                    self.watcher.interrupt.tell(false, self.lang);
                }
                told.and_then(|()| self.say(&self.count(exit, &diagnostics))).map(|()| exit)
            }
            Failure::Stream(error) => Err(Failure::Stream(error)),
        };
        match told.and_then(|exit| self.out.flush().map(|()| exit).map_err(Failure::from)) {
            Ok(exit) => exit,
            // Whoever read the output has seen enough.
            Err(Failure::Stream(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
            Err(Failure::Stream(error)) => {
                let full =
                    Diagnostic::unplaced(&catalogue::UNWRITABLE_OUTPUT).arg("file", "stdout").arg("reason", error);
                // If standard error is closed too, the exit code has to say it.
                let _ = self.show(&[full]);
                Exit::Wrong
            }
            Err(Failure::Found(exit, _)) => exit,
        }
    }
}

/// Words for the end of a count: the command that explains the first error shown; empty where there is none.
pub fn more_about(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let errors = diagnostics.iter().filter(|found| found.is_error());
    let Some(first) = errors.min_by_key(|found| found.order()) else { return String::new() };
    let text = Text { en: "; `syllogist explain {code}` says more", zh: "；详见 `syllogist explain {code}`" };
    prose::fill(text, lang, &[("code", first.code())])
}
