//! What each step says: its line, its details, and what it rests on.

use std::borrow::Cow;

use diagnostics::{Files, Lang};
use eval::{Model, Quantity};
use program::checked::LawRole;
use proof::{Derivation, Member, Node, NodeId, Premise};
use values::Value;

use super::words as say;
use crate::citation::citation;
use crate::conversions::conversions;
use crate::fact::{plain, quantity};
use crate::norms;
use crate::owner::owners;
use crate::places::places;
use crate::policy::explained;
use crate::rules::Rules;
use crate::running::Running;
use crate::{fill, plural};

mod absence;
mod calendar;
mod computation;
pub(crate) mod laws;
mod versions;

/// Contributions of an aggregate, and pairs of a chain, that a text tells one by one.
const TOLD_MAX: usize = 20;

/// The way from one step to another.
pub(crate) enum Edge<'d> {
    /// To a node.
    Node {
        /// Which.
        id: NodeId,
        /// The literal it fulfils, as written.
        source: Option<String>,
        /// What an aggregate's contribution says before it.
        lead: Option<String>,
    },
    /// To a contribution that rests on several nodes, or on none.
    Member(String, &'d [Premise]),
    /// To the contributions that are left out.
    Rest(usize),
}

impl<'d> Edge<'d> {
    /// Without anything above it.
    pub(crate) fn root(id: NodeId) -> Self {
        Edge::Node { id, source: None, lead: None }
    }

    /// Where it leads, if to a node.
    pub(crate) fn node(&self) -> Option<NodeId> {
        match self {
            Edge::Node { id, .. } => Some(*id),
            Edge::Member(..) | Edge::Rest(_) => None,
        }
    }
}

/// The steps of a derivation in words.
pub(crate) struct Steps<'d> {
    pub(crate) derivation: &'d Derivation,
    pub(crate) model: &'d Model<'d>,
    pub(crate) rules: Rules<'d>,
    owners: Vec<Option<usize>>,
    pub(crate) lang: Lang,
    /// Contributions of an aggregate and pairs of a chain that are told one by one.
    most: usize,
}

impl<'d> Steps<'d> {
    pub(crate) fn new(derivation: &'d Derivation, model: &'d Model<'d>, files: &'d Files, lang: Lang) -> Self {
        let (rules, owners) = (Rules::new(model, files), owners(derivation));
        Self { derivation, model, rules, owners, lang, most: TOLD_MAX }
    }

    /// The same, with nothing left out.
    pub(super) fn whole(self) -> Self {
        Self { most: usize::MAX, ..self }
    }

    /// What the step at an edge rests on, as far as it is told.
    pub(crate) fn below(&self, edge: &Edge<'d>) -> Vec<Edge<'d>> {
        let id = match edge {
            Edge::Rest(_) => return Vec::new(),
            Edge::Member(_, premises) => return premises.iter().map(|premise| Edge::root(premise.node)).collect(),
            Edge::Node { id, .. } => *id,
        };
        match &self.derivation.nodes[id] {
            Node::Fact { rule, alternative, premises, .. } => {
                let source = |index| self.rules.premise_source(*rule, *alternative, index);
                let edge = |(number, premise): (usize, &Premise)| {
                    // What computes an argument of an atom stands right before the fact, and speaks for itself.
                    let literal = premise.literal.filter(|_| !leads_to_next(premises, number));
                    let lead = self.lead_of_law(*rule, *alternative, premise);
                    Edge::Node { id: premise.node, source: literal.and_then(source), lead }
                };
                let told = premises
                    .iter()
                    .enumerate()
                    .filter(|(_, premise)| !self.chooses_a_day(*rule, *alternative, premise));
                told.map(edge).collect()
            }
            Node::Aggregate { op, members, .. } => self.members(op, members),
            Node::Implied { links, .. } => laws::links(links, self.most, self.lang),
            other => other.premises().map(Edge::root).collect(),
        }
    }

    /// The line of the step at an edge, with the step's number if others refer to it.
    pub(super) fn head(&self, edge: &Edge<'d>, numbered: bool) -> String {
        match edge {
            Edge::Member(lead, _) => lead.clone(),
            Edge::Rest(count) => fill(say::MORE_MEMBERS, self.lang, &[("count", &count.to_string())]),
            Edge::Node { id, source, lead } => {
                let head = self.node(*id, source.as_deref());
                let head = if numbered { format!("#{id} {head}") } else { head };
                match lead.as_deref() {
                    None => head,
                    Some(lead) => fill(say::LED, self.lang, &[("lead", lead), ("head", &head)]),
                }
            }
        }
    }

    /// The rule that gives a conclusion, and what its doc comments say it means.
    pub(super) fn rule_and_doc(&self, id: NodeId) -> Option<(usize, &'d str)> {
        match &self.derivation.nodes[id] {
            Node::Fact { rule, .. } => Some((*rule, self.rules.rule(*rule).doc.trim())),
            _ => None,
        }
    }

    /// The norms of a conclusion, a line each.
    pub(crate) fn norms(&self, id: NodeId) -> Vec<String> {
        let Node::Fact { rule, premises, .. } = &self.derivation.nodes[id] else { return Vec::new() };
        if let Some(lighter) = self.of_the_lighter_law(id) {
            return vec![lighter];
        }
        let in_force = norms::in_force_among(premises, self.derivation);
        norms::lines(self.rules.rule(*rule), &in_force, self.model.program, self.lang)
    }

    /// That a conclusion is the lighter of two: the results under the law of either day tell their own norms.
    pub(super) fn of_the_lighter_law(&self, id: NodeId) -> Option<String> {
        let Node::Fact { premises, .. } = &self.derivation.nodes[id] else { return None };
        let is_lighter = premises.iter().any(|premise| premise.role == Some(LawRole::Version));
        is_lighter.then(|| say::LIGHTER.get(self.lang).to_string())
    }

    /// Further lines of a node; of a conclusion, the major premise first.
    pub(crate) fn details(&self, id: NodeId) -> Vec<String> {
        let mut details = self.grounds(id);
        // Before the premises are announced.
        let at = usize::from(!details.is_empty());
        details.splice(at..at, self.remarks(id));
        details
    }

    /// What the law of a fact's relation has to do with it: which key it is the first of, what took its place.
    pub(crate) fn remarks(&self, id: NodeId) -> Vec<String> {
        let (Node::Record { relation, .. } | Node::Given { relation, .. } | Node::Fact { relation, .. }) =
            &self.derivation.nodes[id]
        else {
            return Vec::new();
        };
        let program = self.model.program;
        let replaced = self.derivation.replaced.get(&id);
        let replaced = replaced.map(|it| laws::replaced(it, *relation, &self.rules, program, self.lang));
        laws::kept(*relation, program, self.lang).into_iter().chain(replaced).collect()
    }

    /// Where a leaf stands, by which rule a conclusion is given, on what an absence counts.
    pub(crate) fn grounds(&self, id: NodeId) -> Vec<String> {
        match &self.derivation.nodes[id] {
            Node::Record { relation, sources, .. } => {
                let read = conversions(sources, *relation, self.model.program, self.lang);
                vec![places(sources, self.lang) + &read]
            }
            Node::Given { at, .. } => vec![fill(say::GIVEN, self.lang, &[("place", &self.rules.place(*at))])],
            Node::Fact { rule, alternative, premises, folded, .. } => {
                let rule = citation(&self.rules, *rule, *alternative, self.lang);
                let mut details = vec![fill(say::MAJOR_PREMISE, self.lang, &[("rule", &rule)])];
                if *folded {
                    details.push(say::FOLDED.get(self.lang).to_string());
                } else if !premises.is_empty() {
                    let s = plural(premises.len() as u64);
                    details.push(fill(say::MINOR_PREMISE, self.lang, &[("s", s)]));
                }
                details
            }
            Node::Absence { relation, known, exception, .. } => {
                self.grounds_of_absence(*relation, known.as_ref(), exception.as_ref())
            }
            Node::Aggregate { members, group, .. } => vec![self.contributions(id, members.len(), group)],
            Node::Implied { folded: true, .. } | Node::Repeated { of: None, .. } => {
                vec![say::FOLDED.get(self.lang).to_string()]
            }
            Node::Implied { form, links, .. } => vec![laws::form(*form, links, self.lang)],
            Node::Repeated { args, .. } => {
                vec![fill(say::REPEATED, self.lang, &[("round", &args[0].to_string())])]
            }
            Node::Computation { op, args, policy, value, .. } => {
                // Nothing here concerns ratios.
                let Some(value) = value.value() else { return Vec::new() };
                let args = args.iter().filter_map(Quantity::value).cloned().collect::<Vec<_>>();
                let policy = policy.as_ref();
                let counted = policy.and_then(|policy| explained(policy, &args, self.lang));
                let met = calendar::met(op, &args, policy, value, self.lang);
                counted.into_iter().chain(met).collect()
            }
            Node::Precedence { relation, beaten } => self.beaten(*relation, beaten),
            Node::Comparison { .. } | Node::Parameter { .. } | Node::InForce { .. } => Vec::new(),
        }
    }

    /// The line of a node, behind the literal that it fulfils as written.
    pub(crate) fn node(&self, id: NodeId, source: Option<&str>) -> String {
        let program = self.model.program;
        let values = match &self.derivation.nodes[id] {
            Node::Record { relation, args, .. }
            | Node::Given { relation, args, .. }
            | Node::Fact { relation, args, .. }
            | Node::Implied { relation, args, .. }
            | Node::Repeated { relation, args, .. } => return self.fact(id, *relation, args),
            Node::Absence { relation, pattern, exception, .. } => {
                return self.absence(*relation, pattern, exception.as_ref());
            }
            Node::Precedence { .. } => return say::PREVAILS.get(self.lang).to_string(),
            Node::InForce { norm, version, day, .. } => {
                return norms::in_force(&program.norm(*norm).versions[*version], *day, self.lang);
            }
            Node::Comparison { op, left, right, .. } => comparison(op, left, right),
            Node::Computation { op, args, value, .. } => computation::computation(op, args, value, self.lang),
            Node::Parameter { parameter, keys, on, value, .. } => {
                computation::parameter(parameter, keys, on.as_ref(), value, self.lang)
            }
            Node::Aggregate { op, value, witnesses, .. } => {
                let told = format!("{op} = {}", quantity(value));
                match self.assigned(id, witnesses).as_str() {
                    "" => told,
                    witnesses => fill(say::WITNESSED, self.lang, &[("value", &told), ("witnesses", witnesses)]),
                }
            }
        };
        match source {
            Some(source) if source != values => {
                fill(say::SOURCE, self.lang, &[("source", source), ("values", &values)])
            }
            _ => values,
        }
    }

    fn contributions(&self, id: NodeId, count: usize, group: &[(program::checked::VarId, Value)]) -> String {
        let group = match self.assigned(id, group).as_str() {
            "" => String::new(),
            entries => fill(say::GROUP, self.lang, &[("group", entries)]),
        };
        let values = [("count", count.to_string()), ("s", plural(count as u64).to_string()), ("group", group)];
        fill(say::CONTRIBUTIONS, self.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// `x = 1, y = 2`, for variables of the rule in whose body the step stands.
    pub(crate) fn assigned(&self, id: NodeId, values: &[(program::checked::VarId, Value)]) -> String {
        let entry = |(variable, value): &(program::checked::VarId, Value)| {
            let rule = self.rules.rule(self.owners[id]?);
            Some(format!("{} = {}", rule.variables[variable.0 as usize].name, plain(value)))
        };
        values.iter().filter_map(entry).collect::<Vec<_>>().join(say::VALUES.get(self.lang))
    }

    fn members(&self, op: &'static str, members: &'d [Member]) -> Vec<Edge<'d>> {
        let mut running = Running::new(op);
        let mut edges = Vec::new();
        for (number, member) in (1..).zip(members.iter().take(self.most)) {
            let lead = self.lead(op, number, member, running.add(&member.value));
            edges.push(match &member.premises[..] {
                [only] => Edge::Node { id: only.node, source: None, lead: Some(lead) },
                several => Edge::Member(lead, several),
            });
        }
        edges.extend(members.len().checked_sub(self.most).filter(|rest| *rest > 0).map(Edge::Rest));
        edges
    }

    /// What a contribution adds.
    fn lead(&self, op: &str, number: usize, member: &Member, so_far: Option<Value>) -> String {
        let text = match op {
            "count" => say::COUNTED,
            "min" => say::LEAST,
            "max" => say::GREATEST,
            _ => say::ADDED,
        };
        let (value, number) = (plain(&member.value), number.to_string());
        let so_far = so_far.map_or(Cow::Borrowed("?"), |value| Cow::Owned(plain(&value)));
        fill(text, self.lang, &[("value", &value), ("number", &number), ("so_far", &so_far)])
    }
}

/// True for a premise that has the literal of the next one.
fn leads_to_next(premises: &[Premise], number: usize) -> bool {
    premises.get(number + 1).is_some_and(|next| next.literal.is_some() && next.literal == premises[number].literal)
}

/// `2021-01-05 <= 2021-03-01`, `match("A.*", "AB")`
fn comparison(op: &str, left: &Quantity, right: &Quantity) -> String {
    let (left, right) = (quantity(left), quantity(right));
    if op.ends_with(char::is_alphabetic) { format!("{op}({left}, {right})") } else { format!("{left} {op} {right}") }
}
