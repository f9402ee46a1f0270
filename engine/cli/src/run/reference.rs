//! `--engine reference`: the second opinion instead of the main evaluator.

mod graded;

use std::sync::Arc;

use checker::Halt;
use diagnostics::catalogue;
use program::checked::{Law, Program, Purpose, Relation};
use values::{Code, Value};

use crate::app::App;
use crate::effort::EffortOptions;
use crate::exit::Failure;
use crate::progress::Phase;
use crate::reading::{Given, Opened};

/// The second opinion holds every fact in memory several times over; without `--max-facts` it stops here.
const FACTS_MAX: u64 = 10_000_000;

/// Replaces the records by everything that holds, and the program by one that concludes nothing more from it than which facts are clues of
/// which grade: what is printed and written then goes the way that all results go.
///
/// It reads the program as written; what it finds open or undecided goes where the compiled program has it.
pub fn saturate(app: &App, effort: &EffortOptions, opened: &mut Opened, given: &mut Given) -> Result<(), Failure> {
    let (written, program) = (&opened.written, Arc::make_mut(&mut opened.program));
    let decoded = |(relation, rows): (&Relation, &eval::Records)| -> Vec<Vec<Value>> {
        let value = |row: u32, column: usize| {
            given.dictionary.decode(relation.columns[column].primitive, rows.columns[column][row as usize])
        };
        (0..rows.len).map(|row| (0..relation.columns.len()).map(|column| value(row, column)).collect()).collect()
    };
    let records: Vec<_> = written.relations.iter().zip(&given.columns).map(decoded).collect();
    let loaded: usize = records.iter().map(Vec::len).sum();
    let limit = loaded.saturating_add(effort.limits().facts.unwrap_or(FACTS_MAX) as usize);
    let derived = app.watcher.during(Phase::Evaluating, || checker::derive(written, &records, Some(limit)));
    let model = derived.map_err(|halt| stopped(halt, written))?;
    app.watcher.interrupt.check()?;
    let of_the_law = program.relations[written.relations.len()..].iter().map(|relation| open_tuples(relation, &model));
    let mut all = model.relations.iter().cloned().chain(of_the_law).collect::<Vec<_>>();
    program.rules.clear();
    program.facts.clear();
    program.subsumptions.clear();
    for relation in &mut program.relations {
        (relation.law, relation.limit) = (Law::Set, None);
    }
    all.extend(graded::keep(program, written, &model.grades));
    given.columns.extend(
        program.relations[given.columns.len()..].iter().map(|relation| eval::Records::empty(relation.columns.len())),
    );
    for (columns, tuples) in given.columns.iter_mut().zip(&all) {
        *columns = eval::Records::empty(columns.columns.len());
        columns.len = u32::try_from(tuples.len()).unwrap_or(u32::MAX);
        for tuple in tuples {
            let codes = tuple.iter().map(|value| given.dictionary.encode(value));
            columns.columns.iter_mut().zip(codes).for_each(|(column, code): (&mut Vec<Code>, Code)| column.push(code));
        }
    }
    Ok(())
}

/// What a relation of the law holds: open tuples, conflicts that nothing decides.
fn open_tuples(relation: &Relation, model: &checker::Model) -> checker::Tuples {
    match &relation.purpose {
        Purpose::Open { of, unknown } => {
            let open = model.open.get(of.0 as usize).into_iter().flatten();
            let is_of_form = |open: &&checker::OpenTuple| {
                open.values.iter().enumerate().all(|(column, value)| value.is_none() == unknown.contains(&column))
            };
            let tuple = |open: &checker::OpenTuple| {
                let kind = Value::Number(open.kind.into());
                open.values.iter().flatten().cloned().chain([kind]).collect()
            };
            open.filter(is_of_form).map(tuple).collect()
        }
        Purpose::Refer(of) => {
            let referred = model.refer.get(of.0 as usize).into_iter().flatten();
            let labels = |refer: &checker::Refer| refer.rules.clone().map(|label| Value::symbol(&label));
            referred.map(|refer| refer.key.iter().cloned().chain(labels(refer)).collect()).collect()
        }
        _ => checker::Tuples::default(),
    }
}

fn stopped(halt: Halt, program: &Program) -> Failure {
    let diagnostic = halt.diagnostic(program);
    match diagnostic.code() == catalogue::SECOND_OPINION_LIMIT.code {
        true => Failure::limit(diagnostic),
        false => Failure::wrong(diagnostic),
    }
}
