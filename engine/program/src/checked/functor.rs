//! Functors with their types resolved.

use values::{Primitive, Rounding};

use super::{Entity, PeriodUnit, Policy};

/// A functor. Where it is overloaded, the type of its operands is part of it.
///
/// Arithmetic on integers, dates and decimals is checked: a result that the type cannot hold is an error, never wrapped.
/// Floats follow IEEE. Source of the meanings: the dialect's reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Functor {
    /// `a + b` on number, unsigned, float, decimal.
    Add(Primitive),
    /// `a - b` on number, unsigned, float, decimal.
    Subtract(Primitive),
    /// `a * b` on number, unsigned, float, decimal (an error where more than 12 places would be needed).
    Multiply(Primitive),
    /// `a / b` on number, unsigned (toward zero; by zero or minimum / -1: an error), float (IEEE), and decimal (exact; by zero: an
    /// error; see [`super::Term::Ratio`]).
    Divide(Primitive),
    /// `a % b` on number, unsigned; sign of the dividend; by zero or minimum % -1: an error.
    Remainder(Primitive),
    /// `a ^ b` on number, unsigned (checked; a negative exponent: the quotient 1 / a^-b toward zero), float.
    Power(Primitive),
    /// `b ^ a`: [`Functor::Power`] with its operands in reverse, a link of a chain of `^`, which groups to the right.
    PowerOf(Primitive),
    /// `-a` on number, float, decimal.
    Negate(Primitive),
    /// `date + number`: days later.
    AddDays,
    /// `number + date`.
    DaysAdd,
    /// `date - number`: days earlier.
    SubtractDays,
    /// `date - date`: days between, a number.
    DaysBetween,
    /// `add_months(date, number)`: clamped to the end of the month.
    AddMonths,
    /// `add_years(date, number)`: 29 February clamped to the 28th.
    AddYears,
    /// `deadline(policy, start, n, "days")`: the last day of a period of `n` days, months or years; two arguments, start and n.
    ///
    /// Days: working days where the policy counts periods of `n` days so, from the day after `start`, or from `start`
    /// itself where the first day is included; otherwise `start + n` or `start + n - 1`. Months and years: the day with the
    /// number of `start`, or the day before that one where the first day is included; where the last month has no such
    /// day, its last day or the days left over into the next month, as the policy says. Then the next working day, where
    /// the policy rolls forward. An error where `n` is less than 1, past the year 9999, or where a working day is asked for
    /// that [`values::Calendar`] does not reach.
    Deadline(Policy, PeriodUnit),
    /// `months_between(a, b)`: completed months from the date `a` to the date `b`, a number; see [`values::Date::months_since`].
    MonthsBetween,
    /// `years_between(a, b)`: completed years, likewise.
    YearsBetween,
    /// `wd_add(date, n)`: the n-th working day after the date; an error where `n` is negative or [`values::Calendar`] does not
    /// reach, as for all functors of working days.
    AddWorkingDays,
    /// `working_days(a, b)`: working days after the date `a` up to the date `b`, a number, negative where `b` is earlier.
    WorkingDaysBetween,
    /// `roll(date)`: the date, or the next working day where it is none.
    Roll,
    /// `is_working_day(date)`: 1 or 0.
    IsWorkingDay,
    /// `round(a, places, "mode")`: two arguments, of which the first is computed exactly, like a [`super::Term::Ratio`]. Places are a
    /// number from 0 to 12.
    Round(Rounding),
    /// `band` on number, unsigned.
    BitAnd(Primitive),
    /// `bor`
    BitOr(Primitive),
    /// `bxor`
    BitXor(Primitive),
    /// `bnot`
    BitNot(Primitive),
    /// `bshl`: the count is masked to 63.
    ShiftLeft(Primitive),
    /// `bshr`: arithmetic on number, logical on unsigned; count masked to 63.
    ShiftRight(Primitive),
    /// `bshru`: logical; count masked to 63.
    ShiftRightLogical(Primitive),
    /// `land`: 1 where both operands differ from 0, otherwise 0.
    LogicalAnd(Primitive),
    /// `lor`
    LogicalOr(Primitive),
    /// `lxor`
    LogicalXor(Primitive),
    /// `lnot`
    LogicalNot(Primitive),
    /// `min(a, b, ...)` of two and more arguments of one type, in output order (floats by total order).
    Min(Primitive),
    /// `max(a, b, ...)`
    Max(Primitive),
    /// `cat(a, b, ...)` of two and more symbols, and `s + t`.
    Concatenate,
    /// `strlen(s)`: characters, a number.
    Length,
    /// `substr(s, i, n)`: `n` characters from character `i` (from 0); a negative `n`: the rest; `i` negative or past the end: "".
    Substring,
    /// `to_number(x)` of this type: a symbol (base by prefix 0x / 0b, leading blanks skipped, text behind the digits
    /// ignored; no digits: an error), number, unsigned (out of range: an error), float (toward zero; out of range: an error).
    ToNumber(Primitive),
    /// `to_unsigned(x)`, likewise.
    ToUnsigned(Primitive),
    /// `to_float(x)` of a symbol, number, unsigned, float.
    ToFloat(Primitive),
    /// `to_string(x)`: as printed; floats with six decimals.
    ToString(Primitive),
    /// `to_decimal(x)` of a symbol (whole text; anything else: an error), number, unsigned, decimal.
    ToDecimal(Primitive),
    /// `to_date(s)` of a symbol `YYYY-MM-DD`; anything else: an error.
    ToDate,
    /// `ord(x)`: number and unsigned their value as 64 bits, float its bits, symbol its dictionary number, date its days since
    /// 1970-01-01, records and branches their code (`nil` is 0, a branch of an enum its number); a number.
    Ordinal(Primitive),
    /// `as(x, T)` between number, unsigned and float: the same 64 bits read as another type. From, to.
    Reinterpret(Primitive, Primitive),
    /// `upper(s)`: upper case.
    Upper,
    /// `words(s, n)`: the first `n` words (runs without white space) joined by one blank each.
    Words,
    /// `keep(pattern, s)`: all matches of the regular expression, joined; an ill-formed expression: an error.
    Keep,
    /// Normal forms, tests of numbers and distances of entity resolution.
    Entity(Entity),
}

impl Functor {
    /// The type of its result.
    pub fn result(self) -> Primitive {
        use Functor as F;
        match self {
            F::Add(p)
            | F::Subtract(p)
            | F::Multiply(p)
            | F::Divide(p)
            | F::Remainder(p)
            | F::Power(p)
            | F::PowerOf(p)
            | F::Negate(p) => p,
            F::BitAnd(p) | F::BitOr(p) | F::BitXor(p) | F::BitNot(p) => p,
            F::ShiftLeft(p) | F::ShiftRight(p) | F::ShiftRightLogical(p) => p,
            F::LogicalAnd(p) | F::LogicalOr(p) | F::LogicalXor(p) | F::LogicalNot(p) | F::Min(p) | F::Max(p) => p,
            F::AddDays | F::DaysAdd | F::SubtractDays | F::AddMonths | F::AddYears | F::Deadline(..) | F::ToDate => {
                Primitive::Date
            }
            F::AddWorkingDays | F::Roll => Primitive::Date,
            F::DaysBetween | F::MonthsBetween | F::YearsBetween | F::WorkingDaysBetween | F::IsWorkingDay => {
                Primitive::Number
            }
            F::Length | F::ToNumber(_) | F::Ordinal(_) => Primitive::Number,
            F::Round(_) | F::ToDecimal(_) => Primitive::Decimal,
            F::Concatenate | F::Substring | F::ToString(_) | F::Upper | F::Words | F::Keep => Primitive::Symbol,
            F::ToUnsigned(_) => Primitive::Unsigned,
            F::ToFloat(_) => Primitive::Float,
            F::Reinterpret(_, to) => to,
            F::Entity(entity) => entity.result(),
        }
    }

    /// The operator or name as written in a rule.
    pub fn name(self) -> &'static str {
        use Functor as F;
        match self {
            F::Add(_) | F::AddDays | F::DaysAdd => "+",
            F::Subtract(_) | F::SubtractDays | F::DaysBetween | F::Negate(_) => "-",
            F::Multiply(_) => "*",
            F::Divide(_) => "/",
            F::Remainder(_) => "%",
            F::Power(_) | F::PowerOf(_) => "^",
            F::AddMonths => "add_months",
            F::AddYears => "add_years",
            F::Deadline(..) => "deadline",
            F::MonthsBetween => "months_between",
            F::YearsBetween => "years_between",
            F::AddWorkingDays => "wd_add",
            F::WorkingDaysBetween => "working_days",
            F::Roll => "roll",
            F::IsWorkingDay => "is_working_day",
            F::Round(_) => "round",
            F::BitAnd(_) => "band",
            F::BitOr(_) => "bor",
            F::BitXor(_) => "bxor",
            F::BitNot(_) => "bnot",
            F::ShiftLeft(_) => "bshl",
            F::ShiftRight(_) => "bshr",
            F::ShiftRightLogical(_) => "bshru",
            F::LogicalAnd(_) => "land",
            F::LogicalOr(_) => "lor",
            F::LogicalXor(_) => "lxor",
            F::LogicalNot(_) => "lnot",
            F::Min(_) => "min",
            F::Max(_) => "max",
            F::Concatenate => "cat",
            F::Length => "strlen",
            F::Substring => "substr",
            F::ToNumber(_) => "to_number",
            F::ToUnsigned(_) => "to_unsigned",
            F::ToFloat(_) => "to_float",
            F::ToString(_) => "to_string",
            F::ToDecimal(_) => "to_decimal",
            F::ToDate => "to_date",
            F::Ordinal(_) => "ord",
            F::Reinterpret(..) => "as",
            F::Upper => "upper",
            F::Words => "words",
            F::Keep => "keep",
            F::Entity(entity) => entity.name(),
        }
    }
}
