//! The guide for legal engineers: its programs are parts of the rules that the other tests run, and both languages show the
//! same programs and commands.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace holds this crate").to_path_buf()
}

fn guide(lang: &str) -> String {
    std::fs::read_to_string(root().join(format!("docs/guide-for-legal-engineers.{lang}.md"))).unwrap()
}

/// The ```` ```datalog ```` blocks of a page.
fn programs(page: &str) -> Vec<&str> {
    let blocks = page.split("```datalog\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap()).collect()
}

/// The lines of a page that are commands.
fn commands(page: &str) -> Vec<&str> {
    page.lines().map(str::trim_start).filter(|line| line.starts_with("syllogist ")).collect()
}

/// The texts of the model and of all norms.
fn rules() -> Vec<String> {
    let norms = std::fs::read_dir(root().join("rules/norms")).unwrap().map(|entry| entry.unwrap().path());
    let files = norms.chain([root().join("rules/models/enforcement_application.dl")]);
    files.map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

#[test]
fn every_program_is_a_part_of_the_rules() {
    let rules = rules();
    for lang in ["zh", "en"] {
        let page = guide(lang);
        let programs = programs(&page);
        assert!(programs.len() >= 14, "{lang}: {} programs", programs.len());
        for program in programs {
            assert!(rules.iter().any(|text| text.contains(program)), "{lang}: in no rule file:\n{program}");
        }
    }
}

#[test]
fn both_languages_show_the_same() {
    let (zh, en) = (guide("zh"), guide("en"));
    assert_eq!(programs(&zh), programs(&en));
    assert_eq!(commands(&zh), commands(&en));
}
