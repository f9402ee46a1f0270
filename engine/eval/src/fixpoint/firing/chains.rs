//! A chain of matches, cut into chunks of the pairs that it begins with.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::super::guard::Guard;
use super::chunks::{SIDE_BY_SIDE, WAITING};
use super::{Firing, Outcome};
use crate::Relation;
use crate::composition::Composition;
use crate::membership::Membership;
use crate::membership::bits::{Found, Shape};
use crate::relation::append::Candidates;

/// Pairs of a chunk.
const CHUNK: usize = 1 << 10;
/// Bytes of bits that are searched for what is new: as many as stay in the cache,
const BYTES_CACHED: u64 = 1 << 22;
/// or so many for each pair that the chain begins with.
const BYTES_A_PAIR: u64 = 64;

/// Appends all that is new to the head's relation.
pub(super) fn run(
    firing: &Firing<'_>,
    composition: &Composition,
    relations: &mut [Relation],
    guard: &Guard<'_>,
) -> Outcome {
    match relations[firing.head.0 as usize].membership() {
        Membership::Bits(bits) if bits.bytes() <= (composition.len() as u64 * BYTES_A_PAIR).max(BYTES_CACHED) => {
            search_bits(firing, composition, bits.shape(), relations, guard)
        }
        _ => collect(firing, composition, relations, guard),
    }
}

/// Each thread sets bits of its own; what is new among them is appended in ascending order.
fn search_bits(
    firing: &Firing<'_>,
    composition: &Composition,
    shape: Shape,
    relations: &mut [Relation],
    guard: &Guard<'_>,
) -> Outcome {
    let len = composition.len();
    let next = AtomicUsize::new(0);
    let work = |_| {
        let (mut found, mut scratch, mut end) = (Found::new(shape), composition.scratch(), None);
        while end.is_none() {
            let start = next.fetch_add(CHUNK, Ordering::Relaxed);
            if start >= len {
                break;
            }
            composition.find(relations, start, len.min(start + CHUNK), &mut scratch, &mut found);
            end = guard.look(0);
        }
        (found, end)
    };
    let threads = rayon::current_num_threads().min(len.div_ceil(CHUNK));
    let mut outcome = Outcome::default();
    let mut all: Option<Found> = None;
    for (found, end) in (0..threads).into_par_iter().map(work).collect::<Vec<_>>() {
        outcome.add(Outcome { derived: found.pairs, end, ..Outcome::default() });
        match &mut all {
            None => all = Some(found),
            Some(all) => all.join(found),
        }
    }
    if let Some(mut all) = all {
        outcome.exhausted |= relations[firing.head.0 as usize].settle(&mut all).is_none();
    }
    outcome
}

/// Chunks collect candidates, which are added in the order of the chunks.
fn collect(firing: &Firing<'_>, composition: &Composition, relations: &mut [Relation], guard: &Guard<'_>) -> Outcome {
    let head = firing.head.0 as usize;
    relations[head].ensure_index(&[composition.column()], firing.visible[head].all);
    let (first, pairs) = (relations[head].len(), composition.len());
    let mut outcome = Outcome::default();
    // Where each chunk in progress goes on, and where it ends.
    let mut active: Vec<(usize, usize)> = Vec::new();
    let mut next = 0;
    loop {
        while active.len() < SIDE_BY_SIDE && next < pairs {
            active.push((next, pairs.min(next + CHUNK)));
            next += CHUNK;
        }
        if active.is_empty() || outcome.is_over() {
            break;
        }
        let relations_now: &[Relation] = relations;
        let work = |(at, end): &mut (usize, usize)| {
            let mut found = Candidates::new(&relations_now[head]);
            let (stopped, derived) = composition.collect(relations_now, firing.head, *at, *end, WAITING, &mut found);
            *at = stopped;
            (found, derived)
        };
        let done: Vec<_> = active.par_iter_mut().map(work).collect();
        active.retain(|(at, end)| at < end);
        let (candidates, derived): (Vec<_>, Vec<_>) = done.into_iter().unzip();
        let head = &mut relations[head];
        outcome.derived += derived.iter().sum::<u64>();
        outcome.exhausted |= head.commit(&candidates).is_none();
        outcome.end = outcome.end.or_else(|| guard.look(u64::from(head.len() - first)));
    }
    outcome
}
