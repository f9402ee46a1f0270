//! Parameters: values that the law or the user of a model sets, by key and day.

use diagnostics::Span;
use values::{Date, Primitive, Value};

use super::{Column, Interval};

/// Number of a parameter in [`super::Program::parameters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId(pub u32);

/// A named value, perhaps one for each key and time.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its keys, e.g. the region.
    pub keys: Vec<Column>,
    /// The type of its values as declared.
    pub type_name: String,
    /// What that type rests on.
    pub primitive: Primitive,
    /// True where some value is given for a time only: then rules say for which day (`on: day`).
    pub dated: bool,
    /// Its values. Those of equal keys are of times that do not overlap.
    pub values: Vec<ParameterValue>,
    /// True where its values were replaced from outside: by an option or the project. Then it has one value, which holds for every key
    /// and day.
    pub replaced: bool,
    /// The text of its doc comments.
    pub doc: String,
    /// The name in its `.param`; where nobody declares it (`as_of`), its first use.
    pub span: Span,
}

/// One value of a parameter.
#[derive(Clone, Debug)]
pub struct ParameterValue {
    /// One per key of the parameter; none where it was replaced from outside.
    pub keys: Vec<Value>,
    /// When it applies; `None`: always.
    pub applies: Option<Interval>,
    /// The value.
    pub value: Value,
    /// Where it comes from; empty where nothing is said.
    pub source: String,
    /// Where it stands.
    pub span: Span,
}

impl Parameter {
    /// The value for these keys on this day; the day may be `None` where the parameter is not dated.
    pub fn value(&self, keys: &[Value], on: Option<Date>) -> Option<&ParameterValue> {
        if self.replaced {
            return self.values.first();
        }
        let applies = |value: &ParameterValue| match (value.applies, on) {
            (None, _) => true,
            (Some(interval), Some(day)) => interval.holds(day),
            (Some(_), None) => false,
        };
        self.values.iter().find(|value| value.keys == keys && applies(value))
    }
}
