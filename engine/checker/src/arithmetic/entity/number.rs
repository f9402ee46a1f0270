//! Numbers with a check digit.

use values::Date;

/// An identity number as it stands, in 18 or 15 digits.
pub fn is_resident(s: &str) -> bool {
    s.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X') && resident(s).is_some()
}

/// A valid identity number in 18 digits, white space and small letters aside.
pub fn resident(s: &str) -> Option<String> {
    let signs: Vec<char> = s.split_whitespace().flat_map(str::chars).map(|c| c.to_ascii_uppercase()).collect();
    let (body, check) = match signs.len() {
        18 => (signs[..17].to_vec(), Some(signs[17])),
        15 => {
            // Who was a hundred years old had one of the last four sequence codes.
            let old = signs[12..] > ['9', '9', '5'][..];
            let century = if old { ['1', '8'] } else { ['1', '9'] };
            ([&signs[..6], &century, &signs[6..]].concat(), None)
        }
        _ => return None,
    };
    let digits: Vec<i64> = body.iter().map(|c| c.to_digit(10).map(i64::from)).collect::<Option<_>>()?;
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0, |value, digit| value * 10 + digit);
    let date = format!("{:04}-{:02}-{:02}", part(6, 10), part(10, 12), part(12, 14));
    if digits[0] == 0 || Date::parse(&date).is_err() {
        return None;
    }
    // ISO 7064, the pure system MOD 11-2: the recursive method
    let remainder = digits.iter().fold(0, |product, digit| (product + digit) * 2 % 11);
    let computed = match (12 - remainder) % 11 {
        10 => 'X',
        value => char::from(b'0' + value as u8),
    };
    (check.is_none() || check == Some(computed)).then(|| body.iter().chain([&computed]).collect())
}

/// The weights of GB 32100-2015, the check sign's behind them.
const WEIGHTS: [usize; 18] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];

/// A unified social credit code as it stands.
pub fn is_credit_code(s: &str) -> bool {
    let value = |c: char| match c {
        'I' | 'O' | 'S' | 'V' | 'Z' => None,
        '0'..='9' => Some(c as usize - '0' as usize),
        // each letter that is left out moves those behind it up
        'A'..='Z' => Some(10 + ('A'..c).filter(|c| !matches!(c, 'I' | 'O' | 'S' | 'V' | 'Z')).count()),
        _ => None,
    };
    let Some(values) = s.chars().map(value).collect::<Option<Vec<_>>>() else { return false };
    values.len() == WEIGHTS.len()
        && values[2..8].iter().all(|value| *value < 10)
        && values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<usize>().is_multiple_of(31)
}

/// ISO 7064 MOD 11,10.
pub fn is_mod_11_10(s: &str) -> bool {
    let bytes = s.as_bytes();
    let Some((check, body)) = bytes.split_last().filter(|(_, body)| !body.is_empty()) else { return false };
    // ten takes the place of nought
    let step = |product: u32, byte: &u8| ((product + u32::from(byte - b'0') + 9) % 10 + 1) * 2 % 11;
    bytes.iter().all(u8::is_ascii_digit) && (body.iter().fold(10, step) + u32::from(check - b'0')) % 10 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_numbers() {
        assert_eq!(resident("99 0101 1990 0307 0015").as_deref(), Some("990101199003070015"));
        assert_eq!(resident("990101900307001").as_deref(), Some("990101199003070015"));
        assert!(
            is_resident("990101199003070015")
                && !is_resident("990101199003070016")
                && !is_resident("99010119900307 0015")
        );
        assert!(is_credit_code("91990101MA0000001Y") && !is_credit_code("91990101MA00000010"));
        assert!(is_mod_11_10("07945") && !is_mod_11_10("07954") && !is_mod_11_10("5"));
    }
}
