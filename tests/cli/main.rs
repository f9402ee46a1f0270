//! The contract of the command line: exit code, standard output, standard error and files, as inline snapshots.
//!
//! The texts live here with the other end-to-end tests; the target belongs to the package `cli`, so that Cargo builds the
//! binary before.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod check;
mod determinism;
mod dialect;
mod diff;
mod examples;
mod explain;
mod formats;
mod impact;
mod inspect;
mod interrupt;
mod law;
mod limits;
mod lints;
mod norms;
mod pages;
mod profile;
mod prose;
mod records;
mod reference;
mod repl;
mod replay;
mod run;
mod seal;
mod sign;
mod sources;
mod test;
mod verify;
mod why;
mod why_not;
mod witnesses;
mod workbooks;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use program::Dialect;
use tests::files::Opened;

/// A folder of its own in which commands are run.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A desk with these files.
    fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self::new();
        for (name, text) in files {
            desk.write(name, text.as_bytes());
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// All files below the desk, by name.
    fn files(&self) -> Vec<String> {
        let mut open = vec![self.folder.path().to_path_buf()];
        let mut found = Vec::new();
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    found.push(path.strip_prefix(self.folder.path()).unwrap().display().to_string());
                }
            }
        }
        found.sort();
        found
    }

    /// What a command says, with nothing on standard input.
    fn run(&self, args: &[&str]) -> String {
        self.run_with(args, b"")
    }

    /// What a command says with this on standard input.
    fn run_with(&self, args: &[&str], stdin: &[u8]) -> String {
        let mut child = Command::new(binary())
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read its input closes it; that is no failure of this test.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        let output = child.wait_with_output().unwrap();
        if output.status.success() && args.iter().any(|arg| ["why", "report", "repl"].contains(arg)) {
            self.certify(args);
        }
        let mut told = format!("exit {}", output.status.code().unwrap_or(-1));
        for (name, bytes) in [("stdout", output.stdout), ("stderr", output.stderr)] {
            if !bytes.is_empty() {
                let text = String::from_utf8(bytes).expect("all output is UTF-8");
                told.push_str(&format!("\n--- {name}\n{}", text.trim_end_matches('\n')));
            }
        }
        told
    }

    /// The step checker finds no fault with the proofs of what holds in the programs named, which a command has just told.
    fn certify(&self, args: &[&str]) {
        let after = |name: &str| args.iter().position(|arg| *arg == name).and_then(|at| args.get(at + 1)).copied();
        let parameters = args.windows(2).filter(|pair| pair[0] == "--param").filter_map(|pair| pair[1].split_once('='));
        let parameters = parameters.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let macros = after("-M").unwrap_or_default().to_owned();
        let mut dialect = Dialect { parameters, macros, ..Dialect::default() };
        dialect.parameters.extend(after("--as-of").map(|day| ("as_of".to_owned(), day.to_owned())));
        let facts = after("--facts").or(after("-F")).map_or_else(|| self.path(""), |folder| self.path(folder));
        for program in args.iter().filter(|arg| arg.ends_with(".dl") && !args.contains(&"--missing")) {
            let include = after("-I").map(|folder| self.path(folder));
            let opened =
                Opened::new(&self.path(program), &facts, &dialect, include).unwrap_or_else(|why| panic!("{why}"));
            opened.certified(50).unwrap_or_else(|fault| panic!("{args:?}: {fault}"));
        }
    }

    /// Standard output alone.
    fn stdout(&self, args: &[&str]) -> String {
        let told = self.run(args);
        let start = told.find("--- stdout\n").map_or(told.len(), |at| at + "--- stdout\n".len());
        let end = told.find("\n--- stderr\n").unwrap_or(told.len());
        told[start.min(end)..end].to_string()
    }
}

fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_syllogist"))
}

/// A model with one clue, an exception and a norm.
const LEASES: &str = r#".decl lease(id: symbol, property: symbol, years: number, rent: decimal)
.input lease(filename="lease.csv", rfc4180=true, headers=true)
.decl possession(property: symbol)
.input possession(filename="possession.csv", rfc4180=true, headers=true)
.decl long_lease(id: symbol, property: symbol)
.output long_lease(rfc4180=true, headers=true)
@[clue = B]
@[norm = cc_725]
long_lease(i, p) :- lease(i, p, y, _), y >= 20, !possession(p).
"#;

const LEASE: &str = "id,property,years,rent\nL-1,P-1,25,100.50\nL-2,P-2,3,9\nL-3,P-3,30,1\nL-1,P-1,25,100.5\n";
const POSSESSION: &str = "property\nP-3\n";

fn leases() -> Desk {
    Desk::with(&[("m.dl", LEASES), ("lease.csv", LEASE), ("possession.csv", POSSESSION)])
}
