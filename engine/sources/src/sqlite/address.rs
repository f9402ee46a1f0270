//! Where a database is.

use std::path::{Path, PathBuf};

/// The file of the database that a directive names; `None` where it is in memory, which is empty at first and gone in the
/// end. A relative name is looked up in `folder`, that of a URI (`file:..`) in the folder of the process, as SQLite has it.
pub fn database_file(folder: &Path, name: &str) -> Option<PathBuf> {
    if name.starts_with(":memory:") {
        return None;
    }
    let Some(uri) = name.strip_prefix("file:") else { return Some(folder.join(name)) };
    let uri = uri.split('#').next().unwrap_or_default();
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let path = match path.strip_prefix("//") {
        // What stands before the path is the name of this machine.
        Some(rest) => rest.find('/').map_or("", |start| &rest[start..]),
        None => path,
    };
    let path = unescaped(path);
    let in_memory = path.is_empty() || path == ":memory:" || query.split('&').any(|part| part == "mode=memory");
    (!in_memory).then(|| PathBuf::from(path))
}

/// Whether a name is no path.
pub(crate) fn is_address(name: &str) -> bool {
    name.starts_with("file:") || name.starts_with(":memory:")
}

/// `%20` is a blank.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses() {
        let file = |name| database_file(Path::new("facts"), name).map(|path| path.display().to_string());
        assert_eq!(file("a.sqlite").as_deref(), Some("facts/a.sqlite"));
        assert_eq!(file("/a.sqlite").as_deref(), Some("/a.sqlite"));
        assert_eq!(file("file:a%20b.sqlite?mode=ro#x").as_deref(), Some("a b.sqlite"));
        assert_eq!(file("file:///srv/a%.sqlite").as_deref(), Some("/srv/a%.sqlite"));
        assert_eq!(file("file://localhost/srv/a").as_deref(), Some("/srv/a"));
        for memory in [":memory:", "file::memory:?cache=shared", "file:a?cache=shared&mode=memory", "file:"] {
            assert_eq!(file(memory), None, "{memory}");
        }
    }
}
