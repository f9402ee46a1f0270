//! `syllogist explain CODE`

use std::io::Write;

use clap::Args;
use diagnostics::{Diagnostic, Entry, Example, Lang, Severity, Text, catalogue};

use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::nearest::suggestion;

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// The code.
    #[arg(value_name = "CODE")]
    code: String,
}

/// `syllogist explain --help`
pub const HELP: Text = Text {
    en: "\
Tells what the code of a message means, why it matters, and how to do it right.

Usage: syllogist explain CODE

  CODE              SY and four digits, e.g. SY0201

Options:
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
解释消息代码的含义、意义，以及正确的写法。

用法：syllogist explain CODE

  CODE              SY 加四位数字，例如 SY0201

选项：
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Columns of a line.
const WIDTH: usize = 80;

/// Explains a code.
pub fn explain(app: &mut App, options: &ExplainOptions) -> Result<Exit, Failure> {
    let Some(entry) = catalogue::find(options.code.trim()) else {
        let near = near(&options.code.trim().to_uppercase());
        let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CODE).arg("code", &options.code).arg("near", near);
        return Err(Failure::usage(unknown));
    };
    app.out.write_all(page(entry, app.lang).as_bytes())?;
    Ok(Exit::Done)
}

/// The closest codes: those that differ in one character, otherwise those of the same hundred.
fn near(code: &str) -> String {
    let codes = catalogue::ALL.iter().map(|entry| entry.code);
    let family = |known: &&str| code.len() >= 4 && known.starts_with(&code.chars().take(4).collect::<String>());
    match suggestion(code, codes.clone()) {
        none if none.is_empty() => {
            let same = codes.filter(family).take(5).map(|code| format!("`{code}`")).collect::<Vec<_>>();
            if same.is_empty() { String::new() } else { format!(" ({}, ...)", same.join(", ")) }
        }
        near => near,
    }
}

fn page(entry: &Entry, lang: Lang) -> String {
    let severity = match entry.severity {
        Severity::Error => Text { en: "error", zh: "错误" },
        Severity::Warning => Text { en: "warning", zh: "警告" },
    };
    let heading = Text { en: "{code} ({severity}): {message}", zh: "{code}（{severity}）：{message}" };
    let values = [("code", entry.code), ("severity", severity.get(lang)), ("message", &entry.message.outline(lang))];
    let mut out = String::new();
    prose::wrap(&mut out, &prose::fill(heading, lang, &values), WIDTH, "", "  ");
    out.push('\n');
    prose::wrap(&mut out, &entry.explanation.outline(lang), WIDTH, "", "");
    let way_out = Text { en: "Way out: ", zh: "办法：" }.get(lang);
    out.push('\n');
    prose::wrap(&mut out, &entry.help.outline(lang), WIDTH, way_out, "  ");
    let (Example::Program { wrong, right } | Example::Shown { wrong, right }) = &entry.example;
    for (title, text) in
        [(Text { en: "Wrong:", zh: "错误写法：" }, wrong), (Text { en: "Right:", zh: "正确写法：" }, right)]
    {
        out.push_str(&format!("\n{}\n", title.get(lang)));
        for line in text.lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_shows_placeholders_as_they_are_stored() {
        for entry in catalogue::ALL {
            for lang in [Lang::En, Lang::Zh] {
                let page = page(entry, lang);
                for name in entry.message.placeholders(lang) {
                    assert!(!page.contains(&format!("{{{name}}}")), "{page}");
                }
            }
        }
    }
}
