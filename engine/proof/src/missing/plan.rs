//! How the clauses of a relation are tried for tuples of which some columns are known.

use std::collections::BTreeMap;

use eval::{Arg, Bindings, ByKey, GoalKind, Lookup, Model};
use program::checked::{ElementId, LiteralKind, ModelId, Program, Purpose, RelId};
use values::Code;

use super::order::order;
use crate::elements::relations_of;

/// All ways to conclude what the clues of a model rest on.
pub(super) struct Plans<'m> {
    lookup: &'m Lookup<'m>,
    pub(super) bodies: Vec<Body<'m>>,
    places: BTreeMap<(RelId, Vec<usize>), usize>,
    /// Relations whose facts meet an element of the model.
    elements: BTreeMap<RelId, ElementId>,
    /// Rules that are clues of the model, as written and as the law made them.
    clue_rules: Vec<usize>,
    /// Those of them that come from a rule which can hold for certain.
    certain_rules: Vec<usize>,
}

/// How a relation's tuples are concluded that have known values in some columns.
pub(super) struct Body<'m> {
    pub(super) relation: RelId,
    /// The known columns, ascending.
    pub(super) columns: Vec<usize>,
    /// True where clauses count only that are clues of the model.
    clues: bool,
    pub(super) clauses: Vec<ClausePlan<'m>>,
}

/// A clause, and the order in which its goals are tried.
pub(super) struct ClausePlan<'m> {
    pub(super) clause: usize,
    /// Its variables before the head has given some of them values.
    pub(super) unbound: Bindings,
    pub(super) steps: Vec<Step<'m>>,
}

/// A goal.
pub(super) struct Step<'m> {
    pub(super) goal: usize,
    /// The literal's place in the clause; `None` for the head.
    pub(super) literal: Option<usize>,
    /// What the compiled literals of one written literal have in common.
    pub(super) unit: u32,
    /// Variables without whose values it cannot be decided.
    pub(super) needs: Vec<u32>,
    pub(super) action: Action<'m>,
}

/// What is to be done for a goal.
pub(super) enum Action<'m> {
    /// Look for rows.
    Match {
        rows: ByKey<'m>,
        key: Vec<Source>,
        /// Columns whose codes variables take, or have already.
        takes: Vec<(usize, u32)>,
        /// Where no row fits: how the fact could be concluded.
        below: Option<usize>,
        /// The element that such a fact meets.
        element: Option<ElementId>,
    },
    /// See that there is no row.
    Absent { rows: ByKey<'m>, key: Vec<Source> },
    /// A condition on values alone.
    Condition,
    /// Everything else.
    Other,
}

/// Where a part of a key comes from.
pub(super) enum Source {
    Code(Code),
    Variable(u32),
}

impl<'m> Plans<'m> {
    pub(super) fn new(model: &Model<'_>, written: &Program, id: ModelId, lookup: &'m Lookup<'m>) -> Plans<'m> {
        let mut elements = BTreeMap::new();
        for (number, element) in (0..).zip(&written.model(id).elements) {
            let own = ElementId { model: id, element: number };
            for relation in relations_of(written, element.shared.unwrap_or(own)) {
                elements.entry(relation).or_insert(own);
            }
        }
        let is_clue = |rule: &&program::checked::Rule| rule.model == Some(id) && rule.clue.is_some();
        let clues = written.rules.iter().filter(is_clue).collect::<Vec<_>>();
        let comes_from =
            |rule: &program::checked::Rule| clues.iter().any(|clue| clue.span == rule.span && clue.label == rule.label);
        let rules = model.program.rules.iter().enumerate();
        let clue_rules = rules.filter(|(_, rule)| comes_from(rule)).map(|(number, _)| number).collect::<Vec<_>>();
        let compiled = &model.program.rules;
        let may_be_certain = |rule: &usize| {
            let same = |other: &usize| {
                (compiled[*other].span, &compiled[*other].label) == (compiled[*rule].span, &compiled[*rule].label)
            };
            let certain = |other: &usize| compiled[*other].heads.iter().any(|head| is_certain(model, head.relation));
            clue_rules.iter().any(|other| same(other) && certain(other))
        };
        let certain_rules = clue_rules.iter().copied().filter(may_be_certain).collect();
        Plans { lookup, bodies: Vec::new(), places: BTreeMap::new(), elements, clue_rules, certain_rules }
    }

    /// The body for clues of which these columns are known.
    pub(super) fn clues(&mut self, relation: RelId, columns: Vec<usize>) -> usize {
        self.body(relation, columns, true)
    }

    fn body(&mut self, relation: RelId, columns: Vec<usize>, clues: bool) -> usize {
        let next = self.bodies.len();
        let place = *self.places.entry((relation, columns.clone())).or_insert(next);
        if place == next {
            self.bodies.push(Body { relation, columns, clues, clauses: Vec::new() });
        }
        place
    }

    /// Plans all clauses of all bodies, and those that they rest on.
    pub(super) fn close(&mut self, model: &Model<'_>) {
        let mut next = 0;
        while next < self.bodies.len() {
            let Body { relation, columns, clues, .. } = &self.bodies[next];
            let (relation, columns, clues) = (*relation, columns.clone(), *clues);
            // What may be open is asked only where nothing can be certain: otherwise what is open would not count as lacking.
            let belongs = |rule: usize| self.certain_rules.contains(&rule) == is_certain(model, relation);
            let counts = |clause: &usize| {
                let clause = &model.clauses[*clause];
                clause.head_relation() == relation
                    && (!clues || self.clue_rules.contains(&clause.rule) && belongs(clause.rule))
            };
            let clauses = (0..model.clauses.len()).filter(counts).collect::<Vec<_>>();
            let plans = clauses.into_iter().map(|clause| self.clause(model, clause, &columns)).collect();
            self.bodies[next].clauses = plans;
            next += 1;
        }
    }

    fn clause(&mut self, model: &Model<'_>, clause: usize, columns: &[usize]) -> ClausePlan<'m> {
        let goals = &model.goals[clause];
        let mut bound = vec![false; goals.types.len()];
        goals.round.into_iter().for_each(|variable| bound[variable as usize] = true);
        for column in columns {
            if let Arg::Variable(variable) = &goals.head[*column] {
                bound[*variable as usize] = true;
            }
        }
        let steps = order(goals, bound).into_iter().map(|(goal, needs)| {
            let literal = Some(goals.goals[goal].literal).filter(|literal| *literal != usize::MAX);
            let unit = literal.map_or(u32::MAX, |literal| model.clauses[clause].literals[literal].literal.index);
            let action = self.action(model, &goals.goals[goal].kind, &needs);
            Step { goal, literal, unit, needs, action }
        });
        ClausePlan { clause, unbound: goals.unbound(1, &model.dictionary), steps: steps.collect() }
    }

    fn action(&mut self, model: &Model<'_>, kind: &GoalKind, needs: &[u32]) -> Action<'m> {
        match kind {
            GoalKind::Match { relation, args } => {
                let (columns, key) = key(args, needs);
                let takes = args.iter().enumerate().filter_map(|(column, arg)| match arg {
                    Arg::Variable(variable) if !needs.contains(variable) => Some((column, *variable)),
                    _ => None,
                });
                let takes = takes.collect();
                let below = is_concluded(model, *relation).then(|| self.body(*relation, columns.clone(), false));
                let element = self.elements.get(relation).copied();
                Action::Match { rows: self.lookup.by_key(*relation, &columns), key, takes, below, element }
            }
            GoalKind::Absent { relation, args } => {
                let (columns, key) = key(args, needs);
                Action::Absent { rows: self.lookup.by_key(*relation, &columns), key }
            }
            GoalKind::Compare { .. } | GoalKind::Text { .. } => Action::Condition,
            _ => Action::Other,
        }
    }
}

/// Whether facts of a relation hold for certain; otherwise they are open.
fn is_certain(model: &Model<'_>, relation: RelId) -> bool {
    !matches!(model.program.relation(relation).purpose, Purpose::Open { .. })
}

fn key(args: &[Arg], needs: &[u32]) -> (Vec<usize>, Vec<Source>) {
    let parts = args.iter().enumerate().filter_map(|(column, arg)| match arg {
        Arg::Constant(_, code) => Some((column, Source::Code(*code))),
        Arg::Variable(variable) if needs.contains(variable) => Some((column, Source::Variable(*variable))),
        _ => None,
    });
    parts.unzip()
}

/// Whether facts come from rules alone: where there are records, a record is what is lacking. What the law needs to speak of open tuples,
/// findings and completeness is no conclusion.
fn is_concluded(model: &Model<'_>, relation: RelId) -> bool {
    let has_rules = || model.clauses.iter().any(|clause| clause.head_relation() == relation);
    let has_records = || model.program.inputs.iter().any(|input| input.relation == relation);
    matches!(model.program.relation(relation).purpose, Purpose::Declared | Purpose::Hidden)
        && has_rules()
        && !has_records()
}

/// The relation of the atom that a literal is.
pub(super) fn atom(model: &Model<'_>, clause: usize, literal: usize) -> Option<RelId> {
    match &model.clauses[clause].literals.get(literal)?.literal.kind {
        LiteralKind::Atom(atom) => Some(atom.relation),
        LiteralKind::Absent(absent) => Some(absent.atom.relation),
        _ => None,
    }
}
