//! Literals.

use diagnostics::Span;
use syntax::SyntaxKind;
use syntax::ast;

use super::build::{Builder, Place};
use super::{Body, Literal, LiteralKind};
use crate::checked::{AbsentForm, Comparison, TextTest};

impl Builder<'_> {
    pub(super) fn literal(&mut self, literal: &ast::Literal) -> Body {
        let span = literal.span(self.file);
        let index = self.index;
        let kind = match literal {
            ast::Literal::Negation(negation) => {
                let operand = negation.operand();
                self.positive = !self.positive;
                let inner = operand.map_or_else(|| Body::All(Vec::new()), |operand| self.literal(&operand));
                self.positive = !self.positive;
                return Body::Not(Box::new(inner));
            }
            ast::Literal::Not(not) => {
                return self.absent(not.atom(), not.within(), AbsentForm::Not, span);
            }
            ast::Literal::Paren(paren) => {
                let body = paren.body();
                return body.map_or_else(|| Body::All(Vec::new()), |body| self.body(&body));
            }
            ast::Literal::Atom(atom) => {
                if let Some(body) = self.parameter(atom).or_else(|| self.limit(atom)) {
                    return body;
                }
                self.index += 1;
                LiteralKind::Atom(self.atom(atom, Place::BodyArgument))
            }
            ast::Literal::Comparison(comparison) => {
                let main = self.comparison(comparison, span);
                return self.provisos(comparison, main, span);
            }
            ast::Literal::Test(test) => {
                self.index += 1;
                self.test(test)
            }
            ast::Literal::Truth(truth) => {
                self.index += 1;
                LiteralKind::Truth(truth.value())
            }
        };
        Body::Literal(Literal { index, kind, span })
    }

    fn comparison(&mut self, comparison: &ast::Comparison, span: Span) -> Body {
        let sides = [comparison.left(), comparison.right()];
        let op = comparison.operator().and_then(|operator| comparison_of(operator.kind()));
        let is_equality = match op {
            Some(Comparison::Equal) => self.positive,
            Some(Comparison::NotEqual) => !self.positive,
            _ => false,
        };
        let place = if is_equality { Place::Side } else { Place::Inside };
        let mut terms: Vec<_> = sides.iter().flatten().map(|side| self.term(side, place)).collect();
        let kinds = match (op, terms.pop(), terms.pop()) {
            (Some(Comparison::Equal), Some(right), Some(left)) if is_equality => self.equalities(left, right),
            (Some(op), Some(right), Some(left)) => vec![LiteralKind::Compare { op, left, right }],
            (_, last, first) => vec![LiteralKind::Broken(first.into_iter().chain(last).collect())],
        };
        let literals = kinds.into_iter().map(|kind| {
            self.index += 1;
            Body::Literal(Literal { index: self.index - 1, kind, span })
        });
        let mut literals: Vec<Body> = literals.collect();
        if literals.len() == 1 { literals.remove(0) } else { Body::All(literals) }
    }

    fn test(&mut self, test: &ast::Test) -> LiteralKind {
        let is_match = test.word().is_some_and(|word| word.kind() == SyntaxKind::MATCH);
        let written = test.arguments();
        let args = self.args(&written, Place::Inside);
        match <[super::Term; 2]>::try_from(args) {
            Ok(args) => LiteralKind::Text { test: if is_match { TextTest::Match } else { TextTest::Contains }, args },
            Err(args) => {
                if args.len() == written.len() {
                    let name = if is_match { "match" } else { "contains" };
                    self.wrong_count(name, (2, 2), args.len(), test.span(self.file));
                }
                LiteralKind::Broken(args)
            }
        }
    }
}

fn comparison_of(kind: SyntaxKind) -> Option<Comparison> {
    Some(match kind {
        SyntaxKind::EQ => Comparison::Equal,
        SyntaxKind::NE => Comparison::NotEqual,
        SyntaxKind::LT => Comparison::Less,
        SyntaxKind::LE => Comparison::LessEqual,
        SyntaxKind::GT => Comparison::Greater,
        SyntaxKind::GE => Comparison::GreaterEqual,
        _ => return None,
    })
}
