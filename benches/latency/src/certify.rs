//! How long the step checker takes: `certify PROGRAM FOLDER RELATION [STEPS]`. Facts of the relation are proved until so many steps (a million) are there.

mod stored;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::Instant;

use checker::certificate::{Evidence, Place, Records, WholeRelations, verify};
use program::checked::RelId;
use proof::{Explainer, Limits, Question};
use serde_json::Value as Json;
use stored::Stored;
use values::Value;

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let done = match &arguments[..] {
        [program, folder, relation] => measure([program, folder, relation], 1_000_000),
        [program, folder, relation, steps] => steps
            .parse()
            .map_err(|_| "STEPS is a number".to_owned())
            .and_then(|steps| measure([program, folder, relation], steps)),
        _ => Err("certify PROGRAM FOLDER RELATION [STEPS]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure([program, folder, relation]: [&String; 3], wanted: usize) -> Result<(), String> {
    let stored = Stored::load(program, folder)?;
    let (model, evaluation) = stored.evaluate()?;
    println!("load {:.2}s; evaluation {:.2}s", stored.load.as_secs_f64(), evaluation.as_secs_f64());
    let relation = stored.program.find(relation).ok_or("no such relation")?;
    let tuples = |id| model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect::<BTreeSet<_>>();
    let relations: Vec<BTreeSet<Vec<Value>>> = stored.program.relation_ids().map(tuples).collect();

    // Twice as many facts until the proof is long enough.
    let (mut asked, places) = (1, stored.places());
    let text = loop {
        let columns = model.program.relation(relation).columns.len();
        let question = Question { relation, args: vec![None; columns] };
        let limits = Limits { all: false, depth: None, answers: asked };
        let derivation = Explainer::new(&model, &places).explain(&question, &limits);
        if derivation.nodes.len() >= wanted || derivation.answers.len() < asked {
            break prose::json(&derivation, &model, &stored.files).to_string();
        }
        asked *= 2;
    };
    let megabytes = text.len() as f64 / 1e6;
    let start = Instant::now();
    let proof: Json = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    drop(text);
    let read = start.elapsed().as_secs_f64();
    let evidence = Evidence { records: &AllStand, relations: &WholeRelations::new(&relations, &[]) };
    let start = Instant::now();
    let checked = verify(&proof, &stored.program, &stored.files, evidence).map_err(|rejected| rejected.to_string())?;
    let taken = start.elapsed().as_secs_f64();
    let million = checked.steps as f64 / 1e6;
    println!(
        "{} steps, {megabytes:.0} MB of JSON; read in {read:.2}s, checked in {taken:.2}s: {:.2}s a million",
        checked.steps,
        taken / million
    );
    Ok(())
}

/// That a record stands where it is said to costs what the files cost; it is left out here.
struct AllStand;

impl Records for AllStand {
    fn stands(&self, _: RelId, _: &Place<'_>, _: &[Value]) -> bool {
        true
    }
}
