//! A firing cut into chunks of the rows that it reads first.
//!
//! Chunks and their order depend on the data alone: the number of threads decides who works, never what comes out.

use std::ops::Range;

use rayon::prelude::*;
use values::Dictionary;

use super::super::guard::{End, Guard};
use super::{Firing, Outcome};
use crate::Relation;
use crate::hash::Columns;
use crate::pipeline::aggregates::Prepared;
use crate::pipeline::{Codes, Context, Counting, Run, Scratch};
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

/// A firing by steps.
pub(super) struct Chunks<'c> {
    pub(super) firing: &'c Firing<'c>,
    pub(super) plan: &'c Plan,
    pub(super) prepared: Prepared,
    /// The rows read first, where they are read one after the other.
    pub(super) range: Option<Range<u32>>,
    /// For a clause that reads the program's counter: it numbers all bindings together.
    pub(super) counting: Option<Box<Counting>>,
    pub(super) outcome: Outcome,
}

impl Chunks<'_> {
    /// Appends all that is new to the head's relation.
    pub(super) fn run(
        &mut self,
        relations: &mut [Relation],
        dictionary: &mut Dictionary,
        guard: &Guard<'_>,
        scratch: &mut Option<Box<Scratch>>,
    ) {
        let together = self.counting.is_some();
        let Some(range) = self.range.clone().filter(|range| range.len() > CHUNK as usize && !together) else {
            return self.run_alone(relations, dictionary, guard, scratch);
        };
        let before = self.outcome;
        self.collect(range, relations, dictionary, guard);
        if self.outcome.lacks {
            // A value was made that has no code yet. What has been added stays: it is found again.
            self.outcome = before;
            self.run_alone(relations, dictionary, guard, scratch);
        }
    }

    fn start(&self, first: Option<Range<u32>>, scratch: Box<Scratch>) -> Run<'_> {
        let Firing { goals, round, .. } = self.firing;
        let mut run = Run::new(self.plan, goals, first, scratch);
        run.bind(goals.round.as_slice(), round.as_slice());
        run
    }

    fn context<'a>(&'a self, relations: &'a [Relation], dictionary: &'a Dictionary) -> Context<'a> {
        let codes = Codes::Shared { dictionary, lacks: false };
        Context { relations, visible: self.firing.visible, codes, prepared: &self.prepared, suspect: false }
    }

    /// Chunks collect candidates, which are added in the order of the chunks.
    fn collect(&mut self, range: Range<u32>, relations: &mut [Relation], dictionary: &Dictionary, guard: &Guard<'_>) {
        let mut outcome = self.outcome;
        let first = relations[self.firing.head.0 as usize].len();
        let chunk = |start: u32| start..range.end.min(start.saturating_add(CHUNK));
        let mut ranges = range.clone().step_by(CHUNK as usize).map(chunk);
        let mut active: Vec<Run<'_>> = Vec::new();
        while !outcome.is_over() {
            active.extend(
                ranges.by_ref().take(SIDE_BY_SIDE - active.len()).map(|range| self.start(Some(range), Box::default())),
            );
            if active.is_empty() {
                break;
            }
            let relations_now: &[Relation] = relations;
            let work = |run: &mut Run<'_>| {
                let mut context = self.context(relations_now, dictionary);
                let mut found = Candidates::new(&relations_now[self.firing.head.0 as usize]);
                let (over, end) = self.fill(run, &mut context, guard, &mut found);
                let (suspect, lacks) = (context.suspect, context.codes.lacks());
                let happened = Outcome { derived: found.len() as u64, suspect, lacks, end, exhausted: false };
                (found, over, happened)
            };
            let done: Vec<_> = match &mut active[..] {
                [one] => vec![work(one)],
                many => many.par_iter_mut().map(work).collect(),
            };
            let mut finished = done.iter().map(|(_, over, _)| *over).collect::<Vec<_>>().into_iter();
            active.retain(|_| !finished.next().unwrap_or(false));
            let mut candidates = Vec::with_capacity(done.len());
            for (found, _, happened) in done {
                outcome.add(happened);
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

    /// Lets a chunk find some tuples: whether it is done, and whether the run is to end.
    fn fill(
        &self,
        run: &mut Run<'_>,
        context: &mut Context<'_>,
        guard: &Guard<'_>,
        found: &mut Candidates,
    ) -> (bool, Option<End>) {
        let mut batches = 0;
        while found.len() < WAITING && !context.codes.lacks() {
            let Some(batch) = run.next(context) else { return (true, None) };
            if batch.len > 0 {
                let columns = self.firing.goals.head.iter().map(|arg| batch.argument(arg));
                found.extend(&columns.collect::<Columns<'_>>(), batch.len);
            }
            run.reuse(batch);
            batches += 1;
            if batches % LOOK_EVERY == 0 {
                let end = guard.look(0);
                if end.is_some() {
                    return (false, end);
                }
            }
        }
        (false, None)
    }

    /// One chunk, which gives codes to the values that it makes.
    fn run_alone(
        &mut self,
        relations: &mut [Relation],
        dictionary: &mut Dictionary,
        guard: &Guard<'_>,
        scratch: &mut Option<Box<Scratch>>,
    ) {
        let mut outcome = self.outcome;
        let first = relations[self.firing.head.0 as usize].len();
        let mut memory = scratch.take().unwrap_or_default();
        let mut found = std::mem::take(&mut memory.found);
        let counting = self.counting.take();
        let mut run = self.start(None, memory);
        run.counting = counting;
        while !outcome.is_over() {
            let codes = Codes::Own(dictionary);
            let (visible, prepared) = (self.firing.visible, &self.prepared);
            let mut context = Context { relations, visible, codes, prepared, suspect: false };
            found.restart(&context.relations[self.firing.head.0 as usize]);
            let (over, end) = self.fill(&mut run, &mut context, guard, &mut found);
            outcome.add(Outcome { derived: found.len() as u64, suspect: context.suspect, end, ..Outcome::default() });
            let head = &mut relations[self.firing.head.0 as usize];
            outcome.exhausted |= head.commit(std::slice::from_ref(&found)).is_none();
            // The end of the firing looks by itself.
            if over {
                break;
            }
            outcome.end = outcome.end.or_else(|| guard.look(u64::from(head.len() - first)));
        }
        let counting = run.counting.take();
        scratch.insert(run.into_scratch()).found = found;
        (self.outcome, self.counting) = (outcome, counting);
    }
}
