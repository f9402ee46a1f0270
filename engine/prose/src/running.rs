//! The value of an aggregate so far, contribution by contribution.

use values::Value;

/// What an aggregate's value is after each contribution.
pub(crate) struct Running {
    op: &'static str,
    so_far: Option<Value>,
}

impl Running {
    pub(crate) fn new(op: &'static str) -> Self {
        Self { op, so_far: None }
    }

    /// Takes one more contribution. `None` for `count`, whose members are numbered anyway, and where the order of the members
    /// passes through a value the type cannot hold. A `mean` is shown as the total it is taken from.
    pub(crate) fn add(&mut self, value: &Value) -> Option<Value> {
        let next = match (self.op, self.so_far.take()) {
            ("count", _) => None,
            (_, None) => Some(value.clone()),
            ("min", Some(least)) => Some(least.min(value.clone())),
            ("max", Some(greatest)) => Some(greatest.max(value.clone())),
            (_, Some(total)) => sum(&total, value),
        };
        self.so_far.clone_from(&next);
        next
    }
}

fn sum(a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_add(*b).map(Value::Number),
        (Value::Unsigned(a), Value::Unsigned(b)) => a.checked_add(*b).map(Value::Unsigned),
        (Value::Float(a), Value::Float(b)) => Some(Value::Float(a + b)),
        (Value::Decimal(a), Value::Decimal(b)) => a.plus(*b).ok().map(Value::Decimal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_extremes() {
        let numbers = [3, 1, 5].map(Value::Number);
        let run = |op| {
            let mut running = Running::new(op);
            numbers.each_ref().map(|value| running.add(value).map(|value| value.to_string()))
        };
        let some = |values: [&str; 3]| values.map(|value| Some(value.to_string()));
        assert_eq!(run("sum"), some(["3", "4", "9"]));
        assert_eq!(run("min"), some(["3", "1", "1"]));
        assert_eq!(run("max"), some(["3", "3", "5"]));
        assert_eq!(run("count"), [None, None, None]);
    }
}
