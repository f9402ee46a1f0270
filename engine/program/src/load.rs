//! The main program and what it includes, as one tree of items: components hold items of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Files, Span, Text, catalogue};
use preprocess::{Inclusion, Loader, Preprocessor, Texts};
use syntax::ast::{Component, Include, Item};

use crate::report::Report;

/// All items of a program as written, in the order in which they count: an included file's items stand where its
/// `.include` stands.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Those outside components.
    pub(crate) items: Vec<Placed>,
    /// What each component holds; see [`Placed::body`].
    pub(crate) bodies: Vec<Vec<Placed>>,
}

/// An item with the text it stands in.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) file: FileId,
    pub(crate) item: Item,
    /// For a component what it holds, as an index into [`Source::bodies`].
    pub(crate) body: Option<usize>,
}

/// The items of `main` and of what it includes.
pub(crate) fn load(
    files: &mut Files,
    main: FileId,
    loader: &mut dyn Loader,
    preprocessor: &Preprocessor,
    report: &mut Report,
) -> Source {
    let texts = Texts::new(main, loader);
    let mut loading = Loading { files, texts, preprocessor, report, parsed: BTreeMap::new(), passed: BTreeSet::new() };
    let mut open = vec![Open::text(loading.parsed(main, Vec::new()), None)];
    let mut source = Source::default();
    while let Some(current) = open.last_mut() {
        let Some(item) = current.items.get(current.next).cloned() else {
            close(&mut open, &mut source);
            continue;
        };
        current.next += 1;
        let file = current.parsed.file;
        match item {
            Item::Include(include) => open.extend(loading.enter(&include, &open)),
            Item::Once(once) => {
                let span = once.span(file);
                if !loading.passed.insert(loading.files.written(span)) {
                    leave(span, &mut open, &mut source);
                }
            }
            Item::Component(component) => {
                let (parsed, items) = (current.parsed.clone(), component.items());
                open.push(Open { component: Some(component), items, ..Open::text(parsed, None) });
            }
            item => current.found.push(Placed { file, item, body: None }),
        }
    }
    source
}

/// Ends the innermost text or component that is open; true if that was a component.
fn close(open: &mut Vec<Open>, source: &mut Source) -> bool {
    let Some(Open { parsed, component, found, .. }) = open.pop() else { return false };
    let Some(component) = component else {
        open.last_mut().map_or(&mut source.items, |around| &mut around.found).extend(found);
        return false;
    };
    source.bodies.push(found);
    let placed = Placed { file: parsed.file, item: Item::Component(component), body: Some(source.bodies.len() - 1) };
    open.last_mut().map_or(&mut source.items, |around| &mut around.found).push(placed);
    true
}

/// Skips the rest of the file in which a `.once` stands, of what `#include` brought or of the whole text, and ends the
/// components that it opened.
fn leave(once: Span, open: &mut Vec<Open>, source: &mut Source) {
    let parsed = open.last().map(|current| current.parsed.clone());
    let inclusion = parsed.as_ref().and_then(|parsed| parsed.around(once).next());
    let range = inclusion.map_or(0..u32::MAX, |inclusion| inclusion.range.clone());
    while let Some(current) = open.last_mut() {
        let file = current.parsed.file;
        let rest = current.items[current.next..].iter();
        current.next += rest.take_while(|item| item.span(file).start < range.end).count();
        let opened = current.component.as_ref().is_some_and(|component| component.span(file).start >= range.start);
        if !opened || !close(open, source) {
            return;
        }
    }
}

/// A text or component whose items are being read.
struct Open {
    parsed: Rc<Parsed>,
    items: Vec<Item>,
    next: usize,
    /// The `.include` that led here.
    from: Option<Span>,
    /// What is read, unless it is a whole text.
    component: Option<Component>,
    /// The items it holds, as far as they were read.
    found: Vec<Placed>,
}

impl Open {
    fn text(parsed: Rc<Parsed>, from: Option<Span>) -> Open {
        let items = parsed.items.clone();
        Open { parsed, items, next: 0, from, component: None, found: Vec::new() }
    }
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
        let file = match self.texts.find(self.files, &path_text, self.files.written(span)) {
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
        // The texts that are open, each with the `.include` in it that leads on.
        let texts = open.iter().filter(|open| open.component.is_none());
        let places = open.iter().filter_map(|open| open.from).chain([span]);
        let outside = texts.zip(places).flat_map(|(open, from)| open.parsed.path_to(from)).collect();
        Some(Open::text(self.parsed(file, outside), Some(span)))
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
