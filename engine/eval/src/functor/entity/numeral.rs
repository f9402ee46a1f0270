//! Chinese numerals.

/// A character of a numeral.
pub(super) fn is_numeral(c: char) -> bool {
    figure(c).is_some() || matches!(c, '十' | '百' | '千')
}

/// The decimal digits of a numeral below ten thousand (一百二十, 十二), or of figures in a row (一二〇), as many as there are; `None`
/// where it is neither.
pub(super) fn digits(numeral: &[char]) -> Option<String> {
    let figures = numeral.iter().map(|c| figure(*c)?.to_string().into()).collect::<Option<String>>();
    figures.or_else(|| thousands(numeral).map(|n| n.to_string()))
}

/// Digits without leading zeros.
pub(super) fn trimmed(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" if !digits.is_empty() => "0",
        rest => rest,
    }
}

fn figure(c: char) -> Option<u32> {
    if c == '零' {
        Some(0)
    } else {
        "〇一二三四五六七八九".chars().position(|figure| figure == c).map(|n| n as u32)
    }
}

fn not_zero(c: char) -> Option<u32> {
    figure(c).filter(|n| *n != 0)
}

fn thousands(numeral: &[char]) -> Option<u32> {
    match numeral {
        [n, '千', rest @ ..] => {
            let rest = match rest {
                [] => 0,
                [zero, rest @ ..] if figure(*zero) == Some(0) => tens(rest)?,
                [_, '百', ..] => hundreds(rest)?,
                _ => return None,
            };
            Some(not_zero(*n)? * 1000 + rest)
        }
        _ => hundreds(numeral),
    }
}

fn hundreds(numeral: &[char]) -> Option<u32> {
    match numeral {
        [n, '百', rest @ ..] => {
            let rest = match rest {
                [] => 0,
                [zero, one] if figure(*zero) == Some(0) => not_zero(*one)?,
                // 一百二 is said for 120.
                [_] if rest != ['十'] => return None,
                _ => tens(rest)?,
            };
            Some(not_zero(*n)? * 100 + rest)
        }
        _ => tens(numeral),
    }
}

fn tens(numeral: &[char]) -> Option<u32> {
    match numeral {
        ['十'] => Some(10),
        [one] => not_zero(*one),
        ['十', one] => Some(10 + not_zero(*one)?),
        [ten, '十'] => Some(10 * not_zero(*ten)?),
        [ten, '十', one] => Some(10 * not_zero(*ten)? + not_zero(*one)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        let read = |text: &str| digits(&text.chars().collect::<Vec<_>>());
        let cases = [
            ("十二", "12"),
            ("一百十二", "112"),
            ("一百零二", "102"),
            ("三千零一十", "3010"),
            ("三千零五", "3005"),
            ("九千九百九十九", "9999"),
            ("二〇二一", "2021"),
            ("〇五", "05"),
            ("二百", "200"),
            ("一百十", "110"),
        ];
        for (written, expected) in cases {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        for wrong in ["一百二", "十十", "百二十", "一千二十", "一百零十", "零十", "二十三四", "一千零二百"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!((trimmed("007"), trimmed("00"), trimmed("")), ("7", "0", ""));
    }
}
