//! `syllogist impact`.

use insta::assert_snapshot;

use crate::{Desk, leases};

/// Either lease gives the clue; the permit takes the second property out.
fn desk() -> Desk {
    let program = "\
.decl lease(id: symbol, property: symbol)
.input lease(filename=\"lease.csv\", rfc4180=true, headers=true)
.decl owner(property: symbol, person: symbol)
.input owner(filename=\"owner.csv\", rfc4180=true, headers=true)
.decl permit(property: symbol)
.input permit(filename=\"permit.csv\", rfc4180=true, headers=true)
.decl let_out(property: symbol)
let_out(p) :- lease(_, p).
.decl clue(property: symbol, person: symbol)
.output clue
@[clue = B]
clue(p, w) :- let_out(p), owner(p, w), !permit(p).
";
    Desk::with(&[
        ("m.dl", program),
        ("lease.csv", "id,property\nL-1,P-1\nL-2,P-1\nL-3,P-2\nL-4,P-3\nL-4,P-3\n"),
        ("owner.csv", "property,person\nP-1,A\nP-2,B\nP-3,C\n"),
        ("permit.csv", "property\nP-2\n"),
    ])
}

#[test]
fn what_rests_on_a_record() {
    let desk = desk();
    assert_snapshot!(desk.run(&["impact", "m.dl", "--record", "lease.csv:2", "--relation", "let_out"]), @r#"
    exit 0
    --- stdout
    lease.csv, row 2
      lease("L-1", "P-1")

    rest on it in their derivation, but can be derived without it: 2
      let_out("P-1")
      clue a9f52d6cb6c6f0c5, grade B: clue("P-1", "A")
    "#);
    assert_snapshot!(desk.run(&["impact", "m.dl", "--record", "owner.csv:2"]), @r#"
    exit 0
    --- stdout
    owner.csv, row 2
      owner("P-1", "A")

    rest on it in every derivation: 1
      clue a9f52d6cb6c6f0c5, grade B: clue("P-1", "A")
    "#);
    // The same lease stands in row 6, so that row 5 carries nothing alone.
    assert_snapshot!(desk.run(&["--lang", "zh", "impact", "m.dl", "--record", "lease.csv:5"]), @r#"
    exit 0
    --- stdout
    lease.csv 第 5 行
      lease("L-4", "P-3")
        另有相同记录，去掉它仍在：lease.csv 第 6 行

    推导以其为依据，但没有它也能推导：1 个
      线索 021e35cf10509452（B 级）：clue("P-3", "C")
    "#);
    let both = desk.stdout(&["impact", "m.dl", "--record", "lease.csv:5", "--record", "lease.csv:6"]);
    assert!(both.contains("rest on it in every derivation: 1"), "{both}");
    let none = desk.stdout(&["impact", "m.dl", "--record", "permit.csv:2"]);
    assert!(none.ends_with("no clue rests on it"), "{none}");
}

/// Without the permit a clue comes, without one of two leases nothing changes, without an owner a clue goes.
#[test]
fn what_would_change_without_a_record() {
    let desk = desk();
    assert_snapshot!(desk.run(&["impact", "m.dl", "--without", "permit.csv:2", "--without", "owner.csv:2"]), @r#"
    exit 0
    --- stdout
    without permit.csv, row 2
      permit("P-2")
    without owner.csv, row 2
      owner("P-1", "A")

    gone: 1
      clue a9f52d6cb6c6f0c5, grade B: clue("P-1", "A")
    new: 1
      clue fd5b9006ad0e1661, grade B: clue("P-2", "B")
    "#);
    assert_snapshot!(desk.run(&["impact", "m.dl", "--without", "lease.csv:2"]), @r#"
    exit 0
    --- stdout
    without lease.csv, row 2
      lease("L-1", "P-1")

    nothing would change
    "#);
    let told =
        desk.stdout(&["impact", "m.dl", "--without", "lease.csv:2", "--without", "lease.csv:3", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(json["schema"], "syllogist/impact/1");
    assert_eq!(json["lost"][0]["args"], serde_json::json!(["P-1", "A"]));
    assert_eq!(json["records"].as_array().unwrap().len(), 2);
    assert_eq!((&json["gained"], &json["candidates"]), (&serde_json::json!([]), &serde_json::json!([])));
}

#[test]
fn candidates_stand_differently_without_their_findings() {
    let program = "\
.decl case(id: symbol)
.input case(filename=\"case.csv\", rfc4180=true, headers=true)
.model stale \"stale\" { candidate case(id) element old \"old\" }
.decl old(id: symbol)
.input old(filename=\"old.csv\", rfc4180=true, headers=true)
.decl clue(id: symbol)
@[clue = A] @[model = stale]
clue(c) :- case(c), old(c).
";
    let desk = Desk::with(&[("m.dl", program), ("case.csv", "id\na\nb\n"), ("old.csv", "id\na\n")]);
    let told = desk.run(&["impact", "m.dl", "--without", "old.csv:2", "--without", "case.csv:3", "-w"]);
    assert!(told.contains("candidates that stand differently: 2"), "{told}");
}

#[test]
fn a_record_that_is_not_there() {
    let desk = leases();
    assert_snapshot!(desk.run(&["impact", "m.dl", "--record", "leese.csv:2"]), @r#"
    exit 2
    --- stderr
      × SY0641 no records of this program come from `leese.csv` (`lease.csv`?)
      help: name the file as the program's `.input` does: `lease.csv`,
            `possession.csv`
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "impact", "m.dl", "--without", "lease.csv:1"]), @r#"
    exit 2
    --- stderr
      × SY0642 `lease.csv` 第 1 行没有产生任何事实
      办法：请按电子表格显示的行号给出（表头为第 1 行）；数据库的表写作
            `FILE:TABLE:ROWID`
    "#);
    assert_snapshot!(desk.run(&["impact", "m.dl", "--record", "lease.csv:2", "--relation", "leese"]), @r#"
    exit 2
    --- stderr
      × SY0621 relation `leese` is not declared in this program
      help: correct the name; `.decl` in the rules shows how it is written
    "#);
    for wrong in [&["impact", "m.dl", "--record", "lease.csv"][..], &["impact", "m.dl"]] {
        assert!(desk.run(wrong).starts_with("exit 2\n"));
    }
}
