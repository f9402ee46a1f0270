//! The lines of a source text that a message shows.

use diagnostics::SourceFile;
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

/// Columns of a line that are shown; longer lines are cut around the marked place.
const COLUMNS_MAX: usize = 68;
/// Of these, columns before the marked place.
const COLUMNS_BEFORE: usize = 24;

/// A source text made fit for a terminal: the lines around the marked places, long lines cut, control characters replaced.
/// All other lines are empty, so that line numbers stay right.
#[derive(Debug)]
pub struct Excerpt {
    name: String,
    text: String,
    places: Vec<SourceSpan>,
    /// By place, its column in characters in the original line, from 0.
    columns: Vec<usize>,
    /// How far line markers move the numbers of the lines.
    moved: i64,
}

impl Excerpt {
    /// The lines of `file` around `places` (ranges of bytes), their numbers `moved` up. A place that goes on in the next line
    /// ends with its line.
    pub fn new(file: &SourceFile, places: &[(usize, usize)], name: String, moved: i64) -> Excerpt {
        let mut excerpt = Excerpt {
            name,
            text: String::new(),
            places: vec![(0, 0).into(); places.len()],
            columns: vec![0; places.len()],
            moved,
        };
        let mut start = 0;
        for (number, line) in file.text.split('\n').enumerate() {
            let inside = |place: &(usize, usize)| start <= place.0 && place.0 <= start + line.len();
            let here = (0..places.len()).filter(|number| inside(&places[*number])).collect::<Vec<_>>();
            let near =
                |place: &(usize, usize)| place.0 <= start + line.len() + NEIGHBOUR && start <= place.0 + NEIGHBOUR;
            let ends = start == file.text.len();
            if number > 0 && (!ends || !here.is_empty()) {
                excerpt.text.push('\n');
            }
            if !here.is_empty() || places.iter().any(near) {
                excerpt.line(line, start, places, &here);
            }
            start += line.len() + 1;
        }
        excerpt
    }

    /// Where the places are in the excerpt.
    pub fn places(&self) -> impl Iterator<Item = SourceSpan> + '_ {
        self.places.iter().copied()
    }

    fn line(&mut self, line: &str, start: usize, places: &[(usize, usize)], here: &[usize]) {
        let line = line.trim_end_matches('\r');
        let first = here.iter().map(|number| (places[*number].0 - start).min(line.len())).min().unwrap_or(0);
        let (from, to) = window(line, first);
        let base = self.text.len() + if from > 0 { '…'.len_utf8() } else { 0 };
        self.text.push_str(if from > 0 { "…" } else { "" });
        self.text.extend(line[from..to].chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }));
        // A place behind the last character needs something to point at.
        let behind = here.iter().any(|number| places[*number].0 - start >= line.len());
        self.text.push_str(if to < line.len() {
            "…"
        } else if behind {
            " "
        } else {
            ""
        });
        let shown = |at: usize| {
            let kept = &line[from..at.clamp(from, to)];
            base + kept.chars().map(|c| if c.is_control() && c != '\t' { 3 } else { c.len_utf8() }).sum::<usize>()
        };
        for number in here {
            let inside = |at: usize| at.saturating_sub(start).min(line.len());
            let (begin, end) = (inside(places[*number].0), inside(places[*number].1));
            let (begin_shown, end_shown) = (shown(begin), shown(end.max(begin)));
            self.places[*number] = (begin_shown, end_shown - begin_shown).into();
            self.columns[*number] = line[..begin].chars().count();
        }
    }
}

/// Bytes between a place and a line that is shown beside it: the lines before and behind, unless they are very long.
const NEIGHBOUR: usize = 400;

/// The part of a line that is shown: all of it, or what stands around byte `at`.
fn window(line: &str, at: usize) -> (usize, usize) {
    let width = |text: &str| prose::width_of(text);
    if line.len() <= COLUMNS_MAX || (line.len() <= 4 * COLUMNS_MAX && width(line) <= COLUMNS_MAX) {
        return (0, line.len());
    }
    let mut from = at;
    let mut columns = 0;
    for c in line[..at].chars().rev() {
        columns += width(c.encode_utf8(&mut [0; 4]));
        if columns > COLUMNS_BEFORE {
            break;
        }
        from -= c.len_utf8();
    }
    let (mut to, mut columns) = (from, 0);
    for c in line[from..].chars() {
        columns += width(c.encode_utf8(&mut [0; 4]));
        if columns > COLUMNS_MAX {
            break;
        }
        to += c.len_utf8();
    }
    (from, to)
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text.as_str().read_span(span, context_lines_before, context_lines_after)?;
        let place = self.places.iter().position(|place| place == span).filter(|_| context_lines_before == 0);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            contents.data(),
            *contents.span(),
            contents.line().saturating_add_signed(self.moved as isize),
            place.map_or(contents.column(), |place| self.columns[place]),
            contents.line_count(),
        )))
    }
}
