//! A text being read, with the conditions that are open in it.

use std::rc::Rc;

use diagnostics::Span;
use syntax::Scan;

use crate::source::Source;

/// A text being read.
pub(crate) struct Frame {
    pub(crate) source: Rc<Source>,
    pub(super) scan: Scan,
    /// Only blanks and comments stand between the beginning of the line and the place that is read.
    pub(super) begins_line: bool,
    /// The file's place in the `#include` that led here.
    pub(super) entered: Option<Span>,
    /// Where its text begins in the text in the making.
    pub(super) start: u32,
    conditions: Vec<Condition>,
}

/// An `#if` that has not ended.
pub(crate) struct Condition {
    pub(super) opened: Span,
    pub(crate) branch: Branch,
    /// The current branch is read.
    holds: bool,
    pub(crate) has_else: bool,
}

/// Whether a branch of an `#if` was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Branch {
    /// Not yet.
    Open,
    /// Yes, or none of them is read.
    Taken,
}

impl Condition {
    /// Goes on with the next branch.
    pub(crate) fn turn(&mut self, holds: bool) {
        self.holds = holds;
        if holds {
            self.branch = Branch::Taken;
        }
    }
}

impl Frame {
    pub(super) fn new(source: Rc<Source>, entered: Option<Span>, start: u32) -> Self {
        Self { source, scan: Scan::default(), begins_line: true, entered, start, conditions: Vec::new() }
    }

    pub(super) fn skips(&self) -> bool {
        self.conditions.last().is_some_and(|condition| !condition.holds)
    }

    pub(super) fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    pub(crate) fn open(&mut self, opened: Span, branch: Branch, holds: bool) {
        self.conditions.push(Condition { opened, branch, holds, has_else: false });
    }

    /// The innermost open condition.
    pub(crate) fn condition(&mut self) -> Option<&mut Condition> {
        self.conditions.last_mut()
    }

    /// Ends the innermost condition; false where there is none.
    pub(crate) fn close(&mut self) -> bool {
        self.conditions.pop().is_some()
    }

    /// Goes to the next line that begins with `#`, or to the end.
    pub(super) fn skip_line(&mut self) {
        let text = &self.source.text;
        let mut at = self.scan.at();
        while at < text.len() {
            let line = text[at..].trim_start();
            let start = text.len() - line.len();
            if line.starts_with('#') {
                at = start;
                break;
            }
            at = end_of_line(text, start).0;
        }
        self.scan.skip_to(at);
        self.begins_line = true;
    }
}

/// The end of the line at `start`, where a comment may hold line breaks, and the beginning of a comment without an end.
pub(super) fn end_of_line(text: &str, start: usize) -> (usize, Option<usize>) {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        let rest = &bytes[at..];
        match bytes[at] {
            b'\n' => return (at, None),
            b'"' => at += string(rest),
            _ if rest.starts_with(b"//") => {
                return (text[at..].find('\n').map_or(text.len(), |len| at + len), None);
            }
            _ if rest.starts_with(b"/*") => match text[at + 2..].find("*/") {
                Some(len) => at += len + 4,
                None => return (text.len(), Some(at)),
            },
            _ => at += 1,
        }
    }
    (at, None)
}

/// The length of the string at the beginning of `rest`, which ends with its line at the latest.
fn string(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'\n' {
        match rest[at] {
            b'"' => return at + 1,
            b'\\' if rest.get(at + 1).is_some_and(|next| *next != b'\n') => at += 2,
            _ => at += 1,
        }
    }
    at
}
