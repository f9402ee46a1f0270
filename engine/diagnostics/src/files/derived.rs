//! Places in texts that were made from others.

use super::{Files, SourceFile, Span};

/// A part of a text that was made from others: it ends where the next one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the text that was made.
    pub start: u32,
    /// Where its characters were written.
    pub written: Span,
    /// The use of a macro that put it here, if any: the outermost one.
    pub used: Option<Span>,
}

impl Piece {
    /// True for what no macro brought: a part of the text itself, or of an argument given to a macro in it.
    fn is_own(&self) -> bool {
        self.used.is_none_or(|used| used.holds(self.written))
    }

    /// The place of the byte at `at`.
    fn byte(&self, at: u32) -> u32 {
        self.written.end.min(self.written.start + (at - self.start))
    }
}

impl Files {
    /// Where `span` was written. What a macro brought counts as written where the macro was used, what was given to it as
    /// written where it was given: a span that begins there and goes on in the macro's own words ends with it. A span that
    /// begins in one text and ends in another ends with its first part. For a text that was not made from others it is `span`.
    pub fn written(&self, span: Span) -> Span {
        let file = self.get(span.file);
        let end = span.end.saturating_sub(1).max(span.start);
        let (Some(first), Some(last)) = (file.piece(span.start), file.piece(end)) else { return span };
        let (first, last) = (file.pieces[first], own(&file.pieces[first..=last]));
        let start = match first.used.filter(|_| !first.is_own()) {
            Some(used) => used,
            None => Span { start: first.byte(span.start), ..first.written },
        };
        let end = match last.used.filter(|_| !(last.is_own() && first.is_own() && last.used == first.used)) {
            Some(used) => used,
            None => Span { end: last.byte(span.end), ..last.written },
        };
        let end = if end.file == start.file && end.end >= start.start { end.end } else { start.end };
        Span { end, ..start }
    }

    /// The place in a macro's definition from which the first byte of `span` comes, if it does not stand where the macro was
    /// used.
    pub fn defined(&self, span: Span) -> Option<Span> {
        let file = self.get(span.file);
        let piece = file.pieces.get(file.piece(span.start)?)?;
        (!piece.is_own()).then_some(piece.written)
    }
}

/// The last of `pieces` that counts: of those that one use of a macro brought the last one of the argument in which they
/// begin.
fn own(pieces: &[Piece]) -> Piece {
    let (first, last) = (pieces[0], pieces[pieces.len() - 1]);
    if first.used.is_none() || first.used != last.used || !first.is_own() {
        return last;
    }
    let ascending =
        pieces.windows(2).take_while(|pair| pair[1].is_own() && pair[0].written.end <= pair[1].written.start);
    ascending.last().map_or(first, |pair| pair[1])
}

impl SourceFile {
    /// The number of the piece that holds the byte at `at`; `None` where the text was not made from others.
    fn piece(&self, at: u32) -> Option<usize> {
        self.pieces.partition_point(|piece| piece.start <= at).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ADD(1, zz) .` where `#define ADD(a, b) a +b` stands in the same text: `1 +zz .`
    fn files() -> (Files, impl Fn(u32, u32) -> Span, impl Fn(u32, u32) -> Span) {
        let mut files = Files::default();
        let main = files.add("m.dl", "#define ADD(a, b) a +b\nADD(1, zz) .");
        let at = move |start, end| Span { file: main, start, end };
        let used = Some(at(23, 33));
        let piece = |start, (from, to), used| Piece { start, written: at(from, to), used };
        let pieces = vec![
            piece(0, (27, 28), used),
            piece(2, (20, 21), used),
            piece(3, (30, 32), used),
            piece(5, (33, 35), None),
        ];
        let made = files.add_derived("m.dl", "1 +zz .", pieces);
        (files, move |start, end| Span { file: made, start, end }, at)
    }

    #[test]
    fn an_argument_is_where_it_was_given() {
        let (files, made, at) = files();
        assert_eq!(files.written(made(0, 1)), at(27, 28));
        assert_eq!(files.written(made(3, 5)), at(30, 32));
        assert_eq!(files.written(made(0, 5)), at(27, 28));
        assert_eq!(files.written(made(0, 7)), at(27, 35));
        assert_eq!(files.defined(made(0, 1)), None);
    }

    #[test]
    fn what_a_macro_brings_is_where_it_was_used() {
        let (files, made, at) = files();
        assert_eq!(files.written(made(2, 3)), at(23, 33));
        assert_eq!(files.written(made(2, 5)), at(23, 33));
        assert_eq!(files.written(made(2, 7)), at(23, 35));
        assert_eq!(files.defined(made(2, 3)), Some(at(20, 21)));
        assert_eq!(files.place(made(2, 3)).line, 2);
        assert_eq!(files.snippet(made(0, 5)), "1 +zz");
    }

    #[test]
    fn a_written_text_is_its_own_place() {
        let (files, made, at) = files();
        assert_eq!(files.written(at(3, 9)), at(3, 9));
        assert_eq!(files.written(made(6, 7)), at(34, 35));
        assert_eq!(files.written(made(7, 7)), at(35, 35));
    }
}
