//! The rules of a model as derivations refer to them: by rule and disjunct.

use std::collections::BTreeMap;

use diagnostics::{Files, Span};
use eval::{Model, Signed};
use program::checked::{LawRole, Role, Rule};

/// Finds the literals and the place of a rule.
pub(crate) struct Rules<'m> {
    model: &'m Model<'m>,
    files: &'m Files,
    /// By rule and disjunct, the first clause of it.
    clauses: BTreeMap<(usize, u32), usize>,
    /// By rule, names that tell its variables apart.
    names: Vec<Vec<String>>,
    /// By rule, how many disjuncts it has.
    alternatives: BTreeMap<usize, u32>,
}

/// Source text longer than this is not repeated in a line of a derivation.
const SOURCE_BYTES_MAX: usize = 160;

impl<'m> Rules<'m> {
    pub(crate) fn new(model: &'m Model<'m>, files: &'m Files) -> Self {
        let (mut clauses, mut alternatives) = (BTreeMap::new(), BTreeMap::new());
        for (number, clause) in model.clauses.iter().enumerate() {
            clauses.entry((clause.rule, clause.alternative)).or_insert(number);
            let known = alternatives.entry(clause.rule).or_insert(0);
            *known = (*known).max(clause.alternative + 1);
        }
        let names = model.program.rules.iter().map(Rule::variable_names).collect();
        Self { model, files, clauses, names, alternatives }
    }

    pub(crate) fn rule(&self, rule: usize) -> &'m Rule {
        &self.model.program.rules[rule]
    }

    /// A name for each variable of a rule that no other one of its scope has.
    pub(crate) fn names(&self, rule: usize) -> &[String] {
        &self.names[rule]
    }

    /// Whether the program declares a norm of this name.
    pub(crate) fn declares(&self, norm: &str) -> bool {
        self.model.program.norms.iter().any(|known| known.name == norm)
    }

    /// Where a subsumption stands.
    pub(crate) fn subsumption(&self, rule: usize) -> Span {
        self.model.program.subsumptions[rule].span
    }

    /// How many disjuncts the rule has.
    pub(crate) fn alternatives(&self, rule: usize) -> u32 {
        self.alternatives.get(&rule).copied().unwrap_or(1)
    }

    /// The literals of a disjunct, in text order.
    pub(crate) fn literals(&self, rule: usize, alternative: u32) -> &'m [Signed<'m>] {
        match self.clauses.get(&(rule, alternative)) {
            Some(clause) => &self.model.clauses[*clause].literals,
            None => &[],
        }
    }

    /// The literal with this index.
    pub(crate) fn literal(&self, rule: usize, alternative: u32, index: u32) -> Option<&'m Signed<'m>> {
        let literals = self.literals(rule, alternative);
        let position = literals.partition_point(|signed| signed.literal.index < index);
        literals.get(position).filter(|signed| signed.literal.index == index)
    }

    /// The premise at the literal with this index, as written; `None` where it is long or fills several lines.
    pub(crate) fn premise_source(&self, rule: usize, alternative: u32, index: u32) -> Option<String> {
        let signed = self.literal(rule, alternative, index)?;
        let source = self.files.snippet(signed.literal.span);
        if source.starts_with("@[") {
            // An annotation asks for it, and says nothing about its values.
            return None;
        }
        let short = source.len() <= SOURCE_BYTES_MAX && !source.contains('\n');
        short.then(|| if signed.positive || is_of_the_law(signed) { source.to_string() } else { format!("!{source}") })
    }

    /// Whether the literal with this index is the condition of a proviso: one that stands within what is said of the other values.
    pub(crate) fn is_condition(&self, rule: usize, alternative: u32, index: u32) -> bool {
        let mut conditions = Vec::new();
        self.rule(rule).body.literals(&mut |literal, _| {
            conditions.extend((literal.role == Role::Law(LawRole::Proviso)).then_some(literal.span));
        });
        let literals = self.literals(rule, alternative).iter();
        let mut own = literals.filter(|signed| signed.literal.index == index).map(|signed| signed.literal.span);
        own.any(|own| conditions.iter().any(|all| all.file == own.file && all.start <= own.start && own.end <= all.end))
    }

    /// Source text on one line.
    pub(crate) fn source(&self, span: Span) -> String {
        self.files.snippet(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// `m.dl:40`
    pub(crate) fn place(&self, span: Span) -> String {
        format!("{}:{}", self.file(span), self.line(span))
    }

    pub(crate) fn file(&self, span: Span) -> &'m str {
        self.files.name(span)
    }

    pub(crate) fn line(&self, span: Span) -> u32 {
        self.files.place(span).line
    }
}

/// True where the literal as written says by itself that something is absent.
pub(crate) fn is_of_the_law(signed: &Signed<'_>) -> bool {
    matches!(signed.literal.role, Role::Law(_))
}
