//! What differs between two sealed runs.

use std::collections::{BTreeMap, BTreeSet};

use crate::folder::{Broken, Folder};
use crate::manifest::{Manifest, Source};
use crate::sealing::Clue;

/// A run to be compared: what its manifest says, and its clues.
#[derive(Debug)]
pub struct Side {
    /// What the run was.
    pub manifest: Manifest,
    /// Its clues.
    pub clues: Vec<Clue>,
}

/// What differs, each as it was and as it is; `None`: it is not there.
#[derive(Debug, Default)]
pub struct Differences {
    /// The engine's version.
    pub engine: Option<Change<String>>,
    /// Parameters that were set for the run, by name.
    pub parameters: Vec<(String, Change<String>)>,
    /// Rule files, by name: whether each was there.
    pub rules: Vec<(String, Change<()>)>,
    /// Sources, by name and relation.
    pub sources: Vec<((String, String), Change<Source>)>,
    /// How many facts relations have, by name.
    pub relations: Vec<(String, Change<u64>)>,
    /// Clues, by id.
    pub clues: Vec<(String, Change<Clue>)>,
    /// Other files, by name, where nothing above says why they differ.
    pub files: Vec<String>,
}

/// As it was, and as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change<T> {
    /// In the first run.
    pub before: Option<T>,
    /// In the second one.
    pub after: Option<T>,
}

impl Side {
    /// Of a bundle that may not have been verified.
    ///
    /// # Errors
    /// Its clues cannot be read.
    pub fn of(folder: &Folder) -> Result<Side, Broken> {
        Ok(Side { manifest: folder.manifest.clone(), clues: folder.clues()? })
    }
}

impl Differences {
    /// From the first run to the second.
    pub fn between(first: &Side, second: &Side) -> Differences {
        let (a, b) = (&first.manifest, &second.manifest);
        let engine = Change { before: Some(a.engine.clone()), after: Some(b.engine.clone()) };
        let parameters = |of: &Manifest| of.dialect.parameters.iter().cloned().collect();
        let rules = changed(&rules(a), &rules(b));
        let there = |change: Change<_>| Change { before: change.before.map(|_| ()), after: change.after.map(|_| ()) };
        let clues = |of: &Side| of.clues.iter().map(|clue| (clue.id.clone(), clue.clone())).collect();
        let mut differences = Differences {
            engine: (engine.before != engine.after).then_some(engine),
            parameters: changed(&parameters(a), &parameters(b)),
            rules: rules.into_iter().map(|(name, change)| (name, there(change))).collect(),
            sources: changed(&sources(a), &sources(b)),
            relations: changed(&a.relations.iter().cloned().collect(), &b.relations.iter().cloned().collect()),
            clues: changed(&clues(first), &clues(second)),
            files: Vec::new(),
        };
        if differences.is_empty() {
            let files = changed(&a.files, &b.files);
            differences.files = files.into_iter().map(|(name, _)| name).collect();
        }
        differences
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        let Differences { engine, parameters, rules, sources, relations, clues, files } = self;
        engine.is_none()
            && [parameters.len(), rules.len(), sources.len(), relations.len(), clues.len(), files.len()] == [0; 6]
    }
}

/// Rule files by name; of two with one name, both count.
fn rules(manifest: &Manifest) -> BTreeMap<String, Vec<String>> {
    let mut rules = BTreeMap::<_, Vec<_>>::new();
    for (at, name) in manifest.rules.iter().enumerate() {
        let digest =
            manifest.files.get(&crate::Rules::file(at)).map_or(String::new(), |digest| digest.hex().to_owned());
        rules.entry(name.clone()).or_default().push(digest);
    }
    rules
}

/// Sources by name and relation; several of the same are numbered.
fn sources(manifest: &Manifest) -> BTreeMap<(String, String), Source> {
    let mut sources = BTreeMap::new();
    for source in &manifest.sources {
        let mut name = source.name.clone();
        for number in 2.. {
            if !sources.contains_key(&(name.clone(), source.relation.clone())) {
                break;
            }
            name = format!("{} ({number})", source.name);
        }
        sources.insert((name, source.relation.clone()), source.clone());
    }
    sources
}

/// What two maps hold differently.
fn changed<K: Ord + Clone, V: PartialEq + Clone>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> Vec<(K, Change<V>)> {
    let keys = a.keys().chain(b.keys()).collect::<BTreeSet<_>>().into_iter();
    let change = |key: &K| Change { before: a.get(key).cloned(), after: b.get(key).cloned() };
    let changes = keys.map(|key| (key.clone(), change(key)));
    changes.filter(|(_, change)| change.before != change.after).collect()
}
