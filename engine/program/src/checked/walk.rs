//! Walks over rules. Recursive, since the nesting of bodies and terms is bounded by the parser.

use std::collections::BTreeMap;

use super::{Absent, AbsentForm, Aggregate, Atom, Body, Literal, LiteralKind, Rule, Term, VarId};

/// An atom of a rule, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Read<'r> {
    /// The atom.
    pub atom: &'r Atom,
    /// True for the law's negation: `not`, `unless`, `but .. when`.
    pub absent: bool,
    /// False under an odd number of `!`.
    pub positive: bool,
    /// True inside of an aggregate.
    pub in_aggregate: bool,
    /// The literal that the atom is, or that asks for its absence.
    pub literal: &'r Literal,
}

impl Body {
    /// Calls `visit` for each literal in text order, with false where it stands under an odd number of `!`. What aggregates hold is their own
    /// affair.
    pub fn literals<'b>(&'b self, visit: &mut dyn FnMut(&'b Literal, bool)) {
        self.signed_literals(true, visit);
    }

    fn signed_literals<'b>(&'b self, positive: bool, visit: &mut dyn FnMut(&'b Literal, bool)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.signed_literals(positive, visit)),
            Self::Not(inner) => inner.signed_literals(!positive, visit),
            Self::Literal(literal) => visit(literal, positive),
        }
    }

    /// As [`Body::literals`], with the literals of aggregates behind those that they stand in; inside of an aggregate signs begin anew.
    pub fn all_literals<'b>(&'b self, visit: &mut dyn FnMut(&'b Literal, bool)) {
        self.literals(&mut |literal, positive| {
            visit(literal, positive);
            for term in literal.kind.terms() {
                term.aggregates(&mut |aggregate| aggregate.body.all_literals(visit));
            }
        });
    }

    /// The number behind those of its literals.
    pub fn next_index(&self) -> u32 {
        let mut next = 0;
        self.literals(&mut |literal, _| next = next.max(literal.index + 1));
        next
    }

    /// Calls `visit` for each atom, those of aggregates included.
    pub fn atoms<'b>(&'b self, visit: &mut dyn FnMut(Read<'b>)) {
        self.atoms_within(false, visit);
    }

    fn atoms_within<'b>(&'b self, in_aggregate: bool, visit: &mut dyn FnMut(Read<'b>)) {
        self.literals(&mut |literal, positive| {
            let atom = match &literal.kind {
                LiteralKind::Atom(atom) => Some((atom, false)),
                LiteralKind::Absent(absent) => Some((&absent.atom, true)),
                _ => None,
            };
            if let Some((atom, absent)) = atom {
                visit(Read { atom, absent, positive, in_aggregate, literal });
            }
            literal.kind.terms().into_iter().for_each(|term| term.atoms(visit));
        });
    }
}

impl Term {
    /// Calls `visit` for each aggregate in it, those inside of others excepted.
    pub fn aggregates<'t>(&'t self, visit: &mut dyn FnMut(&'t Aggregate)) {
        match self {
            Self::Aggregate(aggregate) => visit(aggregate),
            term => term.children().into_iter().for_each(|child| child.aggregates(visit)),
        }
    }

    /// Calls `visit` for each atom of its aggregates.
    fn atoms<'t>(&'t self, visit: &mut dyn FnMut(Read<'t>)) {
        self.aggregates(&mut |aggregate| {
            aggregate.target.iter().for_each(|target| target.atoms(visit));
            aggregate.body.atoms_within(true, visit);
        });
    }
}

impl Rule {
    /// Its variables by scope: those that live outside of aggregates first, then for each aggregate those that live inside of it only.
    pub fn scopes(&self) -> Vec<Vec<VarId>> {
        let mut scopes = vec![Vec::new()];
        let mut terms = self.heads.iter().flat_map(|head| &head.args).collect::<Vec<_>>();
        self.body.literals(&mut |literal, _| terms.extend(literal.kind.terms()));
        while let Some(term) = terms.pop() {
            term.aggregates(&mut |aggregate| {
                scopes.push(aggregate.local.clone());
                terms.extend(&aggregate.target);
                aggregate.body.literals(&mut |literal, _| terms.extend(literal.kind.terms()));
            });
        }
        let is_inside = |id: &VarId| scopes.iter().any(|scope| scope.contains(id));
        scopes[0] = (0..self.variables.len() as u32).map(VarId).filter(|id| !is_inside(id)).collect();
        scopes
    }

    /// A name for each of its variables that no other one of its scope has: where several share a name, as inlining makes them, the second
    /// is `x/2`.
    pub fn variable_names(&self) -> Vec<String> {
        let mut names = self.variables.iter().map(|variable| variable.name.clone()).collect::<Vec<_>>();
        for scope in self.scopes() {
            let mut known = BTreeMap::new();
            for id in scope {
                let name = &mut names[id.0 as usize];
                let count = known.entry(name.clone()).or_insert(0);
                *count += 1;
                if *count > 1 {
                    *name = format!("{name}/{count}");
                }
            }
        }
        names
    }

    /// Its exceptions and the conditions of its provisos, in text order, each with the literal it is: a condition once, although every value
    /// that stands before or behind it says that it does not apply.
    pub fn exceptions(&self) -> Vec<(&Literal, &Absent)> {
        let mut found: Vec<(&Literal, &Absent)> = Vec::new();
        self.body.literals(&mut |literal, _| match &literal.kind {
            LiteralKind::Absent(absent)
                if absent.form != AbsentForm::Not && found.iter().all(|(known, _)| known.span != literal.span) =>
            {
                found.push((literal, absent));
            }
            _ => {}
        });
        found
    }

    /// Calls `visit` for each atom of the body, and of the aggregates in heads and body.
    pub fn atoms<'r>(&'r self, visit: &mut dyn FnMut(Read<'r>)) {
        self.heads.iter().flat_map(|head| &head.args).for_each(|term| term.atoms(visit));
        self.body.atoms(visit);
    }
}
