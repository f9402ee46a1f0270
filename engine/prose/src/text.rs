//! Derivations as an indented text, read from the conclusion down to the records.

mod references;
mod step;
mod told;
mod words;

use std::collections::{BTreeSet, VecDeque};

use diagnostics::{Files, Lang};
use eval::Model;
use proof::{Derivation, Node, NodeId};

use self::references::references;
pub(crate) use self::step::laws::key_of;
pub(crate) use self::step::{Edge, Steps};
pub use self::told::{Below, Told};
use self::words as say;
pub(crate) use self::words::GIVEN;
use crate::fact::safe_lines;
use crate::wrap::reflow;
use crate::{fill, plural, wrap};

/// Levels of indentation; what lies deeper is told further down under its number.
const LEVELS_MAX: usize = 12;

/// The derivation as text in lines of at most `width` columns (48 at least, for the deepest indentation).
///
/// Each conclusion is followed by the rule that gives it with the norms it cites (major premise) and by what the rule rests
/// on, in the order of the rule's text (minor premise). A step that several others rest on is told once; elsewhere its
/// number is given, which is its `id` in the JSON. Doc comments are told where a rule is first met in an answer. Of an aggregate's contributions the first twenty are told.
pub fn text(derivation: &Derivation, model: &Model<'_>, files: &Files, lang: Lang, width: usize) -> String {
    let steps = Steps::new(derivation, model, files, lang);
    let mut teller = Teller {
        references: references(&steps, derivation),
        states: vec![State::Untold; derivation.nodes.len()],
        steps,
        lang,
        width,
        out: String::new(),
        deferred: VecDeque::new(),
        documented: BTreeSet::new(),
    };
    for (answer, number) in numbered_answers(derivation) {
        // Each answer is read by itself.
        teller.documented.clear();
        let lead = (number > 1).then(|| fill(say::AGAIN, lang, &[("number", &number.to_string())]));
        teller.tell(Edge::Node { id: answer, source: None, lead });
        while let Some(deep) = teller.deferred.pop_front() {
            teller.tell(Edge::root(deep));
        }
    }
    if derivation.more {
        let more = more_answers(derivation, lang);
        if !teller.out.is_empty() {
            teller.out.push('\n');
        }
        wrap(&mut teller.out, &more, width, "", "");
    }
    teller.out
}

/// That there are more answers than those shown.
pub(crate) fn more_answers(derivation: &Derivation, lang: Lang) -> String {
    let count = derivation.answers.len();
    let (s, total) = (plural(count as u64), derivation.total.to_string());
    // Of one fact there may be more derivations than shown.
    let text = if derivation.total > count as u64 { say::MORE_FACTS } else { say::MORE_ANSWERS };
    fill(text, lang, &[("count", &count.to_string()), ("s", s), ("total", &total)])
}

/// The answers, each with how many derivations of its fact there are so far.
pub(crate) fn numbered_answers(derivation: &Derivation) -> Vec<(NodeId, usize)> {
    let mut numbered: Vec<(NodeId, usize)> = Vec::new();
    for answer in derivation.answers.iter().copied() {
        let number = match numbered.last() {
            Some((before, number)) if same_fact(&derivation.nodes[*before], &derivation.nodes[answer]) => number + 1,
            _ => 1,
        };
        numbered.push((answer, number));
    }
    numbered
}

fn same_fact(a: &Node, b: &Node) -> bool {
    match (a, b) {
        // Of a record or given fact only further derivations are asked for.
        (
            Node::Record { relation, args, .. }
            | Node::Given { relation, args, .. }
            | Node::Implied { relation, args, .. }
            | Node::Fact { relation, args, .. },
            Node::Fact { relation: other, args: other_args, .. },
        ) => relation == other && args == other_args,
        _ => false,
    }
}

struct Teller<'d> {
    steps: Steps<'d>,
    /// By node, how many steps rest on it.
    references: Vec<u32>,
    /// By node, whether it has been told. Only nodes that rest on others count.
    states: Vec<State>,
    lang: Lang,
    width: usize,
    out: String,
    /// Nodes that lay too deep and are told next.
    deferred: VecDeque<NodeId>,
    /// Rules whose doc comments have been given in this answer.
    documented: BTreeSet<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Untold,
    Deferred,
    Told,
}

/// A line that is still to be told, with its place in the tree.
struct Open<'d> {
    edge: Edge<'d>,
    /// What stands before the lines of everything beside it.
    guides: String,
    level: usize,
    last: bool,
}

impl<'d> Teller<'d> {
    /// Tells one tree, preceded by an empty line unless it is the first.
    fn tell(&mut self, root: Edge<'d>) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let mut open = vec![Open { edge: root, guides: String::new(), level: 0, last: true }];
        while let Some(Open { edge, guides, level, last }) = open.pop() {
            let (first, below) = match (level, last) {
                (0, _) => (String::new(), String::new()),
                (_, false) => (format!("{guides}├ "), format!("{guides}│ ")),
                (_, true) => (format!("{guides}└ "), format!("{guides}  ")),
            };
            let children = self.line(edge, level, &first, &below);
            let end = children.len();
            let child =
                |(number, edge)| Open { edge, guides: below.clone(), level: level + 1, last: number + 1 == end };
            let first_child = open.len();
            open.extend(children.into_iter().enumerate().map(child));
            open[first_child..].reverse();
        }
    }

    /// Tells the step at an edge; returns what is to be told below it.
    fn line(&mut self, edge: Edge<'d>, level: usize, first: &str, below: &str) -> Vec<Edge<'d>> {
        let children = self.steps.below(&edge);
        let Some(id) = edge.node().filter(|_| !children.is_empty()) else {
            let details = edge.node().map(|id| self.details(id)).unwrap_or_default();
            self.write(&self.steps.head(&edge, false), &details, first, below, !children.is_empty());
            return children;
        };
        let state = self.states[id];
        if state == State::Told || (level > 0 && (state == State::Deferred || level >= LEVELS_MAX)) {
            if state == State::Untold {
                self.states[id] = State::Deferred;
                self.deferred.push_back(id);
            }
            let head = self.steps.head(&edge, false);
            let see = fill(say::SEE, self.lang, &[("head", &head), ("number", &id.to_string())]);
            self.write(&see, &[], first, below, false);
            return Vec::new();
        }
        self.states[id] = State::Told;
        let numbered = state == State::Deferred || self.references[id] > 1;
        let details = self.details(id);
        self.write(&self.steps.head(&edge, numbered), &details, first, below, true);
        children
    }

    /// A step's details, with what its rule means where the rule is met for the first time.
    fn details(&mut self, id: NodeId) -> Vec<String> {
        let mut details = self.steps.details(id);
        if let Some((rule, doc)) = self.steps.rule_and_doc(id)
            && !doc.is_empty()
            && self.documented.insert(rule)
        {
            details.insert(1, reflow(&safe_lines(doc)));
        }
        // Right behind the rule.
        let behind = usize::from(!details.is_empty());
        details.splice(behind..behind, self.steps.norms(id));
        details
    }

    /// Writes a step's first line and its details; a guide runs along them where more follows below.
    fn write(&mut self, head: &str, details: &[String], first: &str, below: &str, more: bool) {
        let below = format!("{below}{}", if more { "│ " } else { "  " });
        let hanging = format!("{below}  ");
        wrap(&mut self.out, head, self.width, first, &hanging);
        for detail in details {
            wrap(&mut self.out, detail, self.width, &below, &hanging);
        }
    }
}
