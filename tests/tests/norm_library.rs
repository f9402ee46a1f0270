//! The norm library: every norm that a model cites is there, and what norms quote stands in the corpus.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diagnostics::Lang;
use libtest_mimic::{Arguments, Failed, Trial};
use norms::{Corpus, Standing};
use program::checked::Norm;
use tests::engine;

/// Norms of which some version was compared with nothing, with the number of such versions. A norm that is added here rests on a secondary source or
/// on none; see its doc comment.
const UNVERIFIED: &[(&str, usize)] = &[
    ("小餐饮地方性法规", 1),
    ("总局令123号", 1),
    ("总局令123号_13", 1),
    ("总局令123号_15", 1),
    ("总局令123号_35", 1),
    ("总局令123号_44", 1),
    ("总局令36号", 1),
    ("总局令36号_10", 1),
    ("总局令78号", 1),
    ("执行异议之诉解释_20", 1),
    ("检察公益诉讼解释_13", 1),
    ("检察公益诉讼解释_21", 1),
    ("民事诉讼法_加倍利息", 1),
    ("民事诉讼法_执行异议", 1),
    ("民事诉讼法_执行监督", 1),
    ("民事诉讼法_案外人异议", 1),
    ("民事诉讼法_终结执行", 1),
    ("民事诉讼法_终结裁定效力", 1),
    ("皖高法_2013_254", 1),
    ("终本规定_1", 1),
    ("终结执行异议期限批复", 1),
    ("网络餐饮_公示", 2),
    ("行诉旧解释_88", 1),
    ("醉驾意见_10", 1),
    ("醉驾意见_12", 1),
];

fn main() {
    let corpus = root().join("../shared/data/norms/articles.jsonl");
    let is_there = corpus.is_file();
    let trials = vec![
        Trial::test("every_norm_that_a_model_cites_is_there", cited),
        Trial::test("unverified_norms_are_known", unverified),
        Trial::test("quotations_stand_in_the_corpus", move || compared(&corpus)).with_ignored_flag(!is_there),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace holds this crate").to_path_buf()
}

/// The texts of the rule files of a folder, by name.
fn texts(folder: &str) -> Vec<(String, String)> {
    let files = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut texts = files
        .map(|file| (file.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&file).unwrap()))
        .collect::<Vec<_>>();
    texts.sort();
    texts
}

/// All norms of the library, each once.
fn library() -> Result<Vec<Norm>, Failed> {
    let texts = texts("rules/norms");
    let main = texts.iter().map(|(name, _)| format!(".include \"{name}\"\n")).collect::<String>();
    let checked = engine::check_with(&main, &texts.into_iter().collect());
    let told = checked.diagnostics.iter().map(|found| engine::told(&checked.files, found)).collect::<Vec<_>>();
    match (checked.program, told.is_empty()) {
        (Some(program), true) => Ok(program.norms),
        _ => Err(told.join("\n").into()),
    }
}

fn cited() -> Result<(), Failed> {
    let known = library()?.into_iter().map(|norm| norm.name).collect::<BTreeSet<_>>();
    for (file, text) in texts("rules/models") {
        for name in text.lines().filter(|line| line.starts_with("@[")).flat_map(|line| line.split("norm = ").skip(1)) {
            let name = name.split([',', ']']).next().unwrap().trim();
            if !known.contains(name) {
                return Err(format!("{file} cites {name}, which no file of rules/norms declares").into());
            }
        }
    }
    Ok(())
}

fn unverified() -> Result<(), Failed> {
    let norms = library()?;
    let open = |norm: &Norm| norm.versions.iter().filter(|version| version.checked.is_none()).count();
    let mut found = norms.iter().map(|norm| (norm.name.as_str(), open(norm))).collect::<Vec<_>>();
    found.retain(|(_, open)| *open > 0);
    found.sort_unstable();
    assert_eq!(found, UNVERIFIED);
    Ok(())
}

/// Nothing is wrong, nothing is left to say, and what is not as in the corpus is what is known to be unverified.
fn compared(corpus: &Path) -> Result<(), Failed> {
    let corpus = Corpus::read("articles.jsonl", &std::fs::read_to_string(corpus)?);
    let corpus = corpus.map_err(|found| found[0].message(Lang::En))?;
    let norms = library()?;
    let compared = norms::compare(&norms, &corpus);
    for one in &compared {
        if let Some(found) = &one.found {
            let (law, article) = (&one.version.law, &one.version.article);
            return Err(format!("{law} {article}: {}", found.message(Lang::En)).into());
        }
    }
    let agreeing = compared.iter().filter(|one| one.standing == Standing::Agrees).count();
    assert_eq!(compared.len() - agreeing, UNVERIFIED.iter().map(|(_, versions)| versions).sum::<usize>());
    assert!(agreeing >= 150, "{agreeing}");
    Ok(())
}
