//! `syllogist keygen`, `sign` and `verify --key`.

use insta::assert_snapshot;
use ledger::{Holder, SecretKey};
use values::Date;

use crate::Desk;
use crate::seal::sealed;

/// The key of somebody, the same in every test; it holds in 2026.
fn key(name: &str, seed: u8) -> SecretKey {
    let day = |text| Some(Date::parse(text).unwrap());
    SecretKey::new(Holder { name: name.into(), from: day("2026-01-01"), until: day("2026-12-31") }, &[seed; 32])
}

/// A sealed run with the keys of two people beside it.
fn desk() -> Desk {
    let desk = sealed();
    for (file, key) in [("a", key("A", 1)), ("b", key("B", 2))] {
        desk.write(&format!("{file}.secret.json"), key.text().as_bytes());
        desk.write(&format!("{file}.public.json"), key.public().text().as_bytes());
    }
    desk
}

fn signed() -> Desk {
    let desk = desk();
    let told = desk.run(&["sign", "run", "--key", "a.secret.json", "--on", "2026-03-01"]);
    assert!(told.starts_with("exit 0"), "{told}");
    desk
}

/// The name of the signature of A.
fn of_a() -> String {
    format!("run/signatures/{}.json", key("A", 1).public().id().hex())
}

#[test]
fn several_people_sign_a_run() {
    let desk = desk();
    assert_snapshot!(desk.run(&["sign", "run", "--key", "a.secret.json", "--on", "2026-03-01"]), @r#"
    exit 0
    --- stdout
    run: signed by A, 2026-03-01
      run  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      key  34750f98bd59fcfc
    "#);
    assert_snapshot!(desk.run(&["sign", "run", "--key", "b.secret.json", "--on", "2026-03-02", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    run：已由B于 2026-03-02 签署
      运行  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      密钥  6a3803d5f059902a
    "#);
    assert_snapshot!(desk.run(&["verify", "run"]), @r#"
    exit 0
    --- stdout
    run: consistent
      run      f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      program  m.dl (engine 0.1.0)
      sources  2, 6 rows read, 0 rejected
      clues    1, all proved in 8 steps
      signed   by A, 2026-03-01, key 34750f98bd59fcfc: not given, not proven
      signed   by B, 2026-03-02, key 6a3803d5f059902a: not given, not proven
    Origin not proven: compare the digest with the one printed when the run was
    sealed.
    Taken as told: that the evidence is what the records say, and all they say.
    "#);
    assert_snapshot!(desk.run(&["verify", "run", "--key", "a.public.json", "--key", "b.public.json"]), @r#"
    exit 0
    --- stdout
    run: consistent
      run      f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      program  m.dl (engine 0.1.0)
      sources  2, 6 rows read, 0 rejected
      clues    1, all proved in 8 steps
      signed   by A, 2026-03-01, key 34750f98bd59fcfc
      signed   by B, 2026-03-02, key 6a3803d5f059902a
    Taken as told: that the evidence is what the records say, and all they say.
    "#);
    assert_snapshot!(desk.run(&["verify", "run", "--key", "b.public.json", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    run：前后一致
      运行  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      程序  m.dl（引擎 0.1.0）
      来源  2 个，读取 6 行，拒收 0 行
      线索  1 条，全部得到证明，共 8 步
      签署  据称 A，2026-03-01，密钥 34750f98bd59fcfc：未提供，未经证明
      签署  B，2026-03-02，密钥 6a3803d5f059902a
    以所载为准：证据即记录的内容，且无遗漏。
    "#);
}

/// With `base64 -d`, `sha256sum` and any Ed25519 tool somebody else can see what was signed.
#[test]
fn a_signature_is_a_statement_in_an_envelope() {
    assert_snapshot!(signed().read(&of_a()), @r#"
    {"payload":"eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJwcmVkaWNhdGUiOnsiYWxnb3JpdGhtIjoiZWQyNTUxOSIsInNpZ25lZCI6IjIwMjYtMDMtMDEiLCJzaWduZXIiOiJBIn0sInByZWRpY2F0ZVR5cGUiOiJ1cm46c3lsbG9naXN0OnNlYWxlZC1ydW46MSIsInN1YmplY3QiOlt7ImRpZ2VzdCI6eyJzaGEyNTYiOiJmN2IyODQ3OWJlMTEwMjkwYWYwYzk2MjY1ODIzOWZhMTgyODgzMTA1YzlkNjU4NjExNDI4YzMwZWExNjA4ZTg2In0sIm5hbWUiOiJtYW5pZmVzdC5qc29uIn1dfQ==","payloadType":"application/vnd.in-toto+json","signatures":[{"keyid":"34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e","sig":"p1Oijt1SOQjG2qiM2CTgDVCo5Y1SGXQ9RGrO2H4P3oU410rVX6+Gf2ogg6m8l2wBolIciXkKThJu8ihqDVuiBA=="}]}
    "#);
}

#[test]
fn a_key_signs_once_and_on_its_days() {
    let desk = signed();
    assert_snapshot!(desk.run(&["sign", "run", "--key", "a.secret.json", "--on", "2026-04-01"]), @r#"
    exit 2
    --- stderr
      × SY0721 A has signed this run already, on 2026-03-01
      help: one signature of each key is enough
    "#);
    assert_snapshot!(desk.run(&["sign", "run", "--key", "b.secret.json", "--on", "2027-01-01"]), @r#"
    exit 2
    --- stderr
      × SY0720 the key of B does not hold on 2027-01-01: it holds from 2026-01-01
      │ to 2026-12-31
      help: sign with a key that holds on that day
    "#);
    assert_snapshot!(desk.run(&["sign", "run", "--key", "b.public.json", "--on", "2026-03-01"]), @r#"
    exit 2
    --- stderr
      × SY0716 `b.public.json` is no key: its schema is `syllogist/public-key/1`
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    "#);
    assert_snapshot!(desk.run(&["sign", "run", "--key", "c.secret.json", "--on", "2026-03-01"]), @r#"
    exit 2
    --- stderr
      × SY0716 `c.secret.json` is no key: it does not exist
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    "#);
    assert_snapshot!(desk.run(&["sign", "run", "--key", "b.secret.json", "--on", "1 March"]), @r#"
    exit 2
    --- stderr
      × SY0603 `1 March` is no value for `--on DATE`
      help: see `syllogist --help` for the values that are possible
    "#);
}

#[test]
fn what_does_not_verify_is_not_signed() {
    let desk = desk();
    desk.write("run/rules/0.dl", b".decl other(x: symbol)\n");
    let told = desk.run(&["sign", "run", "--key", "a.secret.json", "--on", "2026-03-01"]);
    assert!(told.starts_with("exit 3") && told.contains("SY0705"), "{told}");
    assert!(!desk.path(&of_a()).exists());
}

#[test]
fn a_missing_signature_shows() {
    assert_snapshot!(signed().run(&["verify", "run", "--key", "a.public.json", "--key", "b.public.json"]), @r#"
    exit 3
    --- stderr
      × SY0719 B has not signed this run (key 6a3803d5f059902a)
      help: verify without this key, or ask for the signature
    "#);
}

/// The public key of A as it was before: it held in 2025.
#[test]
fn an_expired_key_counts_for_nothing() {
    let desk = signed();
    desk.write("a.public.json", desk.read("a.public.json").replace("2026-", "2025-").as_bytes());
    assert_snapshot!(desk.run(&["verify", "run", "--key", "a.public.json"]), @r#"
    exit 3
    --- stderr
      × SY0720 the key of A does not hold on 2026-03-01: it holds from 2025-01-01
      │ to 2025-12-31
      help: sign with a key that holds on that day
    "#);
    assert_snapshot!(desk.run(&["verify", "run", "--key", "a.public.json", "--lang", "zh"]), @r#"
    exit 3
    --- stderr
      × SY0720 A的密钥在 2026-03-01 无效：有效期自 2025-01-01 至 2025-12-31
      办法：请使用当日有效的密钥签署
    "#);
}

#[test]
fn a_signature_of_another_run_shows() {
    let desk = signed();
    let told = desk.run(&["run", "m.dl", "--as-of", "2026-01-01", "--seal", "other"]);
    assert!(told.starts_with("exit 0"), "{told}");
    desk.write(&of_a().replace("run/", "other/"), desk.read(&of_a()).as_bytes());
    for arguments in [&["verify", "other"][..], &["verify", "other", "--key", "a.public.json"]] {
        let told = desk.run(arguments);
        assert!(told.starts_with("exit 3") && told.contains("SY0718"), "{told}");
    }
}

/// Without the key a signature proves nothing, so what was changed in it need not show.
#[test]
fn every_changed_byte_of_a_signature_shows_to_who_has_the_key() {
    let desk = signed();
    let keys = vec![key("A", 1).public()];
    let trusted = ledger::Trusted { root: None, keys };
    let text = desk.read(&of_a()).into_bytes();
    for at in 0..text.len() {
        let mut changed = text.clone();
        changed[at] ^= 1 << (at % 7);
        desk.write(&of_a(), &changed);
        assert!(ledger::verify(&desk.path("run"), &trusted).is_err(), "byte {at}");
    }
    desk.write(&of_a(), &text);
    assert!(ledger::verify(&desk.path("run"), &trusted).is_ok());
    desk.write("run/signatures/notes.txt", b"");
    assert!(ledger::verify(&desk.path("run"), &trusted).is_err());
}

#[test]
fn keys_of_unknown_algorithms_and_other_files_are_refused() {
    let desk = signed();
    let public = desk.read("a.public.json");
    desk.write("sm2.json", public.replace("ed25519", "sm2").as_bytes());
    desk.write("twice.json", public.replace("{", "{\"name\":\"B\",").as_bytes());
    desk.write("none.json", b"ssh-ed25519 AAAA\n");
    desk.write("short.json", public.replace("\"key\":\"", "\"key\":\"AAAA").as_bytes());
    let told = ["sm2", "twice", "none", "short", "a.secret"]
        .map(|file| desk.run(&["verify", "run", "--key", &format!("{file}.json")]));
    assert_snapshot!(told.join("\n"), @r#"
    exit 2
    --- stderr
      × SY0716 `sm2.json` is no key: its algorithm is `sm2`, not `ed25519`
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    exit 2
    --- stderr
      × SY0716 `twice.json` is no key: the key `name` is repeated
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    exit 2
    --- stderr
      × SY0716 `none.json` is no key: no JSON (expected value at line 1 column 1)
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    exit 2
    --- stderr
      × SY0716 `short.json` is no key: its field `key` says nothing
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    exit 2
    --- stderr
      × SY0716 `a.secret.json` is no key: its schema is `syllogist/secret-key/1`
      help: `keygen` makes keys; `sign` takes the secret one, `verify` the public
            one
    "#);
}

#[test]
fn keys_are_made_and_never_written_over() {
    let desk = sealed();
    let told = desk.run(&["keygen", "me", "--name", "第三检察部", "--until", "2027-12-31"]);
    assert!(told.starts_with("exit 0") && told.contains("until 2027-12-31"), "{told}");
    assert_eq!(desk.files().iter().filter(|name| name.starts_with("me.")).count(), 2);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |name: &str| desk.path(name).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("me.secret.json"), 0o600);
    }
    let before = desk.read("me.secret.json");
    assert_snapshot!(desk.run(&["keygen", "me", "--name", "B"]), @r#"
    exit 2
    --- stderr
      × SY0722 `me.secret.json` is there already
      help: choose another name: keys are never written over
    "#);
    assert_eq!(desk.read("me.secret.json"), before);
    let other = desk.run(&["keygen", "other", "--name", "B"]);
    assert!(other.starts_with("exit 0") && desk.read("other.secret.json") != before, "{other}");
    let told = desk.run(&["sign", "run", "--key", "me.secret.json", "--on", "2027-12-31"]);
    assert!(told.starts_with("exit 0"), "{told}");
    let told = desk.run(&["verify", "run", "--key", "me.public.json"]);
    assert!(told.starts_with("exit 0") && told.contains("by 第三检察部, 2027-12-31"), "{told}");
    assert_snapshot!(desk.run(&["keygen", "third", "--name", " "]), @r#"
    exit 2
    --- stderr
      × SY0602 `--name NAME` is missing
      help: add it; `syllogist --help` shows what each command takes
    "#);
}
