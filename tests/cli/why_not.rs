//! `syllogist why` of facts that do not hold: what comes near, and what all candidates of a model lack.

use insta::assert_snapshot;

use serde_json::Value as Json;

use crate::Desk;
use crate::law::leases;

const PARAMETER: [&str; 3] = ["--param", "低价比例=0.7", "-w"];

fn missing(desk: &Desk, words: &[&str]) -> String {
    desk.run(&[&["why", "m.dl"], words, &PARAMETER].concat())
}

#[test]
fn a_list_of_work_for_each_model() {
    let desk = leases();
    assert_snapshot!("missing_zh", missing(&desk, &["--missing", "--lang", "zh"]));
    assert_snapshot!("missing_en", missing(&desk, &["--missing", "带租拍卖"]));
    let told = missing(&desk, &["--missing", "--limit", "1"]);
    assert!(told.contains("`--limit N` shows up to N groups"), "{told}");
}

#[test]
fn a_list_of_work_as_json() {
    let desk = leases();
    let told = desk.stdout(&[&["why", "m.dl", "--missing", "--format", "json"], &PARAMETER[..]].concat());
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["schema"], "syllogist/missing/1");
    let model = &told["models"][0];
    let count = |name: &str| model[name].as_u64().unwrap();
    assert_eq!(["candidates", "clues", "conditional", "undetermined", "none"].map(count), [7, 2, 2, 1, 2]);
    let groups = model["groups"].as_array().unwrap();
    let members = groups.iter().map(|group| group["count"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(members, 5, "the two clues lack nothing");
}

#[test]
fn models_that_cannot_be_asked() {
    let desk = leases();
    assert_snapshot!(missing(&desk, &["--missing", "带租拍买"]), @r#"
    exit 2
    --- stderr
      × SY0660 model `带租拍买` is not declared in this program (`带租拍卖`?)
      help: correct the name; `syllogist outline PROGRAM` lists the models;
            `--missing` alone asks about all of them
    "#);
    assert_snapshot!(crate::leases().run(&["--lang", "zh", "why", "m.dl", "--missing"]), @r#"
    exit 2
    --- stderr
      × SY0661 没有指明候选对象，无从列出各缺什么
      办法：请在模型中写明：`.model m "标题" { candidate case(id) .. }`，并给规则标
            注 `@[clue = B, model = m]`；或者只问一个事实：`syllogist why PROGRAM
            '线索("A-17", _)'`
    "#);
    let both = missing(&desk, &["线索(_, _)", "--missing"]);
    assert!(both.starts_with("exit 2") && both.contains("SY0640"), "{both}");
}

#[test]
fn the_answer_does_not_depend_on_the_threads() {
    let desk = leases();
    let told = |threads: &str| missing(&desk, &["--missing", "-j", threads, "--format", "json"]);
    assert_eq!(told("1"), told("3"));
}

#[test]
fn constants_that_never_occur_are_named_with_the_nearest() {
    let desk = crate::leases();
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(\"L-1\", \"P-11\")", "--near", "1"]), @r#"
    exit 3
    --- stdout
    long_lease("L-1", "P-11") does not hold.
    1 rule could give it; for each the first premise that fails:

    rule `long_lease#1`, m.dl:9; norm cc_725
    └ fails: lease(i, p, y, _)
        with i = "L-1", p = "P-11"
        none of the 3 facts of `lease` fits lease("L-1", "P-11", _, _)
        "P-11" never occurs in `lease.property`
        nearest:
        - lease("L-1", "P-1", 25, 100.5m): `property` is "P-1" instead of "P-11", 1
            character off
          records: lease.csv, rows 2, 5
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "lease(\"L-9\", _, _, _)", "--near", "0", "--lang", "zh"]), @r#"
    exit 3
    --- stdout
    没有事实符合 lease("L-9", _, _, _)。
    没有规则、也没有记录能给出 `lease` 的这一事实。
    `lease` 现有 3 条事实，来自 lease.csv。
      "L-9" 从未出现在 `lease.id` 中，最接近的是 "L-1"
    "#);
}

#[test]
fn what_is_missing_may_be_computed_by_rounding() {
    let program = "\
.decl paid(x: decimal, y: decimal)
paid(1m, 3m).
.decl share(a: decimal)
.decl half(x: decimal)
half(0.5m).
share(x) :- half(x).
.decl fair(x: decimal)
.output fair
fair(x) :- paid(x, y), share(round(x / y, 2, \"half_up\")).
";
    let told = Desk::with(&[("m.dl", program)]).run(&["why", "m.dl", "fair(1m)"]);
    assert!(told.starts_with("exit 3\n") && told.contains("share(0.33m)"), "{told}");
}

const SHORT: &str = "long_lease(\"L-2\", \"P-2\")";

/// Whatever the form and wherever it goes, the answer is no.
#[test]
fn every_form_may_be_written_to_a_file() {
    let desk = crate::leases();
    for format in ["text", "prose", "json", "jsonl", "html"] {
        let asked = ["why", "m.dl", SHORT, "--format", format];
        let shown = desk.run(&asked);
        assert!(shown.starts_with("exit 3\n--- stdout\n"), "{format}\n{shown}");
        let told = desk.run(&[&asked[..], &["-o", "out/answer"]].concat());
        assert_eq!(told, "exit 3\n--- stderr\nout/answer: written", "{format}");
        assert_eq!(desk.read("out/answer").trim_end(), desk.stdout(&asked).trim_end(), "{format}");
    }
}

#[test]
fn graphs_of_what_does_not_hold_are_refused() {
    let desk = crate::leases();
    assert_snapshot!(desk.run(&["why", "m.dl", SHORT, "--format", "dot", "-o", "graph.dot"]), @r#"
    exit 3
    --- stderr
      × SY0648 `--format dot` shows a derivation, and no fact fits long_lease("L-
      │ 2", "P-2")
      help: leave the option out, or ask with `--format html` or `--format json`:
            these tell why a fact does not hold
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", SHORT, "--format", "prov", "--lang", "zh"]), @r#"
    exit 3
    --- stderr
      × SY0648 `--format prov` 展示的是推导，而没有事实符合 long_lease("L-2", "P-
      │ 2")
      办法：去掉该选项，或改用 `--format html`、`--format json`：这些形式可以说明事
            实为何不成立
    "#);
    assert!(desk.run(&["why", "m.dl", SHORT, "--format", "mermaid"]).starts_with("exit 3"));
    assert!(!desk.path("graph.dot").exists());
    // Whether something is open is neither affirmed nor denied by a form that cannot say it.
    let desk = leases();
    let open = |words: &[&str]| desk.run(&[&["why", "m.dl", "线索?(\"A-3\", _)"], words, &PARAMETER].concat());
    assert!(open(&[]).starts_with("exit 0"));
    let told = open(&["--format", "dot"]);
    assert!(told.starts_with("exit 2") && told.contains("SY0648"), "{told}");
    assert!(open(&["--format", "html"]).starts_with("exit 0\n--- stdout\n<!doctype html>"));
}

#[test]
fn prose_says_it_in_a_sentence_or_at_length() {
    let desk = crate::leases();
    let asked = |level: &str| desk.stdout(&["why", "m.dl", SHORT, "--format", "prose", "--level", level]);
    assert_snapshot!(asked("sentence"), @r#"
    long_lease("L-2", "P-2") does not hold.
    - rule long_lease#1: fails at y >= 20
    "#);
    assert_eq!(asked("premises"), desk.stdout(&["why", "m.dl", SHORT]));
    let desk = leases();
    let asked = ["why", "m.dl", "线索(\"A-3\", _)", "--format", "prose", "--level", "sentence", "--lang", "zh"];
    assert_snapshot!(desk.stdout(&[&asked[..], &PARAMETER].concat()), @r#"
    线索("A-3", "L-3") 待认定：作出下列认定后方可成立。
    - 认定 恶意("A-3", _, _, _, _)：尚无人作出
    线索("A-3", "L-3") 无法判断：是否成立取决于下列待查事项。
    - 不能认定没有 实际占有("A-3", "L-3")：`占有`（区 "北区"，占有日 2022-05-01 至
      2023-05-01）未申报完整
    "#);
}

/// What the JSON says: outcome, failing premise, by how much, the nearest facts with their records, missing premises in turn.
#[test]
fn json_tells_false_from_open() {
    let desk = leases();
    let ask =
        |fact: &str, format: &str| desk.stdout(&[&["why", "m.dl", fact, "--format", format], &PARAMETER[..]].concat());
    let json = |fact: &str| serde_json::from_str::<Json>(&ask(fact, "json")).unwrap();
    let outcome = |fact: &str| json(fact)["outcome"].as_str().unwrap().to_string();
    let asked = ["线索(\"A-3\", _)", "线索(\"A-7\", _)", "线索(\"A-5\", _)"];
    assert_eq!(asked.map(outcome), ["conditional", "undetermined", "false"]);
    let line = ask("线索(\"A-4\", _)", "jsonl");
    assert_eq!(line.trim_end().lines().count(), 1);
    assert_eq!(serde_json::from_str::<Json>(&line).unwrap(), json("线索(\"A-4\", _)"));

    let desk = crate::leases();
    let json = desk.stdout(&["why", "m.dl", "long_lease(\"L-1\", \"P-11\")", "--format", "json", "--near", "1"]);
    let attempt = serde_json::from_str::<Json>(&json).unwrap()["attempts"][0].clone();
    assert_eq!(attempt["fails"]["text"], "lease(i, p, y, _)");
    let near = &attempt["missing"]["nearby"]["facts"][0];
    assert_eq!(near["differences"][0]["distance"], serde_json::json!({"measure": "characters", "value": "1"}));
    let rows = near["sources"].as_array().unwrap().iter().map(|source| source["row"].as_u64().unwrap());
    assert_eq!(rows.collect::<Vec<_>>(), [2, 5]);
}

/// The page lets nothing run but its own script, in whatever a question or a record holds.
#[test]
fn a_page_of_what_does_not_hold_stands_by_itself() {
    let desk = crate::leases();
    let hostile = "long_lease(\"</script><script>window.owned = 1</script>\", \"P-1\")";
    let page = desk.stdout(&["why", "m.dl", hostile, "--format", "html"]);
    assert_eq!(page.matches("<script").count(), 2, "data and script");
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    for outside in ["http:", "https:", "src=", "href="] {
        assert!(!page.replace("http://www.w3.org/2000/svg", "").contains(outside), "{outside}");
    }
    let data = page.split_once("id=\"proof\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: Json = serde_json::from_str(data).unwrap();
    assert_eq!(data["about"], "why-not");
    let kinds = data["nodes"].as_array().unwrap().iter().map(|node| node["k"].as_str().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), ["near", "fails", "attempt", "lacking"]);
    // Readers of a page are not to learn where it was made.
    let absolute = desk.path("m.dl").display().to_string();
    let page = desk.stdout(&["why", &absolute, hostile, "--format", "html"]);
    assert!(!page.contains(&desk.folder.path().to_string_lossy().to_string()));
}
