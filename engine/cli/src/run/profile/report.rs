//! A profile as numbers and texts, before it takes a form.

use std::collections::BTreeMap;

use diagnostics::{Files, Span};
use eval::{Clause, ClauseProfile, Model, Sizes};

/// What a run cost.
pub struct Report {
    /// The main rule file.
    pub program: String,
    /// The run as a whole.
    pub totals: Totals,
    /// Every relation, in the order of declaration.
    pub relations: Vec<RelationCost>,
    /// Every stratum, in the order of evaluation.
    pub strata: Vec<StratumCost>,
    /// Every clause, in source order.
    pub clauses: Vec<ClauseCost>,
}

/// What depends on the machine and the moment. Times in nanoseconds.
pub struct Totals {
    /// Reading records.
    pub loading: u64,
    /// Applying rules.
    pub evaluating: u64,
    /// Ordering and writing results.
    pub writing: u64,
    /// Threads at work.
    pub threads: usize,
    /// The most memory measured, in bytes.
    pub memory: u64,
}

/// What a relation occupies.
pub struct RelationCost {
    /// Its name.
    pub name: String,
    /// Its facts.
    pub facts: u64,
    /// Its parts.
    pub sizes: Sizes,
}

/// A stratum.
pub struct StratumCost {
    /// Names of its relations.
    pub relations: Vec<String>,
    /// Its rounds.
    pub rounds: u32,
}

/// A rule, or one case of it where it has several heads or disjuncts.
pub struct ClauseCost {
    /// What people call the rule.
    pub rule: String,
    /// Its file.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// The relation of the head.
    pub head: String,
    /// Which disjunct, from 0.
    pub alternative: u32,
    /// How many there are.
    pub alternatives: u32,
    /// The rule as written; cut where it is very long.
    pub text: String,
    /// Its doc comment.
    pub doc: String,
    /// The norms it cites.
    pub norms: Vec<String>,
    /// Its stratum, from 0.
    pub stratum: usize,
    /// Its numbers.
    pub cost: ClauseProfile,
    /// Its part of the time of all clauses, from 0 to 1.
    pub share: f64,
    /// The orders of its literals.
    pub orders: Vec<Order>,
}

/// One order of literals.
pub struct Order {
    /// Their texts in the order taken.
    pub literals: Vec<String>,
    /// The one (an index into `literals`) that read the rows of the round before.
    pub delta: Option<usize>,
    /// In how many rounds.
    pub rounds: u32,
}

/// Nobody reads more of one rule on a page; its place is told.
const TEXT_CHARS_MAX: usize = 4000;

/// Nobody reads more of one literal in an order.
const LITERAL_CHARS_MAX: usize = 200;

impl Report {
    /// The report of a model.
    pub fn new(program: String, totals: Totals, model: &Model<'_>, files: &Files) -> Self {
        let named = |relation: &program::checked::RelId| model.program.relation(*relation).name.clone();
        let relations = model.program.relation_ids().map(|id| RelationCost {
            name: named(&id),
            facts: model.relation(id).facts(),
            sizes: model.relation(id).sizes(),
        });
        let strata = model.program.strata.iter().zip(&model.profile.rounds).map(|(stratum, rounds)| StratumCost {
            relations: stratum.relations.iter().map(named).collect(),
            rounds: *rounds,
        });
        Self {
            program,
            totals,
            relations: relations.collect(),
            strata: strata.collect(),
            clauses: clauses(model, files),
        }
    }

    /// Facts of all relations.
    pub fn facts(&self) -> u64 {
        self.relations.iter().map(|relation| relation.facts).sum()
    }

    /// Tuples that clauses derived, repetitions included.
    pub fn derived(&self) -> u64 {
        self.clauses.iter().map(|clause| clause.cost.derived).sum()
    }

    /// Facts that clauses added.
    pub fn added(&self) -> u64 {
        self.clauses.iter().map(|clause| clause.cost.rows_out).sum()
    }

    /// What all relations occupy.
    pub fn sizes(&self) -> Sizes {
        let sum = |part: fn(&Sizes) -> u64| self.relations.iter().map(|relation| part(&relation.sizes)).sum();
        Sizes {
            columns: sum(|sizes| sizes.columns),
            membership: sum(|sizes| sizes.membership),
            indexes: sum(|sizes| sizes.indexes),
            segments: sum(|sizes| sizes.segments),
            segment_table: sum(|sizes| sizes.segment_table),
        }
    }
}

/// All bytes of a relation.
pub fn whole(sizes: &Sizes) -> u64 {
    sizes.columns + sizes.membership + sizes.indexes + sizes.segment_table
}

/// How much of a relation its segment table is, in percent; `None` where it occupies nothing.
pub fn segment_percent(sizes: &Sizes) -> Option<f64> {
    ratio(sizes.segment_table, whole(sizes)).map(|part| part * 100.0)
}

/// A quotient; `None` where the divisor is zero.
pub fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn clauses(model: &Model<'_>, files: &Files) -> Vec<ClauseCost> {
    let nanos = model.profile.clauses.iter().map(|cost| cost.nanos).sum();
    let mut alternatives = BTreeMap::new();
    for clause in &model.clauses {
        let known = alternatives.entry(clause.rule).or_insert(0);
        *known = (*known).max(clause.alternative + 1);
    }
    let costs = model.clauses.iter().zip(&model.profile.clauses);
    costs
        .map(|(clause, cost)| {
            let rule = &model.program.rules[clause.rule];
            ClauseCost {
                rule: rule.label.clone(),
                file: files.get(rule.span.file).name.clone(),
                line: files.place(rule.span).line,
                head: model.program.relation(clause.head_relation()).name.clone(),
                alternative: clause.alternative,
                alternatives: alternatives[&clause.rule],
                text: cut(files.snippet(rule.span), TEXT_CHARS_MAX),
                doc: cut(&rule.doc, TEXT_CHARS_MAX),
                norms: rule.norms.clone(),
                stratum: model.stratum_of[clause.head_relation().0 as usize],
                share: ratio(cost.nanos, nanos).unwrap_or(0.0),
                orders: orders(clause, cost, files),
                cost: cost.clone(),
            }
        })
        .collect()
}

fn orders(clause: &Clause<'_>, cost: &ClauseProfile, files: &Files) -> Vec<Order> {
    let literal = |at: &usize| {
        let signed = &clause.literals[*at];
        let text = line(files, signed.literal.span);
        if signed.positive { text } else { format!("!{text}") }
    };
    let order = |order: &eval::OrderProfile| Order {
        literals: order.literals.iter().map(literal).collect(),
        delta: order.delta.and_then(|delta| order.literals.iter().position(|at| *at == delta)),
        rounds: order.rounds,
    };
    cost.orders.iter().map(order).collect()
}

/// Source text on one line.
fn line(files: &Files, span: Span) -> String {
    cut(&files.snippet(span).split_whitespace().collect::<Vec<_>>().join(" "), LITERAL_CHARS_MAX)
}

fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
