//! `syllogist why`.

use insta::assert_snapshot;

use crate::{Desk, leases};

#[test]
fn a_clue_ends_at_its_records() {
    // Rows 2 and 5 of the lease table give the same fact; both are named.
    assert_snapshot!(leases().run(&["why", "m.dl", "long_lease(\"L-1\", \"P-1\")"]), @r#"
    exit 0
    --- stdout
    clue 887fbca980f0bf2f, grade B

    long_lease("L-1", "P-1")
    │ major premise: rule `long_lease#1`, m.dl:9; norm cc_725
    │ minor premises:
    ├ lease("L-1", "P-1", 25, 100.5m)
    │   records: lease.csv, rows 2, 5
    ├ y >= 20: 25 >= 20
    └ no possession("P-1")
        searched: `possession` is finished, its only fact does not fit
    "#);
    assert_snapshot!(leases().run(&["--lang", "zh", "why", "m.dl", "long_lease(\"L-1\", _)"]), @r#"
    exit 0
    --- stdout
    线索 887fbca980f0bf2f（B 级）

    long_lease("L-1", "P-1")
    │ 大前提：规则 `long_lease#1`，m.dl:9；依据 cc_725
    │ 小前提：
    ├ lease("L-1", "P-1", 25, 100.5m)
    │   记录：lease.csv 第 2、5 行
    ├ y >= 20：25 >= 20
    └ 没有 possession("P-1")
        已查：`possession` 推导完毕，仅有的 1 条事实不相符
    "#);
}

#[test]
fn a_clue_may_be_asked_for_by_its_id() {
    let desk = leases();
    let table = desk.stdout(&["run", "m.dl"]);
    let hex = |word: &&str| word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = table.split_whitespace().find(hex).expect("the table shows the id");
    assert_eq!(desk.stdout(&["why", "m.dl", id]), desk.stdout(&["why", "m.dl", "long_lease(\"L-1\", \"P-1\")"]));
    assert_snapshot!(desk.run(&["why", "m.dl", "0123456789abcdef"]), @r#"
    exit 3
    --- stderr
      × SY0627 no clue of this run has the id 0123456789abcdef
      help: compare the id with the output of `syllogist run`, and check that rules
            and records are the ones of that run
    "#);
}

#[test]
fn json_is_the_published_form() {
    let desk = leases();
    let told = desk.stdout(&["why", "m.dl", "long_lease(_, _)", "--format", "json"]);
    let proof: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(proof["schema"], "syllogist/proof/1");
    assert_eq!(proof["answers"].as_array().unwrap().len(), 1);
    let nodes = proof["nodes"].as_array().unwrap();
    for (id, node) in nodes.iter().enumerate() {
        assert_eq!(node["id"], id);
    }
    let record = nodes.iter().find(|node| node["kind"] == "record").unwrap();
    assert_eq!(record["args"], serde_json::json!(["L-1", "P-1", "25", "100.5"]), "all values are texts");
    let rows = record["sources"].as_array().unwrap().iter().map(|source| source["row"].as_u64().unwrap());
    assert_eq!(rows.collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn a_fact_that_does_not_hold_has_exit_3_and_the_first_premise_that_fails() {
    let desk = leases();
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(\"L-2\", \"P-2\")"]), @r#"
    exit 3
    --- stdout
    long_lease("L-2", "P-2") does not hold.
    1 rule could give it; for each the first premise that fails:

    rule `long_lease#1`, m.dl:9; norm cc_725
    │ holds: lease("L-2", "P-2", 3, 9m)
    │     record: lease.csv, row 3
    └ fails: y >= 20
        with y = 3
        3 >= 20 fails by 17
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "why", "m.dl", "long_lease(\"L-2\", \"P-2\")"]), @r#"
    exit 3
    --- stdout
    long_lease("L-2", "P-2") 不成立。
    有 1 条规则可能得出，以下逐条列出首个不成立的前提：

    规则 `long_lease#1`，m.dl:9；依据 cc_725
    │ 成立：lease("L-2", "P-2", 3, 9m)
    │     记录：lease.csv 第 3 行
    └ 不成立：y >= 20
        其中 y = 3
        3 >= 20 不成立，相差 17
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(\"L-3\", \"P-3\")"]), @r#"
    exit 3
    --- stdout
    long_lease("L-3", "P-3") does not hold.
    1 rule could give it; for each the first premise that fails:

    rule `long_lease#1`, m.dl:9; norm cc_725
    │ holds: lease("L-3", "P-3", 30, 1m)
    │     record: lease.csv, row 4
    │ holds: y >= 20
    └ fails: !possession(p)
        with p = "P-3"
        there is possession("P-3")
          record: possession.csv, row 2
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "lease(\"L-9\", _, _, _)"]), @r#"
    exit 3
    --- stdout
    No fact fits lease("L-9", _, _, _).
    No rule and no record gives `lease` such a fact.
    `lease` holds 3 facts, from lease.csv.
      "L-9" never occurs in `lease.id`
      nearest:
      - lease("L-1", "P-1", 25, 100.5m): `id` is "L-1" instead of "L-9", 1 character
          off
        records: lease.csv, rows 2, 5
      - lease("L-2", "P-2", 3, 9m): `id` is "L-2" instead of "L-9", 1 character off
        record: lease.csv, row 3
      - lease("L-3", "P-3", 30, 1m): `id` is "L-3" instead of "L-9", 1 character off
        record: lease.csv, row 4
    "#);
    let told = desk.stdout(&["why", "m.dl", "long_lease(\"L-2\", \"P-2\")", "--format", "json"]);
    let why_not: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(why_not["schema"], "syllogist/why-not/1");
}

#[test]
fn a_pattern_explains_every_match_up_to_the_limit() {
    let program = ".decl p(x: number)\np(1). p(2). p(3).\n.output p\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["why", "m.dl", "p(_)"]), @r#"
    exit 0
    --- stdout
    p(1)
      stated in the rules: m.dl:2

    p(2)
      stated in the rules: m.dl:2

    p(3)
      stated in the rules: m.dl:2
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "p(_)", "--limit", "2"]), @r#"
    exit 0
    --- stdout
    p(1)
      stated in the rules: m.dl:2

    p(2)
      stated in the rules: m.dl:2

    2 of 3 answers shown: `--page N` shows others, `--limit N` up to N at once.
    "#);
}

#[test]
fn every_derivation_on_demand_and_a_limit_to_the_depth() {
    let program = ".decl e(x: symbol, y: symbol)\ne(\"a\", \"b\"). e(\"b\", \"d\"). e(\"a\", \"c\"). e(\"c\", \"d\").\n\
                   .decl p(x: symbol, y: symbol)\n.output p\np(x, y) :- e(x, y).\np(x, z) :- p(x, y), e(y, z).\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["why", "m.dl", "p(\"a\", \"d\")", "--all"]), @r#"
    exit 0
    --- stdout
    p("a", "d")
    │ major premise: rule `p#2`, m.dl:6
    │ minor premises:
    ├ p("a", "b")
    │ │ major premise: rule `p#1`, m.dl:5
    │ │ minor premise:
    │ └ e("a", "b")
    │     stated in the rules: m.dl:2
    └ e("b", "d")
        stated in the rules: m.dl:2

    derivation 2 of the same fact: p("a", "d")
    │ major premise: rule `p#2`, m.dl:6
    │ minor premises:
    ├ p("a", "c")
    │ │ major premise: rule `p#1`, m.dl:5
    │ │ minor premise:
    │ └ e("a", "c")
    │     stated in the rules: m.dl:2
    └ e("c", "d")
        stated in the rules: m.dl:2
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "p(\"a\", \"d\")", "--depth", "1"]), @r#"
    exit 0
    --- stdout
    p("a", "d")
    │ major premise: rule `p#2`, m.dl:6
    │ minor premises:
    ├ p("a", "b")
    │   major premise: rule `p#1`, m.dl:5
    │   (what it rests on is left out here)
    └ e("b", "d")
        stated in the rules: m.dl:2
    "#);
}

#[test]
fn a_question_by_names_of_columns_with_dates_and_decimals() {
    let program = ".decl lease(id: symbol, from: date, rent: decimal)\n\
                   lease(\"a\", d\"2024-02-29\", 12.50m). lease(\"b\", d\"2024-03-01\", 12.5m).\n.output lease\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["why", "m.dl", "lease(rent: 12.5m, from: \"2024-02-29\")"]), @r#"
    exit 0
    --- stdout
    lease("a", d"2024-02-29", 12.5m)
      stated in the rules: m.dl:2
    "#);
}

#[test]
fn a_question_that_is_none() {
    let desk = leases();
    assert_snapshot!(desk.run(&["why", "m.dl", "long_leese(\"L-1\", _)"]), @r#"
    exit 2
    --- stderr
      × SY0621 relation `long_leese` is not declared in this program
       ╭─[question:1:1]
     1 │ long_leese("L-1", _)
       · ─────┬────
       ·      ╰── no such relation (`long_lease`?)
       ╰────
      help: correct the name; `.decl` in the rules shows how it is written
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(\"L-1\")"]), @r#"
    exit 2
    --- stderr
      × SY0622 wrong number of values for `long_lease`: 1 instead of 2
       ╭─[question:1:1]
     1 │ long_lease("L-1")
       · ────────┬────────
       ·         ╰── its columns: `id`, `property`
       ╰────
      help: give one value for each column, `_` for any value, or name the columns:
            `lease(id: "L-1")`
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(1, _)"]), @r#"
    exit 2
    --- stderr
      × SY0626 column `id` of `long_lease` holds symbol values
       ╭─[question:1:12]
     1 │ long_lease(1, _)
       ·            ┬
       ·            ╰── this cannot be one
       ╰────
      help: write `"L-1"`, or `_` for any value
    "#);
    assert_snapshot!(desk.run(&["why", "m.dl", "long_lease(\"L-1\", _"]), @r#"
    exit 2
    --- stderr
      × SY0620 this is no fact to ask about
       ╭─[question:1:1]
     1 │ long_lease("L-1", _
       · ─────────┬─────────
       ·          ╰── not of the form `relation(value, ...)`
       ╰────
      help: write a relation with a value for each column, `_` for any value:
            `lease("L-1", _)`; or the id of a clue
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "why", "m.dl", "lease(_, _, x, _)"]), @r#"
    exit 2
    --- stderr
      × SY0625 这不是一个值
       ╭─[所问:1:13]
     1 │ lease(_, _, x, _)
       ·             ┬
       ·             ╰── 此处应为值或 `_`
       ╰────
      办法：文字请加半角双引号（`"L-1"`），日期写作 `d"2021-01-05"`，任意值写 `_`
    "#);
}

#[test]
fn many_facts_are_asked_about_at_once() {
    let desk = leases();
    desk.write("asked.txt", b"long_lease(\"L-1\", \"P-1\")\n\n887fbca980f0bf2f\n  lease(\"L-1\", _, _, _)\n");
    let told = desk.stdout(&["why", "m.dl", "--questions", "asked.txt", "--format", "jsonl"]);
    let lines = told.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).collect::<Vec<_>>();
    let [header, nodes @ .., end] = &lines[..] else { panic!("{told}") };
    assert_eq!(header["schema"], "syllogist/proof-lines/1");
    assert!(nodes.iter().zip(0..).all(|(node, id)| node["id"] == id), "{told}");
    let kinds = end["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| nodes[answer.as_u64().unwrap() as usize]["kind"].clone());
    assert_eq!(kinds.collect::<Vec<_>>(), ["fact", "record"], "what is asked twice is answered once");
    for threads in ["1", "3"] {
        assert_eq!(desk.stdout(&["why", "m.dl", "--questions", "asked.txt", "--format", "jsonl", "-j", threads]), told);
    }
    desk.write("asked.txt", b"long_lease(\"L-1\", \"P-1\")\nlong_lease(\"L-2\", \"P-2\")\n");
    let told = desk.run(&["why", "m.dl", "--questions", "asked.txt"]);
    assert!(told.starts_with("exit 3") && told.contains("minor premises") && told.contains("SY0647"), "{told}");
    assert!(desk.run(&["why", "m.dl", "--questions", "nothing.txt"]).contains("SY0646"));
}

#[test]
fn answers_come_in_pages() {
    let desk = leases();
    let page = |number: &str, limit: &str| {
        let told =
            desk.stdout(&["why", "m.dl", "lease(_, _, _, _)", "--limit", limit, "--page", number, "--format", "json"]);
        let told = serde_json::from_str::<serde_json::Value>(&told).unwrap();
        let args = told["nodes"].as_array().unwrap().iter().map(|node| node["args"][0].to_string()).collect::<Vec<_>>();
        (args, told["more"].clone(), told["total"].clone())
    };
    let (all, more, total) = page("1", "all");
    assert_eq!((more, total), (serde_json::json!(false), serde_json::Value::Null));
    for (number, lease) in ["1", "2"].iter().zip(&all) {
        let (args, more, total) = page(number, "1");
        assert_eq!((args, more), (vec![lease.clone()], serde_json::json!(*number != all.len().to_string())));
        assert!(total.is_null() || total == all.len());
    }
}

#[test]
fn a_long_answer_is_one_graph_whatever_the_parts() {
    let desk = Desk::new();
    desk.write(
        "m.dl",
        b".norm N { law: \"L\" rank: law version { article: \"1\" in_force: d\"2000-01-01\" .. d\"2009-12-31\" }\n\
          version { article: \"2\" in_force: d\"2010-01-01\" .. } }\n\
          .decl n(x: number)\n.decl day(d: date)\n.decl paid(x: number, d: date)\nday(d\"2012-05-05\").\n\
          .complete paid by (d) from \"c.csv\"\n.input paid(filename=\"paid.facts\")\n\
          n(x) :- x = range(0, 4200).\n\
          .decl late(x: number)\n.decl last(x: number)\nlast(4199).\n.decl clue(x: number)\n.output clue\n\
          late(x) :- n(x), last(x).\n\
          @[clue = A, norm = N, in_force_on = d]\n\
          clue(x) :- n(x), day(d), not paid(x, _) within (d: d .. d), (x < 4199; late(x)).\n",
    );
    desk.write("paid.facts", b"");
    desk.write("c.csv", b"from,to,declared_by,on\n2012-01-01,2012-12-31,court,2013-01-01\n");
    let ask = |format: &str, threads: &str| {
        desk.stdout(&["why", "m.dl", "clue(_)", "--limit", "all", "--format", format, "-j", threads, "-w"])
    };
    let lines = ask("jsonl", "1");
    assert!(lines == ask("jsonl", "3"), "the same bytes with any number of threads");
    let lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let (further, lines): (Vec<_>, Vec<_>) = lines.partition(|line| line["kind"] == "relations");
    let [_, nodes @ .., end] = &lines[..] else { panic!("a header and an end") };
    assert_eq!(further[0]["relations"].as_object().unwrap().keys().collect::<Vec<_>>(), ["last", "late"]);
    assert_eq!((&end["total"], end["answers"].as_array().unwrap().len()), (&4200.into(), 4200));
    let mut facts = std::collections::BTreeSet::new();
    for (node, id) in nodes.iter().zip(0..) {
        assert_eq!(node["id"], id);
        let premises = node["premises"].as_array().into_iter().flatten();
        assert!(premises.filter_map(|premise| premise["node"].as_u64()).all(|premise| premise < id));
        if let Some(args) = node.get("args").filter(|_| node["kind"] != "computation") {
            assert!(facts.insert((node["relation"].to_string(), args.to_string())), "told twice: {node}");
        }
    }
    // What earlier parts told is known to the last one.
    let last = &nodes[end["answers"][4199].as_u64().unwrap() as usize];
    assert_eq!((&last["args"][0], &last["cites"][0]["article"]), (&"4199".into(), &"2".into()));
    assert_eq!(last["cites"].as_array().unwrap().len(), 1);
    let premises =
        last["premises"].as_array().unwrap().iter().map(|premise| &nodes[premise["node"].as_u64().unwrap() as usize]);
    let absence = premises.into_iter().find(|node| node["kind"] == "absence").unwrap();
    assert_eq!(absence["complete"][0]["declared_by"], "court");
    let object = ask("json", "3");
    assert!(object == ask("json", "1"));
    let object = serde_json::from_str::<serde_json::Value>(&object).unwrap();
    assert!(object["nodes"].as_array().unwrap() == nodes && object["answers"] == end["answers"]);
    assert!(object["relations"].get("late").is_some() && object["relations"].get("n").is_some());
}
