//! Stratum after stratum, from the bottom up.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Program, RelId, Stratum};
use values::Value;

use crate::halt::{Halt, Origin, too_many_facts};
use crate::plan::Plan;
use crate::query::Query;
use crate::rows::{Row, row};
use crate::solve::{Machine, Solver};
use crate::tables::Tables;

/// The relations of a model, each with its tuples.
pub type Model = Vec<BTreeSet<Vec<Value>>>;

/// The model of a program whose facts and rules are `queries`, over `records`.
pub fn model<const W: usize>(
    program: &Program,
    queries: &[Query<'_>],
    records: &[Vec<Vec<Value>>],
    limit: Option<usize>,
    machine: Machine,
) -> Result<Model, Halt> {
    let limit = limit.unwrap_or(usize::MAX);
    let mut run: Run<W> = Run { tables: Tables::new(vec![]), machine, limit };
    run.load(program, records)?;
    let (facts, rules): (Vec<_>, Vec<_>) = queries.iter().partition(|query| matches!(query.origin, Origin::Fact(_)));
    run.once(&facts)?;
    for stratum in &program.strata {
        let rules: Vec<&Query<'_>> =
            rules.iter().copied().filter(|rule| stratum.relations.contains(&rule.relation)).collect();
        run.stratum(stratum, &rules)?;
        run.tables.forget_views();
    }
    Ok(run.decoded(program))
}

/// What a round has concluded.
type Concluded<const W: usize> = BTreeMap<RelId, Vec<Row<W>>>;

struct Run<const W: usize> {
    tables: Tables<W>,
    machine: Machine,
    limit: usize,
}

impl<const W: usize> Run<W> {
    fn load(&mut self, program: &Program, records: &[Vec<Vec<Value>>]) -> Result<(), Halt> {
        let interner = &mut self.machine.interner;
        for index in 0..program.relations.len() {
            let rows = records.get(index).map_or(&[][..], |rows| rows);
            let rows = rows.iter().map(|values| row(values.iter().map(|value| interner.code(value))));
            self.tables.finished.push(rows.collect());
        }
        self.check_limit()
    }

    fn stratum(&mut self, stratum: &Stratum, rules: &[&Query<'_>]) -> Result<(), Halt> {
        if stratum.recursive { self.rounds(stratum, rules) } else { self.once(rules) }
    }

    /// Facts or rules that read finished relations only.
    fn once(&mut self, queries: &[&Query<'_>]) -> Result<(), Halt> {
        let concluded = self.first_round(queries)?;
        concluded.into_iter().for_each(|(relation, rows)| self.tables.add(relation, rows));
        self.check_limit()
    }

    /// The first round takes everything into account, a later one every combination with a row of the round before.
    fn rounds(&mut self, stratum: &Stratum, rules: &[&Query<'_>]) -> Result<(), Halt> {
        self.tables.open(&stratum.relations);
        let mut concluded = self.first_round(rules)?;
        while self.tables.advance(concluded) {
            self.check_limit()?;
            concluded = Concluded::new();
            for rule in rules {
                for (delta, plan) in rule.later() {
                    if delta.is_none_or(|(_, relation)| !self.tables.idle(relation)) {
                        let rows = self.conclusions(rule, plan, delta.map(|(goal, _)| goal))?;
                        concluded.entry(rule.relation).or_default().extend(rows);
                    }
                }
            }
        }
        self.tables.close();
        Ok(())
    }

    fn first_round(&mut self, queries: &[&Query<'_>]) -> Result<Concluded<W>, Halt> {
        let mut concluded = Concluded::new();
        for query in queries {
            concluded.entry(query.relation).or_default().extend(self.conclusions(query, &query.whole, None)?);
        }
        Ok(concluded)
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

    fn check_limit(&self) -> Result<(), Halt> {
        if self.tables.len() > self.limit { Err(too_many_facts(self.limit)) } else { Ok(()) }
    }

    fn decoded(&self, program: &Program) -> Model {
        let interner = &self.machine.interner;
        let decode = |id: RelId| {
            let arity = program.relation(id).columns.len();
            let decode = |row: &Row<W>| row[..arity].iter().map(|code| interner.value(*code).clone()).collect();
            self.tables.finished[id.0 as usize].iter().map(decode).collect()
        };
        program.relation_ids().map(decode).collect()
    }
}
