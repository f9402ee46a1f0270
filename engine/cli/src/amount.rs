//! Large numbers and amounts of memory as people write and read them.

const UNITS: [(&str, u32); 4] = [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)];

/// `1234567` as `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Bytes in the largest unit of which there is at least one, to a tenth where there are less than a thousand.
pub fn bytes(count: u64) -> String {
    let Some((unit, shift)) = UNITS.into_iter().find(|(_, shift)| count >> shift > 0) else {
        return format!("{count} B");
    };
    let tenths = u64::try_from((u128::from(count) * 10) >> shift).unwrap_or(u64::MAX);
    match (tenths / 10, tenths % 10) {
        (whole, part) if whole < 1000 && part > 0 => format!("{whole}.{part} {unit}"),
        (whole, _) => format!("{} {unit}", grouped(whole)),
    }
}

/// A number of bytes, or one with `K`, `M` or `G` behind it (powers of 1024). What is too large for this machine is as good
/// as the largest.
pub fn size(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.char_indices().next_back() {
        Some((at, 'K' | 'k')) => (&text[..at], 10),
        Some((at, 'M' | 'm')) => (&text[..at], 20),
        Some((at, 'G' | 'g')) => (&text[..at], 30),
        _ => (text, 0),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(text.to_string());
    }
    Ok(digits.parse::<u64>().unwrap_or(u64::MAX).saturating_mul(1 << shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!([0, 999, 1000, 12_345_678].map(grouped), ["0", "999", "1,000", "12,345,678"]);
    }

    #[test]
    fn bytes_have_the_unit_that_fits() {
        let shown = [0, 1023, 1024, 1536, 100 << 10, 512 << 20, (3 << 30) + (1 << 29), u64::MAX].map(bytes);
        assert_eq!(shown, ["0 B", "1023 B", "1 KiB", "1.5 KiB", "100 KiB", "512 MiB", "3.5 GiB", "16,777,215 TiB"]);
    }

    #[test]
    fn sizes_are_powers_of_1024() {
        let read = ["0", "1000", "2K", "2k", "512M", "4G"].map(|text| size(text).unwrap());
        assert_eq!(read, [0, 1000, 2048, 2048, 512 << 20, 4 << 30]);
        assert_eq!(size("99999999999G"), Ok(u64::MAX));
        assert_eq!(size("99999999999999999999999"), Ok(u64::MAX));
        for wrong in ["", "K", "1T", "1.5G", "-1", "4 G", "4GB", "１G", "G4", "+4"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
