//! Any bytes are read as lines of fields or refused, records and branches among them, plain, quoted or packed, never with a
//! panic; what was read is written quoted so that it is read back.
#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;
use program::checked::{InputFormat, TextFormat};
use values::Dictionary;

fuzz_target!(|bytes: &[u8]| {
    let comma = TextFormat { delimiter: ",".to_owned(), ..TextFormat::default() };
    for format in [TextFormat::default(), comma, reading::quoted()] {
        let program = reading::program(InputFormat::Text { format, encoding: Default::default() });
        let mut dictionary = Dictionary::new(program.shapes.clone());
        let Ok(records) = reading::load(&program, bytes, &mut dictionary) else { continue };
        let rows = reading::rows(&records);
        let primitives: Vec<_> = program.relations[0].columns.iter().map(|column| column.primitive).collect();
        let mut text = Vec::new();
        sources::write_rows(&mut text, &reading::quoted(), &primitives, &rows, &dictionary).unwrap();
        let program = reading::program(InputFormat::Text { format: reading::quoted(), encoding: Default::default() });
        let again = reading::load(&program, &text, &mut dictionary).unwrap();
        assert_eq!(reading::rows(&again), rows);
    }
});
