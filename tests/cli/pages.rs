//! `syllogist why --format html|dot|mermaid|prov` and `syllogist report`.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::{Desk, leases};

const CLUE: &str = "long_lease(\"L-1\", \"P-1\")";

#[test]
fn a_graph_for_graphviz() {
    assert_snapshot!(leases().run(&["why", "m.dl", CLUE, "--format", "dot"]), @r##"
    exit 0
    --- stdout
    digraph proof {
      rankdir=BT;
      charset="UTF-8";
      node [shape=box, style=filled, fillcolor=white, fontname="sans-serif", fontsize=10];
      n0 [label="lease(\"L-1\", \"P-1\", 25, 100.5m)\l", shape=note, fillcolor="#eef3e6"];
      n1 [label="y (25) is at least 20\l", shape=ellipse, fillcolor="#f6f6f6"];
      n2 [label="there is no possession(\"P-1\")\l", style="filled,dashed", fillcolor="#f7ecec"];
      n3 [label="long_lease(\"L-1\", \"P-1\")\llong_lease#1; cc_725\l", fillcolor="#e8eef6", penwidth=2];
      n0 -> n3;
      n1 -> n3;
      n2 -> n3;
    }
    "##);
}

#[test]
fn a_graph_for_mermaid() {
    assert_snapshot!(leases().run(&["why", "m.dl", CLUE, "--format", "mermaid", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    flowchart BT
      n0[/"lease(#34;L-1#34;, #34;P-1#34;, 25, 100.5m)"/]:::record
      n1(["y（25）不少于 20"]):::computed
      n2["查无 possession(#34;P-1#34;)"]:::absent
      n3["long#95;lease(#34;L-1#34;, #34;P-1#34;)<br>long#95;lease#35;1；cc#95;725"]:::concluded
      n0 --> n3
      n1 --> n3
      n2 --> n3
      classDef record fill:#eef3e6,stroke:#4c5a32,color:#111
      classDef concluded fill:#e8eef6,stroke:#2f4a6d,color:#111
      classDef absent fill:#f7ecec,stroke:#7a3b3b,color:#111,stroke-dasharray:4 3
      classDef computed fill:#f6f6f6,stroke:#666,color:#111
    "#);
}

/// Every relation of a PROV document names things that it declares, in the words of the submission.
#[test]
fn provenance_is_well_formed() {
    let told = leases().stdout(&["why", "m.dl", CLUE, "--format", "prov"]);
    let document: Json = serde_json::from_str(&told).unwrap();
    let names = |kind: &str| document[kind].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let (entities, activities, agents) = (names("entity"), names("activity"), names("agent"));
    let declared = |field: &str, name: &str| match field {
        "prov:entity" | "prov:usedEntity" | "prov:generatedEntity" | "prov:plan" => entities.contains(name),
        "prov:activity" => activities.contains(name),
        "prov:agent" => agents.contains(name),
        _ => true,
    };
    let expected = [
        ("used", vec!["prov:activity", "prov:entity"]),
        ("wasGeneratedBy", vec!["prov:entity", "prov:activity"]),
        ("wasDerivedFrom", vec!["prov:generatedEntity", "prov:usedEntity"]),
        ("wasAssociatedWith", vec!["prov:activity", "prov:agent", "prov:plan"]),
    ];
    for (kind, fields) in &expected {
        for (name, relation) in document[kind].as_object().unwrap() {
            assert!(name.starts_with("_:"), "{name}");
            assert!(fields.iter().all(|field| relation[field].is_string()), "{kind} {relation}");
            for (field, value) in relation.as_object().unwrap() {
                assert!(value.as_str().is_none_or(|value| declared(field, value)), "{kind} {field} {value}");
            }
        }
    }
    let prefixes = names("prefix");
    let mut qualified = entities.iter().chain(&activities).chain(&agents);
    assert!(qualified.all(|name| prefixes.contains(name.split(':').next().unwrap())));
    // The clue rests on the lease, on a comparison and on an absence; the lease stands in two rows of one file.
    let label = |name: &Json| document["entity"][name.as_str().unwrap()]["prov:label"].clone();
    let text = |label: Json| label["$"].as_str().or(label.as_str()).unwrap().to_string();
    let derived = document["wasDerivedFrom"].as_object().unwrap().values();
    let mut pairs = derived
        .map(|way| format!("{} <- {}", text(label(&way["prov:generatedEntity"])), text(label(&way["prov:usedEntity"]))))
        .collect::<Vec<_>>();
    pairs.sort();
    assert_snapshot!(pairs.join("\n"), @r##"
    lease("L-1", "P-1", 25, 100.5m) <- lease.csv
    lease("L-1", "P-1", 25, 100.5m) <- lease.csv
    long_lease("L-1", "P-1") <- lease("L-1", "P-1", 25, 100.5m)
    long_lease("L-1", "P-1") <- there is no possession("P-1")
    long_lease("L-1", "P-1") <- y (25) is at least 20
    "##);
}

/// The policy names the hashes of the very style and script in the page, and nothing else is there that could run.
#[test]
fn the_page_lets_only_its_own_script_run() {
    let page = leases().stdout(&["why", "m.dl", CLUE, "--format", "html"]);
    let between = |from: &str, to: &str| {
        let start = page.find(from).unwrap_or_else(|| panic!("{from}")) + from.len();
        &page[start..start + page[start..].find(to).unwrap()]
    };
    let policy = between("Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for (directive, text) in
        [("style-src", between("<style>", "</style>")), ("script-src", between("\n<script>", "</script>"))]
    {
        let hash = between(&format!("{directive} 'sha256-"), "'");
        assert_eq!(base64(&Sha256::digest(text.as_bytes())), hash, "{directive}");
    }
    assert_eq!(page.matches("<script").count(), 2);
    let data: Json = serde_json::from_str(between("id=\"proof\">", "</script>")).unwrap();
    assert_eq!(data["nodes"].as_array().unwrap().len(), 4);
    for outside in ["http:", "https:", "src=", "href="] {
        assert!(!page.replace("http://www.w3.org/2000/svg", "").contains(outside), "{outside}");
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect::<Vec<_>>();
    let six = |bits: &[u8]| (0..6).fold(0, |all, at| all << 1 | usize::from(bits.get(at).copied().unwrap_or(0)));
    let digits = bits.chunks(6).map(|bits| char::from(DIGITS[six(bits)])).collect::<String>();
    let fill = (4 - digits.len() % 4) % 4;
    digits + &"=".repeat(fill)
}

#[test]
fn an_answer_may_be_written_to_a_file() {
    let desk = leases();
    assert_snapshot!(desk.run(&["why", "m.dl", CLUE, "-o", "out/clue.txt"]), @r##"
    exit 0
    --- stderr
    out/clue.txt: written
    "##);
    assert_eq!(desk.read("out/clue.txt").trim_end(), desk.stdout(&["why", "m.dl", CLUE]));
    desk.run(&["why", "m.dl", CLUE, "--format", "json", "--output", "clue.json"]);
    assert_eq!(desk.read("clue.json"), format!("{}\n", desk.stdout(&["why", "m.dl", CLUE, "--format", "json"])));
    // Neither rules nor records are overwritten.
    let rules = desk.read("m.dl");
    assert!(desk.run(&["why", "m.dl", CLUE, "-o", "m.dl"]).starts_with("exit 1"));
    assert!(desk.run(&["why", "m.dl", CLUE, "-o", "lease.csv"]).starts_with("exit 1"));
    assert_eq!(desk.read("m.dl"), rules);
    assert_eq!(desk.files().iter().filter(|name| name.ends_with(".txt")).collect::<Vec<_>>(), ["out/clue.txt"]);
}

#[test]
fn a_report_is_a_folder_of_pages() {
    let desk = leases();
    let before = desk.files();
    assert_snapshot!(desk.run(&["report", "m.dl", "-o", "report"]), @r##"
    exit 0
    --- stderr
    report/index.html: 1 clue, 8 files
    "##);
    let all = desk.files();
    let files = all.iter().filter(|name| !before.contains(name)).cloned().collect::<Vec<_>>();
    assert_snapshot!(files.join("\n"), @r##"
    report/assets/page.css
    report/assets/page.js
    report/assets/site.css
    report/assets/site.js
    report/clues-1.html
    report/index.html
    report/proofs/887fbca980f0bf2f.html
    report/sources.html
    "##);
    let index = desk.read("report/index.html");
    assert!(index.contains("clues-1.html#g0"), "{index}");
    let place = desk.folder.path().to_string_lossy().to_string();
    assert!(files.iter().all(|name| !desk.read(name).contains(&place)), "a page says where it was made");
    // The same bytes with any number of threads, and wherever the program is named from.
    let absolute = desk.path("m.dl").display().to_string();
    desk.run(&["report", "m.dl", "-o", "again", "-j", "3"]);
    desk.run(&["report", &absolute, "-o", "elsewhere"]);
    for name in &files {
        assert_eq!(desk.read(name), desk.read(&name.replacen("report", "again", 1)), "{name}");
        assert!(desk.path(&name.replacen("report", "elsewhere", 1)).exists());
    }
}

#[test]
fn a_report_replaces_a_report_and_nothing_else() {
    let desk = leases();
    desk.run(&["report", "m.dl", "-o", "report"]);
    let gone = "report/proofs/0123456789abcdef.html";
    desk.write(gone, b"of a clue that is gone");
    desk.write("report/proofs/mine.txt", b"mine");
    desk.write("report/open-7.html", b"of an earlier run");
    assert!(desk.run(&["report", "m.dl", "-o", "report"]).starts_with("exit 0"));
    assert!(!desk.path(gone).exists() && !desk.path("report/open-7.html").exists());
    assert_eq!(desk.read("report/proofs/mine.txt"), "mine");
    assert_snapshot!(desk.run(&["report", "m.dl", "-o", "."]), @r##"
    exit 2
    --- stderr
      × SY0650 `.` holds files that are no report
      help: name a new or empty folder, or one with an earlier report
    "##);
}

#[test]
fn a_report_tells_of_rejected_rows() {
    let desk = leases();
    let rows = desk.read("lease.csv");
    desk.write("lease.csv", format!("{rows}\nL-8,P-8,<b>many</b>,1\n").as_bytes());
    assert!(desk.run(&["report", "m.dl", "-o", "report"]).starts_with("exit 1"));
    assert!(!desk.path("report").exists());
    let told = desk.run(&["report", "m.dl", "-o", "report", "--rejects", "rejects.csv"]);
    assert!(told.starts_with("exit 0"), "{told}");
    let sources = desk.read("report/sources.html");
    assert!(sources.contains("&lt;b&gt;many&lt;/b&gt;") && !sources.contains("<b>many"), "{sources}");
}

#[test]
fn several_readings_do_not_fit_into_one_file() {
    let desk = Desk::with(&[("m.dl", ".param low: number\n.decl q(x: number)\n.output q\nq(x) :- low(x).\n")]);
    let two = ["--param", "low=1", "--param", "low=2"];
    for asked in [
        &["report", "m.dl", "-o", "r"][..],
        &["why", "m.dl", "q(1)", "--format", "html"],
        &["why", "m.dl", "q(1)", "-o", "x"],
    ] {
        let told = desk.run(&[asked, &two].concat());
        assert!(told.starts_with("exit 2") && told.contains("SY0628"), "{told}");
    }
    assert_eq!(desk.files(), ["m.dl"]);
}

/// Candidates that are open have pages of their own, named by the model and what names the candidate.
#[test]
fn a_report_tells_of_each_open_candidate() {
    let desk = crate::law::leases();
    let parameter = ["--param", "低价比例=0.7", "-w"];
    let stale = "report/open/0123456789abcdef.html";
    assert!(desk.run(&[&["report", "m.dl", "-o", "report"], &parameter[..]].concat()).starts_with("exit 0"));
    desk.write(stale, b"of a candidate that is open no more");
    assert!(desk.run(&[&["report", "m.dl", "-o", "report", "-j", "3"], &parameter[..]].concat()).starts_with("exit 0"));
    assert!(!desk.path(stale).exists());
    let pages = desk.files().into_iter().filter(|name| name.starts_with("report/open/")).collect::<Vec<_>>();
    assert_eq!(pages.len(), 3, "two conditional, one undetermined");
    let list = desk.read("report/open-1.html");
    let place = desk.folder.path().to_string_lossy().to_string();
    for name in &pages {
        assert!(list.contains(&format!("href=\"{}\"", name.trim_start_matches("report/"))), "{name}");
        assert!(!desk.read(name).contains(&place), "{name} says where it was made");
    }
    // printf '%s' '["带租拍卖","拍卖","A-7"]' | sha256sum | cut -c 1-16
    let text = serde_json::to_string(&["带租拍卖", "拍卖", "A-7"]).unwrap();
    let id = Sha256::digest(text.as_bytes())[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert!(desk.read(&format!("report/open/{id}.html")).contains("无法判断"), "{id}");
}
