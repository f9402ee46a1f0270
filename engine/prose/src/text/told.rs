//! The steps of a derivation one by one, for whoever arranges them in another way than lines of text.

use diagnostics::{Files, Lang};
use eval::Model;
use proof::{Derivation, Node, NodeId};

use super::step::laws;
use super::step::{Edge, Steps};
use crate::Sentences;
use crate::wrap::GLUE;

/// What is told of the steps of a derivation in one language.
pub struct Told<'d> {
    steps: Steps<'d>,
    sentences: Sentences<'d>,
    derivation: &'d Derivation,
    model: &'d Model<'d>,
    lang: Lang,
}

/// What a step rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Below {
    /// A step.
    Step {
        /// Its number.
        node: NodeId,
        /// Its line in this place, where something stands before it there: what it adds to an aggregate, or under which law it holds.
        line: Option<String>,
        /// Its line with the literal that it fulfils as written, where that says more.
        formal: Option<String>,
    },
    /// A contribution to an aggregate that rests on several steps, or on none.
    Group {
        /// What it adds.
        line: String,
        /// The steps.
        nodes: Vec<NodeId>,
    },
}

impl<'d> Told<'d> {
    /// Nothing is told yet.
    pub fn new(derivation: &'d Derivation, model: &'d Model<'d>, files: &'d Files, lang: Lang) -> Self {
        let steps = Steps::new(derivation, model, files, lang).whole();
        let sentences = Sentences::new(derivation, model, files, lang);
        Self { steps, sentences, derivation, model, lang }
    }

    /// A step as a sentence.
    pub fn sentence(&self, id: NodeId) -> String {
        bare(self.sentences.of(id))
    }

    /// The line of a step by itself, in the terms of the rules.
    pub fn line(&self, id: NodeId) -> String {
        bare(self.steps.head(&Edge::root(id), false))
    }

    /// What it rests on, in text order, all of it.
    pub fn below(&self, id: NodeId) -> Vec<Below> {
        let below = self.steps.below(&Edge::root(id)).into_iter();
        below.map(|edge| self.edge(edge)).collect()
    }

    fn edge(&self, edge: Edge<'d>) -> Below {
        match &edge {
            Edge::Node { id, source, lead } => {
                let line = lead.as_ref().map(|_| bare(self.steps.head(&edge, false)));
                let formal = source.as_ref().map(|_| bare(self.steps.head(&edge, false)));
                let formal = formal.filter(|formal| line.is_none() && *formal != self.line(*id));
                Below::Step { node: *id, line, formal }
            }
            Edge::Member(line, premises) => {
                Below::Group { line: bare(line.clone()), nodes: premises.iter().map(|premise| premise.node).collect() }
            }
            Edge::Rest(_) => Below::Group { line: bare(self.steps.head(&edge, false)), nodes: Vec::new() },
        }
    }

    /// What else there is to say of a step. Of a conclusion neither rule nor norms: see [`crate::norms::applied`].
    pub fn notes(&self, id: NodeId) -> Vec<String> {
        let Node::Fact { relation, folded, .. } = &self.derivation.nodes[id] else {
            return self.steps.details(id).into_iter().map(bare).collect();
        };
        let program = self.model.program;
        let replaced = self.steps.replaced(id, *relation);
        let kept = laws::kept(*relation, program, self.lang);
        let folded = folded.then(|| super::words::FOLDED.get(self.lang).to_string());
        let lighter = self.steps.of_the_lighter_law(id);
        kept.into_iter().chain(replaced).chain(lighter).chain(folded).collect()
    }
}

/// Without what only lines of a fixed width need.
fn bare(line: String) -> String {
    if line.contains(GLUE) { line.replace(GLUE, "") } else { line }
}
