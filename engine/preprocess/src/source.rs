//! A text whose lines ending in a backslash have been joined with the next ones.

use std::ops::Range;

use diagnostics::{FileId, Span};

/// A written text without its line continuations.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: FileId,
    pub(crate) text: String,
    /// Where something was left out of the text, and how many bytes were left out up to there.
    splices: Vec<(usize, usize)>,
}

impl Source {
    /// The text as it is.
    pub(crate) fn plain(file: FileId, text: &str) -> Self {
        Self { file, text: text.to_owned(), splices: Vec::new() }
    }

    /// The text with every backslash that ends a line left out, together with the line break.
    pub(crate) fn spliced(file: FileId, text: &str) -> Self {
        let mut source = Self { file, text: String::with_capacity(text.len()), splices: Vec::new() };
        let (mut rest, mut out) = (text, 0);
        while let Some(at) = rest.find('\\') {
            let behind = &rest[at + 1..];
            let len = if behind.starts_with('\n') { 2 } else { 3 * usize::from(behind.starts_with("\r\n")) };
            if len == 0 {
                source.text.push_str(&rest[..at + 1]);
                rest = behind;
                continue;
            }
            source.text.push_str(&rest[..at]);
            out += len;
            match source.splices.last_mut().filter(|(before, _)| *before == source.text.len()) {
                Some(last) => last.1 = out,
                None => source.splices.push((source.text.len(), out)),
            }
            rest = &rest[at + len..];
        }
        source.text.push_str(rest);
        source
    }

    /// Where a range of the text was written.
    pub(crate) fn written(&self, range: Range<usize>) -> Span {
        let start = self.splices.partition_point(|(at, _)| *at <= range.start);
        let end = self.splices.partition_point(|(at, _)| *at < range.end).max(start);
        let out = |before: usize| before.checked_sub(1).map_or(0, |last| self.splices[last].1);
        Span {
            file: self.file,
            start: (range.start + out(start)) as u32,
            end: (range.end.max(range.start) + out(end)) as u32,
        }
    }

    /// The parts of a range between which something was left out.
    pub(crate) fn parts(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let first = self.splices.partition_point(|(at, _)| *at <= range.start);
        let cuts = self.splices[first..].iter().map(|(at, _)| *at).take_while(move |at| *at < range.end);
        let ends = cuts.chain([range.end]);
        ends.scan(range.start, |start, end| Some(std::mem::replace(start, end)..end))
    }

    /// The first place inside a range where something was left out.
    pub(crate) fn splice(&self, range: Range<usize>) -> Option<Span> {
        let cut = self.parts(range.clone()).next().filter(|part| part.end < range.end)?;
        let end = self.written(cut).end;
        Some(Span { file: self.file, start: end, end: end + 1 })
    }
}

/// True where a line of `text` goes on in the next one.
pub(crate) fn has_splices(text: &str) -> bool {
    text.contains("\\\n") || text.contains("\\\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_written_text() {
        let text = "ab\\\nc\\d\\\r\n\\\ne";
        let source = Source::spliced(FileId(0), text);
        assert_eq!(source.text, "abc\\de");
        let place = |range: Range<usize>| {
            let span = source.written(range);
            &text[span.start as usize..span.end as usize]
        };
        assert_eq!((place(0..2), place(2..3), place(5..6)), ("ab", "c", "e"));
        assert_eq!(place(0..3), "ab\\\nc");
        assert_eq!(source.parts(0..6).collect::<Vec<_>>(), [0..2, 2..5, 5..6]);
        assert_eq!(source.splice(0..2), None);
        assert_eq!(source.splice(1..3).map(|span| span.start), Some(2));
    }
}
