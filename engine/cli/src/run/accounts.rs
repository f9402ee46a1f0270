//! What became of every row that was read, and what was written.

use std::path::{Path, PathBuf};

use diagnostics::{Lang, Text};
use program::checked::Program;
use prose::{fill, plural};
use sources::{Records, SourceReport};

use super::profile::profile_paths;
use crate::text_file::shown_path;

/// A line for each source: `read = facts + repeats + blank + rejected`.
pub fn sources(records: &Records, program: &Program, lang: Lang) -> String {
    records.sources.iter().map(|source| line(source, program, lang)).collect()
}

fn line(source: &SourceReport, program: &Program, lang: Lang) -> String {
    let text = match source.missing {
        true => Text {
            en: "{name} -> {relation}: the file is missing and counts as empty\n",
            zh: "{name} → {relation}：文件缺失，视为空\n",
        },
        false => Text {
            en: "{name} -> {relation}: {read} read = {facts} fact{fs} + {repeats} repeat{rs} + {blank} blank + {rejected} rejected\n",
            zh: "{name} → {relation}：读取 {read} = 事实 {facts} + 重复 {repeats} + 空白 {blank} + 拒收 {rejected}\n",
        },
    };
    let numbers =
        [source.read, source.facts, source.repeats, source.blank, source.rejected].map(|count| count.to_string());
    let [read, facts, repeats, blank, rejected] = numbers.each_ref().map(String::as_str);
    let values = [
        ("name", source.name.as_str()),
        ("relation", &prose::short_name(&program.relation(source.relation).name)),
        ("read", read),
        ("fs", plural(u64::from(source.facts))),
        ("rs", plural(u64::from(source.repeats))),
        ("facts", facts),
        ("repeats", repeats),
        ("blank", blank),
        ("rejected", rejected),
    ];
    fill(text, lang, &values)
}

/// A line for the two files of the profile.
pub fn profile(file: Option<&Path>, lang: Lang) -> String {
    let Some(file) = file else { return String::new() };
    let text = Text { en: "{json}, {page}: what each rule cost\n", zh: "{json}、{page}：各规则的开销\n" };
    let [json, page] = profile_paths(file).map(|path| shown_path(&path));
    fill(text, lang, &[("json", &json), ("page", &page)])
}

/// A line for each file that was written.
pub fn written(files: &[(PathBuf, u64)], lang: Lang) -> String {
    let text = Text { en: "{file}: {rows} row{s} written\n", zh: "{file}：写入 {rows} 行\n" };
    let line = |(file, rows): &(PathBuf, u64)| {
        fill(text, lang, &[("file", &shown_path(file)), ("rows", &rows.to_string()), ("s", plural(*rows))])
    };
    files.iter().map(line).collect()
}
