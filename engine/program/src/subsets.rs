//! Subset types: what a variable stands for in the columns of one alternative must have something in common, and must fit
//! the columns of the head.
//!
//! Constants and the results of calls and aggregates fit every subset type of their primitive, as in Soufflé. In negated
//! atoms only the primitive counts.

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnostics::{Diagnostic, Span, Text, catalogue};
use values::Primitive;

use crate::alternatives::{Signed, alternatives};
use crate::checked::VarId;
use crate::declarations::Declarations;
use crate::draft::{Atom, Body, Form, LiteralKind, Rule, Term};
use crate::infer::Primitives;
use crate::report::Report;
use crate::types::{Kinds, TypeId};

/// Checks every alternative of `rule`. Must come after its primitive types were found to fit.
pub(crate) fn check(rule: &Rule, primitives: &Primitives, declarations: &Declarations, report: &mut Report) {
    let nothing = Body::All(Vec::new());
    let Some(alternatives) = alternatives(rule.body.as_ref().unwrap_or(&nothing)) else { return };
    let mut told: Vec<Span> = Vec::new();
    for alternative in alternatives {
        let (parents, of, found) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let mut bounds = Bounds { primitives, declarations, parents, of, found };
        bounds.literals(&alternative);
        rule.heads.iter().for_each(|head| bounds.head(head));
        for (place, error) in bounds.found {
            if !told.contains(&place) {
                told.push(place);
                report.push(error);
            }
        }
    }
}

/// A set of kinds with the place it comes from: an argument and the declaration of its column.
#[derive(Clone)]
struct Bound {
    kinds: Kinds,
    place: Span,
}

/// An argument with what its column or field can hold.
struct Column<'t> {
    term: &'t Term,
    kinds: Kinds,
    declared: Declared,
}

/// Where a column or field is declared.
#[derive(Clone, Copy)]
enum Declared {
    Column(Span),
    Field(Span),
}

/// What the variables of one alternative can stand for; without an entry, anything.
struct Bounds<'a> {
    primitives: &'a Primitives,
    declarations: &'a Declarations,
    parents: BTreeMap<VarId, VarId>,
    /// `None` where it was reported.
    of: BTreeMap<VarId, Option<Bound>>,
    found: Vec<(Span, Diagnostic)>,
}

impl Bounds<'_> {
    fn literals(&mut self, literals: &[Signed<'_>]) {
        for Signed { literal, positive } in literals {
            for term in literal.kind.terms() {
                self.aggregates(term);
            }
            match &literal.kind {
                LiteralKind::Atom(atom) if *positive => self.atom(atom),
                LiteralKind::Compare { left, right, .. } => self.compared(left, right, literal.span),
                _ => {}
            }
        }
    }

    fn aggregates(&mut self, term: &Term) {
        let mut bodies = Vec::new();
        term.aggregates(&mut |aggregate| bodies.push(alternatives(&aggregate.body)));
        for literals in bodies.into_iter().flatten().flatten() {
            self.literals(&literals);
        }
    }

    fn atom(&mut self, atom: &Atom) {
        self.columns(atom).into_iter().for_each(|column| self.narrowed(&column));
    }

    fn narrowed(&mut self, column: &Column<'_>) {
        let Column { term, kinds, .. } = column;
        match term {
            Term::Variable(id, span) => self.narrow(*id, Bound { kinds: Rc::clone(kinds), place: *span }, *span),
            Term::Cast { to, span, .. } => {
                let cast = self.declarations.types.kinds(*to).clone();
                self.meet(
                    &Bound { kinds: cast, place: *span },
                    &Bound { kinds: Rc::clone(kinds), place: *span },
                    *span,
                );
            }
            _ => {}
        }
    }

    /// The arguments of an atom with what their columns can hold; those in the fields of records and branches likewise.
    fn columns<'t>(&self, atom: &'t Atom) -> Vec<Column<'t>> {
        let Some(relation) = atom.relation else { return Vec::new() };
        let mut found = Vec::new();
        for (term, column) in atom.args.iter().zip(&self.declarations.relations.get(relation).columns) {
            if let Some(of) = column.of {
                self.column(term, of, Declared::Column(column.span), &mut found);
            }
        }
        found
    }

    fn column<'t>(&self, term: &'t Term, of: TypeId, declared: Declared, found: &mut Vec<Column<'t>>) {
        found.push(Column { term, kinds: Rc::clone(self.declarations.types.kinds(of)), declared });
        self.fields(term, found);
    }

    /// What stands in the fields of a record or branch.
    fn fields<'t>(&self, term: &'t Term, found: &mut Vec<Column<'t>>) {
        let Term::Composite(composite) = term else { return };
        let branch = match (composite.form, self.primitives.node(composite.node)) {
            (Form::Branch(_, branch), Some(Primitive::Composite(shape))) => (shape, branch),
            (Form::Record, Some(Primitive::Composite(shape))) => (shape, 0),
            _ => return,
        };
        let fields = &self.declarations.types.branch(branch.0, branch.1).fields;
        for (arg, field) in composite.args.iter().zip(fields) {
            if let Some(of) = field.of {
                self.column(arg, of, Declared::Field(field.span), found);
            }
        }
    }

    fn find(&mut self, id: VarId) -> VarId {
        let mut root = id;
        while let Some(parent) = self.parents.get(&root) {
            root = *parent;
        }
        if root != id {
            self.parents.insert(id, root);
        }
        root
    }

    fn narrow(&mut self, id: VarId, bound: Bound, place: Span) {
        let root = self.find(id);
        let narrowed = match self.of.get(&root) {
            None => Some(bound),
            Some(None) => return,
            Some(Some(known)) => {
                let known = known.clone();
                self.meet(&known, &bound, place)
            }
        };
        self.of.insert(root, narrowed);
    }

    /// What both can stand for; reported at `place` if that is nothing.
    fn meet(&mut self, a: &Bound, b: &Bound, place: Span) -> Option<Bound> {
        const FIRST: Text = Text { en: "`{first}` here", zh: "此处是 `{first}`" };
        let types = &self.declarations.types;
        let common = types.common(&a.kinds, &b.kinds);
        if !common.is_empty() {
            return Some(Bound { kinds: common, place: a.place });
        }
        let error = Diagnostic::new(&catalogue::UNRELATED_TYPES, place).arg("first", types.describe(&a.kinds));
        let error = error.arg("second", types.describe(&b.kinds)).related(a.place, FIRST);
        self.found.push((place, error));
        None
    }

    fn compared(&mut self, left: &Term, right: &Term, place: Span) {
        let mut fields = Vec::new();
        self.fields(left, &mut fields);
        self.fields(right, &mut fields);
        fields.iter().for_each(|field| self.narrowed(field));
        match (left, right) {
            (Term::Variable(a, _), Term::Variable(b, _)) => self.join(*a, *b, place),
            (Term::Variable(id, _), Term::Cast { to, span, .. })
            | (Term::Cast { to, span, .. }, Term::Variable(id, _)) => {
                let kinds = self.declarations.types.kinds(*to).clone();
                self.narrow(*id, Bound { kinds, place: *span }, place);
            }
            _ => {}
        }
    }

    fn join(&mut self, a: VarId, b: VarId, place: Span) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let joined = match (self.of.remove(&a), self.of.remove(&b)) {
            (None, known) | (known, None) => known,
            (Some(Some(x)), Some(Some(y))) => Some(self.meet(&x, &y, place)),
            _ => Some(None),
        };
        self.parents.insert(b, a);
        if let Some(joined) = joined {
            self.of.insert(a, joined);
        }
    }

    /// The arguments of a head must fit its columns.
    fn head(&mut self, head: &Atom) {
        const BOUND: Text = Text { en: "a `{found}` here", zh: "此处是 `{found}`" };
        const COLUMN: Text = Text { en: "this column is `{expected}`", zh: "该列为 `{expected}`" };
        const FIELD: Text = Text { en: "this field is `{expected}`", zh: "该字段为 `{expected}`" };
        for term in &head.args {
            self.aggregates(term);
        }
        for Column { term, kinds, declared } in self.columns(head) {
            let bound = match term {
                Term::Variable(id, _) => {
                    let root = self.find(*id);
                    self.of.get(&root).cloned().flatten()
                }
                Term::Cast { to, span, .. } => {
                    Some(Bound { kinds: self.declarations.types.kinds(*to).clone(), place: *span })
                }
                _ => None,
            };
            let types = &self.declarations.types;
            let Some(bound) = bound.filter(|bound| !types.is_subtype(&bound.kinds, &kinds)) else { continue };
            let place = term.span();
            let error = Diagnostic::new(&catalogue::NOT_A_SUBTYPE, place).arg("found", types.describe(&bound.kinds));
            let error = error.arg("expected", types.describe(&kinds));
            let error = if bound.place == place { error } else { error.related(bound.place, BOUND) };
            let error = match declared {
                Declared::Column(span) => error.related(span, COLUMN),
                Declared::Field(span) => error.related(span, FIELD),
            };
            self.found.push((place, error));
        }
    }
}
