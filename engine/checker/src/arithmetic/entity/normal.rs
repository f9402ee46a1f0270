//! Normal forms by patterns.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use values::CN_SIMPLIFIED;

use super::numeral::digits;

/// Full-width signs as ASCII.
pub fn narrowed(s: &str) -> String {
    // the full-width forms stand in the order of ASCII
    let narrow = |c: char| match (c as u32).checked_sub(0xff00) {
        Some(offset @ 1..=0x5e) => char::from_u32(offset + 0x20).unwrap_or(c),
        _ => c,
    };
    s.replace('\u{3000}', " ").chars().map(narrow).collect()
}

/// Traditional characters and their simplified forms.
static FORMS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let lines = CN_SIMPLIFIED.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.chars().skip(1).zip(line.chars().take(1).cycle())).collect()
});

/// Traditional characters simplified.
pub fn simplified(s: &str) -> String {
    s.chars().map(|c| *FORMS.get(&c).unwrap_or(&c)).collect()
}

fn uniform(s: &str) -> String {
    simplified(&narrowed(s)).to_uppercase()
}

/// Letters and digits, with blanks between words.
pub fn person(s: &str) -> String {
    pieces(&uniform(s), char::is_alphanumeric)
}

/// What `kept` keeps, put together with blanks where both sides are of a script with blanks.
fn pieces(s: &str, kept: fn(char) -> bool) -> String {
    let whole = s.replace(['.', '\'', '’'], "");
    let spaced = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && u32::from(c) < 0x3000);
    let mut joined = String::new();
    for piece in whole.split(|c| !kept(c)).filter(|piece| !piece.is_empty()) {
        let is_parted = spaced(joined.chars().next_back()) && spaced(piece.chars().next());
        joined.push_str(if is_parted { " " } else { "" });
        joined.push_str(piece);
    }
    joined
}

macro_rules! pattern {
    ($name:ident $pattern:expr) => {
        static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new($pattern).expect("the text of the pattern is right: a test uses it"));
    };
}

pattern!(WORDS "^(.+?)(?: (?:CO|COMPANY|CORP|CORPORATION|GMBH|INC|INCORPORATED|LIMITED|LLC|LLP|LTD|PLC))+$");
pattern!(PARTNERS "^(.+?)(?:特殊普通合伙|普通合伙|有限合伙)$");
pattern!(COMPANY "^(.+?)(?:股份有限公司|有限责任公司|有限公司)$");
pattern!(BRANCH "^(.+?)(?:股份有限公司|有限责任公司|有限公司)(.*(?:分公司|支公司|分店|分厂|分部|营业部|办事处))$");
pattern!(PLAIN "^(.*[^分支子母总])公司$");

/// Without its legal form.
pub fn organisation(s: &str) -> String {
    let cut = |name: String, pattern: &Regex| pattern.replace(&name, "$1").into_owned();
    let name = cut(cut(person(s), &WORDS), &PARTNERS);
    for (pattern, rest) in [(&COMPANY, "$1"), (&BRANCH, "$1$2"), (&PLAIN, "$1")] {
        if pattern.is_match(&name) {
            return pattern.replace(&name, rest).into_owned();
        }
    }
    name
}

pattern!(HOUSE "(第?)([0-9A-Z]+|[〇零一二三四五六七八九十百千]+)(号楼|单元|[栋座幢楼层房户室号弄组队])");
pattern!(LAST_ROOM "([0-9A-Z])室$");

/// Numbers and their units in one form.
pub fn address(s: &str) -> String {
    let written = dashed(&uniform(s)).replace('#', "号");
    let cleaned = pieces(&written, |c| c == '-' || c.is_alphanumeric());
    let numbered = HOUSE.replace_all(&cleaned, |found: &Captures<'_>| {
        let unit = match &found[3] {
            "号楼" | "栋" | "座" => "幢",
            "楼" => "层",
            "房" | "户" => "室",
            unit => unit,
        };
        number(&found[2]).map_or_else(|| found[0].to_owned(), |number| number + unit)
    });
    LAST_ROOM.replace(&numbered, "$1").into_owned()
}

pattern!(LEFT "[〔\\[【〖{「『〈《⟨⟦<]");
pattern!(RIGHT "[〕\\]】〗}」』〉》⟩⟧>]");
pattern!(NUMBER "第?([0-9]+|[〇零一二三四五六七八九十百千]+)号");
pattern!(YEAR "\\(([〇零一二三四五六七八九]{4})\\)");

/// Brackets, zeros and numerals in one form.
pub fn document(s: &str) -> String {
    let packed = dashed(&uniform(s)).split_whitespace().collect::<String>();
    let opened = LEFT.replace_all(&packed, "(");
    let bracketed = RIGHT.replace_all(&opened, ")");
    let numbered = NUMBER.replace_all(&bracketed, |found: &Captures<'_>| {
        number(&found[1]).map_or_else(|| found[0].to_owned(), |number| number + "号")
    });
    let dated = YEAR.replace_all(&numbered, |found: &Captures<'_>| match digits(&found[1]) {
        Some(year) => format!("({year})"),
        None => found[0].to_owned(),
    });
    dated.into_owned()
}

fn dashed(s: &str) -> String {
    s.replace(['‐', '‑', '‒', '–', '—', '―', '−'], "-")
}

/// In digits without leading zeros; letters among the digits stay as they are.
fn number(written: &str) -> Option<String> {
    let digits = if written.is_ascii() { written.to_owned() } else { digits(written)? };
    if digits.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Some(digits);
    }
    let zeros = digits.bytes().take_while(|byte| *byte == b'0').count();
    Some(digits[zeros.min(digits.len() - 1)..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern() {
        assert_eq!(person("買買提·艾力（ Ａ．Ｂ． Smith-Jones ）"), "买买提艾力AB SMITH JONES");
        assert_eq!(organisation("Blue Sky Co., Ltd."), "BLUE SKY");
        assert_eq!(organisation("江南投资合伙企业（有限合伙）"), "江南投资合伙企业");
        assert_eq!(organisation("云味餐饮股份有限公司"), "云味餐饮");
        assert_eq!(organisation("云味餐饮有限责任公司西湖分公司"), "云味餐饮西湖分公司");
        assert_eq!(
            (organisation("城关糖酒公司"), organisation("粮油总公司")),
            ("城关糖酒".into(), "粮油总公司".into())
        );
        assert_eq!(address("文三路０12號 3号楼二单元 0801室"), "文三路12号3幢2单元801");
        assert_eq!(document("浙食药监罚〔二〇二一〕第 012 号"), "浙食药监罚(2021)12号");
    }
}
