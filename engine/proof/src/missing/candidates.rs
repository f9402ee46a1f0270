//! The candidates of a model, and what is open about them.

use std::cmp::Ordering;

use eval::Model;
use program::checked::{Candidate, ModelId, Program, RelId};
use rayon::prelude::*;
use values::{Code, Primitive, Value};

use super::{Board, Lack, Openness, Sign};
use crate::explain::open::Memo;
use crate::{OpenKind, OpenReason, Standing};

/// The candidates by one row of each.
pub(super) struct Candidates<'m> {
    model: &'m Model<'m>,
    candidate: &'m Candidate,
    /// In the order of their codes.
    pub(super) rows: Vec<u32>,
}

impl<'m> Candidates<'m> {
    pub(super) fn of(model: &'m Model<'m>, candidate: &'m Candidate) -> Candidates<'m> {
        let table = model.relation(candidate.relation);
        let columns = &table.rows().columns;
        let first = |row: u32| candidate.columns.first().map_or(0, |column| columns[*column][row as usize]);
        // Sorting pairs of numbers is a good deal faster than comparing rows.
        let holding = (0..table.len()).filter(|row| table.holds(*row));
        let mut sorted = holding.map(|row| u64::from(first(row)) << 32 | u64::from(row)).collect::<Vec<_>>();
        sorted.par_sort_unstable();
        let mut rows = sorted.into_iter().map(|pair| pair as u32).collect::<Vec<_>>();
        let rest = candidate.columns.get(1..).unwrap_or_default();
        let by_rest = |a: &u32, b: &u32| {
            let mut orders =
                rest.iter().map(|column| columns[*column][*a as usize].cmp(&columns[*column][*b as usize]));
            orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        if !rest.is_empty() {
            rows.chunk_by_mut(|a, b| first(*a) == first(*b)).for_each(|equal| equal.sort_unstable_by(by_rest));
        }
        rows.dedup_by(|a, b| first(*a) == first(*b) && by_rest(a, b).is_eq());
        Candidates { model, candidate, rows }
    }

    /// Puts the key of the candidate of this row in the place of another one.
    pub(super) fn key(&self, row: u32, key: &mut Vec<Code>) {
        key.clear();
        key.extend(self.codes(row));
    }

    fn codes(&self, row: u32) -> impl Iterator<Item = Code> {
        let columns = &self.model.relation(self.candidate.relation).rows().columns;
        self.candidate.columns.iter().map(move |column| columns[*column][row as usize])
    }

    /// The values that identify the candidate of this row.
    pub(super) fn values(&self, row: u32) -> Vec<Value> {
        let columns = &self.model.program.relation(self.candidate.relation).columns;
        let key = self.codes(row).zip(&self.candidate.columns);
        key.map(|(code, column)| self.model.dictionary.decode(columns[*column].primitive, code)).collect()
    }

    /// Compares two candidates in output order.
    pub(super) fn compare(&self, a: u32, b: u32) -> Ordering {
        let columns = &self.model.relation(self.candidate.relation).rows().columns;
        let types = &self.model.program.relation(self.candidate.relation).columns;
        let mut orders = self.candidate.columns.iter().map(|column| {
            let (a, b) = (columns[*column][a as usize], columns[*column][b as usize]);
            self.model.dictionary.compare(types[*column].primitive, a, b)
        });
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }
}

/// The columns of tuples of `relation` without those of `unknown` that hold values of a candidate's key, with the places in the key: those of the same name.
pub(super) fn links(written: &Program, id: ModelId, relation: RelId, unknown: &[usize]) -> Vec<(usize, usize)> {
    let Some(candidate) = &written.model(id).candidate else { return Vec::new() };
    let known = written.relation(relation).columns.iter().enumerate().filter(|(at, _)| !unknown.contains(at));
    let link = |(column, (_, declared)): (usize, (usize, &program::checked::Column))| {
        let names = candidate.columns.iter().map(|at| &written.relation(candidate.relation).columns[*at].name);
        let place = names.into_iter().position(|name| *name == declared.name)?;
        Some((column, place))
    };
    known.enumerate().filter_map(link).collect()
}

impl Board<'_> {
    /// What is open by the first of these rows, if that stands stronger than `than`.
    pub(super) fn open(
        &self,
        sign: &Sign<'_>,
        rows: &[u32],
        than: Standing,
        memo: &Memo,
    ) -> Option<(Standing, Vec<Lack>)> {
        let relation = sign.rows.relation();
        let table = self.model.relation(relation);
        let kinds = table.rows().columns.last()?;
        let kind = |row: u32| match self.model.dictionary.decode(Primitive::Number, kinds[row as usize]) {
            Value::Number(1) => OpenKind::Findings,
            _ => OpenKind::Data,
        };
        let first = rows
            .iter()
            .copied()
            .min_by(|a, b| kind(*a).cmp(&kind(*b)).then_with(|| self.model.compare_rows(relation, *a, *b)))?;
        let standing = match kind(first) {
            OpenKind::Findings => Standing::Conditional,
            OpenKind::Data => Standing::Undetermined,
        };
        if standing >= than {
            return None;
        }
        let case = self.explainer.open_case((relation, first), self.written, memo)?;
        let mut lacks = case.points.iter().map(|point| {
            let base = if let OpenReason::Incomplete { base, .. } = point.reason { base } else { point.relation };
            Lack::Open { relation: point.relation, base, reason: Openness::from(&point.reason) }
        });
        let mut lacks = lacks.by_ref().collect::<Vec<_>>();
        lacks.sort();
        lacks.dedup();
        Some((standing, lacks))
    }
}
