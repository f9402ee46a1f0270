//! JSON Pointer (RFC 6901) over text that is not taken apart further than needed.

use serde_json::value::RawValue;

use super::fields::{Fields, fields};

/// What stands at `pointer`, which is empty or begins with `/`; nothing where the way ends before, or an object has the name twice.
pub(super) fn at<'t>(value: &'t RawValue, pointer: &str) -> Option<&'t RawValue> {
    let mut value = value;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        value = match fields(value)? {
            Fields::List(list) => list.get(token.parse::<usize>().ok()?).copied()?,
            Fields::Object(object) => match object.named(&token)[..] {
                [value] => value,
                _ => return None,
            },
        };
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways() {
        let text = r#"{"data": {"a/b": [1, {"~": "x"}], "twice": 1, "twice": 2}}"#;
        let value: &RawValue = serde_json::from_str(text).unwrap();
        let found = |pointer: &str| at(value, pointer).map(RawValue::get);
        assert_eq!(found(""), Some(text));
        assert_eq!(found("/data/a~1b/1/~0"), Some("\"x\""));
        assert_eq!(found("/data/a~1b/0"), Some("1"));
        for nowhere in ["/date", "/data/a~1b/2", "/data/a~1b/x", "/data/twice", "/data/a~1b/0/x"] {
            assert_eq!(found(nowhere), None, "{nowhere}");
        }
    }
}
