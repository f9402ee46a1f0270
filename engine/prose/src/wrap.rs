//! Breaking lines of mixed Chinese and Latin text at columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Fewer columns than this are never asked of a line, whatever its indentation.
const COLUMNS_MIN: usize = 16;

/// Between two characters: no line ends here. A noncharacter, so that no text holds it by itself.
pub(crate) const GLUE: char = '\u{fdd0}';

/// `word` as [`wrap`] keeps it on one line, unless it is longer than a line.
pub(crate) fn whole(word: &str) -> String {
    let mut glued = String::new();
    for c in word.chars().filter(|c| *c != GLUE) {
        if !glued.is_empty() {
            glued.push(GLUE);
        }
        glued.push(c);
    }
    glued
}

/// Columns that `text` takes in a terminal.
pub fn width_of(text: &str) -> usize {
    text.width()
}

/// Adds `text` to `out` in lines of at most `width` columns, each with its line break. The first line begins with `first`,
/// the others with `rest`.
///
/// Lines break at blanks and around wide characters (not before a closing mark or behind an opening one), in the middle of
/// a word only where it is longer than a line. A line break in `text` ends a line.
pub fn wrap(out: &mut String, text: &str, width: usize, first: &str, rest: &str) {
    let mut lead = first;
    for paragraph in text.split('\n') {
        let mut left = paragraph;
        loop {
            let room = width.saturating_sub(lead.width()).max(COLUMNS_MIN);
            let (line, behind) = left.split_at(line_end(left, room));
            out.push_str(format!("{lead}{line}").replace(GLUE, "").trim_end());
            out.push('\n');
            lead = rest;
            left = behind.trim_start_matches(' ');
            if left.is_empty() {
                break;
            }
        }
    }
}

/// Text written in lines as one line for each paragraph: lines are joined by a blank, or by nothing where Chinese meets
/// Chinese. An empty line ends a paragraph.
pub fn reflow(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim) {
        let wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
        match out.chars().next_back() {
            _ if line.is_empty() => out.push('\n'),
            None | Some('\n') => {}
            before if wide(before) && wide(line.chars().next()) => {}
            Some(_) => out.push(' '),
        }
        out.push_str(line);
    }
    out
}

/// How many bytes of `text` go into a line of `room` columns; at least one character.
fn line_end(text: &str, room: usize) -> usize {
    let (mut columns, mut best, mut before, mut earlier) = (0, None, None, None);
    for (at, c) in text.char_indices() {
        if let Some(before) = before
            && may_break(before, c)
            && !(before == ' ' && is_counted(earlier, c))
        {
            best = Some(at);
        }
        columns += if c == GLUE { 0 } else { c.width().unwrap_or(0) };
        if columns > room && c != ' ' {
            return best.unwrap_or(if at == 0 { c.len_utf8() } else { at });
        }
        (earlier, before) = (before, Some(c));
    }
    text.len()
}

/// Whether a blank between these belongs to a number with what it counts: `第 7 行`, `3 个元素`.
fn is_counted(before: Option<char>, behind: char) -> bool {
    matches!((before, behind), (Some('第'), '0'..='9') | (Some('0'..='9'), '行' | '个'))
}

fn may_break(before: char, behind: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    if before == ' ' {
        return behind != ' ';
    }
    if before == GLUE || behind == GLUE {
        return false;
    }
    (wide(before) || wide(behind))
        && behind != ' '
        && !"，。；：、！？）》】”’,.;:)]}`\"'".contains(behind)
        && !"（《【“‘([{`\"'".contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> String {
        let mut out = String::new();
        wrap(&mut out, text, width, "", "  ");
        out
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        let record = "记录：租约清单.csv 第 7 行";
        assert_eq!(wrapped(record, 22), "记录：租约清单.csv\n  第 7 行\n");
        assert_eq!(wrapped(record, 24), "记录：租约清单.csv\n  第 7 行\n");
        assert_eq!(wrapped(record, 26), "记录：租约清单.csv 第 7 行\n");
    }

    #[test]
    fn latin_breaks_at_blanks() {
        assert_eq!(wrapped("one two three four five", 16), "one two three\n  four five\n");
        assert_eq!(wrapped("", 16), "\n");
        assert_eq!(wrapped("a\nb", 16), "a\n  b\n");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(wrapped("abcdefghijklmnopqrstuvwxyz", 18), "abcdefghijklmnopqr\n  stuvwxyz\n");
    }

    #[test]
    fn chinese_counts_two_columns_and_keeps_marks_with_their_words() {
        // Eight characters fill 16 columns; the comma may not begin a line, so the character before it goes along.
        assert_eq!(wrapped("一二三四五六七八，九", 16), "一二三四五六七\n  八，九\n");
    }

    #[test]
    fn a_whole_word_goes_into_the_next_line() {
        assert_eq!(wrapped(&format!("依据 {}、乙", whole("异议规定_31")), 16), "依据\n  异议规定_31、乙\n");
        assert_eq!(wrapped(&whole("异议和复议规定_31"), 16), "异议和复议规定_3\n  1\n");
    }

    #[test]
    fn written_lines_are_joined() {
        assert_eq!(
            reflow("明显低于评估价，\n而没有证据\nin the file\n\nnext"),
            "明显低于评估价，而没有证据 in the file\nnext"
        );
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text =
            "租约(\"L-7\", 承租人: \"某某有限公司\") 的剩余租期超过 10 年，rent paid at once（一次付清）。".repeat(20);
        for width in 18..90 {
            for line in wrapped(&text, width).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}
