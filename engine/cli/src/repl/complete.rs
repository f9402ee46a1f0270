//! What a line may go on with: commands, names of relations, values.

use std::collections::BTreeSet;

use eval::Model;
use program::checked::{Purpose, RelId};

use super::commands::NAMES;

/// Candidates that are shown.
const SHOWN_MAX: usize = 100;
/// Rows that are looked at for values.
const ROWS_MAX: u32 = 1_000_000;

/// Where the part of `line` begins that may be replaced, and by what.
pub fn complete(line: &str, model: &Model<'_>) -> (usize, Vec<String>) {
    if line.trim_start().starts_with(':') && !line.trim().contains(char::is_whitespace) && !line.ends_with(' ') {
        let start = line.len() - line.trim_start().len();
        return (start, fitting(NAMES.iter().map(ToString::to_string), &line[start..]));
    }
    match open_atom(line) {
        Some(open) => {
            let values = relation(open.relation, model).map(|id| values(id, &open, line, model));
            (open.start, values.unwrap_or_default())
        }
        None => {
            let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
            let start =
                line.rfind(|c| !is_part(c)).map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
            let declared = model.program.relations.iter().filter(|relation| relation.purpose == Purpose::Declared);
            let mut names = fitting(declared.map(|relation| format!("{}(", relation.name)), &line[start..]);
            names.sort_unstable();
            (start, names)
        }
    }
}

fn fitting(all: impl Iterator<Item = String>, prefix: &str) -> Vec<String> {
    all.filter(|one| one.starts_with(prefix)).take(SHOWN_MAX).collect()
}

fn relation(name: &str, model: &Model<'_>) -> Option<RelId> {
    model.program.find(name.trim_end_matches('?'))
}

/// An atom whose brackets are still open.
#[derive(Debug, PartialEq, Eq)]
struct OpenAtom<'l> {
    relation: &'l str,
    /// The number of the argument.
    argument: usize,
    /// The name before a colon.
    column: Option<&'l str>,
    /// Where its value begins.
    start: usize,
}

/// The atom that the end of a line stands in.
fn open_atom(line: &str) -> Option<OpenAtom<'_>> {
    let (mut open, mut quoted, mut escaped) = (Vec::<(usize, usize, usize)>::new(), false, false);
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '（' => open.push((at, 0, at + c.len_utf8())),
            ')' | '）' => drop(open.pop()),
            ',' | '，' => {
                if let Some((_, argument, start)) = open.last_mut() {
                    (*argument, *start) = (*argument + 1, at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    let [(bracket, argument, start)] = open[..] else { return None };
    let before = line[..bracket].trim_end();
    let name = before.rfind(char::is_whitespace).map_or(before, |at| before[at..].trim_start());
    let text = &line[start..];
    let named = text.split_once(':').filter(|(column, _)| !column.contains('"'));
    let (column, start) = match named {
        Some((column, _)) => (Some(column.trim()), start + column.len() + 1),
        None => (None, start),
    };
    let blank = line[start..].len() - line[start..].trim_start().len();
    Some(OpenAtom { relation: name, argument, column, start: start + blank })
}

/// Values of the column that begin as the line does, ascending.
fn values(relation: RelId, open: &OpenAtom<'_>, line: &str, model: &Model<'_>) -> Vec<String> {
    let columns = &model.program.relation(relation).columns;
    let at = match open.column {
        Some(name) => columns.iter().position(|column| column.name == name),
        None => Some(open.argument).filter(|at| *at < columns.len()),
    };
    let Some(at) = at else { return Vec::new() };
    let table = model.relation(relation);
    let rows = table.rows();
    let codes = rows.columns[at].iter().take(table.len().min(ROWS_MAX) as usize).copied().collect::<BTreeSet<_>>();
    let prefix = &line[open.start..];
    let literal = |code| {
        let value = model.dictionary.decode(columns[at].primitive, code);
        let literal = prose::literal_of(&value);
        literal.starts_with(prefix).then_some((value, literal))
    };
    let mut found = codes.into_iter().filter_map(literal).take(SHOWN_MAX).collect::<Vec<_>>();
    found.sort_unstable();
    found.into_iter().map(|(_, literal)| literal).collect()
}

#[cfg(test)]
mod tests {
    use program::{LoadError, Loaded, Loader, check};
    use values::Dictionary;

    use super::*;

    struct NoFiles;

    impl Loader for NoFiles {
        fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
            Err(LoadError::Missing)
        }
    }

    #[test]
    fn commands_names_and_values_are_offered() {
        let mut files = diagnostics::Files::default();
        let text = ".decl lease(id: symbol, on: date)\n.output lease\nlease(\"L-2\", d\"2020-01-01\").\n\
                    lease(\"L-10\", d\"2021-01-01\").\n.decl lessee(n: number)\n.output lessee\nlessee(7).\n";
        let main = files.add("m.dl", text);
        let program = check(&mut files, main, &mut NoFiles).program.unwrap();
        let records = program.relations.iter().map(|relation| eval::Records::empty(relation.columns.len())).collect();
        let dictionary = Dictionary::new(program.shapes.clone());
        let model = eval::evaluate(&program, dictionary, records, &eval::Limits::default(), &eval::Unwatched).unwrap();
        let offered = |line: &str| {
            let (start, found) = complete(line, &model);
            (line[..start].to_string(), found.join(" "))
        };
        let expect = |line: &str, before: &str, found: &str| {
            assert_eq!(offered(line), (before.to_string(), found.to_string()), "{line}");
        };
        expect("le", "", "lease( lessee(");
        expect(":why-not lea", ":why-not ", "lease(");
        expect(":wh", "", ":why :why-not");
        expect("lease(", "lease(", "\"L-10\" \"L-2\"");
        expect("lease(\"L-1", "lease(", "\"L-10\"");
        expect("lease(_, ", "lease(_, ", "d\"2020-01-01\" d\"2021-01-01\"");
        expect("lease(on: d\"2021", "lease(on: ", "d\"2021-01-01\"");
        expect("lease?(\"L-2", "lease?(", "\"L-2\"");
        for nothing in ["lease(_, _, ", "leese(", "lease(of: ", "lessee(8"] {
            assert_eq!(offered(nothing).1, "", "{nothing}");
        }
    }

    fn atom(line: &str) -> Option<(&str, usize, Option<&str>, &str)> {
        open_atom(line).map(|open| (open.relation, open.argument, open.column, &line[open.start..]))
    }

    #[test]
    fn the_argument_at_the_end_of_a_line_is_known() {
        assert_eq!(atom("lease("), Some(("lease", 0, None, "")));
        assert_eq!(atom(":all lease(\"a, (b\", "), Some(("lease", 1, None, "")));
        assert_eq!(atom("租约（\"a\"，\"L-"), Some(("租约", 1, None, "\"L-")));
        assert_eq!(atom("lease(id: \"L"), Some(("lease", 0, Some("id"), "\"L")));
        assert_eq!(atom("lease(\"a:b"), Some(("lease", 0, None, "\"a:b")));
        assert_eq!(atom("lease(1)"), None);
        assert_eq!(atom("lea"), None);
    }
}
