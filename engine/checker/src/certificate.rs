//! The step checker: is a proof one, step by step, without search?
//!
//! A proof is a list of nodes, premises before conclusions (`docs/proof-1.schema.json`). What each conclusion rests on is compared with the
//! text of the rule that it names: the values of its variables are put into the rule, and whatever is computed is computed again, so that
//! every literal has to find the node that fulfils it, and every node the literal that asks for it. The trusted part is what stands in this
//! folder, the arithmetic of this crate, and `program`, which read the rules.
//!
//! What is taken as told ([`Checked::notes`] names those that a proof makes use of):
//! - numbers of rounds, those in which facts were new or replaced among them; within one rule they agree;
//! - numbers of `autoinc()`, of which no two bindings have the same, and `ord` of texts and composites, one for each value;
//! - why the rules of an exception give nothing: that it is not met is checked, the attempts are not;
//! - that a fact of a `choice-domain` came first: that it has a rule and is the only one of its key is checked;
//! - what the second opinion cannot express, such as relations of many columns: members of an aggregate, claims, subsumptions;
//! - the id of a clue, and its grade where another rule gives it;
//! - that no other place holds a record: each place named is looked up.
//!
//! Derivations folded by a depth are rejected. Fields that nobody knows are passed over, since the schema may grow.
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
mod parameter;
mod printed;
mod quantity;
mod ratio;
mod relations;
mod replaced;
mod rules;
mod scope;
mod silent;
mod statement;
mod term;
mod whole;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Files, Lang};
use program::checked::{Program, RelId, Rule};
use serde_json::Value as Json;
use values::{Primitive, Value};

use crate::arithmetic::Patterns;
use crate::openness::Openness;

use alternatives::Alternatives;
pub use citations::CLUE_IDS;
use node::{Node, list};
use printed::Reader;
pub use printed::read_value;
pub use relations::{Asked, Relations, WholeRelations};
use rules::Rules;
use statement::Statement;
use whole::Whole;
pub use words::Words;
use words::words;

/// What a proof is held against.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// Where records stand.
    pub records: &'a dyn Records,
    /// What holds and what is open: absences and aggregates speak of it.
    pub relations: &'a dyn Relations,
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
    pub notes: Vec<Words>,
}

/// Why a proof is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The node; `None` where it is not about one.
    pub node: Option<usize>,
    /// What disagrees.
    pub what: Words,
}

impl Rejected {
    /// The rejection in a language.
    pub fn message(&self, lang: Lang) -> String {
        let what = self.what.get(lang);
        match (self.node, lang) {
            (Some(node), Lang::En) => format!("node {node}: {what}"),
            (Some(node), Lang::Zh) => format!("第 {node} 步：{what}"),
            (None, _) => what.to_owned(),
        }
    }
}

/// In English.
impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

/// Whether `proof`, an object of the schema `syllogist/proof/1`, proves its answers from the rules of `program` as written and what
/// `evidence` holds. `files` are the texts of the program.
///
/// # Errors
/// The first step that does not follow from the program, its premises, or the evidence.
pub fn verify(proof: &Json, program: &Program, files: &Files, evidence: Evidence<'_>) -> Result<Checked, Rejected> {
    let whole = |what: Words| Rejected { node: None, what };
    if proof["schema"] != "syllogist/proof/1" {
        return Err(whole(words!(
            "the schema is {}, not syllogist/proof/1",
            "格式为 {}，应为 syllogist/proof/1",
            proof["schema"]
        )));
    }
    let nodes = proof["nodes"].as_array().ok_or_else(|| whole(words!("there are no nodes", "没有步骤")))?;
    let asked = Whole::new(program, evidence.relations);
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
        whole: &asked,
        bodies: None,
        openness: Openness::of(program),
        is_legal: law::is_legal(program),
        in_force: BTreeMap::new(),
        conflicts: BTreeMap::new(),
        counted: BTreeMap::new(),
        ordered: BTreeMap::new(),
        ordinals: BTreeMap::new(),
        notes: BTreeSet::new(),
    };
    verifier.columns(&proof["relations"])?;
    for (id, node) in nodes.iter().enumerate() {
        let node = Node::read(id, node)?;
        if node.optional("relation").and_then(Json::as_str).is_some_and(|name| proof["relations"].get(name).is_none()) {
            return node.reject(words!("the columns of its relation are not described", "没有说明其关系的列"));
        }
        let statement = verifier.statement(node)?;
        verifier.said.push(statement);
    }
    verifier.nothing_idle()?;
    verifier.all_answered()?;
    let answers = list(&proof["answers"]).ok_or_else(|| whole(words!("there are no answers", "没有结论")))?;
    for answer in answers {
        let id = answer.as_u64().and_then(|id| usize::try_from(id).ok());
        let said = id.and_then(|id| verifier.said.get(id)?.as_ref());
        if said.is_none_or(|said| said.version.is_some() || !verifier.whole.holds(said.relation, &said.args)) {
            return Err(whole(words!("the answer {answer} is no fact", "结论 {answer} 不是成立的事实")));
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
    rules: Rules<'a>,
    alternatives: Alternatives<'a>,
    given: Option<given::Given<'a>>,
    patterns: Patterns,
    reader: Reader<'a>,
    whole: &'a Whole<'a>,
    bodies: Option<bodies::Bodies<'a>>,
    openness: Openness,
    /// The program says something of the law: then the proof is of the program in plain rules that was made of it.
    is_legal: bool,
    /// For results under the law of a day, the versions of norms that they rest on.
    in_force: BTreeMap<usize, Vec<law::Version>>,
    conflicts: BTreeMap<(RelId, Vec<Value>), conflict::Claims>,
    /// By number of `autoinc()`, the term that has it (its place in memory) and the binding.
    counted: BTreeMap<Value, (usize, Vec<Option<Value>>)>,
    /// By type, `ord` of values, and the values by `ord`.
    ordered: BTreeMap<(Primitive, Value), Value>,
    ordinals: BTreeMap<(Primitive, Value), Value>,
    notes: BTreeSet<Words>,
}

impl<'a> Verifier<'a> {
    /// The node `id` as part of what `owner` rests on, each of one only.
    fn claim(&mut self, owner: usize, id: usize) -> Result<Node<'a>, Rejected> {
        let reject = |what: Words| Err(Rejected { node: Some(owner), what });
        if id >= owner {
            return reject(words!("its premise {id} does not come before it", "前提 {id} 不在它之前"));
        }
        if std::mem::replace(&mut self.claimed[id], true) {
            return reject(words!("its premise {id} belongs to another step", "前提 {id} 属于另一步骤"));
        }
        self.log.push(id);
        Node::read(id, &self.nodes[id])
    }

    /// Every node that is no fact belongs to one.
    fn nothing_idle(&self) -> Result<(), Rejected> {
        let idle = (0..self.nodes.len()).find(|id| self.said[*id].is_none() && !self.claimed[*id]);
        idle.map_or(Ok(()), |id| {
            Err(Rejected { node: Some(id), what: words!("nothing rests on it", "没有步骤以它为前提") })
        })
    }

    /// Every question that the proof put to a relation was answered.
    fn all_answered(&self) -> Result<(), Rejected> {
        let Some(relation) = self.whole.unanswered() else { return Ok(()) };
        let name = &self.program.relation(relation).name;
        Err(Rejected {
            node: None,
            what: words!(
                "nobody says what {name} holds where the proof asks for it",
                "证明所问之处，没有说明 {name} 有哪些事实"
            ),
        })
    }

    /// The relations that the proof describes are those of the program.
    fn columns(&self, described: &Json) -> Result<(), Rejected> {
        let reject = |what: Words| Err(Rejected { node: None, what });
        let Some(described) = described.as_object() else {
            return reject(words!("no relations are described", "没有说明各关系的列"));
        };
        for (name, columns) in described {
            let Some(own) = self.columns_of(name) else {
                return reject(words!("there is no relation {name}", "没有名为 {name} 的关系"));
            };
            let told = list(columns).unwrap_or_default().iter();
            let told =
                told.map(|column| (column["name"].as_str().unwrap_or(""), column["type"].as_str().unwrap_or("")));
            if !own.into_iter().eq(told) {
                return reject(words!("the relation {name} has other columns", "关系 {name} 的列不符"));
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
