//! The premises of a rule.

use crate::checked::{Body, Literal};

/// Calls `visit` for each literal that must hold wherever the body does, with false for `!`.
pub(crate) fn premises<'r>(body: &'r Body, visit: &mut dyn FnMut(&'r Literal, bool)) {
    match body {
        Body::All(parts) => parts.iter().for_each(|part| premises(part, visit)),
        Body::Any(parts) if parts.len() == 1 => premises(&parts[0], visit),
        Body::Any(_) => {}
        Body::Not(inner) => {
            if let Body::Literal(literal) = &**inner {
                visit(literal, false);
            }
        }
        Body::Literal(literal) => visit(literal, true),
    }
}
