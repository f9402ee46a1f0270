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
use crate::rows::{Binding, Open, row};
use crate::solve::{Machine, Solver};
use crate::tables::Tables;

static NONE: BTreeSet<RelId> = BTreeSet::new();

/// How many rows a body may give.
const ROWS_MAX: usize = 50_000_000;

/// The second opinion's tables, filled with relations that are known.
pub struct Bodies<'a> {
    program: &'a Program,
    openness: Openness,
    machine: Machine,
    tables: Tables<WIDTH_MAX>,
    /// Relations that are too wide for a table.
    wide: BTreeSet<RelId>,
    /// By the place of the aggregate in memory, its bodies; `None`: beyond the second opinion.
    folds: BTreeMap<usize, Option<Vec<(Clause<'a>, Plan)>>>,
}

impl<'a> Bodies<'a> {
    /// Over these relations. Of findings those of one key that differ are left out: they count for nothing.
    pub fn new(program: &'a Program, whole: &Whole<'a>) -> Bodies<'a> {
        let mut machine = Machine { interner: Interner::new(program.shapes.clone()), ..Machine::default() };
        let (mut tables, mut wide) = (Vec::new(), BTreeSet::new());
        for relation in program.relation_ids() {
            let is_wide = program.relation(relation).columns.len() > WIDTH_MAX;
            wide.extend(is_wide.then_some(relation));
            let tuples = whole.tuples(relation).filter(|tuple| !is_wide && !whole.is_disputed(relation, tuple));
            let rows = tuples.map(|tuple| row(tuple.iter().map(|value| machine.interner.code(value))));
            tables.push(rows.collect());
        }
        let openness = Openness::of(program);
        Bodies { program, openness, machine, tables: Tables::new(tables), wide, folds: BTreeMap::new() }
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
        aggregate.body.atoms(&mut |read| is_wide |= self.wide.contains(&read.atom.relation));
        let Bodies { program, openness, machine, tables, folds, .. } = self;
        let clauses = folds.entry(std::ptr::from_ref(aggregate) as usize).or_insert_with(|| {
            flatten_fold(aggregate, rule.variables.len() as u32, program, &mut machine.interner).ok()
        });
        let clauses = clauses.as_ref().filter(|_| !is_wide)?;
        let values = row(group.iter().map(|value| machine.interner.code(value)));
        let mut found = BTreeSet::new();
        for (clause, plan) in clauses {
            let given = vec![Binding { failed: false, open: Open::default(), values }].into();
            let mut solver = Solver { program, openness, tables, machine, limit: ROWS_MAX };
            let heads = solver.heads(clause, plan, None, given).ok()?;
            if heads.iter().any(|head| head.failed) {
                return None;
            }
            found.extend(heads.iter().map(|head| head.values));
        }
        Some(found.len())
    }

    /// What a clause concludes from everything; `None` where that cannot be said.
    pub fn conclusions(&mut self, clause: &mut Clause<'a>) -> Option<Vec<Vec<Value>>> {
        let mut is_wide = false;
        clause.goals.iter().for_each(|goal| match goal {
            Goal::Atom { relation, .. } | Goal::Absent { relation, .. } => is_wide |= self.wide.contains(relation),
            _ => {}
        });
        let plan = Plan::new(clause, None).ok().filter(|_| !is_wide)?;
        let Bodies { program, openness, machine, tables, .. } = self;
        let mut solver = Solver { program, openness, tables, machine, limit: ROWS_MAX };
        let heads = solver.heads(clause, &plan, None, Solver::unit()).ok()?;
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
        let Bodies { program, openness, machine, tables, wide, .. } = self;
        let columns = pair[0].len();
        if wide.contains(&relation) || columns * 2 > WIDTH_MAX {
            return None;
        }
        let rows = pair.map(|tuple| row(tuple.iter().map(|value| machine.interner.code(value))));
        let wanted = row(rows.iter().flat_map(|row: &[u32; WIDTH_MAX]| row[..columns].to_vec()));
        tables.instead = Some((relation, rows.to_vec().into()));
        let mut dominates = Some(false);
        for body in disjuncts(&subsumption.body).ok()? {
            let reading = Reading { program, open: &NONE, at_best: false };
            let variables = subsumption.variables.len() as u32;
            let clause = flatten_pair(&body, variables, reading, &mut machine.interner);
            let heads = clause.ok().and_then(|mut clause| {
                let plan = Plan::new(&mut clause, None).ok()?;
                let mut solver = Solver { program, openness, tables, machine, limit: ROWS_MAX };
                solver.heads(&clause, &plan, None, Solver::unit()).ok()
            });
            dominates = match (dominates, heads) {
                (Some(true), _) => Some(true),
                (_, Some(heads)) if heads.iter().any(|head| !head.failed && head.values == wanted) => Some(true),
                (Some(false), Some(_)) => Some(false),
                _ => None,
            };
        }
        tables.instead = None;
        dominates
    }
}
