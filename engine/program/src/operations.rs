//! Functors and operators with their signatures, before types choose one of them.

use syntax::SyntaxKind;
use values::{Primitive, Rounding, ShapeId};

use crate::checked::{Entity, Functor};
use crate::infer::Set;

/// An operator or functor as written.
#[derive(Debug)]
pub(crate) struct Operation {
    /// As written.
    pub(crate) name: &'static str,
    /// The least and the largest number of arguments.
    pub(crate) arity: (usize, usize),
    pub(crate) signatures: &'static [Signature],
}

/// One way to type an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signature {
    params: Params,
    pub(crate) result: Primitive,
    /// What it is in the checked program; `None` where the checked program has a form of its own for it.
    pub(crate) functor: Option<Functor>,
}

#[derive(Clone, Copy, Debug)]
enum Params {
    All(Primitive),
    Each(&'static [Primitive]),
    /// One argument of any record type or algebraic data type.
    Composite,
}

impl Signature {
    /// The types of argument `index`, if there can be so many.
    pub(crate) fn param(&self, index: usize) -> Option<Set> {
        match self.params {
            Params::All(primitive) => Some(Set::one(primitive)),
            Params::Each(primitives) => primitives.get(index).copied().map(Set::one),
            Params::Composite => (index == 0).then_some(Set::COMPOSITES),
        }
    }
}

use Primitive::{Date, Decimal, Float, Number, Symbol, Unsigned};

const MANY: usize = usize::MAX;

/// All arguments and the result of one type.
const fn same(primitive: Primitive, functor: Functor) -> Signature {
    Signature { params: Params::All(primitive), result: primitive, functor: Some(functor) }
}

const fn each(params: &'static [Primitive], result: Primitive, functor: Functor) -> Signature {
    Signature { params: Params::Each(params), result, functor: Some(functor) }
}

const fn entity(params: &'static [Primitive], entity: Entity) -> Signature {
    each(params, entity.result(), Functor::Entity(entity))
}

/// `ord` of any record type or algebraic data type; which one, [`Operation::functor`] says.
const ORDINAL_OF_COMPOSITE: Signature = ordinal_of_composite(Number);

const fn ordinal_of_composite(result: Primitive) -> Signature {
    let functor = Functor::Ordinal(Primitive::Composite(ShapeId(0)));
    Signature { params: Params::Composite, result, functor: Some(functor) }
}

/// Something that is no functor in the checked program.
const fn plain(primitive: Primitive) -> Signature {
    Signature { params: Params::All(primitive), result: primitive, functor: None }
}

/// `deadline` without its policy and unit, which make it a functor.
static DEADLINE: Operation = Operation {
    name: "deadline",
    arity: (2, 2),
    signatures: &[Signature { params: Params::Each(&[Date, Number]), result: Date, functor: None }],
};

macro_rules! operations {
    ($($name:ident $text:literal $arity:expr, [$($signature:expr),* $(,)?];)*) => {
        $(static $name: Operation = Operation { name: $text, arity: $arity, signatures: &[$($signature),*] };)*
        /// Every operation.
        static ALL: &[&Operation] = &[$(&$name),*];
    };
}

operations! {
    ADD "+" (2, 2), [
        same(Number, Functor::Add(Number)),
        same(Unsigned, Functor::Add(Unsigned)),
        same(Float, Functor::Add(Float)),
        same(Decimal, Functor::Add(Decimal)),
        same(Symbol, Functor::Concatenate),
        each(&[Date, Number], Date, Functor::AddDays),
        each(&[Number, Date], Date, Functor::DaysAdd),
    ];
    SUBTRACT "-" (2, 2), [
        same(Number, Functor::Subtract(Number)),
        same(Unsigned, Functor::Subtract(Unsigned)),
        same(Float, Functor::Subtract(Float)),
        same(Decimal, Functor::Subtract(Decimal)),
        each(&[Date, Number], Date, Functor::SubtractDays),
        each(&[Date, Date], Number, Functor::DaysBetween),
    ];
    MULTIPLY "*" (2, 2), [
        same(Number, Functor::Multiply(Number)),
        same(Unsigned, Functor::Multiply(Unsigned)),
        same(Float, Functor::Multiply(Float)),
        same(Decimal, Functor::Multiply(Decimal)),
    ];
    DIVIDE "/" (2, 2), [
        same(Number, Functor::Divide(Number)),
        same(Unsigned, Functor::Divide(Unsigned)),
        same(Float, Functor::Divide(Float)),
        same(Decimal, Functor::Divide(Decimal)),
    ];
    REMAINDER "%" (2, 2), [
        same(Number, Functor::Remainder(Number)),
        same(Unsigned, Functor::Remainder(Unsigned)),
    ];
    POWER "^" (2, 2), [
        same(Number, Functor::Power(Number)),
        same(Unsigned, Functor::Power(Unsigned)),
        same(Float, Functor::Power(Float)),
    ];
    POWER_OF "^" (2, 2), [
        same(Number, Functor::PowerOf(Number)),
        same(Unsigned, Functor::PowerOf(Unsigned)),
        same(Float, Functor::PowerOf(Float)),
    ];
    NEGATE "-" (1, 1), [
        same(Number, Functor::Negate(Number)),
        same(Float, Functor::Negate(Float)),
        same(Decimal, Functor::Negate(Decimal)),
    ];
    BIT_AND "band" (2, 2), [
        same(Number, Functor::BitAnd(Number)),
        same(Unsigned, Functor::BitAnd(Unsigned)),
    ];
    BIT_OR "bor" (2, 2), [
        same(Number, Functor::BitOr(Number)),
        same(Unsigned, Functor::BitOr(Unsigned)),
    ];
    BIT_XOR "bxor" (2, 2), [
        same(Number, Functor::BitXor(Number)),
        same(Unsigned, Functor::BitXor(Unsigned)),
    ];
    BIT_NOT "bnot" (1, 1), [
        same(Number, Functor::BitNot(Number)),
        same(Unsigned, Functor::BitNot(Unsigned)),
    ];
    SHIFT_LEFT "bshl" (2, 2), [
        same(Number, Functor::ShiftLeft(Number)),
        same(Unsigned, Functor::ShiftLeft(Unsigned)),
    ];
    SHIFT_RIGHT "bshr" (2, 2), [
        same(Number, Functor::ShiftRight(Number)),
        same(Unsigned, Functor::ShiftRight(Unsigned)),
    ];
    SHIFT_RIGHT_LOGICAL "bshru" (2, 2), [
        same(Number, Functor::ShiftRightLogical(Number)),
        same(Unsigned, Functor::ShiftRightLogical(Unsigned)),
    ];
    LOGICAL_AND "land" (2, 2), [
        same(Number, Functor::LogicalAnd(Number)),
        same(Unsigned, Functor::LogicalAnd(Unsigned)),
    ];
    LOGICAL_OR "lor" (2, 2), [
        same(Number, Functor::LogicalOr(Number)),
        same(Unsigned, Functor::LogicalOr(Unsigned)),
    ];
    LOGICAL_XOR "lxor" (2, 2), [
        same(Number, Functor::LogicalXor(Number)),
        same(Unsigned, Functor::LogicalXor(Unsigned)),
    ];
    LOGICAL_NOT "lnot" (1, 1), [
        same(Number, Functor::LogicalNot(Number)),
        same(Unsigned, Functor::LogicalNot(Unsigned)),
    ];
    MIN "min" (2, MANY), [
        same(Symbol, Functor::Min(Symbol)),
        same(Number, Functor::Min(Number)),
        same(Unsigned, Functor::Min(Unsigned)),
        same(Float, Functor::Min(Float)),
        same(Date, Functor::Min(Date)),
        same(Decimal, Functor::Min(Decimal)),
    ];
    MAX "max" (2, MANY), [
        same(Symbol, Functor::Max(Symbol)),
        same(Number, Functor::Max(Number)),
        same(Unsigned, Functor::Max(Unsigned)),
        same(Float, Functor::Max(Float)),
        same(Date, Functor::Max(Date)),
        same(Decimal, Functor::Max(Decimal)),
    ];
    CONCATENATE "cat" (2, MANY), [
        same(Symbol, Functor::Concatenate),
    ];
    LENGTH "strlen" (1, 1), [
        each(&[Symbol], Number, Functor::Length),
    ];
    SUBSTRING "substr" (3, 3), [
        each(&[Symbol, Number, Number], Symbol, Functor::Substring),
    ];
    TO_NUMBER "to_number" (1, 1), [
        each(&[Symbol], Number, Functor::ToNumber(Symbol)),
        each(&[Number], Number, Functor::ToNumber(Number)),
        each(&[Unsigned], Number, Functor::ToNumber(Unsigned)),
        each(&[Float], Number, Functor::ToNumber(Float)),
    ];
    TO_UNSIGNED "to_unsigned" (1, 1), [
        each(&[Symbol], Unsigned, Functor::ToUnsigned(Symbol)),
        each(&[Number], Unsigned, Functor::ToUnsigned(Number)),
        each(&[Unsigned], Unsigned, Functor::ToUnsigned(Unsigned)),
        each(&[Float], Unsigned, Functor::ToUnsigned(Float)),
    ];
    TO_FLOAT "to_float" (1, 1), [
        each(&[Symbol], Float, Functor::ToFloat(Symbol)),
        each(&[Number], Float, Functor::ToFloat(Number)),
        each(&[Unsigned], Float, Functor::ToFloat(Unsigned)),
        each(&[Float], Float, Functor::ToFloat(Float)),
    ];
    TO_STRING "to_string" (1, 1), [
        each(&[Symbol], Symbol, Functor::ToString(Symbol)),
        each(&[Number], Symbol, Functor::ToString(Number)),
        each(&[Unsigned], Symbol, Functor::ToString(Unsigned)),
        each(&[Float], Symbol, Functor::ToString(Float)),
        each(&[Date], Symbol, Functor::ToString(Date)),
        each(&[Decimal], Symbol, Functor::ToString(Decimal)),
    ];
    TO_DECIMAL "to_decimal" (1, 1), [
        each(&[Symbol], Decimal, Functor::ToDecimal(Symbol)),
        each(&[Number], Decimal, Functor::ToDecimal(Number)),
        each(&[Unsigned], Decimal, Functor::ToDecimal(Unsigned)),
        each(&[Decimal], Decimal, Functor::ToDecimal(Decimal)),
    ];
    TO_DATE "to_date" (1, 1), [
        each(&[Symbol], Date, Functor::ToDate),
    ];
    ORDINAL "ord" (1, 1), [
        each(&[Symbol], Number, Functor::Ordinal(Symbol)),
        each(&[Number], Number, Functor::Ordinal(Number)),
        each(&[Unsigned], Number, Functor::Ordinal(Unsigned)),
        each(&[Float], Number, Functor::Ordinal(Float)),
        each(&[Date], Number, Functor::Ordinal(Date)),
        ORDINAL_OF_COMPOSITE,
    ];
    ADD_DAYS "add_days" (2, 2), [
        each(&[Date, Number], Date, Functor::AddDays),
    ];
    ADD_MONTHS "add_months" (2, 2), [
        each(&[Date, Number], Date, Functor::AddMonths),
    ];
    ADD_YEARS "add_years" (2, 2), [
        each(&[Date, Number], Date, Functor::AddYears),
    ];
    MONTHS_BETWEEN "months_between" (2, 2), [
        each(&[Date, Date], Number, Functor::MonthsBetween),
    ];
    YEARS_BETWEEN "years_between" (2, 2), [
        each(&[Date, Date], Number, Functor::YearsBetween),
    ];
    ADD_WORKING_DAYS "wd_add" (2, 2), [
        each(&[Date, Number], Date, Functor::AddWorkingDays),
    ];
    WORKING_DAYS_BETWEEN "working_days" (2, 2), [
        each(&[Date, Date], Number, Functor::WorkingDaysBetween),
    ];
    ROLL "roll" (1, 1), [
        each(&[Date], Date, Functor::Roll),
    ];
    IS_WORKING_DAY "is_working_day" (1, 1), [
        each(&[Date], Number, Functor::IsWorkingDay),
    ];
    ROUND "round" (3, 3), [
        each(&[Decimal, Number], Decimal, Functor::Round(Rounding::HalfUp)),
    ];
    UPPER "upper" (1, 1), [
        same(Symbol, Functor::Upper),
    ];
    WORDS "words" (2, 2), [
        each(&[Symbol, Number], Symbol, Functor::Words),
    ];
    KEEP "keep" (2, 2), [
        same(Symbol, Functor::Keep),
    ];
    FOLD_WIDTH "fold_width" (1, 1), [
        entity(&[Symbol], Entity::FoldWidth),
    ];
    TO_SIMPLIFIED "to_simplified" (1, 1), [
        entity(&[Symbol], Entity::ToSimplified),
    ];
    NORM_PERSON "norm_person" (1, 1), [
        entity(&[Symbol], Entity::NormPerson),
    ];
    NORM_ORG "norm_org" (1, 1), [
        entity(&[Symbol], Entity::NormOrg),
    ];
    NORM_ADDRESS "norm_address" (1, 1), [
        entity(&[Symbol], Entity::NormAddress),
    ];
    NORM_DOCUMENT "norm_document" (1, 1), [
        entity(&[Symbol], Entity::NormDocument),
    ];
    NORM_RESIDENT_ID "norm_resident_id" (1, 1), [
        entity(&[Symbol], Entity::NormResidentId),
    ];
    IS_RESIDENT_ID "is_resident_id" (1, 1), [
        entity(&[Symbol], Entity::IsResidentId),
    ];
    IS_CREDIT_CODE "is_credit_code" (1, 1), [
        entity(&[Symbol], Entity::IsCreditCode),
    ];
    IS_MOD_11_10 "is_mod_11_10" (1, 1), [
        entity(&[Symbol], Entity::IsMod1110),
    ];
    EDIT_DISTANCE "edit_distance" (2, 3), [
        entity(&[Symbol, Symbol, Number], Entity::EditDistance),
    ];
    GRAM_COUNT "gram_count" (2, 2), [
        entity(&[Symbol, Number], Entity::GramCount),
    ];
    GRAM "gram" (3, 3), [
        entity(&[Symbol, Number, Number], Entity::Gram),
    ];
    GRAM_SIMILARITY "gram_similarity" (3, 3), [
        entity(&[Symbol, Symbol, Number], Entity::GramSimilarity),
    ];
    WORD_SIMILARITY "word_similarity" (2, 2), [
        entity(&[Symbol, Symbol], Entity::WordSimilarity),
    ];
    RANGE "range" (2, 3), [
        plain(Number),
        plain(Unsigned),
        plain(Float),
    ];
}

/// `sum target : body`: target and result.
pub(crate) static AGGREGATE_SUM: Operation = Operation {
    name: "sum",
    arity: (1, 1),
    signatures: &[plain(Number), plain(Unsigned), plain(Float), plain(Decimal)],
};

/// `min target : body`: target and result.
pub(crate) static AGGREGATE_LEAST: Operation = Operation {
    name: "min",
    arity: (1, 1),
    signatures: &[plain(Number), plain(Unsigned), plain(Float), plain(Date), plain(Decimal)],
};

/// `max target : body`: target and result.
pub(crate) static AGGREGATE_GREATEST: Operation = Operation {
    name: "max",
    arity: (1, 1),
    signatures: &[plain(Number), plain(Unsigned), plain(Float), plain(Date), plain(Decimal)],
};

/// `mean target : body`: target and result.
pub(crate) static AGGREGATE_MEAN: Operation =
    Operation { name: "mean", arity: (1, 1), signatures: &[plain(Float), plain(Decimal)] };

/// `autoinc()`
pub(crate) static COUNTER: Operation =
    Operation { name: "autoinc", arity: (0, 0), signatures: &[plain(Number), plain(Unsigned), plain(Float)] };

/// `match(.., ..)` in a body; its result is never looked at.
pub(crate) static TEST_MATCH: Operation = Operation { name: "match", arity: (2, 2), signatures: &[plain(Symbol)] };

/// `contains(.., ..)` in a body; its result is never looked at.
pub(crate) static TEST_CONTAINS: Operation =
    Operation { name: "contains", arity: (2, 2), signatures: &[plain(Symbol)] };

/// `as(x, T)` by the primitive of T. A symbol, a record and a branch have the whole number that `ord` gives.
pub(crate) fn cast_to(primitive: Primitive) -> &'static Operation {
    macro_rules! casts {
        ($($to:ident from $($from:ident)* $(, $other:expr)*;)*) => {
            match primitive {
                $($to => {
                    const SIGNATURES: &[Signature] =
                        &[$(each(&[$from], $to, Functor::Reinterpret($from, $to)),)* $($other),*];
                    static CAST: Operation = Operation { name: "as", arity: (1, 1), signatures: SIGNATURES };
                    &CAST
                })*
                // No value of another type has the bits of a composite one.
                Primitive::Composite(_) => {
                    static NONE: Operation = Operation { name: "as", arity: (1, 1), signatures: &[] };
                    &NONE
                }
            }
        };
    }
    casts! {
        Number from Number Unsigned Float,
            each(&[Symbol], Number, Functor::Ordinal(Symbol)), ORDINAL_OF_COMPOSITE;
        Unsigned from Unsigned Number Float,
            each(&[Symbol], Unsigned, Functor::Ordinal(Symbol)), ordinal_of_composite(Unsigned);
        Float from Float Number Unsigned;
        Symbol from Symbol;
        Date from Date;
        Decimal from Decimal;
    }
}

/// `round`
pub(crate) fn round() -> &'static Operation {
    &ROUND
}

/// `deadline` without its policy and unit
pub(crate) fn deadline() -> &'static Operation {
    &DEADLINE
}

/// The infix operator of this kind.
pub(crate) fn infix(kind: SyntaxKind) -> Option<&'static Operation> {
    let text = kind.fixed_text()?;
    ALL.iter().copied().find(|operation| operation.name == text && operation.arity == (2, 2))
}

/// `^` with its operands in reverse: the exponent first.
pub(crate) fn power_of() -> &'static Operation {
    &POWER_OF
}

/// The prefix operator of this kind.
pub(crate) fn prefix(kind: SyntaxKind) -> Option<&'static Operation> {
    let text = kind.fixed_text()?;
    ALL.iter().copied().find(|operation| operation.name == text && operation.arity == (1, 1))
}

/// The functor with this name; operators are none.
pub(crate) fn named(name: &str) -> Option<&'static Operation> {
    functors().find(|operation| operation.name == name)
}

/// The names of all functors.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    functors().map(|operation| operation.name)
}

fn functors() -> impl Iterator<Item = &'static Operation> {
    let infix = ["band", "bor", "bxor", "bnot", "bshl", "bshr", "bshru", "land", "lor", "lxor", "lnot"];
    let is_functor = move |operation: &&Operation| {
        operation.name.starts_with(|c: char| c.is_ascii_alphabetic()) && !infix.contains(&operation.name)
    };
    ALL.iter().copied().filter(is_functor)
}

impl Operation {
    /// True for `-` before one operand.
    pub(crate) fn is_negation(&self) -> bool {
        std::ptr::eq(self, &NEGATE)
    }

    /// The functor of the signature that these types choose; `Some(None)` where the checked program has a form of its own.
    pub(crate) fn functor(&self, args: &[Primitive], result: Primitive) -> Option<Option<Functor>> {
        let fits = |signature: &&Signature| {
            let takes = |(index, arg): (usize, &Primitive)| signature.param(index).is_some_and(|set| set.has(*arg));
            args.iter().enumerate().all(takes) && signature.result == result
        };
        let functor = self.signatures.iter().find(fits)?.functor;
        Some(match (functor, args) {
            (Some(Functor::Ordinal(_)), [of]) => Some(Functor::Ordinal(*of)),
            (functor, _) => functor,
        })
    }
}
