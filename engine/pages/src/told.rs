//! What every form of a derivation is made from.

use diagnostics::{Files, Lang};
use eval::Model;
use program::checked::{Program, Rule};
use proof::{Derivation, Locators, Node, NodeId};
use values::Value;

/// A derivation with all that is needed to tell it.
#[derive(Clone, Copy)]
pub struct Proof<'d> {
    /// The derivation.
    pub derivation: &'d Derivation,
    /// The model it is one of.
    pub model: &'d Model<'d>,
    /// The texts of its program.
    pub files: &'d Files,
    /// Where its records stand.
    pub locators: &'d dyn Locators,
    /// Which of its steps are clues.
    pub clue: &'d (dyn Fn(NodeId) -> Option<Clue> + Sync),
}

/// What everything that a page shows comes from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'d> {
    pub model: &'d Model<'d>,
    pub files: &'d Files,
    pub locators: &'d dyn Locators,
}

/// A clue as outputs show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    /// Its id: the name of its page in a report.
    pub id: String,
    /// `A`, `B` or `C`.
    pub grade: &'static str,
}

/// Characters of a value that a page or graph shows. A whole judgement in a cell is read in the record itself.
pub(crate) const VALUE_CHARS: usize = 2_000;

/// A value as it is printed, cut where it is very long; how many characters it has then.
pub(crate) fn shown(value: &Value) -> (String, Option<usize>) {
    let text = value.to_string();
    match text.char_indices().nth(VALUE_CHARS) {
        None => (text, None),
        Some((end, _)) => (format!("{}…", &text[..end]), Some(text.chars().count())),
    }
}

/// The norms that a rule names and that the program does not declare.
pub(crate) fn undeclared<'p>(rule: &'p Rule, program: &'p Program) -> impl Iterator<Item = &'p str> {
    let declared = |name: &str| program.norms.iter().any(|norm| norm.name == name);
    rule.norms.iter().map(String::as_str).filter(move |name| !declared(name))
}

impl<'d> Proof<'d> {
    pub(crate) fn context(&self) -> Context<'d> {
        Context { model: self.model, files: self.files, locators: self.locators }
    }

    /// What kind of step it is, in the words of the schema `syllogist/proof/1`.
    pub(crate) fn kind(&self, id: NodeId) -> &'static str {
        match &self.derivation.nodes[id] {
            Node::Record { .. } => "record",
            Node::Given { .. } => "given",
            Node::Fact { .. } => "fact",
            Node::Implied { .. } => "implied",
            Node::Repeated { .. } => "repeated",
            Node::Comparison { .. } => "comparison",
            Node::Computation { .. } => "computation",
            Node::Parameter { .. } => "parameter",
            Node::InForce { .. } => "in_force",
            Node::Absence { exception: None, .. } => "absence",
            Node::Absence { .. } => "exception",
            Node::Precedence { .. } => "precedence",
            Node::Aggregate { .. } => "aggregate",
        }
    }

    /// The rule of a conclusion with its norms, in a line: `rule 长租#1; 《民法典》第七百二十五条`.
    pub(crate) fn rule_line(&self, id: NodeId, lang: Lang) -> Option<String> {
        let Node::Fact { rule, .. } = &self.derivation.nodes[id] else { return None };
        let program = self.model.program;
        let written = &program.rules[*rule];
        let mut parts = vec![prose::safe(&written.label)];
        parts.extend(undeclared(written, program).map(prose::safe));
        for (norm, version) in prose::norms::applied(id, self.derivation, program) {
            let article = prose::norms::article(&program.norm(norm).versions[version], lang);
            if !parts.contains(&article) {
                parts.push(article);
            }
        }
        Some(parts.join(diagnostics::Text { en: "; ", zh: "；" }.get(lang)))
    }
}
