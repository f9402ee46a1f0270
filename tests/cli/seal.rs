//! `syllogist run --seal` and `syllogist verify`.

use std::path::Path;

use insta::assert_snapshot;
use ledger::{Digest, Fault, canonical};
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

fn sealed() -> Desk {
    let desk = desk();
    let told = desk.run(&["run", "m.dl", "--seal", "run"]);
    assert!(told.starts_with("exit 0"), "{told}");
    desk
}

fn verify(desk: &Desk) -> Result<ledger::Verified, ledger::Broken> {
    ledger::verify(&desk.path("run"), None)
}

/// Changes files of a bundle, and then all digests in its manifest, as somebody would who can rewrite the whole folder.
fn forged(change: impl FnOnce(&Desk)) -> Fault {
    let desk = sealed();
    change(&desk);
    let mut manifest: Json = serde_json::from_str(&desk.read("run/manifest.json")).unwrap();
    for (name, digest) in manifest["files"].as_object_mut().unwrap() {
        *digest = Digest::of(desk.read(&format!("run/{name}")).as_bytes()).json();
    }
    desk.write("run/manifest.json", canonical(&manifest).as_bytes());
    verify(&desk).map(|verified| verified.clues).expect_err("what was forged is found out").fault
}

/// [`forged`] by replacing a text that stands there.
fn replaced(name: &str, from: &str, to: &str) -> Fault {
    forged(|desk| {
        let name = format!("run/{name}");
        let text = desk.read(&name);
        assert!(text.contains(from), "{name} has no {from}:\n{text}");
        desk.write(&name, text.replacen(from, to, 1).as_bytes());
    })
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
fn every_changed_byte_shows() {
    let desk = sealed();
    let root = Digest::of(desk.read("run/manifest.json").as_bytes());
    let folder = desk.path("run");
    let names = desk.files().into_iter().filter(|name| name.starts_with("run/")).collect::<Vec<_>>();
    let bytes = names.iter().map(|name| desk.read(name).len()).sum::<usize>();
    let step = (bytes / 2500).max(1);
    let mut tried = 0;
    for name in &names {
        let text = desk.read(name).into_bytes();
        for at in (0..text.len()).step_by(step) {
            let mut changed = text.clone();
            changed[at] ^= 1 << (at % 8);
            desk.write(name, &changed);
            assert!(ledger::verify(&folder, Some(&root)).is_err(), "{name}, byte {at}");
            assert!(name == "run/manifest.json" || verify(&desk).is_err(), "{name}, byte {at}, without the digest");
            tried += 1;
        }
        for cut in [&text[..text.len() - 1], &[&text[..], b"\n"].concat(), b""] {
            desk.write(name, cut);
            assert!(ledger::verify(&folder, Some(&root)).is_err(), "{name}, cut");
        }
        desk.write(name, &text);
    }
    assert!(tried >= 2000, "{tried}");
    assert!(ledger::verify(&folder, Some(&root)).is_ok());
}

#[test]
fn forged_clues_are_found_out() {
    let id = {
        let desk = sealed();
        verify(&desk).unwrap().clues[0].id.clone()
    };
    let unproven = |fault: Fault| assert!(matches!(fault, Fault::Unproven(_)), "{fault:?}");
    unproven(forged(|desk| desk.write("run/clues.jsonl", b"")));
    unproven(replaced("clues.jsonl", "L-1", "L-2"));
    unproven(replaced("clues.jsonl", &id, "0123456789abcdef"));
    unproven(replaced("clues.jsonl", "\"grade\":\"B\"", "\"grade\":\"A\""));
    unproven(replaced("proof.json", &id, "0123456789abcdef"));
    unproven(forged(|desk| {
        for name in ["run/clues.jsonl", "run/proof.json"] {
            desk.write(name, desk.read(name).replace(&id, "0123456789abcdef").as_bytes());
        }
    }));
    let twice = forged(|desk| desk.write("run/clues.jsonl", desk.read("run/clues.jsonl").repeat(2).as_bytes()));
    assert_eq!(twice, Fault::Field("clues".into()));
}

#[test]
fn forged_proofs_rules_and_evidence_are_found_out() {
    let rejected = |fault: Fault| assert!(matches!(fault, Fault::Proof(_)), "{fault:?}");
    // The norm is another one than the proof was made under.
    rejected(replaced("rules/1.dl", "1000m", "100m"));
    rejected(replaced("rules/0.dl", "d\"2019-01-01\"", "d\"2021-01-01\""));
    rejected(replaced("rules/0.dl", ", !possession(p)", ""));
    // A comparison, a premise, a value of a variable.
    rejected(replaced("proof.json", "\"op\": \"<\"", "\"op\": \">\""));
    rejected(replaced("proof.json", "\"left\": \"300\"", "\"left\": \"200\""));
    rejected(replaced("proof.json", "\"value\": \"P-1\"", "\"value\": \"P-2\""));
    rejected(replaced("proof.json", "\"kind\": \"absence\"", "\"kind\": \"comparison\""));
    // Records: one that stands elsewhere, one that is not there.
    rejected(replaced("proof.json", "\"row\": 2", "\"row\": 3"));
    rejected(replaced("evidence.jsonl", "\"row\":\"2\"", "\"row\":\"7\""));
    let without = |wanted: &'static str| {
        forged(move |desk| {
            let text = desk.read("run/evidence.jsonl");
            let kept = text.lines().filter(|line| !line.contains(wanted)).map(|line| format!("{line}\n"));
            let kept = kept.collect::<String>();
            assert!(kept.len() < text.len(), "{wanted} is in no line");
            desk.write("run/evidence.jsonl", kept.as_bytes());
        })
    };
    rejected(without("\"kind\":\"record\""));
    rejected(without("\"kind\":\"fact\""));
    // Nobody says what is absent, or what there is to be counted.
    rejected(without("\"relation\":\"possession\""));
    rejected(without("\"kind\":\"all\",\"relation\":\"lease\""));
    // One of the leases counted is left out.
    rejected(replaced("evidence.jsonl", "\"tuples\":[[\"L-1\",\"P-1\",\"300\",\"2020-01-05\"],", "\"tuples\":["));
    // An answer that is not one to its question.
    let other = replaced("evidence.jsonl", ",[\"L-2\",\"P-1\"", ",[\"L-2\",\"P-2\"");
    assert!(matches!(other, Fault::Field(_)), "{other:?}");
}

#[test]
fn verdicts_are_told_in_both_languages() {
    let verdict = |change: &dyn Fn(&Desk)| {
        let desk = sealed();
        change(&desk);
        format!("{}\n{}", desk.run(&["verify", "run"]), desk.run(&["--lang", "zh", "verify", "run"]))
    };
    let manifest = |from: &'static str, to: &'static str| {
        move |desk: &Desk| {
            let text = desk.read("run/manifest.json");
            assert!(text.contains(from), "{text}");
            desk.write("run/manifest.json", text.replacen(from, to, 1).as_bytes());
        }
    };
    let all = [
        verdict(&|desk| std::fs::remove_file(desk.path("run/evidence.jsonl")).unwrap()),
        verdict(&|desk| std::fs::remove_file(desk.path("run/manifest.json")).unwrap()),
        verdict(&|desk| desk.write("run/notes.txt", b"mine")),
        verdict(&|desk| desk.write("run/proof.json", b"{}")),
        verdict(&manifest("syllogist/run/1", "syllogist/run/2")),
        verdict(&manifest("\"sha-256\"", "\"md5\"")),
        verdict(&manifest("{\"clues\"", "{\"clues\":\"1\",\"clues\"")),
        verdict(&manifest(",\"dialect\"", ", \"dialect\"")),
        verdict(&manifest("\"clues\":\"1\"", "\"clues\":\"one\"")),
        verdict(&manifest("{\"clues\"", "{\"charges\":\"1\",\"clues\"")),
        verdict(&manifest("\"clues.jsonl\":", "\"../clues.jsonl\":")),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    exit 3
    --- stderr
      × SY0702 `evidence.jsonl` of the sealed run is missing
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0702 封存的运行缺少 `evidence.jsonl`
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0702 `manifest.json` of the sealed run is missing
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0702 封存的运行缺少 `manifest.json`
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0703 `notes.txt` is no part of the sealed run
      help: remove what somebody added, or keep it elsewhere
    exit 3
    --- stderr
      × SY0703 `notes.txt` 不属于封存的运行
      办法：请移走他人添加的文件，或另存他处

    exit 3
    --- stderr
      × SY0705 `proof.json` was changed after the run was sealed: SHA-256
      │ 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a, sealed
      │ as d00c964d3d2c38c57b5550c36df69e2ad4edc9244d953f63096c90d074c25048
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0705 `proof.json` 在封存后被改动：现 SHA-256 为
      │ 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a，封存时为
      │ d00c964d3d2c38c57b5550c36df69e2ad4edc9244d953f63096c90d074c25048
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0707 the sealed run has the schema `syllogist/run/2`, which this version
      │ does not know
      help: verify it with the version of the engine that sealed it, or a later one
    exit 3
    --- stderr
      × SY0707 封存运行的格式为 `syllogist/run/2`，本版本不认识
      办法：请用封存时的引擎版本或更新的版本核验

    exit 3
    --- stderr
      × SY0708 `manifest.json` of the sealed run names a digest algorithm that
      │ this version does not know: `md5`
      help: verify it with a version that knows the algorithm
    exit 3
    --- stderr
      × SY0708 封存运行的 `manifest.json` 使用了本版本不认识的摘要算法：`md5`
      办法：请用认识该算法的版本核验

    exit 3
    --- stderr
      × SY0706 `manifest.json` of the sealed run cannot be read as it has to be
      │ written: the key `clues` is repeated
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0706 封存运行的 `manifest.json` 不符合规定的写法：键 `clues` 重复
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0706 `manifest.json` of the sealed run cannot be read as it has to be
      │ written: not canonical JSON
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0706 封存运行的 `manifest.json` 不符合规定的写法：不是规范 JSON
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0709 `manifest.json` of the sealed run: `clues` is missing, superfluous
      │ or says nothing that could be
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0709 封存运行的 `manifest.json`：`clues` 缺失、多余或内容不可能成立
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0709 `manifest.json` of the sealed run: `charges` is missing,
      │ superfluous or says nothing that could be
      help: ask whoever handed the run over for an unchanged copy, and compare the
            digest of the run
    exit 3
    --- stderr
      × SY0709 封存运行的 `manifest.json`：`charges` 缺失、多余或内容不可能成立
      办法：请向移交者索取未经改动的副本，并核对运行的摘要

    exit 3
    --- stderr
      × SY0703 `clues.jsonl` is no part of the sealed run
      help: remove what somebody added, or keep it elsewhere
    exit 3
    --- stderr
      × SY0703 `clues.jsonl` 不属于封存的运行
      办法：请移走他人添加的文件，或另存他处
    "#);
    let desk = sealed();
    assert_snapshot!(desk.run(&["verify", "run", "--root", &"0".repeat(64)]).replace(Digest::of(desk.read("run/manifest.json").as_bytes()).hex(), "[ROOT]"), @r#"
    exit 3
    --- stderr
      × SY0710 the sealed run has the digest
      │ [ROOT], not
      │ 0000000000000000000000000000000000000000000000000000000000000000
      help: compare with the digest that was printed when the run was sealed
    "#);
    assert_snapshot!(desk.run(&["verify", "run", "--root", "12ab"]), @r#"
    exit 2
    --- stderr
      × SY0715 `12ab` is no digest: 64 hexadecimal digits are expected
      help: copy it as `run --seal` printed it
    "#);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let desk = sealed();
    std::fs::rename(desk.path("run/proof.json"), desk.path("elsewhere.json")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere.json"), desk.path("run/proof.json")).unwrap();
    assert_eq!(verify(&desk).unwrap_err().fault, Fault::NoFile);
    let desk = sealed();
    std::fs::rename(desk.path("run/rules"), desk.path("rules")).unwrap();
    std::os::unix::fs::symlink(desk.path("rules"), desk.path("run/rules")).unwrap();
    assert!(matches!(verify(&desk).unwrap_err().fault, Fault::NoFile | Fault::Extra));
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
