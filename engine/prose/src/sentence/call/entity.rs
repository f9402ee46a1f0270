//! Functors of entity resolution in words.

use diagnostics::Text;

/// How a call with so many arguments is said, as of other functors.
pub(super) fn words(op: &str, args: usize) -> Option<Text> {
    Some(match (op, args) {
        ("fold_width", _) => Text { en: "{a} in half-width signs", zh: "{a}的半角形式" },
        ("to_simplified", _) => Text { en: "{a} in simplified characters", zh: "{a}的简体形式" },
        ("norm_person", _) => Text { en: "the normal form of the personal name {a}", zh: "人名{a}的规范形式" },
        ("norm_org", _) => {
            Text { en: "the normal form of the organisation's name {a}", zh: "单位名称{a}的规范形式" }
        }
        ("norm_address", _) => Text { en: "the normal form of the address {a}", zh: "地址{a}的规范形式" },
        ("norm_document", _) => {
            Text { en: "the normal form of the document number {a}", zh: "文书编号{a}的规范形式" }
        }
        ("norm_resident_id", _) => {
            Text { en: "the identity number {a} in 18 digits", zh: "公民身份号码{a}的 18 位形式" }
        }
        ("edit_distance", 3) => Text {
            en: "the number of characters that set {a} and {b} apart, counted to one more than {c}",
            zh: "{a}与{b}相差的字符数（超过 {c} 的只计到多 1）",
        },
        ("edit_distance", _) => {
            Text { en: "the number of characters that set {a} and {b} apart", zh: "{a}与{b}相差的字符数" }
        }
        ("gram_similarity", _) => Text {
            en: "the percentage of parts of {c} characters that {a} and {b} share",
            zh: "{a}与{b}共有的 {c} 字片段所占百分比",
        },
        ("word_similarity", _) => {
            Text { en: "the percentage of words that {a} and {b} share", zh: "{a}与{b}共有的词所占百分比" }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use diagnostics::Lang;

    use super::super::called;

    #[test]
    fn a_bound_is_said() {
        let args = ["甲".to_owned(), "乙".to_owned(), "2".to_owned()];
        let said = |args: &[String], lang| called("edit_distance", [false, false], "", args, lang);
        assert_eq!(said(&args[..2], Lang::Zh), "甲与乙相差的字符数");
        assert_eq!(said(&args, Lang::Zh), "甲与乙相差的字符数（超过 2 的只计到多 1）");
        assert_eq!(
            said(&args, Lang::En),
            "the number of characters that set 甲 and 乙 apart, counted to one more than 2"
        );
    }
}
