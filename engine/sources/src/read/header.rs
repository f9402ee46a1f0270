//! The names of fields.

use diagnostics::nearest;

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

    /// The name that was probably meant by `name`; the first one where none is near.
    pub(crate) fn nearest(&self, name: &str) -> &str {
        let names = || self.names.iter().take(COMPARED).map(String::as_str);
        nearest(name, names()).or_else(|| names().next()).unwrap_or_default()
    }
}

/// The first items with commas between them.
pub(crate) fn listed(items: impl ExactSizeIterator<Item = String>) -> String {
    let more = if items.len() > LISTED { ", …" } else { "" };
    items.take(LISTED).collect::<Vec<_>>().join(", ") + more
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
}
