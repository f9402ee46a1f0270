//! `syllogist verify`: whatever was changed shows.

use std::path::Path;

use insta::assert_snapshot;
use ledger::{Digest, Fault, Trusted, canonical};
use serde_json::Value as Json;

use crate::Desk;
use crate::seal::{sealed, verify};

/// Changes files of a bundle, and then all digests in its manifest, as somebody would who can rewrite the whole folder.
fn forged(change: impl FnOnce(&Desk)) -> Fault {
    forged_on(&sealed(), change)
}

/// Likewise on this desk.
fn forged_on(desk: &Desk, change: impl FnOnce(&Desk)) -> Fault {
    change(desk);
    let mut manifest: Json = serde_json::from_str(&desk.read("run/manifest.json")).unwrap();
    for (name, digest) in manifest["files"].as_object_mut().unwrap() {
        *digest = Digest::of(desk.read(&format!("run/{name}")).as_bytes()).json();
    }
    desk.write("run/manifest.json", canonical(&manifest).as_bytes());
    verify(desk).map(|verified| verified.clues).expect_err("what was forged is found out").fault
}

/// [`forged`] by replacing a text that stands there.
fn replaced(name: &str, from: &str, to: &str) -> Fault {
    forged(|desk| replace(desk, name, from, to))
}

/// Replaces a text that stands in a file of the bundle, once.
fn replace(desk: &Desk, name: &str, from: &str, to: &str) {
    let name = format!("run/{name}");
    let text = desk.read(&name);
    assert!(text.contains(from), "{name} has no {from}:\n{text}");
    desk.write(&name, text.replacen(from, to, 1).as_bytes());
}

#[test]
fn every_changed_byte_shows() {
    let desk = sealed();
    let root = Some(Digest::of(desk.read("run/manifest.json").as_bytes()));
    let trusted = Trusted { root, keys: Vec::new() };
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
            assert!(ledger::verify(&folder, &trusted).is_err(), "{name}, byte {at}");
            assert!(name == "run/manifest.json" || verify(&desk).is_err(), "{name}, byte {at}, without the digest");
            tried += 1;
        }
        for cut in [&text[..text.len() - 1], &[&text[..], b"\n"].concat(), b""] {
            desk.write(name, cut);
            assert!(ledger::verify(&folder, &trusted).is_err(), "{name}, cut");
        }
        desk.write(name, &text);
    }
    assert!(tried >= 2000, "{tried}");
    assert!(ledger::verify(&folder, &trusted).is_ok());
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
    let without = |wanted| forged(|desk| leave_out(desk, wanted));
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

/// Leaves lines out of the evidence.
fn leave_out(desk: &Desk, wanted: &str) {
    let text = desk.read("run/evidence.jsonl");
    let kept = text.lines().filter(|line| !line.contains(wanted)).map(|line| format!("{line}\n"));
    let kept = kept.collect::<String>();
    assert!(kept.len() < text.len(), "{wanted} is in no line");
    desk.write("run/evidence.jsonl", kept.as_bytes());
}

#[test]
fn an_absence_needs_to_know_that_nothing_is_open() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/long_lease_auction");
    let desk = Desk::new();
    assert!(desk.run(&["run", &example.display().to_string(), "--seal", "run"]).starts_with("exit 0"));
    let fault = forged_on(&desk, |desk| leave_out(desk, "\"kind\":\"open\""));
    assert!(matches!(fault, Fault::Proof(_)), "{fault:?}");
}

#[test]
fn verdicts_are_told_in_both_languages() {
    let verdict = |change: &dyn Fn(&Desk)| {
        let desk = sealed();
        change(&desk);
        format!("{}\n{}", desk.run(&["verify", "run"]), desk.run(&["--lang", "zh", "verify", "run"]))
    };
    let manifest = |from: &'static str, to: &'static str| move |desk: &Desk| replace(desk, "manifest.json", from, to);
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
