//! Arguments of atoms: by place or by column name.

use diagnostics::{Diagnostic, Span, Text, catalogue};
use syntax::ast;

use super::Term;
use super::build::{Builder, Place};
use crate::checked::RelId;

const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };

impl Builder<'_> {
    /// As many arguments as columns, or `Err` with those written.
    pub(super) fn positional_args(
        &mut self,
        args: &[ast::Argument],
        relation: RelId,
        span: Span,
        place: Place,
    ) -> Result<Vec<Term>, Vec<Term>> {
        let terms = self.args(args, place);
        let declared = self.declarations.relations.get(relation);
        if terms.len() == declared.columns.len() {
            return Ok(terms);
        }
        if declared.complete && terms.len() == args.len() {
            let error = Diagnostic::new(&catalogue::WRONG_ARITY, span).arg("name", &declared.name);
            let error = error.arg("expected", declared.columns.len()).arg("found", terms.len());
            self.report.push(error.related(declared.span, DECLARED));
        }
        Err(terms)
    }

    /// Named arguments in column order, missing ones as `_`. All arguments or none must be named.
    pub(super) fn named_args(
        &mut self,
        args: &[ast::Argument],
        relation: RelId,
        span: Span,
        place: Place,
    ) -> Result<Vec<Term>, Vec<Term>> {
        let declared = self.declarations.relations.get(relation);
        let before = self.report.errors();
        let mut columns: Vec<Option<Term>> = declared.columns.iter().map(|_| None).collect();
        let mut others = Vec::new();
        for arg in args {
            let Some(term) = arg.term() else { continue };
            let column = self.column(arg, relation, &columns);
            let term = self.term(&term, place);
            match column {
                Some(column) => columns[column] = Some(term),
                None => others.push(term),
            }
        }
        let missing = columns.iter().position(Option::is_none);
        if let (Place::HeadArgument, Some(missing), true) = (place, missing, self.report.errors() == before) {
            let error = Diagnostic::new(&catalogue::HEAD_COLUMN_MISSING, span).arg("name", &declared.name);
            self.report.push(error.arg("column", &declared.columns[missing].name).related(declared.span, DECLARED));
        }
        if self.report.errors() > before || !declared.complete {
            others.extend(columns.into_iter().flatten());
            return Err(others);
        }
        Ok(columns.into_iter().map(|column| column.unwrap_or(Term::Wildcard(span))).collect())
    }

    /// The column that `arg` names, if it is still free; otherwise that is reported.
    fn column(&mut self, arg: &ast::Argument, relation: RelId, taken: &[Option<Term>]) -> Option<usize> {
        let declared = self.declarations.relations.get(relation);
        let Some(name) = arg.name() else {
            let error = Diagnostic::new(&catalogue::MIXED_ARGUMENTS, arg.span(self.file));
            self.report.push(error.arg("name", &declared.name).related(declared.span, DECLARED));
            return None;
        };
        let span = name.span(self.file);
        let Some(column) = declared.columns.iter().position(|column| column.name == name.text()) else {
            if declared.complete {
                let known: Vec<&str> = declared.columns.iter().map(|column| column.name.as_str()).collect();
                let error = Diagnostic::new(&catalogue::UNKNOWN_COLUMN, span).arg("column", name.text());
                let error = error.arg("name", &declared.name).list("near", self.report.near_or_all(name.text(), known));
                self.report.push(error.related(declared.span, DECLARED));
            }
            return None;
        };
        if taken[column].is_some() {
            let error = Diagnostic::new(&catalogue::COLUMN_GIVEN_TWICE, span).arg("column", name.text());
            self.report.push(error.arg("name", &declared.name));
            return None;
        }
        Some(column)
    }
}
