//! Numbers of documents.

use super::clean::uniform;
use super::numeral::{digits, is_numeral, trimmed};

pub(super) fn norm(s: &str) -> String {
    let chars = uniform(s).filter(|c| !c.is_whitespace()).map(sign).collect::<Vec<_>>();
    let mut out = String::with_capacity(s.len());
    let mut at = 0;
    while at < chars.len() {
        let from = at + usize::from(chars[at] == '第');
        let len = number_len(&chars[from..]);
        let (number, behind) = (&chars[from..from + len], chars.get(from + len));
        match (in_digits(number), behind) {
            (Some(number), Some('号')) => {
                out.push_str(trimmed(&number));
                at = from + len;
            }
            (Some(year), Some(')')) if out.ends_with('(') && from == at && is_year(number) => {
                out.push_str(&year);
                at += len;
            }
            _ => {
                let until = if from > at { from } else { at + len.max(1) };
                out.extend(&chars[at..until]);
                at = until;
            }
        }
    }
    out
}

fn sign(c: char) -> char {
    match c {
        '〔' | '[' | '【' | '〖' | '{' | '「' | '『' | '〈' | '《' | '⟨' | '⟦' | '<' => '(',
        '〕' | ']' | '】' | '〗' | '}' | '」' | '』' | '〉' | '》' | '⟩' | '⟧' | '>' => ')',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    }
}

/// Four figures: 二〇二一, but not 一千零一.
fn is_year(number: &[char]) -> bool {
    number.len() == 4 && !number.iter().any(|c| matches!(c, '十' | '百' | '千'))
}

/// How many digits, or characters of a numeral, there are at the beginning.
fn number_len(chars: &[char]) -> usize {
    let len = |of: fn(char) -> bool| chars.iter().take_while(|c| of(**c)).count();
    len(|c| c.is_ascii_digit()).max(len(is_numeral))
}

fn in_digits(number: &[char]) -> Option<String> {
    match number.first()? {
        c if c.is_ascii_digit() => Some(number.iter().collect()),
        _ => digits(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_zeros_and_numerals() {
        let cases = [
            ("浙食药监罚〔2021〕第 012 号", "浙食药监罚(2021)12号"),
            ("浙食药监罚［2021］12號", "浙食药监罚(2021)12号"),
            ("浙食药监罚（二〇二一）十二号", "浙食药监罚(2021)12号"),
            ("（2021）浙0106民初0012号之一", "(2021)浙0106民初12号之一"),
            ("（九千零一）", "(九千零一)"),
            ("jy-0012", "JY-0012"),
            ("第三章第一二十号", "第三章第一二十号"),
            ("第", "第"),
            ("000号", "0号"),
        ];
        for (written, normal) in cases {
            assert_eq!(norm(written), normal, "{written}");
        }
    }
}
