//! Golden derivations: as text in both languages at 80 columns, and as JSON. The canonical proof of each case was worked
//! out by hand first; the comment above a case says why it is the one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use checker::certificate::{Evidence, Place, Records, WholeRelations, verify};
use diagnostics::{FileId, Files, Lang};
use eval::Model;
use program::checked::{Program, RelId};
use proof::{Limits, Locators, Question, RecordPlace, RecordUnit};
use values::{Dictionary, Value};

/// Where the records of a load stand.
struct Places<'a>(&'a sources::Records);

impl Locators for Places<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let file = |source: u32| self.0.sources[source as usize].name.clone();
        let locators = self.0.relations[relation.0 as usize].locators(row);
        locators
            .map(|place| RecordPlace { file: file(place.source), unit: RecordUnit::Row, number: place.row.into() })
            .collect()
    }
}

/// The same for whoever looks a place up.
struct Rows<'a> {
    loaded: &'a sources::Records,
    model: &'a Model<'a>,
}

impl Records for Rows<'_> {
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool {
        let loaded = &self.loaded.relations[relation.0 as usize];
        let is_there = |at: sources::Locator| {
            let (file, row) = (&self.loaded.sources[at.source as usize].name, i64::from(at.row));
            *place == Place { file, row, unit: None, table: None }
        };
        let mut rows = (0..loaded.len()).filter(|row| loaded.locators(*row).any(is_there));
        rows.any(|row| {
            let codes = loaded.columns.iter().map(|column| column[row as usize]).collect::<Vec<_>>();
            self.model.decode(relation, &codes) == tuple
        })
    }
}

struct NoIncludes;

impl program::Loader for NoIncludes {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<program::Loaded, program::LoadError> {
        Err(program::LoadError::Missing)
    }
}

fn check(text: &str) -> (Files, Program) {
    let mut files = Files::default();
    let main: FileId = files.add("m.dl", text);
    let checked = program::check(&mut files, main, &mut NoIncludes);
    (files, checked.program.expect("the programs below have no errors"))
}

/// Compares the derivations of all facts of `relation` that fit `args` with the snapshots `name_*`.
fn golden(name: &str, text: &str, records: &[(&str, &str)], relation: &str, args: Vec<Option<Value>>) {
    let (files, program) = check(text);
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in records {
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let loaded = load(&program, folder.path(), &mut dictionary);
    let rows = loaded.relations.iter();
    let rows = rows.map(|rows| eval::Records { columns: rows.columns.clone(), len: rows.len() }).collect();
    let model = eval::evaluate(&program, dictionary, rows, &eval::Limits::default(), &eval::Unwatched)
        .expect("no computation fails");
    let question = Question { relation: program.find(relation).expect("it is declared"), args };
    let limits = Limits { all: false, depth: None, answers: 10 };
    let derivation = proof::explain(&model, &Places(&loaded), &question, &limits);
    assert!(!derivation.answers.is_empty(), "nothing to explain");
    insta::assert_snapshot!(format!("{name}_en"), prose::text(&derivation, &model, &files, Lang::En, 80));
    insta::assert_snapshot!(format!("{name}_zh"), prose::text(&derivation, &model, &files, Lang::Zh, 80));
    let json = prose::json(&derivation, &model, &files);
    let relations = program.relation_ids();
    let relations = relations.map(|id| model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect());
    let relations = relations.collect::<Vec<_>>();
    let whole = WholeRelations::new(&relations, &[]);
    let evidence = Evidence { records: &Rows { loaded: &loaded, model: &model }, relations: &whole };
    verify(&json, &program, &files, evidence).unwrap_or_else(|fault| panic!("{fault}\n{json:#}"));
    insta::assert_snapshot!(format!("{name}_json"), serde_json::to_string_pretty(&json).unwrap());
}

fn load(program: &Program, folder: &Path, dictionary: &mut Dictionary) -> sources::Records {
    let options = sources::Options {
        folder,
        collect_rejects: false,
        missing_is_empty: false,
        follow_links: false,
        digests: false,
    };
    sources::load(program, &options, &mut std::io::empty(), &mut sources::NoTables, dictionary)
        .expect("the records below are right")
}

fn symbol(text: &str) -> Option<Value> {
    Some(Value::symbol(text))
}

/// Two records and a rule with its norm. The seizure of P-9 is recorded twice: both rows are named.
#[test]
fn a_join_of_records() {
    let text = r#"
.decl lease(id: symbol, property: symbol, tenant: symbol)
.input lease(filename="lease.csv", rfc4180=true, headers=true)
.decl seized(property: symbol, on: date)
.input seized(filename="seizure.csv", rfc4180=true, headers=true, columns="property:on")
.decl clue(lease: symbol, tenant: symbol)
/// A lease on seized property.
@[label = lease_on_seized_property]
@[norm = cc_725]
@[clue = B]
clue(l, t) :- lease(l, p, t), seized(p, _).
"#;
    let lease = "id,property,tenant\nL-1,P-9,张某\nL-2,P-8,李某\n";
    let seizure = "no,property,on\n1,P-9,2021-01-05\n2,P-7,2021-02-01\n3,P-9,2021-01-05\n";
    golden("join", text, &[("lease.csv", lease), ("seizure.csv", seizure)], "clue", vec![None, None]);
}

/// From a to d lead a-b-d and a-c-d in the same round; the least first premise is path(a, b). The way a-b-e-d is longer,
/// so path(a, d) is concluded before it is found.
#[test]
fn recursion_takes_the_least_premises_of_the_earliest_round() {
    let text = r#"
.decl edge(from: symbol, to: symbol)
edge("a", "c"). edge("c", "d"). edge("b", "e"). edge("e", "d"). edge("b", "d"). edge("a", "b").
.decl path(from: symbol, to: symbol)
path(x, y) :- edge(x, y).
path(x, z) :- path(x, y), edge(y, z).
"#;
    golden("recursion", text, &[], "path", vec![symbol("a"), symbol("d")]);
}

/// The same facts with the atoms the other way round: now the least edge decides, edge(b, d) before edge(c, d).
#[test]
fn the_order_of_the_text_decides() {
    let text = r#"
.decl edge(from: symbol, to: symbol)
edge("a", "b"). edge("z", "b"). edge("a", "c"). edge("c", "d"). edge("b", "d").
.decl path(from: symbol, to: symbol)
path(x, y) :- edge(x, y).
path(x, z) :- edge(y, z), path(x, y).
"#;
    golden("text_order", text, &[], "path", vec![symbol("a"), symbol("d")]);
}

/// The first rule in the text is taken although the second needs fewer premises: both give r(1) in round 1.
#[test]
fn the_first_rule_of_the_round_is_taken() {
    let text = r#"
.decl p(x: number)
p(1). p(2).
.decl r(x: number)
r(x) :- p(x), p(y), y > x.
r(1) :- p(1).
"#;
    golden("first_rule", text, &[], "r", vec![Some(Value::Number(1))]);
}

/// A negated premise: which relation was searched, and for what. A comparison, with both values.
#[test]
fn an_absence_and_a_comparison() {
    let text = r#"
.decl auction(id: symbol, property: symbol, hammer: decimal, appraisal: decimal)
auction("A-1", "P-1", 60m, 100m).
.decl possession(property: symbol, since: date)
possession("P-2", d"2019-05-01").
.decl clue(auction: symbol)
clue(a) :- auction(a, p, h, v), h / v < 0.7m, !possession(p, _), h != v.
"#;
    golden("absence", text, &[], "clue", vec![None]);
}

/// Computations in the body, in the head and nested: every step with its arguments and its result.
#[test]
fn computations() {
    let text = r#"
.decl lease(id: symbol, from: date, years: number, rent: decimal)
lease("L-1", d"2004-02-29", 19, 1000.50m).
.decl ends(id: symbol, to: date, total: decimal)
ends(i, t, r * to_decimal(y)) :- lease(i, f, y, r), t = add_years(f, y), t - f > 365 * (y - 1).
"#;
    golden("computation", text, &[], "ends", vec![None, None, None]);
}

/// Every aggregate: contributions in output order. The group of `count` is empty for case B-1.
#[test]
fn aggregates() {
    let text = r#"
.decl case(id: symbol)
case("A-1"). case("B-1").
.decl payment(case: symbol, amount: decimal, share: float)
payment("A-1", 30m, 0.5). payment("A-1", 5m, 1.0). payment("A-1", 10.5m, 1.5).
.decl counted(case: symbol, n: number)
counted(c, n) :- case(c), n = count : payment(c, _, _).
.decl summed(case: symbol, x: decimal)
summed(c, x) :- case(c), x = sum a : payment(c, a, _), x > 0.
.decl extremes(case: symbol, least: decimal, greatest: decimal)
extremes(c, l, g) :- case(c), l = min a : payment(c, a, _), g = max a : { payment(c, a, s), s >= 1.0 }.
.decl mean_share(case: symbol, x: float)
mean_share(c, x) :- case(c), x = mean s : payment(c, _, s).
"#;
    for (relation, columns) in [("counted", 2), ("summed", 2), ("extremes", 3), ("mean_share", 2)] {
        golden(&format!("aggregate_{relation}"), text, &[], relation, vec![None; columns]);
    }
}

/// The second alternative gives the fact: the derivation says which one, and has premises for its literals only.
#[test]
fn an_alternative_of_a_disjunction() {
    let text = r#"
.decl person(id: symbol, phone: symbol)
person("p", "1").
.decl company(id: symbol, phone: symbol)
company("k", "1").
.decl called(phone: symbol)
called("1").
.decl reached(id: symbol, how: symbol)
reached(i, h) :- (person(i, n), h = "person" ; company(i, n), h = "company"), called(n).
"#;
    golden("alternative", text, &[], "reached", vec![symbol("k"), None]);
}

/// A fact that two conclusions rest on is one node, named by its number the second time.
#[test]
fn a_shared_premise() {
    let text = r#"
.decl base(x: number)
base(1).
.decl lemma(x: number)
lemma(x) :- base(x).
.decl left(x: number)
left(x) :- lemma(x).
.decl right(x: number)
right(x) :- lemma(x).
.decl both(x: number)
both(x) :- left(x), right(x).
"#;
    golden("shared", text, &[], "both", vec![None]);
}

/// Facts of the text and records need no rule.
#[test]
fn leaves() {
    let text = r#"
.decl region(id: symbol)
region("H").
.input region(filename="region.csv", rfc4180=true, headers=true)
"#;
    golden("leaves", text, &[("region.csv", "id\nG\nG\n")], "region", vec![None]);
}
