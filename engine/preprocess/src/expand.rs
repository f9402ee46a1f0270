//! Replacing macros.

mod arguments;
mod reader;
mod substitute;

use std::rc::Rc;

use diagnostics::{Diagnostic, Files, Span, Text, catalogue};
use syntax::Lexis;

pub(crate) use self::reader::Reader;
use crate::budget::{Budget, Stop};
use crate::macros::{CONSTANTS, Macro, Macros};
use crate::token::Token;

/// Macros used in arguments of macros, one inside the other, and parentheses in an argument: as deep as a program may be.
const DEPTH_MAX: usize = 500;

/// Replaces the macros of some tokens.
///
/// A name is not replaced while its own macro is: then it is settled for good. What a macro becomes is read again together
/// with what follows it.
pub(crate) struct Expander<'a, 's> {
    pub(crate) files: &'a Files,
    pub(crate) macros: &'a Macros,
    pub(crate) budget: &'a mut Budget,
    pub(crate) found: &'a mut Vec<Diagnostic>,
    /// What follows in the text; `None` where nothing belongs to the tokens.
    pub(crate) reader: Option<Reader<'s>>,
    /// The inclusions that led to this text, innermost first.
    pub(crate) entered: &'a [Span],
    pending: Vec<Pending>,
    /// What is pending below belongs to another list of tokens.
    floor: usize,
    depth: usize,
}

/// Tokens to be read before all others.
struct Pending {
    tokens: std::vec::IntoIter<Token>,
    /// The macro that became these.
    of: Option<Rc<Macro>>,
}

impl<'a, 's> Expander<'a, 's> {
    pub(crate) fn new(
        files: &'a Files,
        macros: &'a Macros,
        budget: &'a mut Budget,
        found: &'a mut Vec<Diagnostic>,
        entered: &'a [Span],
        reader: Option<Reader<'s>>,
    ) -> Self {
        Self { files, macros, budget, found, reader, entered, pending: Vec::new(), floor: 0, depth: 0 }
    }

    /// What `tokens`, together with what the reader gives, become. The reader then stands behind all that was used.
    pub(crate) fn expand(&mut self, tokens: Vec<Token>) -> Result<Vec<Token>, Stop> {
        let used = tokens.first().map(|token| token.written);
        let expanded = used.map_or(Ok(Vec::new()), |used| self.expand_used(tokens, used));
        self.pending.drain(..).for_each(Pending::leave);
        expanded
    }

    fn expand_used(&mut self, tokens: Vec<Token>, used: Span) -> Result<Vec<Token>, Stop> {
        self.pending.push(Pending { tokens: tokens.into_iter(), of: None });
        let mut out = Vec::new();
        while let Some(token) = self.take() {
            if token.is_word() && !token.settled && CONSTANTS.contains(&&*token.text) {
                out.push(self.constant(&token, used));
                continue;
            }
            match self.macros.get(&token.text).filter(|_| token.is_word() && !token.settled) {
                Some(name) => self.replace(&token, name, used, &mut out)?,
                None => out.push(token),
            }
        }
        Ok(out)
    }

    fn replace(&mut self, token: &Token, replaced: &Rc<Macro>, used: Span, out: &mut Vec<Token>) -> Result<(), Stop> {
        let arguments = match &replaced.parameters {
            None => Vec::new(),
            Some(_) if !self.opens() => {
                out.push(token.clone());
                return Ok(());
            }
            Some(parameters) => match self.arguments(replaced, parameters, used)? {
                Some(arguments) => arguments,
                None => return Ok(()),
            },
        };
        self.budget.take_tokens([token], used)?;
        let mut tokens = self.substituted(replaced, arguments, used)?;
        if let Some(first) = tokens.first_mut() {
            first.blank = token.blank;
        }
        replaced.in_use.set(true);
        self.pending.push(Pending { tokens: tokens.into_iter(), of: Some(replaced.clone()) });
        Ok(())
    }

    /// What the tokens of an argument become for themselves.
    fn expanded(&mut self, tokens: Vec<Token>, used: Span) -> Result<Vec<Token>, Stop> {
        if self.depth == DEPTH_MAX {
            return Err(too_deep(used));
        }
        self.depth += 1;
        let floor = std::mem::replace(&mut self.floor, self.pending.len());
        let expanded = self.expand_used(tokens, used);
        self.floor = floor;
        self.depth -= 1;
        expanded
    }

    /// The next token that is pending.
    fn take(&mut self) -> Option<Token> {
        while self.pending.len() > self.floor {
            let last = self.pending.last_mut()?;
            if let Some(mut token) = last.tokens.next() {
                token.settled |= token.is_word() && self.macros.get(&token.text).is_some_and(|name| name.in_use.get());
                return Some(token);
            }
            self.pending.pop().into_iter().for_each(Pending::leave);
        }
        None
    }

    /// True where `(` comes next.
    fn opens(&self) -> bool {
        let pending = self.pending[self.floor..].iter().rev().find_map(|pending| pending.tokens.as_slice().first());
        match (pending, &self.reader) {
            (Some(token), _) => token.is("("),
            (None, Some(reader)) if self.depth == 0 => reader.opens(),
            (None, _) => false,
        }
    }

    fn constant(&self, token: &Token, used: Span) -> Token {
        let (lexis, text) = match &*token.text {
            "__LINE__" => (Lexis::Number, self.files.place(used).line.to_string()),
            "__FILE__" => (Lexis::Quoted(true), quoted(self.files.name(used))),
            _ => {
                let place = |span: &Span| {
                    let place = self.files.place(*span);
                    format!("{}:{}:{}", self.files.name(*span), place.line, place.column)
                };
                (Lexis::Quoted(true), quoted(&self.entered.iter().map(place).collect::<Vec<_>>().join(";")))
            }
        };
        Token { lexis, text: text.into(), ..token.clone() }
    }

    fn report(&mut self, error: Diagnostic, replaced: &Macro) {
        const DEFINED: Text = Text { en: "the macro is defined here", zh: "宏在此处定义" };
        self.found.push(error.arg("name", &replaced.name).related(replaced.named, DEFINED));
    }
}

impl Pending {
    fn leave(self) {
        if let Some(of) = self.of {
            of.in_use.set(false);
        }
    }
}

fn too_deep(used: Span) -> Stop {
    let error = Diagnostic::new(&catalogue::EXPANSION_TOO_DEEP, used);
    Stop(Some(Box::new(error.arg("limit", DEPTH_MAX))))
}

/// `text` as a string literal.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
