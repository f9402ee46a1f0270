//! Macros and their definitions.

mod parse;
mod part;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::Lexis;

pub(crate) use self::parse::{define, name};
pub(crate) use self::part::{Part, Piece};
use crate::source::Source;
use crate::token::{Token, tokens};

/// Names that are the language's own constants.
pub(crate) const CONSTANTS: [&str; 3] = ["__FILE__", "__LINE__", "__INCL__"];

/// A macro.
#[derive(Debug)]
pub(crate) struct Macro {
    pub(crate) name: Rc<str>,
    /// The place of its name in the definition.
    pub(crate) named: Span,
    /// `None` for a macro that takes no arguments, not even an empty list.
    pub(crate) parameters: Option<Parameters>,
    pub(crate) parts: Vec<Part>,
    /// The definition behind the name, to tell whether two are equal.
    spelling: String,
    /// True while it is being replaced, when its own name means nothing.
    pub(crate) in_use: Cell<bool>,
}

/// The parameters of a macro.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    names: Vec<Rc<str>>,
    /// The last one takes all further arguments.
    pub(crate) variadic: bool,
}

impl Parameters {
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| **known == *name)
    }
}

impl Macro {
    /// True where both mean the same.
    pub(crate) fn same_as(&self, other: &Macro) -> bool {
        self.spelling == other.spelling
    }
}

/// The macros that are defined.
pub(crate) type Macros = BTreeMap<Rc<str>, Rc<Macro>>;

/// The macros that `text`, the definitions `NAME=VALUE` or `NAME` separated by blanks, defines. What is wrong goes
/// to `found`.
pub(crate) fn outside(file: FileId, text: &str, found: &mut dyn FnMut(Diagnostic)) -> Macros {
    let source = Source::plain(file, text);
    let mut macros = Macros::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let (start, end) = (at, at + word.trim_end().len());
        at += word.len();
        if start == end {
            continue;
        }
        let sign = text[start..end].find('=').map_or(end, |sign| start + sign);
        let mut definition = tokens(&source, start..sign);
        let mut value = tokens(&source, end.min(sign + 1)..end);
        if sign == end
            && let Some(name) = definition.first()
        {
            value = vec![Token { lexis: Lexis::Number, text: "1".into(), ..name.clone() }];
        }
        if let Some(first) = value.first_mut() {
            first.blank = true;
        }
        definition.extend(value);
        match define(&definition) {
            Ok(defined) => {
                macros.insert(defined.name.clone(), Rc::new(defined));
            }
            Err((at, problem)) => {
                let at = at.unwrap_or(source.written(start..end));
                let error = Diagnostic::new(&catalogue::MALFORMED_PREPROCESSOR_LINE, at).arg("word", "define");
                found(error.words("problem", problem));
            }
        }
    }
    macros
}
