//! The part of a derivation that a drawing can hold.

use std::collections::{BTreeSet, VecDeque};

use diagnostics::{Lang, Text};
use proof::{Derivation, NodeId};

/// Steps and edges of a drawing.
pub(crate) struct Graph {
    /// The steps drawn, ascending.
    pub nodes: Vec<NodeId>,
    /// From a step to one that it rests on, each once, ascending.
    pub edges: Vec<(NodeId, NodeId)>,
    /// How many steps are left out.
    pub left_out: usize,
}

/// The steps nearest to the answers, level by level, at most so many of them and of their edges.
pub(crate) fn graph(derivation: &Derivation, nodes_max: usize, edges_max: usize) -> Graph {
    let mut drawn = BTreeSet::new();
    let mut edges = Vec::new();
    let mut open = VecDeque::new();
    for answer in &derivation.answers {
        if drawn.len() < nodes_max && drawn.insert(*answer) {
            open.push_back(*answer);
        }
    }
    while let Some(id) = open.pop_front() {
        for premise in derivation.nodes[id].premises() {
            if edges.len() >= edges_max {
                break;
            }
            if !drawn.contains(&premise) {
                if drawn.len() >= nodes_max {
                    continue;
                }
                drawn.insert(premise);
                open.push_back(premise);
            }
            edges.push((id, premise));
        }
    }
    edges.sort_unstable();
    edges.dedup();
    let nodes = drawn.into_iter().collect::<Vec<_>>();
    let left_out = derivation.nodes.len() - nodes.len();
    Graph { nodes, edges, left_out }
}

/// What a drawing says that leaves steps out.
pub(crate) fn note(graph: &Graph, lang: Lang) -> Option<String> {
    let text = Text {
        en: "{count} of {all} steps, those nearest to the conclusion; the whole is in `--format html`",
        zh: "共 {all} 步，图中为离结论最近的 {count} 步；全部推导见 `--format html`",
    };
    let values = [("count", graph.nodes.len().to_string()), ("all", (graph.nodes.len() + graph.left_out).to_string())];
    (graph.left_out > 0)
        .then(|| prose::fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// Characters of a label's line.
const LINE_CHARS: usize = 34;
/// Lines of a label.
const LINES_MAX: usize = 5;

/// A label in short lines.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let mut out = String::new();
    prose::wrap(&mut out, text, LINE_CHARS, "", "");
    let mut lines = out.lines().map(str::to_string).collect::<Vec<_>>();
    if lines.len() > LINES_MAX {
        lines.truncate(LINES_MAX);
        lines[LINES_MAX - 1].push('…');
    }
    lines
}
