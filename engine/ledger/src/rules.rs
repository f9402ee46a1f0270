//! The rule files of a run, and how they include each other.

use std::collections::BTreeMap;

use program::{LoadError, Loaded, Loader};

/// A text that a rule file asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Include {
    /// The number of the file that asks.
    pub from: usize,
    /// The path as it asks.
    pub path: String,
    /// The number of the file that it got.
    pub to: usize,
}

/// Rule files by number, the main one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The name by which proofs know each, and its text.
    pub texts: Vec<(String, String)>,
    /// Who asked for which.
    pub includes: Vec<Include>,
}

impl Rules {
    /// The name of a rule file in a bundle.
    pub fn file(number: usize) -> String {
        format!("rules/{number}.dl")
    }
}

/// Rule files answer each other's inclusions as they did then.
impl Loader for Rules {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let from = from.map_or(Some(0), |key| key.parse().ok());
        let include = self.includes.iter().find(|include| Some(include.from) == from && include.path == path);
        let include = include.ok_or(LoadError::Missing)?;
        let (name, text) = self.texts.get(include.to).ok_or(LoadError::Missing)?.clone();
        Ok(Loaded { name, key: include.to.to_string(), text })
    }
}

/// Loads from elsewhere, and notes what was asked and given.
pub struct Noting<'l> {
    loader: &'l mut dyn Loader,
    rules: Rules,
    /// By the loader's key the number.
    numbers: BTreeMap<String, usize>,
}

impl<'l> Noting<'l> {
    /// Nothing but the main file is known.
    pub fn new(loader: &'l mut dyn Loader, main: (String, String)) -> Self {
        Self { loader, rules: Rules { texts: vec![main], includes: vec![] }, numbers: BTreeMap::new() }
    }

    /// What was loaded.
    pub fn rules(self) -> Rules {
        self.rules
    }
}

impl Loader for Noting<'_> {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let loaded = self.loader.load(from, path)?;
        let from = from.and_then(|key| self.numbers.get(key).copied()).unwrap_or(0);
        let to = *self.numbers.entry(loaded.key.clone()).or_insert_with(|| {
            self.rules.texts.push((loaded.name.clone(), loaded.text.clone()));
            self.rules.texts.len() - 1
        });
        let include = Include { from, path: path.to_owned(), to };
        if !self.rules.includes.contains(&include) {
            self.rules.includes.push(include);
        }
        Ok(loaded)
    }
}
