//! The step checker: is a proof one, step by step, without search?
//!
//! A proof is a list of nodes, premises before conclusions (`docs/proof-1.schema.json`). What each conclusion rests on is compared with the
//! text of the rule that it names: the values of its variables are put into the rule, and whatever is computed is computed again, so that
//! every literal has to find the node that fulfils it, and every node the literal that asks for it. The trusted part is what stands in this
//! folder, the arithmetic of this crate, and `program`, which read the rules.
//!
//! How to read it: `statement` takes records, facts and conclusions in turn. A conclusion goes through the `literal`s of its rule; `term`
//! computes and takes the nodes of computations, `ratio` those of fractions. `absence` and `aggregate` look at whole relations.

mod absence;
mod aggregate;
mod alternatives;
mod atom;
mod bodies;
mod citations;
mod complete;
mod conclusion;
mod conflict;
mod equivalence;
mod given;
mod law;
mod lighter;
mod literal;
mod node;
mod open;
mod parameter;
mod printed;
mod quantity;
mod ratio;
mod replaced;
mod rules;
mod scope;
mod silent;
mod statement;
mod term;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Files;
use program::checked::{Program, RelId, Rule};
use serde_json::Value as Json;
use values::Value;

use crate::arithmetic::Patterns;
use crate::openness::Openness;
use crate::outcomes::{OpenTuple, Tuples};

use alternatives::Alternatives;
use node::{Node, list};
use printed::Reader;
use rules::Rules;
use statement::Statement;
use whole::Whole;

/// What a proof is held against.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// Where records stand.
    pub records: &'a dyn Records,
    /// For each relation of the program all tuples that hold: absences and aggregates speak of them.
    pub relations: &'a [Tuples],
    /// For each relation what is open: absences that count speak of that as well. Empty for a program that says nothing of the law.
    pub open: &'a [BTreeSet<OpenTuple>],
}

/// The records that were loaded.
pub trait Records {
    /// Whether this tuple of the relation stands at the place.
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool;
}

/// A place of a record, as the proof names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The source's name.
    pub file: &'a str,
    /// The number of the row, or of what `unit` names.
    pub row: i64,
    /// `element`, `rowid` or `row`; `None` for the rows of a text.
    pub unit: Option<&'a str>,
    /// The table of a database.
    pub table: Option<&'a str>,
}

/// A proof that is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many nodes it has.
    pub steps: usize,
    /// What was taken as given or is weaker than it sounds, each once.
    pub notes: Vec<String>,
}

/// Why a proof is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The node; `None` where it is not about one.
    pub node: Option<usize>,
    /// What disagrees.
    pub what: String,
}

impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.node {
            Some(node) => write!(f, "node {node}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Whether `proof`, an object of the schema `syllogist/proof/1`, proves its answers from the rules of `program` as written and what
/// `evidence` holds. `files` are the texts of the program.
///
/// # Errors
/// The first step that does not follow from the program, its premises, or the evidence.
pub fn verify(proof: &Json, program: &Program, files: &Files, evidence: Evidence<'_>) -> Result<Checked, Rejected> {
    let whole = |what: String| Rejected { node: None, what };
    if proof["schema"] != "syllogist/proof/1" {
        return Err(whole(format!("the schema is {}, not syllogist/proof/1", proof["schema"])));
    }
    let nodes = proof["nodes"].as_array().ok_or_else(|| whole("there are no nodes".to_owned()))?;
    let mut verifier = Verifier {
        program,
        files,
        evidence,
        nodes,
        said: Vec::with_capacity(nodes.len()),
        claimed: vec![false; nodes.len()],
        log: Vec::new(),
        rules: Rules::new(program, files),
        alternatives: Alternatives::default(),
        given: None,
        patterns: Patterns::default(),
        reader: Reader::new(&program.shapes, evidence.relations),
        whole: Whole::new(program, evidence.relations),
        bodies: None,
        openness: Openness::of(program),
        open: open::Open::new(evidence.open),
        is_legal: law::is_legal(program),
        in_force: BTreeMap::new(),
        conflicts: BTreeMap::new(),
        notes: BTreeSet::new(),
    };
    verifier.columns(&proof["relations"])?;
    for (id, node) in nodes.iter().enumerate() {
        let statement = verifier.statement(Node::read(id, node)?)?;
        verifier.said.push(statement);
    }
    verifier.nothing_idle()?;
    let answers = list(&proof["answers"]).ok_or_else(|| whole("there are no answers".to_owned()))?;
    for answer in answers {
        let id = answer.as_u64().and_then(|id| usize::try_from(id).ok());
        if id.and_then(|id| verifier.said.get(id)).is_none_or(Option::is_none) {
            return Err(whole(format!("the answer {answer} is no fact")));
        }
    }
    Ok(Checked { steps: nodes.len(), notes: verifier.notes.into_iter().collect() })
}

/// What is known of a proof so far.
struct Verifier<'a> {
    program: &'a Program,
    files: &'a Files,
    evidence: Evidence<'a>,
    nodes: &'a [Json],
    /// By node, the fact that it has shown; `None` of those that are part of another one's reasons.
    said: Vec<Option<Statement>>,
    /// By node, whether it has found the literal or computation that it belongs to.
    claimed: Vec<bool>,
    /// The nodes claimed, in order.
    log: Vec<usize>,
    rules: Rules,
    alternatives: Alternatives<'a>,
    given: Option<given::Given>,
    patterns: Patterns,
    reader: Reader<'a>,
    whole: Whole<'a>,
    bodies: Option<bodies::Bodies<'a>>,
    openness: Openness,
    open: open::Open<'a>,
    /// The program says something of the law: then the proof is of the program in plain rules that was made of it.
    is_legal: bool,
    /// For results under the law of a day, the versions of norms that they rest on.
    in_force: BTreeMap<usize, Vec<law::Version>>,
    conflicts: BTreeMap<RelId, conflict::Claims>,
    notes: BTreeSet<String>,
}

impl<'a> Verifier<'a> {
    /// The node `id` as part of what `owner` rests on, each of one only.
    fn claim(&mut self, owner: usize, id: usize) -> Result<Node<'a>, Rejected> {
        let reject = |what: String| Err(Rejected { node: Some(owner), what });
        if id >= owner {
            return reject(format!("its premise {id} does not come before it"));
        }
        if std::mem::replace(&mut self.claimed[id], true) {
            return reject(format!("its premise {id} belongs to another step"));
        }
        self.log.push(id);
        Node::read(id, &self.nodes[id])
    }

    /// Every node that is no fact belongs to one.
    fn nothing_idle(&self) -> Result<(), Rejected> {
        let idle = (0..self.nodes.len()).find(|id| self.said[*id].is_none() && !self.claimed[*id]);
        idle.map_or(Ok(()), |id| Err(Rejected { node: Some(id), what: "nothing rests on it".to_owned() }))
    }

    /// The relations that the proof describes are those of the program.
    fn columns(&self, described: &Json) -> Result<(), Rejected> {
        let reject = |what: String| Err(Rejected { node: None, what });
        let Some(described) = described.as_object() else { return reject("no relations are described".to_owned()) };
        for (name, columns) in described {
            let Some(own) = self.columns_of(name) else { return reject(format!("there is no relation {name}")) };
            let told = list(columns).unwrap_or_default().iter();
            let told =
                told.map(|column| (column["name"].as_str().unwrap_or(""), column["type"].as_str().unwrap_or("")));
            if !own.into_iter().eq(told) {
                return reject(format!("the relation {name} has other columns"));
            }
        }
        Ok(())
    }

    /// The columns of a relation, or of a rule's results under the law of a day.
    fn columns_of(&self, name: &str) -> Option<Vec<(&'a str, &'static str)>> {
        let program = self.program;
        let of = |relation: RelId| {
            let columns = program.relation(relation).columns.iter();
            columns.map(|column| (column.name.as_str(), column.primitive.name())).collect::<Vec<_>>()
        };
        if let Some(relation) = program.find(name) {
            return Some(of(relation));
        }
        let by_day = |rule: &&Rule| rule.lighter.is_some() && name == lighter::by_day(rule);
        let rule = program.rules.iter().find(by_day)?;
        Some([of(rule.heads[0].relation), vec![("which", "number"), ("day", "date")]].concat())
    }
}
