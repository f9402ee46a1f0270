//! What is done with the text of a field before it is read as a value.

use std::fmt;

/// A step from what an agency writes to what a column's type reads. Each gives a text again, so that several can follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `date`: a day in one of the forms in which the year stands first and the order cannot be mistaken (`2023-05-01`, `2023/5/1`,
    /// `2023.5.1`, `20230501`, `2023年5月1日`); a time of day behind it is left out. Gives `2023-05-01`.
    Date,
    /// A day in just this form, made of `yyyy`, `mm`, `dd` (two digits) or `m`, `d` (one or two) and other characters as they stand.
    DateForm(String),
    /// `yuan`, `thousand_yuan`, `ten_thousand_yuan`, `hundred_million_yuan`: an amount in this many yuan, unless a unit stands behind the number itself;
    /// separators of thousands and a sign of the currency are left out. Gives digits.
    Amount(u64),
    /// `halfwidth`: full-width digits, letters and signs as the usual ones.
    HalfWidth,
    /// `trim`: without blanks at both ends.
    Trim,
    /// `yesno`: `是`, `有`, `Y`, `yes`, `true`, `t`, `1` are 1; `否`, `无`, `N`, `no`, `false`, `f`, `0` are 0.
    YesNo,
}

/// Each conversion under all its names, the first of them being the one that is shown.
const NAMES: [(&[&str], Conversion); 8] = [
    (&["date", "日期"], Conversion::Date),
    (&["yuan", "元"], Conversion::Amount(1)),
    (&["thousand_yuan", "千元"], Conversion::Amount(1_000)),
    (&["ten_thousand_yuan", "万元"], Conversion::Amount(10_000)),
    (&["hundred_million_yuan", "亿元"], Conversion::Amount(100_000_000)),
    (&["halfwidth", "半角"], Conversion::HalfWidth),
    (&["trim", "去空格"], Conversion::Trim),
    (&["yesno", "是否"], Conversion::YesNo),
];

impl Conversion {
    /// The conversion of this name, or of this form of a day; `None` if it is neither.
    pub fn named(name: &str) -> Option<Self> {
        let known = NAMES.iter().find(|(names, _)| names.contains(&name));
        known
            .map(|(_, conversion)| conversion.clone())
            .or_else(|| is_form(name).then(|| Self::DateForm(name.to_owned())))
    }

    /// All names, and a form of a day as an example.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().flat_map(|(names, _)| names.iter().copied()).chain(["d/m/yyyy"])
    }
}

impl fmt::Display for Conversion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateForm(form) => f.write_str(form),
            known => f.write_str(NAMES.iter().find(|(_, other)| other == known).map_or("", |(names, _)| names[0])),
        }
    }
}

/// Whether a text has year, month and day once each.
fn is_form(text: &str) -> bool {
    let has_parts = ["yyyy", "m", "d"].iter().all(|part| text.contains(part));
    let letters = |letter: char| text.matches(letter).count();
    has_parts && letters('y') == 4 && letters('m') <= 2 && letters('d') <= 2 && contiguous(text)
}

/// The letters of a part stand together.
fn contiguous(text: &str) -> bool {
    ["mm", "dd"].iter().all(|pair| text.matches(&pair[..1]).count() == 1 || text.contains(pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_forms() {
        assert_eq!(Conversion::named("万元"), Some(Conversion::Amount(10_000)));
        assert_eq!(Conversion::named("万元").map(|known| known.to_string()).as_deref(), Some("ten_thousand_yuan"));
        for form in ["d/m/yyyy", "yyyymmdd", "dd.mm.yyyy", "yyyy年m月d日"] {
            assert_eq!(Conversion::named(form), Some(Conversion::DateForm(form.to_owned())), "{form}");
        }
        for no_form in ["", "yyyy", "m/d/yy", "yyyy-m-m-d", "mdm-yyyy", "yyyy-d-m-d", "datum", "yyy-m-dy"] {
            assert_eq!(Conversion::named(no_form), None, "{no_form}");
        }
    }
}
