//! What the command line says about the language of a program.

use program::Dialect;

use crate::shell::quoted;
use crate::warnings::WarningOptions;

/// Options of all commands that read programs.
#[derive(Debug, Default, clap::Args)]
pub struct DialectOptions {
    /// Macros: `NAME=VALUE` or `NAME`, separated by blanks.
    #[arg(short = 'M', alias = "macro", value_name = "MACROS")]
    pub macros: Vec<String>,
    /// Lines that begin with `#` are left out.
    #[arg(long)]
    no_preprocessor: bool,
    #[command(flatten)]
    pub warnings: WarningOptions,
}

impl DialectOptions {
    /// What is said of a program outside of its text.
    pub fn dialect(&self) -> Dialect {
        Dialect {
            macros: self.macros.join(" "),
            without_preprocessor: self.no_preprocessor,
            legacy: self.warnings.legacy,
            parameters: Vec::new(),
        }
    }

    /// The options that say the same, as words for a shell.
    pub fn words(&self) -> Vec<String> {
        let mut words = self.macros.iter().map(|macros| format!("-M {}", quoted(macros))).collect::<Vec<_>>();
        words.extend(self.no_preprocessor.then(|| "--no-preprocessor".to_string()));
        words.extend(self.warnings.legacy.then(|| "--legacy".to_string()));
        words
    }
}
