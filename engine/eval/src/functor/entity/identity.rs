//! Numbers with a check digit.

use values::Date;

use values::half_width;

/// As it stands.
pub(super) fn is_resident_id(s: &str) -> bool {
    match s.len() {
        18 => is_new_form(s),
        15 => lengthened(s).is_some(),
        _ => false,
    }
}

/// In 18 digits, and "" where it is not valid.
pub(super) fn norm_resident_id(s: &str) -> String {
    let signs = s.chars().map(half_width).filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase());
    let number = signs.collect::<String>();
    match number.len() {
        18 if is_new_form(&number) => number,
        15 => lengthened(&number).unwrap_or_default(),
        _ => String::new(),
    }
}

fn is_new_form(number: &str) -> bool {
    let Some((body, last)) = number.split_at_checked(17) else { return false };
    is_body(body) && last.starts_with(mod_11_2(body))
}

/// Of 17 digits: a place that begins with no 0, and a date that exists.
fn is_body(body: &str) -> bool {
    if body.starts_with('0') || !body.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    Date::parse(&format!("{}-{}-{}", &body[6..10], &body[10..12], &body[12..14])).is_ok()
}

/// A number of 15 digits with its century and its check digit. That centenarians had sequence codes of their own says the foreword of GB
/// 11643-1999 of the edition before it; that these were 996 to 999 is taken from secondary sources and not verified.
fn lengthened(number: &str) -> Option<String> {
    let (place, rest) = number.split_at_checked(6)?;
    let is_centenarian = matches!(rest.get(6..)?, "996" | "997" | "998" | "999");
    let body = format!("{place}{}{rest}", if is_centenarian { "18" } else { "19" });
    is_body(&body).then(|| format!("{body}{}", mod_11_2(&body)))
}

/// The check digit of 17 digits by ISO 7064 MOD 11-2, with the weights of GB 11643.
fn mod_11_2(body: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    CHECK[sum as usize % 11]
}

/// As it stands.
pub(super) fn is_credit_code(s: &str) -> bool {
    /// Letters that look like a digit or another letter are left out.
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let Some(code) = s.chars().map(|c| SIGNS.find(c)).collect::<Option<Vec<_>>>() else { return false };
    let [body @ .., check] = &code[..] else { return false };
    if body.len() != 17 || body[2..8].iter().any(|sign| *sign > 9) {
        return false;
    }
    let (mut sum, mut weight) = (0, 1);
    for sign in body {
        sum += sign * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31 == *check
}

/// Whether the last digit is the check digit of the others.
pub(super) fn is_mod_11_10(s: &str) -> bool {
    let Some(digits) = s.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<_>>>() else { return false };
    let [body @ .., check] = &digits[..] else { return false };
    let product = body.iter().fold(10, |product, digit| {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        sum * 2 % 11
    });
    !body.is_empty() && (product + check) % 10 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A place that does not exist (99 is no province), so nobody has these numbers.
    const BODY: &str = "99010119900307001";

    #[test]
    fn resident_numbers() {
        // 9*7+9*9+0+1*5+0+1*4+1*2+9*1+9*6+0+0+3*9+0+7*5+0+0+1*2 = 282 = 25*11 + 7, which stands for 5
        assert_eq!(mod_11_2(BODY), '5');
        assert!(is_resident_id("990101199003070015"));
        assert!(!is_resident_id("990101199003070016"));
        assert!(!is_resident_id("990101199013070015"));
        assert!(is_resident_id("990101900307001"));
        assert!(!is_resident_id("990101900230001"));
        assert!(!is_resident_id(" 90101199003070015") && !is_resident_id("") && !is_resident_id("九九零零零零"));
    }

    #[test]
    fn fifteen_digits_become_eighteen() {
        assert_eq!(norm_resident_id("990101900307001"), "990101199003070015");
        assert_eq!(norm_resident_id("９９0101 19900307 0015"), "990101199003070015");
        assert_eq!(&norm_resident_id("990101900307998")[6..10], "1890");
        assert_eq!(norm_resident_id("990101900307 00"), "");
        assert_eq!(norm_resident_id("990101199003070016"), "");
    }

    #[test]
    fn credit_codes() {
        assert!(is_credit_code("91990101MA0000001Y"));
        assert!(!is_credit_code("91990101MA00000010"));
        // A letter among the digits of the place, and one that is no sign of the code.
        assert!(!is_credit_code("919A0101MA00000010") && !is_credit_code("91990101IA00000010"));
        assert!(!is_credit_code("") && !is_credit_code("919901"));
    }

    #[test]
    fn the_example_of_the_standard() {
        assert!(is_mod_11_10("07945") && !is_mod_11_10("07946") && !is_mod_11_10("5") && !is_mod_11_10("0794５"));
    }
}
