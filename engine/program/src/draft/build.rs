//! Syntax tree to draft.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::ast;

use super::scopes::resolve;
use super::{Atom, Body, InField, Literal, LiteralKind, Node, Rule, Term, Variable, node_of};
use crate::annotations::Marks;
use crate::checked::VarId;
use crate::declarations::Declarations;
use crate::features::Feature;
use crate::namespace::Namespace;
use crate::report::Report;

/// The draft of a rule or fact. What is wrong with names, numbers of arguments and places of terms is reported.
///
/// Heads that a component overrides are left out.
pub(crate) fn build(
    rule: &ast::Rule,
    file: FileId,
    namespace: &Namespace,
    marks: &Marks,
    declarations: &Declarations,
    report: &mut Report,
) -> Rule {
    let mut builder = Builder::new(file, namespace, declarations, report);
    let heads = rule.heads();
    let kept = heads.iter().filter(|head| !head.name().is_some_and(|name| namespace.drops(&name.dotted())));
    let heads: Vec<Atom> = kept.map(|head| builder.head(head)).collect();
    let body = match rule.body() {
        Some(body) => {
            let body = builder.body(&body);
            Some(builder.under_law(body, rule, marks))
        }
        None => computes(&heads).then(|| Body::Literal(builder.truth(rule.span(file)))),
    };
    builder.finish(heads, body, rule.span(file))
}

/// The draft of a fact that is a single atom, all of whose columns are given.
pub(crate) fn build_fact(
    atom: &ast::Atom,
    file: FileId,
    namespace: &Namespace,
    declarations: &Declarations,
    report: &mut Report,
) -> Rule {
    single(atom, Place::HeadArgument, Builder::new(file, namespace, declarations, report))
}

/// Likewise of an atom that stands for all tuples that fit: wildcards may stand in it.
pub(crate) fn build_pattern(
    atom: &ast::Atom,
    file: FileId,
    namespace: &Namespace,
    declarations: &Declarations,
    report: &mut Report,
) -> Rule {
    single(atom, Place::BodyArgument, Builder::new(file, namespace, declarations, report))
}

fn single(atom: &ast::Atom, place: Place, mut builder: Builder<'_>) -> Rule {
    let heads = vec![builder.atom(atom, place)];
    let span = atom.span(builder.file);
    builder.finish(heads, None, span)
}

/// True where heads hold an aggregate: with no body behind them they are no facts, but a rule without conditions.
fn computes(heads: &[Atom]) -> bool {
    let mut computes = false;
    heads.iter().flat_map(|head| &head.args).for_each(|term| term.aggregates(&mut |_| computes = true));
    computes
}

/// The draft of a subsumption: the head is the dominated atom, and the body begins with both atoms. `None` where the tree lacks one.
pub(crate) fn build_subsumption(
    written: &ast::Subsumption,
    file: FileId,
    namespace: &Namespace,
    declarations: &Declarations,
    report: &mut Report,
) -> Option<Rule> {
    let mut builder = Builder::new(file, namespace, declarations, report);
    let (dominated, dominating) = (written.dominated()?, written.dominating()?);
    let dominated_part = builder.dominance(&dominated, Place::HeadArgument);
    let mut parts = vec![dominated_part, builder.dominance(&dominating, Place::BodyArgument)];
    parts.push(written.body().map_or(Body::Literal(builder.truth(written.span(file))), |body| builder.body(&body)));
    let heads = vec![builder.head(&dominated)];
    Some(builder.finish(heads, Some(Body::All(parts)), written.span(file)))
}

/// What stands in an argument or on a side, and so what may stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An argument of a body atom, or a part of a value that is taken apart: anything.
    BodyArgument,
    /// A side of an `=`: no `_`, except inside a value that the other side is taken apart by.
    Side,
    /// An argument of a head: no `_`.
    HeadArgument,
    /// Anywhere else: no `_`.
    Inside,
}

impl Place {
    /// What may stand in the fields of a value at this place.
    pub(super) fn of_parts(self) -> Place {
        match self {
            Place::BodyArgument | Place::Side => Place::BodyArgument,
            Place::HeadArgument | Place::Inside => Place::Inside,
        }
    }

    /// What may stand between parentheses or in a cast at this place.
    pub(super) fn inside(self) -> Place {
        match self {
            Place::BodyArgument | Place::Side => Place::Side,
            Place::HeadArgument | Place::Inside => Place::Inside,
        }
    }
}

/// The variables that belong to one scope: the rule (number 0) or an aggregate.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) variables: BTreeMap<String, VarId>,
    /// Those that occur in the aggregate's target.
    pub(super) in_target: Vec<VarId>,
}

pub(super) struct Builder<'a> {
    pub(super) file: FileId,
    pub(super) namespace: &'a Namespace,
    pub(super) declarations: &'a Declarations,
    pub(super) report: &'a mut Report,
    /// How many errors there were before.
    errors_before: usize,
    variables: Vec<Variable>,
    nodes: u32,
    pub(super) scopes: Vec<Scope>,
    /// The scope that terms and literals are read in.
    pub(super) scope: usize,
    pub(super) in_target: bool,
    /// The number of the next literal.
    pub(super) index: u32,
    /// False behind an odd number of `!`.
    pub(super) positive: bool,
    pub(super) in_fields: Vec<InField>,
    /// What was refused in this rule.
    pub(super) refused: Vec<&'static Feature>,
}

impl<'a> Builder<'a> {
    fn new(file: FileId, namespace: &'a Namespace, declarations: &'a Declarations, report: &'a mut Report) -> Self {
        Builder {
            file,
            namespace,
            declarations,
            errors_before: report.errors(),
            report,
            variables: Vec::new(),
            nodes: 0,
            scopes: vec![Scope::default()],
            scope: 0,
            in_target: false,
            index: 0,
            positive: true,
            in_fields: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// The rule, with the variables of its scopes told apart.
    fn finish(self, heads: Vec<Atom>, body: Option<Body>, span: Span) -> Rule {
        let whole = self.report.errors() == self.errors_before;
        let Builder { variables, nodes, scopes, in_fields, .. } = self;
        let in_columns = Vec::new();
        let mut rule = Rule { heads, body, variables, nodes, in_fields, in_columns, inlined: false, whole, span };
        resolve(&mut rule, &scopes);
        rule
    }

    pub(super) fn node(&mut self) -> Node {
        self.nodes += 1;
        self.nodes - 1
    }

    /// The node of a term; `None` where it has no type.
    pub(super) fn node_of(&self, term: &Term) -> Option<Node> {
        node_of(&self.variables, term)
    }

    /// The variable of this name in the present scope.
    pub(super) fn variable(&mut self, name: &str, span: Span) -> VarId {
        let id = match self.scopes[self.scope].variables.get(name) {
            Some(id) => *id,
            None => {
                let node = self.node();
                self.variables.push(Variable { name: name.to_owned(), node, span });
                let id = VarId(self.variables.len() as u32 - 1);
                self.scopes[self.scope].variables.insert(name.to_owned(), id);
                id
            }
        };
        if self.in_target {
            self.scopes[self.scope].in_target.push(id);
        }
        id
    }

    fn head(&mut self, head: &ast::Atom) -> Atom {
        self.atom(head, Place::HeadArgument)
    }

    /// One of the two atoms of a subsumption, as a literal. A wildcard can stand in the dominating one only.
    fn dominance(&mut self, atom: &ast::Atom, place: Place) -> Body {
        let index = self.index;
        self.index += 1;
        let kind = LiteralKind::Atom(self.atom(atom, place));
        Body::Literal(Literal { index, kind, span: atom.span(self.file) })
    }

    fn truth(&mut self, span: Span) -> Literal {
        let index = self.index;
        self.index += 1;
        Literal { index, kind: LiteralKind::Truth(true), span }
    }

    /// An atom with its arguments in the order of the columns.
    pub(super) fn atom(&mut self, atom: &ast::Atom, place: Place) -> Atom {
        let span = atom.span(self.file);
        let Some(name) = atom.name() else { return self.broken_atom(atom, place) };
        let text = name.dotted();
        let relations = &self.declarations.relations;
        let Some(relation) = relations.find(&text, self.namespace) else {
            undeclared(&text, span, self.namespace, self.declarations, self.report);
            return self.broken_atom(atom, place);
        };
        let args = atom.arguments();
        let named = args.iter().any(|arg| arg.name().is_some());
        let args = match named {
            true => self.named_args(&args, relation, span, place),
            false => self.positional_args(&args, relation, span, place),
        };
        match args {
            Ok(args) => Atom { relation: Some(relation), args, span },
            Err(args) => Atom { relation: None, args, span },
        }
    }

    fn broken_atom(&mut self, atom: &ast::Atom, place: Place) -> Atom {
        let args = self.args(&atom.arguments(), place);
        Atom { relation: None, args, span: atom.span(self.file) }
    }

    /// The terms of arguments, in text order.
    pub(super) fn args(&mut self, args: &[ast::Argument], place: Place) -> Vec<Term> {
        args.iter().filter_map(|arg| arg.term()).map(|term| self.term(&term, place)).collect()
    }

    pub(super) fn body(&mut self, body: &ast::Body) -> Body {
        let mut parts: Vec<Body> =
            body.conjunctions().iter().map(|conjunction| self.conjunction(&conjunction.literals())).collect();
        if parts.len() == 1 { parts.remove(0) } else { Body::Any(parts) }
    }

    pub(super) fn conjunction(&mut self, literals: &[ast::Literal]) -> Body {
        let mut parts: Vec<Body> = literals.iter().map(|literal| self.literal(literal)).collect();
        if parts.len() == 1 { parts.remove(0) } else { Body::All(parts) }
    }
}

/// Reports a relation that no `.decl` declares, unless that follows from what was reported.
pub(crate) fn undeclared(
    name: &str,
    span: Span,
    namespace: &Namespace,
    declarations: &Declarations,
    report: &mut Report,
) {
    let relations = &declarations.relations;
    if relations.is_broken(name, namespace)
        || declarations.registry.is_broken(name)
        || declarations.damage.is_excused(name, namespace)
    {
        return;
    }
    let error = Diagnostic::new(&catalogue::UNDECLARED_RELATION, span).arg("name", name);
    let near = report.nearest(name, relations.names().map(|full| namespace.shown(full)));
    let near = near.and_then(|near| Some((near, relations.get(relations.find(near, namespace)?).span)));
    report.push(match near {
        Some((near, declared)) => error.arg("near", near).related(declared, NEAR),
        None => error,
    });
}

const NEAR: diagnostics::Text = diagnostics::Text {
    en: "`{near}` is declared here; is it meant?",
    zh: "此处声明了 `{near}`，是指它吗？",
};
