//! From what an agency writes to what a column's type reads. Text becomes text: the value is read afterwards, by the rules of every cell.

mod amount;
mod day;

use std::borrow::Cow;

use diagnostics::Text;
use program::checked::Conversion;
use values::half_width;

use crate::read::CellError;

/// The text after all `conversions`, in their order. An empty text stays empty.
pub(crate) fn convert<'t>(conversions: &[Conversion], text: &'t str) -> Result<Cow<'t, str>, CellError> {
    let mut text = Cow::Borrowed(text);
    for conversion in conversions {
        if text.is_empty() {
            break;
        }
        let converted = match conversion {
            Conversion::Date => day::day(&text),
            Conversion::DateForm(form) => day::day_of_form(form, &text),
            Conversion::Amount(factor) => amount::amount(*factor, &text),
            Conversion::YesNo => truth(&text),
            Conversion::HalfWidth => Some(text.chars().map(half_width).collect()),
            Conversion::Trim => Some(text.trim().to_owned()),
        };
        text = Cow::Owned(converted.ok_or_else(|| CellError::Unconverted(conversion.clone()))?);
    }
    Ok(text)
}

/// What a conversion reads, in words for somebody who has a cell that it does not.
pub(crate) fn form(conversion: &Conversion) -> Text {
    match conversion {
        Conversion::Date => Text {
            en: "it reads days with the year in front: `2023-05-01`, `2023/5/1`, `2023.5.1`, `20230501`, `2023年5月1日`",
            zh: "可读取年份在前的日期：`2023-05-01`、`2023/5/1`、`2023.5.1`、`20230501`、`2023年5月1日`",
        },
        Conversion::DateForm(_) => Text { en: "the day must have just this form", zh: "日期必须符合该格式" },
        Conversion::Amount(_) => Text {
            en: "it reads amounts such as `12.5`, `1,250,000.00`, `￥300` or `12.5万元`",
            zh: "可读取 `12.5`、`1,250,000.00`、`￥300`、`12.5万元` 等写法的金额",
        },
        Conversion::YesNo => Text {
            en: "it reads `是`/`否`, `有`/`无`, `Y`/`N`, `yes`/`no`, `true`/`false` and `1`/`0`",
            zh: "可读取 `是`/`否`、`有`/`无`、`Y`/`N`、`yes`/`no`、`true`/`false` 和 `1`/`0`",
        },
        Conversion::HalfWidth | Conversion::Trim => Text { en: "it reads any text", zh: "可读取任意文本" },
    }
}

fn truth(text: &str) -> Option<String> {
    const YES: [&str; 6] = ["是", "有", "y", "yes", "true", "t"];
    const NO: [&str; 6] = ["否", "无", "n", "no", "false", "f"];
    let text = text.trim().to_lowercase();
    if text == "1" || YES.contains(&text.as_str()) {
        Some("1".to_owned())
    } else if text == "0" || NO.contains(&text.as_str()) {
        Some("0".to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(conversions: &[&str], text: &str) -> Result<String, String> {
        let conversions: Vec<_> = conversions.iter().map(|name| Conversion::named(name).unwrap()).collect();
        convert(&conversions, text).map(Cow::into_owned).map_err(|error| format!("{error:?}"))
    }

    #[test]
    fn one_after_the_other() {
        assert_eq!(shown(&["halfwidth", "trim", "date"], "　２０２３年５月１日　").as_deref(), Ok("2023-05-01"));
        assert_eq!(shown(&["半角", "万元"], "１２．５").as_deref(), Ok("125000"));
        assert_eq!(shown(&["date"], "２０２３年５月１日"), Err("Unconverted(Date)".to_owned()));
        assert_eq!(shown(&["date", "yesno"], "").as_deref(), Ok(""));
    }

    #[test]
    fn truths() {
        for (text, truth) in [("是", "1"), (" Yes", "1"), ("T", "1"), ("否", "0"), ("无", "0"), ("0", "0")] {
            assert_eq!(shown(&["yesno"], text).as_deref(), Ok(truth), "{text}");
        }
        for text in ["不详", "2", "是否"] {
            assert!(shown(&["yesno"], text).is_err(), "{text}");
        }
    }
}
