//! Canonical JSON: one value, one text (RFC 8785), so that a digest of the text is one of the value.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};

/// Why a text is no canonical JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It is no JSON; the reason.
    NoJson(String),
    /// An object names a key twice.
    Repeated(String),
    /// The same value is written differently.
    NotCanonical,
}

/// The one text of a value: without blanks, keys in the order of their UTF-16 code units. Numbers do not occur in bundles but for whole ones in proofs.
pub fn canonical(value: &Json) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Json, text: &mut String) {
    match value {
        Json::Array(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                write(value, text);
            }
            text.push(']');
        }
        Json::Object(fields) => {
            let mut fields = fields.iter().collect::<Vec<_>>();
            fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            text.push('{');
            for (at, (key, value)) in fields.into_iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                text.push_str(&Json::from(key.as_str()).to_string());
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}

/// The value of a canonical text.
///
/// # Errors
/// [`Malformed`]
pub fn read_canonical(text: &str) -> Result<Json, Malformed> {
    let value = read(text)?;
    if canonical(&value) == text { Ok(value) } else { Err(Malformed::NotCanonical) }
}

/// The value of a JSON text none of whose objects names a key twice.
///
/// # Errors
/// [`Malformed::NoJson`], [`Malformed::Repeated`]
pub fn read(text: &str) -> Result<Json, Malformed> {
    let repeated = Cell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict(&repeated).deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| match repeated.take() {
        Some(key) => Malformed::Repeated(key),
        None => Malformed::NoJson(error.to_string()),
    })
}

/// Reads any value; a key that an object repeats is noted here and ends the reading.
#[derive(Clone, Copy)]
struct Strict<'r>(&'r Cell<Option<String>>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = values.next_element_seed(self)? {
            all.push(value);
        }
        Ok(all.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut all = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            if all.contains_key(&key) {
                self.0.set(Some(key));
                return Err(A::Error::custom("repeated key"));
            }
            all.insert(key, fields.next_value_seed(self)?);
        }
        Ok(all.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_text() {
        let value = serde_json::json!({"b": ["1", null, true], "a": "\u{1F600}\n\"", "\u{10000}": 7, "\u{FFFD}": {}});
        // U+10000 is written with surrogates from U+D800 on, which come before U+FFFD.
        assert_eq!(canonical(&value), "{\"a\":\"😀\\n\\\"\",\"b\":[\"1\",null,true],\"\u{10000}\":7,\"\u{FFFD}\":{}}");
        assert_eq!(read_canonical(&canonical(&value)), Ok(value));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["{\"b\":1,\"a\":1}", "{ }", "[1 ]", "\"\\u0061\"", "1.0e1", "{}\n"] {
            assert_eq!(read_canonical(text), Err(Malformed::NotCanonical), "{text}");
        }
        assert_eq!(read("{\"a\":[{\"k\":1,\"k\":1}]}"), Err(Malformed::Repeated("k".into())));
        assert!(matches!(read("{\"a\":1"), Err(Malformed::NoJson(_))));
        assert!(matches!(read("{} {}"), Err(Malformed::NoJson(_))));
        assert!(matches!(read(&"[".repeat(100_000)), Err(Malformed::NoJson(_))));
    }
}
