//! A macro's body with its arguments.

use diagnostics::{Diagnostic, Span, catalogue};
use syntax::{Lexis, Scan};

use super::{Expander, quoted};
use crate::budget::Stop;
use crate::macros::{Macro, Piece};
use crate::token::{Token, spelling};

impl Expander<'_, '_> {
    /// The body of `replaced`, its parameters replaced by `arguments`.
    pub(super) fn substituted(
        &mut self,
        replaced: &Macro,
        arguments: Vec<Vec<Token>>,
        used: Span,
    ) -> Result<Vec<Token>, Stop> {
        let mut expanded: Vec<Option<Vec<Token>>> = vec![None; arguments.len()];
        let mut out: Vec<Token> = Vec::new();
        // Where the tokens joined by `##` to the last part begin.
        let mut group = 0;
        for part in &replaced.parts {
            let mut tokens = match &part.piece {
                Piece::Token(token) => vec![token.clone()],
                Piece::Given(index) => arguments[*index].clone(),
                Piece::Quoted(index, written) => {
                    let text = quoted(&spelling(&arguments[*index]));
                    vec![Token::new(Lexis::Quoted(true), &text, *written)]
                }
                Piece::Expanded(index) => {
                    let known = match expanded[*index].take() {
                        Some(known) => known,
                        None => self.expanded(arguments[*index].clone(), used)?,
                    };
                    expanded[*index].insert(known).clone()
                }
            };
            self.budget.take_tokens(&tokens, used)?;
            if let Some(first) = tokens.first_mut() {
                first.blank = part.blank;
            }
            if !part.pasted {
                group = out.len();
                out.append(&mut tokens);
                continue;
            }
            if self.takes_comma(replaced, &part.piece, &out[group..]) {
                if tokens.is_empty() {
                    out.pop();
                }
                out.append(&mut tokens);
                continue;
            }
            let mut tokens = tokens.into_iter();
            let left = if out.len() > group && tokens.len() > 0 { out.pop() } else { None };
            if let Some(left) = left
                && let Some(right) = tokens.next()
            {
                self.budget.take_tokens([&left, &right], used)?;
                self.paste(left, right, replaced, used, &mut out);
            }
            out.extend(tokens);
        }
        Ok(out)
    }

    /// `, ## __VA_ARGS__` drops the comma where no further arguments are given.
    fn takes_comma(&self, replaced: &Macro, piece: &Piece, left: &[Token]) -> bool {
        let Some(parameters) = replaced.parameters.as_ref().filter(|parameters| parameters.variadic) else {
            return false;
        };
        let is_rest = matches!(piece, Piece::Given(index) if *index + 1 == parameters.len());
        is_rest && left.last().is_some_and(|token| token.is(","))
    }

    fn paste(&mut self, left: Token, right: Token, replaced: &Macro, used: Span, out: &mut Vec<Token>) {
        let text = format!("{}{}", left.text, right.text);
        match Scan::default().next(&text) {
            Some((lexis @ (Lexis::Word | Lexis::Number | Lexis::Quoted(true) | Lexis::Sign), range))
                if range.len() == text.len() =>
            {
                out.push(Token { blank: left.blank, ..Token::new(lexis, &text, left.written) });
            }
            _ => {
                let error = Diagnostic::new(&catalogue::BAD_PASTE, used);
                self.report(error.arg("left", &left.text).arg("right", &right.text), replaced);
                out.extend([left, right]);
            }
        }
    }
}
