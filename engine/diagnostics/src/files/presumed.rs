//! Line markers: places in the text from which a text was made by another program.

use super::{FileId, Files, Span};

/// What a line marker (`# 12 "other.dl"`) says about the lines behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presumed {
    /// The line behind the marker.
    pub from: u32,
    /// The number that line has.
    pub line: u32,
    /// The name of the text; `None` where it stays.
    pub name: Option<String>,
}

impl Presumed {
    pub(super) fn line_of(&self, line: u32) -> u32 {
        self.line.saturating_add(line - self.from)
    }
}

impl Files {
    /// Takes down a line marker. Those of a text are given in ascending order.
    pub fn presume(&mut self, file: FileId, presumed: Presumed) {
        let markers = &mut self.files[file.0 as usize].presumed;
        let known = markers.last().is_some_and(|last| last.from >= presumed.from);
        if !known {
            let name = presumed.name.or_else(|| markers.last().and_then(|last| last.name.clone()));
            markers.push(Presumed { name, ..presumed });
        }
    }

    /// What the line marker before `span`, a place in a text that was written, says.
    pub(super) fn presumed(&self, span: Span) -> Option<&Presumed> {
        let file = self.get(span.file);
        if file.presumed.is_empty() {
            return None;
        }
        let line = file.place(span.start).line;
        let before = file.presumed.partition_point(|presumed| presumed.from <= line);
        before.checked_sub(1).map(|index| &file.presumed[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_move_the_lines_behind_them() {
        let mut files = Files::default();
        let file = files.add("m.i", "a\n# 7 \"m.dl\"\nb\nc\n# 1\nd\n");
        files.presume(file, Presumed { from: 3, line: 7, name: Some("m.dl".into()) });
        files.presume(file, Presumed { from: 6, line: 1, name: None });
        let shown = |at| {
            let span = Span { file, start: at, end: at };
            (files.name(span).to_owned(), files.place(span).line)
        };
        assert_eq!(shown(0), ("m.i".into(), 1));
        assert_eq!(shown(14), ("m.dl".into(), 7));
        assert_eq!(shown(16), ("m.dl".into(), 8));
        assert_eq!(shown(22), ("m.dl".into(), 1));
    }
}
