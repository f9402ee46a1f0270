//! How long derivations take: `latency PROGRAM FOLDER RELATION [--threads N] [--single N] [--batch N]`.

mod questions;
mod stored;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use proof::{Explainer, Limits};
use stored::Stored;

const CANONICAL: Limits = Limits { all: false, depth: None, answers: 1 };

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [program, folder, relation, options @ ..] = &arguments[..] else {
        eprintln!("latency PROGRAM FOLDER RELATION [--threads N] [--single N] [--batch N]");
        return ExitCode::from(2);
    };
    let number = |name: &str, otherwise: usize| {
        let given = options.iter().position(|option| option == name).and_then(|at| options.get(at + 1)?.parse().ok());
        given.unwrap_or(otherwise)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(number("--threads", 2)).stack_size(64 << 20).build();
    let pool = match pool {
        Ok(pool) => pool,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    pool.install(|| match measure([program, folder, relation], number("--single", 1000), number("--batch", 100_000)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    })
}

fn measure([program, folder, relation]: [&String; 3], single: usize, batch: usize) -> Result<(), String> {
    let stored = Stored::load(program, folder)?;
    let before = processor_seconds();
    let (model, evaluation) = stored.evaluate()?;
    let worked = processor_seconds() - before;
    let relation = stored.program.find(relation).ok_or("no such relation")?;
    let places = stored.places();
    let facts = model.relation(relation).len();
    println!("facts {facts}; load {}; evaluation {}", seconds(stored.load), seconds(evaluation));

    let explainer = Explainer::new(&model, &places);
    let mut taken = Vec::new();
    let mut steps = 0;
    for question in questions::random(&model, relation, single, 1) {
        let start = Instant::now();
        let derivation = explainer.explain(&question, &CANONICAL);
        taken.push(start.elapsed());
        steps = steps.max(derivation.nodes.len());
    }
    if let Some(first) = taken.first().copied() {
        taken.sort_unstable();
        let at = |percent: usize| millis(taken[(taken.len() - 1) * percent / 100]);
        println!(
            "one by one: first {}; p50 {}; p99 {}; worst {}; at most {steps} nodes",
            millis(first),
            at(50),
            at(99),
            at(100)
        );
    }
    drop(explainer);

    let questions = questions::random(&model, relation, batch, 2);
    let (start, before) = (Instant::now(), processor_seconds());
    let explainer = Explainer::new(&model, &places);
    let (derivation, _) = explainer.explain_each(&questions, &CANONICAL);
    let (graph, graph_worked) = (start.elapsed(), processor_seconds() - before);
    println!(
        "{} facts as one graph: {} nodes in {} ({:.2} of the evaluation; of its processor time {:.2})",
        derivation.answers.len(),
        derivation.nodes.len(),
        seconds(graph),
        graph.as_secs_f64() / evaluation.as_secs_f64(),
        graph_worked / worked,
    );
    let start = Instant::now();
    let mut written = 0;
    let mut stream = prose::Stream::new(prose::Layout::Lines, &model, &stored.files);
    let mut count = |text: &[u8]| {
        written += text.len();
        Ok::<(), String>(())
    };
    stream.part(proof::Part { first: 0, derivation }, &|_| None, &mut count)?;
    stream.end(&mut count)?;
    let megabytes = written as f64 / 1e6;
    let lines = start.elapsed();
    println!("as JSON Lines: {megabytes:.0} MB in {} ({:.0} MB/s)", seconds(lines), megabytes / lines.as_secs_f64());
    Ok(())
}

/// What all threads have used so far, in hundredths of a second: on a busy machine it says more than the clock. Linux only.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let fields = behind_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    fields.sum::<f64>() / 100.0
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

fn millis(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1e3)
}
