//! Values of records and algebraic data types.
//!
//! They may be nested as deep as data are large (a list of 100,000 elements), so nothing here recurs.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::{ShapeId, Value};

/// A value of a record type or an algebraic data type: `nil`, `[1, "a"]`, `$B(2)`. Cheap to clone.
///
/// Ordered as output is: `nil` first, branches by number, then field by field.
#[derive(Clone, Debug)]
pub struct Composite {
    shape: ShapeId,
    /// `None`: `nil`.
    parts: Option<Arc<Parts>>,
}

#[derive(Debug)]
struct Parts {
    branch: u32,
    /// `None` for a record.
    name: Option<Box<str>>,
    fields: Vec<Value>,
}

impl Composite {
    /// `nil` of a record type.
    pub fn nil(shape: ShapeId) -> Composite {
        Composite { shape, parts: None }
    }

    /// `[a, ..]`
    pub fn record(shape: ShapeId, fields: Vec<Value>) -> Composite {
        Composite { shape, parts: Some(Arc::new(Parts { branch: 0, name: None, fields })) }
    }

    /// `$name(a, ..)`, where `name` is the branch with this number.
    pub fn branch(shape: ShapeId, branch: u32, name: &str, fields: Vec<Value>) -> Composite {
        Composite { shape, parts: Some(Arc::new(Parts { branch, name: Some(name.into()), fields })) }
    }

    /// Which type it is of.
    pub fn shape(&self) -> ShapeId {
        self.shape
    }

    /// Its fields; `None` for `nil`.
    pub fn fields(&self) -> Option<&[Value]> {
        self.parts.as_ref().map(|parts| &parts.fields[..])
    }

    /// The number of its branch; 0 for a record and for `nil`.
    pub fn branch_number(&self) -> u32 {
        self.parts.as_ref().map_or(0, |parts| parts.branch)
    }

    /// The name of its branch; `None` for a record and for `nil`.
    pub fn branch_name(&self) -> Option<&str> {
        self.parts.as_ref()?.name.as_deref()
    }
}

impl Drop for Parts {
    /// Takes nested values apart one after the other.
    fn drop(&mut self) {
        let mut waiting = std::mem::take(&mut self.fields);
        while let Some(value) = waiting.pop() {
            if let Value::Composite(Composite { parts: Some(parts), .. }) = value
                && let Some(mut last) = Arc::into_inner(parts)
            {
                waiting.append(&mut last.fields);
            }
        }
    }
}

impl Ord for Composite {
    fn cmp(&self, other: &Self) -> Ordering {
        let mut next = Some((self, other));
        let mut waiting: Vec<(&Value, &Value)> = Vec::new();
        loop {
            if let Some((a, b)) = next.take() {
                match (&a.parts, &b.parts) {
                    (Some(a), Some(b)) if Arc::ptr_eq(a, b) => {}
                    (Some(a), Some(b)) if a.branch == b.branch => waiting.extend(a.fields.iter().zip(&b.fields).rev()),
                    (Some(a), Some(b)) => return a.branch.cmp(&b.branch),
                    (a, b) if a.is_some() != b.is_some() => return a.is_some().cmp(&b.is_some()),
                    _ => {}
                }
            }
            match waiting.pop() {
                None => return Ordering::Equal,
                Some((Value::Composite(a), Value::Composite(b))) => next = Some((a, b)),
                Some((a, b)) if a == b => {}
                Some((a, b)) => return a.cmp(b),
            }
        }
    }
}

impl PartialOrd for Composite {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Composite {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Composite {}

/// What is still to be printed.
enum Piece<'v> {
    Value(&'v Value),
    Text(&'static str),
}

impl fmt::Display for Composite {
    /// The form of the dialect's text files: `[1, a, nil]`, `$B(x, y)`, `$B`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut waiting = Vec::new();
        self.open(f, &mut waiting)?;
        while let Some(piece) = waiting.pop() {
            match piece {
                Piece::Text(text) => f.write_str(text)?,
                Piece::Value(Value::Composite(inner)) => inner.open(f, &mut waiting)?,
                Piece::Value(value) => write!(f, "{value}")?,
            }
        }
        Ok(())
    }
}

impl Composite {
    /// Prints what comes before the first field and notes what comes behind.
    fn open<'v>(&'v self, f: &mut fmt::Formatter<'_>, waiting: &mut Vec<Piece<'v>>) -> fmt::Result {
        let Some(parts) = &self.parts else { return f.write_str("nil") };
        let close = match &parts.name {
            Some(name) if parts.fields.is_empty() => return write!(f, "${name}"),
            Some(name) => {
                write!(f, "${name}(")?;
                ")"
            }
            None => {
                f.write_str("[")?;
                "]"
            }
        };
        waiting.push(Piece::Text(close));
        for (at, field) in parts.fields.iter().enumerate().rev() {
            waiting.push(Piece::Value(field));
            if at > 0 {
                waiting.push(Piece::Text(", "));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: ShapeId = ShapeId(0);

    fn list(elements: impl IntoIterator<Item = i64>) -> Composite {
        elements.into_iter().fold(Composite::nil(LIST), |rest, element| {
            Composite::record(LIST, vec![Value::Number(element), Value::Composite(rest)])
        })
    }

    #[test]
    fn values_are_printed_and_ordered_field_by_field() {
        assert_eq!(list([2, 1]).to_string(), "[1, [2, nil]]");
        assert!(list([]) < list([2, 1]) && list([1]) < list([2, 1]) && list([9, 1]) < list([2]));
        let leaf = Composite::branch(ShapeId(1), 0, "Leaf", vec![]);
        let node = Composite::branch(ShapeId(1), 1, "Node", vec![Value::Composite(leaf.clone()), Value::symbol("a b")]);
        assert_eq!(node.to_string(), "$Node($Leaf, a b)");
        assert!(leaf < node && node == node.clone());
    }

    #[test]
    fn depth_is_bounded_by_memory_only() {
        let (a, b) = (list(0..200_000), list(0..200_000));
        assert_eq!(a, b);
        assert_eq!(a.to_string().len(), b.to_string().len());
        assert!(list(1..200_000) < a, "the innermost element is nil, and nil comes first");
    }
}
