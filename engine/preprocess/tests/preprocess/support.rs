use diagnostics::{FileId, Files, Lang, Span};
use preprocess::{LoadError, Loaded, Loader, Preprocessed, Preprocessor, Texts};

pub struct Others<'t>(pub &'t [(&'t str, &'t str)]);

impl Loader for Others<'_> {
    fn load(&mut self, _from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let (_, text) = self.0.iter().find(|(name, _)| *name == path).ok_or(LoadError::Missing)?;
        Ok(Loaded { name: path.to_owned(), key: path.to_owned(), text: (*text).to_owned() })
    }
}

pub struct Made {
    pub files: Files,
    pub main: FileId,
    pub made: Preprocessed,
}

impl Made {
    /// The text, runs of blanks and line breaks as one blank.
    pub fn text(&self) -> String {
        self.files.get(self.made.file).text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// `CODE LINE:COLUMN` of what was found, in order.
    pub fn found(&self) -> Vec<String> {
        let line = |found: &diagnostics::Diagnostic| {
            let place = self.files.place(found.span.unwrap());
            assert!(!found.message(Lang::En).contains('{') && !found.message(Lang::Zh).contains('{'), "{found:?}");
            format!("{} {}:{}", found.code(), place.line, place.column)
        };
        self.made.diagnostics.iter().map(line).collect()
    }

    /// `file:line:column words` of where `part` of the text was written.
    pub fn place(&self, part: &str) -> String {
        let start = self.files.get(self.made.file).text.find(part).unwrap() as u32;
        let span = Span { file: self.made.file, start, end: start + part.len() as u32 };
        let (place, written) = (self.files.place(span), self.files.written(span));
        format!("{}:{}:{} {}", self.files.name(span), place.line, place.column, self.files.snippet(written))
    }
}

pub fn made_with(text: &str, others: &[(&str, &str)], definitions: Option<&str>) -> Made {
    let mut files = Files::default();
    let main = files.add("main.dl", text);
    let mut found = Vec::new();
    let preprocessor = match definitions {
        Some(definitions) => Preprocessor::new(definitions, &mut files, &mut |error| found.push(error)),
        None => Preprocessor::off(),
    };
    let mut loader = Others(others);
    let mut made = preprocessor.preprocess(&mut files, main, &mut Texts::new(main, &mut loader), Vec::new());
    made.diagnostics.splice(0..0, found);
    Made { files, main, made }
}

pub fn made(text: &str) -> Made {
    made_with(text, &[], Some(""))
}

/// What a text without mistakes becomes.
pub fn text(text: &str) -> String {
    let made = made(text);
    assert_eq!(made.found(), Vec::<String>::new(), "{text}");
    made.text()
}
