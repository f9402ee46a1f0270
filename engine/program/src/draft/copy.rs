//! Rules put together from parts of others.

use diagnostics::Span;

use super::scopes::sort_aggregates;
use super::{
    Absent, Aggregate, Atom, Body, Call, Composite, Constant, Extent, InColumn, InField, Link, Literal, LiteralKind,
    Lookup, Node, Rule, Term, Variable,
};
use crate::checked::VarId;

/// How the variables and nodes of a rule are called in the rule that parts of it are copied to.
#[derive(Debug)]
pub(crate) struct Renaming<'a> {
    from: &'a Rule,
    variables: Vec<Option<VarId>>,
    nodes: Vec<Option<Node>>,
    /// In front of the names of variables, and the place at which they first occur in the other rule.
    within: Option<(&'a str, Span)>,
}

impl<'a> Renaming<'a> {
    /// Nothing has another name.
    pub(crate) fn same(from: &'a Rule) -> Renaming<'a> {
        let variables = (0..from.variables.len() as u32).map(|id| Some(VarId(id))).collect();
        Renaming { from, variables, nodes: (0..from.nodes).map(Some).collect(), within: None }
    }

    /// Everything gets a new name; variables are shown as `relation.x` and stand at `place`.
    pub(crate) fn fresh(from: &'a Rule, relation: &'a str, place: Span) -> Renaming<'a> {
        let (variables, nodes) = (vec![None; from.variables.len()], vec![None; from.nodes as usize]);
        Renaming { from, variables, nodes, within: Some((relation, place)) }
    }

    /// The variable that `id` has become, if that is known yet.
    pub(crate) fn known(&self, id: VarId) -> Option<VarId> {
        self.variables[id.0 as usize]
    }

    /// Lets `id` be a variable of the other rule.
    pub(crate) fn bind(&mut self, id: VarId, to: VarId, into: &Rule) {
        self.variables[id.0 as usize] = Some(to);
        self.nodes[self.from.variable(id).node as usize] = Some(into.variable(to).node);
    }
}

/// Copies into the rule; what is copied keeps its place.
impl Rule {
    /// A rule without heads and body, with the variables and nodes of `like`.
    pub(crate) fn empty(like: &Rule) -> Rule {
        Rule {
            heads: Vec::new(),
            body: None,
            variables: like.variables.clone(),
            nodes: like.nodes,
            in_fields: like.in_fields.clone(),
            in_columns: like.in_columns.clone(),
            inlined: like.inlined,
            whole: like.whole,
            span: like.span,
        }
    }

    /// A node of its own.
    pub(crate) fn new_node(&mut self) -> Node {
        self.nodes += 1;
        self.nodes - 1
    }

    /// A variable of its own.
    pub(crate) fn new_variable(&mut self, name: String, span: Span) -> VarId {
        let node = self.new_node();
        self.variables.push(Variable { name, node, span });
        VarId(self.variables.len() as u32 - 1)
    }

    /// What is known about the nodes of a renamed rule apart from its terms.
    pub(crate) fn copy_notes(&mut self, renaming: &mut Renaming<'_>) {
        for note in &renaming.from.in_fields {
            let node = self.copy_node(note.node, renaming);
            self.in_fields.push(InField { node, ..*note });
        }
        for note in &renaming.from.in_columns {
            let node = self.copy_node(note.node, renaming);
            self.in_columns.push(InColumn { node, ..*note });
        }
    }

    pub(crate) fn copy_variable(&mut self, id: VarId, renaming: &mut Renaming<'_>) -> VarId {
        if let Some(known) = renaming.known(id) {
            return known;
        }
        let variable = renaming.from.variable(id);
        let (name, span) = match renaming.within {
            Some((relation, place)) => (format!("{relation}.{}", variable.name), place),
            None => (variable.name.clone(), variable.span),
        };
        let copy = self.new_variable(name, span);
        renaming.bind(id, copy, self);
        copy
    }

    /// What the node of a term of the other rule has become; `None` where it has no type.
    pub(crate) fn copy_node_of(&mut self, term: &Term, renaming: &mut Renaming<'_>) -> Option<Node> {
        if let Term::Variable(id, _) = term {
            let copy = self.copy_variable(*id, renaming);
            return Some(self.variable(copy).node);
        }
        Some(self.copy_node(renaming.from.node(term)?, renaming))
    }

    fn copy_node(&mut self, node: Node, renaming: &mut Renaming<'_>) -> Node {
        match renaming.nodes[node as usize] {
            Some(known) => known,
            None => {
                let copy = self.new_node();
                renaming.nodes[node as usize] = Some(copy);
                copy
            }
        }
    }

    pub(crate) fn copy_atom(&mut self, atom: &Atom, renaming: &mut Renaming<'_>) -> Atom {
        Atom { relation: atom.relation, args: self.copy_terms(&atom.args, renaming), span: atom.span }
    }

    fn copy_terms(&mut self, terms: &[Term], renaming: &mut Renaming<'_>) -> Vec<Term> {
        terms.iter().map(|term| self.copy_term(term, renaming)).collect()
    }

    pub(crate) fn copy_literal(&mut self, kind: &LiteralKind, renaming: &mut Renaming<'_>) -> LiteralKind {
        match kind {
            LiteralKind::Atom(atom) => LiteralKind::Atom(self.copy_atom(atom, renaming)),
            LiteralKind::Compare { op, left, right } => {
                let (left, right) = (self.copy_term(left, renaming), self.copy_term(right, renaming));
                LiteralKind::Compare { op: *op, left, right }
            }
            LiteralKind::Text { test, args } => {
                LiteralKind::Text { test: *test, args: args.each_ref().map(|arg| self.copy_term(arg, renaming)) }
            }
            LiteralKind::Truth(truth) => LiteralKind::Truth(*truth),
            LiteralKind::Absent(Absent { atom, within, form }) => {
                let atom = self.copy_atom(atom, renaming);
                let within = within.iter().map(|extent| Extent {
                    column: extent.column,
                    from: self.copy_term(&extent.from, renaming),
                    to: extent.to.as_ref().map(|to| self.copy_term(to, renaming)),
                    span: extent.span,
                });
                LiteralKind::Absent(Absent { within: within.collect(), atom, form: *form })
            }
            LiteralKind::Broken(terms) => LiteralKind::Broken(self.copy_terms(terms, renaming)),
        }
    }

    /// The body of an aggregate: its literals keep their numbers.
    fn copy_body(&mut self, body: &Body, renaming: &mut Renaming<'_>) -> Body {
        let mut all = |parts: &[Body]| parts.iter().map(|part| self.copy_body(part, renaming)).collect();
        match body {
            Body::All(parts) => Body::All(all(parts)),
            Body::Any(parts) => Body::Any(all(parts)),
            Body::Not(inner) => Body::Not(Box::new(self.copy_body(inner, renaming))),
            Body::Literal(Literal { index, kind, span }) => {
                Body::Literal(Literal { index: *index, kind: self.copy_literal(kind, renaming), span: *span })
            }
        }
    }

    pub(crate) fn copy_term(&mut self, term: &Term, renaming: &mut Renaming<'_>) -> Term {
        match term {
            Term::Wildcard(span) => Term::Wildcard(*span),
            Term::Variable(id, span) => Term::Variable(self.copy_variable(*id, renaming), *span),
            Term::Constant(Constant { kind, text, negative, node, span }) => Term::Constant(Constant {
                kind: *kind,
                text: text.clone(),
                negative: *negative,
                node: self.copy_node(*node, renaming),
                span: *span,
            }),
            Term::Parameter(Lookup { parameter, args, node, span }) => Term::Parameter(Lookup {
                parameter: *parameter,
                args: self.copy_terms(args, renaming),
                node: self.copy_node(*node, renaming),
                span: *span,
            }),
            Term::Call(Call { operation, args, fixed, node, span }) => Term::Call(Call {
                operation,
                args: self.copy_terms(args, renaming),
                fixed: *fixed,
                node: self.copy_node(*node, renaming),
                span: *span,
            }),
            Term::Chain { first, rest, start } => Term::Chain {
                first: Box::new(self.copy_term(first, renaming)),
                rest: rest.iter().map(|link| self.copy_link(link, renaming)).collect(),
                start: *start,
            },
            Term::Cast { operand, to, operation, node, span } => Term::Cast {
                operand: Box::new(self.copy_term(operand, renaming)),
                to: *to,
                operation,
                node: self.copy_node(*node, renaming),
                span: *span,
            },
            Term::Composite(Composite { form, args, node, span }) => Term::Composite(Composite {
                form: *form,
                args: self.copy_terms(args, renaming),
                node: self.copy_node(*node, renaming),
                span: *span,
            }),
            Term::Counter(node, span) => Term::Counter(self.copy_node(*node, renaming), *span),
            Term::RoundNumber(node, span) => Term::RoundNumber(self.copy_node(*node, renaming), *span),
            Term::Aggregate(aggregate) => Term::Aggregate(Box::new(self.copy_aggregate(aggregate, renaming))),
            Term::Broken { inside, span } => Term::Broken { inside: self.copy_terms(inside, renaming), span: *span },
        }
    }

    fn copy_link(&mut self, link: &Link, renaming: &mut Renaming<'_>) -> Link {
        let (right, node) = (self.copy_term(&link.right, renaming), self.copy_node(link.node, renaming));
        Link { operation: link.operation, right, node, span: link.span }
    }

    fn copy_aggregate(&mut self, aggregate: &Aggregate, renaming: &mut Renaming<'_>) -> Aggregate {
        let mut ids = |ids: &[VarId]| {
            let mut copies: Vec<VarId> = ids.iter().map(|id| self.copy_variable(*id, renaming)).collect();
            // Two variables of the group may have become one.
            copies.sort_unstable();
            copies.dedup();
            copies
        };
        let (injected, local, witnesses) = (ids(&aggregate.injected), ids(&aggregate.local), ids(&aggregate.witnesses));
        Aggregate {
            op: aggregate.op,
            target: aggregate.target.as_ref().map(|target| self.copy_term(target, renaming)),
            body: self.copy_body(&aggregate.body, renaming),
            scope: aggregate.scope,
            injected,
            local,
            witnesses,
            node: self.copy_node(aggregate.node, renaming),
            span: aggregate.span,
        }
    }

    /// Numbers the variables anew in the order in which they occur; those that occur no more are left out.
    pub(crate) fn renumber(&mut self) {
        let mut numbers: Vec<Option<VarId>> = vec![None; self.variables.len()];
        let mut kept = Vec::new();
        self.every_variable_mut(&mut |id| {
            let number = numbers[id.0 as usize].get_or_insert_with(|| {
                kept.push(*id);
                VarId(kept.len() as u32 - 1)
            });
            *id = *number;
        });
        self.variables = kept.into_iter().map(|id| self.variables[id.0 as usize].clone()).collect();
        sort_aggregates(self);
    }
}
