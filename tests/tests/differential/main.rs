//! Random programs through both evaluators, and every canonical proof through a check of its own.
//!
//!     cargo test -p tests --test differential
//!     cargo test -p tests --test differential -- --programs 20000 --seed 7
//!
//! A failing program is shrunk by its structure and printed with its records.

#![allow(clippy::print_stdout, reason = "the count of programs compared is what a reader of the log wants to see")]

mod compare;
mod least;
mod proofs;
mod tally;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use tests::random::{Program, Programs};

use tally::Tally;

/// Programs of one trial; trials run side by side.
const BATCH: usize = 32;

fn main() -> ExitCode {
    let (programs, seed, rest) = options(std::env::args().collect());
    let arguments = Arguments::from_iter(rest);
    let tally = Arc::new(Tally::default());
    let trials = (0..programs.div_ceil(BATCH)).map(|number| {
        let tally = Arc::clone(&tally);
        Trial::test(format!("programs::{seed}::{number}"), move || batch(seed, number as u64, &tally))
    });
    // Panics are caught and told with the program that provokes them.
    std::panic::set_hook(Box::new(|_| {}));
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    println!("{tally}");
    if tally.too_few_compared() {
        println!("more than one in fifty was not compared");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// `--programs N` and `--seed N` are ours; everything else is the test harness's.
fn options(args: Vec<String>) -> (usize, u64, Vec<String>) {
    let (mut programs, mut seed, mut rest) = (2048, 1, Vec::new());
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        let mut number = || args.next().and_then(|text| text.parse().ok()).expect("a number behind the option");
        match &arg[..] {
            "--programs" => programs = number() as usize,
            "--seed" => seed = number(),
            _ => rest.push(arg),
        }
    }
    (programs, seed, rest)
}

fn batch(seed: u64, number: u64, tally: &Tally) -> Result<(), Failed> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&number.to_le_bytes());
    let config = Config {
        cases: BATCH as u32,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        max_global_rejects: BATCH as u32 * 4,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let shrinking = std::cell::Cell::new(false);
    let outcome = runner.run(&Programs, |program| {
        let result = std::panic::catch_unwind(|| compare::compare(&program));
        let result = result.unwrap_or_else(|panic| Err(TestCaseError::fail(panic_text(&*panic))));
        match &result {
            Ok(found) if !shrinking.get() => tally.count(found),
            Err(TestCaseError::Fail(_)) => shrinking.set(true),
            _ => {}
        }
        result.map(|_| ())
    });
    match outcome {
        Ok(()) => Ok(()),
        Err(TestError::Fail(reason, program)) => Err(format!("{reason}\n{}", shown(&program)).into()),
        Err(TestError::Abort(reason)) => Err(reason.to_string().into()),
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    format!("panic: {}", text.unwrap_or("without words"))
}

fn shown(program: &Program) -> String {
    let mut text = program.text();
    for relation in program.relations.iter().filter(|relation| !relation.rows.is_empty()) {
        text.push_str(&format!("// records of {}: {:?}\n", relation.name, relation.rows));
    }
    text
}
