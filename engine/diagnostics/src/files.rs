//! The source texts of a program and places in them.

mod derived;
mod presumed;

pub use derived::Piece;
pub use presumed::Presumed;

/// Number of a source text in [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte behind it.
    pub end: u32,
}

/// A place as people count: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Span {
    /// The smallest range that holds both. Both must lie in the same text.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// True where `inner` lies inside.
    pub fn holds(self, inner: Span) -> bool {
        self.file == inner.file && self.start <= inner.start && inner.end <= self.end
    }
}

/// One source text.
#[derive(Debug)]
pub struct SourceFile {
    /// Its name as the user wrote it or would write it, shown in messages.
    pub name: String,
    /// Its content.
    pub text: String,
    line_starts: Vec<u32>,
    /// Where the parts of a text made from others stand; empty for a text that was written.
    pieces: Vec<Piece>,
    /// Line markers, by place.
    presumed: Vec<Presumed>,
}

/// All source texts read so far.
///
/// A text may have been made from others by the preprocessor. What is shown of a place in it is the place where it was
/// written ([`Files::written`]); only its words are those of the text itself ([`Files::snippet`]).
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<SourceFile>,
}

impl Files {
    /// Adds a text and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.add_derived(name, text, Vec::new())
    }

    /// Adds a text made from others, of which `pieces` says, in ascending order, where its parts stand.
    pub fn add_derived(&mut self, name: impl Into<String>, text: impl Into<String>, pieces: Vec<Piece>) -> FileId {
        let text = text.into();
        let breaks = text.bytes().zip(1u32..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        let line_starts = std::iter::once(0).chain(breaks).collect();
        self.files.push(SourceFile { name: name.into(), text, line_starts, pieces, presumed: Vec::new() });
        FileId(self.files.len() as u32 - 1)
    }

    /// Shortens names that say where on this machine a text lies to their last three parts, for what is handed to others.
    pub fn shorten_names(&mut self) {
        for file in &mut self.files {
            file.name = short(&file.name);
            for presumed in &mut file.presumed {
                presumed.name = presumed.name.as_deref().map(short);
            }
        }
    }

    /// The text with this number.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All texts in the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// Line and column of the first byte of `span` where it was written, lines as line markers count them.
    pub fn place(&self, span: Span) -> Place {
        let span = self.written(span);
        let place = self.get(span.file).place(span.start);
        let line = self.presumed(span).map_or(place.line, |presumed| presumed.line_of(place.line));
        Place { line, ..place }
    }

    /// The name of the text in which `span` was written, as line markers name it.
    pub fn name(&self, span: Span) -> &str {
        let span = self.written(span);
        let name = self.presumed(span).and_then(|presumed| presumed.name.as_deref());
        name.unwrap_or(&self.get(span.file).name)
    }

    /// The source text under `span`: of a place in a text made by the preprocessor what it made of it.
    pub fn snippet(&self, span: Span) -> &str {
        &self.get(span.file).text[span.start as usize..span.end as usize]
    }
}

/// Parts of an absolute path that are shown to others.
const PARTS_SHOWN: usize = 3;

fn short(name: &str) -> String {
    let drive = name.as_bytes().get(1) == Some(&b':');
    if !name.starts_with(['/', '\\']) && !drive {
        return name.to_string();
    }
    let parts = name.split(['/', '\\']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    parts[parts.len().saturating_sub(PARTS_SHOWN)..].join("/")
}

impl SourceFile {
    /// Line and column of the byte at `at` of this text.
    pub fn place(&self, at: u32) -> Place {
        let line = self.line_starts.partition_point(|start| *start <= at) - 1;
        let before = &self.text[self.line_starts[line] as usize..at as usize];
        Place { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_others_do_not_say_where_a_text_lies() {
        let mut files = Files::default();
        let names = ["/data/of/somebody/rules/m.dl", "C:\\rules\\m.dl", "../rules/m.dl", "m.dl"];
        names.iter().for_each(|name| {
            files.add(*name, "");
        });
        files.shorten_names();
        let shown = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>();
        assert_eq!(shown, ["somebody/rules/m.dl", "C:/rules/m.dl", "../rules/m.dl", "m.dl"]);
    }

    #[test]
    fn columns_count_characters() {
        let mut files = Files::default();
        let file = files.add("m.dl", "线索(x).\n租约(y).");
        assert_eq!(files.place(Span { file, start: 6, end: 7 }), Place { line: 1, column: 3 });
        let second = files.get(file).text.find('y').unwrap() as u32;
        assert_eq!(files.place(Span { file, start: second, end: second + 1 }), Place { line: 2, column: 4 });
    }
}
