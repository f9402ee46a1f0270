//! Bodies as alternatives of conjunctions.

use program::checked::{Body, LiteralKind};

use crate::halt::Reason;

/// How many literals a body may have when multiplied out. A program that people can read stays far below; twenty
/// disjunctions of two side by side, a million conjunctions, do not.
const LITERALS_MAX: usize = 1_000_000;

/// A literal, or its negation.
#[derive(Clone, Copy)]
pub struct Signed<'p> {
    /// What the literal says must come out as this.
    pub holds: bool,
    /// The literal.
    pub literal: &'p LiteralKind,
}

/// A conjunction, in text order.
pub type Conjunction<'p> = Vec<Signed<'p>>;

/// `body` as a disjunction of conjunctions, in text order. `true` is left out, and so is a conjunction with `false`.
///
/// ```text
/// a, (b ; c)   is   a, b ; a, c
/// !(a, b)      is   !a ; !b
/// !(a ; b)     is   !a, !b
/// ```
pub fn disjuncts(body: &Body) -> Result<Vec<Conjunction<'_>>, Reason> {
    signed(body, true)
}

fn signed(body: &Body, holds: bool) -> Result<Vec<Conjunction<'_>>, Reason> {
    match (body, holds) {
        (Body::Not(inner), _) => signed(inner, !holds),
        (Body::All(parts), true) | (Body::Any(parts), false) => product(parts, holds),
        (Body::All(parts), false) | (Body::Any(parts), true) => sum(parts, holds),
        (Body::Literal(literal), _) => Ok(match literal.kind {
            LiteralKind::Truth(truth) if truth == holds => vec![vec![]],
            LiteralKind::Truth(_) => vec![],
            _ => vec![vec![Signed { holds, literal: &literal.kind }]],
        }),
    }
}

fn sum(parts: &[Body], holds: bool) -> Result<Vec<Conjunction<'_>>, Reason> {
    let mut all = Vec::new();
    for part in parts {
        all.append(&mut signed(part, holds)?);
    }
    limited(all)
}

fn product(parts: &[Body], holds: bool) -> Result<Vec<Conjunction<'_>>, Reason> {
    let mut all = vec![Vec::new()];
    for part in parts {
        let factors = signed(part, holds)?;
        if let [factor] = &factors[..] {
            // by far the most frequent case: nothing is copied, so a long conjunction takes linear time
            all.iter_mut().for_each(|conjunction| conjunction.extend_from_slice(factor));
        } else {
            let with = |conjunction: &Conjunction<'_>| conjunction.len() * factors.len();
            if all.iter().map(with).sum::<usize>() > LITERALS_MAX {
                return Err(Reason::TooManyDisjuncts);
            }
            let pairs = all.iter().flat_map(|left| factors.iter().map(move |right| [&left[..], right].concat()));
            all = pairs.collect();
        }
        all = limited(all)?;
    }
    Ok(all)
}

fn limited(all: Vec<Conjunction<'_>>) -> Result<Vec<Conjunction<'_>>, Reason> {
    let literals: usize = all.iter().map(|conjunction| conjunction.len().max(1)).sum();
    if literals > LITERALS_MAX { Err(Reason::TooManyDisjuncts) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{literal, truth};

    /// A literal named by its index.
    fn l(name: u32) -> Body {
        literal(name)
    }

    /// The conjunctions with the numbers of their literals, negative where negated.
    fn shown(body: &Body) -> Vec<Vec<i64>> {
        let name = |signed: &Signed<'_>| match signed.literal {
            LiteralKind::Atom(atom) if signed.holds => i64::from(atom.relation.0),
            LiteralKind::Atom(atom) => -i64::from(atom.relation.0),
            _ => 0,
        };
        let body = disjuncts(body).ok().unwrap();
        body.iter().map(|conjunction| conjunction.iter().map(name).collect()).collect()
    }

    fn not(body: Body) -> Body {
        Body::Not(Box::new(body))
    }

    #[test]
    fn multiplies_out_in_text_order() {
        let body = Body::All(vec![l(1), Body::Any(vec![l(2), Body::All(vec![l(3), l(4)])]), l(5)]);
        assert_eq!(shown(&body), [vec![1, 2, 5], vec![1, 3, 4, 5]]);
    }

    #[test]
    fn negation_moves_inwards() {
        let body = not(Body::All(vec![l(1), not(l(2)), Body::Any(vec![l(3), l(4)])]));
        assert_eq!(shown(&body), [vec![-1], vec![2], vec![-3, -4]]);
        assert_eq!(shown(&not(not(l(1)))), [[1]]);
    }

    #[test]
    fn truth_vanishes_and_falsehood_takes_its_conjunction_along() {
        assert_eq!(shown(&Body::All(vec![])), [Vec::<i64>::new()]);
        assert!(shown(&Body::Any(vec![])).is_empty());
        assert_eq!(shown(&Body::All(vec![l(1), truth(true)])), [[1]]);
        assert_eq!(
            shown(&Body::Any(vec![Body::All(vec![l(1), truth(false)]), l(2), not(truth(false))])),
            [vec![2], vec![]]
        );
    }

    #[test]
    fn long_chains_pass_and_explosions_are_refused() {
        let chain = || (1..=10_000).map(l).collect();
        assert_eq!(shown(&Body::All(chain())).len(), 1);
        assert_eq!(shown(&Body::Any(chain())).len(), 10_000);
        let pairs = Body::All((0..30).map(|_| Body::Any(vec![l(1), l(2)])).collect());
        assert!(matches!(disjuncts(&pairs), Err(Reason::TooManyDisjuncts)));
    }
}
