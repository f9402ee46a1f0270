//! A check of derivations that knows nothing of how they are found: numbers ascend, every literal has its premise, every
//! premise says what the literal says under the bindings, every leaf and every absence is looked up in the model.

use std::collections::{BTreeMap, BTreeSet};

use eval::{Clause, Model, Quantity, Signed};
use program::checked::{Atom, LiteralKind, RelId, Role, Term, VarId};
use proof::{Derivation, Limits, Locators, Node, Premise, Question, RecordPlace};
use tests::engine::{self, Rows};
use values::{Decimal, Value};

use crate::least::Rounds;

/// Answers of one question.
const ANSWERS_MAX: usize = 100;
/// The canonical proofs of so many facts.
pub const LIMITS: Limits = Limits { all: false, depth: None, answers: ANSWERS_MAX };

/// Examines the canonical proofs of (up to a limit) all facts of all relations. Returns their number.
pub fn examine(model: &Model<'_>) -> Result<usize, String> {
    let mut examined = 0;
    for relation in model.program.relation_ids() {
        let derivation = explain(model, relation);
        let expected = (model.relation(relation).facts() as usize).min(ANSWERS_MAX);
        if derivation.answers.len() != expected {
            return Err(format!("{} answers instead of {expected}", derivation.answers.len()));
        }
        let (tuples, rounds) = (engine::relations(model), Some(Rounds::of(model)));
        Examiner { model, derivation: &derivation, tuples, rounds }.examine()?;
        examined += expected;
    }
    Ok(examined)
}

/// Answers that are not canonical: of each relation.
const OTHERS_MAX: usize = 12;

/// Examines derivations that are not canonical, shortest ones, and that witness sets are made of what the program was given.
pub fn examine_others(model: &Model<'_>) -> Result<(), String> {
    for relation in model.program.relation_ids() {
        let question = Question { relation, args: vec![None; model.program.relation(relation).columns.len()] };
        let limits = Limits { all: true, depth: None, answers: OTHERS_MAX };
        let all = proof::explain(model, &Nowhere, &question, &limits);
        let shortest = proof::shortest(model, &Nowhere, &question, OTHERS_MAX);
        for derivation in [&all, &shortest] {
            let tuples = engine::relations(model);
            Examiner { model, derivation, tuples, rounds: None }.examine()?;
        }
        let facts = (model.relation(relation).facts() as usize).min(OTHERS_MAX);
        if shortest.answers.len() != facts {
            return Err(format!("{} shortest derivations of {facts} facts", shortest.answers.len()));
        }
        let (found, _) = proof::witnesses(model, &Nowhere, &question, 3, 3);
        for witnesses in found {
            let is_whole = !witnesses.sets.is_empty() && witnesses.sets.iter().all(|set| set.minimal);
            if !witnesses.gave_up && !is_whole {
                return Err(format!("{witnesses:#?}"));
            }
            let in_all = |base: &usize| witnesses.sets.iter().all(|set| set.bases.contains(base));
            if !witnesses.in_every.iter().all(in_all) {
                return Err(format!("not in every set: {witnesses:#?}"));
            }
        }
    }
    Ok(())
}

/// The same proofs from the same records in another order.
pub fn independent_of_order(program: &program::checked::Program, model: &Model<'_>, rows: &Rows) -> Result<(), String> {
    let reversed = rows.iter().map(|rows| rows.iter().rev().cloned().collect()).collect::<Rows>();
    let other = engine::evaluate(program, &reversed).map_err(|error| error.message(diagnostics::Lang::En))?;
    for relation in program.relation_ids() {
        let (one, two) = (explain(model, relation), explain(&other, relation));
        let (one, two) = (format!("{one:#?}"), format!("{two:#?}"));
        if one != two {
            return Err(format!("proofs depend on the order of records:\n{one}\n{two}"));
        }
    }
    Ok(())
}

fn explain(model: &Model<'_>, relation: RelId) -> Derivation {
    let args = vec![None; model.program.relation(relation).columns.len()];
    proof::explain(model, &Nowhere, &Question { relation, args }, &LIMITS)
}

struct Nowhere;

impl Locators for Nowhere {
    fn places(&self, _relation: RelId, _row: u32) -> Vec<RecordPlace> {
        Vec::new()
    }
}

struct Examiner<'a> {
    model: &'a Model<'a>,
    derivation: &'a Derivation,
    tuples: engine::Relations,
    /// Where derivations should be canonical.
    rounds: Option<Rounds<'a>>,
}

type Bound = BTreeMap<VarId, Value>;

impl Examiner<'_> {
    fn examine(&self) -> Result<(), String> {
        for (id, node) in self.derivation.nodes.iter().enumerate() {
            if let Some(late) = premises(node).into_iter().find(|premise| *premise >= id) {
                return Err(format!("node {id} rests on node {late}: {node:?}"));
            }
            self.node(id, node).map_err(|reason| format!("{reason}\nin node {id}: {node:#?}"))?;
        }
        let asked = self.derivation.answers.iter().collect::<BTreeSet<_>>();
        if asked.len() != self.derivation.answers.len() {
            return Err("one answer is named twice".to_string());
        }
        Ok(())
    }

    /// The fact holds, or held until it was replaced.
    fn holds(&self, id: usize, relation: RelId, args: &[Value]) -> bool {
        let holds = self.tuples[&self.model.program.relation(relation).name].contains(args);
        holds != self.derivation.replaced.contains_key(&id)
    }

    fn node(&self, id: usize, node: &Node) -> Result<(), String> {
        match node {
            Node::Record { relation, args, .. } | Node::Given { relation, args, .. } => {
                if self.holds(id, *relation, args) { Ok(()) } else { Err("a leaf that does not hold".to_string()) }
            }
            Node::Fact { relation, args, rule, alternative, bindings, premises, folded } => {
                if *folded || !self.holds(id, *relation, args) {
                    return Err("folded, or does not hold".to_string());
                }
                let mut clauses = self.model.clauses.iter().enumerate();
                let bound = bindings.iter().cloned().collect::<Bound>();
                let fits = |(_, clause): &(usize, &Clause<'_>)| {
                    clause.rule == *rule
                        && clause.alternative == *alternative
                        && clause.head_relation() == *relation
                        && agrees(clause.head, args, &bound)
                };
                let (number, clause) = clauses.find(fits).ok_or("no head of the rule gives this fact")?;
                self.body(&clause.literals, premises, &bound)?;
                let facts = premises.iter().filter_map(|premise| fact_args(&self.derivation.nodes[premise.node]));
                let facts = facts.collect::<Vec<_>>();
                self.rounds.as_ref().map_or(Ok(()), |rounds| rounds.check(*relation, args, number, &facts))
            }
            Node::Implied { relation, args, links, folded, .. } => {
                if *folded || links.is_empty() || !self.holds(id, *relation, args) {
                    return Err("folded, without pairs, or does not hold".to_string());
                }
                let mut at = args[0].clone();
                for link in links {
                    let pair = fact_args(&self.derivation.nodes[link.node]).ok_or("a link that is no fact")?;
                    let (from, to) = if link.turned { (&pair[1], &pair[0]) } else { (&pair[0], &pair[1]) };
                    if args[0] == args[1] {
                        return if pair.contains(&at) { Ok(()) } else { Err("a pair without the value".to_string()) };
                    }
                    if *from != at {
                        return Err(format!("a link from {from:?} where the chain is at {at:?}"));
                    }
                    at = to.clone();
                }
                if at == args[1] { Ok(()) } else { Err("the chain ends elsewhere".to_string()) }
            }
            Node::Repeated { relation, args, of } => {
                let repeated = of.and_then(|of| fact_args(&self.derivation.nodes[of]));
                if self.holds(id, *relation, args) && repeated == Some(&args[1..]) {
                    Ok(())
                } else {
                    Err("repeats something else".to_string())
                }
            }
            Node::Absence { relation, pattern, .. } => {
                let fits =
                    |tuple: &&Vec<Value>| pattern.iter().zip(*tuple).all(|(p, v)| p.as_ref().is_none_or(|p| p == v));
                match self.tuples[&self.model.program.relation(*relation).name].iter().find(fits) {
                    Some(tuple) => Err(format!("{tuple:?} is there")),
                    None => Ok(()),
                }
            }
            Node::Aggregate { op, value, members, .. } => {
                recompute(op, value, members.iter().map(|m| &m.value).collect())
            }
            Node::InForce { norm, version, day, .. } => {
                match self.model.program.norm(*norm).versions[*version].in_force.holds(*day) {
                    true => Ok(()),
                    false => Err("not in force on that day".to_string()),
                }
            }
            Node::Comparison { .. } | Node::Computation { .. } | Node::Parameter { .. } => Ok(()),
            Node::Precedence { .. } => Ok(()),
        }
    }

    /// Every literal but `true` has a premise, in text order, that says what it says; computed arguments of a positive atom
    /// stand before the fact they lead to.
    fn body(&self, literals: &[Signed<'_>], premises: &[Premise], bound: &Bound) -> Result<(), String> {
        let expected = literals.iter().filter(|signed| !matches!(signed.literal.kind, LiteralKind::Truth(_)));
        let expected = expected.map(|signed| signed.literal.index).collect::<Vec<_>>();
        let mut given = premises.iter().filter_map(|premise| premise.literal).collect::<Vec<_>>();
        given.dedup();
        if expected != given {
            return Err(format!("literals {expected:?}, premises for {given:?}"));
        }
        for signed in literals {
            let own = premises.iter().filter(|premise| premise.literal == Some(signed.literal.index));
            let own = own.map(|premise| &self.derivation.nodes[premise.node]).collect::<Vec<_>>();
            let [before @ .., node] = &own[..] else { continue };
            if before.len() > computed_args(signed) || !before.iter().all(|node| computes(node)) {
                return Err(format!("literal {} has the premises {own:?}", signed.literal.index));
            }
            let fits = match (&signed.literal.kind, signed.positive, *node) {
                (LiteralKind::Atom(atom), true, Node::Record { relation, args, .. })
                | (LiteralKind::Atom(atom), true, Node::Given { relation, args, .. })
                | (LiteralKind::Atom(atom), true, Node::Implied { relation, args, .. })
                | (LiteralKind::Atom(atom), true, Node::Repeated { relation, args, .. })
                | (LiteralKind::Atom(atom), true, Node::Fact { relation, args, .. }) => {
                    atom.relation == *relation && agrees(atom, args, bound)
                }
                (LiteralKind::Atom(atom), false, Node::Absence { relation, pattern, .. }) => {
                    atom.relation == *relation && absent(atom, pattern, bound)
                }
                // The absence of a record with wildcards inside is a count of 0.
                (LiteralKind::Atom(atom), false, Node::Comparison { .. }) => {
                    atom.args.iter().any(|term| matches!(term, Term::Composite { .. }))
                }
                (LiteralKind::Compare { .. }, _, Node::InForce { norm, .. }) => {
                    signed.literal.role == Role::InForce(*norm)
                }
                (LiteralKind::Compare { .. }, _, node) => {
                    matches!(node, Node::Comparison { .. } | Node::Computation { .. } | Node::Aggregate { .. })
                }
                (LiteralKind::Text { test, .. }, positive, Node::Comparison { op, .. }) => {
                    *op == format!("{}{}", if positive { "" } else { "!" }, test.symbol())
                }
                _ => false,
            };
            if !fits {
                return Err(format!("literal {} has the premise {node:?}", signed.literal.index));
            }
        }
        Ok(())
    }
}

/// The arguments of a fact, however it is known.
fn fact_args(node: &Node) -> Option<&[Value]> {
    match node {
        Node::Record { args, .. } | Node::Given { args, .. } | Node::Fact { args, .. } => Some(args),
        Node::Implied { args, .. } | Node::Repeated { args, .. } => Some(args),
        _ => None,
    }
}

fn computes(node: &Node) -> bool {
    matches!(node, Node::Computation { .. } | Node::Aggregate { .. })
}

/// How many arguments of an atom, and fields of those that are composites, are computed.
fn computed_args(signed: &Signed<'_>) -> usize {
    match &signed.literal.kind {
        LiteralKind::Atom(atom) => atom.args.iter().map(computations).sum(),
        _ => 0,
    }
}

fn computations(term: &Term) -> usize {
    match term {
        Term::Wildcard | Term::Variable(_) | Term::Constant(_) => 0,
        Term::Composite { fields, .. } => fields.iter().map(computations).sum(),
        _ => 1,
    }
}

/// The numbers of all nodes a node rests on.
fn premises(node: &Node) -> Vec<usize> {
    match node {
        Node::Record { .. } | Node::Given { .. } | Node::Precedence { .. } => Vec::new(),
        Node::Fact { premises, .. } => premises.iter().map(|premise| premise.node).collect(),
        Node::Implied { links, .. } => links.iter().map(|link| link.node).collect(),
        Node::Repeated { of, .. } => of.iter().copied().collect(),
        Node::Comparison { premises, .. }
        | Node::Computation { premises, .. }
        | Node::Absence { premises, .. }
        | Node::InForce { premises, .. }
        | Node::Parameter { premises, .. } => premises.clone(),
        Node::Aggregate { members, .. } => {
            members.iter().flat_map(|member| member.premises.iter().map(|premise| premise.node)).collect()
        }
    }
}

/// Variables and constants of the atom have these values; computed arguments may have any.
fn agrees(atom: &Atom, args: &[Value], bound: &Bound) -> bool {
    atom.args.len() == args.len()
        && atom.args.iter().zip(args).all(|(term, value)| match term {
            Term::Variable(id) => bound.get(id) == Some(value),
            Term::Constant(constant) => constant == value,
            _ => true,
        })
}

/// The pattern asks for the values of variables and constants, and leaves open exactly the wildcards.
fn absent(atom: &Atom, pattern: &[Option<Value>], bound: &Bound) -> bool {
    atom.args.len() == pattern.len()
        && atom.args.iter().zip(pattern).all(|(term, value)| match term {
            Term::Wildcard => value.is_none(),
            Term::Variable(id) => value.is_some() && bound.get(id) == value.as_ref(),
            Term::Constant(constant) => value.as_ref() == Some(constant),
            _ => value.is_some(),
        })
}

/// The aggregate's value from its members.
fn recompute(op: &str, value: &Quantity, mut members: Vec<&Value>) -> Result<(), String> {
    let value = match value {
        Quantity::Value(value) => value,
        Quantity::Quotient(_, count) if *count == Decimal::from(members.len() as u64) => return Ok(()),
        other => return Err(format!("{other} of {} members", members.len())),
    };
    members.sort();
    let number = |value: &Value| if let Value::Number(n) = value { i128::from(*n) } else { 0 };
    let expected = match (op, value) {
        ("count", _) => Some(Value::Number(members.len() as i64)),
        ("min", _) => members.first().map(|value| (*value).clone()),
        ("max", _) => members.last().map(|value| (*value).clone()),
        ("sum", Value::Number(_)) => {
            i64::try_from(members.iter().map(|n| number(n)).sum::<i128>()).ok().map(Value::Number)
        }
        // Other sums are compared between the evaluators.
        _ => return Ok(()),
    };
    if expected.as_ref() == Some(value) { Ok(()) } else { Err(format!("the members give {expected:?}")) }
}
