//! `check --norms FILE`: what the norms of a program quote, against texts of law.

use std::collections::BTreeMap;
use std::path::Path;

use diagnostics::{Diagnostic, Files, Lang, Text, catalogue};
use norms::{Corpus, Standing};
use program::checked::Norm;
use prose::{fill, plural};

use crate::exit::{Exit, Failure};
use crate::text_file::{read_text, shown_path};

/// How versions of norms stand, by the file and byte at which they are written: a file may belong to several programs.
pub type Standings = BTreeMap<(String, u32), Standing>;

/// The corpus in a file.
pub fn corpus(path: &Path, lang: Lang) -> Result<Corpus, Failure> {
    let name = shown_path(path);
    let text = read_text(path).map_err(|error| {
        let found = Diagnostic::unplaced(&catalogue::UNREADABLE_CORPUS).arg("file", &name);
        Failure::usage(found.arg("reason", error.reason(lang)))
    })?;
    Corpus::read(&name, &text).map_err(|found| Failure::Found(Exit::Wrong, found))
}

/// Compares norms with the corpus. What is found has its places where they were written.
pub fn compare(norms: &[Norm], corpus: &Corpus, files: &Files, standings: &mut Standings) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for compared in norms::compare(norms, corpus) {
        let span = files.written(compared.version.span);
        standings.insert((files.name(span).to_owned(), span.start), compared.standing);
        found.extend(compared.found.map(|found| found.written(files)));
    }
    found
}

/// How many versions of norms agree.
pub fn summary(standings: &Standings, lang: Lang) -> String {
    let text = Text {
        en: "{versions} version{s} of norms compared: {agree} as in the corpus, {unverified} unverified, {wrong} wrong\n",
        zh: "规范比对 {versions} 个版本：{agree} 个与语料一致，{unverified} 个未核对，{wrong} 个有误\n",
    };
    let count = |standing| standings.values().filter(|known| **known == standing).count().to_string();
    let values = [
        ("versions", standings.len().to_string()),
        ("s", plural(standings.len() as u64).to_string()),
        ("agree", count(Standing::Agrees)),
        ("unverified", count(Standing::Unverified)),
        ("wrong", count(Standing::Wrong)),
    ];
    fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
