//! What rests on a record, and what would change, as JSON: the schema `syllogist/impact/1`.

use eval::Model;
use ledger::clue_id;
use program::checked::{Grade, Program};
use proof::{RecordPlace, Resting, Standing};
use serde_json::{Value as Json, json};
use values::Value;

use super::changes::{Candidate, Changes, Fact};
use super::locate::Located;
use crate::clue::clue;

/// The records, and what rests on them.
pub fn resting(located: &[Located], found: &[Resting], model: &Model<'_>) -> Json {
    let one = |one: &Resting| {
        let grade = clue(model, one.relation, &one.args).map(|clue| clue.grade);
        let mut fact = fact_json(&(one.relation, one.args.clone()), grade, model.program);
        fact["in_every"] = one.in_every.into();
        fact
    };
    json!({
        "schema": "syllogist/impact/1",
        "records": records(located, model.program),
        "resting": found.iter().map(one).collect::<Vec<_>>(),
    })
}

/// The records, and what is different without them.
pub fn changes(located: &[Located], found: &Changes, written: &Program, model: &Model<'_>) -> Json {
    let program = model.program;
    let fact = |(fact, grade): &(Fact, Option<Grade>)| fact_json(fact, *grade, program);
    let regraded = |(fact, before, after): &(Fact, Option<Grade>, Option<Grade>)| {
        let mut shown = fact_json(fact, *after, program);
        shown["before"] = before.map(Grade::name).into();
        shown["after"] = after.map(Grade::name).into();
        shown
    };
    json!({
        "schema": "syllogist/impact/1",
        "records": records(located, program),
        "lost": found.lost.iter().map(fact).collect::<Vec<_>>(),
        "gained": found.gained.iter().map(fact).collect::<Vec<_>>(),
        "regraded": found.regraded.iter().map(regraded).collect::<Vec<_>>(),
        "candidates": found.candidates.iter().map(|one| candidate(one, written)).collect::<Vec<_>>(),
    })
}

fn records(located: &[Located], program: &Program) -> Vec<Json> {
    let one = |one: &Located| {
        let fact = |fact: &super::locate::LocatedFact| {
            let others = fact.others.iter().map(prose::source_json).collect::<Vec<_>>();
            json!({
                "relation": program.relation(fact.record.relation).name,
                "args": strings(&fact.record.args),
                "others": others,
            })
        };
        let place: &RecordPlace = &one.place;
        json!({"source": prose::source_json(place), "facts": one.facts.iter().map(fact).collect::<Vec<_>>()})
    };
    located.iter().map(one).collect()
}

fn fact_json((relation, args): &Fact, grade: Option<Grade>, program: &Program) -> Json {
    let clue = grade.map(|grade| json!({"id": clue_id(*relation, args, program), "grade": grade.name()}));
    json!({"relation": program.relation(*relation).name, "args": strings(args), "clue": clue})
}

fn candidate(found: &Candidate, written: &Program) -> Json {
    let model = written.model(found.model);
    let columns = model.candidate.as_ref().map(|candidate| {
        let columns = &written.relation(candidate.relation).columns;
        let named = candidate.columns.iter().zip(&found.key);
        named.map(|(at, value)| (columns[*at].name.clone(), value.to_string().into())).collect()
    });
    let name = |standing: Option<Standing>| match standing {
        Some(Standing::Clue(grade)) => json!({"outcome": "clue", "grade": grade.name()}),
        Some(Standing::Conditional) => json!({"outcome": "conditional"}),
        Some(Standing::Undetermined) => json!({"outcome": "undetermined"}),
        Some(Standing::None) => json!({"outcome": "none"}),
        None => Json::Null,
    };
    json!({
        "model": model.name,
        "candidate": Json::Object(columns.unwrap_or_default()),
        "before": name(found.before),
        "after": name(found.after),
    })
}

fn strings(values: &[Value]) -> Vec<String> {
    values.iter().map(Value::to_string).collect()
}
