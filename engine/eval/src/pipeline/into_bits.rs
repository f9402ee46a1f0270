//! The last step of a firing whose head is a set of bits.

use super::Context;
use crate::batch::Batch;
use crate::goal::{Arg, Goals};
use crate::index::Hits;
use crate::membership::bits::Found;
use crate::plan::{self, Access, Plan, StepKind};
use values::Code;

/// How the head's tuples are found: a join that comes last and gives one of two columns sets bits by itself, so that no
/// binding is ever written down. Transitive closure of a graph of 5,000 nodes spends a nanosecond on a derivation here.
pub(crate) struct Last {
    join: Option<LastJoin>,
}

/// The join gives one column, what is bound before it the other.
#[derive(Clone, Copy)]
pub(super) struct LastJoin {
    /// The other column, which the join does not give.
    other: Other,
    /// The join gives the last column.
    gives_last: bool,
}

#[derive(Clone, Copy)]
enum Other {
    Variable(u32),
    Constant(Code),
    /// There is no other column.
    Nothing,
}

impl Last {
    pub(crate) fn of(plan: &Plan, goals: &Goals) -> Last {
        Last { join: last_join(plan, &goals.head) }
    }

    pub(super) fn is_join(&self) -> Option<LastJoin> {
        self.join
    }

    /// Sets the bits of bindings that came through.
    pub(super) fn add(&self, batch: &Batch, head: &[Arg], found: &mut Found) {
        let columns = head.iter().map(|arg| batch.argument(arg)).collect::<Vec<_>>();
        let mut tuple = vec![0; head.len()];
        for row in 0..batch.len {
            tuple.iter_mut().zip(&columns).for_each(|(code, column)| *code = column.code(row));
            found.add(&tuple);
        }
    }
}

fn last_join(plan: &Plan, head: &[Arg]) -> Option<LastJoin> {
    let StepKind::Join(join) = &plan.steps.last()?.kind else { return None };
    let [(_, given)] = join.outputs[..] else { return None };
    if join.exists || join.probe.access != Access::Index || !join.same.is_empty() {
        return None;
    }
    let is_given = |arg: &Arg| matches!(arg, Arg::Variable(variable) if *variable == given);
    let other = |arg: &Arg| match arg {
        Arg::Variable(variable) => Other::Variable(*variable),
        Arg::Constant(_, code) => Other::Constant(*code),
        Arg::Any => unreachable!("a head holds no `_`"),
    };
    match head {
        [only] if is_given(only) => Some(LastJoin { other: Other::Nothing, gives_last: true }),
        [first, last] if is_given(last) && !is_given(first) => Some(LastJoin { other: other(first), gives_last: true }),
        [first, last] if is_given(first) && !is_given(last) => Some(LastJoin { other: other(last), gives_last: false }),
        _ => None,
    }
}

impl LastJoin {
    /// Sets the bits of every binding of `batch` with every row that the join finds for it.
    pub(super) fn fill(self, join: &plan::Join, batch: &Batch, context: &Context<'_>, found: &mut Found) {
        let relation = &context.relations[join.probe.relation.0 as usize];
        let range = context.visible[join.probe.relation.0 as usize].range(join.probe.rows);
        let Some(index) = relation.index(&join.probe.columns) else { unreachable!("the firing built it") };
        let keys = join.probe.key.iter().map(|key| batch.key(*key)).collect::<Vec<_>>();
        let mut hits: Vec<Hits> = Vec::new();
        index.hits(relation.rows(), &keys, batch.len, &range, &mut hits);
        let codes = &relation.rows().columns[join.outputs[0].0];
        for (row, hits) in hits.iter().enumerate().filter(|(_, hits)| !hits.is_empty()) {
            let other = match self.other {
                Other::Variable(variable) => batch.code(variable, row),
                Other::Constant(code) => code,
                Other::Nothing => 0,
            };
            let given = index.rows(hits.start..hits.end).iter().map(|row| codes[*row as usize]);
            self.set(given, other, found);
            let inside = |row: u32| Some(row).filter(|row| *row < range.end);
            let chain = std::iter::successors(inside(hits.chain), |row| inside(index.next(*row)));
            self.set(chain.map(|row| codes[row as usize]), other, found);
        }
    }

    fn set(self, given: impl Iterator<Item = Code>, other: Code, found: &mut Found) {
        match self.gives_last {
            true => found.add_row(other, given),
            false => found.add_column(given, other),
        }
    }
}
