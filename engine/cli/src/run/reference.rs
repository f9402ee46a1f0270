//! `--engine reference`: the second opinion instead of the main evaluator.

use checker::Halt;
use diagnostics::catalogue;
use program::checked::{Law, Program, Relation};
use values::{Code, Value};

use crate::app::App;
use crate::effort::EffortOptions;
use crate::exit::Failure;
use crate::progress::Phase;
use crate::reading::Given;

/// The second opinion holds every fact in memory several times over; without `--max-facts` it stops here.
const FACTS_MAX: u64 = 10_000_000;

/// Replaces the records by everything that holds, and the program by one that concludes nothing more from it: what is printed
/// and written then goes the way that all results go.
pub fn saturate(app: &App, effort: &EffortOptions, program: &mut Program, given: &mut Given) -> Result<(), Failure> {
    let decoded = |(relation, rows): (&Relation, &eval::Records)| -> Vec<Vec<Value>> {
        let value = |row: u32, column: usize| {
            given.dictionary.decode(relation.columns[column].primitive, rows.columns[column][row as usize])
        };
        (0..rows.len).map(|row| (0..relation.columns.len()).map(|column| value(row, column)).collect()).collect()
    };
    let records: Vec<_> = program.relations.iter().zip(&given.columns).map(decoded).collect();
    let loaded: usize = records.iter().map(Vec::len).sum();
    let limit = loaded.saturating_add(effort.limits().facts.unwrap_or(FACTS_MAX) as usize);
    let derived = app.watcher.during(Phase::Evaluating, || checker::derive(program, &records, Some(limit)));
    let model = derived.map_err(|halt| stopped(halt, program))?;
    app.watcher.interrupt.check()?;
    for (columns, tuples) in given.columns.iter_mut().zip(&model.relations) {
        *columns = eval::Records::empty(columns.columns.len());
        columns.len = u32::try_from(tuples.len()).unwrap_or(u32::MAX);
        for tuple in tuples {
            let codes = tuple.iter().map(|value| given.dictionary.encode(value));
            columns.columns.iter_mut().zip(codes).for_each(|(column, code): (&mut Vec<Code>, Code)| column.push(code));
        }
    }
    program.rules.clear();
    program.facts.clear();
    program.subsumptions.clear();
    for relation in &mut program.relations {
        (relation.law, relation.limit) = (Law::Set, None);
    }
    Ok(())
}

fn stopped(halt: Halt, program: &Program) -> Failure {
    let diagnostic = halt.diagnostic(program);
    match diagnostic.code() == catalogue::SECOND_OPINION_LIMIT.code {
        true => Failure::limit(diagnostic),
        false => Failure::wrong(diagnostic),
    }
}
