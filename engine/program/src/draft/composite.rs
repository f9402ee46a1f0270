//! Values of record types and algebraic data types.

use diagnostics::{Diagnostic, Span, Text, catalogue};
use syntax::ast;

use super::build::{Builder, Place};
use super::{Composite, Form, InField, LiteralKind, Term};
use crate::checked::Comparison;
use crate::types::NamedBranch;

impl Builder<'_> {
    /// `nil` or `[a, ..]`.
    pub(super) fn record(&mut self, form: Form, args: &[ast::Argument], span: Span, place: Place) -> Term {
        let args = self.args(args, place.of_parts());
        Term::Composite(Composite { form, args, node: self.node(), span })
    }

    /// `$B(a, ..)`
    pub(super) fn branch(&mut self, branch: &ast::Branch, span: Span, place: Place) -> Term {
        const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
        let written = branch.arguments();
        let args = self.args(&written, place.of_parts());
        let Some(name) = branch.name().map(|name| name.dotted()) else { return Term::Broken { inside: args, span } };
        let types = &self.declarations.types;
        let (shape, number) = match types.find_branch(&name, self.namespace) {
            Some(NamedBranch::Branch(shape, number)) => (shape, number),
            Some(NamedBranch::Broken) => return Term::Broken { inside: args, span },
            None => {
                if !self.declarations.damage.is_excused(&name, self.namespace) {
                    let known = types.branch_names().map(|full| self.namespace.shown(full)).collect();
                    let near = self.report.near_or_all(&name, known);
                    let near: Vec<String> = near.into_iter().map(|near| format!("${near}")).collect();
                    let error = Diagnostic::new(&catalogue::UNKNOWN_BRANCH, span).arg("name", &name);
                    self.report.push(error.list("near", near));
                }
                return Term::Broken { inside: args, span };
            }
        };
        let declared = types.branch(shape, number);
        if args.len() != declared.fields.len() {
            if declared.complete && args.len() == written.len() {
                let error = Diagnostic::new(&catalogue::FIELD_COUNT, span).arg("name", format!("${name}"));
                let error = error.arg("expected", declared.fields.len()).arg("found", args.len());
                self.report.push(error.related(declared.span, DECLARED));
            }
            return Term::Broken { inside: args, span };
        }
        Term::Composite(Composite { form: Form::Branch(shape, number), args, node: self.node(), span })
    }

    /// `left = right` with a value of one form on both sides becomes one equality for each pair of their fields; anything else
    /// stays as it is.
    pub(super) fn equalities(&mut self, left: Term, right: Term) -> Vec<LiteralKind> {
        match (left, right) {
            (Term::Composite(left), Term::Composite(right))
                if left.form == right.form && left.args.len() == right.args.len() =>
            {
                self.note_fields(&left);
                self.note_fields(&right);
                let pairs = left.args.into_iter().zip(right.args);
                pairs.flat_map(|(left, right)| self.equalities(left, right)).collect()
            }
            (left, right) => {
                let both = matches!((&left, &right), (Term::Composite(_), Term::Composite(_)));
                for side in [&left, &right] {
                    // Nothing takes such a value apart.
                    if matches!(side, Term::Wildcard(_)) || both {
                        wildcards(side, &mut |place| {
                            self.report.push(Diagnostic::new(&catalogue::MISPLACED_WILDCARD, place));
                        });
                    }
                }
                vec![match [&left, &right].iter().any(|side| matches!(side, Term::Wildcard(_))) {
                    true => LiteralKind::Broken(vec![left, right]),
                    false => LiteralKind::Compare { op: Comparison::Equal, left, right },
                }]
            }
        }
    }

    /// The fields of a branch keep their types when the branch itself is dropped.
    fn note_fields(&mut self, composite: &Composite) {
        let Form::Branch(shape, branch) = composite.form else { return };
        for (field, term) in composite.args.iter().enumerate() {
            let Some(node) = self.node_of(term) else { continue };
            self.in_fields.push(InField { node, shape, branch, field, span: term.span() });
        }
    }
}

fn wildcards(term: &Term, visit: &mut dyn FnMut(Span)) {
    if let Term::Wildcard(span) = term {
        visit(*span);
    }
    term.children(&mut |child| wildcards(child, visit));
}
