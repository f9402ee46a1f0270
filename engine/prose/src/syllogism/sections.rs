//! Merging consecutive steps of one norm into sections, and giving shared lemmas sections of their own.

use std::collections::VecDeque;

use eval::Model;
use proof::{Derivation, Node, NodeId};

use super::Level;

/// Conclusions that are told inside of the section of another one may lie so deep; what lies deeper has a section of its own.
const DEPTH_MAX: u8 = 3;

/// Contributions to an aggregate that are told one by one where not every premise is asked for, and where it is.
pub(super) const MEMBERS_FEW: usize = 3;
const MEMBERS_MANY: usize = 20;

/// Which conclusions have sections of their own.
pub(super) struct Sections {
    /// By node, the number of its section, from 1 in the order of reading.
    numbers: Vec<Option<usize>>,
    /// The conclusions of the sections, in the order of reading.
    pub(super) order: Vec<NodeId>,
}

impl Sections {
    /// Sections in the order of reading: an answer before what it rests on, and what is mentioned first before what is mentioned later.
    pub(super) fn new(derivation: &Derivation, model: &Model<'_>, grounds: &[NodeId], level: Level) -> Self {
        let opens = openings(derivation, model, grounds, level);
        let mut sections = Self { numbers: vec![None; derivation.nodes.len()], order: Vec::new() };
        let mut seen = vec![false; derivation.nodes.len()];
        for answer in &derivation.answers {
            let mut open = VecDeque::from([*answer]);
            while let Some(head) = open.pop_front() {
                if sections.numbers[head].is_some() {
                    continue;
                }
                sections.order.push(head);
                sections.numbers[head] = Some(sections.order.len());
                mentioned(derivation, (head, level), &opens, &mut seen, &mut open);
            }
        }
        sections
    }

    /// The number of the section that concludes this node.
    pub(super) fn number(&self, id: NodeId) -> Option<usize> {
        self.numbers[id]
    }
}

/// The sections that the section of `head` mentions, in text order. `seen` are the nodes inside of sections.
fn mentioned(
    derivation: &Derivation,
    (head, level): (NodeId, Level),
    opens: &[bool],
    seen: &mut [bool],
    found: &mut VecDeque<NodeId>,
) {
    let mut open = told(&derivation.nodes[head], level);
    open.reverse();
    while let Some(id) = open.pop() {
        if opens[id] {
            found.push_back(id);
        } else if !std::mem::replace(&mut seen[id], true) {
            let first = open.len();
            open.extend(told(&derivation.nodes[id], level));
            open[first..].reverse();
        }
    }
}

/// The premises of a node that are told: of an aggregate those of the first contributions.
fn told(node: &Node, level: Level) -> Vec<NodeId> {
    match node {
        Node::Aggregate { members, .. } => {
            let shown = if level == Level::Premises { MEMBERS_MANY } else { MEMBERS_FEW };
            members.iter().take(shown).flat_map(|member| &member.premises).map(|premise| premise.node).collect()
        }
        Node::Implied { links, .. } => links.iter().take(MEMBERS_MANY).map(|link| link.node).collect(),
        node => node.premises().collect(),
    }
}

/// Who asks for a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nobody,
    /// One section alone, at this depth at most.
    By(NodeId, u8),
    Several,
}

/// By node, whether it opens a section. One pass from conclusions to premises, since premises have smaller numbers.
fn openings(derivation: &Derivation, model: &Model<'_>, grounds: &[NodeId], level: Level) -> Vec<bool> {
    let mut opens = vec![false; derivation.nodes.len()];
    let mut asked = vec![Asked::Nobody; derivation.nodes.len()];
    derivation.answers.iter().for_each(|answer| opens[*answer] = true);
    for (id, node) in derivation.nodes.iter().enumerate().rev() {
        if is_conclusion(node) && grounds[id] == id && (opens[id] || asked[id] != Asked::Nobody) {
            opens[id] |= match (level, asked[id]) {
                (Level::Premises, _) | (_, Asked::Several) => true,
                (_, Asked::By(head, depth)) => {
                    depth >= DEPTH_MAX || !applies_no_other_norm(derivation, model, head, id)
                }
                (_, Asked::Nobody) => false,
            };
        }
        let by = match asked[id] {
            _ if opens[id] => Asked::By(id, 0),
            Asked::By(head, depth) if is_conclusion(node) => Asked::By(head, depth.saturating_add(1)),
            by => by,
        };
        for premise in told(node, level) {
            asked[premise] = match (asked[premise], by) {
                (Asked::Nobody, by) => by,
                (Asked::By(known, deep), Asked::By(head, depth)) if known == head => Asked::By(head, deep.max(depth)),
                (before, Asked::Nobody) => before,
                _ => Asked::Several,
            };
        }
    }
    opens
}

fn is_conclusion(node: &Node) -> bool {
    match node {
        Node::Fact { folded, .. } | Node::Implied { folded, .. } => !folded,
        Node::Repeated { of, .. } => of.is_some(),
        _ => false,
    }
}

/// True where the conclusion belongs to the norms by which `head` is concluded: its rule cites no other ones, and it is no element.
fn applies_no_other_norm(derivation: &Derivation, model: &Model<'_>, head: NodeId, id: NodeId) -> bool {
    let rule = |id: NodeId| match &derivation.nodes[id] {
        Node::Fact { rule, .. } => Some(&model.program.rules[*rule]),
        _ => None,
    };
    let Some(own) = rule(id) else { return true };
    let above = rule(head).map(|rule| rule.norms.as_slice()).unwrap_or_default();
    own.elements.is_empty() && own.norms.iter().all(|norm| above.contains(norm))
}
