//! One text with all it includes by `#include`.

mod frame;

use std::collections::BTreeSet;
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Files, Span, Text, catalogue};
use syntax::{Lexis, Scan};

pub(crate) use self::frame::Branch;
use self::frame::{Frame, end_of_line};
use crate::Inclusion;
use crate::budget::{Budget, Stop};
use crate::expand::{Expander, Reader};
use crate::macros::{CONSTANTS, Macro, Macros};
use crate::output::Output;
use crate::source::Source;
use crate::texts::Texts;
use crate::token::Token;

/// Texts included one inside the other.
const DEPTH_MAX: usize = 200;

/// A text in the making.
pub(crate) struct Unit<'u, 'l> {
    pub(crate) files: &'u mut Files,
    pub(crate) texts: &'u mut Texts<'l>,
    pub(crate) macros: Macros,
    /// False where lines that begin with `#` are only looked at for line markers.
    pub(crate) obeys: bool,
    pub(crate) budget: Budget,
    pub(crate) found: Vec<Diagnostic>,
    pub(crate) once: BTreeSet<FileId>,
    pub(crate) output: Output,
    /// The inclusions that led to this text.
    pub(crate) outside: Vec<Span>,
    /// What came from `#include`, inner ones first.
    pub(crate) inclusions: Vec<Inclusion>,
    frames: Vec<Frame>,
    ignored: bool,
}

impl<'u, 'l> Unit<'u, 'l> {
    pub(crate) fn new(
        files: &'u mut Files,
        texts: &'u mut Texts<'l>,
        file: FileId,
        macros: Macros,
        obeys: bool,
    ) -> Self {
        let source = source(files, file, obeys);
        Self {
            files,
            texts,
            macros,
            obeys,
            budget: Budget::default(),
            found: Vec::new(),
            once: BTreeSet::new(),
            output: Output::default(),
            outside: Vec::new(),
            inclusions: Vec::new(),
            frames: vec![Frame::new(source, None, 0)],
            ignored: false,
        }
    }

    /// Makes the text.
    ///
    /// # Errors
    /// It cannot be made.
    pub(crate) fn run(&mut self) -> Result<(), Stop> {
        while !self.frames.is_empty() {
            self.step()?;
        }
        Ok(())
    }

    pub(crate) fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("texts are only left by `step`, which ends with the last one")
    }

    /// True inside a part left out by a condition.
    pub(crate) fn skips(&mut self) -> bool {
        self.frame().skips()
    }

    /// The inclusions that led to the current text, innermost first.
    pub(crate) fn entered(&self) -> Vec<Span> {
        let inside = self.frames.iter().filter_map(|frame| frame.entered);
        let mut entered: Vec<Span> = self.outside.iter().copied().chain(inside).collect();
        entered.reverse();
        entered
    }

    fn step(&mut self) -> Result<(), Stop> {
        let frame = self.frame();
        let source = frame.source.clone();
        if frame.skips() {
            frame.skip_line();
        }
        let start = frame.scan.at();
        let Some((lexis, range)) = frame.scan.next(&source.text) else {
            self.leave();
            return Ok(());
        };
        let begins_line = frame.begins_line;
        frame.begins_line = match lexis {
            Lexis::Blank => begins_line || source.text[range.clone()].contains('\n'),
            Lexis::BlockComment(_) => begins_line,
            _ => false,
        };
        match lexis {
            Lexis::Hash => return self.hash(&source, start, begins_line),
            Lexis::LineComment => {
                if let Some(at) = source.splice(range.clone()) {
                    self.found.push(Diagnostic::new(&catalogue::CONTINUED_COMMENT, at));
                }
            }
            Lexis::Word if self.is_replaced(&source.text[range.clone()]) => return self.replace(&source, range),
            _ => {}
        }
        self.output.copy(&source, range);
        Ok(())
    }

    fn is_replaced(&self, word: &str) -> bool {
        self.macros.contains_key(word) || CONSTANTS.contains(&word)
    }

    /// Replaces the macro whose name stands at `range`.
    fn replace(&mut self, source: &Source, range: std::ops::Range<usize>) -> Result<(), Stop> {
        let name = Token::new(Lexis::Word, &source.text[range.clone()], source.written(range.clone()));
        let entered = self.entered();
        let reader = Reader { source, scan: self.frame().scan };
        let mut expander =
            Expander::new(self.files, &self.macros, &mut self.budget, &mut self.found, &entered, Some(reader));
        let tokens = expander.expand(vec![name])?;
        let scan = expander.reader.map_or(Scan::default(), |reader| reader.scan);
        self.frame().scan = scan;
        self.output.expansion(&tokens, source.written(range.start..scan.at()));
        self.output.part(&source.text[scan.at()..]);
        Ok(())
    }

    /// A line with `#`.
    fn hash(&mut self, source: &Source, start: usize, begins_line: bool) -> Result<(), Stop> {
        let (end, open_comment) = end_of_line(&source.text, start);
        self.frame().scan.skip_to(end);
        if let Some(at) = open_comment {
            let at = source.written(at..at + 2);
            self.found.push(Diagnostic::new(&catalogue::UNTERMINATED_COMMENT, at));
        }
        if begins_line && self.obeys {
            return self.obey(start..end);
        }
        let at = source.written(start..start + source.text[start..end].trim_end().len());
        if self.obeys {
            self.found.push(Diagnostic::new(&catalogue::STRAY_HASH, at));
            return Ok(());
        }
        let is_marker = begins_line && self.is_marker(start..end)?;
        if !is_marker && !std::mem::replace(&mut self.ignored, true) {
            self.found.push(Diagnostic::new(&catalogue::IGNORED_PREPROCESSOR_LINE, at));
        }
        Ok(())
    }

    pub(crate) fn add_macro(&mut self, defined: Macro) {
        const BEFORE: Text = Text { en: "defined here before", zh: "先前在此处定义" };
        if let Some(known) = self.macros.get(&defined.name).filter(|known| !known.same_as(&defined)) {
            let warning = Diagnostic::new(&catalogue::MACRO_REDEFINED, defined.named).arg("name", &defined.name);
            self.found.push(warning.related(known.named, BEFORE));
        }
        self.macros.insert(defined.name.clone(), Rc::new(defined));
    }

    /// Goes on with the text that `path`, written at `at`, names.
    pub(crate) fn enter(&mut self, path: &str, at: Span) -> Result<(), Stop> {
        let file = match self.texts.find(self.files, path, at) {
            Ok(file) if self.once.contains(&file) => return Ok(()),
            Ok(file) => file,
            Err(error) => {
                self.found.extend(error.map(|error| *error));
                return Ok(());
            }
        };
        if self.frames.len() == DEPTH_MAX {
            let error = Diagnostic::new(&catalogue::INCLUSION_TOO_DEEP, at);
            return Err(Stop(Some(Box::new(error.arg("path", path).arg("limit", DEPTH_MAX)))));
        }
        let known = self.frames.iter().find(|frame| frame.source.file == file).map(|frame| frame.source.clone());
        let source = known.unwrap_or_else(|| source(self.files, file, self.obeys));
        self.budget.take(source.text.len() + 1, at)?;
        let start = self.output.text.len() as u32;
        self.frames.push(Frame::new(source, Some(at), start));
        Ok(())
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        for condition in frame.conditions() {
            self.found.push(Diagnostic::new(&catalogue::OPEN_CONDITIONAL, condition.opened));
        }
        if let Some(from) = frame.entered {
            self.inclusions.push(Inclusion { range: frame.start..self.output.text.len() as u32, from });
        }
    }
}

fn source(files: &Files, file: FileId, obeys: bool) -> Rc<Source> {
    let text = &files.get(file).text;
    Rc::new(if obeys { Source::spliced(file, text) } else { Source::plain(file, text) })
}
