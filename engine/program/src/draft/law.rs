//! What only the law says: absences that must be known, exceptions, provisos, limits that a statute includes or not.

use diagnostics::{Diagnostic, Span, catalogue};
use syntax::ast;

use super::build::{Builder, Place};
use super::{Absent, Body, Extent, Literal, LiteralKind, Term};
use crate::annotations::{Lighter, Marks};
use crate::checked::{AbsentForm, Comparison, RelId};
use crate::registry::CarveOut;

impl Builder<'_> {
    /// The body with what annotations and exceptions add to it. Exceptions that stand elsewhere come behind the rule's own; the
    /// two days of a lighter law come last.
    pub(super) fn under_law(&mut self, body: Body, rule: &ast::Rule, marks: &Marks) -> Body {
        let mut parts = vec![body];
        for unless in rule.exceptions() {
            parts.push(self.unless(&unless));
        }
        let declarations = self.declarations;
        let own = |carve_out: &&CarveOut| marks.label.as_ref() == Some(&carve_out.label);
        for carve_out in declarations.registry.exceptions.iter().filter(own) {
            let (file, namespace) = (self.file, self.namespace);
            (self.file, self.namespace) = (carve_out.file, &carve_out.namespace);
            parts.push(self.unless(&carve_out.unless));
            (self.file, self.namespace) = (file, namespace);
        }
        parts.extend(marks.lighter.as_ref().map(|lighter| self.days(lighter)));
        if parts.len() == 1 { parts.remove(0) } else { Body::All(parts) }
    }

    fn unless(&mut self, unless: &ast::Unless) -> Body {
        self.absent(unless.atom(), unless.within(), AbsentForm::Unless, unless.span(self.file))
    }

    /// `day = first ; day = second`
    fn days(&mut self, lighter: &Lighter) -> Body {
        let span = lighter.span;
        let day = |builder: &mut Self, date: &String| {
            let [left, right] = [&lighter.day, date].map(|name| Term::Variable(builder.variable(name, span), span));
            builder.push(LiteralKind::Compare { op: Comparison::Equal, left, right }, span)
        };
        Body::Any(lighter.dates.iter().map(|date| day(self, date)).collect())
    }

    /// `not p(..)`, `unless p(..)`
    pub(super) fn absent(
        &mut self,
        atom: Option<ast::Atom>,
        within: Option<ast::Within>,
        form: AbsentForm,
        span: Span,
    ) -> Body {
        let Some(atom) = atom else { return Body::All(Vec::new()) };
        let positive = std::mem::replace(&mut self.positive, false);
        let atom = self.atom(&atom, Place::BodyArgument);
        self.positive = positive;
        let extents = within.map(|within| within.extents()).unwrap_or_default();
        let within = extents.iter().filter_map(|extent| self.extent(extent, atom.relation)).collect();
        self.push(LiteralKind::Absent(Absent { atom, within, form }), span)
    }

    /// A literal with the next number.
    fn push(&mut self, kind: LiteralKind, span: Span) -> Body {
        self.index += 1;
        Body::Literal(Literal { index: self.index - 1, kind, span })
    }

    fn extent(&mut self, extent: &ast::Extent, of: Option<RelId>) -> Option<Extent> {
        let (name, from) = (extent.column()?, extent.from()?);
        let from = self.term(&from, Place::Inside);
        let to = extent.to().map(|to| self.term(&to, Place::Inside));
        let column = self.declarations.relations.extent(name.text(), of?);
        if column.is_none() {
            let error = Diagnostic::new(&catalogue::UNKNOWN_EXTENT, name.span(self.file));
            self.report.push(error.arg("column", name.text()));
        }
        Some(Extent { column: column?, from, to, span: extent.span(self.file) })
    }

    /// `v = 10 but 5 when p(x) but 3 when q(x)`: the first `when` that holds gives the value. `main` is the comparison itself.
    pub(super) fn provisos(&mut self, comparison: &ast::Comparison, main: Body, span: Span) -> Body {
        let provisos = comparison.provisos();
        if provisos.is_empty() {
            return main;
        }
        if comparison.operator().is_none_or(|operator| operator.kind() != syntax::SyntaxKind::EQ) {
            self.report.push(Diagnostic::new(&catalogue::PROVISO_OF_NO_VALUE, span));
            return main;
        }
        let mut main = vec![main];
        main.extend(provisos.iter().map(|proviso| self.not_when(proviso)));
        let mut alternatives = vec![Body::All(main)];
        for (number, proviso) in provisos.iter().enumerate() {
            let (Some(left), Some(value), Some(condition)) = (comparison.left(), proviso.value(), proviso.condition())
            else {
                continue;
            };
            let mut parts: Vec<Body> = provisos[..number].iter().map(|earlier| self.not_when(earlier)).collect();
            let atom = LiteralKind::Atom(self.atom(&condition, Place::BodyArgument));
            parts.push(self.push(atom, condition.span(self.file)));
            let (left, right) = (self.term(&left, Place::Inside), self.term(&value, Place::Inside));
            parts.push(self.push(LiteralKind::Compare { op: Comparison::Equal, left, right }, proviso.span(self.file)));
            alternatives.push(Body::All(parts));
        }
        Body::Any(alternatives)
    }

    fn not_when(&mut self, proviso: &ast::Proviso) -> Body {
        self.absent(proviso.condition(), None, AbsentForm::Proviso, proviso.span(self.file))
    }

    /// `or_more(POLICY, x, limit)`, `or_less(POLICY, x, limit)`: whether the limit itself belongs to it is the policy's affair.
    /// `None` for other atoms.
    pub(super) fn limit(&mut self, atom: &ast::Atom) -> Option<Body> {
        let name = atom.name()?;
        if self.declarations.relations.find(&name.dotted(), self.namespace).is_some() {
            return None;
        }
        let is_more = match name.dotted().as_str() {
            "or_more" => true,
            "or_less" => false,
            _ => return None,
        };
        let span = atom.span(self.file);
        let args: Vec<ast::Term> = atom.arguments().iter().filter_map(ast::Argument::term).collect();
        let [policy, value, limit] = args.as_slice() else {
            self.wrong_count(&name.dotted(), (3, 3), args.len(), span);
            return Some(self.push(LiteralKind::Broken(Vec::new()), span));
        };
        let policy = self.policy(policy);
        let (left, right) = (self.term(value, Place::Inside), self.term(limit, Place::Inside));
        let kind = match policy {
            Some(policy) => {
                let op = match (is_more, policy.or_more_excludes, policy.or_less_excludes) {
                    (true, false, _) => Comparison::GreaterEqual,
                    (true, true, _) => Comparison::Greater,
                    (false, _, false) => Comparison::LessEqual,
                    (false, _, true) => Comparison::Less,
                };
                LiteralKind::Compare { op, left, right }
            }
            None => LiteralKind::Broken(vec![left, right]),
        };
        Some(self.push(kind, span))
    }
}
