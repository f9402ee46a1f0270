//! The type of every variable, constant and call of a rule.
//!
//! Each of them is a node. Nodes that must have one type form a class (union-find); a class keeps the set of types it
//! can still have. Columns narrow classes, comparisons join them, and calls are resolved to a fixpoint: a call keeps the
//! signatures that its arguments and its result still allow, and these narrow the classes in turn. A record literal has the
//! type of its class; once that is known, its arguments stand in fields as they would stand in columns.

mod classes;
mod collect;
mod conflict;
mod literal;
mod overloads;
mod records;
mod sets;

use values::Primitive;

use crate::declarations::Declarations;
use crate::draft::{Node, Rule, Term};
use crate::report::Report;

use classes::Classes;
use collect::collect;
pub(crate) use conflict::unfit;
use overloads::Waiting;
use records::Records;
pub(crate) use sets::Set;

/// The types found.
#[derive(Debug)]
pub(crate) struct Primitives {
    nodes: Vec<Option<Primitive>>,
}

impl Primitives {
    /// The type of a node; `None` where it was reported that it has none, or follows from what was reported.
    pub(crate) fn node(&self, node: Node) -> Option<Primitive> {
        self.nodes[node as usize]
    }

    /// The type of a term, likewise; a wildcard has none.
    pub(crate) fn term(&self, rule: &Rule, term: &Term) -> Option<Primitive> {
        rule.node(term).and_then(|node| self.node(node))
    }
}

/// Finds the types of `rule`'s nodes; what does not fit together is reported, one error for one mistake.
pub(crate) fn infer(rule: &Rule, declarations: &Declarations, report: &mut Report) -> Primitives {
    let constraints = collect(rule, declarations);
    let mut classes = Classes::new(rule, &declarations.types, &constraints);
    let mut records = Records::new(&constraints.records);
    classes.columns(&constraints.columns, report);
    records.settle_all(&mut classes, report);
    classes.comparisons(&constraints.comparisons, report);
    let mut waiting = Waiting::new(&mut classes, &constraints.calls, records);
    waiting.resolve(&mut classes, report);
    for record in &constraints.records {
        let class = classes.find(record.node);
        if classes.is_open(class) {
            report.push(records::ambiguous(record));
            waiting.spoil(class, &mut classes, report);
        }
    }
    let counters = constraints.counters.iter().copied();
    for node in counters.chain(constraints.constants.iter().map(|constant| constant.node)) {
        let class = classes.find(node);
        if classes.is_open(class) && classes.narrow(class, classes.default(class)) {
            waiting.changed(class);
            waiting.resolve(&mut classes, report);
        }
    }
    Primitives { nodes: (0..rule.nodes).map(|node| classes.primitive(node)).collect() }
}
