//! Why a fact does not hold, as text and as JSON.

mod barriers;
mod grounds;
mod instance;
mod json;
mod lacking;
mod near;
mod text;
mod words;

use std::collections::BTreeSet;

use diagnostics::Lang;
use eval::{Model, Quantity, Signed};
use program::checked::{Aggregate, AggregateOp, Atom, LiteralKind, RelId, Term, VarId};
use proof::{Attempt, Obstacle};
use values::Value;

use crate::citation::{citation, named};
use crate::fact::plain;
use crate::fill;
use crate::rules::{Rules, is_of_the_law};

pub(crate) use json::exception_attempt_json;
pub use json::why_not_json;
pub(crate) use lacking::{lacking_json, lacking_lines, outcome_name};
pub(crate) use text::holding;
pub use text::why_not_text;

/// An attempt with what can be said about it.
struct Account<'m> {
    attempt: &'m Attempt,
    /// Premises before the failing one that hold. The search takes premises in text order as soon as their variables have
    /// values, so these are the ones whose variables have.
    holding: Vec<&'m Signed<'m>>,
    /// The premise that fails; `None` where it is none.
    failing: Option<&'m Signed<'m>>,
    /// The values of the failing premise's variables; of all where no single premise fails.
    values: Vec<(VarId, Value)>,
}

impl<'m> Account<'m> {
    fn new(attempt: &'m Attempt, rules: &Rules<'m>) -> Self {
        let literals = rules.literals(attempt.rule, attempt.alternative);
        let (before, failing) = match attempt.obstacle {
            Obstacle::Literal(position) => (&literals[..position], literals.get(position)),
            Obstacle::Head | Obstacle::Nothing => (literals, None),
            Obstacle::GaveUp => (&literals[..0], None),
        };
        let is_bound = |variable: &VarId| attempt.bindings.iter().any(|(bound, _)| bound == variable);
        let is_taken = |signed: &&Signed<'_>| variables(&signed.literal.kind).iter().all(is_bound);
        let holding = before.iter().filter(is_taken).collect();
        let used = failing.map(|signed| variables(&signed.literal.kind));
        let is_used = |(id, _): &&(VarId, Value)| used.as_ref().is_none_or(|used| used.contains(id));
        let values = attempt.bindings.iter().filter(is_used).cloned().collect();
        Self { attempt, holding, failing, values }
    }

    /// What the failing premise looked for, where it is an atom whose arguments have values.
    fn pattern(&self) -> Option<(&'m Atom, Vec<Option<Value>>)> {
        let LiteralKind::Atom(atom) = &self.failing?.literal.kind else { return None };
        Some((atom, instance::pattern(atom, &self.attempt.bindings)?))
    }

    /// The aggregate that the failing premise compares, with its value.
    fn aggregate(&self) -> Option<(AggregateOp, &'m Quantity)> {
        let found = self.attempt.found.as_ref()?;
        let LiteralKind::Compare { left, right, .. } = &self.failing?.literal.kind else { return None };
        let aggregate = aggregate_in(left).or_else(|| aggregate_in(right))?;
        Some((aggregate.op, found))
    }
}

/// The first aggregate of a term. Recursive, since the nesting of terms is bounded by the parser.
pub(crate) fn aggregate_in(term: &Term) -> Option<&Aggregate> {
    match term {
        Term::Aggregate(aggregate) => Some(aggregate),
        term => term.children().into_iter().find_map(aggregate_in),
    }
}

/// `rule` as written: with a `!` where the premise is the negation of the literal.
pub(crate) fn premise_source(signed: &Signed<'_>, rules: &Rules<'_>) -> String {
    let source = rules.source(signed.literal.span);
    if signed.positive || is_of_the_law(signed) { source } else { format!("!{source}") }
}

/// One line on why a rule does not give a fact: ``rule `r`, m.dl:3: `p(x)` fails (x = 1)``.
pub(crate) fn failure(attempt: &Attempt, rules: &Rules<'_>, lang: Lang) -> String {
    let account = Account::new(attempt, rules);
    let rule = citation(rules, attempt.rule, attempt.alternative, lang);
    let variables = &rules.rule(attempt.rule).variables;
    let value = |(id, value): &(VarId, Value)| format!("{} = {}", variables[id.0 as usize].name, plain(value));
    let values = account.values.iter().map(value).collect::<Vec<_>>().join(words::VALUES.get(lang));
    let values = if values.is_empty() { values } else { fill(words::RULE_WITH, lang, &[("values", &values)]) };
    in_short(&account, &rule, &values, rules, lang)
}

/// What is told of a rule, in a few words: `rule long lease: fails at y >= 20`.
fn heading(account: &Account<'_>, rules: &Rules<'_>, lang: Lang) -> String {
    let rule = named(rules, account.attempt.rule, account.attempt.alternative, lang);
    in_short(account, &rule, "", rules, lang)
}

fn in_short(account: &Account<'_>, rule: &str, values: &str, rules: &Rules<'_>, lang: Lang) -> String {
    let premise = account.failing.map(|signed| premise_source(signed, rules));
    let text = match (account.attempt.obstacle, &premise) {
        (Obstacle::GaveUp, _) => words::RULE_GAVE_UP,
        (_, Some(_)) => words::RULE_FAILS,
        (Obstacle::Nothing, None) => words::RULE_NOTHING,
        (_, None) => words::RULE_HEAD,
    };
    fill(text, lang, &[("rule", rule), ("premise", &premise.unwrap_or_default()), ("values", values)])
}

/// The files whose records fill a relation, as the program names them.
pub(crate) fn record_files(relation: RelId, model: &Model<'_>) -> Vec<String> {
    let inputs = model.program.inputs.iter().filter(|input| input.relation == relation);
    inputs.map(|input| input.source.name().to_owned()).collect()
}

/// The variables that occur in a literal.
fn variables(kind: &LiteralKind) -> BTreeSet<VarId> {
    let mut found = BTreeSet::new();
    kind.variables(&mut |id| {
        found.insert(id);
    });
    found
}
