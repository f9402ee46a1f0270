//! Whether relations hold what is asked, for many bindings at a time.

use super::Context;
use crate::batch::Batch;
use crate::hash::{Column, hash_columns};
use crate::index::Hits;
use crate::membership::Membership;
use crate::membership::hashed::AHEAD;
use crate::plan::{Access, Probe};

/// The bindings of `batch` for which a row fits.
pub(super) fn present(probe: &Probe, batch: &Batch, context: &Context<'_>) -> Vec<bool> {
    let relation = &context.relations[probe.relation.0 as usize];
    let range = context.visible[probe.relation.0 as usize].range(probe.rows);
    let keys = probe.key.iter().map(|key| batch.key(*key)).collect::<Vec<_>>();
    match probe.access {
        Access::Scan if probe.columns.is_empty() => vec![!range.is_empty(); batch.len],
        Access::Member if let Some(held) = held(probe, batch, &keys, context) => held,
        _ => match relation.index(&probe.columns) {
            Some(index) => {
                let mut hits = Vec::new();
                index.hits(relation.rows(), &keys, batch.len, &range, &mut hits);
                hits.into_iter().map(|hits: Hits| !hits.is_empty()).collect()
            }
            None => unreachable!("the firing built the index"),
        },
    }
}

/// By membership; `None` where that cannot tell rows of this round from earlier ones.
fn held(probe: &Probe, batch: &Batch, keys: &[Column<'_>], context: &Context<'_>) -> Option<Vec<bool>> {
    let relation = &context.relations[probe.relation.0 as usize];
    let range = context.visible[probe.relation.0 as usize].range(probe.rows);
    let all = range == (0..relation.len());
    match relation.membership() {
        Membership::Bits(bits) if all => {
            let mut tuple = vec![0; keys.len()];
            let held = |binding| {
                tuple.iter_mut().zip(keys).for_each(|(code, key)| *code = key.code(binding));
                bits.holds(&tuple)
            };
            Some((0..batch.len).map(held).collect())
        }
        Membership::Hashed(hashed) => {
            let mut hashes = Vec::new();
            hash_columns(keys.iter().copied(), batch.len, &mut hashes);
            let columns = &relation.rows().columns;
            let mut held = Vec::with_capacity(batch.len);
            for (chunk, some) in hashes.chunks(AHEAD).enumerate() {
                hashed.touch(some);
                held.extend(some.iter().enumerate().map(|(at, hash)| {
                    let binding = chunk * AHEAD + at;
                    let same = |row: u32| {
                        columns.iter().zip(keys).all(|(column, key)| column[row as usize] == key.code(binding))
                    };
                    hashed.find(*hash, same).is_some_and(|row| range.contains(&row))
                }));
            }
            Some(held)
        }
        _ => None,
    }
}

/// Keeps the bindings for which no row fits. The relation is finished: an absence never reads its own stratum.
pub(super) fn absent(probe: &Probe, batch: &Batch, live: &[u32], context: &Context<'_>, out: &mut Batch) {
    keep(&present(probe, batch, context), false, batch, live, out);
}

/// Appends the bindings for which `which` is `wanted`.
pub(super) fn keep(which: &[bool], wanted: bool, batch: &Batch, live: &[u32], out: &mut Batch) {
    let rows = (0u32..).zip(which).filter(|(_, which)| **which == wanted).map(|(row, _)| row).collect::<Vec<_>>();
    out.gather(batch, &rows, live);
}
