//! Normal forms, tests of numbers and distances of entity resolution.

mod address;
mod clean;
mod distance;
mod document;
mod grams;
mod identity;
mod numeral;
mod organisation;

use program::checked::{COMPARED_MAX, Entity};
use values::{Value, half_width};

use super::Computed;
use crate::FaultKind;

pub(super) fn apply(entity: Entity, args: &[Value]) -> Computed {
    use Entity as E;
    use Value::{Number, Symbol};
    let text = |made: String| Ok(Symbol(made.into()));
    let number = |n: u64| Ok(Number(n as i64));
    match (entity, args) {
        (E::FoldWidth, [Symbol(s)]) => text(s.chars().map(half_width).collect()),
        (E::ToSimplified, [Symbol(s)]) => text(s.chars().map(clean::simplified).collect()),
        (E::NormPerson, [Symbol(s)]) => text(clean::clean(s)),
        (E::NormOrg, [Symbol(s)]) => text(organisation::norm(s)),
        (E::NormAddress, [Symbol(s)]) => text(address::norm(s)),
        (E::NormDocument, [Symbol(s)]) => text(document::norm(s)),
        (E::NormResidentId, [Symbol(s)]) => text(identity::norm_resident_id(s)),
        (E::IsResidentId, [Symbol(s)]) => number(identity::is_resident_id(s).into()),
        (E::IsCreditCode, [Symbol(s)]) => number(identity::is_credit_code(s).into()),
        (E::IsMod1110, [Symbol(s)]) => number(identity::is_mod_11_10(s).into()),
        (E::EditDistance, [Symbol(a), Symbol(b)]) => edit_distance(a, b, None).map(Number),
        (E::EditDistance, [Symbol(a), Symbol(b), Number(most)]) => edit_distance(a, b, Some(*most)).map(Number),
        (E::GramCount, [Symbol(s), Number(q)]) => number(grams::of(s, *q).len() as u64),
        (E::Gram, [Symbol(s), Number(q), Number(index)]) => text(grams::nth(s, *q, *index)),
        (E::GramSimilarity, [Symbol(a), Symbol(b), Number(q)]) => {
            number(grams::similarity(grams::of(a, *q), grams::of(b, *q)))
        }
        (E::WordSimilarity, [Symbol(a), Symbol(b)]) => number(grams::similarity(grams::words(a), grams::words(b))),
        _ => unreachable!("{entity:?} on {args:?}"),
    }
}

/// The edit distance of two texts, or, where that is greater than `most`, `most + 1`.
pub(crate) fn edit_distance(a: &str, b: &str, most: Option<i64>) -> Result<i64, FaultKind> {
    // A character has a byte and more.
    let is_long = |s: &str| s.len() > COMPARED_MAX && s.chars().count() > COMPARED_MAX;
    if is_long(a) || is_long(b) {
        return Err(FaultKind::TooLongToCompare);
    }
    let most = most.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(0));
    Ok(distance::within(a, b, most).map_or(most as i64 + 1, |distance| distance as i64))
}
