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
