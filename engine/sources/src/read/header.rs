//! The names of fields.

/// The header of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    names: Vec<String>,
}

/// Names or fields that a message lists; a damaged file may have millions.
const LISTED: usize = 60;
/// Names compared with an unknown one.
const COMPARED: usize = 1000;

impl Header {
    /// From the fields of the first row.
    pub(crate) fn new<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        Self { names: fields.into_iter().map(str::to_owned).collect() }
    }

    /// How many fields every row has.
    pub(crate) fn width(&self) -> usize {
        self.names.len()
    }

    /// The fields with this name, exactly as it stands.
    pub(crate) fn fields_named(&self, name: &str) -> Vec<usize> {
        self.names.iter().enumerate().filter(|(_, known)| *known == name).map(|(field, _)| field).collect()
    }

    /// Names that stand more than once, sorted. Fields without a name have none to repeat.
    pub(crate) fn repeated(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        let mut repeated: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        repeated.dedup();
        repeated.truncate(LISTED);
        repeated
    }

    /// All names for a message, in backquotes.
    pub(crate) fn list(&self) -> String {
        listed(self.names.iter().map(|name| format!("`{}`", crate::shorten::for_message(name))))
    }

    /// The name that is most like `name`.
    pub(crate) fn nearest(&self, name: &str) -> &str {
        let names = self.names.iter().take(COMPARED);
        names.min_by_key(|known| distance(known, name)).map_or("", String::as_str)
    }
}

/// The first items with commas between them.
pub(crate) fn listed(items: impl ExactSizeIterator<Item = String>) -> String {
    let more = if items.len() > LISTED { ", …" } else { "" };
    items.take(LISTED).collect::<Vec<_>>().join(", ") + more
}

/// The number of characters to insert, delete or replace to get from one text to the other, case left aside (Levenshtein).
/// Only the beginning of very long texts counts.
fn distance(a: &str, b: &str) -> usize {
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).take(100).collect::<Vec<_>>();
    let (a, b) = (letters(a), letters(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let header = Header::new(["案号", "金额", "", "date", "金额", ""]);
        assert_eq!(header.fields_named("金额"), [1, 4]);
        assert_eq!(header.repeated(), ["金额"]);
        assert_eq!(header.nearest("金客"), "金额");
        assert_eq!(header.nearest("Dates"), "date");
        assert_eq!(header.list(), "`案号`, `金额`, ``, `date`, `金额`, ``");
    }

    #[test]
    fn distances() {
        for (a, b, expected) in
            [("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "AB", 0), ("ab", "ba", 2)]
        {
            assert_eq!(distance(a, b), expected, "{a} {b}");
            assert_eq!(distance(b, a), expected, "{b} {a}");
        }
    }
}
