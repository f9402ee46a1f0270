//! Names whose declaration may be behind an error that was reported already.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Files};
use syntax::ast::Item;

use crate::load::SourceItem;

/// What is known about names that no declaration resolves.
#[derive(Debug)]
pub(crate) struct Unresolved {
    /// The source lines that hold an error.
    damaged: Vec<String>,
    /// Instances of components, which are not supported: `i` in `i.p(x)`.
    instances: BTreeSet<String>,
    /// True where a component is declared or an included file is missing: anything may be declared there.
    elsewhere: bool,
}

impl Unresolved {
    /// Looks at what was reported so far.
    pub(crate) fn new(items: &[SourceItem], reported: &[Diagnostic], files: &Files) -> Unresolved {
        let errors = reported.iter().filter(|diagnostic| diagnostic.is_error());
        let damaged = errors.clone().filter_map(|error| error.span).map(|span| {
            let text = &files.get(span.file).text;
            let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
            let end = text[span.end as usize..].find('\n').map_or(text.len(), |at| span.end as usize + at);
            text[start..end].to_owned()
        });
        let damaged = damaged.collect();
        let instances = items.iter().filter_map(|item| match &item.item {
            Item::Init(init) => init.name().map(|name| name.text().to_owned()),
            _ => None,
        });
        let instances = instances.collect();
        let missing = ["SY0240", "SY0241", "SY0242", "SY0243"];
        let elsewhere = errors.clone().any(|error| missing.contains(&error.code()));
        Unresolved { damaged, instances, elsewhere }
    }

    /// True where `name` being unknown is likely the consequence of what was reported.
    pub(crate) fn is_excused(&self, name: &str) -> bool {
        let instance = name.split_once('.').is_some_and(|(instance, _)| self.instances.contains(instance));
        instance || self.elsewhere || self.damaged.iter().any(|line| line.contains(name))
    }
}
