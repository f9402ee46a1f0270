//! Parameters and policies where rules name them.

use diagnostics::{Diagnostic, Span, Text, catalogue};
use syntax::ast;

use super::build::{Builder, Place};
use super::{Body, Call, Fixed, Literal, LiteralKind, Lookup, Term};
use crate::checked::{Comparison, ParameterId, PeriodUnit, Policy};
use crate::operations;

const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };

impl Builder<'_> {
    /// `p(keys, on: day, value)` as `value = p(..)`; `None` for atoms of relations.
    pub(super) fn parameter(&mut self, atom: &ast::Atom) -> Option<Body> {
        let name = atom.name()?.dotted();
        if self.declarations.relations.find(&name, self.namespace).is_some() {
            return None;
        }
        let parameter = self.declarations.registry.parameter(&name)?;
        let span = atom.span(self.file);
        let kind = self.lookup(parameter, &atom.arguments(), span);
        self.index += 1;
        Some(Body::Literal(Literal { index: self.index - 1, kind, span }))
    }

    fn lookup(&mut self, id: ParameterId, written: &[ast::Argument], span: Span) -> LiteralKind {
        let parameter = self.declarations.registry.parameters[id.0 as usize].clone();
        let (days, others): (Vec<_>, Vec<_>) = written.iter().partition(|argument| argument.name().is_some());
        let on = days.iter().find(|day| day.name().is_some_and(|name| name.text() == "on"));
        let expected = parameter.keys.len() + 1;
        if others.len() != expected || on.is_some() != parameter.dated || days.len() > usize::from(parameter.dated) {
            let error = Diagnostic::new(&catalogue::PARAMETER_ARGUMENTS, span).arg("name", &parameter.name);
            let form =
                parameter.keys.iter().map(|key| key.name.clone()).chain(parameter.dated.then(|| "on: day".into()));
            let form = form.chain([parameter.primitive.name().to_owned()]).collect::<Vec<_>>().join(", ");
            self.report.push(error.arg("form", form).related(parameter.span, DECLARED));
            return LiteralKind::Broken(self.args(written, Place::BodyArgument));
        }
        let (keys, value) = others.split_at(parameter.keys.len());
        let mut args: Vec<Term> = Vec::new();
        for term in keys.iter().copied().chain(on.copied()).filter_map(ast::Argument::term) {
            args.push(self.term(&term, Place::Inside));
        }
        let value = value.first().and_then(|value| value.term());
        let left = match value {
            Some(ast::Term::Wildcard(wildcard)) => {
                let span = wildcard.span(self.file);
                Term::Variable(self.variable("_", span), span)
            }
            Some(value) => self.term(&value, Place::Inside),
            None => return LiteralKind::Broken(args),
        };
        let right = Term::Parameter(Lookup { parameter: id, args, node: self.node(), span });
        LiteralKind::Compare { op: Comparison::Equal, left, right }
    }

    /// The policy that a term names.
    pub(super) fn policy(&mut self, term: &ast::Term) -> Option<Policy> {
        let name = if let ast::Term::Variable(variable) = term { variable.name() } else { None };
        let name = name.map(|name| name.text().to_owned());
        let registry = &self.declarations.registry;
        if let Some(found) = name.as_deref().and_then(|name| registry.policy(name)) {
            return Some(found.policy);
        }
        let name = name.unwrap_or_else(|| term.text().trim().to_owned());
        let error = Diagnostic::new(&catalogue::UNKNOWN_POLICY, term.span(self.file)).arg("name", &name);
        let known = registry.policies.iter().map(|policy| policy.name.as_str()).collect();
        let near = self.report.near_or_all(&name, known);
        self.report.push(error.list("near", near));
        None
    }

    /// `deadline(POLICY, start, n, "days")`: policy and unit choose the functor.
    pub(super) fn deadline(&mut self, written: &[ast::Argument], span: Span) -> Term {
        let terms: Vec<ast::Term> = written.iter().filter_map(ast::Argument::term).collect();
        let [policy, start, length, unit] = terms.as_slice() else {
            self.wrong_count("deadline", (4, 4), written.len(), span);
            return Term::Broken { inside: self.args(written, Place::Inside), span };
        };
        let policy = self.policy(policy);
        let args = vec![self.term(start, Place::Inside), self.term(length, Place::Inside)];
        let name = if let ast::Term::Constant(constant) = unit { constant.token() } else { None };
        let name = name.and_then(|token| token.string_value());
        let units = [PeriodUnit::Days, PeriodUnit::Months, PeriodUnit::Years];
        let found = units.into_iter().find(|unit| name.as_deref() == Some(unit.name()));
        if found.is_none() {
            self.report.push(Diagnostic::new(&catalogue::UNKNOWN_PERIOD_UNIT, unit.span(self.file)));
        }
        match (policy, found) {
            (Some(policy), Some(unit)) => {
                let fixed = Some(Fixed::Period(policy, unit));
                Term::Call(Call { operation: operations::deadline(), args, fixed, node: self.node(), span })
            }
            _ => Term::Broken { inside: args, span },
        }
    }
}
