//! The values of `range(from, to, step)`.

use values::Value;

/// The values, in the order of the steps. Without a step 1, or -1 where `from > to`.
pub(crate) fn range(args: &[Value]) -> Vec<Value> {
    match args {
        [Value::Number(from), Value::Number(to)] => signed(*from, *to, if from > to { -1 } else { 1 }),
        [Value::Number(from), Value::Number(to), Value::Number(step)] => signed(*from, *to, *step),
        [Value::Unsigned(from), Value::Unsigned(to)] => {
            let steps = |n: i128| Value::Unsigned(n as u64);
            integers((*from).into(), (*to).into(), if from > to { -1 } else { 1 }).map(steps).collect()
        }
        [Value::Unsigned(from), Value::Unsigned(to), Value::Unsigned(step)] => {
            integers((*from).into(), (*to).into(), (*step).into()).map(|n| Value::Unsigned(n as u64)).collect()
        }
        [Value::Float(from), Value::Float(to)] => floats(*from, *to, if from > to { -1.0 } else { 1.0 }),
        [Value::Float(from), Value::Float(to), Value::Float(step)] => floats(*from, *to, *step),
        other => unreachable!("range over {other:?}"),
    }
}

/// Whether the range holds `value`, without walking through it where the values are integers.
pub(crate) fn contains(args: &[Value], value: &Value) -> bool {
    let integer = |value: &Value| match value {
        Value::Number(n) => Some(i128::from(*n)),
        Value::Unsigned(n) => Some(i128::from(*n)),
        _ => None,
    };
    let bounds = args.iter().map(integer).collect::<Option<Vec<_>>>();
    let (Some(bounds), Some(n)) = (bounds, integer(value)) else { return range(args).contains(value) };
    let (from, to) = (bounds[0], bounds[1]);
    match bounds.get(2).copied().unwrap_or(if from > to { -1 } else { 1 }) {
        0 => n == from,
        step @ 1.. => from <= n && n < to && (n - from) % step == 0,
        step => from >= n && n > to && (from - n) % step == 0,
    }
}

fn signed(from: i64, to: i64, step: i64) -> Vec<Value> {
    integers(from.into(), to.into(), step.into()).map(|n| Value::Number(n as i64)).collect()
}

/// Wider than the values, so that the step past `to` cannot overflow.
fn integers(from: i128, to: i128, step: i128) -> impl Iterator<Item = i128> {
    let inside = move |n: &i128| match step {
        0 => *n == from,
        1.. => *n < to,
        _ => *n > to,
    };
    let next = move |n: &i128| (step != 0).then(|| n + step);
    std::iter::successors(Some(from), next).take_while(inside)
}

/// A step too small to change the value ends the range, as step 0 does.
fn floats(from: f64, to: f64, step: f64) -> Vec<Value> {
    let inside = |x: &f64| {
        if step == 0.0 {
            true
        } else if step > 0.0 {
            *x < to
        } else {
            *x > to
        }
    };
    let next = |x: &f64| Some(x + step).filter(|next| next != x);
    std::iter::successors(Some(from), next).take_while(inside).map(Value::Float).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(args: &[i64]) -> Vec<i64> {
        let values = range(&args.iter().map(|n| Value::Number(*n)).collect::<Vec<_>>());
        values.into_iter().map(|value| if let Value::Number(n) = value { n } else { unreachable!() }).collect()
    }

    #[test]
    fn contains_what_it_yields() {
        for args in [vec![1, 4], vec![4, 1], vec![1, 8, 3], vec![3, 3], vec![5, 9, 0], vec![1, 4, -1], vec![9, -9, -4]]
        {
            let values = args.iter().map(|n| Value::Number(*n)).collect::<Vec<_>>();
            let found = (-12..12).filter(|n| contains(&values, &Value::Number(*n))).collect::<Vec<_>>();
            let mut expected = numbers(&args);
            expected.sort_unstable();
            assert_eq!(found, expected, "{args:?}");
        }
    }

    #[test]
    fn is_half_open_and_descends_where_it_must() {
        assert_eq!(numbers(&[1, 4]), [1, 2, 3]);
        assert_eq!(numbers(&[4, 1]), [4, 3, 2]);
        assert_eq!(numbers(&[1, 8, 3]), [1, 4, 7]);
        assert_eq!(numbers(&[3, 3]), [0i64; 0]);
        assert_eq!(numbers(&[5, 9, 0]), [5]);
        assert_eq!(numbers(&[1, 4, -1]), [0i64; 0]);
        assert_eq!(numbers(&[i64::MAX - 1, i64::MAX]), [i64::MAX - 1]);
    }
}
