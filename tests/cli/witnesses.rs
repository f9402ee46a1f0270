//! `syllogist why --witnesses`, `--shortest` and `--all`.

use insta::assert_snapshot;

use crate::{Desk, leases};

/// Two leases on one property, either of which is enough; a group beside, and an absence.
fn two_ways() -> Desk {
    let program = "\
.decl lease(id: symbol, property: symbol, years: number)
.input lease(filename=\"lease.csv\", rfc4180=true, headers=true)
.decl seized(property: symbol)
seized(\"P-1\").
.decl released(property: symbol)
released(\"P-9\").
.decl burdened(property: symbol, leases: number)
.output burdened
/// A seized property with a long lease, and how many leases there are.
burdened(p, n) :- seized(p), lease(_, p, y), y >= 20, !released(p), n = count : lease(_, p, _).
";
    Desk::with(&[
        ("m.dl", program),
        ("lease.csv", "id,property,years\nL-1,P-1,25\nL-2,P-1,30\nL-3,P-1,2\nL-1,P-1,25\n"),
    ])
}

#[test]
fn each_set_is_enough_and_what_is_in_every_one_is_named() {
    let desk = two_ways();
    assert_snapshot!(desk.run(&["why", "m.dl", "burdened(\"P-1\", _)", "--witnesses"]), @r#"
    exit 0
    --- stdout
    burdened("P-1", 3) is carried by 2 sets of records; each is enough, and none of
      a set's records can be left out of it

    set 1: 1 record, 1 fact of the rules
    ├ lease("L-1", "P-1", 25)
    │   records: lease.csv, rows 2, 5
    ├ seized("P-1")
    │   stated in the rules: m.dl:4
    ├ absent: released("P-1"), as rule `burdened#1` asks
    └ counted up: count = 3 for p = "P-1", 3 contributions from 3 records, in rule
        `burdened#1`
        lease("L-1", "P-1", 25)
          records: lease.csv, rows 2, 5
        lease("L-2", "P-1", 30)
          record: lease.csv, row 3
        lease("L-3", "P-1", 2)
          record: lease.csv, row 4

    set 2: 1 record, 1 fact of the rules
    ├ lease("L-2", "P-1", 30)
    │   record: lease.csv, row 3
    ├ seized("P-1")
    │   stated in the rules: m.dl:4
    ├ absent: released("P-1"), as rule `burdened#1` asks
    └ counted up: count = 3 for p = "P-1", 3 contributions from 3 records, in rule
        `burdened#1`
        lease("L-1", "P-1", 25)
          records: lease.csv, rows 2, 5
        lease("L-2", "P-1", 30)
          record: lease.csv, row 3
        lease("L-3", "P-1", 2)
          record: lease.csv, row 4

    in every one, so that there is no derivation without:
    └ seized("P-1")
        stated in the rules: m.dl:4
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "why", "m.dl", "burdened(\"P-1\", _)", "--witnesses", "--limit", "1"]), @r#"
    exit 0
    --- stdout
    支撑 burdened("P-1", 3) 的记录不止以下 1 组（`--limit N`），任一组即足够，组内缺
      一不可

    第 1 组：1 条记录，规则文本中的 1 条事实
    ├ lease("L-1", "P-1", 25)
    │   记录：lease.csv 第 2、5 行
    ├ seized("P-1")
    │   规则文本载明：m.dl:4
    ├ 须不存在：released("P-1")（规则 `burdened#1` 的要求）
    └ 合计：count = 3，分组 p = "P-1"，共 3 项，来自 3 条记录（规则 `burdened#1`）
        lease("L-1", "P-1", 25)
          记录：lease.csv 第 2、5 行
        lease("L-2", "P-1", 30)
          记录：lease.csv 第 3 行
        lease("L-3", "P-1", 2)
          记录：lease.csv 第 4 行

    每组都有，缺之即无从推导的：
    └ seized("P-1")
        规则文本载明：m.dl:4
    "#);
}

#[test]
fn a_fact_that_does_not_hold_is_carried_by_nothing() {
    let told = leases().run(&["why", "m.dl", "long_lease(\"L-2\", \"P-2\")", "--witnesses"]);
    assert!(told.starts_with("exit 3\n") && told.contains("fails: y >= 20"), "{told}");
}

#[test]
fn json_has_its_schema() {
    let told = two_ways().stdout(&["why", "m.dl", "burdened(_, _)", "--witnesses", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    let schema = include_str!("../../docs/witnesses-1.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    assert_eq!(json["schema"], schema["properties"]["schema"]["const"]);
    let fact = &json["facts"][0];
    assert_eq!(fact["sets"][0]["bases"], serde_json::json!([0, 2]));
    assert_eq!(fact["sets"][1]["bases"], serde_json::json!([1, 2]));
    assert_eq!(fact["in_every"], serde_json::json!([2]));
    assert_eq!(fact["sets"][0]["groups"][0]["members"], 3);
    for (one, parts) in
        [(&json, &schema), (fact, &schema["$defs"]["fact"]), (&fact["bases"][0], &schema["$defs"]["base"])]
    {
        let required = parts["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        assert_eq!(
            required.collect::<std::collections::BTreeSet<_>>(),
            one.as_object().unwrap().keys().map(String::as_str).collect()
        );
    }
}

/// The canonical derivation is by the first rule, over three steps; the shortest is by the second, over one. Derivation 3 differs at a lemma alone.
#[test]
fn every_derivation_also_of_lemmas_and_the_shortest() {
    let program = ".decl e(x: number)\ne(1). e(2).\n.decl a(x: number)\na(1) :- e(1).\na(1) :- e(2).\n\
                   .decl b(x: number)\nb(x) :- a(x).\n.decl c(x: number)\n.output c\nc(x) :- b(x).\nc(x) :- b(x), e(x).\nc(x) :- e(x).\n";
    let desk = Desk::with(&[("m.dl", program)]);
    let count = |args: &[&str]| desk.stdout(args).matches("c(1)").count();
    assert_eq!(count(&["why", "m.dl", "c(1)"]), 1);
    // By rule 1 and 2 over either way to a(1), and by rule 3.
    assert_eq!(count(&["why", "m.dl", "c(1)", "--all"]), 5);
    assert_snapshot!(desk.run(&["why", "m.dl", "c(1)", "--all", "--limit", "3"]), @r#"
    exit 0
    --- stdout
    c(1)
    │ major premise: rule `c#1`, m.dl:10
    │ minor premise:
    └ #2 b(1)
      │ major premise: rule `b#1`, m.dl:7
      │ minor premise:
      └ a(1)
        │ major premise: rule `a#1`, m.dl:4
        │ minor premise:
        └ e(1)
            stated in the rules: m.dl:2

    derivation 2 of the same fact: c(1)
    │ major premise: rule `c#2`, m.dl:11
    │ minor premises:
    ├ b(1)  see #2
    └ e(1)
        stated in the rules: m.dl:2

    derivation 3 of the same fact: c(1)
    │ major premise: rule `c#3`, m.dl:12
    │ minor premise:
    └ e(1)
        stated in the rules: m.dl:2

    3 answers shown; there are more: `--limit N` shows up to N.
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "c(1)", "--shortest"]), @r#"
    exit 0
    --- stdout
    c(1)
    │ major premise: rule `c#3`, m.dl:12
    │ minor premise:
    └ e(1)
        stated in the rules: m.dl:2
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "c(1)", "--shortest", "--all"]), @r#"
    exit 2
    --- stderr
      × SY0640 `--shortest` and `--all` cannot both be given
      help: keep the one whose answer you want; ask twice for both
    "#);
}
