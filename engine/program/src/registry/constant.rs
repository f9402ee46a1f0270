//! Constants of declarations: of the type that is declared for them.

use diagnostics::FileId;
use syntax::SyntaxKind;
use syntax::ast::{self, Token};
use values::{Primitive, Value};

use crate::constants;
use crate::draft::Constant;
use crate::infer::unfit;
use crate::report::Report;
use crate::types::Types;

/// The value of `term`; `None` where it does not fit the type, which is reported.
pub(crate) fn value(
    term: &ast::Term,
    file: FileId,
    primitive: Primitive,
    types: &Types,
    report: &mut Report,
) -> Option<Value> {
    of_type(&of_term(term, file)?, primitive, types, report)
}

/// The value of `constant`; `None` where it does not fit the type, which is reported.
pub(crate) fn of_type(constant: &Constant, primitive: Primitive, types: &Types, report: &mut Report) -> Option<Value> {
    let value = match unfit(constant, primitive, types) {
        Some(error) => Err(Box::new(error)),
        None => constants::value(constant, primitive),
    };
    value.map_err(|error| report.push(*error)).ok()
}

/// The constant that `term` is; `None` behind a syntax error.
fn of_term(term: &ast::Term, file: FileId) -> Option<Constant> {
    match term {
        ast::Term::Constant(constant) => of_token(&constant.token()?, false, file),
        ast::Term::Unary(unary) => match unary.operand()? {
            ast::Term::Constant(constant) => of_token(&constant.token()?, true, file),
            _ => None,
        },
        _ => None,
    }
}

/// The constant that `token` is; `None` for a malformed number.
pub(crate) fn of_token(token: &Token, negative: bool, file: FileId) -> Option<Constant> {
    let text = token.string_value().unwrap_or_else(|| token.text().to_owned());
    let constant = Constant { kind: token.kind(), text, negative, node: 0, span: token.span(file) };
    (token.kind() != SyntaxKind::MALFORMED_NUMBER).then_some(constant)
}
