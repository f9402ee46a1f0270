//! A derivation as a graph for Graphviz.

use diagnostics::Lang;
use prose::Told;

use crate::Proof;
use crate::graph::{graph, lines, note};

/// Steps of a drawing; beyond, Graphviz takes minutes and nobody finds anything.
const NODES_MAX: usize = 500;
const EDGES_MAX: usize = 2_000;

/// The derivation in the DOT language, conclusions on top. The five hundred steps nearest to them are drawn; a label says how many there are.
///
/// Language: <https://graphviz.org/doc/info/lang.html>
pub fn dot(proof: &Proof<'_>, lang: Lang) -> String {
    let told = Told::new(proof.derivation, proof.model, proof.files, lang);
    let graph = graph(proof.derivation, NODES_MAX, EDGES_MAX);
    let mut out = String::from(
        "digraph proof {\n  rankdir=BT;\n  charset=\"UTF-8\";\n  node [shape=box, style=filled, fillcolor=white, fontname=\"sans-serif\", fontsize=10];\n",
    );
    if let Some(note) = note(&graph, lang) {
        out += &format!("  label=\"{}\";\n", quoted(&[note]));
    }
    for id in &graph.nodes {
        let mut label = lines(&told.sentence(*id));
        label.extend(proof.rule_line(*id, lang).iter().flat_map(|line| lines(line)));
        let peripheries = if proof.derivation.answers.contains(id) { ", penwidth=2" } else { "" };
        out += &format!("  n{id} [label=\"{}\"{}{peripheries}];\n", quoted(&label), look(proof.kind(*id)));
    }
    for (conclusion, premise) in &graph.edges {
        out += &format!("  n{premise} -> n{conclusion};\n");
    }
    out + "}\n"
}

/// Records, rules and computations look different also in black and white.
fn look(kind: &str) -> &'static str {
    match kind {
        "record" => ", shape=note, fillcolor=\"#eef3e6\"",
        "given" => ", shape=note, fillcolor=\"#f3f0e6\"",
        "fact" | "implied" | "repeated" => ", fillcolor=\"#e8eef6\"",
        "absence" | "exception" | "precedence" => ", style=\"filled,dashed\", fillcolor=\"#f7ecec\"",
        _ => ", shape=ellipse, fillcolor=\"#f6f6f6\"",
    }
}

/// Lines inside double quotes, where `\` begins an escape, each line set left.
fn quoted(lines: &[String]) -> String {
    let escaped = lines.iter().map(|line| line.replace('\\', "\\\\").replace('"', "\\\""));
    escaped.map(|line| line + "\\l").collect()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_ends_a_label() {
        assert_eq!(quoted(&["a\" ];b".to_string(), "c\\".to_string()]), "a\\\" ];b\\lc\\\\\\l");
    }
}
