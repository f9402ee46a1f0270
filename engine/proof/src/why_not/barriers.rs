//! What a relation's law has against a fact.

use eval::{Lookup, Model};
use program::checked::Law;
use values::{Code, Value};

use super::Barrier;
use crate::Question;
use crate::dominating::replaced;

/// Erased facts that are named where a question leaves columns open.
const ERASED_MAX: usize = 3;

pub(crate) fn barriers(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question) -> Vec<Barrier> {
    let mut barriers = match &model.program.relation(question.relation).law {
        Law::Set | Law::DeltaOf(_) => Vec::new(),
        Law::Choice(keys) => keys.iter().filter_map(|key| taken(model, lookup, question, key)).collect(),
        Law::Subsumption => dominated(model, lookup, question),
        Law::Equivalence => apart(model, lookup, question).into_iter().collect(),
    };
    let stratum = |relation: program::checked::RelId| model.stratum_of[relation.0 as usize];
    let cut = model.cut.iter().filter(|relation| stratum(**relation) == stratum(question.relation));
    barriers.extend(cut.map(|relation| Barrier::Cut { relation: *relation }));
    barriers
}

/// The values asked for in these columns, as codes; `None` where one is open or occurs nowhere.
fn codes(model: &Model<'_>, question: &Question, columns: &[usize]) -> Option<Vec<Code>> {
    let values = columns.iter().map(|column| question.args[*column].clone()).collect::<Option<Vec<Value>>>()?;
    model.codes(&values)
}

fn taken(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question, key: &[usize]) -> Option<Barrier> {
    let mut columns = key.to_vec();
    columns.sort_unstable();
    columns.dedup();
    let codes = codes(model, question, &columns)?;
    let row = *lookup.facts(question.relation, &columns, &codes, 1).first()?;
    Some(Barrier::Taken { columns: key.to_vec(), by: model.values(question.relation, row) })
}

fn dominated(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question) -> Vec<Barrier> {
    let columns = (0..question.args.len()).filter(|column| question.args[*column].is_some()).collect::<Vec<_>>();
    let Some(codes) = codes(model, question, &columns) else { return Vec::new() };
    let mut rows = lookup.erased_rows(question.relation, &columns, &codes);
    rows.sort_unstable_by(|a, b| lookup.compare_rows(question.relation, *a, *b));
    let barrier = |row: u32| {
        let replaced = replaced(model, lookup, question.relation, row)?;
        Some(Barrier::Dominated { fact: model.values(question.relation, row), replaced })
    };
    rows.into_iter().take(ERASED_MAX).filter_map(barrier).collect()
}

fn apart(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question) -> Option<Barrier> {
    let occurs = |value: &Value| {
        let code = model.codes(std::slice::from_ref(value));
        code.is_some_and(|code| !lookup.facts(question.relation, &[0], &code, 1).is_empty())
    };
    let mut unknown = question.args.iter().flatten().filter(|value| !occurs(value)).cloned().collect::<Vec<_>>();
    unknown.dedup();
    let both = question.args.iter().all(Option::is_some);
    (both || !unknown.is_empty()).then_some(Barrier::Apart { unknown })
}
