//! The plain outline for a browser without scripts.

use diagnostics::Lang;
use proof::NodeId;
use prose::{Below, Told};

use crate::Proof;

/// Levels of indentation; what lies deeper stands at the same column.
const LEVELS_MAX: usize = 24;

/// A line for each step, with the rule of conclusions; a step that was told already is only named.
pub(crate) fn outline(proof: &Proof<'_>, told: &Told<'_>, answers: &[NodeId], lang: Lang) -> String {
    let mut out = String::new();
    let mut seen = vec![false; proof.derivation.nodes.len()];
    let mut open = answers.iter().rev().map(|answer| (0, None, vec![*answer])).collect::<Vec<_>>();
    while let Some((level, line, ids)) = open.pop() {
        let indent = "  ".repeat(level.min(LEVELS_MAX));
        let [id] = ids[..] else {
            out += &format!("{indent}- {}\n", line.unwrap_or_default());
            open.extend(ids.into_iter().rev().map(|id| (level + 1, None, vec![id])));
            continue;
        };
        let below = told.below(id);
        let is_told = std::mem::replace(&mut seen[id], true) && !below.is_empty();
        let number = if below.is_empty() { String::new() } else { format!("#{id} ") };
        out += &format!("{indent}- {number}{}\n", line.unwrap_or_else(|| told.line(id)));
        if is_told {
            continue;
        }
        for note in proof.rule_line(id, lang).into_iter().chain(told.notes(id)) {
            out += &format!("{indent}    {note}\n");
        }
        open.extend(below.into_iter().rev().map(|below| match below {
            Below::Step { node, line, formal } => (level + 1, line.or(formal), vec![node]),
            // Two or none; one would be the step itself.
            Below::Group { line, nodes } => (level + 1, Some(line), nodes),
        }));
    }
    out
}
