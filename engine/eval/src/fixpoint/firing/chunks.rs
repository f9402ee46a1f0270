//! A firing cut into chunks of the rows that it reads first.
//!
//! Chunks and their order depend on the data alone: the number of threads decides who works, never what comes out.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use values::Dictionary;

use super::super::guard::{End, Guard};
use super::{Firing, Outcome};
use crate::Relation;
use crate::batch::{BATCH, Batch};
use crate::hash::Column;
use crate::membership::Membership;
use crate::membership::bits::{Found, Shape};
use crate::pipeline::aggregates::Prepared;
use crate::pipeline::{Codes, Context, Last, Run};
use crate::plan::Plan;
use crate::relation::append::Candidates;

/// Rows of a chunk: enough to outweigh its start, few enough to share work out evenly.
const CHUNK: u32 = 1 << 13;
/// Chunks worked on before what they found is added: room for as many threads, and a bound on what waits.
pub(super) const SIDE_BY_SIDE: usize = 16;
/// Tuples that a chunk may find before they are added.
pub(super) const WAITING: usize = 1 << 14;
/// Batches between two looks at limits and wishes to stop.
const LOOK_EVERY: u32 = 8;
/// Words of bits that a row read first may stand for where bits are searched for what is new.
const WORDS_A_ROW: u64 = 256;

/// A firing by steps.
pub(super) struct Chunks<'c> {
    pub(super) firing: &'c Firing<'c>,
    pub(super) plan: &'c Plan,
    pub(super) prepared: Prepared,
    /// The rows read first, where they are read one after the other.
    pub(super) range: Option<Range<u32>>,
    pub(super) outcome: Outcome,
}

impl Chunks<'_> {
    /// Appends all that is new to the head's relation.
    pub(super) fn run(&mut self, relations: &mut [Relation], dictionary: &mut Dictionary, guard: &Guard<'_>) {
        let before = self.outcome;
        match self.bits(relations) {
            Some(shape) => self.search_bits(shape, relations, dictionary, guard),
            None => self.collect(relations, dictionary, guard),
        }
        if self.outcome.lacks {
            // A value was made that has no code yet. What has been added stays: it is found again.
            self.outcome = before;
            self.run_alone(relations, dictionary, guard);
        }
    }

    /// The shape of the head's bits, where enough is read to search all of them for what is new.
    fn bits(&self, relations: &[Relation]) -> Option<Shape> {
        let Membership::Bits(bits) = relations[self.firing.head.0 as usize].membership() else { return None };
        let rows = self.range.as_ref()?.len() as u64;
        (rows > BATCH as u64 && bits.bytes() / 8 <= rows * WORDS_A_ROW).then_some(bits.shape())
    }

    fn start(&self, first: Option<Range<u32>>) -> Run<'_> {
        Run::new(self.plan, self.firing.goals, Batch::single(self.firing.goals.types.len(), &[], &[]), first)
    }

    fn ranges(&self) -> Vec<Option<Range<u32>>> {
        match &self.range {
            None => vec![None],
            Some(range) => {
                let chunk = |start: u32| Some(start..range.end.min(start.saturating_add(CHUNK)));
                range.clone().step_by(CHUNK as usize).map(chunk).collect()
            }
        }
    }

    fn context<'a>(&'a self, relations: &'a [Relation], dictionary: &'a Dictionary) -> Context<'a> {
        let codes = Codes::Shared { dictionary, lacks: false };
        Context { relations, visible: self.firing.visible, codes, prepared: &self.prepared, suspect: false }
    }

    /// Each thread sets bits of its own; what is new among them is appended in ascending order.
    fn search_bits(&mut self, shape: Shape, relations: &mut [Relation], dictionary: &Dictionary, guard: &Guard<'_>) {
        let ranges = self.ranges();
        let next = AtomicUsize::new(0);
        let last = Last::of(self.plan, self.firing.goals);
        let work = |_| {
            let mut found = Found::new(shape);
            let mut outcome = Outcome::default();
            let mut context = self.context(relations, dictionary);
            while let Some(range) = ranges.get(next.fetch_add(1, Ordering::Relaxed)) {
                let mut run = self.start(range.clone());
                while outcome.end.is_none() && !context.codes.lacks() && run.find(&mut context, &last, &mut found) {
                    outcome.end = guard.look(0);
                }
            }
            outcome.derived = found.set;
            (outcome.suspect, outcome.lacks) = (context.suspect, context.codes.lacks());
            (found, outcome)
        };
        let threads = rayon::current_num_threads().min(ranges.len());
        let done = (0..threads).into_par_iter().map(work).collect::<Vec<_>>();
        let mut all: Option<Found> = None;
        for (found, outcome) in done {
            self.outcome.add(outcome);
            match &mut all {
                None => all = Some(found),
                Some(all) => all.join(found),
            }
        }
        if let Some(mut all) = all {
            self.outcome.exhausted |= relations[self.firing.head.0 as usize].settle(&mut all).is_none();
        }
    }

    /// Chunks collect candidates, which are added in the order of the chunks.
    fn collect(&mut self, relations: &mut [Relation], dictionary: &Dictionary, guard: &Guard<'_>) {
        let mut outcome = self.outcome;
        let first = relations[self.firing.head.0 as usize].len();
        let mut ranges = self.ranges().into_iter();
        let mut active: Vec<Run<'_>> = Vec::new();
        while !outcome.is_over() {
            active.extend(ranges.by_ref().take(SIDE_BY_SIDE - active.len()).map(|range| self.start(range)));
            if active.is_empty() {
                break;
            }
            let relations_now: &[Relation] = relations;
            let work = |run: &mut Run<'_>| {
                let mut context = self.context(relations_now, dictionary);
                let done = self.fill(run, &mut context, guard);
                (done, context.suspect, context.codes.lacks())
            };
            let done: Vec<_> = match &mut active[..] {
                [one] => vec![work(one)],
                many => many.par_iter_mut().map(work).collect(),
            };
            let mut finished = done.iter().map(|((_, over, _), ..)| *over).collect::<Vec<_>>().into_iter();
            active.retain(|_| !finished.next().unwrap_or(false));
            let mut candidates = Vec::with_capacity(done.len());
            for ((found, _, end), suspect, lacks) in done {
                outcome.add(Outcome { derived: found.len() as u64, suspect, lacks, end, exhausted: false });
                candidates.push(found);
            }
            let head = &mut relations[self.firing.head.0 as usize];
            outcome.exhausted |= head.commit(&candidates).is_none();
            // The end of the firing looks by itself.
            if !active.is_empty() {
                outcome.end = outcome.end.or_else(|| guard.look(u64::from(head.len() - first)));
            }
        }
        drop(active);
        self.outcome = outcome;
    }

    /// Lets a chunk find some tuples: these, whether it is done, and whether the run is to end.
    fn fill(&self, run: &mut Run<'_>, context: &mut Context<'_>, guard: &Guard<'_>) -> (Candidates, bool, Option<End>) {
        let mut found = Candidates::new(self.firing.goals.head.len());
        let mut batches = 0;
        while found.len() < WAITING && !context.codes.lacks() {
            let Some(batch) = run.next(context) else { return (found, true, None) };
            let columns = self.firing.goals.head.iter().map(|arg| batch.argument(arg)).collect::<Vec<Column<'_>>>();
            found.extend(&columns, batch.len);
            run.reuse(batch);
            batches += 1;
            if batches % LOOK_EVERY == 0 {
                let end = guard.look(0);
                if end.is_some() {
                    return (found, false, end);
                }
            }
        }
        (found, false, None)
    }

    /// One chunk, which gives codes to the values that it makes.
    fn run_alone(&mut self, relations: &mut [Relation], dictionary: &mut Dictionary, guard: &Guard<'_>) {
        let mut outcome = self.outcome;
        let first = relations[self.firing.head.0 as usize].len();
        let mut run = self.start(None);
        while !outcome.is_over() {
            let codes = Codes::Own(dictionary);
            let (visible, prepared) = (self.firing.visible, &self.prepared);
            let mut context = Context { relations, visible, codes, prepared, suspect: false };
            let (found, over, end) = self.fill(&mut run, &mut context, guard);
            outcome.add(Outcome { derived: found.len() as u64, suspect: context.suspect, end, ..Outcome::default() });
            let head = &mut relations[self.firing.head.0 as usize];
            outcome.exhausted |= head.commit(&[found]).is_none();
            outcome.end = outcome.end.or_else(|| guard.look(u64::from(head.len() - first)));
            if over {
                break;
            }
        }
        drop(run);
        self.outcome = outcome;
    }
}
