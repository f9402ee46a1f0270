//! The preprocessor ends with a text all parts of which have places, whatever it is given. The input's first line is what is
//! said outside, the part behind the first zero byte another text, `s`.
#![no_main]

use diagnostics::{Files, Span};
use libfuzzer_sys::fuzz_target;
use preprocess::{LoadError, Loaded, Loader, Preprocessor, Texts};

struct One<'t>(&'t str);

impl Loader for One<'_> {
    fn load(&mut self, _from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        match path {
            "s" => Ok(Loaded { name: "s".into(), key: "s".into(), text: self.0.to_owned() }),
            _ => Err(LoadError::Missing),
        }
    }
}

fuzz_target!(|input: &str| {
    let (outside, text) = input.split_once('\n').unwrap_or(("", input));
    let (text, other) = text.split_once('\0').unwrap_or((text, ""));
    let mut files = Files::default();
    let main = files.add("fuzz.dl", text);
    let mut found = Vec::new();
    let preprocessor = Preprocessor::new(outside, &mut files, &mut |error| found.push(error));
    let mut loader = One(other);
    let made = preprocessor.preprocess(&mut files, main, &mut Texts::new(main, &mut loader), Vec::new());
    found.extend(made.diagnostics);
    let end = files.get(made.file).text.len() as u32;
    let starts = files.get(made.file).text.char_indices().map(|(at, _)| at as u32).collect::<Vec<_>>();
    let places = starts.iter().map(|start| Span { file: made.file, start: *start, end });
    for span in places.take(2000).chain(found.iter().filter_map(|found| found.span)) {
        let written = files.written(span);
        assert!(files.get(written.file).text.get(written.start as usize..written.end as usize).is_some());
        files.place(span);
    }
});
