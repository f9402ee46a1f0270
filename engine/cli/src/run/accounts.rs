//! What became of every row that was read, and what was written.

use std::path::Path;

use diagnostics::{Lang, Text};
use ledger::Digest;
use program::checked::Program;
use prose::{fill, plural};
use sources::{Records, SourceReport};

use super::profile::profile_paths;
use crate::text_file::shown_path;

/// Files of one pattern that have a line each; of more of them one line tells the sums.
const FILES: usize = 10;

/// A line for each source: `read = facts + repeats + blank + rejected`.
pub fn sources(records: &Records, program: &Program, lang: Lang) -> String {
    let of_directive = |a: &SourceReport, b: &SourceReport| a.input == b.input;
    let told = |reports: &[SourceReport]| match reports.len() > FILES {
        true => line(&sum(reports, program), Some(reports.len()), program, lang),
        false => reports.iter().map(|source| line(source, None, program, lang)).collect(),
    };
    records.sources.chunk_by(of_directive).map(told).collect()
}

/// The account of all files of a pattern, under its name.
fn sum(reports: &[SourceReport], program: &Program) -> SourceReport {
    let mut sum = reports[0].clone();
    sum.name = program.inputs[sum.input as usize].source.name().to_owned();
    for report in &reports[1..] {
        sum.read = sum.read.saturating_add(report.read);
        sum.facts = sum.facts.saturating_add(report.facts);
        sum.repeats = sum.repeats.saturating_add(report.repeats);
        sum.blank = sum.blank.saturating_add(report.blank);
        sum.rejected = sum.rejected.saturating_add(report.rejected);
    }
    sum
}

fn line(source: &SourceReport, files: Option<usize>, program: &Program, lang: Lang) -> String {
    let counted = Text { en: "{name} ({files} files)", zh: "{name}（{files} 个文件）" };
    let name = match files {
        None => prose::safe(&source.name),
        Some(files) => fill(counted, lang, &[("name", &prose::safe(&source.name)), ("files", &files.to_string())]),
    };
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
        ("name", name.as_str()),
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

/// Where the run was sealed, and the digest that is to be kept elsewhere.
pub fn sealed(folder: Option<&Path>, root: Option<&Digest>, lang: Lang) -> String {
    let (Some(folder), Some(root)) = (folder, root) else { return String::new() };
    let text = Text {
        en: "{folder}: sealed; write the digest of the run down elsewhere:\n  {root}\n",
        zh: "{folder}：已封存；请将运行的摘要另行记下：\n  {root}\n",
    };
    fill(text, lang, &[("folder", &shown_path(folder)), ("root", root.hex())])
}

/// A line for each file and table that was written.
pub fn written(files: &[(String, u64)], lang: Lang) -> String {
    let text = Text { en: "{file}: {rows} row{s} written\n", zh: "{file}：写入 {rows} 行\n" };
    let line = |(file, rows): &(String, u64)| {
        fill(text, lang, &[("file", file), ("rows", &rows.to_string()), ("s", plural(*rows))])
    };
    files.iter().map(line).collect()
}
