//! `--level`: how much prose tells.

use clap::ValueEnum;

/// How much of a derivation `--format prose` tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// The answer in one sentence.
    Sentence,
    /// Each norm applied and what it gave.
    #[default]
    Norms,
    /// Every step with every premise.
    Premises,
}

impl From<Level> for prose::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Sentence => Self::Sentence,
            Level::Norms => Self::Norms,
            Level::Premises => Self::Premises,
        }
    }
}
