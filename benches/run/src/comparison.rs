//! All runs of one workload.

use crate::engine::Engine;
use crate::measure::{Measurement, measure};
use crate::options::Options;
use crate::workloads::Workload;
use std::collections::BTreeMap;
use std::io::{IsTerminal, stderr};
use std::path::PathBuf;
use std::process::Command;

/// What an engine did on a workload: its runs, or why it has none.
pub struct Entry {
    /// Who.
    pub engine: Engine,
    /// Every run, or the reason why one failed.
    pub runs: Result<Vec<Measurement>, String>,
}

/// Runs the engines in turn, so that a slow minute of the machine hits all of them alike.
///
/// # Errors
/// The inputs cannot be made, or engines count different results, as text.
pub fn compare(workload: &Workload, options: &Options) -> Result<Vec<Entry>, String> {
    let inputs = generate(workload, options)?;
    let engines = Engine::all(workload, options).into_iter();
    let mut entries: Vec<Entry> = engines.map(|engine| Entry { engine, runs: Ok(Vec::new()) }).collect();
    for round in 1..=options.runs {
        for entry in &mut entries {
            let Ok(runs) = &mut entry.runs else { continue };
            show(&format!("{} {round}/{} {}", workload.name, options.runs, entry.engine.name()));
            let command = entry.engine.command(workload, &inputs, options);
            match measure(&command, options.threads, options.timeout_seconds) {
                Ok(run) => runs.push(run),
                Err(reason) => entry.runs = Err(reason),
            }
        }
    }
    show("");
    agree(workload, &entries)?;
    Ok(entries)
}

/// What runs now, on a line that the next one overwrites.
fn show(progress: &str) {
    if stderr().is_terminal() {
        eprint!("\r{progress:40}\r");
    }
}

/// The generator keeps what is there already.
fn generate(workload: &Workload, options: &Options) -> Result<PathBuf, String> {
    let scale = workload.scale * options.scale;
    let folder = options.benches.join("data").join(format!("{}@{scale}", workload.inputs));
    let generator = options.programs.join("inputs");
    let status = Command::new(&generator).arg(workload.inputs).arg(&folder).arg(scale.to_string()).status();
    match status {
        Ok(status) if status.success() => Ok(folder),
        Ok(_) => Err(format!("no inputs for {}", workload.name)),
        Err(error) => Err(format!("{}: {error}", generator.display())),
    }
}

/// Every engine must count the same rows for the relations it counts.
fn agree(workload: &Workload, entries: &[Entry]) -> Result<(), String> {
    let mut seen: BTreeMap<&str, (u64, Engine)> = BTreeMap::new();
    for entry in entries {
        for run in entry.runs.iter().flatten() {
            for (relation, &count) in &run.counts {
                let (expected, first) = *seen.entry(relation).or_insert((count, entry.engine));
                if count != expected {
                    let (name, first, second) = (workload.name, first.name(), entry.engine.name());
                    return Err(format!("{name}: {relation} has {expected} rows in {first}, {count} in {second}"));
                }
            }
        }
    }
    Ok(())
}
