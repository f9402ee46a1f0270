//! Chunks that are held at the same time.

use program::checked::TextFormat;

use super::chunks::{Chunk, Chunks};
use super::parse::{Parsed, parse};
use super::row::Rows;
use crate::limits::WAVE;
use crate::read::Failure;

/// Room for a wave of chunks and for what they hold; it is used again for the next wave.
///
/// The life of a chunk: (1) whoever reads the text puts it here; (2) anybody parses it while the text is read on; (3) when the
/// whole wave is parsed, its rows are taken, in the order of the text.
#[derive(Default)]
pub(crate) struct Wave {
    places: Vec<(Chunk, Parsed)>,
    /// How many places, the first ones, hold a chunk that is not parsed yet.
    read: usize,
}

impl Wave {
    /// Reads the first chunk of a text, if there is one.
    pub(crate) fn begin(&mut self, chunks: &mut Chunks) -> Result<Option<&mut Chunk>, Failure> {
        self.places.resize_with(WAVE, Default::default);
        self.read = usize::from(chunks.read(&mut self.places[0].0)?);
        Ok(self.places[..self.read].first_mut().map(|(chunk, _)| chunk))
    }

    /// Reads and parses as many chunks as there is room for. Gives what they hold, nothing at the end of the text.
    pub(crate) fn next<'w>(
        &'w mut self,
        chunks: &mut Chunks,
        rows: &Rows,
        format: &TextFormat,
        keep: usize,
    ) -> Result<Vec<&'w mut Parsed>, Failure> {
        let already_read = std::mem::take(&mut self.read);
        let mut count = 0;
        rayon::in_place_scope(|scope| {
            for (chunk, parsed) in &mut self.places {
                if count >= already_read && !chunks.read(chunk)? {
                    break;
                }
                scope.spawn(|_| parse(rows, format, chunk, keep, parsed));
                count += 1;
            }
            Ok::<_, Failure>(())
        })?;
        Ok(self.places[..count].iter_mut().map(|(_, parsed)| parsed).collect())
    }
}
