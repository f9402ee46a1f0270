//! Relations and rules that nobody wrote.

use diagnostics::Span;
use program::checked::{
    Atom, Column, Comparison, LawRole, LiteralKind, Program, Purpose, RelId, Relation, Role, Rule, Term,
};
use values::{Primitive, Value};

use crate::piece::{At, Piece, all};
use crate::scope::Scope;

/// A hidden relation behind those of the program.
pub(crate) fn hidden(program: &mut Program, name: String, columns: Vec<Column>, span: Span) -> RelId {
    add(program, Relation { purpose: Purpose::Hidden, ..Relation::new(name, columns, span) })
}

/// A relation behind those of the program.
pub(crate) fn add(program: &mut Program, relation: Relation) -> RelId {
    program.relations.push(relation);
    RelId(program.relations.len() as u32 - 1)
}

/// A column with the name of its type.
pub(crate) fn column(name: &str, primitive: Primitive) -> Column {
    Column { name: name.to_owned(), type_name: primitive.name().to_owned(), primitive }
}

/// `relation(args)` as a head.
pub(crate) fn head(relation: RelId, args: Vec<Term>, span: Span) -> Atom {
    Atom { relation, args, span }
}

/// A number.
pub(crate) fn number(number: i64) -> Term {
    Term::Constant(Value::Number(number))
}

/// A rule that comes from what stands at a place of the text: its literals have no numbers and roles of their own.
#[derive(Clone)]
pub(crate) struct Maker {
    pub(crate) at: At,
    pub(crate) scope: Scope,
    pub(crate) pieces: Vec<Piece>,
}

impl Maker {
    pub(crate) fn new(span: Span) -> Maker {
        Maker { at: At { index: 0, span }, scope: Scope::new(&[]), pieces: Vec::new() }
    }

    /// Another variable for each column.
    pub(crate) fn variables(&mut self, columns: &[Column]) -> Vec<Term> {
        columns.iter().map(|column| self.variable(&column.name, column.primitive)).collect()
    }

    pub(crate) fn variable(&mut self, name: &str, primitive: Primitive) -> Term {
        Term::Variable(self.scope.fresh(name, primitive, self.at.span))
    }

    pub(crate) fn holds(self, relation: RelId, args: Vec<Term>) -> Self {
        let piece = self.at.holds(relation, args, LawRole::Complete);
        self.with(piece)
    }

    pub(crate) fn lacks(self, relation: RelId, args: Vec<Term>) -> Self {
        let piece = self.at.lacks(relation, args, LawRole::Complete);
        self.with(piece)
    }

    pub(crate) fn compare(self, left: &Term, op: Comparison, right: &Term, operand: Primitive) -> Self {
        let piece = self.at.compare([left.clone(), right.clone()], op, operand, LawRole::Complete);
        self.with(piece)
    }

    fn with(mut self, mut piece: Piece) -> Self {
        piece.literal.role = Role::Written;
        piece.literal.index = self.pieces.len() as u32;
        self.pieces.push(piece);
        self
    }

    /// `relation(args) :- ..`
    pub(crate) fn concludes(self, relation: RelId, args: Vec<Term>, label: &str) -> Rule {
        let heads = vec![head(relation, args, self.at.span)];
        let rule = Rule::new(heads, all(self.pieces), Vec::new(), label.to_owned(), self.at.span);
        self.scope.close(rule)
    }
}

/// True where the term holds a `_`.
pub(crate) fn has_wildcard(term: &Term) -> bool {
    matches!(term, Term::Wildcard) || term.children().into_iter().any(has_wildcard)
}

/// The atom of a positive or negated atom literal.
pub(crate) fn atom_of(piece: &Piece) -> Option<&Atom> {
    match &piece.literal.kind {
        LiteralKind::Atom(atom) => Some(atom),
        _ => None,
    }
}
