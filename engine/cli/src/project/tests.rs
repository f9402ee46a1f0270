use std::fs;

use super::*;
use crate::exit::Exit;

/// A code and the text it marks.
type Mistake = (&'static str, String);

/// A project file with this text, in a folder of its own.
fn open(text: &str) -> (tempfile::TempDir, Result<Project, Vec<Mistake>>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(PROJECT_FILE), text).unwrap();
    let mut files = Files::default();
    let opened = Project::open(folder.path(), &mut files, Lang::En).map_err(|failure| match failure {
        Failure::Found(Exit::Wrong, found) => found
            .iter()
            .map(|found| (found.code(), found.span.map(|span| files.snippet(span).to_string()).unwrap_or_default()))
            .collect(),
        other => panic!("{other:?}"),
    });
    (folder, opened)
}

fn mistakes(text: &str) -> Vec<Mistake> {
    open(text).1.unwrap_err()
}

fn one(code: &'static str, place: &str) -> Vec<Mistake> {
    vec![(code, place.to_string())]
}

#[test]
fn paths_are_relative_to_the_project() {
    let (folder, project) = open("program = \"rules/m.dl\"\nfacts = \"facts\"\nshow = [\"线索\"]\nlang = \"zh\"\n");
    let project = project.unwrap();
    assert_eq!(project.program, folder.path().join("rules/m.dl"));
    assert_eq!(project.facts, folder.path().join("facts"));
    assert_eq!(project.lang, Some(Lang::Zh));
    assert_eq!(project.show.unwrap()[0].0, "线索");
}

#[test]
fn records_are_beside_the_program_unless_told_otherwise() {
    let (folder, project) = open("program = \"rules/m.dl\"\n[parameters]\n");
    let project = project.unwrap();
    assert_eq!(project.facts, folder.path().join("rules"));
    assert!(project.show.is_none() && project.lang.is_none());
}

#[test]
fn mistakes_are_marked_where_they_are() {
    assert_eq!(mistakes("program = \"m.dl\"\nfact = \"x\"\n"), one("SY0611", "fact"));
    assert_eq!(mistakes("program = \"m.dl\"\nlang = \"fr\"\n"), one("SY0612", "\"fr\""));
    assert_eq!(mistakes("program = 3\n"), one("SY0612", "3"));
    assert_eq!(mistakes("program = \"m.dl\"\nshow = \"线索\"\n"), one("SY0612", "\"线索\""));
    assert_eq!(mistakes("lang = \"zh\"\n"), one("SY0615", ""));
    assert_eq!(mistakes("program = m.dl\n")[0].0, "SY0610");
}

#[test]
fn independent_mistakes_are_reported_together() {
    let codes = mistakes("fact = \"x\"\nlang = 1\n").iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert_eq!(codes, ["SY0611", "SY0612", "SY0615"]);
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.dl");
    fs::write(&path, b".decl p()\n.decl \xd7\xe2()\n").unwrap();
    let mut files = Files::default();
    let project = Project::open(&path, &mut files, Lang::En).unwrap();
    let Err(Failure::Found(Exit::Wrong, found)) = project.read_program(&mut files, Lang::En) else { panic!("refused") };
    assert_eq!(found[0].code(), "SY0607");
    assert!(found[0].message(Lang::En).ends_with("line 2 is not UTF-8"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.dl");
    fs::write(&path, "\u{feff}.decl p()\n").unwrap();
    let mut files = Files::default();
    let main = Project::open(&path, &mut files, Lang::En).unwrap().read_program(&mut files, Lang::En).unwrap();
    assert_eq!(files.get(main).text, ".decl p()\n");
}

#[test]
fn paths_that_lead_nowhere_are_mistakes_of_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    for (path, code) in [(folder.path().join("m.dl"), "SY0605"), (folder.path().to_owned(), "SY0606")] {
        let Err(Failure::Found(Exit::Usage, found)) = Project::open(&path, &mut Files::default(), Lang::En) else {
            panic!("{path:?} opens")
        };
        assert_eq!(found[0].code(), code);
    }
}
