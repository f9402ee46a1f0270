//! Whether relations hold what is asked, for many bindings at a time.

use super::Context;
use super::scratch::Spare;
use crate::batch::Batch;
use crate::hash::{Column, Columns, hash_columns};
use crate::index::Hits;
use crate::membership::Membership;
use crate::membership::hashed::AHEAD;
use crate::plan::{Access, Probe};
use crate::relation::Implied;

/// Appends the bindings of `batch` for which a row fits if that is `wanted`, and otherwise the others.
pub(super) fn keep(
    wanted: bool,
    probe: &Probe,
    batch: &Batch,
    live: &[u32],
    context: &Context<'_>,
    spare: &mut Spare,
    out: &mut Batch,
) {
    present(probe, batch, context, spare);
    let Spare { present, bindings, .. } = spare;
    bindings.clear();
    bindings.extend((0u32..).zip(&*present).filter(|(_, present)| **present == wanted).map(|(row, _)| row));
    out.gather(batch, bindings, live);
}

/// Of each binding of `batch`, whether a row fits.
fn present(probe: &Probe, batch: &Batch, context: &Context<'_>, spare: &mut Spare) {
    let relation = &context.relations[probe.relation.0 as usize];
    let range = context.visible[probe.relation.0 as usize].range(probe.rows);
    let keys = probe.key.iter().map(|key| batch.key(*key)).collect::<Columns<'_>>();
    spare.present.clear();
    if probe.access == Access::Scan && probe.columns.is_empty() {
        let some = relation.erased().map_or(!range.is_empty(), |_| relation.holding(range) > 0);
        return spare.present.resize(batch.len, some);
    }
    if probe.access == Access::Member && held(probe, batch, &keys, context, &mut spare.present) {
        return;
    }
    let Some(index) = relation.index(&probe.columns) else { unreachable!("the firing built the index") };
    let mut hits = spare.hits.pop().unwrap_or_default();
    index.hits(relation.rows(), &keys, batch.len, &range, &mut hits);
    match relation.erased() {
        None => spare.present.extend(hits.iter().map(|hits| !hits.is_empty())),
        Some(erased) => spare.present.extend(hits.iter().map(|hits| {
            let stable = index.rows(hits.start..hits.end).iter().copied();
            stable.chain(index.chain(*hits, range.end)).any(|row| !erased.contains(row))
        })),
    }
    spare.hits.push(hits);
}

/// By membership; false where that cannot tell rows of this round from earlier ones.
fn held(probe: &Probe, batch: &Batch, keys: &[Column<'_>], context: &Context<'_>, held: &mut Vec<bool>) -> bool {
    let relation = &context.relations[probe.relation.0 as usize];
    if let Some(implied) = relation.implied() {
        joined(implied, batch.len, keys, context, held);
        return true;
    }
    let range = context.visible[probe.relation.0 as usize].range(probe.rows);
    let all = range == (0..relation.len());
    match relation.membership() {
        Membership::Bits(bits) if all => {
            let mut tuple = [0; 2];
            let tuple = &mut tuple[..keys.len()];
            held.extend((0..batch.len).map(|binding| {
                tuple.iter_mut().zip(keys).for_each(|(code, key)| *code = key.code(binding));
                bits.holds(tuple)
            }));
            true
        }
        Membership::Hashed(hashed) => {
            let mut hashes = Vec::new();
            hash_columns(keys, batch.len, &mut hashes);
            let (columns, erased) = (&relation.rows().columns, relation.erased());
            let sees = |row: u32| range.contains(&row) && erased.is_none_or(|erased| !erased.contains(row));
            for (chunk, some) in hashes.chunks(AHEAD).enumerate() {
                hashed.touch(some);
                held.extend(some.iter().enumerate().map(|(at, hash)| {
                    let binding = chunk * AHEAD + at;
                    let same = |row: u32| {
                        columns.iter().zip(keys).all(|(column, key)| column[row as usize] == key.code(binding))
                    };
                    hashed.find(*hash, same).is_some_and(sees)
                }));
            }
            true
        }
        _ => false,
    }
}

/// Whether both sides are of one class.
fn joined(implied: Implied, len: usize, keys: &[Column<'_>], context: &Context<'_>, held: &mut Vec<bool>) {
    let classes = &context.relations[implied.classes.0 as usize];
    let Some(index) = classes.index(&[0]) else { unreachable!("the firing built the index") };
    let mut hits = [Vec::new(), Vec::new()];
    for (hits, key) in hits.iter_mut().zip(keys) {
        index.hits(classes.rows(), &[*key], len, &(0..classes.len()), hits);
    }
    let representatives = &classes.rows().columns[1];
    let class = |hits: Hits| {
        let row = index.rows(hits.start..hits.end).first().copied().or_else(|| index.chain(hits, classes.len()).next());
        row.map(|row| representatives[row as usize])
    };
    held.extend(hits[0].iter().zip(&hits[1]).map(|(a, b)| class(*a).is_some_and(|a| class(*b) == Some(a))));
}
