//! Minor premises: the records with their places, computations, absences and on whose word they count, in the order of the rule's text.

use proof::{Node, NodeId};

use super::sections::MEMBERS_FEW;
use super::{Level, Teller, say};
use crate::phrase::fill;
use crate::text::Edge;
use crate::wrap;

/// Levels of indentation.
const INDENT_MAX: usize = 8;

/// A premise that is still to be told.
struct Open<'d> {
    edge: Edge<'d>,
    /// Its number among those beside it.
    number: usize,
    level: usize,
}

/// What is said of a premise: its sentence, lines below it, and premises of its own.
struct Told<'d> {
    sentence: String,
    lines: Vec<String>,
    below: Vec<Edge<'d>>,
}

impl<'d> Teller<'d> {
    /// Tells what a conclusion rests on, as a numbered list. No recursion, since what is merged into a section may be long.
    pub(super) fn minor_premises(&mut self, head: NodeId) {
        let mut open = Vec::new();
        push(&mut open, self.below(&Edge::root(head)), 0);
        while let Some(Open { edge, number, level }) = open.pop() {
            let Told { sentence, lines, below } = self.premise(&edge);
            let indent = format!("  {}", "   ".repeat(level.min(INDENT_MAX)));
            let lead = match edge {
                Edge::Rest(_) => indent,
                _ if level % 2 == 0 => format!("{indent}{number}. "),
                _ => format!("{indent}({number}) "),
            };
            let rest = " ".repeat(lead.len());
            wrap(&mut self.out, &sentence, self.width, &lead, &rest);
            for line in lines {
                wrap(&mut self.out, &line, self.width, &rest, &format!("{rest}  "));
            }
            push(&mut open, below, level + 1);
        }
    }

    /// The premises of a step that are told, the first few contributions of an aggregate among them.
    pub(super) fn below(&self, edge: &Edge<'d>) -> Vec<Edge<'d>> {
        let mut below = self.sentences.steps.below(edge);
        let of_aggregate = edge.node().map(|id| &self.derivation().nodes[id]);
        if let Some(Node::Aggregate { members, .. }) = of_aggregate
            && self.level != Level::Premises
            && members.len() > MEMBERS_FEW
        {
            below.truncate(MEMBERS_FEW);
            below.push(Edge::Rest(members.len() - MEMBERS_FEW));
        }
        below
    }

    fn premise(&mut self, edge: &Edge<'d>) -> Told<'d> {
        let (id, lead) = match edge {
            Edge::Node { id, lead, .. } => (*id, lead.as_deref()),
            Edge::Member(lead, _) => {
                return Told { sentence: lead.clone(), lines: Vec::new(), below: self.below(edge) };
            }
            Edge::Rest(count) => {
                let sentence = fill(say::MORE_ITEMS, self.lang, &[("count", &count.to_string())]);
                return Told { sentence, lines: Vec::new(), below: Vec::new() };
            }
        };
        let mut told = self.node(id);
        if let Some(lead) = lead {
            told.sentence = fill(say::LED, self.lang, &[("lead", lead), ("sentence", &told.sentence)]);
        }
        told
    }

    fn node(&mut self, id: NodeId) -> Told<'d> {
        let sentence = self.sentences.of(id);
        let leaf = |sentence, lines| Told { sentence, lines, below: Vec::new() };
        let say = |text, values: &[(&str, &str)]| {
            fill(text, self.lang, &[&[("sentence", sentence.as_str())], values].concat())
        };
        let ground = if self.sections.number(id).is_some() { id } else { self.grounds[id] };
        let steps = &self.sentences.steps;
        match &self.sentences.steps.derivation.nodes[ground] {
            Node::Record { .. } | Node::Given { .. } => {
                let source = steps.grounds(ground).join("");
                leaf(say(say::SOURCED, &[("source", &source)]), steps.remarks(id))
            }
            Node::Fact { folded: true, .. } | Node::Implied { folded: true, .. } | Node::Repeated { of: None, .. } => {
                leaf(say(say::FOLDED, &[]), Vec::new())
            }
            Node::Fact { .. } | Node::Implied { .. } | Node::Repeated { .. } => match self.sections.number(ground) {
                Some(number) => leaf(say(say::SEE, &[("number", &number.to_string())]), Vec::new()),
                None => self.merged(id, ground),
            },
            Node::Absence { relation, known, .. } => {
                let lines = match (self.level, known) {
                    (Level::Premises, _) => steps.grounds(id),
                    (_, Some(known)) => steps.complete(*relation, known),
                    (_, None) => Vec::new(),
                };
                let sentence = if known.is_none() { say(say::AS_RECORDED, &[]) } else { sentence };
                Told { sentence, lines, below: self.computations(id) }
            }
            Node::Computation { .. } => Told { sentence, lines: steps.details(id), below: self.computations(id) },
            Node::Comparison { .. } | Node::Parameter { .. } | Node::InForce { .. } => {
                Told { sentence, lines: Vec::new(), below: self.computations(id) }
            }
            Node::Aggregate { .. } => Told { sentence, lines: Vec::new(), below: self.below(&Edge::root(id)) },
            Node::Precedence { .. } => leaf(sentence, steps.details(id)),
        }
    }

    /// A conclusion that is told inside of the section of another one; the second time it is named only.
    fn merged(&mut self, id: NodeId, ground: NodeId) -> Told<'d> {
        let sentence = self.sentences.of(id);
        let again = std::mem::replace(&mut self.told[ground], true);
        let text = if again { say::ABOVE } else { say::BECAUSE };
        Told {
            sentence: fill(text, self.lang, &[("sentence", &sentence)]),
            lines: if again { Vec::new() } else { self.sentences.steps.remarks(ground) },
            below: if again { Vec::new() } else { self.below(&Edge::root(ground)) },
        }
    }

    /// The computations behind a step: all where every premise is asked for, otherwise aggregates and parameters alone, since the step's sentence holds the
    /// others.
    fn computations(&self, id: NodeId) -> Vec<Edge<'d>> {
        let mut below = self.sentences.steps.below(&Edge::root(id));
        if self.level != Level::Premises {
            let speaks =
                |id: NodeId| matches!(self.derivation().nodes[id], Node::Aggregate { .. } | Node::Parameter { .. });
            below.retain(|edge| edge.node().is_some_and(speaks));
        }
        below
    }
}

fn push<'d>(open: &mut Vec<Open<'d>>, edges: Vec<Edge<'d>>, level: usize) {
    let first = open.len();
    open.extend((1..).zip(edges).map(|(number, edge)| Open { edge, number, level }));
    open[first..].reverse();
}
