//! Why one run has a clue and another has not: what of its derivation the other run does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diagnostics::Files;
use program::checked::{Program, Rule};
use serde_json::Value as Json;
use values::Date;

use crate::canonical::read;
use crate::differences::{Change, Differences, Side};
use crate::folder::{Broken, Fault, Folder, broken};
use crate::verify::program;
use crate::{EVIDENCE, PROOF};

/// A sealed run with the derivations of its clues.
pub struct Derived {
    /// For comparing it as a whole.
    pub side: Side,
    program: Program,
    files: Files,
    /// The steps of all derivations.
    nodes: Vec<Json>,
    /// By the id of a clue its step.
    clues: BTreeMap<String, usize>,
    /// The records that its clues rest on: relation and values.
    records: BTreeSet<String>,
    /// Its rules, by what they say.
    rules: BTreeSet<String>,
}

/// What one run has, and the other has not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A rule; where one of the same name stands in the other run.
    Rule {
        /// Its name.
        name: String,
        /// Its file and line.
        at: String,
        /// That of the other.
        other: Option<String>,
    },
    /// A fact written in a rule file, by file and line.
    Given(String),
    /// The version of a norm on a day: law, article and days in force.
    Norm {
        /// The name of the norm.
        name: String,
        /// The day.
        day: String,
        /// What is in force in either run.
        versions: Change<String>,
    },
    /// A parameter, with its keys and the day, where it has any.
    Parameter {
        /// Its name.
        name: String,
        /// Keys and day.
        of: Vec<String>,
        /// In either run.
        values: Change<String>,
    },
    /// A record of a source that has changed, which no clue of the other run rests on: it may be gone.
    Record {
        /// Relation and values.
        fact: String,
        /// File and row.
        at: String,
    },
    /// An absence, exception or aggregate over a relation that has other facts, as many as this.
    Relation {
        /// Its name.
        name: String,
        /// How many in either run.
        facts: Change<u64>,
    },
}

impl Reason {
    /// As the first run sees it, if it was the second one that was asked.
    #[must_use]
    pub fn turned(mut self) -> Reason {
        match &mut self {
            Reason::Norm { versions: change, .. } | Reason::Parameter { values: change, .. } => {
                std::mem::swap(&mut change.before, &mut change.after);
            }
            Reason::Rule { .. } | Reason::Given(_) | Reason::Record { .. } | Reason::Relation { .. } => {}
        }
        self
    }
}

impl Derived {
    /// Reads a bundle, whose files are all as its manifest says.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(folder: &Path) -> Result<Derived, Broken> {
        let mut files = Files::default();
        let folder = Folder::read(folder, None, &mut files)?;
        let program = program(&folder, &mut files)?;
        let mut proof = read(folder.text(PROOF)?).or_else(|no| broken(PROOF, Fault::Malformed(None, no)))?;
        let Json::Array(nodes) = proof["nodes"].take() else { return broken(PROOF, Fault::Field("nodes".into())) };
        let clue = |(at, node): (usize, &Json)| Some((node["clue"]["id"].as_str()?.to_owned(), at));
        let clues = nodes.iter().enumerate().filter_map(clue).collect();
        let lines = folder.text(EVIDENCE)?.lines().filter_map(|line| read(line).ok());
        let records = lines.filter(|line| line["kind"] == "record").map(|line| fact(&line)).collect();
        let rules = program.rules.iter().map(|rule| said(rule, &files)).collect();
        Ok(Derived { side: Side::of(&folder)?, program, files, nodes, clues, records, rules })
    }

    /// What of the derivation of this clue `other` does not have, each once. None: it has all, and something that stands against it besides.
    pub fn reasons(&self, clue: &str, other: &Derived, differences: &Differences) -> Vec<Reason> {
        let mut waiting = self.clues.get(clue).copied().into_iter().collect::<Vec<_>>();
        let mut seen = waiting.iter().copied().collect::<BTreeSet<_>>();
        let mut reasons = BTreeSet::new();
        while let Some(at) = waiting.pop() {
            let node = &self.nodes[at];
            reasons.extend(self.reason(node, other, differences));
            let mut below = Vec::new();
            premises(node, &mut below);
            waiting.extend(below.into_iter().filter(|at| *at < self.nodes.len() && seen.insert(*at)));
        }
        reasons.into_iter().collect()
    }

    fn reason(&self, node: &Json, other: &Derived, differences: &Differences) -> Option<Reason> {
        let text = |field: &str| node[field].as_str().map(str::to_owned);
        match node["kind"].as_str()? {
            "fact" => self.rule(&node["rule"], other),
            "given" => self.given(&node["at"], other),
            "in_force" => {
                let (name, day) = (node["norm"]["id"].as_str()?.to_owned(), text("day")?);
                let versions = [self, other].map(|run| run.version(&name, &day));
                changed(versions).map(|versions| Reason::Norm { name, day, versions })
            }
            "parameter" => {
                let (name, keys, on) = (text("name")?, texts(&node["keys"]), text("on"));
                let values = changed([self, other].map(|run| run.parameter(&name, &keys, on.as_deref())));
                values.map(|values| Reason::Parameter { name, of: keys.into_iter().chain(on).collect(), values })
            }
            "record" => {
                let source = node["sources"].as_array()?.iter().find(|source| {
                    differences.sources.iter().any(|((name, _), _)| source["file"].as_str() == Some(name))
                })?;
                let (fact, at) = (fact(node), format!("{}:{}", source["file"].as_str()?, source["row"]));
                (!other.records.contains(&fact)).then_some(Reason::Record { fact, at })
            }
            "absence" | "exception" | "aggregate" => {
                let name = text("relation")?;
                let (_, facts) = differences.relations.iter().find(|(changed, _)| *changed == name)?;
                Some(Reason::Relation { name, facts: facts.clone() })
            }
            _ => None,
        }
    }

    fn rule(&self, rule: &Json, other: &Derived) -> Option<Reason> {
        let name = rule["name"].as_str()?;
        let at = |run: &Derived, rule: &Rule| {
            let place = run.files.place(rule.span);
            format!("{}:{}", run.files.name(rule.span), place.line)
        };
        let stands = format!("{}:{}", rule["file"].as_str()?, rule["line"]);
        let own = self.program.rules.iter().find(|rule| rule.label == name && at(self, rule) == stands)?;
        if other.rules.contains(&said(own, &self.files)) {
            return None;
        }
        let named = other.program.rules.iter().find(|rule| rule.label == name).map(|rule| at(other, rule));
        Some(Reason::Rule { name: name.to_owned(), at: stands, other: named })
    }

    fn given(&self, at: &Json, other: &Derived) -> Option<Reason> {
        let (file, line) = (at["file"].as_str()?, usize::try_from(at["line"].as_u64()?).ok()?);
        let own = self.files.iter().find(|own| own.name == file)?;
        let text = own.text.lines().nth(line.checked_sub(1)?)?.trim();
        let stands = other.files.iter().any(|file| file.text.lines().any(|line| line.trim() == text));
        (!stands).then(|| Reason::Given(format!("{file}:{line}")))
    }

    /// The version of a norm that is in force on a day.
    fn version(&self, name: &str, day: &str) -> Option<String> {
        let norm = self.program.norms.iter().find(|norm| norm.name == name)?;
        let version = &norm.versions[norm.version_on(Date::parse(day).ok()?)?];
        let (law, article, interval) = (&version.law, &version.article, &version.in_force);
        let until = interval.to.map_or(String::new(), |to| to.to_string());
        Some(format!("{law}{article} {}..{until}", interval.from))
    }

    fn parameter(&self, name: &str, keys: &[String], on: Option<&str>) -> Option<String> {
        let parameter = self.program.parameters.iter().find(|parameter| parameter.name == name)?;
        let day = on.and_then(|day| Date::parse(day).ok());
        let values = parameter.values.iter().filter(|value| {
            value.keys.iter().map(ToString::to_string).eq(keys.iter().cloned())
                && day.is_none_or(|day| value.applies.as_ref().is_none_or(|applies| applies.holds(day)))
        });
        values.map(|value| value.value.to_string()).next()
    }
}

fn changed([before, after]: [Option<String>; 2]) -> Option<Change<String>> {
    (before != after).then_some(Change { before, after })
}

/// A rule word for word, blanks apart, with what its annotations say of it.
fn said(rule: &Rule, files: &Files) -> String {
    let text = &files.get(rule.span.file).text[rule.span.start as usize..rule.span.end as usize];
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{words} {:?} {:?}", rule.clue, rule.norms)
}

fn fact(node: &Json) -> String {
    format!("{}({})", node["relation"].as_str().unwrap_or_default(), texts(&node["args"]).join(", "))
}

fn texts(json: &Json) -> Vec<String> {
    json.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

/// The steps that a step names, wherever it does.
fn premises(json: &Json, below: &mut Vec<usize>) {
    let Json::Object(fields) = json else { return };
    for (name, value) in fields {
        match value {
            Json::Array(all) => all.iter().for_each(|one| match one {
                Json::Number(_) if name == "premises" => below.extend(step(one)),
                one => premises(one, below),
            }),
            Json::Number(_) if name == "node" || name == "of" => below.extend(step(value)),
            value => premises(value, below),
        }
    }
}

fn step(json: &Json) -> Option<usize> {
    json.as_u64().and_then(|at| usize::try_from(at).ok())
}
