//! From steps to numbered nodes.

mod computations;
mod law;

use eval::{
    AggregateGoal, Expression, Goal, GoalKind, Goals, Origin, Purpose, Quantity, Signed, Solution, contributions,
};
use program::checked::{LawRole, Literal, RelId, Role, Rule, VarId};
use values::{Primitive, Value};

use super::chain::Given;
use super::ground::Taken;
use super::number::{of_step, reference};
use super::{Explainer, FactId, Match, Steps};
use crate::{Derivation, Form, Link, Member, Node, NodeId, Premise};

impl Explainer<'_> {
    /// The facts that a solution of a clause rests on: those its goals matched and those its aggregates counted; of completeness, what
    /// declares it.
    pub(super) fn facts_used(&self, clause: usize, solution: &Solution) -> Vec<FactId> {
        self.used(&self.model.goals[clause], &self.model.clauses[clause].literals, solution)
    }

    /// The facts that a clause of atoms alone rests on.
    pub(super) fn facts_taken(&self, taken: &Taken) -> impl Iterator<Item = FactId> {
        let goals = &self.model.goals[taken.clause].goals;
        goals.iter().zip(&taken.rows).filter_map(|(goal, row)| match &goal.kind {
            GoalKind::Match { relation, .. } => Some(self.written((*relation, *row))),
            _ => None,
        })
    }

    pub(crate) fn used(&self, goals: &Goals, literals: &[Signed<'_>], solution: &Solution) -> Vec<FactId> {
        let literal = |position: usize| literals.get(position).map(|signed| signed.literal);
        let mut facts = Vec::new();
        for (goal, row) in goals.goals.iter().zip(&solution.rows) {
            match (&goal.kind, row) {
                (GoalKind::Match { .. }, Some(_)) if literal(goal.literal).is_some_and(is_about_completeness) => {}
                (GoalKind::Match { relation, .. }, Some(row)) => facts.push(self.written((*relation, *row))),
                (GoalKind::Aggregate { aggregate, .. }, _) => {
                    for contribution in self.contributions(aggregate, solution) {
                        facts.extend(self.used(&aggregate.body, &[], &contribution.solution));
                    }
                }
                _ => {}
            }
        }
        let about = literals.iter().map(|signed| signed.literal).filter(|literal| is_about_completeness(literal));
        let mut indices = about.map(|literal| literal.index).collect::<Vec<_>>();
        indices.dedup();
        let of_index = |index: u32| {
            let is_it =
                |position: usize| literal(position).is_some_and(|it| it.index == index && is_about_completeness(it));
            self.declarations(goals, solution, &is_it)
        };
        facts.extend(indices.into_iter().flat_map(of_index));
        facts
    }

    /// Aggregates read finished strata only, so all rows there are belong to them.
    pub(crate) fn contributions(&self, aggregate: &AggregateGoal, solution: &Solution) -> Vec<eval::Contribution> {
        let ends = |relation: RelId| self.model.relation(relation).len();
        let found = contributions(aggregate, &self.lookup, &ends, &solution.slots, Purpose::Proof);
        found.unwrap_or_else(|fault| unreachable!("the evaluation would have failed: {fault:?}"))
    }

    /// A pair with those that imply it, all of which have nodes.
    pub(super) fn implied(&self, fact: FactId, pairs: &[Given], steps: &Steps, derivation: &mut Derivation) -> NodeId {
        let (relation, args) = (fact.0, self.values(fact));
        let link = |(row, turned): &Given| Some(Link { node: reference(steps, (relation, *row))?, turned: *turned });
        let links = pairs.iter().filter_map(link).collect::<Vec<_>>();
        derivation.push(Node::Implied { relation, form: form(&args, &links), args, links, folded: false })
    }

    /// A record, a given fact, or a conclusion whose premises are left out.
    pub(super) fn leaf(&self, fact: FactId, derivation: &mut Derivation) -> NodeId {
        let (relation, args) = (fact.0, self.values(fact));
        derivation.push(match self.origin(fact) {
            Origin::Record(number) => Node::Record { relation, args, sources: self.locators.places(relation, number) },
            Origin::Implied { .. } => {
                Node::Implied { relation, form: form(&args, &[]), args, links: Vec::new(), folded: true }
            }
            Origin::Repeated { .. } => Node::Repeated { relation, args, of: None },
            Origin::Given(fact) => Node::Given { relation, args, at: self.model.program.facts[fact].span },
            Origin::Derived { clause, .. } => {
                let clause = &self.model.clauses[clause];
                let (rule, alternative) = (clause.rule, clause.alternative);
                let (bindings, premises) = (Vec::new(), Vec::new());
                Node::Fact { relation, args, rule, alternative, bindings, premises, folded: true }
            }
        })
    }

    /// A fact with the premises of one solution of a clause. All facts it rests on have steps, to which the premises refer.
    pub(super) fn conclusion(&self, fact: FactId, found: &Match, steps: &Steps, derivation: &mut Derivation) -> NodeId {
        let Match { clause, solution, claim } = found;
        self.concluded(fact, (*clause, solution, *claim), (steps, &[]), derivation)
    }

    /// The same from the parts of a match. What is `used`, by goal, may be known.
    pub(super) fn concluded(
        &self,
        fact: FactId,
        (clause, solution, claim): (usize, &Solution, Option<FactId>),
        (steps, used): (&Steps, &[u32]),
        derivation: &mut Derivation,
    ) -> NodeId {
        let (goals, clause) = (&self.model.goals[clause], &self.model.clauses[clause]);
        let written = &self.model.program.rules[clause.rule];
        let mut body = BodyNodes { explainer: self, goals, solution, steps, used, derivation, supports: Vec::new() };
        let mut premises = body.premises(|position| {
            let literal = clause.literals[position].literal;
            (literal.index, literal.role.clone())
        });
        let bindings = body.bindings(written);
        let node = claim.and_then(|claim| self.precedence(fact.0, claim, derivation));
        add(&mut premises, None, Some(LawRole::Precedence), node);
        derivation.push(Node::Fact {
            relation: fact.0,
            args: self.values(fact),
            rule: clause.rule,
            alternative: clause.alternative,
            bindings,
            premises,
            folded: false,
        })
    }
}

/// True where the literal says that something is declared complete.
fn is_about_completeness(literal: &Literal) -> bool {
    literal.role == Role::Law(LawRole::Complete)
}

fn form(args: &[Value], links: &[Link]) -> Form {
    match links {
        _ if args[0] == args[1] => Form::Reflexive,
        [only] if only.turned => Form::Symmetric,
        _ => Form::Transitive,
    }
}

impl Derivation {
    pub(super) fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }
}

/// Builds the nodes of one body (a clause's or an aggregate's) under one solution.
struct BodyNodes<'a, 'm> {
    explainer: &'a Explainer<'m>,
    goals: &'a Goals,
    solution: &'a Solution,
    steps: &'a Steps,
    /// By goal, where all are matches: the step of the fact.
    used: &'a [u32],
    derivation: &'a mut Derivation,
    /// Temporaries that have a node of their own (an aggregate, a range, a computed argument).
    supports: Vec<(u32, NodeId)>,
}

impl BodyNodes<'_, '_> {
    /// One premise per literal, and one per computation of the head or target; of a literal of the law, which several stand for, the absence
    /// alone. `literal` gives a literal's index and role by its position in the conjunction.
    fn premises(&mut self, literal: impl Fn(usize) -> (u32, Role)) -> Vec<Premise> {
        let goals = self.goals;
        let mut premises = Vec::with_capacity(goals.goals.len());
        for group in goals.goals.chunk_by(|a, b| a.literal == b.literal) {
            let [supports @ .., main] = group else { continue };
            if main.literal == usize::MAX {
                for goal in group {
                    let node = self.support(goal);
                    add(&mut premises, None, None, node);
                }
                continue;
            }
            let (index, role) = literal(main.literal);
            let law = if let Role::Law(role) = &role { Some(*role) } else { None };
            if let Some(LawRole::NotOpen | LawRole::Complete | LawRole::NotHeld) = law {
                // Told with the absence, if at all.
                continue;
            }
            let supports = supports.iter().filter_map(|goal| self.support(goal)).collect::<Vec<_>>();
            let node = match role {
                Role::Law(role) if matches!(main.kind, GoalKind::Absent { .. }) => {
                    let known = self.known(index, &literal);
                    self.absence(main, Some((role, known)))
                }
                // Of the two ends of a version's time one is told.
                Role::InForce(norm) if self.is_told(norm, index, &premises) => None,
                Role::InForce(norm) => self.in_force(norm, main),
                _ => self.main(main),
            };
            // A computed argument stands beside the fact it leads to; elsewhere it is a premise of what needs it, if anything shows that.
            let is_match = matches!(main.kind, GoalKind::Match { .. });
            for support in &supports {
                if is_match || Some(*support) != node && !self.is_behind_another(*support) {
                    add(&mut premises, Some(index), law, Some(*support));
                }
            }
            add(&mut premises, Some(index), law, node);
        }
        // The round's number in an argument stands behind no other premise.
        let round =
            goals.round.filter(|round| !goals.head.is_empty() && !self.supports.iter().any(|(v, _)| v == round));
        add(&mut premises, None, None, round.and_then(|round| self.supported(round)));
        premises
    }

    /// Whether a node made after this one rests on it.
    fn is_behind_another(&self, node: NodeId) -> bool {
        self.derivation.nodes[node + 1..].iter().any(|later| later.premises().any(|premise| premise == node))
    }

    fn bindings(&self, rule: &Rule) -> Vec<(VarId, Value)> {
        let mut bindings = Vec::with_capacity(rule.variables.len());
        bindings.extend((0..rule.variables.len() as u32).filter_map(|id| Some((VarId(id), self.value(id)?))));
        bindings
    }

    fn value(&self, variable: u32) -> Option<Value> {
        self.explainer.value(&self.solution.slots[variable as usize], self.goals.types[variable as usize])
    }

    fn bound(&self, variable: u32) -> Value {
        match self.value(variable) {
            Some(value) => value,
            None => unreachable!("a solution binds all it reads, but not {variable}"),
        }
    }

    fn evaluate(&self, expression: &Expression) -> Value {
        let value = expression.value(&|variable| self.bound(variable), self.explainer.lookup.dictionary());
        value.unwrap_or_else(|fault| unreachable!("a solution has no failures: {fault:?}"))
    }

    /// The node of a goal that gives a temporary its value.
    fn support(&mut self, goal: &Goal) -> Option<NodeId> {
        let (variable, node) = match &goal.kind {
            GoalKind::Aggregate { variable, aggregate } => (*variable, self.aggregate(*variable, aggregate)),
            GoalKind::Generate { variable, args, operand } => (*variable, self.range(*variable, args, *operand)),
            GoalKind::Define { variable, expression } => (*variable, self.behind(expression)?),
            GoalKind::Ordinal { variable, of } => (*variable, self.called("ord", *variable, &[*of])),
            GoalKind::Counter { variable, .. } => (*variable, self.called("autoinc", *variable, &[])),
            _ => return None,
        };
        self.supports.push((variable, node));
        Some(node)
    }

    fn main(&mut self, goal: &Goal) -> Option<NodeId> {
        match &goal.kind {
            GoalKind::Match { relation, .. } => {
                let position = self.goals.goals.iter().position(|other| std::ptr::eq(other, goal))?;
                if let Some(step) = self.used.get(position) {
                    return Some(of_step(*step as usize));
                }
                let row = self.solution.rows[position]?;
                reference(self.steps, self.explainer.written((*relation, row)))
            }
            GoalKind::Absent { .. } => self.absence(goal, None),
            GoalKind::Equal { left, right, operand } => self.equality(left, right, *operand),
            GoalKind::Compare { op, left, right, operand } => {
                let mut premises = Vec::new();
                let (left, right) = (self.side(left, &mut premises), self.side(right, &mut premises));
                let op = op.symbol().to_string();
                Some(self.derivation.push(Node::Comparison { op, operand: *operand, left, right, premises }))
            }
            GoalKind::Text { test, positive, pattern, text } => {
                let mut premises = Vec::new();
                let (left, right) = (self.shown(pattern, &mut premises), self.shown(text, &mut premises));
                let op = format!("{}{}", if *positive { "" } else { "!" }, test.symbol());
                let operand = Primitive::Symbol;
                Some(self.derivation.push(Node::Comparison { op, operand, left, right, premises }))
            }
            GoalKind::Composite { variable, parts } => {
                let premises =
                    std::iter::once(self.supported(*variable)).flatten().chain(self.behind_all(&parts.fields));
                let premises = premises.collect();
                let [left, right] = [(), ()].map(|()| Quantity::Value(self.bound(*variable)));
                let (op, operand) = ("=".to_string(), Primitive::Composite(parts.shape));
                Some(self.derivation.push(Node::Comparison { op, operand, left, right, premises }))
            }
            GoalKind::Define { .. }
            | GoalKind::Generate { .. }
            | GoalKind::Aggregate { .. }
            | GoalKind::Ordinal { .. }
            | GoalKind::Counter { .. }
            | GoalKind::Never => None,
        }
    }

    fn aggregate(&mut self, variable: u32, aggregate: &AggregateGoal) -> NodeId {
        let mut members = Vec::new();
        for contribution in self.explainer.contributions(aggregate, self.solution) {
            let mut body = BodyNodes {
                explainer: self.explainer,
                goals: &aggregate.body,
                solution: &contribution.solution,
                steps: self.steps,
                used: &[],
                derivation: self.derivation,
                supports: Vec::new(),
            };
            let premises = body.premises(|position| (position as u32, Role::Written));
            let named = aggregate.local.iter().filter(|id| **id < self.goals.named);
            let bindings = named.filter_map(|id| Some((VarId(*id), body.value(*id)?))).collect();
            members.push(Member { bindings, premises, value: contribution.value });
        }
        let values = |ids: &[u32]| {
            let named = ids.iter().filter(|id| **id < self.goals.named);
            named.filter_map(|id| Some((VarId(*id), self.value(*id)?))).collect::<Vec<_>>()
        };
        let (group, witnesses) = (values(&aggregate.injected), values(&aggregate.witnesses));
        let value = match aggregate.result(variable, &|variable| self.value(variable)) {
            Some(value) => value,
            None => unreachable!("a solution binds its aggregates, but not {variable}"),
        };
        let (op, operand) = (aggregate.op.name(), aggregate.operand);
        self.derivation.push(Node::Aggregate { op, operand, group, value, witnesses, members })
    }
}

/// Adds a premise, unless it has just been given: a temporary that stands for another one has no node of its own.
fn add(premises: &mut Vec<Premise>, literal: Option<u32>, role: Option<LawRole>, node: Option<NodeId>) {
    let premise = node.map(|node| Premise { literal, role, node });
    premises.extend(premise.filter(|premise| premises.last() != Some(premise)));
}
