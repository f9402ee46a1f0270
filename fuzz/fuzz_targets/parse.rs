//! Parsing never fails, and the tree holds every byte.
#![no_main]

use diagnostics::FileId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parse = syntax::parse(FileId(0), text);
    let _ = parse.program();
});
