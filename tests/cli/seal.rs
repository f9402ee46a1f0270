//! `syllogist run --seal`, and that what it makes verifies.

use std::path::Path;

use insta::assert_snapshot;
use ledger::Digest;
use serde_json::{Value as Json, json};

use crate::Desk;

const PROGRAM: &str = "\
.include \"limits.dl\"
.decl lease(id: symbol, property: symbol, rent: decimal, signed: date)
.input lease(filename=\"lease.csv\", rfc4180=true, headers=true)
.decl possession(property: symbol)
.input possession(filename=\"possession.csv\", rfc4180=true, headers=true)
.decl suspect(id: symbol, rents: number)
.output suspect
/// A lease at a low rent that nobody lives in, and how many leases its property has.
@[clue = B]
suspect(l, n) :- lease(l, p, rent, day), limit(x), rent < x, day >= d\"2019-01-01\", !possession(p), n = count : lease(_, p, _, _).
";

/// A clue with a comparison, a date, an absence and an aggregate.
fn desk() -> Desk {
    Desk::with(&[
        ("m.dl", PROGRAM),
        ("limits.dl", ".decl limit(x: decimal)\nlimit(1000m).\n"),
        (
            "lease.csv",
            "id,property,rent,signed\nL-1,P-1,300,2020-01-05\nL-2,P-1,5000,2020-02-01\nL-3,P-2,200,2020-03-01\n\
             L-4,P-3,250.50,2018-01-01\nL-1,P-1,300,2020-01-05\n",
        ),
        ("possession.csv", "property\nP-2\n"),
    ])
}

/// A desk with its sealed run in the folder `run`.
pub fn sealed() -> Desk {
    let desk = desk();
    let told = desk.run(&["run", "m.dl", "--seal", "run"]);
    assert!(told.starts_with("exit 0"), "{told}");
    desk
}

/// What is found in the folder `run`.
pub fn verify(desk: &Desk) -> Result<ledger::Verified, ledger::Broken> {
    ledger::verify(&desk.path("run"), &ledger::Trusted::default())
}

#[test]
fn a_run_is_sealed_and_verified() {
    let desk = desk();
    assert_snapshot!(desk.run(&["run", "m.dl", "--seal", "run"]), @r#"
    exit 0
    --- stdout
    suspect: 1 clue of grade B
     clue id            id    rents
    ────────────────────────────────
     2ec26d005f3b7eae   L-1       2

    Why is the first one a clue? Ask by its id, or by the fact (`_` stands for any
    value):
      syllogist why m.dl 2ec26d005f3b7eae
      syllogist why m.dl 'suspect("L-1", 2)'
    --- stderr
    lease.csv -> lease: 5 read = 4 facts + 1 repeat + 0 blank + 0 rejected
    possession.csv -> possession: 1 read = 1 fact + 0 repeats + 0 blank + 0 rejected
    run: sealed; write the digest of the run down elsewhere:
      f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
    "#);
    assert_snapshot!(desk.files().join("\n"), @r#"
    lease.csv
    limits.dl
    m.dl
    possession.csv
    run/clues.jsonl
    run/evidence.jsonl
    run/manifest.json
    run/proof.json
    run/rules/0.dl
    run/rules/1.dl
    "#);
    assert_snapshot!(desk.read("run/clues.jsonl"), @r#"
    {"args":["L-1","2"],"grade":"B","id":"2ec26d005f3b7eae","relation":"suspect"}
    "#);
    assert_snapshot!(desk.read("run/evidence.jsonl"), @r#"
    {"args":["L-1","P-1","300","2020-01-05"],"kind":"record","place":{"file":"lease.csv","row":"2"},"relation":"lease"}
    {"args":["L-1","P-1","300","2020-01-05"],"kind":"record","place":{"file":"lease.csv","row":"6"},"relation":"lease"}
    {"args":["L-2","P-1","5000","2020-02-01"],"kind":"record","place":{"file":"lease.csv","row":"3"},"relation":"lease"}
    {"args":["1000"],"kind":"fact","relation":"limit"}
    {"args":["L-1","P-1","300","2020-01-05"],"kind":"fact","relation":"lease"}
    {"args":["L-2","P-1","5000","2020-02-01"],"kind":"fact","relation":"lease"}
    {"args":["L-1","2"],"kind":"fact","relation":"suspect"}
    {"columns":["1"],"key":["P-1"],"kind":"all","relation":"lease","tuples":[["L-1","P-1","300","2020-01-05"],["L-2","P-1","5000","2020-02-01"]]}
    {"columns":["0"],"key":["P-1"],"kind":"all","relation":"possession","tuples":[]}
    "#);
    let manifest: Json = serde_json::from_str(&desk.read("run/manifest.json")).unwrap();
    assert_snapshot!(format!("{manifest:#}"), @r#"
    {
      "clues": "1",
      "dialect": {
        "legacy": false,
        "macros": "",
        "without_preprocessor": false
      },
      "engine": {
        "name": "syllogist",
        "version": "0.1.0"
      },
      "files": {
        "clues.jsonl": {
          "algorithm": "sha-256",
          "hex": "12a2e3be0319f872c8e9b2fd04777d037d25ad7976e9c175d668f72ab3454c02"
        },
        "evidence.jsonl": {
          "algorithm": "sha-256",
          "hex": "be2e531ddaf46ee411a4a37e1a06f9f1dea3c9c7fee6e1a3aa63e85ae946204f"
        },
        "proof.json": {
          "algorithm": "sha-256",
          "hex": "d00c964d3d2c38c57b5550c36df69e2ad4edc9244d953f63096c90d074c25048"
        },
        "rules/0.dl": {
          "algorithm": "sha-256",
          "hex": "b0bdf7d66fd3fad177332cb75f37f4f0c34dcb90ce7330b43aa73b6d52971bf7"
        },
        "rules/1.dl": {
          "algorithm": "sha-256",
          "hex": "9a8ce801d65b2b2be6f3bab2fbabe9668e34923756bad05a8880833e9620e881"
        }
      },
      "includes": [
        {
          "from": "0",
          "path": "limits.dl",
          "to": "1"
        }
      ],
      "inputs": [],
      "parameters": [],
      "program": "m.dl",
      "relations": [
        [
          "limit",
          "1"
        ],
        [
          "lease",
          "4"
        ],
        [
          "possession",
          "1"
        ],
        [
          "suspect",
          "1"
        ]
      ],
      "rules": [
        "m.dl",
        "limits.dl"
      ],
      "schema": "syllogist/run/1",
      "sources": [
        {
          "blank": "0",
          "digest": {
            "algorithm": "sha-256",
            "hex": "13f57434d6f5dd9e893f0bfcba7c1a945f488e239cbc9b0e159eb3b458bd073f"
          },
          "facts": "4",
          "name": "lease.csv",
          "read": "5",
          "rejected": "0",
          "relation": "lease",
          "repeats": "1"
        },
        {
          "blank": "0",
          "digest": {
            "algorithm": "sha-256",
            "hex": "dccc20a5122c856174b5b1a82f56b140c088cc8008c130d364ef7d7a53b021f3"
          },
          "facts": "1",
          "name": "possession.csv",
          "read": "1",
          "rejected": "0",
          "relation": "possession",
          "repeats": "0"
        }
      ]
    }
    "#);
    assert_snapshot!(desk.run(&["verify", "run"]), @r#"
    exit 0
    --- stdout
    run: consistent
      run      f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      program  m.dl (engine 0.1.0)
      sources  2, 6 rows read, 0 rejected
      clues    1, all proved in 8 steps
    Origin not proven: compare the digest with the one printed when the run was
    sealed.
    Taken as told: that the evidence is what the records say, and all they say.
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "verify", "run"]), @r#"
    exit 0
    --- stdout
    run：前后一致
      运行  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      程序  m.dl（引擎 0.1.0）
      来源  2 个，读取 6 行，拒收 0 行
      线索  1 条，全部得到证明，共 8 步
    来源未经证明：请将摘要与封存时所显示的核对。
    以所载为准：证据即记录的内容，且无遗漏。
    "#);
    let root = Digest::of(desk.read("run/manifest.json").as_bytes());
    assert_snapshot!(desk.run(&["verify", "run", "--root", root.hex()]), @r#"
    exit 0
    --- stdout
    run: consistent
      run      f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      program  m.dl (engine 0.1.0)
      sources  2, 6 rows read, 0 rejected
      clues    1, all proved in 8 steps
    The run has the digest asked for.
    Taken as told: that the evidence is what the records say, and all they say.
    "#);
}

#[test]
fn rules_and_records_may_be_gone() {
    let desk = sealed();
    for name in ["m.dl", "limits.dl", "lease.csv", "possession.csv"] {
        std::fs::remove_file(desk.path(name)).unwrap();
    }
    assert_eq!(verify(&desk).unwrap().clues.len(), 1);
}

#[test]
fn the_same_bytes_with_any_number_of_threads() {
    let desk = desk();
    for threads in ["1", "2", "7"] {
        assert!(desk.run(&["run", "m.dl", "-j", threads, "--seal", threads]).starts_with("exit 0"));
    }
    for name in desk.files().iter().filter_map(|name| name.strip_prefix("1/")) {
        let one = desk.read(&format!("1/{name}"));
        assert!(["2", "7"].iter().all(|other| one == desk.read(&format!("{other}/{name}"))), "{name} differs");
    }
}

#[test]
fn every_example_can_be_sealed() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut steps = 0;
    for example in std::fs::read_dir(examples).unwrap().map(|entry| entry.unwrap().path()) {
        let desk = Desk::new();
        let told = desk.run(&["run", &example.display().to_string(), "--seal", "run"]);
        assert!(told.starts_with("exit 0"), "{}: {told}", example.display());
        steps += verify(&desk).unwrap_or_else(|broken| panic!("{}: {broken:?}", example.display())).steps;
    }
    assert!(steps > 3000, "the examples have clues: {steps}");
}

#[test]
fn what_cannot_be_sealed_is_refused_before_anything_is_read() {
    let desk = sealed();
    assert_snapshot!(desk.run(&["run", "m.dl", "--seal", "run"]), @r#"
    exit 2
    --- stderr
      × SY0700 `run` is not a new or empty folder
      help: name a folder that does not exist yet
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "--seal", "m.dl"]), @r#"
    exit 2
    --- stderr
      × SY0700 `m.dl` is not a new or empty folder
      help: name a folder that does not exist yet
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "--seal", "other", "--engine", "reference"]), @r#"
    exit 2
    --- stderr
      × SY0596 `--seal` needs the main evaluator and cannot stand beside `--engine
      │ reference`
      help: leave `--engine reference` out, or leave `--seal` out
    "#);
    assert!(!desk.path("other").exists());
}

#[test]
fn a_program_without_clues_has_a_bundle_as_well() {
    let desk = Desk::with(&[("m.dl", ".decl p(x: symbol)\n.output p\np(\"a\").\n")]);
    assert!(desk.run(&["run", "m.dl", "--seal", "run"]).starts_with("exit 0"));
    let verified = verify(&desk).unwrap();
    assert_eq!((verified.clues.len(), verified.steps), (0, 0));
    assert_eq!(json!(verified.manifest.relations), json!([["p", 1]]));
}
