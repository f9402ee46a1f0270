//! Rules whose conclusions exclude each other: a conclusion stands where it prevails over every other one.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Atom, LiteralKind, NormId, PrecedenceForm, RelId, Term, VarId};
use values::Value;

use super::bodies::Bodies;
use super::conclusion::Groups;
use super::law::Version;
use super::node::{Node, list};
use super::words::words;
use super::{Rejected, Verifier};
use crate::clause::Var;
use crate::dnf::disjuncts;
use crate::precedence::{Standing, Verdict, standings, verdict};

/// What a rule concludes if nothing prevails over it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    tuple: Vec<Value>,
    rule: usize,
    standing: Standing,
}

/// The claims about a relation that conflict, since they agree in some columns; `None`: beyond the second opinion.
pub type Claims = Option<BTreeSet<Claim>>;

impl<'a> Verifier<'a> {
    /// The node on precedence, which stands behind the computations of the head.
    pub(super) fn precedence_of(&mut self, groups: &mut Groups) -> Option<usize> {
        let of_head = groups.get_mut(&None)?;
        let last = *of_head.last()?;
        let id = (self.nodes.get(last)?["kind"] == "precedence").then(|| of_head.pop()).flatten();
        groups.retain(|_, nodes| !nodes.is_empty());
        id
    }

    /// The conclusion prevails over each that it excludes, and the node names them and says why.
    pub(super) fn prevails(
        &mut self,
        node: &Node<'a>,
        rule: usize,
        args: &[Value],
        in_force: &[Version],
        precedence: Option<usize>,
    ) -> Result<(), Rejected> {
        let program = self.program;
        let part = precedence.map(|id| self.claim(node.id, id)).transpose()?;
        let relation = program.find(node.text("relation")?).filter(|id| program.relation(*id).conflict.is_some());
        let Some(relation) = relation else {
            return part.map_or(Ok(()), |part| {
                part.reject(words!("conclusions of the relation do not exclude each other", "该关系的结论互不排斥"))
            });
        };
        let agreeing = program.relation(relation).conflict.as_deref().unwrap_or_default();
        let key = agreeing.iter().map(|column| args[*column].clone()).collect::<Vec<_>>();
        let asked = (relation, key);
        if !self.conflicts.contains_key(&asked) {
            let claims = self.claims(relation, agreeing, &asked.1);
            self.conflicts.insert(asked.clone(), claims);
        }
        let Some(claims) = &self.conflicts[&asked] else {
            self.notes.insert(words!(
                "which conclusions exclude each other is beyond the second opinion, and taken as it is told",
                "哪些结论互相排斥超出核验能力，以所载为准"
            ));
            return Ok(());
        };
        let own = own_standing(program, rule, in_force);
        let mut beaten = BTreeSet::new();
        for other in claims.iter().filter(|other| other.tuple != args) {
            if verdict(program, (rule, &own), (other.rule, &other.standing)) != Verdict::First {
                return node.reject(words!(
                    "it does not prevail over what {} concludes",
                    "它不优先于 {} 的结论",
                    program.rules[other.rule].label
                ));
            }
            beaten.insert((
                other.rule,
                other.tuple.iter().map(Value::to_string).collect::<Vec<_>>(),
                self.why(rule, &own, other),
            ));
        }
        self.beaten(node, part.as_ref(), &beaten)
    }

    /// The node names these claims.
    fn beaten(
        &self,
        node: &Node<'a>,
        part: Option<&Node<'a>>,
        beaten: &BTreeSet<(usize, Vec<String>, &'static str)>,
    ) -> Result<(), Rejected> {
        let Some(part) = part else {
            let is_told = beaten.is_empty();
            return if is_told {
                Ok(())
            } else {
                node.reject(words!("it does not name what it prevails over", "没有指明它优先于哪些结论"))
            };
        };
        part.says("relation", node.text("relation")?)?;
        let mut told = BTreeSet::new();
        for entry in part.list("beaten")? {
            let args = list(&entry["args"]).unwrap_or_default().iter();
            let args = args.map(|arg| arg.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
            let because = entry["because"].as_str().unwrap_or_default();
            let rules = self.rules.named(part, &entry["rule"])?;
            let is_it = |(rule, own, why): &&(usize, Vec<String>, &str)| {
                rules.contains(rule) && *own == args && *why == because
            };
            let found = beaten.iter().find(is_it).filter(|_| entry["rule"]["alternative"] == 0);
            let Some(found) = found else {
                return part.reject(words!(
                    "it names a conclusion that nobody draws, or another reason",
                    "所称的结论并未得出，或者优先的理由不符"
                ));
            };
            told.insert(found);
        }
        if told.len() == beaten.len() {
            Ok(())
        } else {
            part.reject(words!("a conclusion that it prevails over is not named", "它所优先的结论有一项未指明"))
        }
    }

    /// Why one rule prevails over another.
    fn why(&self, rule: usize, own: &Standing, other: &Claim) -> &'static str {
        let says = |form: PrecedenceForm| {
            let precedences = &self.program.rules[rule].precedences;
            precedences.iter().any(|precedence| precedence.over == other.rule && precedence.form == form)
        };
        match (own.rank, other.standing.rank) {
            _ if says(PrecedenceForm::Overrides) => "overrides",
            _ if says(PrecedenceForm::Special) => "special",
            (Some(a), Some(b)) if a.is_above(b) => "rank",
            _ => "date",
        }
    }

    /// All that rules conclude about a relation with this key, before it is asked what prevails.
    fn claims(&mut self, relation: RelId, agreeing: &[usize], key: &[Value]) -> Claims {
        let program = self.program;
        let bodies = self.bodies.get_or_insert_with(|| Bodies::new(program, self.whole));
        let width = program.relation(relation).columns.len();
        let mut claims = BTreeSet::new();
        for (number, rule) in program.rules.iter().enumerate() {
            for head in rule.heads.iter().filter(|head| head.relation == relation) {
                if rule.lighter.is_some() {
                    return None;
                }
                let Some(given) = given(head, agreeing, key) else { continue };
                for body in disjuncts(&rule.body).ok()? {
                    let days = body.iter().filter(|signed| signed.holds).filter_map(|signed| match signed.literal {
                        LiteralKind::InForce { norm, day } => Some((*norm, *day)),
                        _ => None,
                    });
                    let days: Vec<(NormId, VarId)> =
                        days.filter(|(norm, _)| rule.cites.first() == Some(norm)).collect();
                    let behind = days.iter().map(|(_, day)| day.0).collect::<Vec<_>>();
                    let mut clause = bodies.clause(rule, head, &body, &behind)?;
                    for mut tuple in bodies.conclusions(&mut clause, &given)? {
                        let days = tuple.split_off(width);
                        let days = days.iter().collect::<Vec<_>>();
                        if agreeing.iter().zip(key).any(|(column, value)| tuple[*column] != *value) {
                            continue;
                        }
                        for standing in standings(program, number, (!days.is_empty()).then_some(&days[..])) {
                            claims.insert(Claim { tuple: tuple.clone(), rule: number, standing });
                        }
                    }
                }
            }
        }
        Some(claims)
    }
}

/// The variables of the head that have their values from the key, ascending; `None` where the key cannot be the head's.
fn given(head: &Atom, agreeing: &[usize], key: &[Value]) -> Option<Vec<(Var, Value)>> {
    let mut given = BTreeMap::new();
    for (column, value) in agreeing.iter().zip(key) {
        match &head.args[*column] {
            Term::Variable(id) if *given.entry(id.0).or_insert_with(|| value.clone()) != *value => return None,
            Term::Constant(constant) if constant != value => return None,
            _ => {}
        }
    }
    Some(given.into_iter().collect())
}

/// The standing of a rule whose norms are in force in these versions.
fn own_standing(program: &program::checked::Program, rule: usize, in_force: &[Version]) -> Standing {
    let cited = program.rules[rule].cites.first();
    let version = in_force.iter().find(|(norm, _)| Some(norm) == cited);
    match version {
        Some((norm, version)) => {
            let version = &program.norm(*norm).versions[*version];
            Standing { rank: version.rank, from: Some(version.in_force.from) }
        }
        None => standings(program, rule, None).pop().unwrap_or_default(),
    }
}
