//! The step checker rejects proofs in which one thing is wrong: every value, name, place and number of valid proofs is changed, every entry
//! of a list and every field left out, every two neighbours exchanged, every text made a list. What survives is listed, with the reason why it is no fault.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Lang;
use program::checked::{Program, Purpose};
use proof::{Limits, Question};
use serde_json::{Value as Json, json};
use tests::certified::Certifier;
use tests::engine::{self, Rows};
use values::{Date, Decimal, Primitive, Value};

/// Mutants that need not be rejected: kind of node (or the proof), the field, what was done, and why.
const EQUIVALENT: &[(&str, &str, &str, &str)] = &[
    ("proof", "more", "changed", "whether there are other answers is not what is proved"),
    ("proof", "answers", "dropped", "a proof of fewer facts"),
    ("proof", "answers", "swapped", "the order of answers says nothing"),
    ("proof", "answers", "changed", "another node of the same proof is a fact, too"),
    ("fact", "bindings", "changed", "variables that the law adds are not those of the rule"),
    ("fact", "premises", "swapped", "each premise names its literal; only those of one literal have an order"),
    (
        "fact",
        "rule",
        "changed",
        "of rules of the law, which the legal layer multiplies, the literals say which alternative is meant",
    ),
    ("aggregate", "members", "swapped", "members are a set; and as in facts"),
    ("absence", "nothing_open", "changed", "it is always looked whether anything that fits is open"),
    ("exception", "nothing_open", "changed", "likewise"),
    ("absence", "complete", "swapped", "declarations are a set"),
    ("exception", "attempts", "changed", "explains why the exception is not met; that it is not is checked"),
    ("exception", "attempts", "dropped", "likewise"),
    ("reflexive", "links", "changed", "another pair that holds the value shows as well that it occurs"),
    ("replaced", "round", "changed", "rounds are taken as they are told"),
    ("replaced", "round", "lost", "likewise"),
    ("proof", "more", "lost", "as above"),
    ("fact", "bindings", "lost", "as above"),
    ("fact", "bindings", "retyped", "as above"),
    ("fact", "rule", "lost", "as above: which alternative is meant"),
    ("absence", "nothing_open", "lost", "as above"),
    ("exception", "nothing_open", "lost", "as above"),
    ("exception", "attempts", "lost", "as above"),
    ("exception", "attempts", "retyped", "as above"),
];

/// What a proof is made of, where the law has no part in it.
const PLAIN: &str = r#"
.decl lease(id: symbol, since: date, rent: decimal, years: number)
.input lease
.decl paid(id: symbol, amount: decimal)
.input paid
.decl struck(id: symbol)
struck("L-9"). struck("L-8").
.param least : decimal { 100m, source: "a decree" }
.decl long(id: symbol, until: date, yearly: decimal)
@[name = long_lease, norm = cc_705, clue = B]
long(i, until, 12m * r) :- lease(i, s, r, y), y > 20, until = add_years(s, y), !struck(i).
.decl sums(id: symbol, total: decimal, n: number, least: decimal, most: decimal)
sums(i, t, n, l, m) :- lease(i, _, _, _), t = sum a : paid(i, a), n = count : paid(i, _), least(l), m = max a : paid(i, a).
.decl mean_below(id: symbol)
mean_below(i) :- lease(i, _, r, _), (mean a : paid(i, a)) < r / 3, contains("L", i), i != "L-7".
.decl best(id: symbol, a: decimal)
best(i, a) :- a = max x : paid(i, x).
.decl near(a: number, b: number)
near(1, 2). near(2, 3).
.decl path(a: number, b: number)
path(a, b) :- near(a, b).
path(a, c) :- path(a, b), near(b, c).
.decl same(a: number, b: number) eqrel
same(a, b) :- near(a, b).
.decl stepped(n: number)
stepped(n) :- n = range(0, 3), n != 1.
.decl either(a: number, how: symbol)
either(a, h) :- (near(a, _), h = "from" ; near(_, a), h = "to").
.decl way(a: symbol, b: symbol, n: number)
way("A", "B", 4). way("A", "C", 1). way("C", "B", 2).
.decl shortest(a: symbol, b: symbol, n: number)
shortest(a, b, n) :- way(a, b, n).
shortest(a, c, n + m) :- shortest(a, b, n), way(b, c, m).
shortest(b, b, 0) :- touched(b), b = "nowhere".
shortest(a, b, long) <= shortest(a, b, short) :- short <= long.
.decl touched(b: symbol)
touched(b) :- shortest(_, b, 4).
.decl due(d: date)
due(deadline(p, s, 30, "days")) :- lease(_, s, _, 10).
.policy p { roll: forward }
"#;

/// What the law adds.
const LEGAL: &str = r#"
.norm Theft { law: "Criminal Law" rank: law
  version { article: "151" in_force: d"1980-01-01" .. d"1997-09-30" }
  version { article: "264" in_force: d"1997-10-01" .. } }
.norm City { law: "A City's Rules" article: "5" rank: local_regulation in_force: d"1985-01-01" .. }
.param months : number { (d"1980-01-01" .. d"1997-09-30", 60) (d"1997-10-01" .., 36) }
.decl theft(c: symbol, act: date, judged: date)
theft("C-1", d"1997-05-01", d"1998-02-01").
.decl term(c: symbol, m: number)
@[norm = Theft] @[in_force_on = t] @[lighter(t: [act, judged], by: m)]
term(c, m) :- theft(c, act, judged), months(on: t, m).
@[conflict = (c)]
.decl fine(c: symbol, amount: number)
@[name = national, norm = Theft] @[in_force_on = a]
fine(c, 100) :- theft(c, a, _).
@[name = local, norm = City]
fine(c, 300) :- theft(c, _, _).
.decl decision(d: symbol, court: symbol, day: date)
decision("D-1", "North", d"2023-01-10").
.decl application(d: symbol, court: symbol, filed: date)
.input application
.complete application by (court, filed) from "complete.csv"
.decl excused(d: symbol)
excused(d) :- decision(d, "South", _).
@[clue = B]
lapsed(d) :- decision(d, c, t), not application(d, _, _) within (court: c, filed: t .. add_months(t, 3)) unless excused(d).
.decl lapsed(d: symbol)
.finding willing(d: symbol) : symbol
.input willing
.decl agreed(d: symbol)
agreed(d) :- decision(d, _, _), willing(d, "yes", _, _, _).
"#;

#[test]
fn proofs_with_one_fault_are_rejected() {
    let plain = [
        ("lease", "L-1,2001-02-28,50.5,30"),
        ("lease", "L-2,2023-09-01,900,10"),
        ("paid", "L-1,10"),
        ("paid", "L-1,20.5"),
    ];
    let legal = [
        ("application", "D-2,North,2023-04-01"),
        ("application complete", "North,2023-01-01,2023-03-31,registrar,2024-01-05"),
        ("application complete", "North,2023-04-01,2023-05-31,registrar,2024-01-05"),
        ("willing", "D-1,yes,a clerk,2024-01-01,a letter"),
    ];
    let mut survivors = BTreeMap::new();
    let mut rejected = 0;
    for (text, records) in [(PLAIN, &plain[..]), (LEGAL, &legal[..])] {
        rejected += examine(text, records, &mut survivors);
    }
    assert!(rejected > 2_000, "only {rejected} mutants were rejected");
    let listed = |(kind, field, change): &(String, String, String)| {
        EQUIVALENT.iter().any(|known| (known.0, known.1, known.2) == (kind, field, change))
    };
    let met = |known: &&(&str, &str, &str, &str)| {
        !survivors.keys().any(|(kind, field, change)| (known.0, known.1, known.2) == (kind, field, change))
    };
    let never = EQUIVALENT.iter().filter(met).collect::<Vec<_>>();
    assert!(never.is_empty(), "listed, but rejected or never made: {never:?}");
    survivors.retain(|what, _| !listed(what));
    let told = survivors.iter().map(|(what, example)| format!("{what:?}: {example}")).collect::<Vec<_>>();
    assert!(told.is_empty(), "{} kinds of mutants survive:\n{}", told.len(), told.join("\n"));
}

/// Mutants that were not rejected, with an example of each.
type Survivors = BTreeMap<(String, String, String), String>;

fn examine(text: &str, records: &[(&str, &str)], survivors: &mut Survivors) -> usize {
    let checked = engine::check(text);
    let told = checked.diagnostics.iter().map(|found| engine::told(&checked.files, found)).collect::<Vec<_>>();
    let program = checked.program.unwrap_or_else(|| panic!("{}", told.join("\n")));
    let rows = rows(&program, records);
    let compiled = law::compile(&program).unwrap();
    let model = engine::evaluate(&compiled, &rows).unwrap();
    let certifier = Certifier::new(&model, &program, &checked.files, &rows);
    let mut rejected = 0;
    for relation in program.relation_ids() {
        let args = vec![None; program.relation(relation).columns.len()];
        let limits = Limits { all: false, depth: None, answers: 10 };
        let derivation = proof::explain(&model, &certifier, &Question { relation, args }, &limits);
        let proof = prose::json(&derivation, &model, &checked.files);
        certifier.verify(&proof).unwrap_or_else(|fault| panic!("{fault}\n{proof:#}"));
        for (path, change, mutant) in mutants(&proof) {
            match certifier.verify(&mutant) {
                Err(_) => rejected += 1,
                Ok(_) => {
                    _ = survivors.entry(described(&proof, &path, change)).or_insert_with(|| {
                        format!(
                            "{} in {}",
                            path,
                            proof.pointer(&path.split('/').take(3).collect::<Vec<_>>().join("/")).unwrap()
                        )
                    })
                }
            }
        }
    }
    rejected
}

fn rows(program: &Program, records: &[(&str, &str)]) -> Rows {
    let mut rows = vec![Vec::new(); program.relations.len()];
    for (name, cells) in records {
        let of_name = |id: &program::checked::RelId| match &program.relation(*id).purpose {
            Purpose::Declarations(of) => *name == format!("{} complete", program.relation(*of).name),
            _ => program.relation(*id).name == *name,
        };
        let relation = program.relation_ids().find(of_name).unwrap_or_else(|| panic!("no relation {name}"));
        let columns = program.relation(relation).columns.iter();
        let value = |(cell, primitive): (&str, Primitive)| match primitive {
            Primitive::Number => Value::Number(cell.parse().unwrap()),
            Primitive::Date => Value::Date(Date::parse(cell).unwrap()),
            Primitive::Decimal => Value::Decimal(Decimal::parse(cell).unwrap()),
            _ => Value::symbol(cell),
        };
        rows[relation.0 as usize]
            .push(cells.split(',').zip(columns.map(|column| column.primitive)).map(value).collect());
    }
    rows
}

/// The kind of the node that was changed, the field, and the change.
fn described(proof: &Json, path: &str, change: &str) -> (String, String, String) {
    let parts = path.split('/').skip(1).collect::<Vec<_>>();
    let (kind, field) = match &parts[..] {
        ["nodes", _, "replaced", field, ..] => ("replaced", *field),
        ["nodes", node, field, ..] => {
            let node = &proof["nodes"][node.parse::<usize>().unwrap()];
            let kind = if node["form"] == "reflexive" { "reflexive" } else { node["kind"].as_str().unwrap() };
            (kind, *field)
        }
        ["nodes", ..] => ("proof", "nodes"),
        [field, ..] => ("proof", *field),
        [] => ("proof", ""),
    };
    (kind.to_owned(), field.to_owned(), change.to_owned())
}

/// Every proof with one change, and where it is.
fn mutants(proof: &Json) -> Vec<(String, &'static str, Json)> {
    let mut made = Vec::new();
    let mut open = vec![String::new()];
    while let Some(path) = open.pop() {
        let here = proof.pointer(&path).unwrap();
        let mut put = |change, value: Json| {
            let mut mutant = proof.clone();
            *mutant.pointer_mut(&path).unwrap() = value;
            made.push((path.clone(), change, mutant));
        };
        match here {
            Json::Object(fields) => {
                for key in fields.keys() {
                    let mut mutant = proof.clone();
                    _ = mutant.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove(key);
                    made.push((format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")), "lost", mutant));
                }
                open.extend(fields.keys().map(|key| format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"))))
            }
            Json::Array(entries) => {
                for at in 0..entries.len() {
                    let mut fewer = entries.clone();
                    fewer.remove(at);
                    put("dropped", Json::Array(fewer));
                    if at > 0 && entries[at] != entries[at - 1] {
                        let mut swapped = entries.clone();
                        swapped.swap(at, at - 1);
                        put("swapped", Json::Array(swapped));
                    }
                }
                open.extend((0..entries.len()).map(|at| format!("{path}/{at}")));
            }
            Json::String(text) => {
                put("retyped", json!([text]));
                changed(text).into_iter().for_each(|text| put("changed", json!(text)));
            }
            Json::Number(number) => {
                let number = number.as_i64().unwrap();
                [number - 1, number + 1].into_iter().filter(|n| *n >= 0).for_each(|n| put("changed", json!(n)));
            }
            Json::Bool(flag) => put("changed", json!(!flag)),
            Json::Null => ["1", "2020-01-01"].into_iter().for_each(|text| put("changed", json!(text))),
        }
    }
    made
}

/// Other texts: of a day the ones beside it, of a number likewise, of an operator its opposite and its mirror.
fn changed(text: &str) -> BTreeSet<String> {
    let mut others = BTreeSet::from([format!("{text}x"), String::new()]);
    if let Ok(day) = Date::parse(text) {
        others.extend([-1, 1].map(|days| day.add_days(days).unwrap().to_string()));
    }
    if let Ok(decimal) = Decimal::parse(text) {
        others.insert(decimal.plus(Decimal::from(1u64)).unwrap().to_string());
    }
    others.extend(
        ["=", "!=", "<", "<=", ">", ">="].iter().filter(|_| text.contains(['=', '<', '>'])).map(|op| (*op).to_owned()),
    );
    others.remove(text);
    others
}

fn rejected(text: &str, relation: &str, limits: &Limits, change: impl Fn(&mut Json)) -> (String, String) {
    let checked = engine::check(text);
    let program = checked.program.unwrap();
    let rows = vec![Vec::new(); program.relations.len()];
    let model = engine::evaluate(&program, &rows).unwrap();
    let certifier = Certifier::new(&model, &program, &checked.files, &rows);
    let relation = program.find(relation).unwrap();
    let args = vec![None; program.relation(relation).columns.len()];
    let derivation = proof::explain(&model, &certifier, &Question { relation, args }, limits);
    let mut proof = prose::json(&derivation, &model, &checked.files);
    change(&mut proof);
    let fault = certifier.verify(&proof).unwrap_err();
    (fault.message(Lang::En), fault.message(Lang::Zh))
}

const ALL: Limits = Limits { all: false, depth: None, answers: 10 };

#[test]
fn a_folded_proof_is_said_to_be_one() {
    let text = ".decl a(x: number)\na(1).\n.decl b(x: number)\nb(x) :- a(x).\n.decl c(x: number)\n.output c\nc(x) :- b(x).\n\
                .decl same(a: number, b: number) eqrel\nsame(a, a + 1) :- c(a).\nsame(a + 1, a + 2) :- c(a).\n";
    let folded = Limits { depth: Some(0), ..ALL };
    let told = (
        "node 0: its premises were left out (`--depth`): a folded proof cannot be checked, ask for it without a depth"
            .to_owned(),
        "第 0 步：前提已被省略（`--depth`）：折叠的证明无法核验，请不加 `--depth` 重新取得证明".to_owned(),
    );
    assert_eq!(rejected(text, "c", &folded, |_| {}), told);
    assert_eq!(rejected(text, "same", &folded, |_| {}), told);
}

/// `way("A", "B", 4)` was erased for the shorter way over C: a proof may rest on it, but not conclude it.
#[test]
fn a_fact_that_was_replaced_is_no_answer() {
    let relation = |proof: &mut Json| {
        let nodes = proof["nodes"].as_array().unwrap();
        let replaced = nodes.iter().position(|node| node.get("replaced").is_some()).unwrap();
        proof["answers"] = json!([replaced]);
    };
    let text =
        PLAIN.lines().filter(|line| ["way", "short", "touched", ".decl way"].iter().any(|part| line.contains(part)));
    let text = text.collect::<Vec<_>>().join("\n");
    let (told, _) = rejected(&text, "touched", &ALL, relation);
    assert!(told.starts_with("the answer") && told.ends_with("is no fact"), "{told}");
}

/// Two bindings with one number: each of the two steps is right by itself.
#[test]
fn a_number_is_given_once() {
    let text = ".decl a(x: number)\na(5). a(6).\n.decl n(x: number)\nn(x) :- a(x), k = autoinc(), k >= 0.\n";
    let same = |proof: &mut Json| {
        let told = proof.to_string().replace(r#""value":"1""#, r#""value":"0""#);
        *proof = serde_json::from_str(&told.replace(r#""left":"1""#, r#""left":"0""#)).unwrap();
    };
    let (told, _) = rejected(text, "n", &ALL, same);
    assert!(told.ends_with("another binding has its number"), "{told}");
}

/// `ord` of one text is one number, of two texts two.
#[test]
fn a_text_has_one_number() {
    let text = ".decl a(x: symbol, y: symbol)\na(\"x\", \"y\").\n.decl b(x: symbol)\n.output b\nb(x) :- a(x, y), ord(x) != ord(y).\n";
    let same = |proof: &mut Json| {
        let nodes = proof["nodes"].as_array_mut().unwrap();
        let ordinals = nodes.iter_mut().filter(|node| node["op"] == "ord").collect::<Vec<_>>();
        assert_eq!(ordinals.len(), 2);
        ordinals.into_iter().for_each(|node| node["value"] = json!("7"));
    };
    let (told, _) = rejected(text, "b", &ALL, same);
    assert!(told.ends_with("elsewhere the number is another one"), "{told}");
}

/// The first alternative says nothing of `y`: a value of it in the proof would seem to have been looked at.
#[test]
fn what_the_alternative_does_not_read_is_not_bound() {
    let text = ".decl a(x: number)\na(5).\n.decl b(x: number, y: number)\nb(6, 7).\n.decl c(x: number)\n.output c\n\
                c(x) :- a(x) ; b(x, y), y > 6.\n";
    let more = |proof: &mut Json| {
        let nodes = proof["nodes"].as_array_mut().unwrap();
        let first = nodes.iter_mut().find(|node| node["rule"]["alternative"] == 0).unwrap();
        first["bindings"]["y"] = json!({"type": "number", "value": "7"});
    };
    let (told, _) = rejected(text, "c", &ALL, more);
    assert!(told.ends_with("or not in this alternative"), "{told}");
}
