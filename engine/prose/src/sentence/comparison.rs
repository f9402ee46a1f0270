//! Comparisons and tests of texts in words.

use diagnostics::Text;
use eval::Quantity;
use program::checked::{Comparison, Term};
use proof::NodeId;
use values::Primitive;

use super::Sentences;
use crate::phrase::fill_spaced as fill;

const CONTAINS: Text = Text { en: "{right} contains {left}", zh: "{right}含有{left}" };
const CONTAINS_NOT: Text = Text { en: "{right} does not contain {left}", zh: "{right}不含{left}" };
const MATCHES: Text = Text { en: "{right} has the form {left}", zh: "{right}符合格式{left}" };
const MATCHES_NOT: Text = Text { en: "{right} does not have the form {left}", zh: "{right}不符合格式{left}" };
const OTHER: Text = Text { en: "{left} {op} {right}", zh: "{left} {op} {right}" };

impl Sentences<'_> {
    /// `止（2035-01-01）不早于开拍（2021-01-05）加 10 年（即 2031-01-05）`
    pub(super) fn comparison(
        &self,
        id: NodeId,
        op: &str,
        operand: Primitive,
        left: &Quantity,
        right: &Quantity,
    ) -> String {
        let begins_with_constant = self.compared(id).is_some_and(|([left, _], _)| matches!(left, Term::Constant(_)));
        let [mut left, mut right] = self.sides(id, [left, right]);
        if matches!(op, "=" | "!=") && begins_with_constant {
            // What is compared comes before the value that it is compared with.
            std::mem::swap(&mut left, &mut right);
        }
        fill(words(op, operand), self.lang(), &[("left", &left), ("op", op), ("right", &right)])
    }
}

/// How a comparison of values of this type is said; `op` as in [`proof::Node::Comparison`].
fn words(op: &str, operand: Primitive) -> Text {
    let comparisons = {
        use Comparison::{Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual};
        [Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual]
    };
    match comparisons.into_iter().find(|comparison| comparison.symbol() == op) {
        Some(comparison) => compared(comparison, operand),
        None => match op {
            "contains" => CONTAINS,
            "!contains" => CONTAINS_NOT,
            "match" => MATCHES,
            "!match" => MATCHES_NOT,
            _ => OTHER,
        },
    }
}

fn compared(op: Comparison, operand: Primitive) -> Text {
    use Comparison as C;
    match operand {
        Primitive::Date => match op {
            C::Equal => Text { en: "{left} is {right}", zh: "{left}即{right}" },
            C::NotEqual => Text { en: "{left} is another day than {right}", zh: "{left}不是{right}" },
            C::Less => Text { en: "{left} is earlier than {right}", zh: "{left}早于{right}" },
            C::LessEqual => Text { en: "{left} is not later than {right}", zh: "{left}不晚于{right}" },
            C::Greater => Text { en: "{left} is later than {right}", zh: "{left}晚于{right}" },
            C::GreaterEqual => Text { en: "{left} is not earlier than {right}", zh: "{left}不早于{right}" },
        },
        Primitive::Number | Primitive::Unsigned => match op {
            C::Equal => Text { en: "{left} is {right}", zh: "{left}等于{right}" },
            C::NotEqual => Text { en: "{left} is not {right}", zh: "{left}不等于{right}" },
            C::Less => Text { en: "{left} is less than {right}", zh: "{left}少于{right}" },
            C::LessEqual => Text { en: "{left} is at most {right}", zh: "{left}不多于{right}" },
            C::Greater => Text { en: "{left} is more than {right}", zh: "{left}多于{right}" },
            C::GreaterEqual => Text { en: "{left} is at least {right}", zh: "{left}不少于{right}" },
        },
        Primitive::Float | Primitive::Decimal => match op {
            C::Equal => Text { en: "{left} is {right}", zh: "{left}等于{right}" },
            C::NotEqual => Text { en: "{left} is not {right}", zh: "{left}不等于{right}" },
            C::Less => Text { en: "{left} is below {right}", zh: "{left}低于{right}" },
            C::LessEqual => Text { en: "{left} is at most {right}", zh: "{left}不高于{right}" },
            C::Greater => Text { en: "{left} is above {right}", zh: "{left}高于{right}" },
            C::GreaterEqual => Text { en: "{left} is at least {right}", zh: "{left}不低于{right}" },
        },
        Primitive::Symbol | Primitive::Composite(_) => match op {
            C::Equal => Text { en: "{left} is {right}", zh: "{left}即{right}" },
            C::NotEqual => Text { en: "{left} is not {right}", zh: "{left}不是{right}" },
            C::Less => Text { en: "{left} comes before {right} in order", zh: "{left}按顺序排在{right}之前" },
            C::LessEqual => {
                Text { en: "{left} does not come after {right} in order", zh: "{left}按顺序不排在{right}之后" }
            }
            C::Greater => Text { en: "{left} comes after {right} in order", zh: "{left}按顺序排在{right}之后" },
            C::GreaterEqual => {
                Text { en: "{left} does not come before {right} in order", zh: "{left}按顺序不排在{right}之前" }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use diagnostics::Lang;
    use proptest::prelude::*;
    use values::ShapeId;

    use super::*;

    const OPS: [&str; 10] = ["=", "!=", "<", "<=", ">", ">=", "contains", "!contains", "match", "!match"];

    #[test]
    fn no_two_operators_say_the_same_and_none_leaves_an_operand_out() {
        let types = Primitive::ALL.into_iter().chain([Primitive::Composite(ShapeId(0))]);
        for (operand, lang) in types.flat_map(|operand| [(operand, Lang::Zh), (operand, Lang::En)]) {
            let mut said = BTreeSet::new();
            for op in OPS {
                let text = fill(words(op, operand), lang, &[("left", "甲"), ("op", op), ("right", "乙")]);
                let mentions = |name| text.matches(name).count() == 1;
                assert!(mentions("甲") && mentions("乙"), "{operand:?} {op}: {text}");
                assert!(!text.contains('{') && !text.contains(op.trim_start_matches('!')) || op.len() > 4, "{text}");
                assert!(said.insert(text.clone()), "{operand:?} {op}: {text}");
            }
        }
    }

    proptest! {
        /// Whatever the operands look like, `<` and `>` say something different of them, and both are mentioned.
        #[test]
        fn less_and_more_differ_for_all_operands(left in "\\PC{1,12}", right in "\\PC{1,12}", of in 0..Primitive::ALL.len()) {
            let operand = Primitive::ALL[of];
            for lang in [Lang::Zh, Lang::En] {
                let said = |op| fill(words(op, operand), lang, &[("left", &left), ("op", op), ("right", &right)]);
                let (less, more) = (said("<"), said(">"));
                prop_assert_ne!(&less, &more);
                prop_assert!(less.contains(&left) && less.contains(&right), "{}", less);
                prop_assert!(more.contains(&left) && more.contains(&right), "{}", more);
            }
        }
    }

    #[test]
    fn an_operator_and_its_opposite_exchange_the_sides() {
        // `a < b` and `b > a` say the same of the same operands, but not with the same word.
        for (less, greater) in [("<", ">"), ("<=", ">=")] {
            for operand in Primitive::ALL {
                let said = |op, lang| fill(words(op, operand), lang, &[("left", "甲"), ("right", "乙")]);
                assert_ne!(said(less, Lang::Zh), said(greater, Lang::Zh));
                assert_ne!(said(less, Lang::En), said(greater, Lang::En));
            }
        }
    }
}
