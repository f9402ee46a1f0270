//! Checking any text ends with a program or with errors, never with a panic.
#![no_main]

use diagnostics::Files;
use libfuzzer_sys::fuzz_target;
use program::{LoadError, Loaded, Loader};

struct Nothing;

impl Loader for Nothing {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

fuzz_target!(|text: &str| {
    let mut files = Files::default();
    let main = files.add("fuzz.dl", text);
    let checked = program::check(&mut files, main, &mut Nothing);
    let errors = checked.diagnostics.iter().any(|diagnostic| diagnostic.is_error());
    assert_eq!(checked.program.is_none(), errors);
});
