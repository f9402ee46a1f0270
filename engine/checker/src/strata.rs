//! Stratum after stratum, from the bottom up.

mod choice;
mod equivalence;
mod settle;

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Program, RelId, Stratum};
use values::Value;

use self::choice::Choices;
use crate::halt::{Halt, Origin, too_many_facts};
use crate::plan::Plan;
use crate::query::Query;
use crate::rows::{Row, row};
use crate::solve::{Machine, Solver};
use crate::tables::Tables;

/// The relations of a model, each with its tuples.
pub type Model = Vec<BTreeSet<Vec<Value>>>;

/// The model of a program whose facts, rules and subsumptions are `queries`, over `records`.
pub fn model<const W: usize>(
    program: &Program,
    queries: &[Query<'_>],
    records: &[Vec<Vec<Value>>],
    limit: Option<usize>,
    machine: Machine,
) -> Result<Model, Halt> {
    let limit = limit.unwrap_or(usize::MAX);
    let choices = Choices::of(program);
    let (mut facts, mut rules, mut subsumptions) = (vec![], vec![], vec![]);
    for query in queries {
        match query.origin {
            Origin::Fact(_) => facts.push(query),
            Origin::Rule(_) => rules.push(query),
            Origin::Subsumption(_) => subsumptions.push(query),
        }
    }
    let mut run: Run<'_, W> = Run { program, subsumptions, tables: Tables::new(vec![]), machine, choices, limit };
    run.load(records)?;
    let given = run.first_round(&facts)?;
    run.tables.add(given);
    run.check_limit()?;
    for stratum in &program.strata {
        let rules: Vec<&Query<'_>> =
            rules.iter().copied().filter(|rule| stratum.relations.contains(&rule.relation)).collect();
        run.machine.round = 0;
        run.rounds(stratum, &rules)?;
        run.tables.forget_views();
    }
    Ok(run.decoded())
}

/// What a round has concluded.
type Concluded<const W: usize> = BTreeMap<RelId, Vec<Row<W>>>;

struct Run<'p, const W: usize> {
    program: &'p Program,
    subsumptions: Vec<&'p Query<'p>>,
    tables: Tables<W>,
    machine: Machine,
    choices: Choices,
    limit: usize,
}

impl<const W: usize> Run<'_, W> {
    fn load(&mut self, records: &[Vec<Vec<Value>>]) -> Result<(), Halt> {
        let interner = &mut self.machine.interner;
        for relation in self.program.relation_ids() {
            let rows = records.get(relation.0 as usize).map_or(&[][..], |rows| rows);
            let mut rows = rows.iter().map(|values| row(values.iter().map(|value| interner.code(value)))).collect();
            self.choices.keep(relation, &mut rows);
            self.tables.finished.push(rows.into());
        }
        self.check_limit()
    }

    /// In the first round nobody sees tuples of the stratum itself: what is given and what it concludes is new together. Where the
    /// stratum is recursive, each later round takes every combination with a row of the round before.
    fn rounds(&mut self, stratum: &Stratum, rules: &[&Query<'_>]) -> Result<(), Halt> {
        let mut concluded = self.tables.take(&stratum.relations);
        for (relation, rows) in self.first_round(rules)? {
            concluded.entry(relation).or_default().extend(rows);
        }
        self.settle(stratum, &mut concluded)?;
        self.observe(stratum, &mut concluded);
        if !stratum.recursive {
            self.tables.add(concluded);
            return self.check_limit();
        }
        let mut grown = self.tables.open(concluded);
        loop {
            self.check_limit()?;
            if !grown || self.is_enough(stratum) {
                break;
            }
            self.machine.round += 1;
            let mut concluded = Concluded::new();
            for rule in rules {
                let mut rows = Vec::new();
                for (delta, plan) in rule.later() {
                    if delta.is_none_or(|(_, relation)| !self.tables.idle(relation)) {
                        rows.extend(self.conclusions(rule, plan, delta.map(|(goal, _)| goal))?);
                    }
                }
                self.conclude(rule.relation, rows, &mut concluded);
            }
            self.settle(stratum, &mut concluded)?;
            self.observe(stratum, &mut concluded);
            grown = self.tables.advance(concluded);
        }
        self.tables.close();
        Ok(())
    }

    fn first_round(&mut self, queries: &[&Query<'_>]) -> Result<Concluded<W>, Halt> {
        let mut concluded = Concluded::new();
        for query in queries {
            let rows = self.conclusions(query, &query.whole, None)?;
            self.conclude(query.relation, rows, &mut concluded);
        }
        Ok(concluded)
    }

    fn conclude(&mut self, relation: RelId, mut rows: Vec<Row<W>>, concluded: &mut Concluded<W>) {
        self.choices.keep_least(relation, &mut rows, &self.machine.interner);
        concluded.entry(relation).or_default().extend(rows);
    }

    /// The tuples that a fact or rule concludes, from everything or from what is new through the goal `delta`.
    fn conclusions(&mut self, query: &Query<'_>, plan: &Plan, delta: Option<usize>) -> Result<Vec<Row<W>>, Halt> {
        let mut solver = Solver { tables: &mut self.tables, machine: &mut self.machine, limit: self.limit };
        let heads = solver.heads(&query.clause, plan, delta, Solver::unit());
        let heads = heads.map_err(|_| too_many_facts(self.limit))?;
        if heads.iter().any(|head| head.failed) {
            return Err(Halt::Failed(query.origin));
        }
        Ok(heads.iter().map(|head| head.values).collect())
    }

    /// Whether a relation holds as many tuples as the rounds go on for.
    fn is_enough(&self, stratum: &Stratum) -> bool {
        let limits = stratum.relations.iter().map(|id| (id, self.program.relation(*id).limit));
        limits.into_iter().any(|(id, limit)| limit.is_some_and(|limit| self.tables.rows(*id).len() as u64 >= limit))
    }

    fn check_limit(&self) -> Result<(), Halt> {
        if self.tables.len() > self.limit { Err(too_many_facts(self.limit)) } else { Ok(()) }
    }

    fn decoded(&self) -> Model {
        let interner = &self.machine.interner;
        let decode = |id: RelId| {
            let arity = self.program.relation(id).columns.len();
            let decode = |row: &Row<W>| row[..arity].iter().map(|code| interner.value(*code).clone()).collect();
            self.tables.finished[id.0 as usize].iter().map(decode).collect()
        };
        self.program.relation_ids().map(decode).collect()
    }
}
