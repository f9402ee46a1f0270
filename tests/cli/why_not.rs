//! `syllogist why` of facts that do not hold: what comes near, and what all candidates of a model lack.

use insta::assert_snapshot;

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
