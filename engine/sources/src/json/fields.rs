//! What stands in a list or an object, as text: numbers must not lose a digit on the way.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A list or an object.
pub(crate) enum Fields<'t> {
    List(Vec<&'t RawValue>),
    Object(Object<'t>),
}

/// The fields of an object in their order.
pub(crate) struct Object<'t>(pub(crate) Vec<(String, &'t RawValue)>);

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Truth,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// What `value` is.
    pub(crate) fn of(value: &RawValue) -> Kind {
        match value.get().as_bytes().first() {
            Some(b'n') | None => Kind::Null,
            Some(b't' | b'f') => Kind::Truth,
            Some(b'"') => Kind::Text,
            Some(b'[') => Kind::List,
            Some(b'{') => Kind::Object,
            Some(_) => Kind::Number,
        }
    }

    /// In English and Chinese words.
    pub(super) fn words(self) -> [&'static str; 2] {
        match self {
            Kind::Null => ["`null`", " `null`"],
            Kind::Truth => ["`true` or `false`", " `true` 或 `false`"],
            Kind::Number => ["a number", "数字"],
            Kind::Text => ["a text", "文本"],
            Kind::List => ["a list", "列表"],
            Kind::Object => ["an object", "对象"],
        }
    }
}

/// What stands in `value`, if it is a list or an object.
pub(crate) fn fields(value: &RawValue) -> Option<Fields<'_>> {
    match Kind::of(value) {
        Kind::List => serde_json::from_str(value.get()).ok().map(Fields::List),
        Kind::Object => serde_json::from_str(value.get()).ok().map(Fields::Object),
        _ => None,
    }
}

impl<'t> Object<'t> {
    /// The fields with this name.
    pub(super) fn named(&self, name: &str) -> Vec<&'t RawValue> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| *value).collect()
    }
}

impl<'t> Deserialize<'t> for Object<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'t> Visitor<'t> for Pairs {
            type Value = Object<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'t>>(self, mut map: M) -> Result<Object<'t>, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Object(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}
