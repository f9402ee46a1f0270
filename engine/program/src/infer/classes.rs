//! Classes of nodes that have one type.

use diagnostics::Span;
use values::Primitive;

use super::collect::{AtColumn, Compared, Constraints};
use super::conflict;
use super::sets::Set;
use crate::draft::{Constant, Node, Rule};
use crate::report::Report;
use crate::types::Types;

/// Number of a class: its representative node.
pub(super) type Class = u32;

/// The classes of a rule's nodes.
#[derive(Debug)]
pub(super) struct Classes<'a> {
    pub(super) rule: &'a Rule,
    pub(super) types: &'a Types,
    /// Those whose types are looked for.
    pub(super) constants: Vec<&'a Constant>,
    parents: Vec<Class>,
    states: Vec<State>,
}

/// What is known about a class.
#[derive(Clone, Copy, Debug)]
struct State {
    set: Set,
    /// Nothing more is said about it, because of something reported.
    spoilt: bool,
    /// What narrowed it first.
    witness: Option<Witness>,
    /// The earliest occurrence of a variable in it.
    variable: Option<Span>,
}

/// Why a class has its type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Witness {
    /// It stands in a column.
    Column(AtColumn),
    /// It is a constant, or its type is given.
    Given(Span),
}

impl<'a> Classes<'a> {
    pub(super) fn new(rule: &'a Rule, types: &'a Types, constraints: &Constraints<'a>) -> Classes<'a> {
        let open = State { set: Set::ALL, spoilt: false, witness: None, variable: None };
        let (parents, states) = ((0..rule.nodes).collect(), vec![open; rule.nodes as usize]);
        let mut classes = Classes { rule, types, constants: constraints.constants.clone(), parents, states };
        for variable in &rule.variables {
            classes.states[variable.node as usize].variable = Some(variable.span);
        }
        for constant in &constraints.constants {
            let set = Set::of_constant(constant);
            let state = &mut classes.states[constant.node as usize];
            (state.set, state.witness) = (set, Some(Witness::Given(constant.span)));
        }
        for record in &constraints.records {
            let state = &mut classes.states[record.node as usize];
            (state.set, state.witness) = (Set::COMPOSITES, Some(Witness::Given(record.span)));
        }
        for (node, primitive, span) in &constraints.given {
            let set = Set::one(*primitive);
            let state = &mut classes.states[*node as usize];
            (state.set, state.witness) = (set, Some(Witness::Given(*span)));
        }
        constraints.spoilt.iter().for_each(|node| classes.states[*node as usize].spoilt = true);
        classes
    }

    /// The class of a node.
    pub(super) fn find(&mut self, node: Node) -> Class {
        let mut root = node;
        while self.parents[root as usize] != root {
            root = self.parents[root as usize];
        }
        let mut at = node;
        while at != root {
            at = std::mem::replace(&mut self.parents[at as usize], root);
        }
        root
    }

    /// The types a class can still have; all of them where something was reported.
    pub(super) fn set(&self, class: Class) -> Set {
        let state = &self.states[class as usize];
        if state.spoilt { Set::ALL } else { state.set }
    }

    /// The types a class can still have, for a message.
    pub(super) fn shown(&self, class: Class) -> String {
        self.set(class).shown(self.types)
    }

    pub(super) fn is_spoilt(&self, class: Class) -> bool {
        self.states[class as usize].spoilt
    }

    /// True where the type is neither known nor spoilt.
    pub(super) fn is_open(&self, class: Class) -> bool {
        let state = &self.states[class as usize];
        !state.spoilt && state.set.only().is_none()
    }

    /// What numbers are taken for where nothing says more: `number`, else `unsigned`, `float`, `decimal`.
    pub(super) fn default(&self, class: Class) -> Set {
        let order = [Primitive::Number, Primitive::Unsigned, Primitive::Float, Primitive::Decimal];
        order.into_iter().find(|primitive| self.set(class).has(*primitive)).map_or(Set::EMPTY, Set::one)
    }

    /// Nothing more is said about this class.
    pub(super) fn spoil(&mut self, class: Class) {
        self.states[class as usize].spoilt = true;
    }

    /// Leaves only what is in `set` too; true where that changed something. A class is never left without a type.
    pub(super) fn narrow(&mut self, class: Class, set: Set) -> bool {
        let state = &mut self.states[class as usize];
        let narrowed = state.set.and(set);
        let changed = !state.spoilt && narrowed != state.set && !narrowed.is_empty();
        if changed {
            state.set = narrowed;
        }
        changed
    }

    /// The earliest occurrence of a variable in a class.
    pub(super) fn variable(&self, class: Class) -> Option<Span> {
        self.states[class as usize].variable
    }

    /// What narrowed a class first.
    pub(super) fn witness(&self, class: Class) -> Option<Witness> {
        self.states[class as usize].witness
    }

    /// The constant that stands there.
    pub(super) fn constant(&self, place: Span) -> Option<&'a Constant> {
        self.constants.iter().copied().find(|constant| constant.span == place)
    }

    pub(super) fn primitive(&mut self, node: Node) -> Option<Primitive> {
        let class = self.find(node);
        if self.is_spoilt(class) { None } else { self.set(class).only() }
    }

    /// Each node has its column's type.
    pub(super) fn columns(&mut self, columns: &[AtColumn], report: &mut Report) {
        for column in columns {
            self.column(column, report);
        }
    }

    /// A node has its column's type. Returns its class if that changed.
    pub(super) fn column(&mut self, column: &AtColumn, report: &mut Report) -> Option<Class> {
        let class = self.find(column.node);
        if self.is_spoilt(class) {
            return None;
        }
        let set = Set::one(column.primitive);
        if self.set(class).and(set).is_empty() {
            report.push(conflict::at_column(self, class, column));
            self.spoil(class);
            return Some(class);
        }
        let changed = self.narrow(class, set);
        let state = &mut self.states[class as usize];
        // A column says more than that the constant in it could be of several types.
        if !matches!(state.witness, Some(Witness::Column(_))) {
            state.witness = Some(Witness::Column(*column));
        }
        changed.then_some(class)
    }

    /// Both sides of a comparison have one type.
    pub(super) fn comparisons(&mut self, comparisons: &[Compared], report: &mut Report) {
        for compared in comparisons {
            let (a, b) = (self.find(compared.left), self.find(compared.right));
            let spoilt = self.is_spoilt(a) || self.is_spoilt(b);
            if !spoilt && self.set(a).and(self.set(b)).is_empty() {
                report.push(conflict::compared(self, a, b, compared));
                // Both keep the types they have, unless nothing else will decide them.
                for class in [a, b] {
                    if self.is_open(class) {
                        self.spoil(class);
                    }
                }
                continue;
            }
            self.join(a, b);
        }
    }

    fn join(&mut self, a: Class, b: Class) {
        if a == b {
            return;
        }
        let (x, y) = (self.states[a as usize], self.states[b as usize]);
        let witness = match (x.witness, y.witness) {
            (Some(Witness::Given(_)), Some(Witness::Column(_))) | (None, _) => y.witness,
            _ => x.witness,
        };
        let variable = match (x.variable, y.variable) {
            (Some(x), Some(y)) => Some(x.min(y)),
            (x, y) => x.or(y),
        };
        let state = State { set: x.set.and(y.set), spoilt: x.spoilt || y.spoilt, witness, variable };
        self.parents[b as usize] = a;
        self.states[a as usize] = state;
    }
}
