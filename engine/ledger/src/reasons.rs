//! Why one run has a clue and another has not: what of its derivation the other run does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diagnostics::Files;
use program::checked::{Program, Rule};
use serde_json::Value as Json;
use values::{Date, Value};

use crate::canonical::read;
use crate::differences::{Change, Differences, Side};
use crate::folder::{Broken, Fault, broken};
use crate::verify::{Proven, Trusted, prove};
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
}

/// What the steps of one run have, and the other run has not.
pub struct Missing<'r> {
    run: &'r Derived,
    /// By step.
    reasons: BTreeMap<usize, Reason>,
}

/// Something that one run has, and the other has not.
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
    /// An absence or exception over a relation that has other facts, as many as this.
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
    /// Verifies a bundle and reads it.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn read(folder: &Path) -> Result<Derived, Broken> {
        let Proven { folder, files, program, mut proof, clues, .. } = prove(folder, &Trusted::default())?;
        let Json::Array(nodes) = proof["nodes"].take() else { return broken(PROOF, Fault::Field("nodes".into())) };
        let side = Side { manifest: folder.manifest.clone(), clues };
        let clue = |(at, node): (usize, &Json)| Some((node["clue"]["id"].as_str()?.to_owned(), at));
        let clues = nodes.iter().enumerate().filter_map(clue).collect();
        let lines = folder.text(EVIDENCE)?.lines().filter_map(|line| read(line).ok());
        let records = lines.filter(|line| line["kind"] == "record").map(|line| fact(&line)).collect();
        Ok(Derived { side, program, files, nodes, clues, records })
    }

    /// What `other` has not, for all clues at once.
    pub fn missing_from<'r>(&'r self, other: &Derived, differences: &Differences) -> Missing<'r> {
        let rules = self.rules_missing_from(other);
        let reason = |(at, node)| Some((at, self.reason(node, &rules, other, differences)?));
        Missing { run: self, reasons: self.nodes.iter().enumerate().filter_map(reason).collect() }
    }

    fn reason(&self, node: &Json, rules: &Rules, other: &Derived, differences: &Differences) -> Option<Reason> {
        let text = |field: &str| node[field].as_str().map(str::to_owned);
        match node["kind"].as_str()? {
            "fact" => {
                let rule = &node["rule"];
                let at = format!("{}:{}", rule["file"].as_str()?, rule["line"]);
                rules.get(&(rule["name"].as_str()?.to_owned(), at)).cloned()
            }
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
            "absence" | "exception" => {
                let name = text("relation")?;
                let (_, facts) = differences.relations.iter().find(|(changed, _)| *changed == name)?;
                Some(Reason::Relation { name, facts: facts.clone() })
            }
            _ => None,
        }
    }

    /// The rules that no rule of `other` says.
    fn rules_missing_from(&self, other: &Derived) -> Rules {
        let at =
            |run: &Derived, rule: &Rule| format!("{}:{}", run.files.name(rule.span), run.files.place(rule.span).line);
        let theirs = other.program.rules.iter().map(|rule| said(rule, &other.files)).collect::<BTreeSet<_>>();
        let own = self.program.rules.iter().filter(|rule| !theirs.contains(&said(rule, &self.files)));
        let missing = own.map(|rule| {
            let named = other.program.rules.iter().find(|other| other.label == rule.label);
            let key = (rule.label.clone(), at(self, rule));
            let other = named.map(|rule| at(other, rule));
            (key.clone(), Reason::Rule { name: key.0, at: key.1, other })
        });
        missing.collect()
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
        // The proof holds keys as they are printed.
        let printed = |known: &&Vec<Value>| known.iter().map(ToString::to_string).eq(keys.iter().cloned());
        let known = parameter.values.iter().map(|value| &value.keys).find(printed);
        Some(parameter.value(known.map_or(&[], Vec::as_slice), day)?.value.to_string())
    }
}

impl Missing<'_> {
    /// What of the derivation of this clue the other run has not, each once. None: there is nothing of which that is known.
    pub fn of(&self, clue: &str) -> Vec<Reason> {
        let Derived { nodes, clues, .. } = self.run;
        let mut waiting = clues.get(clue).copied().into_iter().collect::<Vec<_>>();
        let mut seen = waiting.iter().copied().collect::<BTreeSet<_>>();
        let mut reasons = BTreeSet::new();
        while let Some(at) = waiting.pop() {
            reasons.extend(self.reasons.get(&at).cloned());
            let mut below = Vec::new();
            premises(&nodes[at], &mut below);
            waiting.extend(below.into_iter().filter(|at| *at < nodes.len() && seen.insert(*at)));
        }
        reasons.into_iter().collect()
    }
}

/// By name, file and line of a rule.
type Rules = BTreeMap<(String, String), Reason>;

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
