//! The examples: what is concluded is what was planted, by both evaluators; and the real records give the numbers that an
//! independent computation gave.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use program::Dialect;
use tests::engine::{self, Relations};
use tests::files::Opened;
use values::Value;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for (name, clues, innocents) in [
        ("long_lease_auction", 20, 10),
        ("takeaway_licences", 20, 10),
        ("chicago_licences", 20, 10),
        ("enforcement_application", 9, 12),
    ] {
        let least = (clues, innocents);
        trials.push(Trial::test(format!("{name}::what_holds_is_what_was_planted"), move || planted(name, least)));
        trials.push(Trial::test(format!("{name}::both_evaluators_derive_the_same"), move || both(name)));
        trials.push(Trial::test(format!("{name}::every_clue_has_a_proof_that_is_one"), move || proved(name)));
    }
    trials.push(Trial::test("enforcement_application::days_follow_from_the_norms", days));
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
    opened: Opened,
    facts: PathBuf,
}

impl Story {
    /// With the records of the folder that the project names, or of another one.
    fn open(name: &str, facts: Option<&Path>) -> Result<Story, Failed> {
        let folder = root().join("examples").join(name);
        let project = std::fs::read_to_string(folder.join("syllogist.toml"))?.parse::<toml::Table>()?;
        let path = |key: &str| project[key].as_str().map(|path| folder.join(path)).ok_or(format!("no {key}"));
        let facts = facts.map_or_else(|| path("facts"), |facts| Ok(facts.to_path_buf()))?;
        let parameters = project.get("parameters").and_then(|set| set.as_table()).into_iter().flatten();
        let parameter =
            |(name, value): (&String, &toml::Value)| (name.clone(), value.as_str().unwrap_or("").to_owned());
        let dialect = Dialect { parameters: parameters.map(parameter).collect(), ..Dialect::default() };
        let opened = Opened::new(&path("program")?, &facts, &dialect, None)?;
        assert_eq!(opened.rejected, 0, "rows that are no records");
        if !opened.warnings.is_empty() {
            let told = opened.warnings.join("\n");
            return Err(format!("an example has no errors and no warnings:\n{told}").into());
        }
        Ok(Story { opened, facts })
    }

    fn relations(&self) -> Result<Relations, Failed> {
        let compiled = self.opened.compiled()?;
        let model = engine::evaluate(&compiled, &self.opened.rows);
        let model = model.map_err(|error| error.message(diagnostics::Lang::En))?;
        let mut relations = engine::relations(&model);
        relations.retain(|name, _| self.opened.program.find(name).is_some());
        Ok(relations)
    }
}

/// Relations of which `truth.csv` only lists the cases at the edges: they hold for every shop.
const SAMPLED: &[&str] = &["适用规章"];

/// `truth.csv`: a relation, up to three leading arguments, whether it has to hold, and the case planted. The relations named
/// there hold for the planted arguments and for nothing else.
fn planted(name: &str, least: (usize, usize)) -> Result<(), Failed> {
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
    if clues < least.0 || innocents < least.1 {
        return Err(format!("too little is planted: {clues} that hold, {innocents} that do not").into());
    }
    for relation in story.opened.program.relations.iter().filter(|relation| relation.clue.is_some()) {
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
    let second = engine::reference(&story.opened.program, &story.opened.rows).map_err(|halt| format!("{halt:?}"))?;
    same(&story.relations()?, &second)
}

/// The step checker finds no fault with the proof of any fact: as many of each relation as a report has clues.
fn proved(name: &str) -> Result<(), Failed> {
    let steps = Story::open(name, None)?.opened.certified(2_000)?;
    if steps > 500 { Ok(()) } else { Err(format!("{steps} steps are too few").into()) }
}

/// Ten working days from the day after service (Administrative Compulsion Law, articles 54 and 69), where 2023-09-29 to 10-06 and 2024-02-10
/// to 02-17 were days off, and 2023-10-07, 10-08 and 2024-02-18 were worked on.
const DEMANDS: &[(&str, &str)] = &[
    ("Y01", "2023-10-13"),
    ("Y02", "2023-10-13"),
    ("Y03", "2023-10-13"),
    ("Y04", "2024-02-23"),
    ("Y05", "2023-09-18"),
    ("Y09", "2024-11-18"),
    ("Y10", "2023-11-15"),
    ("Y11", "2023-11-15"),
    ("Y19", "2023-09-22"),
    ("Y19", "2023-10-13"),
];

/// Six months after service of a fine (Administrative Litigation Law, article 46), fifteen days after that of an order to demolish (Land
/// Administration Law, article 83); the last day, as it is and where it is a day off the next working day: 2023-09-16 was a Saturday,
/// 2022-12-31 to 2023-01-02 and 2024-10-01 to 10-07 were days off. Then the last day to apply, three months later (Administrative Compulsion
/// Law, article 53): 2024-06-01 was a Saturday; Y15 pays by instalments until 2024-12-31; of Y18 it is not known whether it does.
const PERIODS: &[(&str, &str, &str, &str)] = &[
    ("Y01", "2023-09-06", "2023-09-06", "2023-12-06"),
    ("Y02", "2023-09-06", "2023-09-06", "2023-12-06"),
    ("Y03", "2023-09-06", "2023-09-06", "2023-12-06"),
    ("Y04", "2024-01-03", "2024-01-03", "2024-04-03"),
    ("Y05", "2023-09-16", "2023-09-18", "2023-12-18"),
    ("Y06", "2024-03-01", "2024-03-01", "2024-06-03"),
    ("Y07", "2023-01-01", "2023-01-03", "2023-04-03"),
    ("Y08", "2024-02-29", "2024-02-29", "2024-05-29"),
    ("Y09", "2024-10-01", "2024-10-08", "2025-01-08"),
    ("Y10", "2023-09-16", "2023-09-18", "2023-12-18"),
    ("Y11", "2023-09-16", "2023-09-18", "2023-12-18"),
    ("Y12", "2024-07-08", "2024-07-08", "2024-10-08"),
    ("Y13", "2023-01-01", "2023-01-03", "2023-04-03"),
    ("Y14", "2023-01-01", "2023-01-03", "2023-04-03"),
    ("Y15", "2023-01-01", "2023-01-03", "2025-03-31"),
    ("Y16", "2023-01-01", "2023-01-03", "2023-04-03"),
    ("Y17", "2023-09-06", "2023-09-06", "2023-12-06"),
    ("Y18", "2023-09-06", "2023-09-06", ""),
    ("Y19", "2023-09-06", "2023-09-06", "2023-12-06"),
];

/// Every period of the model ends on the day that comes of counting by hand.
fn days() -> Result<(), Failed> {
    let relations = Story::open("enforcement_application", None)?.relations()?;
    let found = |name: &str| relations[name].iter().map(|tuple| leading(tuple, 3)).collect::<BTreeSet<_>>();
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    assert_eq!(found("催告届满"), DEMANDS.iter().map(|(id, day)| row(&[id, day])).collect());
    assert_eq!(found("救济届满"), PERIODS.iter().map(|(id, nominal, rolled, _)| row(&[id, nominal, rolled])).collect());
    let last = PERIODS.iter().filter(|(.., last)| !last.is_empty());
    assert_eq!(found("申请截止"), last.map(|(id, _, _, last)| row(&[id, last])).collect());
    Ok(())
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
    let second = engine::reference(&story.opened.program, &story.opened.rows).map_err(|halt| format!("{halt:?}"))?;
    same(&relations, &second)
}
