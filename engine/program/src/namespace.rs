//! What names mean where an item stands.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diagnostics::Span;

/// Where the names of an item are looked up: in the instance of a component that it belongs to, then in the instances
/// around that one, then in the program.
#[derive(Debug, Default)]
pub(crate) struct Namespace {
    /// `o.i.` for the instance `i` in the instance `o`; empty for the program.
    prefix: String,
    around: Option<Rc<Namespace>>,
    /// The `.init` that made the instance.
    init: Option<Span>,
    /// What the component's parameters stand for.
    parameters: BTreeMap<String, String>,
    /// Relations whose rules are left out, since a component that inherits from this one overrides them.
    overridden: BTreeSet<String>,
}

impl Namespace {
    /// An instance in `around`, made by `init`.
    pub(crate) fn instance(around: &Rc<Namespace>, name: &str, init: Span) -> Namespace {
        let prefix = format!("{}{name}.", around.prefix);
        Namespace { prefix, around: Some(Rc::clone(around)), init: Some(init), ..Namespace::default() }
    }

    /// The same instance as one component sees it: its parameters, and the relations overridden by others.
    pub(crate) fn of_component(&self, parameters: BTreeMap<String, String>, overridden: BTreeSet<String>) -> Namespace {
        let (prefix, around) = (self.prefix.clone(), self.around.clone());
        Namespace { prefix, around, init: self.init, parameters, overridden }
    }

    /// The full name of what is declared here as `name`.
    pub(crate) fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The nearest meaning of `name`: `known` is asked with full names.
    pub(crate) fn find<T>(&self, name: &str, mut known: impl FnMut(&str) -> Option<T>) -> Option<T> {
        let mut level = self;
        loop {
            let found = if level.prefix.is_empty() { known(name) } else { known(&level.full(name)) };
            match (&level.around, found) {
                (Some(around), None) => level = around,
                (_, found) => return found,
            }
        }
    }

    /// What `name` stands for if it is a parameter, otherwise itself.
    pub(crate) fn argument<'a>(&'a self, name: &'a str) -> &'a str {
        self.parameters.get(name).map_or(name, String::as_str)
    }

    /// A full name as it can be written here.
    pub(crate) fn shown<'a>(&self, full: &'a str) -> &'a str {
        let mut level = self;
        loop {
            match (full.strip_prefix(level.prefix.as_str()), &level.around) {
                (None, Some(around)) => level = around,
                (short, _) => return short.unwrap_or(full),
            }
        }
    }

    /// True where rules for `relation` are left out.
    pub(crate) fn drops(&self, relation: &str) -> bool {
        self.overridden.contains(relation)
    }

    /// Name and `.init` of the instance; `None` for the program.
    pub(crate) fn origin(&self) -> Option<(&str, Span)> {
        Some((self.prefix.strip_suffix('.')?, self.init?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::FileId;

    #[test]
    fn names_are_looked_up_outwards() {
        let init = Span { file: FileId(0), start: 0, end: 0 };
        let outer = Rc::new(Namespace::instance(&Rc::default(), "o", init));
        let inner = Namespace::instance(&outer, "i", init);
        let known =
            |names: &'static [&'static str]| move |name: &str| names.iter().copied().find(|known| *known == name);
        assert_eq!(inner.find("a", known(&["a", "i.a", "o.a", "o.i.a"])), Some("o.i.a"));
        assert_eq!(inner.find("i.a", known(&["a", "i.a", "o.i.a"])), Some("o.i.a"));
        assert_eq!(inner.find("a", known(&["a", "i.a", "o.a"])), Some("o.a"));
        assert_eq!(inner.find("a", known(&["a", "i.a"])), Some("a"));
        assert_eq!(inner.find("a", known(&["i.a"])), None);
        assert_eq!(["o.i.a", "o.a", "b.a"].map(|full| inner.shown(full)), ["a", "a", "b.a"]);
    }
}
