//! A JSON text from its first record to its last.

use std::io::Read;

use diagnostics::{Diagnostic, Text, catalogue};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::pointer::at;
use super::record::{describe, record};
use crate::read::{Failure, Into, Opened, Reading};
use crate::records::Counted;

/// Reads a text to its end. Every element of its list, which stands at `records` (a JSON Pointer), is a record.
///
/// # Errors
/// Where the text is no JSON, there is no list, or the relation gets too large.
pub(crate) fn read(reading: &Reading, records: &str, opened: Opened, mut into: Into) -> Result<(), Failure> {
    let report = &mut into.reports[reading.source as usize];
    report.counted = match records {
        "" => Counted::Elements,
        list => Counted::ElementsOf { list: list.to_owned() },
    };
    let bytes = whole(opened)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| not_utf8(reading, &bytes, error.valid_up_to()))?;
    let mut lines = Lines { text, at: 0, line: 1 };
    for element in elements(reading, records, text)? {
        let row = into.count(reading)?;
        match record(reading, row, element) {
            Ok(Some(values)) => into.take(reading, row, &values)?,
            Ok(None) => into.pass_over(reading),
            Err(bad) => {
                let [en, zh] = into.reports[reading.source as usize].place(row).words();
                let line = lines.line_of(bad.found());
                let at = [format!("{en} (line {line})"), format!("{zh}（第 {line} 行）")];
                into.reject(reading, || describe(reading, row, at, *bad));
            }
        }
    }
    Ok(())
}

/// The list of records.
fn elements<'t>(reading: &Reading, records: &str, text: &'t str) -> Result<Vec<&'t RawValue>, Box<Diagnostic>> {
    if records.is_empty() {
        return serde_json::from_str(text).map_err(|error| no_list(reading, text, &error));
    }
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| no_list(reading, text, &error))?;
    let list = at(whole, records).and_then(|list| serde_json::from_str(list.get()).ok());
    list.ok_or_else(|| {
        const CORRECT: Text = Text { en: "there is no list at `{records}`", zh: "`{records}` 处没有列表" };
        let reason = [CORRECT.en, CORRECT.zh].map(|words| words.replace("{records}", records));
        place(reading, 1, 1, reason)
    })
}

fn whole(mut opened: Opened) -> Result<Vec<u8>, Failure> {
    let mut bytes = opened.head;
    let count = (&mut opened.rest).take(opened.bytes_max.saturating_add(1)).read_to_end(&mut bytes)?;
    if count as u64 > opened.bytes_max { Err(Failure::TooLarge) } else { Ok(bytes) }
}

/// The text is no JSON, or no list.
fn no_list(reading: &Reading, text: &str, error: &serde_json::Error) -> Box<Diagnostic> {
    let line = text.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let column = line.char_indices().take_while(|(at, _)| at + 1 < error.column()).count() + 1;
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let reason = match error.classify() {
        Category::Eof => ["it ends too early".to_owned(), "文件过早结束".to_owned()],
        Category::Data => ["a list is expected".to_owned(), "此处应为列表".to_owned()],
        Category::Syntax | Category::Io => [message.to_owned(), format!("语法错误（{message}）")],
    };
    place(reading, error.line(), column, reason)
}

fn not_utf8(reading: &Reading, bytes: &[u8], valid: usize) -> Box<Diagnostic> {
    let text = String::from_utf8_lossy(&bytes[..valid]);
    let (line, column) = line_and_column(&text, text.len());
    place(reading, line, column, ["it is not UTF-8".to_owned(), "不是 UTF-8".to_owned()])
}

fn place(reading: &Reading, line: usize, column: usize, reason: [String; 2]) -> Box<Diagnostic> {
    let [en, zh] = reason;
    let error = reading.error(&catalogue::BAD_JSON).arg("line", line.max(1)).arg("character", column);
    Box::new(error.texts("reason", en, zh))
}

/// A walk through a text.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// The line of `at`, from 1.
    line: usize,
}

impl Lines<'_> {
    /// The line of a value of the text that lies behind those asked for before.
    fn line_of(&mut self, value: &RawValue) -> usize {
        let at = value.get().as_ptr() as usize - self.text.as_ptr() as usize;
        self.line += memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at.min(at)..at]).count();
        self.at = at;
        self.line
    }
}

/// Both from 1.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}
