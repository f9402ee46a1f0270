//! Lines that begin with `#`.

use std::ops::Range;

use diagnostics::{Diagnostic, Entry, Presumed, Span, Text, catalogue, nearest};
use syntax::Lexis;

use crate::budget::Stop;
use crate::condition;
use crate::expand::Expander;
use crate::macros::{self, CONSTANTS};
use crate::token::{Token, extent, spelling, tokens};
use crate::unit::{Branch, Unit};

/// The words that may follow `#`.
const KNOWN: [&str; 14] = [
    "include", "define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "error", "warning", "pragma",
    "line", "!",
];

const FILE: Text = Text {
    en: "a file in quotes or between `<` and `>` is expected",
    zh: "此处应为引号内或 `<` `>` 之间的文件名",
};
const LINE: Text = Text {
    en: "a line number and, if any, a file in quotes are expected",
    zh: "此处应为行号，其后可跟引号内的文件名",
};
const NAME: Text = Text { en: "a name is expected", zh: "此处应为名称" };
const CONDITION: Text = Text { en: "a condition is expected", zh: "此处应为条件" };

/// A line that begins with `#`.
pub(crate) struct Line {
    /// The word behind `#`; empty where there is none.
    word: String,
    /// The whole line.
    pub(crate) range: Range<usize>,
    /// The tokens behind the word.
    rest: Vec<Token>,
    /// Where the text behind the word begins.
    text_start: usize,
}

impl Unit<'_, '_> {
    /// Obeys a line that begins with `#`.
    pub(crate) fn obey(&mut self, range: Range<usize>) -> Result<(), Stop> {
        let source = self.frame().source.clone();
        let mut all = tokens(&source, range.start + 1..range.end);
        let word = match all.first() {
            Some(first) if first.lexis == Lexis::Word => all.remove(0).text.to_string(),
            Some(first) if first.lexis == Lexis::Number => "line".to_owned(),
            Some(first) if first.is("!") && range.start == 0 => return Ok(()),
            Some(first) => first.text.to_string(),
            None => String::new(),
        };
        let behind = &source.text[range.start + 1..range.end];
        let text_start = behind.find(&word).map_or(range.end, |at| range.start + 1 + at + word.len());
        let line = Line { word, range, rest: all, text_start };
        self.conditional(&line)?;
        if self.skips() { Ok(()) } else { self.active(line) }
    }

    /// True for a line marker, which is obeyed even where other lines are not.
    pub(crate) fn is_marker(&mut self, range: Range<usize>) -> Result<bool, Stop> {
        let source = self.frame().source.clone();
        let mut rest = tokens(&source, range.start + 1..range.end);
        if rest.first().is_some_and(|word| word.is("line")) {
            rest.remove(0);
        }
        let is_marker = rest.first().is_some_and(|number| number.lexis == Lexis::Number);
        if is_marker {
            self.obey(range)?;
        }
        Ok(is_marker)
    }

    fn conditional(&mut self, line: &Line) -> Result<(), Stop> {
        let at = self.place(line);
        let skips = self.skips();
        match line.word.as_str() {
            "if" | "ifdef" | "ifndef" => {
                let holds = !skips && self.holds(line)?;
                let branch = if skips || holds { Branch::Taken } else { Branch::Open };
                self.frame().open(at, branch, holds);
            }
            "elif" => {
                let Some(condition) = self.frame().condition().filter(|condition| !condition.has_else) else {
                    return self.wrong(&catalogue::MISPLACED_CONDITIONAL, line);
                };
                let open = condition.branch == Branch::Open;
                let holds = open && self.holds(line)?;
                if let Some(condition) = self.frame().condition() {
                    condition.turn(holds);
                }
            }
            "else" => {
                let Some(condition) = self.frame().condition().filter(|condition| !condition.has_else) else {
                    return self.wrong(&catalogue::MISPLACED_CONDITIONAL, line);
                };
                condition.has_else = true;
                let holds = condition.branch == Branch::Open;
                condition.turn(holds);
            }
            "endif" if !self.frame().close() => return self.wrong(&catalogue::MISPLACED_CONDITIONAL, line),
            _ => {}
        }
        Ok(())
    }

    fn active(&mut self, line: Line) -> Result<(), Stop> {
        match line.word.as_str() {
            "" | "if" | "ifdef" | "ifndef" | "elif" | "else" | "endif" => {}
            "define" => self.define(&line),
            "undef" => match macros::name(&line.rest) {
                Ok(name) => {
                    self.macros.remove(&name.text);
                }
                Err((at, problem)) => self.malformed(&line, at, problem),
            },
            "include" => self.include(&line)?,
            "error" => {
                let text = self.message(&line);
                let error = Diagnostic::new(&catalogue::ERROR_LINE, self.place(&line)).arg("text", text);
                return Err(Stop(Some(Box::new(error))));
            }
            "warning" => {
                let text = self.message(&line);
                let warning = Diagnostic::new(&catalogue::WARNING_LINE, self.place(&line)).arg("text", text);
                self.found.push(warning);
            }
            "pragma" => {
                if line.rest.first().is_some_and(|word| word.is("once")) {
                    let file = self.frame().source.file;
                    self.once.insert(file);
                }
            }
            "line" => self.marker(&line)?,
            unknown => {
                let warning = Diagnostic::new(&catalogue::UNKNOWN_PREPROCESSOR_LINE, self.place(&line));
                let known = match nearest(unknown, KNOWN) {
                    Some(near) => vec![format!("#{near}")],
                    None => KNOWN[..13].iter().map(|word| format!("#{word}")).collect(),
                };
                let warning = warning.arg("word", unknown).list("known", known);
                self.found.push(warning);
            }
        }
        Ok(())
    }

    fn define(&mut self, line: &Line) {
        match macros::define(&line.rest) {
            Ok(defined) => self.add_macro(defined),
            Err((at, problem)) => self.malformed(line, at, problem),
        }
    }

    fn include(&mut self, line: &Line) -> Result<(), Stop> {
        let mut rest = line.rest.clone();
        if rest.first().is_some_and(Token::is_word) {
            rest = self.expanded(rest)?;
        }
        let at = extent(&line.rest).unwrap_or(self.place(line));
        let path = match rest.as_slice() {
            [path] if path.lexis == Lexis::Quoted(true) && path.text.starts_with('"') => {
                path.text.trim_matches('"').to_owned()
            }
            [open, path @ .., close] if open.is("<") && close.is(">") && !path.is_empty() => spelling(path),
            _ => {
                self.malformed(line, Some(at), FILE);
                return Ok(());
            }
        };
        self.enter(&path, at)
    }

    /// A line marker: `#line 12 "file"` or `# 12 "file"`.
    fn marker(&mut self, line: &Line) -> Result<(), Stop> {
        let mut rest = line.rest.clone();
        if rest.first().is_some_and(Token::is_word) {
            rest = self.expanded(rest)?;
        }
        let number = rest.first().and_then(|number| number.text.parse::<u32>().ok());
        let file = rest.get(1).map(|file| (file.lexis == Lexis::Quoted(true)).then(|| file.text.trim_matches('"')));
        match (number, file) {
            (Some(number), None | Some(Some(_))) => {
                let source = self.frame().source.clone();
                let behind = source.written(line.range.clone());
                let from = self.files.get(source.file).place(behind.end).line + 1;
                let name = file.flatten().map(str::to_owned);
                self.files.presume(source.file, Presumed { from, line: number, name });
            }
            _ => self.malformed(line, extent(&line.rest), LINE),
        }
        Ok(())
    }

    /// The value of the condition of `#if`, `#elif`, `#ifdef` or `#ifndef`; false where it is wrong, which is reported.
    fn holds(&mut self, line: &Line) -> Result<bool, Stop> {
        if line.word.starts_with("ifd") || line.word.starts_with("ifn") {
            let Some(name) = line.rest.first().filter(|name| name.is_word()) else {
                self.malformed(line, extent(&line.rest), NAME);
                return Ok(false);
            };
            return Ok(self.is_defined(&name.text) == (line.word == "ifdef"));
        }
        if line.rest.is_empty() {
            self.malformed(line, None, CONDITION);
            return Ok(false);
        }
        let Some(tokens) = self.without_defined(&c_words(&line.rest)) else {
            self.malformed(line, extent(&line.rest), NAME);
            return Ok(false);
        };
        let expanded = self.expanded(tokens)?;
        match condition::value(&condition_text(&expanded)) {
            Ok(value) => Ok(value != 0),
            Err(problem) => {
                let at = extent(&line.rest).unwrap_or(self.place(line));
                let error = Diagnostic::new(&catalogue::BAD_CONDITION, at).words("problem", problem);
                self.found.push(error);
                Ok(false)
            }
        }
    }

    fn is_defined(&self, name: &str) -> bool {
        self.macros.contains_key(name) || CONSTANTS.contains(&name)
    }

    /// `defined X` and `defined(X)` as numbers, since their names are not replaced; `None` where the name is missing.
    fn without_defined(&self, tokens: &[Token]) -> Option<Vec<Token>> {
        let mut rest = tokens.iter();
        let mut out = Vec::new();
        while let Some(token) = rest.next() {
            if !token.is("defined") {
                out.push(token.clone());
                continue;
            }
            let next = rest.next()?;
            let name = if next.is("(") { rest.next()? } else { next };
            if next.is("(") && !rest.next()?.is(")") {
                return None;
            }
            let value = if name.is_word() { i32::from(self.is_defined(&name.text)) } else { return None };
            out.push(Token { lexis: Lexis::Number, text: value.to_string().into(), ..token.clone() });
        }
        Some(out)
    }

    fn expanded(&mut self, tokens: Vec<Token>) -> Result<Vec<Token>, Stop> {
        let entered = self.entered();
        Expander::new(self.files, &self.macros, &mut self.budget, &mut self.found, &entered, None).expand(tokens)
    }

    fn message(&mut self, line: &Line) -> String {
        self.frame().source.text[line.text_start..line.range.end].trim().to_owned()
    }

    fn wrong(&mut self, entry: &'static Entry, line: &Line) -> Result<(), Stop> {
        let error = Diagnostic::new(entry, self.place(line)).arg("word", &line.word);
        self.found.push(error);
        Ok(())
    }

    fn malformed(&mut self, line: &Line, at: Option<Span>, problem: Text) {
        let at = at.unwrap_or(self.place(line));
        let error = Diagnostic::new(&catalogue::MALFORMED_PREPROCESSOR_LINE, at).arg("word", &line.word);
        self.found.push(error.words("problem", problem));
    }

    /// The place of `#` and the word behind it.
    fn place(&mut self, line: &Line) -> Span {
        let end = if line.word.is_empty() { line.range.start + 1 } else { line.text_start };
        self.frame().source.written(line.range.start..end.max(line.range.start + 1).min(line.range.end))
    }
}

/// The tokens with words as C separates them: `?` belongs to none.
fn c_words(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::new();
    for token in tokens {
        let mut rest = &*token.text;
        if !matches!(token.lexis, Lexis::Word | Lexis::Number) {
            out.push(token.clone());
            continue;
        }
        while !rest.is_empty() {
            let len = rest.find('?').unwrap_or(rest.len()).max(1);
            let part = &rest[..len];
            let lexis = match part.chars().next() {
                Some('?') => Lexis::Sign,
                Some('0'..='9') => Lexis::Number,
                _ => Lexis::Word,
            };
            out.push(Token { lexis, text: part.into(), ..token.clone() });
            rest = &rest[len..];
        }
    }
    out
}

/// The text of a condition: blanks where they were, and between words.
fn condition_text(tokens: &[Token]) -> String {
    let mut text = String::new();
    let mut after_word = false;
    for token in tokens {
        let is_word = matches!(token.lexis, Lexis::Word | Lexis::Number);
        if token.blank || after_word && is_word {
            text.push(' ');
        }
        text.push_str(&token.text);
        after_word = is_word;
    }
    text
}
