//! One rule with rules in place of atoms.

use diagnostics::Span;
use values::Primitive;

use super::mistakes::{has_own_variables, has_wildcard};
use super::{DEPTH_MAX, Inlining, LITERALS_MAX, Meaning, depth, number};
use crate::checked::{Comparison, RelId};
use crate::declarations::Declarations;
use crate::draft::{
    Atom, Body, Composite, Constant, Form, InColumn, InField, Literal, LiteralKind, Renaming, Rule, Term,
};

/// A rule that is being made from another one.
///
/// An atom becomes the alternatives that the rules of its relation are, in which the variables of the head are those of the
/// arguments. What is no variable is tied to one by an `=`: for a negated atom in front of the negation, since what an `=`
/// under a negation says grounds nothing.
pub(super) struct Substitution<'a> {
    inlining: &'a Inlining,
    declarations: &'a Declarations,
    from: &'a Rule,
    into: Rule,
    /// How many literals there are so far.
    literals: usize,
    /// What comes in front of the negation that is being made.
    in_front: Vec<Body>,
}

/// A rule that is being put in place of an atom.
struct Place<'a, 'r> {
    renaming: &'r mut Renaming<'a>,
    /// The atom.
    span: Span,
    positive: bool,
    /// What holds together with the rule's body.
    parts: Vec<Body>,
}

impl<'a> Substitution<'a> {
    pub(super) fn new(inlining: &'a Inlining, declarations: &'a Declarations, from: &'a Rule) -> Self {
        let into = Rule::empty(from);
        Substitution { inlining, declarations, from, into, literals: 0, in_front: Vec::new() }
    }

    /// The rule with those of `heads` that have tuples; `None` if it grows too large.
    pub(super) fn rule(mut self, heads: &[Atom]) -> Option<Rule> {
        let mut same = Renaming::same(self.from);
        for head in heads.iter().filter(|head| !head.relation.is_some_and(|id| self.inlining.replaces(id))) {
            let head = self.into.copy_atom(head, &mut same);
            self.into.heads.push(head);
        }
        if let Some(body) = &self.from.body {
            let mut body = self.body(body, &mut same, true);
            if self.literals > LITERALS_MAX || depth(&body) > DEPTH_MAX {
                return None;
            }
            number(&mut body, &mut 0);
            self.into.body = Some(body);
        }
        self.into.inlined = true;
        self.into.renumber();
        Some(self.into)
    }

    fn body(&mut self, body: &Body, renaming: &mut Renaming<'_>, positive: bool) -> Body {
        match body {
            Body::All(parts) => all(parts.iter().map(|part| self.body(part, renaming, positive)).collect()),
            Body::Any(parts) => any(parts.iter().map(|part| self.body(part, renaming, positive)).collect()),
            Body::Not(inner) if positive => {
                let outer = std::mem::take(&mut self.in_front);
                let inner = self.body(inner, renaming, false);
                let mut parts = std::mem::replace(&mut self.in_front, outer);
                parts.push(Body::Not(Box::new(inner)));
                all(parts)
            }
            Body::Not(inner) => Body::Not(Box::new(self.body(inner, renaming, true))),
            Body::Literal(Literal { kind, span, .. }) => {
                // Nothing more is made of what is too large already.
                if self.literals > LITERALS_MAX {
                    return self.literal(LiteralKind::Truth(true), *span);
                }
                match kind {
                    LiteralKind::Atom(atom) => self.atom(atom, *span, renaming, positive),
                    kind => {
                        let kind = self.into.copy_literal(kind, renaming);
                        self.literal(kind, *span)
                    }
                }
            }
        }
    }

    fn literal(&mut self, kind: LiteralKind, span: Span) -> Body {
        self.literals += 1;
        Body::Literal(Literal { index: 0, kind, span })
    }

    fn equal(&mut self, left: Term, right: Term, span: Span) -> Body {
        self.literal(LiteralKind::Compare { op: Comparison::Equal, left, right }, span)
    }

    fn atom(&mut self, atom: &Atom, span: Span, renaming: &mut Renaming<'_>, positive: bool) -> Body {
        let copy = self.into.copy_atom(atom, renaming);
        let inlining = self.inlining;
        let Some((id, meaning)) = atom.relation.and_then(|id| Some((id, inlining.meanings.get(&id)?))) else {
            return self.literal(LiteralKind::Atom(copy), span);
        };
        let rules = match meaning {
            Meaning::Rules(rules) if positive || is_negatable(rules, &copy) => rules,
            // Reported.
            _ => return self.literal(LiteralKind::Broken(copy.args), span),
        };
        let mut parts = Vec::new();
        let mut args = Vec::with_capacity(copy.args.len());
        for (column, arg) in copy.args.into_iter().enumerate() {
            if let Some(node) = self.into.node(&arg) {
                self.into.in_columns.push(InColumn { node, relation: id, column, span: arg.span() });
            }
            args.push(self.argument(arg, (id, column), &mut parts));
        }
        let alternatives: Vec<Body> =
            rules.iter().filter_map(|rule| self.alternative(rule, &args, id, span, positive)).collect();
        let alternatives = match alternatives.is_empty() {
            true => self.literal(LiteralKind::Truth(false), span),
            false => any(alternatives),
        };
        if positive {
            parts.push(alternatives);
            return all(parts);
        }
        self.in_front.append(&mut parts);
        alternatives
    }

    /// The argument as something that can be written several times: what is computed gets a variable, which is equated with
    /// it in `parts`.
    fn argument(&mut self, arg: Term, (relation, column): (RelId, usize), parts: &mut Vec<Body>) -> Term {
        match arg {
            Term::Wildcard(_) | Term::Variable(..) | Term::Constant(_) | Term::Broken { .. } => arg,
            Term::Composite(Composite { form, args, node, span }) => {
                let args = args.into_iter().map(|arg| self.argument(arg, (relation, column), parts)).collect();
                Term::Composite(Composite { form, args, node, span })
            }
            computed => {
                let declared = self.declarations.relations.get(relation);
                let (span, name) = (computed.span(), format!("{}.{}", declared.name, declared.columns[column].name));
                let variable = Term::Variable(self.into.new_variable(name, span), span);
                let again = self.again(&variable);
                let equal = self.equal(variable, computed, span);
                parts.push(equal);
                again
            }
        }
    }

    /// The body of `rule` with the arguments for its head; `None` where the head cannot be such a tuple.
    fn alternative(&mut self, rule: &Rule, args: &[Term], id: RelId, span: Span, positive: bool) -> Option<Body> {
        let declared = self.declarations.relations.get(id);
        let mut renaming = Renaming::fresh(rule, &declared.name, span);
        let mut place = Place { renaming: &mut renaming, span, positive, parts: Vec::new() };
        for ((head, arg), column) in rule.heads[0].args.iter().zip(args).zip(&declared.columns) {
            let of = column.primitive(&self.declarations.types);
            if !self.unify(head, arg, of, &mut place) {
                return None;
            }
        }
        let mut parts = place.parts;
        self.into.copy_notes(&mut renaming);
        for (column, head) in rule.heads[0].args.iter().enumerate() {
            if let Some(node) = self.into.copy_node_of(head, &mut renaming) {
                self.into.in_columns.push(InColumn { node, relation: id, column, span });
            }
        }
        parts.extend(rule.body.as_ref().map(|body| self.body(body, &mut renaming, positive)));
        Some(all(parts))
    }

    /// Lets an argument of the head be `arg`; false where it cannot be. `of` is the type of both.
    fn unify(&mut self, head: &Term, arg: &Term, of: Option<Primitive>, place: &mut Place<'_, '_>) -> bool {
        match (head, arg) {
            (_, Term::Wildcard(_)) => {}
            (Term::Variable(id, _), Term::Variable(other, _)) if place.renaming.known(*id).is_none() => {
                place.renaming.bind(*id, *other, &self.into);
            }
            (Term::Variable(id, span), _) if place.renaming.known(*id).is_none() => {
                let variable = Term::Variable(self.into.copy_variable(*id, place.renaming), *span);
                let arg = self.again(arg);
                let equal = self.equal(variable, arg, place.span);
                if place.positive { &mut place.parts } else { &mut self.in_front }.push(equal);
            }
            (Term::Composite(head), Term::Composite(arg)) => return self.unify_fields(head, arg, of, place),
            (head, arg) => {
                let head = self.into.copy_term(head, place.renaming);
                let arg = self.again(arg);
                let equal = self.equal(head, arg, place.span);
                place.parts.push(equal);
            }
        }
        true
    }

    fn unify_fields(
        &mut self,
        head: &Composite,
        arg: &Composite,
        of: Option<Primitive>,
        place: &mut Place<'_, '_>,
    ) -> bool {
        if head.form != arg.form || head.args.len() != arg.args.len() {
            return false;
        }
        let shape = match (arg.form, of) {
            (Form::Branch(shape, branch), _) => Some((shape, branch)),
            (Form::Record, Some(Primitive::Composite(shape))) => Some((shape, 0)),
            _ => None,
        };
        for (field, (head, arg)) in head.args.iter().zip(&arg.args).enumerate() {
            let types = &self.declarations.types;
            let of = shape.and_then(|(shape, branch)| types.field(shape, branch, field)).and_then(|field| field.of);
            if !self.unify(head, arg, of.map(|of| types.primitive(of)), place) {
                return false;
            }
            // The column says nothing of a field once the value around it is gone.
            let Some((shape, branch)) = shape else { continue };
            let nodes = [self.into.copy_node_of(head, place.renaming), self.into.node(arg)];
            let notes =
                nodes.into_iter().flatten().map(|node| InField { node, shape, branch, field, span: place.span });
            self.into.in_fields.extend(notes);
        }
        true
    }

    /// The same argument once more.
    fn again(&mut self, arg: &Term) -> Term {
        match arg {
            Term::Variable(id, span) => Term::Variable(*id, *span),
            Term::Constant(Constant { kind, text, negative, span, .. }) => {
                let node = self.into.new_node();
                Term::Constant(Constant { kind: *kind, text: text.clone(), negative: *negative, node, span: *span })
            }
            Term::Composite(Composite { form, args, span, .. }) => {
                let args = args.iter().map(|arg| self.again(arg)).collect();
                Term::Composite(Composite { form: *form, args, node: self.into.new_node(), span: *span })
            }
            other => Term::Wildcard(other.span()),
        }
    }
}

/// True where a negated atom can be replaced: its rules have no variables but those of their heads, and it has no `_`.
fn is_negatable(rules: &[Rule], atom: &Atom) -> bool {
    !rules.iter().any(has_own_variables) && !atom.args.iter().any(has_wildcard)
}

/// The conjunction of `parts`; a conjunction among them counts as its parts.
fn all(parts: Vec<Body>) -> Body {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Body::All(inner) => flat.extend(inner),
            part => flat.push(part),
        }
    }
    if flat.len() == 1 { flat.remove(0) } else { Body::All(flat) }
}

/// The disjunction of `parts`, likewise.
fn any(parts: Vec<Body>) -> Body {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Body::Any(inner) => flat.extend(inner),
            part => flat.push(part),
        }
    }
    if flat.len() == 1 { flat.remove(0) } else { Body::Any(flat) }
}
