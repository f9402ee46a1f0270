//! What a rule says about the types of its nodes.

use diagnostics::Span;
use values::{Primitive, ShapeId};

use super::sets::Set;
use crate::checked::{AggregateOp, TextTest};
use crate::declarations::Declarations;
use crate::draft::{
    Aggregate, Atom, Composite, Constant, Extent, Form, InColumn, InField, LiteralKind, Node, Rule, Term,
};
use crate::operations::{self, Operation};
use crate::relations::Column;

/// Everything a rule says about types, each kind in text order.
#[derive(Debug, Default)]
pub(super) struct Constraints<'a> {
    pub(super) columns: Vec<AtColumn>,
    pub(super) comparisons: Vec<Compared>,
    pub(super) calls: Vec<Called>,
    pub(super) constants: Vec<&'a Constant>,
    /// Record literals and `nil`, outer ones before inner ones.
    pub(super) records: Vec<&'a Composite>,
    /// Calls of `autoinc`.
    pub(super) counters: Vec<Node>,
    /// Nodes about which nothing can be said, because of something reported.
    pub(super) spoilt: Vec<Node>,
    /// Nodes whose type is given.
    pub(super) given: Vec<(Node, Primitive, Span)>,
}

/// A node stands in a column, or in something like one.
#[derive(Clone, Copy, Debug)]
pub(super) struct AtColumn {
    pub(super) node: Node,
    pub(super) primitive: Primitive,
    /// The argument.
    pub(super) span: Span,
    /// The column's declaration.
    pub(super) declared: Span,
    pub(super) slot: Slot,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A column of a relation.
    Column,
    /// A field of a record type or branch.
    Field,
    /// The type of a cast.
    Cast,
}

/// Two nodes are compared and so have one type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) left: Node,
    pub(super) right: Node,
    pub(super) span: Span,
    pub(super) sides: (Span, Span),
}

/// An operation is applied.
#[derive(Debug)]
pub(super) struct Called {
    pub(super) operation: &'static Operation,
    pub(super) args: Vec<Node>,
    /// `None` where the result is no value (`match`, `contains`).
    pub(super) result: Option<Node>,
    pub(super) span: Span,
}

/// Collects what `rule` says.
pub(super) fn collect<'a>(rule: &'a Rule, declarations: &Declarations) -> Constraints<'a> {
    let mut collector = Collector { rule, declarations, found: Constraints::default() };
    rule.heads.iter().for_each(|head| collector.atom(head));
    rule.body.iter().for_each(|body| body.literals(&mut |literal| collector.literal(&literal.kind, literal.span)));
    for &InField { node, shape, branch, field, span } in &rule.in_fields {
        collector.field(node, shape, branch, field, span);
    }
    for &InColumn { node, relation, column, span } in &rule.in_columns {
        collector.column(node, &declarations.relations.get(relation).columns[column], span);
    }
    collector.found
}

struct Collector<'a, 'd> {
    rule: &'a Rule,
    declarations: &'d Declarations,
    found: Constraints<'a>,
}

impl<'a> Collector<'a, '_> {
    fn literal(&mut self, kind: &'a LiteralKind, span: Span) {
        match kind {
            LiteralKind::Atom(atom) => self.atom(atom),
            LiteralKind::Compare { left, right, .. } => {
                self.term(left);
                self.term(right);
                match (self.rule.node(left), self.rule.node(right)) {
                    (Some(a), Some(b)) => {
                        let sides = (left.span(), right.span());
                        self.found.comparisons.push(Compared { left: a, right: b, span, sides });
                    }
                    (a, b) => self.found.spoilt.extend(a.or(b)),
                }
            }
            LiteralKind::Text { test, args } => {
                let operation = match test {
                    TextTest::Match => &operations::TEST_MATCH,
                    TextTest::Contains => &operations::TEST_CONTAINS,
                };
                self.call(operation, &args.iter().collect::<Vec<_>>(), None, span);
            }
            LiteralKind::Truth(_) => {}
            LiteralKind::Absent(absent) => {
                self.atom(&absent.atom);
                absent.within.iter().for_each(|extent| self.extent(extent));
            }
            LiteralKind::Broken(terms) => terms.iter().for_each(|term| self.spoil(term)),
        }
    }

    fn atom(&mut self, atom: &'a Atom) {
        let Some(relation) = atom.relation else {
            atom.args.iter().for_each(|term| self.spoil(term));
            return;
        };
        let columns = &self.declarations.relations.get(relation).columns;
        for (term, column) in atom.args.iter().zip(columns) {
            self.term(term);
            let Some(node) = self.rule.node(term) else { continue };
            self.column(node, column, term.span());
        }
    }

    fn extent(&mut self, extent: &'a Extent) {
        let (relation, column) = extent.column;
        let column = &self.declarations.relations.get(relation).columns[column];
        for term in std::iter::once(&extent.from).chain(&extent.to) {
            self.term(term);
            if let Some(node) = self.rule.node(term) {
                self.column(node, column, term.span());
            }
        }
    }

    fn column(&mut self, node: Node, column: &Column, span: Span) {
        match column.primitive(&self.declarations.types) {
            Some(primitive) => {
                let (declared, slot) = (column.span, Slot::Column);
                self.found.columns.push(AtColumn { node, primitive, span, declared, slot });
            }
            None => self.found.spoilt.push(node),
        }
    }

    fn term(&mut self, term: &'a Term) {
        match term {
            Term::Wildcard(_) | Term::Variable(..) => {}
            Term::Constant(constant) => self.found.constants.push(constant),
            Term::Call(call) => {
                let args: Vec<&Term> = call.args.iter().collect();
                self.call(call.operation, &args, Some(call.node), call.span);
            }
            Term::Parameter(lookup) => {
                let parameter = &self.declarations.registry.parameters[lookup.parameter.0 as usize];
                let declared = parameter.span;
                let types = parameter.keys.iter().map(|key| key.primitive).chain([Primitive::Date]);
                for (arg, primitive) in lookup.args.iter().zip(types) {
                    self.term(arg);
                    let Some(node) = self.rule.node(arg) else { continue };
                    let (span, slot) = (arg.span(), Slot::Column);
                    self.found.columns.push(AtColumn { node, primitive, span, declared, slot });
                }
                self.found.given.push((lookup.node, parameter.primitive, lookup.span));
            }
            Term::Chain { first, rest, .. } => {
                self.term(first);
                let mut left = self.rule.node(first);
                for link in rest {
                    self.term(&link.right);
                    let args = [left, self.rule.node(&link.right)];
                    self.called(link.operation, &args, Some(link.node), link.span);
                    left = Some(link.node);
                }
            }
            Term::Cast { operand, to, operation, node, span } => match self.declarations.types.primitive(*to) {
                to @ Primitive::Composite(_) => self.composite_cast(operand, to, *node, *span),
                to => self.cast(operand, operation, to, *node, *span),
            },
            Term::Composite(composite) => self.composite(composite),
            Term::Counter(node, span) => {
                self.found.counters.push(*node);
                self.called(&operations::COUNTER, &[], Some(*node), *span);
            }
            Term::RoundNumber(node, span) => self.found.given.push((*node, Primitive::Unsigned, *span)),
            Term::Aggregate(aggregate) => self.aggregate(aggregate),
            Term::Broken { inside, .. } => inside.iter().for_each(|term| self.spoil(term)),
        }
    }

    /// A constant takes the type it is cast to, if it can have it.
    fn cast(&mut self, operand: &'a Term, operation: &'static Operation, to: Primitive, node: Node, span: Span) {
        self.found.given.push((node, to, span));
        match operand {
            Term::Constant(constant) if Set::of_constant(constant).has(to) => {
                self.found.constants.push(constant);
                self.found.given.push((constant.node, to, span));
            }
            _ => self.call(operation, &[operand], Some(node), span),
        }
        // `as(-1, unsigned)`: the bits of the number -1.
        if let (Term::Constant(constant), Primitive::Unsigned) = (operand, to)
            && Set::of_constant(constant) == Set::NEGATIVE
        {
            self.found.given.push((constant.node, Primitive::Number, span));
        }
    }

    /// Nothing but a value of that very type.
    fn composite_cast(&mut self, operand: &'a Term, to: Primitive, node: Node, span: Span) {
        self.term(operand);
        self.found.given.push((node, to, span));
        if let Some(node) = self.rule.node(operand) {
            let (span, declared) = (operand.span(), span);
            self.found.columns.push(AtColumn { node, primitive: to, span, declared, slot: Slot::Cast });
        }
    }

    fn composite(&mut self, composite: &'a Composite) {
        match composite.form {
            Form::Nil | Form::Record => self.found.records.push(composite),
            Form::Branch(shape, branch) => {
                self.found.given.push((composite.node, Primitive::Composite(shape), composite.span));
                for (field, arg) in composite.args.iter().enumerate() {
                    if let Some(node) = self.rule.node(arg) {
                        self.field(node, shape, branch, field, arg.span());
                    }
                }
            }
        }
        composite.args.iter().for_each(|arg| self.term(arg));
    }

    fn field(&mut self, node: Node, shape: ShapeId, branch: u32, field: usize, span: Span) {
        let types = &self.declarations.types;
        let field = &types.branch(shape, branch).fields[field];
        match field.of {
            Some(of) => {
                let (primitive, declared) = (types.primitive(of), field.span);
                self.found.columns.push(AtColumn { node, primitive, span, declared, slot: Slot::Field });
            }
            None => self.found.spoilt.push(node),
        }
    }

    fn call(&mut self, operation: &'static Operation, args: &[&'a Term], result: Option<Node>, span: Span) {
        args.iter().for_each(|arg| self.term(arg));
        let nodes: Vec<Option<Node>> = args.iter().map(|arg| self.rule.node(arg)).collect();
        self.called(operation, &nodes, result, span);
    }

    fn called(&mut self, operation: &'static Operation, args: &[Option<Node>], result: Option<Node>, span: Span) {
        match args.iter().copied().collect::<Option<Vec<Node>>>() {
            Some(args) => self.found.calls.push(Called { operation, args, result, span }),
            None => self.found.spoilt.extend(args.iter().copied().flatten().chain(result)),
        }
    }

    fn aggregate(&mut self, aggregate: &'a Aggregate) {
        aggregate.body.literals(&mut |literal| self.literal(&literal.kind, literal.span));
        let operation = match aggregate.op {
            AggregateOp::Count => {
                self.found.given.push((aggregate.node, Primitive::Number, aggregate.span));
                return;
            }
            AggregateOp::Sum => &operations::AGGREGATE_SUM,
            AggregateOp::Min => &operations::AGGREGATE_LEAST,
            AggregateOp::Max => &operations::AGGREGATE_GREATEST,
            AggregateOp::Mean => &operations::AGGREGATE_MEAN,
        };
        match &aggregate.target {
            Some(target) => self.call(operation, &[target], Some(aggregate.node), aggregate.span),
            None => self.found.spoilt.push(aggregate.node),
        }
    }

    /// The types of what stands in something reported are not looked for.
    fn spoil(&mut self, term: &'a Term) {
        self.term(term);
        self.found.spoilt.extend(self.rule.node(term));
    }
}
