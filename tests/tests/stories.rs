//! The examples: what is concluded is what was planted, by both evaluators; and the real records give the numbers that an
//! independent computation gave.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use diagnostics::Files;
use libtest_mimic::{Arguments, Failed, Trial};
use program::checked::Program;
use program::{LoadError, Loaded, Loader};
use proof::{Limits, Question};
use tests::certified::Certifier;
use tests::engine::{self, Relations, Rows};
use values::{Dictionary, Value};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for name in ["long_lease_auction", "takeaway_licences", "chicago_licences"] {
        trials.push(Trial::test(format!("{name}::what_holds_is_what_was_planted"), || planted(name)));
        trials.push(Trial::test(format!("{name}::both_evaluators_derive_the_same"), || both(name)));
        trials.push(Trial::test(format!("{name}::every_clue_has_a_proof_that_is_one"), || proved(name)));
    }
    let real = root().join("../shared/data/chicago");
    let is_there = real.join("license_terms.csv").is_file();
    let trial = Trial::test("chicago_licences::real_records", move || real_records(&real));
    trials.push(trial.with_ignored_flag(!is_there));
    libtest_mimic::run(&arguments, trials).exit();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace holds this crate").to_path_buf()
}

/// An example: its program, and the records in some folder.
struct Story {
    program: Program,
    files: Files,
    rows: Rows,
    facts: PathBuf,
}

impl Story {
    /// With the records of the folder that the project names, or of another one.
    fn open(name: &str, facts: Option<&Path>) -> Result<Story, Failed> {
        let folder = root().join("examples").join(name);
        let project = std::fs::read_to_string(folder.join("syllogist.toml"))?.parse::<toml::Table>()?;
        let path = |key: &str| project[key].as_str().map(|path| folder.join(path)).ok_or(format!("no {key}"));
        let facts = facts.map_or_else(|| path("facts"), |facts| Ok(facts.to_path_buf()))?;
        let program = path("program")?;
        let mut files = Files::default();
        let main = files.add(program.display().to_string(), std::fs::read_to_string(&program)?);
        let checked = program::check(&mut files, main, &mut FileLoader { main: program });
        let told = checked.diagnostics.iter().map(|found| engine::told(&files, found)).collect::<Vec<_>>();
        if !told.is_empty() {
            return Err(format!("an example has no errors and no warnings:\n{}", told.join("\n")).into());
        }
        let program = checked.program.ok_or("no program")?;
        let rows = load(&program, &facts)?;
        Ok(Story { program, files, rows, facts })
    }

    fn relations(&self) -> Result<Relations, Failed> {
        let compiled = self.compiled()?;
        let model = engine::evaluate(&compiled, &self.rows);
        let model = model.map_err(|error| error.message(diagnostics::Lang::En))?;
        let mut relations = engine::relations(&model);
        relations.retain(|name, _| self.program.find(name).is_some());
        Ok(relations)
    }

    fn compiled(&self) -> Result<Cow<'_, Program>, Failed> {
        law::compile(&self.program).map_err(|errors| format!("{} errors of the law", errors.len()).into())
    }
}

/// Texts from files, relative to the including one.
struct FileLoader {
    main: PathBuf,
}

impl Loader for FileLoader {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let from = from.map_or(self.main.clone(), PathBuf::from);
        let file = from.parent().unwrap_or(Path::new("")).join(path);
        let text = std::fs::read_to_string(&file).map_err(|_| LoadError::Missing)?;
        Ok(Loaded { name: path.to_string(), key: file.display().to_string(), text })
    }
}

/// The records of all `.input` directives. Every row has to be a fact: the samples hold no repeats, blanks or bad rows
/// unless a directive skips blanks.
fn load(program: &Program, facts: &Path) -> Result<Rows, Failed> {
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let options = sources::Options { folder: facts, collect_rejects: false, missing_is_empty: false };
    let records = sources::load(program, &options, &mut std::io::empty(), &mut dictionary);
    let records = records.map_err(|errors| format!("{} bad records", errors.len()))?;
    for source in &records.sources {
        assert_eq!(source.read, source.facts + source.repeats + source.blank + source.rejected, "{}", source.name);
        assert_eq!(source.rejected, 0, "{}", source.name);
    }
    let rows = records.relations.iter().zip(&program.relations).map(|(loaded, relation)| {
        let row = |row: u32| -> Vec<Value> {
            let codes = loaded.columns.iter().map(|column| column[row as usize]);
            codes.zip(&relation.columns).map(|(code, column)| dictionary.decode(column.primitive, code)).collect()
        };
        (0..loaded.len()).map(row).collect()
    });
    Ok(rows.collect())
}

/// Relations of which `truth.csv` only lists the cases at the edges: they hold for every shop.
const SAMPLED: &[&str] = &["适用规章"];

/// `truth.csv`: a relation, up to three leading arguments, whether it has to hold, and the case planted. The relations named
/// there hold for the planted arguments and for nothing else.
fn planted(name: &str) -> Result<(), Failed> {
    let story = Story::open(name, None)?;
    let relations = story.relations()?;
    let mut expected: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    let (mut clues, mut innocents) = (0, 0);
    for record in csv::Reader::from_path(story.facts.join("truth.csv"))?.records() {
        let record = record?;
        let (relation, case) = (&record[0], &record[5]);
        let tuples = relations.get(relation).ok_or_else(|| format!("no relation {relation}"))?;
        let args =
            (1..=3).map(|column| record[column].to_string()).take_while(|arg| !arg.is_empty()).collect::<Vec<_>>();
        let holds = tuples.iter().any(|tuple| leading(tuple, args.len()) == args);
        let must = match &record[4] {
            "是" | "yes" => true,
            "否" | "no" => false,
            other => return Err(format!("{other} is no expectation").into()),
        };
        if holds != must {
            return Err(format!(
                "{relation}({}) {}: {case}",
                args.join(", "),
                if must { "is missing" } else { "holds" }
            )
            .into());
        }
        let planted = expected.entry(relation.to_string()).or_default();
        if must {
            clues += 1;
            planted.insert(args);
        } else {
            innocents += 1;
        }
    }
    for (relation, planted) in expected.iter().filter(|(relation, _)| !SAMPLED.contains(&&relation[..])) {
        let width = planted.first().map_or(0, Vec::len);
        assert!(planted.iter().all(|args| args.len() == width), "{relation} is planted with differing arguments");
        let found = relations[relation].iter().map(|tuple| leading(tuple, width)).collect::<BTreeSet<_>>();
        let more = found.difference(planted).take(5).collect::<Vec<_>>();
        if !more.is_empty() {
            return Err(format!("{relation} holds for more than was planted: {more:?}").into());
        }
    }
    if clues < 20 || innocents < 10 {
        return Err(format!("too little is planted: {clues} that hold, {innocents} that do not").into());
    }
    for relation in story.program.relations.iter().filter(|relation| relation.clue.is_some()) {
        assert!(expected.contains_key(&relation.name), "the clue {} is planted nowhere", relation.name);
    }
    Ok(())
}

/// The first `count` arguments as printed.
fn leading(tuple: &[Value], count: usize) -> Vec<String> {
    tuple.iter().take(count).map(Value::to_string).collect()
}

fn both(name: &str) -> Result<(), Failed> {
    let story = Story::open(name, None)?;
    let second = engine::reference(&story.program, &story.rows).map_err(|halt| format!("{halt:?}"))?;
    same(&story.relations()?, &second)
}

/// The step checker finds no fault with the proof of any clue.
fn proved(name: &str) -> Result<(), Failed> {
    let story = Story::open(name, None)?;
    let compiled = story.compiled()?;
    let model = engine::evaluate(&compiled, &story.rows);
    let model = model.map_err(|error| error.message(diagnostics::Lang::En))?;
    let certifier = Certifier::new(&model, &story.program, &story.files, &story.rows);
    let limits = Limits { all: false, depth: None, answers: 2_000 };
    let clues = story.program.relation_ids().filter(|id| story.program.relation(*id).clue.is_some());
    let mut steps = 0;
    for relation in clues {
        let args = vec![None; story.program.relation(relation).columns.len()];
        let derivation = proof::explain(&model, &certifier, &Question { relation, args }, &limits);
        steps += certifier.checked(&model, &derivation)?.steps;
    }
    if steps > 0 { Ok(()) } else { Err("no clue has a proof".into()) }
}

fn same(main: &Relations, second: &Relations) -> Result<(), Failed> {
    for (name, tuples) in main {
        if *tuples != second[name] {
            let differing = tuples.symmetric_difference(&second[name]).take(5).collect::<Vec<_>>();
            return Err(format!("the evaluators differ in {name}: {differing:?}").into());
        }
    }
    Ok(())
}

/// The numbers of the example's README, which a script of its own computed from the same tables.
fn real_records(folder: &Path) -> Result<(), Failed> {
    let story = Story::open("chicago_licences", Some(folder))?;
    let relations = story.relations()?;
    for (relation, count) in
        [("inspection", 27_600), ("term", 17_430), ("uncovered", 201), ("no_row", 105), ("lapsed", 73)]
    {
        assert_eq!(relations[relation].len(), count, "{relation}");
    }
    let second = engine::reference(&story.program, &story.rows).map_err(|halt| format!("{halt:?}"))?;
    same(&relations, &second)
}
