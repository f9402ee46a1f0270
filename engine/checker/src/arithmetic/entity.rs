//! Entity resolution once more: patterns instead of scanners, whole tables instead of bits, published tables instead of recurrences.

mod distance;
mod grams;
mod normal;
mod number;
mod numeral;

use program::checked::{COMPARED_MAX, Entity};
use values::Value;

use super::{Computed, Undefined};

/// The functors of entity resolution.
pub fn compute(functor: Entity, args: &[Value]) -> Computed {
    use Entity::*;
    use Value::{Number, Symbol};
    let text = |made: String| Ok(Value::symbol(&made));
    match (functor, args) {
        (FoldWidth, [Symbol(s)]) => text(normal::narrowed(s)),
        (ToSimplified, [Symbol(s)]) => text(normal::simplified(s)),
        (NormPerson, [Symbol(s)]) => text(normal::person(s)),
        (NormOrg, [Symbol(s)]) => text(normal::organisation(s)),
        (NormAddress, [Symbol(s)]) => text(normal::address(s)),
        (NormDocument, [Symbol(s)]) => text(normal::document(s)),
        (NormResidentId, [Symbol(s)]) => text(number::resident(&normal::narrowed(s)).unwrap_or_default()),
        (IsResidentId, [Symbol(s)]) => Ok(Number(number::is_resident(s).into())),
        (IsCreditCode, [Symbol(s)]) => Ok(Number(number::is_credit_code(s).into())),
        (IsMod1110, [Symbol(s)]) => Ok(Number(number::is_mod_11_10(s).into())),
        (EditDistance, [Symbol(a), Symbol(b), most @ ..]) => {
            if [a, b].iter().any(|text| text.chars().count() > COMPARED_MAX) {
                return Err(Undefined);
            }
            let distance = distance::of(a, b);
            match most {
                [Number(most)] => Ok(Number(distance.min((*most).max(0).saturating_add(1)))),
                _ => Ok(Number(distance)),
            }
        }
        (GramCount, [Symbol(s), Number(q)]) => Ok(Number(grams::of(s, *q).values().sum())),
        (Gram, [Symbol(s), Number(q), Number(index)]) => text(grams::nth(&grams::of(s, *q), *index)),
        (GramSimilarity, [Symbol(a), Symbol(b), Number(q)]) => {
            Ok(Number(grams::percent(&grams::of(a, *q), &grams::of(b, *q))))
        }
        (WordSimilarity, [Symbol(a), Symbol(b)]) => Ok(Number(grams::percent(&grams::words(a), &grams::words(b)))),
        _ => Err(Undefined),
    }
}
