//! What syntax errors and other early errors may have hidden, so that one mistake is reported once.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Files, Span};

use crate::namespace::Namespace;

/// Syntax errors that leave the tree whole: a missing full stop, an unknown escape, full-width signs, a name in front of an
/// argument of a call, a disjunction in an aggregate.
const WHOLE: &[&str] = &["SY0102", "SY0105", "SY0107", "SY0115", "SY0116"];

/// What earlier errors may have hidden.
#[derive(Debug)]
pub(crate) struct Damage {
    /// Syntax errors behind which a part of the tree is missing.
    holes: Vec<Span>,
    /// The words on source lines that hold an error.
    words: BTreeSet<String>,
    /// The full names of instances that could not be made.
    instances: BTreeSet<String>,
    /// True where an included file is missing: anything may be declared there.
    elsewhere: bool,
}

impl Damage {
    /// Looks at what was reported so far; `failed` are the full names of instances that could not be made.
    pub(crate) fn new(failed: &[String], reported: &[Diagnostic], files: &Files) -> Damage {
        let errors = reported.iter().filter(|diagnostic| diagnostic.is_error());
        let is_hole = |error: &&Diagnostic| error.code().starts_with("SY01") && !WHOLE.contains(&error.code());
        let mut holes: Vec<Span> = errors.clone().filter(is_hole).filter_map(|error| error.span).collect();
        holes.sort_unstable();
        let instances = failed.iter().cloned().collect();
        let missing = ["SY0240", "SY0241", "SY0242", "SY0243"];
        let elsewhere = errors.clone().any(|error| missing.contains(&error.code()));
        Damage { holes, words: words(reported, files), instances, elsewhere }
    }

    /// True where a syntax error lies inside `item`.
    pub(crate) fn touches(&self, item: Span) -> bool {
        let first = self.holes.partition_point(|hole| (hole.file, hole.end) < (item.file, item.start));
        self.holes[first..].first().is_some_and(|hole| hole.file == item.file && hole.start < item.end)
    }

    /// True where `name` being unknown is likely the consequence of what was reported.
    pub(crate) fn is_excused(&self, name: &str, namespace: &Namespace) -> bool {
        self.elsewhere || name.split('.').any(|part| self.words.contains(part)) || self.is_missing(name, namespace)
    }

    /// True for the name of something in an instance that could not be made.
    fn is_missing(&self, name: &str, namespace: &Namespace) -> bool {
        let instances = name.match_indices('.').map(|(dot, _)| &name[..dot]);
        let known = |full: &str| self.instances.contains(full).then_some(());
        !self.instances.is_empty() && instances.into_iter().any(|instance| namespace.find(instance, known).is_some())
    }
}

/// The words on the lines where errors are; each line is looked at once.
fn words(reported: &[Diagnostic], files: &Files) -> BTreeSet<String> {
    let errors = reported.iter().filter(|diagnostic| diagnostic.is_error());
    let mut places: Vec<Span> = errors.filter_map(|error| error.span).collect();
    places.sort_unstable();
    let mut words = BTreeSet::new();
    let mut done = (None, 0);
    for place in places {
        let text = &files.get(place.file).text;
        let (from, to) = (place.start as usize, place.end as usize);
        if done.0 == Some(place.file) && to <= done.1 {
            continue;
        }
        let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
        let end = text[to..].find('\n').map_or(text.len(), |at| to + at);
        done = (Some(place.file), end);
        let parts = text[start..end].split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '?'));
        words.extend(parts.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words
}
