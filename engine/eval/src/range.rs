//! The values of `range(from, to, step)`.

use values::Value;

/// The values, in the order of the steps. Without a step 1, or -1 where `from > to`.
pub(crate) fn range(args: &[Value]) -> Box<dyn Iterator<Item = Value> + Send> {
    match args {
        [Value::Float(from), Value::Float(to)] => Box::new(floats(*from, *to, if from > to { -1.0 } else { 1.0 })),
        [Value::Float(from), Value::Float(to), Value::Float(step)] => Box::new(floats(*from, *to, *step)),
        [Value::Unsigned(_), ..] => Box::new(steps(&integers(args)).map(|n| Value::Unsigned(n as u64))),
        _ => Box::new(steps(&integers(args)).map(|n| Value::Number(n as i64))),
    }
}

/// Wider than the values, so that the step past the end cannot overflow.
fn integers(args: &[Value]) -> Vec<i128> {
    let integer = |value: &Value| match value {
        Value::Number(n) => i128::from(*n),
        Value::Unsigned(n) => i128::from(*n),
        other => unreachable!("range over {other:?}"),
    };
    args.iter().map(integer).collect()
}

fn bounds(args: &[i128]) -> (i128, i128, i128) {
    let (from, to) = (args[0], args[1]);
    (from, to, args.get(2).copied().unwrap_or(if from > to { -1 } else { 1 }))
}

fn steps(args: &[i128]) -> impl Iterator<Item = i128> + use<> {
    let (from, to, step) = bounds(args);
    let inside = move |n: &i128| match step {
        0 => *n == from,
        1.. => *n < to,
        _ => *n > to,
    };
    std::iter::successors(Some(from), move |n| (step != 0).then(|| n + step)).take_while(inside)
}

/// Whether the range holds `value`, without walking through it where the values are integers.
pub(crate) fn contains(args: &[Value], value: &Value) -> bool {
    if let Value::Float(_) = value {
        return range(args).any(|candidate| candidate == *value);
    }
    let n = integers(std::slice::from_ref(value))[0];
    let (from, to, step) = bounds(&integers(args));
    match step {
        0 => n == from,
        step @ 1.. => from <= n && n < to && (n - from) % step == 0,
        step => from >= n && n > to && (from - n) % step == 0,
    }
}

/// A step too small to change the value ends the range, as step 0 does.
fn floats(from: f64, to: f64, step: f64) -> impl Iterator<Item = Value> {
    let inside = move |x: &f64| {
        if step == 0.0 {
            true
        } else if step > 0.0 {
            *x < to
        } else {
            *x > to
        }
    };
    let next = move |x: &f64| Some(x + step).filter(|next| step != 0.0 && next != x);
    std::iter::successors(Some(from), next).take_while(inside).map(Value::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(args: &[i64]) -> Vec<i64> {
        let values = range(&args.iter().map(|n| Value::Number(*n)).collect::<Vec<_>>());
        values.map(|value| if let Value::Number(n) = value { n } else { unreachable!() }).collect()
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
        let nan = [Value::Float(f64::NAN), Value::Float(1.0), Value::Float(0.0)];
        assert_eq!(range(&nan).count(), 1);
    }
}
