//! The binary `syllogist`: the only part that prints, and the only one that knows the command line.

#[macro_use]
mod help;

mod amount;
mod app;
mod arguments;
mod assets;
mod check;
mod clock;
mod clue;
mod connections;
mod dialect;
mod diff;
mod differences;
mod drivers;
mod effort;
mod exit;
mod explain;
mod find;
mod foreign;
mod grid;
mod impact;
mod inspect;
mod interrupt;
mod keygen;
mod keys;
mod loader;
mod nearest;
mod options;
mod outline;
mod parameters;
mod progress;
mod project;
mod question;
mod reading;
mod render;
mod repl;
mod replay;
mod report;
mod run;
mod say;
mod shell;
mod sign;
mod test;
mod text_file;
mod verify;
mod warnings;
mod watch;
mod why;

use std::process::ExitCode;

/// Parsers and checks recurse over the nesting of a program, which is bounded; this is room for the deepest one allowed.
const STACK_BYTES: usize = 256 << 20;

fn main() -> ExitCode {
    let work = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(|| app::main(std::env::args_os().collect()));
    match work.map(std::thread::JoinHandle::join) {
        Ok(Ok(exit)) => exit.code(),
        // The panic has been reported by the thread that met it, or there are no threads to be had.
        Ok(Err(_)) | Err(_) => ExitCode::from(101),
    }
}
