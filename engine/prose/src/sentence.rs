//! One sentence for each step of a derivation.

mod aggregate;
mod call;
mod comparison;
mod origin;
mod template;
mod term;

use diagnostics::{Files, Lang, Text};
use eval::Model;
use program::checked::{AbsentForm, Program, Purpose, RelId};
use proof::{Derivation, Node, NodeId};
use values::Value;

use self::origin::{Origin, origins};
use crate::fact::{plain, shortened};
use crate::phrase::fill_spaced as fill;
use crate::said;
use crate::text::Steps;

const FINDING: Text = Text { en: "{fact}: {said}", zh: "{fact}：{said}" };
const PARAMETER: Text = Text { en: "the parameter {value}", zh: "参数 {value}" };
const ABSENT: Text = Text { en: "there is no {fact}", zh: "查无 {fact}" };
const EXCEPTION: Text = Text { en: "the exception does not apply: {absent}", zh: "例外不适用：{absent}" };
const PROVISO: Text = Text { en: "the proviso does not apply: {absent}", zh: "但书不适用：{absent}" };

/// The steps of a derivation as sentences: in the words that the program's author gave ([`program::checked::Templates`]), otherwise in
/// general ones.
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

    /// What the node says, without a full stop at the end. Where general words are used, the sides of comparisons have the names that the
    /// rule gives them. No character in it steers a terminal; for HTML it is to be escaped.
    pub fn of(&self, id: NodeId) -> String {
        match &self.steps.derivation.nodes[id] {
            Node::Record { relation, args, .. }
            | Node::Given { relation, args, .. }
            | Node::Fact { relation, args, .. }
            | Node::Implied { relation, args, .. }
            | Node::Repeated { relation, args, .. } => self.fact(id, *relation, args),
            Node::Comparison { op, operand, left, right, .. } => self.comparison(id, op, *operand, left, right),
            Node::Computation { op, args, value, .. } => self.computation(id, op, args, value),
            Node::Parameter { .. } => fill(PARAMETER, self.lang(), &[("value", &self.steps.node(id, None))]),
            Node::Aggregate { .. } => self.aggregate(id),
            Node::Absence { relation, pattern, exception, .. } => {
                let form = exception.as_ref().map(|exception| exception.form);
                self.absence(*relation, pattern, form.unwrap_or(AbsentForm::Not))
            }
            Node::InForce { .. } | Node::Precedence { .. } => self.steps.node(id, None),
        }
    }

    /// A fact in the words of its rule, otherwise of its relation, otherwise as an atom.
    fn fact(&self, id: NodeId, relation: RelId, args: &[Value]) -> String {
        if let Node::Fact { rule, bindings, .. } = &self.steps.derivation.nodes[id]
            && let Some(template) = self.steps.rules.rule(*rule).template.get(self.lang())
            && !bindings.is_empty()
        {
            let value = |number: u32| bindings.iter().find(|(id, _)| id.0 == number).map(|(_, value)| value);
            return template::filled(template, value, None, self.lang());
        }
        let relation = self.meant(self.steps.shown_relation(id, relation));
        let declared = self.program().relation(relation);
        if let Some(template) = declared.templates.positive.get(self.lang()) {
            return template::filled(template, |column| args.get(column as usize), None, self.lang());
        }
        match declared.openness.finding {
            Some(keys) => self.finding(relation, args, keys),
            None => shortened(relation, args.iter().take(declared.columns.len()).map(Some), self.program()),
        }
    }

    /// Who found it, when and on what basis.
    fn finding(&self, relation: RelId, args: &[Value], keys: usize) -> String {
        let fact = shortened(relation, args[..keys].iter().map(Some), self.program());
        fill(FINDING, self.lang(), &[("fact", &fact), ("said", &said(args, keys, self.lang()))])
    }

    /// That there is no such fact.
    fn absence(&self, relation: RelId, pattern: &[Option<Value>], form: AbsentForm) -> String {
        let relation = self.meant(relation);
        let absent = match self.program().relation(relation).templates.negated.get(self.lang()) {
            Some(template) => {
                let value = |column: u32| pattern.get(column as usize).and_then(Option::as_ref);
                template::filled(template, value, None, self.lang())
            }
            None => {
                let fact = shortened(relation, pattern.iter().map(Option::as_ref), self.program());
                fill(ABSENT, self.lang(), &[("fact", &fact)])
            }
        };
        match form {
            AbsentForm::Not => absent,
            AbsentForm::Unless => fill(EXCEPTION, self.lang(), &[("absent", &absent)]),
            AbsentForm::Proviso => fill(PROVISO, self.lang(), &[("absent", &absent)]),
        }
    }

    /// The relation that somebody wrote: of findings that nobody contradicts, that of the findings.
    fn meant(&self, relation: RelId) -> RelId {
        match self.program().relation(relation).purpose {
            Purpose::Settled(of) => of,
            _ => relation,
        }
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
        Value::Symbol(_) => format!("“{}”", template::unquoted(&plain(value))),
        other => plain(other),
    }
}
