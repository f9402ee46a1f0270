//! The printed table.

use crate::comparison::Entry;
use crate::engine::Engine;
use crate::measure::Measurement;
use crate::workloads::Workload;
use std::collections::BTreeMap;

/// The column names and what they mean.
pub fn heading() -> String {
    format!(
        "whole: seconds of the whole process, start and loading included. rules: seconds the peer reports for its rules alone.\n\
         ratio: the peer's time over Syllogist's whole process. B/fact: peak memory over all rows that any engine counted.\n\n\
         {:<12} {:<11} {:>9} {:>7} {:>9} {:>9} {:>12} {:>7} {:>11} {:>11}",
        "workload", "engine", "whole", "spread", "rules", "peak MB", "rows", "B/fact", "whole ratio", "rules ratio"
    )
}

/// One line an engine.
pub fn lines(workload: &Workload, entries: &[Entry]) -> String {
    let ours = entries.iter().find(|entry| entry.engine == Engine::Syllogist).and_then(wall);
    let rows = counted_rows(entries);
    entries.iter().map(|entry| line(workload, entry, ours, rows) + "\n").collect()
}

fn line(workload: &Workload, entry: &Entry, ours: Option<f64>, rows: u64) -> String {
    let start = format!("{:<12} {:<11}", workload.name, entry.engine.name());
    let runs = match &entry.runs {
        Ok(runs) => runs,
        Err(reason) => return format!("{start} {reason}"),
    };
    let whole = median(runs, |run| run.wall);
    let own: Option<f64> = runs.iter().all(|run| run.own.is_some()).then(|| median(runs, |run| run.own.unwrap_or(0.0)));
    let peak = median(runs, |run| run.peak as f64);
    format!(
        "{start} {whole:>9.3} {:>6.0}% {:>9} {:>9.0} {rows:>12} {:>7.1} {:>11} {:>11}",
        100.0 * spread(runs) / whole,
        own.map_or("".to_owned(), |own| format!("{own:.3}")),
        peak / 1e6,
        peak / rows as f64,
        ratio(Some(whole), ours),
        ratio(own, ours),
    )
}

/// Rows of all relations that one engine or another counted; those counted twice agree.
fn counted_rows(entries: &[Entry]) -> u64 {
    let runs = entries.iter().flat_map(|entry| entry.runs.iter().flatten());
    let counts: BTreeMap<&String, u64> =
        runs.flat_map(|run| run.counts.iter().map(|(name, rows)| (name, *rows))).collect();
    counts.values().sum()
}

fn wall(entry: &Entry) -> Option<f64> {
    entry.runs.as_ref().ok().map(|runs| median(runs, |run| run.wall))
}

fn ratio(theirs: Option<f64>, ours: Option<f64>) -> String {
    match (theirs, ours) {
        (Some(theirs), Some(ours)) => format!("{:.2}x", theirs / ours),
        _ => String::new(),
    }
}

/// The distance between the fastest and the slowest run.
fn spread(runs: &[Measurement]) -> f64 {
    let walls = || runs.iter().map(|run| run.wall);
    walls().fold(0.0, f64::max) - walls().fold(f64::INFINITY, f64::min)
}

/// The upper one of the two in the middle if the number of runs is even.
fn median(runs: &[Measurement], of: impl Fn(&Measurement) -> f64) -> f64 {
    let mut values: Vec<f64> = runs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
