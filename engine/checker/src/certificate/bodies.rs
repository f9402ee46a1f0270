//! Bodies over whole relations: how many contributions an aggregate has, and which tuples a subsumption lets dominate.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Aggregate, Atom, Program, RelId, Rule};
use values::Value;

use super::whole::Whole;
use crate::clause::{Clause, Goal, Reading, Var, flatten, flatten_fold, flatten_pair};
use crate::dnf::{Conjunction, disjuncts};
use crate::interner::Interner;
use crate::openness::Openness;
use crate::plan::{Plan, WIDTH_MAX};
use crate::rows::{Binding, Open, Row, row};
use crate::solve::{Asking, Machine, Solver};
use crate::tables::Tables;

static NONE: BTreeSet<RelId> = BTreeSet::new();

/// How many rows a body may give.
const ROWS_MAX: usize = 50_000_000;

/// The second opinion's solver over relations that are known, each of which it sees as far as it asks.
pub struct Bodies<'a> {
    program: &'a Program,
    whole: &'a Whole<'a>,
    openness: Openness,
    machine: Machine,
    /// By the place of the aggregate in memory, its bodies; `None`: beyond the second opinion.
    folds: BTreeMap<usize, Option<Vec<(Clause<'a>, Plan)>>>,
}

impl<'a> Bodies<'a> {
    /// Over these relations.
    pub fn new(program: &'a Program, whole: &'a Whole<'a>) -> Bodies<'a> {
        let machine = Machine { interner: Interner::new(program.shapes.clone()), ..Machine::default() };
        Bodies { program, whole, openness: Openness::of(program), machine, folds: BTreeMap::new() }
    }

    /// What the clause concludes from `given` bindings; `instead` stands in place of a relation. `None` where that cannot be said.
    fn heads(
        &mut self,
        clause: &Clause<'a>,
        plan: &Plan,
        given: Row<WIDTH_MAX>,
        instead: Option<(RelId, Vec<Row<WIDTH_MAX>>)>,
    ) -> Option<Vec<Binding<WIDTH_MAX>>> {
        let Bodies { program, whole, openness, machine, .. } = self;
        let mut tables = Tables::new(program.relations.iter().map(|_| vec![].into()).collect());
        tables.instead = instead.map(|(relation, rows)| (relation, rows.into()));
        let given = vec![Binding { failed: false, open: Open::default(), values: given }].into();
        let (tables, asking) = (&mut tables, Some(Asking::new(*whole)));
        let mut solver = Solver { program, openness, tables, machine, limit: ROWS_MAX, asking };
        Some(solver.heads(clause, plan, None, given).ok()?.elements)
    }

    fn is_wide(&self, relation: RelId) -> bool {
        self.program.relation(relation).columns.len() > WIDTH_MAX
    }

    /// How many contributions a group has; `None` where that cannot be said.
    pub fn contributions(
        &mut self,
        rule: &'a Rule,
        aggregate: &'a Aggregate,
        group: &[Value],
        round: Option<&Value>,
    ) -> Option<usize> {
        if let Some(Value::Unsigned(round)) = round {
            self.machine.round = *round;
        }
        let mut is_wide = false;
        aggregate.body.atoms(&mut |read| is_wide |= self.is_wide(read.atom.relation));
        let values = row(group.iter().map(|value| self.machine.interner.code(value)));
        let place = std::ptr::from_ref(aggregate) as usize;
        let clauses = self.folds.remove(&place).unwrap_or_else(|| {
            flatten_fold(aggregate, rule.variables.len() as u32, self.program, &mut self.machine.interner).ok()
        });
        let found = clauses.as_ref().filter(|_| !is_wide).and_then(|clauses| {
            let mut found = BTreeSet::new();
            for (clause, plan) in clauses {
                let heads = self.heads(clause, plan, values, None)?;
                if heads.iter().any(|head| head.failed) {
                    return None;
                }
                found.extend(heads.iter().map(|head| head.values));
            }
            Some(found.len())
        });
        self.folds.insert(place, clauses);
        found
    }

    /// What a clause concludes where the variables `given`, which ascend, have these values; `None` where that cannot be said.
    pub fn conclusions(&mut self, clause: &mut Clause<'a>, given: &[(Var, Value)]) -> Option<Vec<Vec<Value>>> {
        let mut is_wide = false;
        clause.goals.iter().for_each(|goal| match goal {
            Goal::Atom { relation, .. } | Goal::Absent { relation, .. } => is_wide |= self.is_wide(*relation),
            _ => {}
        });
        clause.given = given.iter().map(|(var, _)| *var).collect();
        let plan = Plan::new(clause, None).ok().filter(|_| !is_wide)?;
        let values = row(given.iter().map(|(_, value)| self.machine.interner.code(value)));
        let heads = self.heads(clause, &plan, values, None)?;
        let width = clause.head.len();
        let value = |code: &u32| self.machine.interner.value(*code).clone();
        let row = |head: &Binding<WIDTH_MAX>| head.values[..width].iter().map(value).collect();
        heads.iter().map(|head| (!head.failed).then(|| row(head))).collect()
    }

    /// The clause of a rule's head and one conjunction of its body, with variables concluded behind the head.
    pub fn clause(
        &mut self,
        rule: &'a Rule,
        head: &'a Atom,
        body: &Conjunction<'a>,
        behind: &[Var],
    ) -> Option<Clause<'a>> {
        let reading = Reading { program: self.program, open: &NONE, at_best: false };
        let head = (&head.args[..], behind);
        flatten(head, body, rule.variables.len() as u32, reading, &mut self.machine.interner).ok()
    }

    /// Whether a subsumption lets the second tuple dominate the first; `None` where that cannot be said.
    pub fn dominates(&mut self, relation: RelId, subsumption: &'a Rule, pair: [&[Value]; 2]) -> Option<bool> {
        let columns = pair[0].len();
        if self.is_wide(relation) || columns * 2 > WIDTH_MAX {
            return None;
        }
        let rows = pair.map(|tuple| row(tuple.iter().map(|value| self.machine.interner.code(value))));
        let wanted = row(rows.iter().flat_map(|row: &Row<WIDTH_MAX>| row[..columns].to_vec()));
        let mut dominates = Some(false);
        for body in disjuncts(&subsumption.body).ok()? {
            let reading = Reading { program: self.program, open: &NONE, at_best: false };
            let variables = subsumption.variables.len() as u32;
            let clause = flatten_pair(&body, variables, reading, &mut self.machine.interner);
            let heads = clause.ok().and_then(|mut clause| {
                let plan = Plan::new(&mut clause, None).ok()?;
                self.heads(&clause, &plan, row([]), Some((relation, rows.to_vec())))
            });
            dominates = match (dominates, heads) {
                (Some(true), _) => Some(true),
                (_, Some(heads)) if heads.iter().any(|head| !head.failed && head.values == wanted) => Some(true),
                (Some(false), Some(_)) => Some(false),
                _ => None,
            };
        }
        dominates
    }
}
