//! Stratum after stratum, from the bottom up.

mod choice;
mod conflict;
mod equivalence;
mod lighter;
mod open;
mod settle;

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Grade, Program, RelId, Stratum};
use values::Value;

use self::choice::Choices;
use self::conflict::Claims;
use self::lighter::Versions;
use crate::halt::{Halt, Origin, Reason, refused, too_many_facts};
use crate::interner::Code;
use crate::openness::Openness;
use crate::outcomes::{Grades, Model, OpenTuple, Tuples, outcomes};
use crate::plan::Plan;
use crate::query::Query;
use crate::rows::{Row, row};
use crate::solve::{Bindings, Machine, Solver};
use crate::tables::Tables;

/// The model of a program whose facts, rules and subsumptions are `queries`, over `records`.
pub fn model<'p, const W: usize>(
    program: &'p Program,
    openness: &'p Openness,
    queries: &'p [Query<'p>],
    records: &[Vec<Vec<Value>>],
    limit: Option<usize>,
    machine: Machine,
) -> Result<Model, Halt> {
    let limit = limit.unwrap_or(usize::MAX);
    let choices = Choices::of(program);
    let (mut facts, mut rules, mut subsumptions, mut at_best) = (vec![], vec![], vec![], vec![]);
    for query in queries {
        match query.origin {
            Origin::Fact(_) => facts.push(query),
            Origin::Rule(_) if query.at_best() => at_best.push(query),
            Origin::Rule(_) => rules.push(query),
            Origin::Subsumption(_) => subsumptions.push(query),
        }
    }
    let mut run: Run<'_, W> = Run {
        program,
        openness,
        subsumptions,
        tables: Tables::new(vec![]),
        machine,
        choices,
        versions: Versions::default(),
        claims: Claims::default(),
        grades: BTreeMap::new(),
        limit,
    };
    run.load(records)?;
    let given = run.first_round(&facts)?;
    run.tables.add(given);
    run.check_limit()?;
    for stratum in &program.strata {
        let of_stratum = |rules: &[&'p Query<'p>]| -> Vec<&'p Query<'p>> {
            rules.iter().copied().filter(|rule| stratum.relations.contains(&rule.relation)).collect()
        };
        run.machine.round = 0;
        run.rounds(stratum, &of_stratum(&rules))?;
        run.tables.forget_views();
        run.open_rounds(stratum, &of_stratum(&at_best))?;
        run.tables.forget_views();
    }
    Ok(run.decoded())
}

/// What a round has concluded.
type Concluded<const W: usize> = BTreeMap<RelId, Vec<Row<W>>>;

struct Run<'p, const W: usize> {
    program: &'p Program,
    openness: &'p Openness,
    subsumptions: Vec<&'p Query<'p>>,
    tables: Tables<W>,
    machine: Machine,
    choices: Choices,
    versions: Versions<W>,
    claims: Claims<W>,
    grades: BTreeMap<(RelId, Row<W>), Grade>,
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
        if let Some(rule) = rules.iter().find(|rule| stratum.recursive && self.conflicts(rule.relation)) {
            return Err(refused(self.program, rule.origin, Reason::NoOrder));
        }
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
                self.conclude(rule, rows, &mut concluded);
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
            self.conclude(query, rows, &mut concluded);
        }
        Ok(concluded)
    }

    fn conclude(&mut self, query: &Query<'_>, rows: Vec<Row<W>>, concluded: &mut Concluded<W>) {
        let relation = query.relation;
        let mut rows = match query.version {
            Some(version) => self.lighter(query, version, rows),
            None => rows,
        };
        if self.conflicts(relation) && matches!(query.origin, Origin::Rule(_)) {
            return rows.into_iter().for_each(|row| self.claim(query, &row, 0));
        }
        if let Origin::Rule(rule) = query.origin {
            self.grade(relation, rule, rows.iter().copied());
        }
        self.choices.keep_least(relation, &mut rows, &self.machine.interner);
        concluded.entry(relation).or_default().extend(rows);
    }

    /// The tuples that a fact or rule concludes, from everything or from what is new through the goal `delta`.
    fn conclusions(&mut self, query: &Query<'_>, plan: &Plan, delta: Option<usize>) -> Result<Vec<Row<W>>, Halt> {
        let heads = self.heads(query, plan, delta)?;
        if heads.iter().any(|head| head.failed) {
            return Err(Halt::Failed(query.origin));
        }
        Ok(heads.iter().map(|head| head.values).collect())
    }

    fn heads(&mut self, query: &Query<'_>, plan: &Plan, delta: Option<usize>) -> Result<Bindings<W>, Halt> {
        let (program, openness, limit) = (self.program, self.openness, self.limit);
        let mut solver =
            Solver { program, openness, tables: &mut self.tables, machine: &mut self.machine, limit, asking: None };
        let heads = solver.heads(&query.clause, plan, delta, Solver::unit());
        heads.map_err(|_| too_many_facts(limit))
    }

    /// Whether a relation holds as many tuples as the rounds go on for.
    fn is_enough(&self, stratum: &Stratum) -> bool {
        let limits = stratum.relations.iter().map(|id| (id, self.program.relation(*id).limit));
        limits.into_iter().any(|(id, limit)| limit.is_some_and(|limit| self.tables.rows(*id).len() as u64 >= limit))
    }

    fn check_limit(&self) -> Result<(), Halt> {
        if self.tables.len() > self.limit { Err(too_many_facts(self.limit)) } else { Ok(()) }
    }

    /// Notes the grade that a rule gives its conclusions.
    fn grade(&mut self, relation: RelId, rule: usize, rows: impl Iterator<Item = Row<W>>) {
        let Some(grade) = self.program.rules[rule].clue else { return };
        for row in rows {
            let best = self.grades.entry((relation, row)).or_insert(grade);
            *best = grade.min(*best);
        }
    }

    fn tuple(&self, row: &[Code]) -> Vec<Value> {
        row.iter().map(|code| self.machine.interner.value(*code).clone()).collect()
    }

    fn decoded(&self) -> Model {
        let arity = |id: RelId| self.program.relation(id).columns.len();
        let holds = |id| self.tables.given(id).iter().map(|row| self.tuple(&row[..arity(id)])).collect::<Tuples>();
        let relations: Vec<Tuples> = self.program.relation_ids().map(holds).collect();
        let open: Vec<BTreeSet<OpenTuple>> = self.program.relation_ids().map(|id| self.open_tuples(id)).collect();
        let grade = |((id, row), grade): (&(RelId, Row<W>), &Grade)| ((*id, self.tuple(&row[..arity(*id)])), *grade);
        let grades: Grades = self.grades.iter().map(grade).collect();
        let outcomes = outcomes(self.program, &relations, &open, &grades);
        let refer = self.program.relation_ids().map(|id| self.refer(id)).collect();
        Model { relations, open, refer, grades, outcomes }
    }
}
