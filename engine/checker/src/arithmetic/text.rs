//! Texts, counted in characters.

use std::collections::BTreeMap;

use program::checked::{Functor, TextTest};
use regex::Regex;
use values::Value;

use super::{Computed, Undefined};

/// The functors of symbols.
pub fn compute(functor: Functor, args: &[Value], patterns: &mut Patterns) -> Computed {
    use Value::{Number, Symbol};
    match (functor, args) {
        (Functor::Concatenate, texts) => {
            let texts = texts.iter().map(|text| if let Symbol(text) = text { Ok(&**text) } else { Err(Undefined) });
            Ok(Value::symbol(&texts.collect::<Result<String, Undefined>>()?))
        }
        (Functor::Length, [Symbol(text)]) => Ok(Number(text.chars().count() as i64)),
        (Functor::Substring, [Symbol(text), Number(from), Number(count)]) => Ok(substring(text, *from, *count)),
        (Functor::Upper, [Symbol(text)]) => Ok(Value::symbol(&text.to_uppercase())),
        (Functor::Words, [Symbol(text), Number(count)]) => {
            let words: Vec<&str> = text.split_whitespace().take(usize::try_from(*count).unwrap_or(0)).collect();
            Ok(Value::symbol(&words.join(" ")))
        }
        (Functor::Keep, [Symbol(pattern), Symbol(text)]) => {
            let pattern = patterns.find(pattern).ok_or(Undefined)?;
            Ok(Value::symbol(&pattern.part.find_iter(text).map(|part| part.as_str()).collect::<String>()))
        }
        _ => Err(Undefined),
    }
}

/// `count` characters from character `from`; a negative count means the rest, a `from` outside the text means none.
fn substring(text: &str, from: i64, count: i64) -> Value {
    let Ok(from) = usize::try_from(from) else { return Value::symbol("") };
    let rest = text.chars().skip(from);
    let part: String = match usize::try_from(count) {
        Ok(count) => rest.take(count).collect(),
        Err(_) => rest.collect(),
    };
    Value::symbol(&part)
}

/// Regular expressions, each compiled once; `None`: ill-formed.
#[derive(Default)]
pub struct Patterns(BTreeMap<Box<str>, Option<Pattern>>);

struct Pattern {
    part: Regex,
    whole: Regex,
}

impl Patterns {
    /// Whether the test of `text` comes out as `expected`. An ill-formed expression never does.
    pub fn test(&mut self, test: TextTest, pattern: &str, text: &str, expected: bool) -> bool {
        match test {
            TextTest::Contains => text.contains(pattern) == expected,
            TextTest::Match => self.find(pattern).is_some_and(|pattern| pattern.whole.is_match(text) == expected),
        }
    }

    fn find(&mut self, pattern: &str) -> Option<&Pattern> {
        if !self.0.contains_key(pattern) {
            self.0.insert(pattern.into(), Pattern::new(pattern));
        }
        self.0.get(pattern).and_then(Option::as_ref)
    }
}

impl Pattern {
    /// Compiled by itself first: brackets that do not match must not find their partner in the frame around it.
    fn new(pattern: &str) -> Option<Pattern> {
        let pattern = ascii(pattern);
        let part = Regex::new(&pattern).ok()?;
        let whole = Regex::new(&format!(r"\A(?:{pattern})\z")).ok()?;
        Some(Pattern { part, whole })
    }
}

/// The pattern with `\d`, `\w`, `\b` restricted to ASCII, as ECMAScript reads them.
fn ascii(pattern: &str) -> String {
    const CLASSES: [(&str, &str); 5] =
        [("\\d", "[0-9]"), ("\\D", "[^0-9]"), ("\\w", "[A-Za-z0-9_]"), ("\\W", "[^A-Za-z0-9_]"), ("\\b", r"(?-u:\b)")];
    // Escaped backslashes stay together, so that what follows them is not taken for an escape.
    let pieces = pattern
        .split("\\\\")
        .map(|piece| CLASSES.iter().fold(piece.to_string(), |piece, (class, ascii)| piece.replace(class, ascii)));
    pieces.collect::<Vec<_>>().join("\\\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(functor: Functor, args: &[Value]) -> Computed {
        compute(functor, args, &mut Patterns::default())
    }

    fn s(text: &str) -> Value {
        Value::symbol(text)
    }

    #[test]
    fn classes_are_ascii() {
        let mut patterns = Patterns::default();
        let mut holds = |pattern: &str, text: &str| patterns.test(TextTest::Match, pattern, text, true);
        assert!(holds(r"\d+", "12") && !holds(r"\d+", "１２") && !holds(r"\w", "中"));
        assert!(holds(r"\\d", r"\d") && holds(r"[\d-]+", "1-2"));
    }

    #[test]
    fn characters_not_bytes() {
        assert_eq!(of(Functor::Length, &[s("餐饮 A")]), Ok(Value::Number(4)));
        let cut = |from, count| of(Functor::Substring, &[s("餐饮店A"), Value::Number(from), Value::Number(count)]);
        assert_eq!(cut(1, 2), Ok(s("饮店")));
        assert_eq!(cut(2, -1), Ok(s("店A")));
        assert_eq!(cut(3, 9), Ok(s("A")));
        assert_eq!(cut(4, 1), Ok(s("")));
        assert_eq!(cut(-1, 1), Ok(s("")));
    }

    #[test]
    fn words_and_letters() {
        assert_eq!(of(Functor::Words, &[s("  12 N\tState  St"), Value::Number(3)]), Ok(s("12 N State")));
        assert_eq!(of(Functor::Words, &[s("a b"), Value::Number(-1)]), Ok(s("")));
        assert_eq!(of(Functor::Keep, &[s("[A-Z0-9]"), s("12-N St.")]), Ok(s("12NS")));
        assert_eq!(of(Functor::Keep, &[s("["), s("a")]), Err(Undefined));
        assert_eq!(of(Functor::Upper, &[s("straße é")]), Ok(s("STRASSE É")));
        assert_eq!(of(Functor::Concatenate, &[s("a"), s(""), s("b")]), Ok(s("ab")));
    }

    #[test]
    fn expressions_describe_the_whole_text() {
        let mut patterns = Patterns::default();
        let mut matches = |pattern, text, expected| patterns.test(TextTest::Match, pattern, text, expected);
        assert!(matches("a|ab", "ab", true));
        assert!(!matches("a|b", "ab", true));
        assert!(matches("a|b", "ab", false));
        assert!(!matches("(", "x", true));
        assert!(!matches("(", "x", false));
        assert!(!matches("a)(b", "ab", true));
        assert!(!matches("a", "a\n", true));
    }
}
