//! Any bytes are read as JSON or refused, never with a panic; what was read is written so that it is read back.
#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;
use program::checked::{InputFormat, JsonForm};
use values::Dictionary;

fuzz_target!(|bytes: &[u8]| {
    let program = reading::program(InputFormat::Json { records: String::new() });
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let Ok(records) = reading::load(&program, bytes, &mut dictionary) else { return };
    let rows = reading::rows(&records);
    for form in [JsonForm::List, JsonForm::Object] {
        let mut text = Vec::new();
        sources::write_json(&mut text, form, &program.relations[0].columns, &rows, &dictionary).unwrap();
        let again = reading::load(&program, &text, &mut dictionary).unwrap();
        assert_eq!(reading::rows(&again), rows);
    }
});
