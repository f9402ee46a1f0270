//! The command line.

use crate::workloads::{WORKLOADS, Workload};
use std::path::PathBuf;

/// How to use the program.
pub const USAGE: &str = "usage: compare [WORKLOAD..] [--runs N] [--threads N] [--scale X] [--timeout SECONDS] [--only ENGINE].. [--syllogist FILE]";

/// What to compare, and how.
pub struct Options {
    /// All workloads unless some are named.
    pub workloads: Vec<&'static Workload>,
    /// Runs of each engine; the median counts.
    pub runs: usize,
    /// Threads of the engines that can use several.
    pub threads: usize,
    /// Multiplies the size of all inputs.
    pub scale: f64,
    /// A run that takes longer is ended, and its engine left out of the workload.
    pub timeout_seconds: u32,
    /// Names of the engines to run besides Syllogist; empty means all.
    pub only: Vec<String>,
    /// The folder `benches`.
    pub benches: PathBuf,
    /// Where the compiled programs are.
    pub programs: PathBuf,
    /// The Syllogist binary.
    pub syllogist: PathBuf,
}

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    /// An unknown workload or option, or a value that is no number, as text.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let benches = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        let programs = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("");
        let mut options = Self {
            workloads: Vec::new(),
            runs: 5,
            threads: 2,
            scale: 1.0,
            timeout_seconds: 120,
            only: Vec::new(),
            syllogist: programs.join("syllogist"),
            benches,
            programs,
        };
        options.read(arguments)?;
        if options.workloads.is_empty() {
            options.workloads = WORKLOADS.iter().collect();
        }
        Ok(options)
    }

    fn read(&mut self, mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--runs" => self.runs = number(&value()?)?,
                "--threads" => self.threads = number(&value()?)?,
                "--scale" => self.scale = number(&value()?)?,
                "--timeout" => self.timeout_seconds = number(&value()?)?,
                "--only" => self.only.push(value()?),
                "--syllogist" => self.syllogist = value()?.into(),
                name => self.workloads.push(named(name)?),
            }
        }
        if self.runs == 0 { Err("at least one run is needed".to_owned()) } else { Ok(()) }
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("not a number: {text}"))
}

fn named(name: &str) -> Result<&'static Workload, String> {
    WORKLOADS.iter().find(|workload| workload.name == name).ok_or_else(|| {
        let names: Vec<&str> = WORKLOADS.iter().map(|workload| workload.name).collect();
        format!("no such workload: {name}; there are {}", names.join(", "))
    })
}
