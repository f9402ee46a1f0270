//! Amounts as agencies write them.

/// Units that may stand behind a number, longer ones first.
const UNITS: [(&str, u64); 8] = [
    ("亿元", 100_000_000),
    ("百万元", 1_000_000),
    ("万元", 10_000),
    ("千元", 1_000),
    ("元整", 1),
    ("元", 1),
    ("亿", 100_000_000),
    ("万", 10_000),
];

/// Signs that may stand before it.
const CURRENCIES: [&str; 5] = ["人民币", "RMB", "CNY", "￥", "¥"];

/// The digits of an amount in yuan; a number without a unit counts `factor` of them, a power of ten. Nothing is rounded.
pub(super) fn amount(factor: u64, text: &str) -> Option<String> {
    let text = text.trim();
    let text = CURRENCIES.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim_start();
    let unit = UNITS.iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, *factor)));
    let (number, factor) = unit.unwrap_or((text, factor));
    let number = number.trim_end();
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let whole = ungrouped(whole)?;
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) {
        return None;
    }
    Some(format!("{sign}{}", shifted(&whole, fraction, factor.ilog10() as usize)))
}

/// Without separators, which stand before groups of three digits.
fn ungrouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split([',', '，']).collect();
    let (first, others) = groups.split_first()?;
    let fits = others.is_empty() || (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3);
    fits.then(|| groups.concat())
}

/// `whole.fraction` with the point moved by so many places to the right, without zeros that say nothing.
fn shifted(whole: &str, fraction: &str, places: usize) -> String {
    let moved = fraction.len().min(places);
    let zeros = "0".repeat(places - moved);
    let digits = format!("{whole}{}{zeros}", &fraction[..moved]);
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match fraction[moved..].trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts() {
        let cases = [
            (1, "300", "300"),
            (1, "1,250,000.00", "1250000"),
            (1, "￥ 300.50元", "300.5"),
            (1, "12.5万元", "125000"),
            (10_000, "12.5", "125000"),
            (10_000, "12.5元", "12.5"),
            (10_000, "-0.00015", "-1.5"),
            (10_000, "0", "0"),
            (100_000_000, "1，234.000000001", "123400000000.1"),
            (1, "人民币叁佰元", ""),
            (1, "007", "7"),
        ];
        for (factor, text, digits) in cases {
            assert_eq!(amount(factor, text).unwrap_or_default(), digits, "{text}");
        }
        for text in ["", "元", "1,25", "1,2500", ",250", "1.2.3", "1e3", "12.", "约300", "3 00", "--3"] {
            assert_eq!(amount(1, text), None, "{text}");
        }
    }
}
