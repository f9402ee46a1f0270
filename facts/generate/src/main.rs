//! `cargo run -p generate -- facts` writes the sample records below `facts`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for developers; it says what it wrote")]
fn main() -> ExitCode {
    let Some(root) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: generate FOLDER");
        return ExitCode::from(2);
    };
    for (path, text) in generate::files() {
        let target = root.join(&path);
        if let Err(error) = write(&target, &text) {
            eprintln!("{}: {error}", target.display());
            return ExitCode::FAILURE;
        }
        println!("{}", target.display());
    }
    ExitCode::SUCCESS
}

fn write(target: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(target, text)
}
