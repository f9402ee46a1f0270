//! The conditions of `#if` and `#elif`.

mod operator;
mod words;

use diagnostics::Text;

use self::operator::{Operator, binary};
use self::words::Words;

/// Parentheses, signs and `?` inside one another.
const DEPTH_MAX: usize = 200;

const OPERAND: Text =
    Text { en: "a number, a name, `defined` or `(` is expected", zh: "此处应为数、名称、`defined` 或 `(`" };
const PARENTHESIS: Text = Text { en: "`)` is missing", zh: "缺少 `)`" };
const COLON: Text = Text { en: "`:` is missing behind `?`", zh: "`?` 之后缺少 `:`" };
const REST: Text = Text { en: "something follows the condition", zh: "条件之后还有多余内容" };
const NUMBER: Text = Text { en: "this is no whole number of 64 bits", zh: "不是 64 位整数" };
const ZERO: Text = Text { en: "it divides by zero", zh: "除数为零" };
const DEEP: Text = Text { en: "it is nested too deeply", zh: "嵌套过深" };

/// The value of a condition whose macros have been replaced, by the rules of C: signed numbers of 64 bits, names are 0.
///
/// # Errors
/// What is wrong with it. What is not needed (`0 && 1 / 0`) may divide by zero.
pub(crate) fn value(text: &str) -> Result<i64, Text> {
    let mut condition = Condition { words: Words::new(text), depth: 0 };
    let value = condition.choice(true)?;
    match condition.words.next() {
        None => Ok(value),
        Some(_) => Err(REST),
    }
}

/// `needed` is false for parts whose value has no effect: they are read, not computed.
struct Condition<'t> {
    words: Words<'t>,
    depth: usize,
}

impl Condition<'_> {
    fn choice(&mut self, needed: bool) -> Result<i64, Text> {
        self.nested(|condition| {
            let test = condition.chain(0, needed)?;
            if !condition.words.eat("?") {
                return Ok(test);
            }
            let yes = condition.choice(needed && test != 0)?;
            if !condition.words.eat(":") {
                return Err(COLON);
            }
            let no = condition.choice(needed && test == 0)?;
            Ok(if test != 0 { yes } else { no })
        })
    }

    /// Operands with operators that bind at least as tightly as `level`.
    fn chain(&mut self, level: u8, needed: bool) -> Result<i64, Text> {
        let mut left = self.operand(needed)?;
        while let Some(Operator { sign, level: binds, .. }) =
            self.words.peek().and_then(binary).filter(|op| op.level >= level)
        {
            self.words.next();
            let counts = needed
                && match sign {
                    "&&" => left != 0,
                    "||" => left == 0,
                    _ => true,
                };
            let right = self.chain(binds + 1, counts)?;
            left = if needed { operator::apply(sign, left, right).ok_or(ZERO)? } else { 0 };
        }
        Ok(left)
    }

    fn operand(&mut self, needed: bool) -> Result<i64, Text> {
        let word = self.words.next().ok_or(OPERAND)?;
        match word {
            "(" => {
                let value = self.choice(needed)?;
                if self.words.eat(")") { Ok(value) } else { Err(PARENTHESIS) }
            }
            "-" | "+" | "!" | "~" => {
                let value = self.nested(|condition| condition.operand(needed))?;
                Ok(match word {
                    "-" => value.wrapping_neg(),
                    "!" => i64::from(value == 0),
                    "~" => !value,
                    _ => value,
                })
            }
            number if number.starts_with(|c: char| c.is_ascii_digit()) => words::number(number).ok_or(NUMBER),
            name if name.starts_with(words::begins_name) => Ok(0),
            _ => Err(OPERAND),
        }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Result<i64, Text>) -> Result<i64, Text> {
        if self.depth == DEPTH_MAX {
            return Err(DEEP);
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_bind_as_in_c() {
        for (text, expected) in [
            ("1 + 2 * 3", 7),
            ("(1 + 2) * 3", 9),
            ("10 - 4 - 3", 3),
            ("1 << 2 + 1", 8),
            ("7 & 3 == 3", 1),
            ("6 ^ 3 | 8", 13),
            ("-7 / 2", -3),
            ("-7 % 3", -1),
            ("!0 && ~0 == -1", 1),
            ("1 ? 2 : 0 ? 3 : 4", 2),
            ("0 ? 2 : 0 ? 3 : 4", 4),
            ("x?1:2", 2),
            ("0x1F + 0b11 + 010 + 2uL", 31 + 3 + 8 + 2),
            ("1 < 2 != 2 >= 3 || nothing", 1),
            ("9223372036854775807 + 1 < 0", 1),
        ] {
            assert_eq!(value(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_needed_is_not_computed() {
        assert_eq!(value("0 && 1 / 0"), Ok(0));
        assert_eq!(value("1 || 1 % 0"), Ok(1));
        assert_eq!(value("1 ? 5 : 1 / 0"), Ok(5));
        assert_eq!(value("1 / 0"), Err(ZERO));
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        for (text, problem) in [
            ("", OPERAND),
            ("1 +", OPERAND),
            ("(1", PARENTHESIS),
            ("1 2", REST),
            ("1 ? 2", COLON),
            ("99999999999999999999", NUMBER),
            ("1.5", NUMBER),
            ("\"text\"", OPERAND),
        ] {
            assert_eq!(value(text), Err(problem), "{text}");
        }
        assert_eq!(value(&"(".repeat(100_000)), Err(DEEP));
        assert_eq!(value(&"!".repeat(100_000)), Err(DEEP));
        assert_eq!(value(&format!("1{}", " + 1".repeat(100_000))), Ok(100_001));
    }
}
