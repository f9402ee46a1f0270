//! Operators and functors in words.

mod entity;

use diagnostics::{Lang, Text};

use crate::phrase::fill_spaced as fill;

/// How a call is said: `{a}`, `{b}`, `{c}` stand for its arguments. `None`: as it is written.
///
/// `dates` says which of the first two arguments are dates, since `+` and `-` mean days where one is.
pub(super) fn words(op: &str, dates: [bool; 2], unit: &str) -> Option<Text> {
    Some(match (op, dates) {
        ("+", [true, _]) => Text { en: "{a} plus {b} day{s}", zh: "{a}加 {b} 日" },
        ("+", [_, true]) => Text { en: "{b} plus {a} day{s}", zh: "{b}加 {a} 日" },
        ("-", [true, true]) => Text { en: "the days from {b} to {a}", zh: "{b}至{a}的日数" },
        ("-", [true, _]) => Text { en: "{a} less {b} day{s}", zh: "{a}减 {b} 日" },
        ("*", _) => Text { en: "{a} × {b}", zh: "{a}×{b}" },
        ("/", _) => Text { en: "{a} ÷ {b}", zh: "{a}÷{b}" },
        ("+" | "-" | "^" | "%" | "band" | "bor" | "bxor" | "bshl" | "bshr" | "bshru" | "land" | "lor" | "lxor", _) => {
            Text { en: "{a} {op} {b}", zh: "{a}{op}{b}" }
        }
        ("add_months", _) => Text { en: "{a} plus {b} month{s}", zh: "{a}加 {b} 个月" },
        ("add_years", _) => Text { en: "{a} plus {b} year{s}", zh: "{a}加 {b} 年" },
        ("months_between", _) => Text { en: "the full months from {a} to {b}", zh: "{a}至{b}的足月数" },
        ("years_between", _) => Text { en: "the full years from {a} to {b}", zh: "{a}至{b}的足年数" },
        ("wd_add", _) => Text { en: "working day {b} after {a}", zh: "{a}之后第 {b} 个工作日" },
        ("working_days", _) => Text { en: "the working days from {a} to {b}", zh: "{a}至{b}的工作日数" },
        ("roll", _) => Text { en: "the first working day from {a} on", zh: "{a}起的首个工作日" },
        ("round", _) => Text { en: "{a} rounded to {b} place{s}", zh: "{a}保留 {b} 位小数" },
        ("min", _) => Text { en: "the least of {all}", zh: "{all} 中最小者" },
        ("max", _) => Text { en: "the greatest of {all}", zh: "{all} 中最大者" },
        ("deadline", _) => match unit {
            "days" => Text {
                en: "the last day of a period of {b} day{s} from {a}", zh: "自{a}起 {b} 日期间的届满日"
            },
            "months" => Text {
                en: "the last day of a period of {b} month{s} from {a}",
                zh: "自{a}起 {b} 个月期间的届满日",
            },
            _ => Text {
                en: "the last day of a period of {b} year{s} from {a}", zh: "自{a}起 {b} 年期间的届满日"
            },
        },
        _ => return None,
    })
}

/// A call in words; what has none as it is written: `strlen(x)`.
pub(super) fn called(op: &str, dates: [bool; 2], unit: &str, args: &[String], lang: Lang) -> String {
    let at = |number: usize| args.get(number).map_or("", String::as_str);
    match (words(op, dates, unit).or_else(|| entity::words(op, args.len())), args) {
        (_, [only]) if op == "-" => format!("-{only}"),
        (Some(text), [_, ..]) => {
            let all = args.join(Text { en: ", ", zh: "、" }.get(lang));
            let counted = at(usize::from(dates != [false, true]));
            let s = if counted == "1" { "" } else { "s" };
            fill(text, lang, &[("a", at(0)), ("b", at(1)), ("c", at(2)), ("op", op), ("all", &all), ("s", s)])
        }
        _ => format!("{op}({})", args.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_added_to_dates_only() {
        let said = |op, dates, lang| called(op, dates, "", &["A".to_owned(), "B".to_owned()], lang);
        assert_eq!(said("+", [true, false], Lang::Zh), "A 加 B 日");
        assert_eq!(said("+", [false, true], Lang::En), "B plus A days");
        assert_eq!(said("+", [false, false], Lang::Zh), "A+B");
        assert_eq!(said("-", [true, true], Lang::Zh), "B 至 A 的日数");
        assert_eq!(said("-", [true, false], Lang::En), "A less B days");
        let one = ["A".to_owned(), "1".to_owned()];
        assert_eq!(called("add_years", [true, false], "", &one, Lang::En), "A plus 1 year");
        assert_eq!(said("substr", [false, false], Lang::Zh), "substr(A, B)");
    }

    #[test]
    fn one_argument() {
        assert_eq!(called("-", [false, false], "", &["3".to_owned()], Lang::En), "-3");
        assert_eq!(called("roll", [true, false], "", &["A".to_owned()], Lang::Zh), "A 起的首个工作日");
    }
}
