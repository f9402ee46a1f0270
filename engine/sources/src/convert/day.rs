//! Days as agencies write them.

/// A day with the year in front, as `2023-05-01`; what stands behind it may only be a time of day. Whether the calendar has it is not looked at.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let (year, rest) = digits(text, 4, 4)?;
    let (month, day, rest) = match rest.chars().next()? {
        '0'..='9' => {
            let (month, rest) = digits(rest, 2, 2)?;
            let (day, rest) = digits(rest, 2, 2)?;
            (month, day, rest)
        }
        '年' => {
            let (month, rest) = digits(rest.strip_prefix('年')?, 1, 2)?;
            let (day, rest) = digits(rest.strip_prefix('月')?, 1, 2)?;
            (month, day, rest.strip_prefix(['日', '号'])?)
        }
        sign @ ('-' | '/' | '.') => {
            let (month, rest) = digits(rest.strip_prefix(sign)?, 1, 2)?;
            let (day, rest) = digits(rest.strip_prefix(sign)?, 1, 2)?;
            (month, day, rest)
        }
        _ => return None,
    };
    is_time(rest).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// A day of this form ([`program::checked::Conversion::DateForm`]), as `2023-05-01`.
pub(super) fn day_of_form(form: &str, text: &str) -> Option<String> {
    let (mut form, mut text) = (form, text.trim());
    let (mut year, mut month, mut day) = ("", "", "");
    while let Some(letter) = form.chars().next() {
        let count = form.chars().take_while(|next| *next == letter).count();
        let (part, least) = match letter {
            'y' => (&mut year, 4),
            'm' => (&mut month, count),
            'd' => (&mut day, count),
            _ => {
                text = text.strip_prefix(letter)?;
                form = &form[letter.len_utf8()..];
                continue;
            }
        };
        (*part, text) = digits(text, least, least.max(2))?;
        form = &form[count..];
    }
    text.is_empty().then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// As many digits as there are at the beginning, up to `most`; nothing if they are fewer than `least`.
fn digits(text: &str, least: usize, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (count >= least).then(|| text.split_at(count))
}

/// A time of day, or nothing.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix([' ', 'T']) else { return text.is_empty() };
    let time = time.trim_start();
    time.starts_with(|first: char| first.is_ascii_digit())
        && time.chars().all(|letter| letter.is_ascii_digit() || ":. +-ZTz时分秒".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_front() {
        let usual = ["2023-05-01", "2023-5-1", "2023/5/01", "2023.5.1", "20230501", "2023年5月1日", " 2023年05月01号 "];
        let timed = ["2023-05-01 00:00:00", "2023-05-01T13:45:00.000Z", "2023年5月1日 13时45分", "20230501 1345"];
        for text in usual.into_iter().chain(timed) {
            assert_eq!(day(text).as_deref(), Some("2023-05-01"), "{text}");
        }
        let not = [
            "",
            "2023",
            "2023-05",
            "5/1/2023",
            "2023-05/01",
            "2023年5月",
            "2023-05-011",
            "202305011",
            "2023-05-01 下午",
            "23-05-01",
        ];
        for text in not {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn forms() {
        let cases = [
            ("d/m/yyyy", "1/5/2023"),
            ("d/m/yyyy", "01/05/2023"),
            ("dd.mm.yyyy", "01.05.2023"),
            ("yyyymmdd", "20230501"),
            ("yyyy年m月d日", "2023年5月1日"),
        ];
        for (form, text) in cases {
            assert_eq!(day_of_form(form, text).as_deref(), Some("2023-05-01"), "{form}: {text}");
        }
        for (form, text) in [("dd.mm.yyyy", "1.5.2023"), ("d/m/yyyy", "1/5/2023 10:00"), ("d/m/yyyy", "1/5/23")] {
            assert_eq!(day_of_form(form, text), None, "{form}: {text}");
        }
    }
}
