//! What the command line says about the language of a program, and how its rule files are read.

use std::path::PathBuf;

use diagnostics::Diagnostic;
use program::Dialect;

use crate::app::App;
use crate::exit::Failure;
use crate::shell::quoted;
use crate::warnings::WarningOptions;

/// Options of all commands that read programs.
#[derive(Debug, Default, clap::Args)]
pub struct DialectOptions {
    /// Folders in which included rule files are looked up.
    #[arg(short = 'I', alias = "include-dir", value_name = "DIR")]
    pub include: Vec<PathBuf>,
    /// Macros: `NAME=VALUE` or `NAME`, separated by blanks.
    #[arg(short = 'M', alias = "macro", value_name = "MACROS")]
    pub macros: Vec<String>,
    /// Lines that begin with `#` are left out.
    #[arg(long)]
    no_preprocessor: bool,
    /// No warnings; where records are read, a missing file is an empty one.
    #[arg(short = 'w', alias = "no-warn")]
    pub quiet: bool,
    #[command(flatten)]
    pub warnings: WarningOptions,
}

impl DialectOptions {
    /// Where rules are read as they were before: there is nothing to warn of.
    pub fn quiet() -> Self {
        Self { quiet: true, ..Self::default() }
    }

    /// What is said of a program outside of its text.
    pub fn dialect(&self) -> Dialect {
        Dialect {
            macros: self.macros.join(" "),
            without_preprocessor: self.no_preprocessor,
            legacy: self.warnings.legacy,
            parameters: Vec::new(),
            inputs: Vec::new(),
        }
    }

    /// Shows warnings unless they are not wanted.
    pub fn warn(&self, app: &App, warnings: &[Diagnostic]) -> Result<(), Failure> {
        let shown = self.warnings.shown(warnings);
        if self.quiet || shown.is_empty() { Ok(()) } else { app.show(&shown) }
    }

    /// The options that say the same, as words for a shell.
    pub fn words(&self) -> Vec<String> {
        let mut words = self.macros.iter().map(|macros| format!("-M {}", quoted(macros))).collect::<Vec<_>>();
        words.extend(self.no_preprocessor.then(|| "--no-preprocessor".to_string()));
        words.extend(self.warnings.legacy.then(|| "--legacy".to_string()));
        words
    }
}
