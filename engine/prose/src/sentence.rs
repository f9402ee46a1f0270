//! One sentence for each step of a derivation.

mod aggregate;
mod call;
mod comparison;
mod origin;
mod term;

use diagnostics::{Files, Lang, Text};
use eval::Model;
use program::checked::{Program, RelId};
use proof::{Derivation, Node, NodeId};
use values::Value;

use self::origin::{Origin, origins};
use crate::fact::{plain, shortened};
use crate::phrase::fill_spaced as fill;
use crate::said;
use crate::text::Steps;

const FINDING: Text = Text { en: "{fact}: {said}", zh: "{fact}：{said}" };
const PARAMETER: Text = Text { en: "the parameter {value}", zh: "参数 {value}" };

/// The steps of a derivation as sentences: in the words that the program's author gave, otherwise in general ones.
pub struct Sentences<'d> {
    pub(crate) steps: Steps<'d>,
    /// By node, the literal that it fulfils.
    origins: Vec<Option<Origin>>,
}

impl<'d> Sentences<'d> {
    /// The sentences of `derivation` in `lang`. Takes time in the size of the derivation; each sentence then takes time in its own.
    pub fn new(derivation: &'d Derivation, model: &'d Model<'d>, files: &'d Files, lang: Lang) -> Self {
        Self { steps: Steps::new(derivation, model, files, lang), origins: origins(derivation) }
    }

    /// What the node says, without a full stop at the end: values and sides of comparisons by the names that the rule gives them.
    /// No character in it steers a terminal; for HTML it is to be escaped.
    pub fn of(&self, id: NodeId) -> String {
        match &self.steps.derivation.nodes[id] {
            Node::Record { relation, args, .. } | Node::Given { relation, args, .. } => {
                self.finding(*relation, args).unwrap_or_else(|| self.fact(id, *relation, args))
            }
            Node::Fact { relation, args, .. }
            | Node::Implied { relation, args, .. }
            | Node::Repeated { relation, args, .. } => self.fact(id, *relation, args),
            Node::Comparison { op, operand, left, right, .. } => self.comparison(id, op, *operand, left, right),
            Node::Computation { op, args, value, .. } => self.computation(id, op, args, value),
            Node::Parameter { .. } => fill(PARAMETER, self.lang(), &[("value", &self.steps.node(id, None))]),
            Node::Aggregate { .. } => self.aggregate(id),
            Node::Absence { .. } | Node::InForce { .. } | Node::Precedence { .. } => self.steps.node(id, None),
        }
    }

    fn fact(&self, id: NodeId, relation: RelId, args: &[Value]) -> String {
        self.steps.fact(id, relation, args)
    }

    /// Who found it, when and on what basis; `None` where the relation holds no findings.
    fn finding(&self, relation: RelId, args: &[Value]) -> Option<String> {
        let keys = self.program().relation(relation).openness.finding?;
        let fact = shortened(relation, args[..keys].iter().map(Some), self.program());
        Some(fill(FINDING, self.lang(), &[("fact", &fact), ("said", &said(args, keys, self.lang()))]))
    }

    fn program(&self) -> &'d Program {
        self.steps.model.program
    }

    fn lang(&self) -> Lang {
        self.steps.lang
    }
}

/// A value in a sentence: texts in quotation marks.
fn worded(value: &Value) -> String {
    match value {
        Value::Symbol(_) => {
            let quoted = plain(value);
            format!("“{}”", quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(&quoted))
        }
        other => plain(other),
    }
}
