//! A derivation as a flowchart for Mermaid.

use diagnostics::Lang;
use prose::Told;

use crate::Proof;
use crate::graph::{graph, lines, note};

/// Renderers refuse more than 500 edges and 50,000 characters unless they are configured.
const NODES_MAX: usize = 200;
const EDGES_MAX: usize = 450;

/// The derivation as a Mermaid flowchart, conclusions on top. The two hundred steps nearest to them are drawn; a step says how many there are.
///
/// Syntax: <https://mermaid.js.org/syntax/flowchart.html>
pub fn mermaid(proof: &Proof<'_>, lang: Lang) -> String {
    let told = Told::new(proof.derivation, proof.model, proof.files, lang);
    let graph = graph(proof.derivation, NODES_MAX, EDGES_MAX);
    let mut out = String::from("flowchart BT\n");
    for id in &graph.nodes {
        let mut label = lines(&told.sentence(*id));
        label.extend(proof.rule_line(*id, lang).iter().flat_map(|line| lines(line)));
        let label = label.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>");
        let kind = class(proof.kind(*id));
        let [open, close] = brackets(kind);
        out += &format!("  n{id}{open}\"{label}\"{close}:::{kind}\n");
    }
    if let Some(note) = note(&graph, lang) {
        out += &format!(
            "  note[\"{}\"]:::computed\n",
            lines(&note).iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>")
        );
    }
    for (conclusion, premise) in &graph.edges {
        out += &format!("  n{premise} --> n{conclusion}\n");
    }
    for (name, style) in [
        ("record", "fill:#eef3e6,stroke:#4c5a32,color:#111"),
        ("concluded", "fill:#e8eef6,stroke:#2f4a6d,color:#111"),
        ("absent", "fill:#f7ecec,stroke:#7a3b3b,color:#111,stroke-dasharray:4 3"),
        ("computed", "fill:#f6f6f6,stroke:#666,color:#111"),
    ] {
        out += &format!("  classDef {name} {style}\n");
    }
    out
}

fn class(kind: &str) -> &'static str {
    match kind {
        "record" | "given" => "record",
        "fact" | "implied" | "repeated" => "concluded",
        "absence" | "exception" | "precedence" => "absent",
        _ => "computed",
    }
}

fn brackets(class: &str) -> [&'static str; 2] {
    match class {
        "record" => ["[/", "/]"],
        "computed" => ["([", "])"],
        _ => ["[", "]"],
    }
}

/// A line inside a quoted label: whatever has a meaning there, in Markdown or in HTML, by its number.
fn escaped(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | ';' | '*' | '_' | '%' | '{' | '}' | '[' | ']' | '|' | '~' => {
                out.push_str(&format!("#{};", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_ends_a_label() {
        assert_eq!(escaped("a\"]; <b>#`x`"), "a#34;#93;#59; #60;b#62;#35;#96;x#96;");
    }
}
