//! `where="column >= constant and .."`: what a server is asked to leave out.

use diagnostics::{Diagnostic, catalogue};

use super::parameters::Parameter;
use super::pieces::{Piece, parts, piece};
use crate::checked::Condition;
use crate::report::Report;

/// Longer ones first: `<` is the beginning of others.
const COMPARISONS: [&str; 7] = ["<>", "<=", ">=", "!=", "=", "<", ">"];

/// All conditions; what is none is reported.
pub(super) fn conditions(filter: &Parameter, report: &mut Report) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for part in parts(&filter.value, " and ") {
        match condition(part) {
            Some(condition) => conditions.push(condition),
            None => {
                let bad = Diagnostic::new(&catalogue::BAD_FILTER, filter.span);
                report.push(bad.arg("condition", part.trim()));
            }
        }
    }
    conditions
}

fn condition(part: &str) -> Option<Condition> {
    let (comparison, sides) = COMPARISONS.iter().find_map(|comparison| {
        let sides = parts(part, comparison);
        (sides.len() > 1).then_some((*comparison, sides))
    })?;
    let [column, value] = sides[..] else { return None };
    let (Piece::Name(column), Piece::Name(value) | Piece::Text(value)) = (piece(column)?, piece(value)?) else {
        return None;
    };
    let comparison = if comparison == "!=" { "<>" } else { comparison };
    Some(Condition { column, comparison, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_condition() {
        let read = |text: &str| condition(text).map(|found| (found.column, found.comparison, found.value));
        let found = |column: &str, comparison, value: &str| Some((column.to_owned(), comparison, value.to_owned()));
        assert_eq!(read("起 >= 2020-01-01"), found("起", ">=", "2020-01-01"));
        assert_eq!(read("`a<b` != 'x = y'"), found("a<b", "<>", "x = y"));
        assert_eq!(read("state=''"), found("state", "=", ""));
        for none in ["", "a", "a =", "= 1", "a = b = c", "'a' = 1", "a is null"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
