//! Runs the literate cases below `dialect/` and the programs of `docs/language.md`: each through the checks, the records' reader and both
//! evaluators.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use checker::Halt;
use diagnostics::{Diagnostic, Files, Lang};
use eval::Model;
use libtest_mimic::{Arguments, Failed, Trial};
use program::checked::Program;
use tests::certified::Certifier;
use tests::drivers::FileTables;
use tests::engine::{self, Relations, Rows};
use tests::literate::{Case, cases};
use tests::sheet;
use values::{Dictionary, Value};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (root, reference) = (folder.join("dialect"), folder.join("../docs/language.md"));
    let mut trials = Vec::new();
    for file in markdown_files(&root).into_iter().chain([reference]) {
        let shown = file.strip_prefix(&root).unwrap_or(Path::new("language")).with_extension("");
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in cases(&text) {
            let name = format!("{}::{}", shown.display(), case.name);
            trials.push(Trial::test(name, move || run(&case)));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// All `.md` files in `good` and `bad` folders below `root`, in path order.
fn markdown_files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") && folder != root {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn run(case: &Case) -> Result<(), Failed> {
    let known = ["datalog", "csv", "json", "sheet", "sql", "expect", "errors", "warnings"];
    if let Some(block) = case.blocks.iter().find(|block| !known.contains(&&block.kind[..])) {
        return Err(format!("a block of unknown kind: {}", block.kind).into());
    }
    if !case.blocks.iter().any(|block| ["expect", "errors", "warnings"].contains(&&block.kind[..])) {
        return Err("nothing is expected".into());
    }
    let text = case.block("datalog", "").ok_or("no ```datalog block")?;
    let included = case.blocks("datalog").map(|block| (block.name.clone(), block.text.clone())).collect();
    let mut checked = engine::check_with(text, &included);
    let folder = tempfile::tempdir()?;
    let program = checked.program.as_ref();
    let relations =
        program.and_then(|program| derive(case, program, &checked.files, folder.path(), &mut checked.diagnostics));
    let (errors, warnings) = checked.diagnostics.into_iter().partition(Diagnostic::is_error);
    let shown =
        |found: &Diagnostic| engine::told(&checked.files, found).replace(&format!("{}/", folder.path().display()), "");
    compare_diagnostics(Some(case.block("errors", "").unwrap_or("")), &checked.files, errors, &shown)?;
    compare_diagnostics(case.block("warnings", ""), &checked.files, warnings, &shown)?;
    compare_relations(case, relations.as_ref())?;
    checked.program.iter().try_for_each(written_tests)
}

/// The tests that the program itself holds.
fn written_tests(program: &Program) -> Result<(), Failed> {
    for test in &program.tests {
        let case = ::cases::Case::new(program, test).map_err(|found| found[0].message(Lang::En))?;
        let model = case.evaluate(&eval::Limits::default(), &eval::Unwatched);
        let model = model.map_err(|halt| format!("{}: {halt:?}", test.title))?;
        for expectation in &test.expectations {
            let verdict = ::cases::judge(&model, &case.written, expectation);
            if !verdict.holds() {
                return Err(format!("{}: {expectation:?}: {verdict:?}", test.title).into());
            }
        }
    }
    Ok(())
}

/// What both evaluators derive, if they agree that there is a model. Findings on the way join `found`. The main one is given plain rules, and
/// has more relations; the other one knows the law by itself.
fn derive(
    case: &Case,
    written: &Program,
    files: &Files,
    folder: &Path,
    found: &mut Vec<Diagnostic>,
) -> Option<Relations> {
    let program = &match law::compile(written) {
        Ok(program) => program,
        Err(errors) => {
            found.extend(errors);
            return None;
        }
    };
    let rows = match load(case, program, folder) {
        Ok((rows, warnings)) => {
            found.extend(warnings);
            rows
        }
        Err(errors) => {
            found.extend(errors);
            return None;
        }
    };
    let (main, second) = (engine::evaluate(program, &rows), engine::reference(written, &rows));
    match (main, second) {
        (Ok(model), Ok(second)) => {
            tell(&model, files);
            certify(&model, written, files, &rows);
            let main = engine::relations(&model);
            let mut shared = engine::printed(&main);
            let second = engine::printed(&second);
            shared.retain(|relation, _| second.contains_key(relation));
            assert_eq!(shared, second, "the evaluators differ");
            Some(main)
        }
        (Ok(model), Err(Halt::Refused(_))) => {
            tell(&model, files);
            certify(&model, written, files, &rows);
            Some(engine::relations(&model))
        }
        (Err(error), Err(_)) => {
            found.push(error);
            None
        }
        (Ok(_), Err(halt)) => panic!("only the reference evaluator fails: {halt:?}"),
        (Err(error), Ok(_)) => panic!("only the main evaluator fails: {}", error.message(Lang::En)),
    }
}

/// Every fact of every relation has a derivation, and what does not hold has reasons, in both languages.
fn tell(model: &Model<'_>, files: &Files) {
    let limits = proof::Limits { all: true, depth: None, answers: 200 };
    for relation in model.program.relation_ids() {
        let args = vec![None; model.program.relation(relation).columns.len()];
        let question = proof::Question { relation, args };
        let derivation = proof::explain(model, &Nowhere, &question, &limits);
        let facts = usize::try_from(model.relation(relation).facts()).unwrap();
        assert!(derivation.answers.len() >= facts.min(limits.answers), "a fact without a derivation");
        let why_not = proof::why_not(model, &question);
        for lang in [Lang::En, Lang::Zh] {
            prose::text(&derivation, model, files, lang, 80);
            prose::why_not_text(&why_not, &question, model, &Nowhere, files, lang, 80);
        }
        prose::json(&derivation, model, files);
        prose::why_not_json(&why_not, &question, model, files);
    }
}

/// The step checker finds no fault with any proof.
fn certify(model: &Model<'_>, written: &Program, files: &Files, rows: &Rows) {
    let limits = proof::Limits { all: true, depth: None, answers: 200 };
    let verdict = Certifier::new(model, written, files, rows).every_proof(model, &limits);
    verdict.unwrap_or_else(|rejected| panic!("a proof is rejected: {rejected}"));
}

/// Where records stand is no matter here.
struct Nowhere;

impl proof::Locators for Nowhere {
    fn places(&self, _relation: program::checked::RelId, _row: u32) -> Vec<proof::RecordPlace> {
        Vec::new()
    }
}

/// The records of the case's `csv`, `json`, `sheet` and `sql` blocks, put into `folder` and read by the program's `.input` directives.
fn load(case: &Case, program: &Program, folder: &Path) -> Result<(Rows, Vec<Diagnostic>), Vec<Diagnostic>> {
    for block in case.blocks("csv").chain(case.blocks("json")) {
        std::fs::write(folder.join(&block.name), &block.text).unwrap();
    }
    for block in case.blocks("sheet") {
        let name = block.name.split('.').next().unwrap_or_default();
        std::fs::write(folder.join(&block.name), sheet::workbook(name, &block.text).unwrap()).unwrap();
    }
    for block in case.blocks("sql") {
        rusqlite::Connection::open(folder.join(&block.name)).unwrap().execute_batch(&block.text).unwrap();
    }
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let options = sources::Options {
        folder,
        collect_rejects: false,
        missing_is_empty: false,
        follow_links: false,
        digests: false,
    };
    let records = sources::load(program, &options, &mut std::io::empty(), &mut FileTables, &mut dictionary)?;
    let rows = records.relations.iter().zip(&program.relations).map(|(loaded, relation)| {
        let row = |row: u32| -> Vec<Value> {
            let codes = loaded.columns.iter().map(|column| column[row as usize]);
            codes.zip(&relation.columns).map(|(code, column)| dictionary.decode(column.primitive, code)).collect()
        };
        (0..loaded.len()).map(row).collect()
    });
    Ok((rows.collect(), records.warnings))
}

/// Compares findings with the lines of a block; without a block anything goes.
fn compare_diagnostics(
    expected: Option<&str>,
    files: &Files,
    mut found: Vec<Diagnostic>,
    shown: &dyn Fn(&Diagnostic) -> String,
) -> Result<(), Failed> {
    let Some(expected) = expected else { return Ok(()) };
    found.sort_by_key(Diagnostic::order);
    let told = found.iter().map(shown).collect::<Vec<_>>().join("\n");
    let mut found = found.into_iter();
    let mut lines = expected.lines().peekable();
    while let Some(line) = lines.next() {
        let one = found.next().ok_or_else(|| format!("missing: {line}\nfound:\n{told}"))?;
        let mut parts = line.splitn(3, ' ');
        let (place, code, words) = (parts.next(), parts.next(), parts.next().unwrap_or(""));
        let message = shown(&one);
        if place != Some(&place_of(files, one.span)) || code != Some(one.code()) || !message.contains(words) {
            return Err(format!("expected: {line}\nfound:\n{told}").into());
        }
        let mut related = Vec::new();
        while let Some(place) = lines.next_if(|line| line.starts_with("  ")) {
            related.push(place.trim().to_string());
        }
        let places = one.related.iter().map(|other| place_of(files, Some(other.span))).collect::<Vec<_>>();
        if !related.is_empty() && related != places {
            return Err(format!("{line}\nexpected related places {related:?}, found {places:?}").into());
        }
    }
    match found.next() {
        Some(one) => Err(format!("not expected: {}\nfound:\n{told}", shown(&one)).into()),
        None => Ok(()),
    }
}

/// `line:column` in the main program, `name:line:column` elsewhere, `-` without a place.
fn place_of(files: &Files, span: Option<diagnostics::Span>) -> String {
    let Some(span) = span else { return "-".to_string() };
    let place = files.place(span);
    let file = if span.file.0 == 0 { String::new() } else { format!("{}:", files.name(span)) };
    format!("{file}{}:{}", place.line, place.column)
}

fn compare_relations(case: &Case, relations: Option<&Relations>) -> Result<(), Failed> {
    let printed = relations.map(engine::printed);
    for block in case.blocks("expect") {
        let name = &block.name;
        let printed = printed.as_ref().ok_or("there is no model")?;
        let rows = printed.get(name).ok_or_else(|| format!("no relation {name}"))?;
        let found = rows.iter().map(|row| line(row) + "\n").collect::<String>();
        let expected = &block.text;
        if found != *expected {
            return Err(format!("{name}: expected\n{expected}found\n{found}").into());
        }
    }
    Ok(())
}

/// Cells separated by `, `; the empty symbol as `""`, the empty tuple as `()`.
fn line(row: &[String]) -> String {
    match row {
        [] => "()".to_string(),
        cells => cells.iter().map(|cell| if cell.is_empty() { "\"\"" } else { cell }).collect::<Vec<_>>().join(", "),
    }
}
