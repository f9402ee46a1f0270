//! Addresses.

use super::clean::{kept, uniform};
use super::numeral::{digits, is_numeral, trimmed};

/// What may follow a number, and the word for it; a longer one before those that begin like it.
const UNITS: [(&str, &str); 14] = [
    ("号楼", "幢"),
    ("号", "号"),
    ("单元", "单元"),
    ("栋", "幢"),
    ("座", "幢"),
    ("幢", "幢"),
    ("楼", "层"),
    ("层", "层"),
    ("房", "室"),
    ("户", "室"),
    ("室", "室"),
    ("弄", "弄"),
    ("组", "组"),
    ("队", "队"),
];

pub(super) fn norm(s: &str) -> String {
    let written = uniform(s).map(|c| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '#' => '号',
        other => other,
    });
    let cleaned = kept(written, |c| c == '-');
    let mut out = String::with_capacity(cleaned.len());
    let mut rest = &cleaned[..];
    while let Some(first) = rest.chars().next() {
        let taken = match numbered(rest) {
            Some((number, unit, len)) => {
                out.extend([&number[..], unit]);
                len
            }
            None => {
                let len = number_len(rest).max(first.len_utf8());
                out.push_str(&rest[..len]);
                len
            }
        };
        rest = &rest[taken..];
    }
    if out.strip_suffix('室').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric())) {
        out.truncate(out.len() - '室'.len_utf8());
    }
    out
}

/// A number with its unit at the beginning, perhaps behind 第, and how long they are.
fn numbered(text: &str) -> Option<(String, &'static str, usize)> {
    let number = text.strip_prefix('第').unwrap_or(text);
    let (number, behind) = number.split_at(number_len(number));
    let (written, unit) = UNITS.iter().find(|(written, _)| behind.starts_with(written))?;
    Some((in_digits(number)?, unit, text.len() - behind.len() + written.len()))
}

/// The length of a run of ASCII letters and digits or of a numeral at the beginning; 0 where there is none.
fn number_len(text: &str) -> usize {
    let len = |of: fn(char) -> bool| text.find(|c| !of(c)).unwrap_or(text.len());
    len(|c| c.is_ascii_alphanumeric()).max(len(is_numeral))
}

fn in_digits(number: &str) -> Option<String> {
    match number.chars().next()? {
        c if is_numeral(c) => digits(&number.chars().collect::<Vec<_>>()).map(|digits| trimmed(&digits).to_string()),
        _ if number.bytes().all(|byte| byte.is_ascii_digit()) => Some(trimmed(number).to_string()),
        _ => Some(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn house_numbers() {
        let cases = [
            ("西湖区文三路 ０12 號 3号楼 二单元 0801室", "西湖区文三路12号3幢2单元801"),
            ("文三路十二号三幢2单元801", "文三路12号3幢2单元801"),
            ("中山东一路18#A座5楼", "中山东一路18号A幢5层"),
            ("五一路、八一新村第三组", "五一路八一新村3组"),
            ("解放路1–3号", "解放路1-3号"),
            ("解放路一百二号", "解放路一百二号"),
            ("工人路第十十号", "工人路第十十号"),
            ("室", "室"),
            ("5 Dock Road", "5 DOCK ROAD"),
        ];
        for (written, normal) in cases {
            assert_eq!(norm(written), normal, "{written}");
        }
    }
}
