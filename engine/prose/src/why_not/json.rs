//! Why-not as JSON: the schema `syllogist/why-not/1`.

use std::collections::BTreeSet;

use diagnostics::Files;
use eval::{Model, Quantity, Signed};
use proof::{Attempt, Barrier, Obstacle, Question, WhyNot};
use serde_json::{Value as Json, json};
use values::Value;

use super::{Account, premise_source};
use crate::json::{bindings_json, relations, replaced_json, rule_json};
use crate::rules::Rules;

/// The why-not as one object of the schema `syllogist/why-not/1` (`docs/why-not-1.schema.json`).
pub fn why_not_json(why_not: &WhyNot, question: &Question, model: &Model<'_>, files: &Files) -> Json {
    let rules = Rules::new(model, files);
    let attempts = why_not.attempts.iter().map(|attempt| attempt_json(&Account::new(attempt, &rules), &rules));
    let pattern = question.args.iter().map(|value| value.as_ref().map(Value::to_string)).collect::<Vec<_>>();
    json!({
        "schema": "syllogist/why-not/1",
        "relations": relations(BTreeSet::from([question.relation]), model.program),
        "relation": model.program.relation(question.relation).name,
        "pattern": pattern,
        "facts": model.relation(question.relation).facts(),
        "barriers": why_not.barriers.iter().map(|barrier| barrier_json(barrier, question, &rules, model)).collect::<Vec<_>>(),
        "attempts": attempts.collect::<Vec<_>>(),
    })
}

pub(super) fn barrier_json(barrier: &Barrier, question: &Question, rules: &Rules<'_>, model: &Model<'_>) -> Json {
    let strings = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>();
    let columns = &model.program.relation(question.relation).columns;
    match barrier {
        Barrier::Taken { columns: key, by } => {
            let key = key.iter().map(|column| &columns[*column].name).collect::<Vec<_>>();
            json!({"kind": "taken", "key": key, "by": strings(by)})
        }
        Barrier::Dominated { fact, replaced } => {
            json!({"kind": "dominated", "args": strings(fact), "replaced": replaced_json(replaced, rules)})
        }
        Barrier::Apart { unknown } => json!({"kind": "apart", "unknown": strings(unknown)}),
        Barrier::Cut { relation } => json!({"kind": "cut", "relation": model.program.relation(*relation).name}),
    }
}

/// How far a rule got that could give an exception.
pub(crate) fn exception_attempt_json(attempt: &Attempt, rules: &Rules<'_>) -> Json {
    attempt_json(&Account::new(attempt, rules), rules)
}

pub(super) fn attempt_json(account: &Account<'_>, rules: &Rules<'_>) -> Json {
    let attempt = account.attempt;
    let obstacle = match attempt.obstacle {
        Obstacle::Literal(_) => "premise",
        Obstacle::Head => "head",
        Obstacle::GaveUp => "gave-up",
        Obstacle::Nothing => "none",
    };
    let premise =
        |signed: &&Signed<'_>| json!({"literal": signed.literal.index, "text": premise_source(signed, rules)});
    json!({
        "rule": rule_json(rules, attempt.rule, attempt.alternative),
        "norms": rules.rule(attempt.rule).norms,
        "holds": account.holding.iter().map(premise).collect::<Vec<_>>(),
        "obstacle": obstacle,
        "fails": account.failing.as_ref().map(premise),
        "bindings": bindings_json(rules, attempt.rule, &attempt.bindings),
        "found": attempt.found.as_ref().map(Quantity::to_string),
    })
}
