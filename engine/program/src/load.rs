//! The main program and what it includes, as one tree of items: components hold items of their own.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, FileId, Files, Span, Text, catalogue};
use syntax::ast::{Component, Include, Item};

use crate::features::PREPROCESSOR;
use crate::report::Report;

/// Where the texts of included files come from.
pub trait Loader {
    /// The text that `path` in an `.include` of `from` names (`None`: the main program), tried relative to that file,
    /// then in the include folders. `from` is the key of the including file.
    ///
    /// # Errors
    /// [`LoadError`] where there is no such file or it cannot be read.
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError>;
}

/// A text found by a [`Loader`].
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The name shown in messages.
    pub name: String,
    /// What tells files apart: equal for the same file, however it was named.
    pub key: String,
    /// Its content.
    pub text: String,
}

/// Why a [`Loader`] has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is no such file.
    Missing,
    /// It cannot be read, or is no UTF-8 text; the reason in the words of the system.
    Unreadable(String),
}

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

/// Inclusions in one program: a file that includes another twice, which includes a third twice, ... grows without bounds.
const INCLUSIONS_MAX: usize = 10_000;

/// The items of `main` and of what it includes.
pub(crate) fn load(files: &mut Files, main: FileId, loader: &mut dyn Loader, report: &mut Report) -> Source {
    let mut loading =
        Loading { files, loader, report, parsed: BTreeMap::new(), passed: BTreeSet::new(), inclusions: 0 };
    let mut open = vec![loading.open_main(main)];
    let mut source = Source::default();
    while let Some(current) = open.last_mut() {
        let file = current.file;
        let Some(item) = current.items.get(current.next).cloned() else {
            close(&mut open, &mut source);
            continue;
        };
        current.next += 1;
        match item {
            Item::Include(include) => open.extend(loading.enter(&include, &open)),
            // It ends the text, and with it the components of the text that are open.
            Item::Once(once) if !loading.passed.insert((file, once.span(file).start)) => {
                while close(&mut open, &mut source) {}
            }
            Item::Once(_) => {}
            Item::Component(component) => {
                let (key, items) = (current.key.clone(), component.items());
                open.push(Open { component: Some(component), ..Open::new(file, key, items) });
            }
            item => current.found.push(Placed { file, item, body: None }),
        }
    }
    source
}

/// Ends the innermost text or component that is open; true if that was a component.
fn close(open: &mut Vec<Open>, source: &mut Source) -> bool {
    let Some(Open { file, component, found, .. }) = open.pop() else { return false };
    let Some(component) = component else {
        open.last_mut().map_or(&mut source.items, |around| &mut around.found).extend(found);
        return false;
    };
    source.bodies.push(found);
    let placed = Placed { file, item: Item::Component(component), body: Some(source.bodies.len() - 1) };
    open.last_mut().map_or(&mut source.items, |around| &mut around.found).push(placed);
    true
}

/// A text or component whose items are being read.
struct Open {
    file: FileId,
    key: Option<String>,
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
    fn new(file: FileId, key: Option<String>, items: Vec<Item>) -> Open {
        Open { file, key, items, next: 0, from: None, component: None, found: Vec::new() }
    }
}

struct Loading<'a> {
    files: &'a mut Files,
    loader: &'a mut dyn Loader,
    report: &'a mut Report,
    parsed: BTreeMap<String, (FileId, Vec<Item>)>,
    /// Where the `.once` that were passed begin.
    passed: BTreeSet<(FileId, u32)>,
    inclusions: usize,
}

impl Loading<'_> {
    fn open_main(&mut self, file: FileId) -> Open {
        Open::new(file, None, self.parse(file))
    }

    fn parse(&mut self, file: FileId) -> Vec<Item> {
        let parse = syntax::parse(file, &self.files.get(file).text);
        self.report.extend(parse.diagnostics.iter().cloned());
        let program = parse.program();
        // One for the file: where there is one such line, there are many.
        let lines = program.preprocessor_lines();
        self.report.extend(lines.first().map(|line| PREPROCESSOR.refused(line.span(file))));
        program.items()
    }

    /// The text that `include` names, unless that is an error (which is reported).
    fn enter(&mut self, include: &Include, open: &[Open]) -> Option<Open> {
        let current = open.last()?;
        let path = include.path()?;
        let span = path.span(current.file);
        let written = path.string_value()?;
        self.inclusions += 1;
        if self.inclusions > INCLUSIONS_MAX {
            if self.inclusions == INCLUSIONS_MAX + 1 {
                self.report.push(Diagnostic::new(&catalogue::TOO_MANY_INCLUSIONS, span).arg("limit", INCLUSIONS_MAX));
            }
            return None;
        }
        let loaded = match self.loader.load(current.key.as_deref(), &written) {
            Ok(loaded) => loaded,
            Err(LoadError::Missing) => {
                self.report.push(Diagnostic::new(&catalogue::MISSING_INCLUDE, span).arg("path", written));
                return None;
            }
            Err(LoadError::Unreadable(reason)) => {
                let unreadable = Diagnostic::new(&catalogue::UNREADABLE_INCLUDE, span);
                self.report.push(unreadable.arg("path", written).arg("reason", reason));
                return None;
            }
        };
        let same_as_main = |file: &Open| file.key.is_none() && self.files.get(file.file).name == loaded.name;
        let again = open.iter().position(|file| file.key.as_ref() == Some(&loaded.key) || same_as_main(file));
        if let Some(first) = again {
            if !self.guarded(open[first].file) {
                self.report.push(cycle(span, &written, &open[first..]));
                return None;
            }
            let (file, items) = (open[first].file, open[first].items.clone());
            return Some(Open { from: Some(span), ..Open::new(file, open[first].key.clone(), items) });
        }
        let (file, items) = self.parsed(&loaded);
        Some(Open { from: Some(span), ..Open::new(file, Some(loaded.key), items) })
    }

    /// True where a `.once` of this text has been passed, so that entering it again ends there.
    fn guarded(&self, file: FileId) -> bool {
        self.passed.range((file, 0)..=(file, u32::MAX)).next().is_some()
    }

    fn parsed(&mut self, loaded: &Loaded) -> (FileId, Vec<Item>) {
        if let Some((file, items)) = self.parsed.get(&loaded.key) {
            return (*file, items.clone());
        }
        let file = self.files.add(loaded.name.clone(), loaded.text.clone());
        let items = self.parse(file);
        self.parsed.insert(loaded.key.clone(), (file, items.clone()));
        (file, items)
    }
}

/// `open` begins with the file that is included again.
fn cycle(span: Span, path: &str, open: &[Open]) -> Diagnostic {
    const STEP: Text = Text { en: "included here", zh: "在此处包含" };
    let steps = open.iter().skip(1).filter_map(|file| file.from);
    let error = Diagnostic::new(&catalogue::INCLUDE_CYCLE, span).arg("path", path);
    steps.fold(error, |error, step| error.related(step, STEP))
}
