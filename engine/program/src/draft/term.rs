//! Terms.

use diagnostics::{Diagnostic, Span, catalogue};
use syntax::{SyntaxKind, ast};
use values::Rounding;

use super::build::{Builder, Place};
use super::{Call, Fixed, Form, Link, Term};
use crate::declarations::Declarations;
use crate::features::{self, Feature};
use crate::operations::{self, Operation};

impl Builder<'_> {
    pub(super) fn term(&mut self, term: &ast::Term, place: Place) -> Term {
        let span = term.span(self.file);
        match term {
            ast::Term::Constant(constant) => self.constant(constant),
            ast::Term::Variable(variable) => match variable.name() {
                Some(name) => Term::Variable(self.variable(name.text(), span), span),
                None => Term::Broken { inside: Vec::new(), span },
            },
            ast::Term::Wildcard(_) if place == Place::BodyArgument => Term::Wildcard(span),
            ast::Term::Wildcard(_) => {
                self.report.push(Diagnostic::new(&catalogue::MISPLACED_WILDCARD, span));
                Term::Broken { inside: Vec::new(), span }
            }
            ast::Term::Nil(_) => self.record(Form::Nil, &[], span, place),
            ast::Term::Record(record) => self.record(Form::Record, &record.arguments(), span, place),
            ast::Term::Branch(branch) => self.branch(branch, span, place),
            ast::Term::OldCounter(_) => {
                self.report.push(Diagnostic::new(&catalogue::OLD_COUNTER, span));
                Term::Counter(self.node(), span)
            }
            ast::Term::UserCall(call) => self.refused(&features::USER_FUNCTORS, span, &call.arguments()),
            ast::Term::UserAggregate(_) => self.refused(&features::USER_AGGREGATES, span, &[]),
            // The preprocessor has put their values in their place.
            ast::Term::Source(_) => Term::Broken { inside: Vec::new(), span },
            ast::Term::Cast(cast) => self.cast(cast, span, place.inside()),
            ast::Term::Call(call) => self.call(call, span),
            ast::Term::Aggregate(aggregate) => self.aggregate(aggregate, span),
            ast::Term::Paren(paren) => match paren.term() {
                Some(inner) => self.term(&inner, place.inside()),
                None => Term::Broken { inside: Vec::new(), span },
            },
            ast::Term::Unary(unary) => self.unary(unary, span),
            ast::Term::Chain(chain) => self.chain(chain, span),
        }
    }

    fn refused(&mut self, feature: &'static Feature, span: Span, args: &[ast::Argument]) -> Term {
        let told = self.refused.iter().any(|told| std::ptr::eq(*told, feature));
        if !told {
            self.refused.push(feature);
            self.report.push(feature.refused(span));
        }
        Term::Broken { inside: self.args(args, Place::BodyArgument), span }
    }

    fn cast(&mut self, cast: &ast::Cast, span: Span, place: Place) -> Term {
        let operand = cast.operand().map(|operand| self.term(&operand, place));
        let Declarations { types, damage, .. } = self.declarations;
        let to = cast.type_name().and_then(|name| types.resolve(&name, self.file, self.namespace, damage, self.report));
        match (operand, to) {
            (Some(operand), Some(to)) => {
                let operation = operations::cast_to(types.primitive(to));
                Term::Cast { operand: Box::new(operand), to, operation, node: self.node(), span }
            }
            (operand, _) => Term::Broken { inside: operand.into_iter().collect(), span },
        }
    }

    fn unary(&mut self, unary: &ast::Unary, span: Span) -> Term {
        let operand = unary.operand().map(|operand| self.term(&operand, Place::Inside));
        let operation = unary.operator().and_then(|operator| operations::prefix(operator.kind()));
        match (operation, operand) {
            (Some(operation), Some(Term::Constant(mut constant))) if operation.name == "-" && constant.takes_sign() => {
                constant.negative = !constant.negative;
                Term::Constant(constant)
            }
            (Some(operation), Some(operand)) => self.operation(operation, vec![operand], span),
            (_, operand) => Term::Broken { inside: operand.into_iter().collect(), span },
        }
    }

    fn operation(&mut self, operation: &'static Operation, args: Vec<Term>, span: Span) -> Term {
        Term::Call(Call { operation, args, fixed: None, node: self.node(), span })
    }

    fn chain(&mut self, chain: &ast::Chain, span: Span) -> Term {
        let rest = chain.rest();
        let Some(first) = chain.first() else { return Term::Broken { inside: Vec::new(), span } };
        if rest.first().is_some_and(|(operator, _)| operator.kind() == SyntaxKind::CARET) {
            return self.powers(&first, &rest, span);
        }
        let first = self.term(&first, Place::Inside);
        let start = first.span();
        let mut links = Vec::with_capacity(rest.len());
        for (operator, operand) in &rest {
            let right = self.term(operand, Place::Inside);
            let span = Span { start: span.start, ..operand.span(self.file) };
            let Some(operation) = operations::infix(operator.kind()) else { continue };
            links.push(Link { operation, right, node: self.node(), span });
        }
        if links.is_empty() { first } else { Term::Chain { first: Box::new(first), rest: links, start } }
    }

    /// `a ^ b ^ c` is `a ^ (b ^ c)`: a chain from the last operand to the first, so that it is not deep however long.
    fn powers(&mut self, first: &ast::Term, rest: &[(ast::Token, ast::Term)], span: Span) -> Term {
        let operands = std::iter::once(first).chain(rest.iter().map(|(_, operand)| operand));
        let mut terms: Vec<Term> = operands.map(|operand| self.term(operand, Place::Inside)).collect();
        let Some(last) = terms.pop() else { return Term::Broken { inside: Vec::new(), span } };
        let links = terms.into_iter().rev().map(|base| {
            let span = Span { start: base.span().start, ..span };
            Link { operation: operations::power_of(), right: base, node: self.node(), span }
        });
        Term::Chain { rest: links.collect(), start: last.span(), first: Box::new(last) }
    }

    fn call(&mut self, call: &ast::Call, span: Span) -> Term {
        let Some(name) = call.name() else { return Term::Broken { inside: Vec::new(), span } };
        let written = call.arguments();
        match name.kind() {
            SyntaxKind::AUTOINC | SyntaxKind::RECURSIVE_ITERATION_CNT if !written.is_empty() => {
                self.wrong_count(name.text(), (0, 0), written.len(), span);
                return Term::Broken { inside: self.args(&written, Place::Inside), span };
            }
            SyntaxKind::AUTOINC => return Term::Counter(self.node(), span),
            SyntaxKind::RECURSIVE_ITERATION_CNT => return Term::RoundNumber(self.node(), span),
            _ => {}
        }
        if name.text() == operations::deadline().name {
            return self.deadline(&written, span);
        }
        let Some(operation) = operations::named(name.text()) else {
            let error = Diagnostic::new(&catalogue::UNKNOWN_FUNCTOR, span).arg("name", name.text());
            let near = self.report.near_or_all(name.text(), operations::names().collect());
            self.report.push(error.list("near", near));
            return Term::Broken { inside: self.args(&written, Place::Inside), span };
        };
        if operation.name == "round" && written.len() == 3 {
            return self.round(&written, span);
        }
        let args = self.args(&written, Place::Inside);
        if args.len() < operation.arity.0 || args.len() > operation.arity.1 {
            if args.len() == written.len() {
                self.wrong_count(operation.name, operation.arity, args.len(), span);
            }
            return Term::Broken { inside: args, span };
        }
        self.operation(operation, args, span)
    }

    /// The number of arguments of a functor is wrong.
    pub(super) fn wrong_count(&mut self, name: &str, arity: (usize, usize), found: usize, span: Span) {
        let expected = match arity {
            (least, usize::MAX) => format!("{least}+"),
            (least, most) if least == most => least.to_string(),
            (least, most) => format!("{least}-{most}"),
        };
        let error = Diagnostic::new(&catalogue::FUNCTOR_ARITY, span).arg("name", name);
        self.report.push(error.arg("expected", expected).arg("found", found));
    }

    /// `round(x, places, "mode")`: the mode is part of the functor.
    fn round(&mut self, written: &[ast::Argument], span: Span) -> Term {
        let args = self.args(&written[..2], Place::Inside);
        let mode = written[2].term();
        let token = match &mode {
            Some(ast::Term::Constant(constant)) => constant.token(),
            _ => None,
        };
        let rounding = token.and_then(|token| token.string_value()).and_then(|name| Rounding::named(&name));
        if rounding.is_none() || args.len() < 2 {
            if let Some(mode) = mode {
                self.report.push(Diagnostic::new(&catalogue::UNKNOWN_ROUNDING, mode.span(self.file)));
            }
            return Term::Broken { inside: args, span };
        }
        let fixed = rounding.map(Fixed::Rounding);
        Term::Call(Call { operation: operations::round(), args, fixed, node: self.node(), span })
    }
}
