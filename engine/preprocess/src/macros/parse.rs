//! Definitions of macros.

use std::cell::Cell;

use diagnostics::{Span, Text};
use syntax::Lexis;

use super::{CONSTANTS, Macro, Parameters, Part, Piece};
use crate::token::{Token, spelling};

/// What is wrong with a line, and where.
pub(crate) type Problem = (Option<Span>, Text);

const NAME: Text = Text { en: "a name is expected", zh: "此处应为名称" };
const RESERVED: Text = Text { en: "this name cannot be a macro", zh: "该名称不能用作宏" };
const PARAMETER: Text =
    Text { en: "a parameter's name, `...` or `)` is expected", zh: "此处应为参数名、`...` 或 `)`" };
const SAME_PARAMETER: Text = Text { en: "two parameters have one name", zh: "两个参数同名" };
const NOT_A_PARAMETER: Text = Text { en: "`#` must stand before a parameter", zh: "`#` 之后必须是参数" };
const NO_STRING: Text =
    Text { en: "`#` means nothing in a macro without parameters", zh: "没有参数的宏中 `#` 没有意义" };
const PASTE_AT_END: Text = Text { en: "`##` must stand between two tokens", zh: "`##` 必须位于两个记号之间" };

/// The macro that the tokens behind `#define` define.
///
/// # Errors
/// The problem with its place; without one it is the end of the line.
pub(crate) fn define(tokens: &[Token]) -> Result<Macro, Problem> {
    let name = name(tokens)?;
    let rest = &tokens[1..];
    let (parameters, body) = match rest.first() {
        Some(open) if open.is("(") && !open.blank => {
            let (parameters, used) = parameters(&rest[1..])?;
            (Some(parameters), &rest[1 + used..])
        }
        _ => (None, rest),
    };
    let parts = parts(parameters.as_ref(), body)?;
    let whole = format!("{}{}", if parameters.is_some() { "" } else { " " }, spelling(rest));
    Ok(Macro {
        name: name.text.clone(),
        named: name.written,
        parameters,
        parts,
        spelling: whole,
        in_use: Cell::new(false),
    })
}

/// The macro's name at the beginning of `tokens`.
pub(crate) fn name(tokens: &[Token]) -> Result<&Token, Problem> {
    let name = tokens.first().ok_or((None, NAME))?;
    if !name.is_word() {
        return Err((Some(name.written), NAME));
    }
    if name.is("defined") || name.is("__VA_ARGS__") || CONSTANTS.contains(&&*name.text) {
        return Err((Some(name.written), RESERVED));
    }
    Ok(name)
}

/// The parameters behind `(`, and how many tokens they take, `)` included.
fn parameters(tokens: &[Token]) -> Result<(Parameters, usize), Problem> {
    let mut parameters = Parameters::default();
    let mut at = 0;
    let token = |at: usize| tokens.get(at).ok_or((None, PARAMETER));
    if token(0)?.is(")") {
        return Ok((parameters, 1));
    }
    loop {
        let here = token(at)?;
        if here.is(".") && token(at + 1)?.is(".") && token(at + 2)?.is(".") {
            parameters.names.push("__VA_ARGS__".into());
            parameters.variadic = true;
            at += 3;
        } else if here.is_word() {
            if parameters.position(&here.text).is_some() {
                return Err((Some(here.written), SAME_PARAMETER));
            }
            parameters.names.push(here.text.clone());
            at += 1;
        } else {
            return Err((Some(here.written), PARAMETER));
        }
        let behind = token(at)?;
        if behind.is(")") {
            return Ok((parameters, at + 1));
        }
        if !behind.is(",") || parameters.variadic {
            return Err((Some(behind.written), PARAMETER));
        }
        at += 1;
    }
}

fn parts(parameters: Option<&Parameters>, body: &[Token]) -> Result<Vec<Part>, Problem> {
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    let mut pasted = false;
    while let Some(token) = body.get(at) {
        let is_hash = token.lexis == Lexis::Hash;
        let next = body.get(at + 1);
        if is_hash && next.is_some_and(|next| next.lexis == Lexis::Hash && !next.blank) {
            if parts.is_empty() || pasted || body.len() == at + 2 {
                return Err((Some(token.written), PASTE_AT_END));
            }
            if let Some(Part { piece: piece @ Piece::Expanded(_), .. }) = parts.last_mut()
                && let Piece::Expanded(index) = *piece
            {
                *piece = Piece::Given(index);
            }
            pasted = true;
            at += 2;
            continue;
        }
        let position = |token: &Token| parameters?.position(&token.text).filter(|_| token.is_word());
        let piece = match (parameters, position(token)) {
            (Some(_), _) if is_hash => {
                at += 1;
                let index = next.and_then(position).ok_or((Some(token.written), NOT_A_PARAMETER))?;
                Piece::Quoted(index, token.written)
            }
            (_, Some(index)) if pasted => Piece::Given(index),
            (_, Some(index)) => Piece::Expanded(index),
            _ if is_hash => return Err((Some(token.written), NO_STRING)),
            _ => Piece::Token(token.clone()),
        };
        parts.push(Part { piece, blank: token.blank && !parts.is_empty(), pasted: std::mem::take(&mut pasted) });
        at += 1;
    }
    Ok(parts)
}
