//! The alternatives of a body: the conjunctions of which it is the disjunction, `!` pushed inwards.

use crate::draft::{Body, Literal};

/// A literal with its sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signed<'a> {
    pub(crate) literal: &'a Literal,
    /// False behind an odd number of `!`.
    pub(crate) positive: bool,
}

/// Literals in all alternatives of a rule together. The number grows with the product of the alternatives of literals that
/// hold together, so that a short rule could ask for more than any memory holds.
pub(crate) const LITERALS_MAX: usize = 100_000;

/// The alternatives of `body`, in text order; `None` where they hold more than [`LITERALS_MAX`] literals.
pub(crate) fn alternatives(body: &Body) -> Option<Vec<Vec<Signed<'_>>>> {
    let size = size(body, true);
    (size.alternatives.max(size.literals) <= LITERALS_MAX).then(|| expand(body, true))
}

/// How many alternatives there are, and how many literals in all of them.
#[derive(Clone, Copy)]
struct Size {
    alternatives: usize,
    literals: usize,
}

fn is_disjunction(body: &Body, positive: bool) -> bool {
    matches!((body, positive), (Body::Any(_), true) | (Body::All(_), false))
}

fn size(body: &Body, positive: bool) -> Size {
    match body {
        Body::Literal(_) => Size { alternatives: 1, literals: 1 },
        Body::Not(inner) => size(inner, !positive),
        Body::All(parts) | Body::Any(parts) if is_disjunction(body, positive) => parts
            .iter()
            .map(|part| size(part, positive))
            .fold(Size { alternatives: 0, literals: 0 }, |sum, part| Size {
                alternatives: sum.alternatives.saturating_add(part.alternatives),
                literals: sum.literals.saturating_add(part.literals),
            }),
        Body::All(parts) | Body::Any(parts) => parts.iter().map(|part| size(part, positive)).fold(
            Size { alternatives: 1, literals: 0 },
            |product, part| {
                let left = product.literals.saturating_mul(part.alternatives);
                let right = part.literals.saturating_mul(product.alternatives);
                Size {
                    alternatives: product.alternatives.saturating_mul(part.alternatives),
                    literals: left.saturating_add(right),
                }
            },
        ),
    }
}

fn expand(body: &Body, positive: bool) -> Vec<Vec<Signed<'_>>> {
    match body {
        Body::Literal(literal) => vec![vec![Signed { literal, positive }]],
        Body::Not(inner) => expand(inner, !positive),
        Body::All(parts) | Body::Any(parts) if is_disjunction(body, positive) => {
            parts.iter().flat_map(|part| expand(part, positive)).collect()
        }
        Body::All(parts) | Body::Any(parts) => {
            let mut product = vec![Vec::new()];
            for part in parts {
                let mut choices = expand(part, positive);
                if let [only] = choices.as_mut_slice() {
                    product.iter_mut().for_each(|alternative| alternative.extend_from_slice(only));
                    continue;
                }
                let extended = product.iter().flat_map(|alternative: &Vec<Signed<'_>>| {
                    choices.iter().map(|choice| [alternative.as_slice(), choice.as_slice()].concat())
                });
                product = extended.collect();
            }
            product
        }
    }
}
