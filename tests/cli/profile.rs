//! `run --profile FILE`.

use insta::assert_snapshot;
use serde_json::{Value as Json, json};

use crate::Desk;

const GRAPH: &str = r#".decl edge(a: symbol, b: symbol)
edge("a", "b"). edge("b", "c"). edge("c", "d").
.decl path(a: symbol, b: symbol)
.output path
/// Every edge is a path.
@[norm = graph_1]
@[norm = graph_2]
path(x, y) :- edge(x, y).
path(x, z) :-
    path(x, y),
    edge(y, z).
.decl linked(a: symbol, b: symbol)
.output linked
@[name = "either way"]
linked(x, y) :- edge(x, y) ; edge(y, x).
"#;

const SCHEMA: &str = include_str!("../../docs/profile-1.schema.json");

fn profile(desk: &Desk, args: &[&str]) -> Json {
    let told = desk.run(&[&["run", "g.dl", "--profile", "p.json"], args].concat());
    assert!(told.starts_with("exit 0"), "{told}");
    serde_json::from_str(&desk.read("p.json")).unwrap()
}

/// The fields of an object, in this order.
fn fields(object: &Json, names: &[&str]) -> Json {
    names.iter().map(|name| object[*name].clone()).collect::<Vec<_>>().into()
}

#[test]
fn the_numbers_of_a_small_program() {
    let profile = profile(&Desk::with(&[("g.dl", GRAPH)]), &[]);
    assert_eq!(fields(&profile, &["schema", "program"]), json!(["syllogist/profile/1", "g.dl"]));
    // Three edges; the paths ab bc cd, ac bd, ad; the edges both ways.
    assert_eq!(fields(&profile["totals"], &["facts", "derived", "rows_out"]), json!([15, 12, 12]));
    let relations = profile["relations"].as_array().unwrap();
    let counted = relations.iter().map(|relation| fields(relation, &["name", "facts", "segments"]));
    // A segment for each rule and round that gave something.
    assert_eq!(Json::from(counted.collect::<Vec<_>>()), json!([["edge", 3, 1], ["path", 6, 3], ["linked", 6, 2]]));
    for relation in relations {
        let number = |name: &str| relation[name].as_u64().unwrap();
        let (segments, bytes) = (number("segments"), number("segment_table_bytes"));
        assert!(bytes > 0 && bytes <= 16 * segments, "{relation}");
        let parts = ["columns_bytes", "membership_bytes", "indexes_bytes", "segment_table_bytes"].map(number);
        assert!(parts[0] >= number("facts") * 2 * 4, "{relation}");
        let percent = 100.0 * bytes as f64 / parts.iter().sum::<u64>() as f64;
        assert!((relation["segment_table_percent"].as_f64().unwrap() - percent).abs() < 0.001, "{relation}");
    }
    let strata = profile["strata"].as_array().unwrap();
    let rounds =
        |name: &str| strata.iter().find(|stratum| stratum["relations"] == json!([name])).unwrap()["rounds"].clone();
    // Paths of one, two and three edges, and a round in which nothing is new.
    assert_eq!([rounds("edge"), rounds("path"), rounds("linked")], [json!(1), json!(4), json!(1)]);
    let names = ["rule", "line", "head", "alternative", "alternatives", "rounds", "derived", "rows_out"];
    let clauses = profile["clauses"].as_array().unwrap();
    let costs = clauses.iter().map(|clause| fields(clause, &names)).collect::<Vec<_>>();
    let expected = json!([
        ["path#1", 8, "path", 0, 1, 1, 3, 3],
        ["path#2", 9, "path", 0, 1, 4, 3, 3],
        ["either way", 15, "linked", 0, 2, 1, 3, 3],
        ["either way", 15, "linked", 1, 2, 1, 3, 3],
    ]);
    assert_eq!(Json::from(costs), expected);
    let texts = fields(&clauses[0], &["file", "text", "doc", "norms", "derived_per_row_out"]);
    assert_eq!(
        texts,
        json!(["g.dl", "path(x, y) :- edge(x, y).", "Every edge is a path.", ["graph_1", "graph_2"], 1.0])
    );
    assert_eq!(clauses[1]["text"], "path(x, z) :-\n    path(x, y),\n    edge(y, z).");
    let shares = clauses.iter().map(|clause| clause["share"].as_f64().unwrap()).sum::<f64>();
    assert!((shares - 1.0).abs() < 0.01, "{shares}");
}

/// Whatever depends on the machine and the moment.
const MOMENT: [&str; 7] =
    ["loading_seconds", "evaluation_seconds", "writing_seconds", "threads", "memory_peak_bytes", "seconds", "share"];

fn redacted(value: &Json) -> Json {
    match value {
        Json::Object(object) => {
            let kept = object.iter().filter(|(name, _)| !MOMENT.contains(&name.as_str()));
            Json::Object(kept.map(|(name, value)| (name.clone(), redacted(value))).collect())
        }
        Json::Array(items) => items.iter().map(redacted).collect::<Vec<_>>().into(),
        other => other.clone(),
    }
}

#[test]
fn all_but_the_moment_is_the_same_in_every_run() {
    let desk = Desk::with(&[("g.dl", GRAPH)]);
    let one = profile(&desk, &["-j", "1"]);
    assert_eq!(one["totals"]["threads"], 1);
    assert!(one["totals"]["memory_peak_bytes"].as_u64().unwrap() > 100_000);
    let two = profile(&desk, &["-j", "2"]);
    assert_eq!(two["totals"]["threads"], 2);
    assert_eq!(redacted(&one), redacted(&two));
}

/// What does not fit the schema, by the few keywords it uses; a field that the schema does not name is a mistake too.
fn mistakes(value: &Json, schema: &Json, root: &Json, path: &str) -> Vec<String> {
    if let Some(name) = schema.get("$ref") {
        let name = name.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
        return mistakes(value, &root["$defs"][name], root, path);
    }
    let mut found = Vec::new();
    let types = match &schema["type"] {
        Json::Array(types) => types.iter().map(|name| name.as_str().unwrap()).collect(),
        name => name.as_str().into_iter().collect::<Vec<_>>(),
    };
    let is = |name: &&str| match *name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    if !types.is_empty() && !types.iter().any(is) || schema.get("const").is_some_and(|asked| asked != value) {
        found.push(format!("{path}: {value}"));
    }
    for name in schema["required"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap()) {
        if value.get(name).is_none() {
            found.push(format!("{path}/{name} is missing"));
        }
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(part) => found.extend(mistakes(inner, part, root, &format!("{path}/{name}"))),
            None => found.push(format!("{path}/{name} is not in the schema")),
        }
    }
    for (number, inner) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(mistakes(inner, &schema["items"], root, &format!("{path}/{number}")));
    }
    found
}

#[test]
fn it_is_written_as_published() {
    let schema = serde_json::from_str::<Json>(SCHEMA).unwrap();
    let mut profile = profile(&Desk::with(&[("g.dl", GRAPH)]), &[]);
    assert_eq!(mistakes(&profile, &schema, &schema, ""), Vec::<String>::new());
    profile["clauses"][0]["line"] = json!("eight");
    profile["totals"].as_object_mut().unwrap().remove("facts");
    profile["more"] = json!(1);
    assert_eq!(mistakes(&profile, &schema, &schema, "").len(), 3);
}

/// The orders of a clause: which literal read the rows of the round before, and all in the order taken.
fn orders(desk: &Desk, clause: usize) -> Vec<(Json, Vec<Json>)> {
    let profile = profile(desk, &[]);
    let orders = profile["clauses"][clause]["orders"].as_array().unwrap();
    let order = |order: &Json| (order["delta"].clone(), order["literals"].as_array().unwrap().clone());
    orders.iter().map(order).filter(|(delta, _)| !delta.is_null()).collect()
}

#[test]
fn a_plan_gives_the_order_of_its_version() {
    let short = Desk::with(&[("g.dl", GRAPH)]);
    // Two paths ahead of three edges, so the paths come first unless the author wants it otherwise.
    assert_eq!(orders(&short, 1), [(json!(0), vec![json!("path(x, y)"), json!("edge(y, z)")])]);
    let planned = GRAPH.replace("edge(y, z).\n", "edge(y, z).\n.plan 0:(2, 1)\n");
    let planned = Desk::with(&[("g.dl", &planned)]);
    assert_eq!(orders(&planned, 1), [(json!(1), vec![json!("edge(y, z)"), json!("path(x, y)")])]);
    let told = |desk: &Desk| desk.run(&["run", "g.dl"]);
    assert_eq!(told(&short), told(&planned));
}

#[test]
fn versions_without_a_plan_are_ordered_by_size() {
    let both = |plan: &str| {
        let rule = format!("path(x, y), edge(y, _),\n    path(y, z), x != z.\n{plan}");
        let text = GRAPH.replace("path(x, y),\n    edge(y, z).\n", &rule);
        Desk::with(&[("g.dl", &text)])
    };
    let [first, edge, second] = ["path(x, y)", "edge(y, _)", "path(y, z)"].map(Json::from);
    let differs = json!("x != z");
    let free = orders(&both(""), 1);
    let planned = orders(&both(".plan 1:(3, 1, 2)\n"), 1);
    let version = |delta: &Json, orders: &[(Json, Vec<Json>)]| {
        let reads = |order: &&(Json, Vec<Json>)| order.0.as_u64().is_some_and(|at| order.1[at as usize] == *delta);
        orders.iter().find(reads).unwrap().1.clone()
    };
    assert_eq!(version(&first, &free), version(&first, &planned));
    assert_eq!(version(&second, &planned), [second, first, differs, edge]);
}

#[test]
fn two_files_are_written_and_named() {
    let desk = Desk::with(&[("g.dl", GRAPH)]);
    let told = desk.run(&["run", "g.dl", "--rows", "0", "--profile", "costs/graph.html"]);
    assert_snapshot!(told, @r#"
    exit 0
    --- stdout
    path: 6 facts, none shown (--rows N shows N)

    linked: 6 facts, none shown (--rows N shows N)
    --- stderr
    costs/graph.json, costs/graph.html: what each rule cost
    "#);
    assert_eq!(desk.files(), ["costs/graph.html", "costs/graph.json", "g.dl"]);
    assert!(desk.read("costs/graph.html").starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    let told = desk.run(&["run", "g.dl", "--rows", "0", "--profile", "图", "--lang", "zh"]);
    assert!(told.contains("\n图.json、图.html：各规则的开销"), "{told}");
    assert!(desk.read("图.html").starts_with("<!DOCTYPE html>\n<html lang=\"zh\">"));
}

#[test]
fn it_never_replaces_what_was_read_or_written() {
    let reads = ".decl p(x: symbol)\n.input p(filename=\"p.json\")\n.output p\n";
    let desk = Desk::with(&[("p.dl", reads), ("p.json", "a\n"), ("g.dl", GRAPH)]);
    assert_snapshot!(desk.run(&["run", "p.dl", "--profile", "p"]), @r#"
    exit 1
    --- stderr
      × SY0443 `p.json` is read by this run and would be replaced by its result
      help: write the result elsewhere: another folder with `-D`, another
            `filename`, or another file with `--rejects`

    1 error; `syllogist explain SY0443` says more
    "#);
    assert_eq!(desk.read("p.json"), "a\n");
    let clash = GRAPH.replace(".output linked", ".output linked(filename=\"q.html\")");
    desk.write("g.dl", clash.as_bytes());
    assert_snapshot!(desk.run(&["run", "g.dl", "-D", ".", "--profile", "q"]), @r#"
    exit 1
    --- stderr
      × SY0441 `q.html` is written twice in one run
      help: give each `.output` its own `filename`

    1 error; `syllogist explain SY0441` says more
    "#);
    assert_eq!(desk.files(), ["g.dl", "p.dl", "p.json"]);
}

#[test]
fn a_run_that_fails_writes_no_profile() {
    let desk = Desk::with(&[("g.dl", ".decl p(x: number)\n.output p\np(1 / x) :- x = range(0, 3).\n")]);
    let told = desk.run(&["run", "g.dl", "--profile", "p"]);
    assert!(told.starts_with("exit 1"), "{told}");
    assert_eq!(desk.files(), ["g.dl"]);
}
