//! Values that something may take, as far as constants bound them.

use std::cmp::Ordering;

use values::{Primitive, Value};

use crate::checked::Comparison;

/// An interval in the order of values. Composite values and floats are not bounded: their comparisons have another order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Range {
    low: Option<Bound>,
    high: Option<Bound>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    value: Value,
    /// The value itself is left out.
    strict: bool,
}

impl Range {
    /// One value.
    pub(crate) fn only(value: &Value) -> Range {
        Range::between(Some(value), Some(value))
    }

    /// From one value to another one, both included.
    pub(crate) fn between(low: Option<&Value>, high: Option<&Value>) -> Range {
        let bound = |value: &Value| is_bounded(value).then(|| Bound { value: value.clone(), strict: false });
        Range { low: low.and_then(bound), high: high.and_then(bound) }
    }

    /// What compares so with some value of `other`.
    pub(crate) fn compared(op: Comparison, other: &Range) -> Range {
        let strictly = |bound: &Option<Bound>| bound.clone().map(|bound| Bound { strict: true, ..bound });
        let (low, high) = match op {
            Comparison::Equal => (other.low.clone(), other.high.clone()),
            Comparison::NotEqual => (None, None),
            Comparison::Less => (None, strictly(&other.high)),
            Comparison::LessEqual => (None, other.high.clone()),
            Comparison::Greater => (strictly(&other.low), None),
            Comparison::GreaterEqual => (other.low.clone(), None),
        };
        Range { low, high }
    }

    /// Both at once.
    pub(crate) fn meet(&self, other: &Range) -> Range {
        let low = tighter(&self.low, &other.low, Ordering::Greater);
        let high = tighter(&self.high, &other.high, Ordering::Less);
        Range { low: low.map(|bound| inside(bound, 1)), high: high.map(|bound| inside(bound, -1)) }
    }

    /// The least range that holds both.
    pub(crate) fn join(&self, other: &Range) -> Range {
        let low = self.low.as_ref().zip(other.low.as_ref()).map(|(a, b)| looser(a, b, Ordering::Less));
        let high = self.high.as_ref().zip(other.high.as_ref()).map(|(a, b)| looser(a, b, Ordering::Greater));
        Range { low, high }
    }

    /// True where no value is left.
    pub(crate) fn is_empty(&self) -> bool {
        let Some((low, high)) = self.low.as_ref().zip(self.high.as_ref()) else { return false };
        match low.value.cmp(&high.value) {
            Ordering::Less => false,
            Ordering::Equal => low.strict || high.strict,
            Ordering::Greater => true,
        }
    }

    /// The only value that it may be.
    pub(crate) fn single(&self) -> Option<&Value> {
        let (low, high) = (self.low.as_ref()?, self.high.as_ref()?);
        (low == high && !low.strict).then_some(&low.value)
    }

    /// First and last value, where they are known.
    pub(crate) fn ends(&self) -> [Option<&Value>; 2] {
        [&self.low, &self.high].map(|bound| bound.as_ref().map(|bound| &bound.value))
    }
}

fn is_bounded(value: &Value) -> bool {
    !matches!(value.primitive(), Primitive::Float | Primitive::Composite(_))
}

fn tighter(a: &Option<Bound>, b: &Option<Bound>, tight: Ordering) -> Option<Bound> {
    let (Some(a), Some(b)) = (a, b) else { return a.clone().or_else(|| b.clone()) };
    let order = a.value.cmp(&b.value);
    Some(if order == tight || order.is_eq() && a.strict { a.clone() } else { b.clone() })
}

fn looser(a: &Bound, b: &Bound, loose: Ordering) -> Bound {
    let order = a.value.cmp(&b.value);
    if order == loose || order.is_eq() && !a.strict { a.clone() } else { b.clone() }
}

/// A strict bound of days or whole numbers as the next one inside.
fn inside(bound: Bound, step: i64) -> Bound {
    let next = match &bound.value {
        _ if !bound.strict => None,
        Value::Date(day) => day.add_days(step).ok().map(Value::Date),
        Value::Number(n) => n.checked_add(step).map(Value::Number),
        Value::Unsigned(n) => n.checked_add_signed(step).map(Value::Unsigned),
        _ => None,
    };
    next.map_or(bound, |value| Bound { value, strict: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: i64) -> Range {
        Range::only(&Value::Number(n))
    }

    #[test]
    fn whole_numbers_have_none_between_neighbours() {
        let more_than = |n| Range::compared(Comparison::Greater, &number(n));
        let less_than = |n| Range::compared(Comparison::Less, &number(n));
        assert!(more_than(4).meet(&less_than(5)).is_empty());
        assert_eq!(more_than(4).meet(&less_than(6)).single(), Some(&Value::Number(5)));
        assert!(!more_than(4).is_empty());
    }

    #[test]
    fn texts_have_others_between_neighbours() {
        let text = |text: &str| Range::only(&Value::symbol(text));
        let between =
            Range::compared(Comparison::Greater, &text("a")).meet(&Range::compared(Comparison::Less, &text("b")));
        assert!(!between.is_empty());
        assert!(Range::compared(Comparison::Greater, &text("a")).meet(&text("a")).is_empty());
        assert!(text("a").meet(&text("b")).is_empty());
    }

    #[test]
    fn what_one_side_leaves_open_both_leave_open() {
        let at_least = Range::compared(Comparison::GreaterEqual, &number(3));
        assert_eq!(number(1).join(&at_least).ends(), [Some(&Value::Number(1)), None]);
        assert_eq!(number(1).join(&number(7)).ends(), [Some(&Value::Number(1)), Some(&Value::Number(7))]);
    }

    #[test]
    fn floats_are_not_bounded() {
        assert_eq!(Range::only(&Value::Float(1.0)), Range::default());
    }
}
