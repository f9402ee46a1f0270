//! Writes one set of benchmark inputs into a folder: `inputs NAME FOLDER [SCALE]`.
//!
//! The same name and scale always give the same bytes. A folder that is complete already is left alone.

mod aggregates;
mod chain;
mod collision;
mod law;
mod names;
mod ontology;
mod pointsto;
mod random;
mod random_graph;
mod skew;
mod skewed_graph;
mod table;
mod valueflow;
mod wide;

use std::io::Result;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// Writes one set of inputs at a scale into a folder.
type Generator = fn(&Path, f64) -> Result<()>;

const GENERATORS: [(&str, Generator); 13] = [
    ("aggregates", aggregates::write),
    ("chain", chain::write),
    ("collision", collision::write),
    ("dense_graph", skewed_graph::write_dense),
    ("law", law::write),
    ("names", names::write),
    ("ontology", ontology::write),
    ("pointsto", pointsto::write),
    ("random_graph", random_graph::write),
    ("skew", skew::write),
    ("skewed_graph", skewed_graph::write),
    ("valueflow", valueflow::write),
    ("wide", wide::write),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (name, folder, scale) = match arguments.as_slice() {
        [name, folder] => (name, folder, 1.0),
        [name, folder, scale] => match scale.parse() {
            Ok(scale) => (name, folder, scale),
            Err(_) => return usage(),
        },
        _ => return usage(),
    };
    let Some((_, generator)) = GENERATORS.iter().find(|(known, _)| known == name) else { return usage() };
    match write_once(*generator, Path::new(folder), scale) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The marker is written last, so an interrupted run is done again.
fn write_once(generator: Generator, folder: &Path, scale: f64) -> Result<()> {
    let marker = folder.join("complete");
    if marker.exists() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    generator(folder, scale)?;
    fs::write(marker, "")
}

fn usage() -> ExitCode {
    let names: Vec<&str> = GENERATORS.iter().map(|(name, _)| *name).collect();
    eprintln!("usage: inputs NAME FOLDER [SCALE]\nNAME is one of {}", names.join(", "));
    ExitCode::from(2)
}
