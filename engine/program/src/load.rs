//! The main program and what it includes, as one list of items.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Files, Span, Text, catalogue};
use preprocess::{Inclusion, Loader, Preprocessor, Texts};
use syntax::ast::{Include, Item};

use crate::report::Report;

/// An item with the text it stands in.
#[derive(Clone, Debug)]
pub(crate) struct SourceItem {
    pub(crate) file: FileId,
    pub(crate) item: Item,
}

/// All items in the order in which they count: an included file's items stand where its `.include` stands.
pub(crate) fn load(
    files: &mut Files,
    main: FileId,
    loader: &mut dyn Loader,
    preprocessor: &Preprocessor,
    report: &mut Report,
) -> Vec<SourceItem> {
    let texts = Texts::new(main, loader);
    let mut loading = Loading { files, texts, preprocessor, report, parsed: BTreeMap::new(), passed: BTreeSet::new() };
    let mut open = vec![Open { parsed: loading.parsed(main, Vec::new()), next: 0, from: None }];
    let mut items = Vec::new();
    while let Some(current) = open.last_mut() {
        let Some(item) = current.parsed.items.get(current.next).cloned() else {
            open.pop();
            continue;
        };
        current.next += 1;
        let file = current.parsed.file;
        match item {
            Item::Include(include) => {
                if let Some(next) = loading.enter(&include, &open) {
                    open.push(next);
                }
            }
            Item::Once(once) => {
                let span = once.span(file);
                if !loading.passed.insert(loading.files.written(span)) {
                    current.leave(span);
                }
            }
            item => items.push(SourceItem { file, item }),
        }
    }
    items
}

/// A text whose items are being read.
struct Open {
    parsed: Rc<Parsed>,
    next: usize,
    /// The `.include` that led here.
    from: Option<Span>,
}

/// A text with its items.
struct Parsed {
    /// The text as somebody wrote it.
    written: FileId,
    /// The text that was parsed: what the preprocessor made of it.
    file: FileId,
    items: Vec<Item>,
    /// What came from `#include`; inner ones first.
    inclusions: Vec<Inclusion>,
}

impl Open {
    /// Skips the rest of the file in which a `.once` stands: of what `#include` brought, or of the whole text.
    fn leave(&mut self, once: Span) {
        let parsed = &self.parsed;
        let end = parsed.around(once).next().map_or(u32::MAX, |inclusion| inclusion.range.end);
        self.next += parsed.items[self.next..].iter().take_while(|item| item.span(parsed.file).start < end).count();
    }
}

impl Parsed {
    /// The inclusions that hold `span`, innermost first.
    fn around(&self, span: Span) -> impl DoubleEndedIterator<Item = &Inclusion> {
        self.inclusions.iter().filter(move |inclusion| inclusion.range.contains(&span.start))
    }

    /// The inclusions that lead to `span` and to what is included there, outermost first.
    fn path_to(&self, span: Span) -> impl Iterator<Item = Span> {
        self.around(span).rev().map(|inclusion| inclusion.from).chain([span])
    }
}

struct Loading<'a> {
    files: &'a mut Files,
    texts: Texts<'a>,
    preprocessor: &'a Preprocessor,
    report: &'a mut Report,
    parsed: BTreeMap<FileId, Rc<Parsed>>,
    /// Where each `.once` that was passed was written.
    passed: BTreeSet<Span>,
}

impl Loading<'_> {
    /// The text that `include` names, unless that is an error (which is reported).
    fn enter(&mut self, include: &Include, open: &[Open]) -> Option<Open> {
        let current = open.last()?;
        let path = include.path()?;
        let path_text = path.string_value()?;
        let span = path.span(current.parsed.file);
        let written = self.files.written(span);
        let file = match self.texts.find(self.files, &path_text, written) {
            Ok(file) => file,
            Err(error) => {
                self.report.extend(error.map(|error| *error));
                return None;
            }
        };
        if let Some(first) = open.iter().position(|open| open.parsed.written == file)
            && !self.guarded(file)
        {
            self.report.push(cycle(span, &path_text, &open[first..]));
            return None;
        }
        let places = open[1..].iter().filter_map(|open| open.from).chain([span]);
        let outside = open.iter().zip(places).flat_map(|(open, from)| open.parsed.path_to(from)).collect();
        Some(Open { parsed: self.parsed(file, outside), next: 0, from: Some(span) })
    }

    /// True where a `.once` of this text has been passed, so that entering it again ends there.
    fn guarded(&self, file: FileId) -> bool {
        let start = Span { file, start: 0, end: 0 };
        self.passed.range(start..).next().is_some_and(|once| once.file == file)
    }

    /// What a text holds. `outside` are the inclusions that lead to it for the first time.
    fn parsed(&mut self, written: FileId, outside: Vec<Span>) -> Rc<Parsed> {
        if let Some(parsed) = self.parsed.get(&written) {
            return parsed.clone();
        }
        let made = self.preprocessor.preprocess(self.files, written, &mut self.texts, outside);
        let parse = syntax::parse(made.file, &self.files.get(made.file).text);
        self.report.extend(made.diagnostics);
        self.report.extend(parse.diagnostics.iter().cloned());
        let items = parse.program().items();
        let parsed = Rc::new(Parsed { written, file: made.file, items, inclusions: made.inclusions });
        self.parsed.insert(written, parsed.clone());
        parsed
    }
}

/// `open` begins with the file that is included again.
fn cycle(span: Span, path: &str, open: &[Open]) -> Diagnostic {
    const STEP: Text = Text { en: "included here", zh: "在此处包含" };
    let steps = open.iter().skip(1).filter_map(|open| open.from);
    let error = Diagnostic::new(&catalogue::INCLUDE_CYCLE, span).arg("path", path);
    steps.fold(error, |error, step| error.related(step, STEP))
}
