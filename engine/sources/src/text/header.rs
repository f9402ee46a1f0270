//! The names of fields.

use diagnostics::nearest;

use crate::shorten;

/// The header of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    names: Vec<String>,
}

/// Repeated names that are reported; a damaged file may have millions.
const REPORTED: usize = 60;
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
        repeated.truncate(REPORTED);
        repeated
    }

    /// All names for a message.
    pub(crate) fn shown(&self) -> impl Iterator<Item = String> {
        self.names.iter().map(|name| shorten::for_message(name))
    }

    /// The name that was probably meant by `name`: one that differs in blanks around it or in few letters.
    pub(crate) fn nearest(&self, name: &str) -> Option<&str> {
        let names = || self.names.iter().take(COMPARED).map(String::as_str);
        names().find(|known| known.trim() == name.trim()).or_else(|| nearest(name, names()))
    }

    /// True for a single name with a usual delimiter in it: the file is separated by something else than was said.
    pub(crate) fn is_undivided(&self) -> bool {
        matches!(&self.names[..], [name] if name.contains([',', ';', '\t', '|', '，', '；']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let header = Header::new(["案号", "金额", "", "date", "金额", ""]);
        assert_eq!(header.fields_named("金额"), [1, 4]);
        assert_eq!(header.repeated(), ["金额"]);
        assert_eq!(header.nearest("金客"), Some("金额"));
        assert_eq!(header.nearest("Dates"), Some("date"));
        assert_eq!(header.nearest("当事人"), None);
        assert_eq!(Header::new(["a", " n", "d"]).nearest("n"), Some(" n"));
        assert!(Header::new(["a;n;d"]).is_undivided() && !header.is_undivided() && !Header::new(["a"]).is_undivided());
    }
}
