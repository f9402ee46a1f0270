//! Many texts at once.
//!
//! (1) Every part looks up its texts of all batches, in their order, and appends those it does not have. (2) Every batch
//! numbers the texts that are new with it, in the order in which they stand in it. (3) The parts learn these numbers. (4)
//! Every batch reads the numbers of all its texts off the parts. So a text has the number that it would have, had all been
//! inserted one after the other.

use rayon::prelude::*;

use super::batch::Share;
use super::part::{Part, Place};
use super::{SymbolBatch, Symbols, TooManySymbols};

/// What a part says of its share of a batch.
struct Found {
    /// The number in the part of each text.
    locals: Vec<u32>,
    /// The numbers in the batch of the texts that are new with it.
    new: Vec<u32>,
    /// The number in the part of the first of them; the others follow.
    first: u32,
}

impl Symbols {
    /// The numbers of all texts of the batches, by batch and number within it. There may be `max` symbols in the end.
    ///
    /// # Errors
    /// Where there would be more. The dictionary is then of no further use.
    pub(crate) fn intern(&mut self, batches: &[&SymbolBatch], max: u32) -> Result<Vec<Vec<u32>>, TooManySymbols> {
        let Self { parts, places } = self;
        let look_up = |(number, part): (usize, &mut Part)| -> Result<Vec<Found>, TooManySymbols> {
            batches.iter().map(|batch| part.look_up(&batch.parts[number])).collect()
        };
        let found: Vec<Vec<Found>> = parts.par_iter_mut().enumerate().map(look_up).collect::<Result<_, _>>()?;

        let mut firsts = vec![places.len()];
        for batch in 0..batches.len() {
            firsts.push(firsts[batch] + found.iter().map(|found| found[batch].new.len()).sum::<usize>());
        }
        if firsts[batches.len()] > max as usize {
            return Err(TooManySymbols);
        }

        let numbered = (0..batches.len()).into_par_iter().map(|number| {
            number_new(batches[number].len(), found.iter().map(|found| &found[number]), firsts[number] as u32)
        });
        let (mut ids, new_places): (Vec<_>, Vec<_>) = numbered.collect::<Vec<_>>().into_iter().unzip();
        new_places.iter().for_each(|new| places.extend_from_slice(new));

        parts.par_iter_mut().zip(&found).for_each(|(part, found)| {
            for (found, ids) in found.iter().zip(&ids) {
                part.ids.extend(found.new.iter().map(|number| ids[*number as usize]));
            }
        });

        ids.par_iter_mut().enumerate().for_each(|(number, ids)| {
            for ((part, found), share) in parts.iter().zip(&found).zip(&batches[number].parts) {
                for (text, local) in share.numbers().zip(&found[number].locals) {
                    ids[text] = part.ids[*local as usize];
                }
            }
        });
        Ok(ids)
    }
}

impl Part {
    fn look_up(&mut self, share: &Share) -> Result<Found, TooManySymbols> {
        let first = self.len();
        let mut found = Found { locals: Vec::with_capacity(share.len()), new: Vec::new(), first };
        for text in share.texts() {
            let local = match self.find(text.hash, text.text) {
                Some(local) => local,
                None => {
                    found.new.push(text.number);
                    self.push(text.hash, text.text)?
                }
            };
            found.locals.push(local);
        }
        Ok(found)
    }
}

/// Numbers the new ones among `len` texts from `first` on. Gives the numbers of these, and where they are.
fn number_new<'f>(len: usize, found: impl Iterator<Item = &'f Found>, first: u32) -> (Vec<u32>, Vec<Place>) {
    let mut new = vec![None; len];
    let mut count = 0;
    for (part, found) in found.enumerate() {
        for (number, local) in found.new.iter().zip(found.first..) {
            new[*number as usize] = Some(Place::new(part, local));
        }
        count += found.new.len();
    }
    let mut places = Vec::with_capacity(count);
    let mut ids = vec![0; len];
    for (id, place) in ids.iter_mut().zip(new) {
        if let Some(place) = place {
            *id = first + places.len() as u32;
            places.push(place);
        }
    }
    (ids, places)
}
