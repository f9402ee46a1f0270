//! Rules and subsumptions by the place that a proof names.

use std::collections::BTreeMap;

use diagnostics::{Files, Span};
use program::checked::Program;
use serde_json::Value as Json;

use super::Rejected;
use super::node::Node;
use super::words::words;

/// A file and a line.
pub type At<'a> = (&'a str, u64);

/// Where rules stand.
pub struct Rules<'a> {
    rules: BTreeMap<(&'a str, At<'a>), Vec<usize>>,
    subsumptions: BTreeMap<At<'a>, Vec<usize>>,
}

impl<'a> Rules<'a> {
    /// Those of a program.
    pub fn new(program: &'a Program, files: &'a Files) -> Rules<'a> {
        let (mut rules, mut subsumptions) = (BTreeMap::new(), BTreeMap::new());
        for (number, rule) in program.rules.iter().enumerate() {
            let key = (rule.label.as_str(), place(rule.span, files));
            rules.entry(key).or_insert_with(Vec::new).push(number);
        }
        for (number, rule) in program.subsumptions.iter().enumerate() {
            subsumptions.entry(place(rule.span, files)).or_insert_with(Vec::new).push(number);
        }
        Rules { rules, subsumptions }
    }

    /// The rules of this name at the place; hardly ever more than one.
    pub fn named<'s>(&'s self, node: &Node<'_>, json: &'s Json) -> Result<&'s [usize], Rejected> {
        let name = json["name"].as_str().unwrap_or_default();
        let found = at(json).and_then(|at| self.rules.get(&(name, at)));
        found.map_or_else(
            || node.reject(words!("there is no rule {name} at the place named", "所称之处没有规则 {name}")),
            |found| Ok(&found[..]),
        )
    }

    /// The subsumptions at a place.
    pub fn subsuming<'s>(&'s self, node: &Node<'_>, json: &'s Json) -> Result<&'s [usize], Rejected> {
        let found = at(json).and_then(|at| self.subsumptions.get(&at));
        found.map_or_else(
            || node.reject(words!("there is no subsumption at the place named", "所称之处没有取代规则")),
            |found| Ok(&found[..]),
        )
    }
}

/// The place that a proof names.
pub fn at(json: &Json) -> Option<At<'_>> {
    Some((json["file"].as_str()?, json["line"].as_u64()?))
}

/// The place of what stands in the program.
pub fn place(span: Span, files: &Files) -> At<'_> {
    (files.name(span), files.place(span).line.into())
}
