//! The line that somebody at a terminal writes.

use std::path::{Path, PathBuf};

use diagnostics::Diagnostic;
use eval::Model;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Helper};

use super::complete::complete;
use super::unusable_history;

/// What came of asking for a line.
pub enum Line {
    /// A line.
    Text(String),
    /// It was given up by Ctrl-C.
    Dropped,
    /// There are no more.
    End,
}

/// An editor with history and completion.
pub struct Editor {
    lines: rustyline::Editor<Completion, DefaultHistory>,
    history: Option<PathBuf>,
}

/// Lines that are kept.
const HISTORY_MAX: usize = 10_000;

impl Editor {
    /// An editor that begins with the history kept in a file, if one is given; and what is wrong with that file.
    pub fn new(
        model: &'static Model<'static>,
        history: Option<&Path>,
    ) -> Result<(Editor, Option<Diagnostic>), ReadlineError> {
        let config = Config::builder().max_history_size(HISTORY_MAX)?.completion_type(CompletionType::List);
        let mut lines = rustyline::Editor::with_config(config.build())?;
        lines.set_helper(Some(Completion { model }));
        let load = |file: &Path| match lines.load_history(file) {
            Ok(()) => None,
            Err(ReadlineError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => Some(unusable_history(file, error)),
        };
        let unusable = history.and_then(load);
        Ok((Editor { lines, history: history.map(Path::to_path_buf) }, unusable))
    }

    /// The next line.
    pub fn line(&mut self) -> Line {
        match self.lines.readline("> ") {
            Ok(line) => {
                // A line that cannot be kept is still a line.
                let _ = self.lines.add_history_entry(line.as_str());
                Line::Text(line)
            }
            Err(ReadlineError::Interrupted) => Line::Dropped,
            Err(_) => Line::End,
        }
    }

    /// Keeps the history, if a file was given for it; what is wrong with the file.
    pub fn keep(&mut self) -> Option<Diagnostic> {
        let file = self.history.as_deref()?;
        self.lines.save_history(file).err().map(|error| unusable_history(file, error))
    }
}

struct Completion {
    model: &'static Model<'static>,
}

impl Completer for Completion {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(complete(&line[..at], self.model))
    }
}

impl Hinter for Completion {
    type Hint = String;
}

impl Highlighter for Completion {}

impl Validator for Completion {}

impl Helper for Completion {}
