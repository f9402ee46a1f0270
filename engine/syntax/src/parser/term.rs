//! Terms without operators.

use diagnostics::catalogue::MISPLACED_ARGUMENT_NAME;

use crate::SyntaxKind::{self, *};
use crate::parser::body::Ending;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// primary = constant | variable | `_` | `nil` | call | record | branch | cast | aggregate | `(` term `)` | ...
    pub(super) fn primary(&mut self) -> Parsed {
        match self.kind() {
            kind if is_constant(kind) => self.leaf(CONSTANT),
            IDENT if self.nth(1) == L_PAREN => self.call(),
            IDENT => self.leaf(VARIABLE),
            UNDERSCORE => self.leaf(WILDCARD),
            NIL => self.leaf(NIL_TERM),
            FILE_CONST | LINE_CONST | INCL_CONST => self.leaf(SOURCE_CONSTANT),
            L_PAREN => self.paren_term(),
            L_BRACKET => self.node(RECORD, |p| p.argument_list(L_BRACKET, Self::call_argument)),
            DOLLAR => self.branch(),
            AT => self.node(USER_CALL, |p| {
                p.bump();
                p.identifier()?;
                p.arguments(Self::call_argument)
            }),
            AT2 => self.user_aggregate(),
            MIN | MAX if self.nth(1) == L_PAREN && self.tokens.group(self.at + 1).has_comma => self.call(),
            COUNT | SUM | MIN | MAX | MEAN if !ends_term(self.nth(1)) => self.aggregate(),
            AS if self.nth(1) == L_PAREN => self.cast(),
            kind if is_functor(kind) && self.nth(1) == L_PAREN => self.call(),
            kind if kind.is_reserved() && kind.precedence().is_none() => self.node(VARIABLE, Self::identifier),
            _ => match self.percentage() {
                Some(span) => self.foreign_number(span),
                None => self.unexpected(expected::TERM),
            },
        }
    }

    /// arguments = `(` { argument `,` } `)`
    pub(super) fn arguments(&mut self, argument: impl FnMut(&mut Self) -> Parsed) -> Parsed {
        self.argument_list(L_PAREN, argument)
    }

    fn argument_list(&mut self, open: SyntaxKind, mut argument: impl FnMut(&mut Self) -> Parsed) -> Parsed {
        self.node(ARGUMENT_LIST, |p| p.list(open, |p| p.node(ARGUMENT, &mut argument)))
    }

    /// An argument of something that has no columns: a name in front of it is reported.
    pub(super) fn call_argument(&mut self) -> Parsed {
        if self.is(IDENT) && self.nth(1) == COLON {
            self.report(&MISPLACED_ARGUMENT_NAME, self.span(self.at), |d| d);
            self.bump();
            self.bump();
        }
        self.term()
    }

    /// call = word arguments
    fn call(&mut self) -> Parsed {
        self.node(CALL, |p| {
            p.bump();
            p.arguments(Self::call_argument)
        })
    }

    fn paren_term(&mut self) -> Parsed {
        self.nested(|p| {
            p.node(PAREN_TERM, |p| {
                p.bump();
                if p.term().is_err() {
                    p.recover(&[]);
                }
                p.expect(R_PAREN)
            })
        })
    }

    /// branch = `$` name arguments; `$` alone is the old counter
    fn branch(&mut self) -> Parsed {
        if self.nth(1) != IDENT {
            return self.leaf(OLD_COUNTER);
        }
        self.node(BRANCH, |p| {
            p.bump();
            p.name()?;
            p.arguments(Self::call_argument)
        })
    }

    /// cast = `as` `(` term `,` type `)`
    fn cast(&mut self) -> Parsed {
        self.nested(|p| {
            p.node(CAST, |p| {
                p.bump();
                p.bump();
                if p.cast_content().is_err() {
                    p.recover(&[]);
                }
                p.expect(R_PAREN)
            })
        })
    }

    fn cast_content(&mut self) -> Parsed {
        self.term()?;
        self.expect(COMMA)?;
        self.type_name()
    }

    /// aggregate = `count` `:` body | (`sum` | `min` | `max` | `mean`) term `:` body
    fn aggregate(&mut self) -> Parsed {
        self.nested(|p| {
            p.node(AGGREGATE, |p| {
                let has_target = !p.is(COUNT);
                p.bump();
                if has_target {
                    p.term()?;
                }
                p.expect(COLON)?;
                p.aggregate_body()
            })
        })
    }

    /// user aggregate = `@@` identifier term `:` term `,` body
    fn user_aggregate(&mut self) -> Parsed {
        self.nested(|p| {
            p.node(USER_AGGREGATE, |p| {
                p.bump();
                p.identifier()?;
                p.term()?;
                p.expect(COLON)?;
                p.term()?;
                p.expect(COMMA)?;
                p.aggregate_body()
            })
        })
    }

    /// aggregate body = atom | `{` conjunction `}`
    fn aggregate_body(&mut self) -> Parsed {
        self.node(AGGREGATE_BODY, |p| {
            if p.is(IDENT) || p.kind().is_reserved() {
                return p.atom();
            }
            if !p.is(L_BRACE) {
                return p.unexpected(expected::AGGREGATE_BODY);
            }
            let opener = p.at;
            p.bump();
            p.in_aggregates += 1;
            let parsed = p.body(Ending::Brace(opener));
            p.in_aggregates -= 1;
            if parsed.is_err() {
                p.recover(&[]);
            }
            p.expect(R_BRACE)
        })
    }
}

/// True for the first token of a term.
pub(super) fn starts_term(kind: SyntaxKind) -> bool {
    let word = is_functor(kind) || matches!(kind, AS | COUNT | SUM | MEAN | NIL | FILE_CONST | LINE_CONST | INCL_CONST);
    let sign = matches!(kind, L_PAREN | L_BRACKET | DOLLAR | AT | AT2 | UNDERSCORE | MINUS | BNOT | LNOT);
    kind == IDENT || is_constant(kind) || word || sign
}

pub(super) fn is_constant(kind: SyntaxKind) -> bool {
    matches!(kind, INTEGER | UNSIGNED | FLOAT | DECIMAL | IPV4 | MALFORMED_NUMBER | STRING | DATE)
}

fn is_functor(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        AUTOINC
            | CAT
            | MAX
            | MIN
            | ORD
            | RANGE
            | RECURSIVE_ITERATION_CNT
            | STRLEN
            | SUBSTR
            | TO_FLOAT
            | TO_NUMBER
            | TO_STRING
            | TO_UNSIGNED
    )
}

/// What stands behind a whole term, not behind the word of an aggregate.
fn ends_term(kind: SyntaxKind) -> bool {
    matches!(kind, COMMA | SEMICOLON | DOT | R_PAREN | R_BRACKET | R_BRACE | EQ | NE | LT | LE | GT | GE | EOF)
}
