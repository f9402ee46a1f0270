//! `range(from, to, step)`.

use values::Value;

use super::integer::{fit, lift};
use super::{Computed, Undefined};

/// `from, from + step, ...` as long as it lies before `to`. Without a step 1, or -1 where `from > to`. Step 0 gives
/// `from` once, a step of the wrong sign nothing. Undefined: a float step too small to leave `from`, a range that
/// never ends.
pub fn range(args: &[Value]) -> Box<dyn Iterator<Item = Computed>> {
    match args {
        [Value::Float(from), Value::Float(to)] => floats(*from, *to, if from > to { -1.0 } else { 1.0 }),
        [Value::Float(from), Value::Float(to), Value::Float(step)] => floats(*from, *to, *step),
        _ => integers(args).unwrap_or_else(|undefined| Box::new(std::iter::once(Err(undefined)))),
    }
}

/// Whether the range holds the value; of integers without counting them.
pub fn in_range(args: &[Value], value: &Value) -> bool {
    let whole = args.iter().chain([value]).map(lift).collect::<Result<Vec<_>, _>>();
    let (from, to, step, n) = match whole.as_deref() {
        Ok([from, to, n]) => (*from, *to, if from > to { -1 } else { 1 }, *n),
        Ok([from, to, step, n]) => (*from, *to, *step, *n),
        _ => return range(args).map_while(Result::ok).any(|inside| inside == *value),
    };
    match step {
        0 => n == from,
        step => (n - from) % step == 0 && if step > 0 { from <= n && n < to } else { to < n && n <= from },
    }
}

fn integers(args: &[Value]) -> Result<Box<dyn Iterator<Item = Computed>>, Undefined> {
    let kind = args.first().ok_or(Undefined)?.primitive();
    let (from, to, step) = match args {
        [from, to] => (lift(from)?, lift(to)?, if lift(from)? > lift(to)? { -1 } else { 1 }),
        [from, to, step] => (lift(from)?, lift(to)?, lift(step)?),
        _ => return Err(Undefined),
    };
    if step == 0 {
        return Ok(Box::new(std::iter::once(fit(kind, from))));
    }
    // 128 bits hold one step beyond the last of 64
    let inside = move |n: &i128| if step > 0 { *n < to } else { *n > to };
    Ok(Box::new(
        std::iter::successors(Some(from), move |n| Some(n + step)).take_while(inside).map(move |n| fit(kind, n)),
    ))
}

fn floats(from: f64, to: f64, step: f64) -> Box<dyn Iterator<Item = Computed>> {
    if step == 0.0 {
        return Box::new(std::iter::once(Ok(Value::Float(from))));
    }
    let inside = move |x: f64| if step > 0.0 { x < to } else { step < 0.0 && x > to };
    let next = move |x: &Computed| match x {
        Ok(Value::Float(x)) if x + step == *x => Some(Err(Undefined)),
        Ok(Value::Float(x)) => inside(x + step).then_some(Ok(Value::Float(x + step))),
        _ => None,
    };
    Box::new(std::iter::successors(inside(from).then_some(Ok(Value::Float(from))), next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(args: &[i64]) -> Vec<i64> {
        let args: Vec<Value> = args.iter().map(|n| Value::Number(*n)).collect();
        range(&args).map(|n| if let Ok(Value::Number(n)) = n { n } else { panic!("{n:?}") }).collect()
    }

    #[test]
    fn half_open_both_ways() {
        assert_eq!(numbers(&[0, 3]), [0, 1, 2]);
        assert_eq!(numbers(&[3, 0]), [3, 2, 1]);
        assert!(numbers(&[2, 2]).is_empty());
        assert_eq!(numbers(&[0, 5, 2]), [0, 2, 4]);
        assert_eq!(numbers(&[5, 0, -2]), [5, 3, 1]);
        assert!(numbers(&[0, 5, -1]).is_empty());
        assert_eq!(numbers(&[7, 5, 0]), [7]);
        assert_eq!(numbers(&[i64::MAX - 1, i64::MAX, 5]), [i64::MAX - 1]);
    }

    #[test]
    fn unsigned_and_floats() {
        let down: Vec<Computed> = range(&[Value::Unsigned(2), Value::Unsigned(0)]).collect();
        assert_eq!(down, [Ok(Value::Unsigned(2)), Ok(Value::Unsigned(1))]);
        let halves: Vec<Computed> = range(&[Value::Float(0.0), Value::Float(1.0), Value::Float(0.5)]).collect();
        assert_eq!(halves, [Ok(Value::Float(0.0)), Ok(Value::Float(0.5))]);
        let stuck: Vec<Computed> = range(&[Value::Float(1e300), Value::Float(2e300), Value::Float(1.0)]).collect();
        assert_eq!(stuck, [Ok(Value::Float(1e300)), Err(Undefined)]);
        assert_eq!(range(&[Value::Float(f64::NAN), Value::Float(1.0)]).count(), 0);
    }
}
