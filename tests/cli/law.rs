//! What `run`, `why` and `outline` say of programs that speak law.

use insta::assert_snapshot;

use crate::Desk;

const LEASE: &str = include_str!("law/lease.dl");
const JUDGEMENT: &str = include_str!("law/judgement.dl");

/// Seven auctions: two clues, two that lack a finding, one that lacks a declaration of completeness, two that are none.
pub fn leases() -> Desk {
    Desk::with(&[
        ("m.dl", LEASE),
        (
            "拍卖.csv",
            "案号,标的,区,成交日,起拍价,成交价\nA-1,P-1,南区,2023-05-01,100,60\nA-2,P-2,南区,2023-05-01,100,60\n\
             A-3,P-3,北区,2023-05-01,100,60\nA-4,P-4,北区,2023-05-01,100,90\nA-5,P-5,南区,2023-05-01,100,60\n\
             A-6,P-6,南区,2023-05-01,100,60\n\
             A-7,P-7,北区,2023-05-01,100,60\n",
        ),
        (
            "租约.csv",
            "编号,标的,年限\nL-1,P-1,20\nL-2,P-2,20\nL-3,P-3,20\nL-4,P-4,20\nL-5,P-5,5\nL-6,P-6,30\nL-7,P-7,30\n",
        ),
        ("占有.csv", "标的,区,占有日\nP-2,南区,2023-01-15\nP-6,南区,2023-01-20\n"),
        (
            "占有申报.csv",
            "区,from,to,declared_by,on\n南区,2022-01-01,2022-12-31,南区法院,2023-06-01\n南区,2023-01-01,2023-12-31,南区法院,2024-01-10\n",
        ),
        (
            "恶意.csv",
            "案号,value,by,on,basis\nA-2,是,张某,2023-08-01,询问笔录\nA-1,是,张某,2023-08-01,询问笔录\nA-1,否,李某,2023-09-01,阅卷\nA-7,否,李某,2023-09-01,阅卷\n",
        ),
    ])
}

fn asked(desk: &Desk, lang: &str, question: &str) -> String {
    desk.run(&["--lang", lang, "why", "m.dl", question, "--param", "低价比例=0.7", "-w"])
}

#[test]
fn a_run_says_how_each_candidate_stands() {
    let desk = leases();
    assert_snapshot!("run_zh", desk.run(&["--lang", "zh", "run", "m.dl", "--param", "低价比例=0.7"]));
    assert_snapshot!("run_en", desk.stdout(&["run", "m.dl", "--param", "低价比例=0.7"]));
}

#[test]
fn both_evaluators_say_the_same_of_the_candidates() {
    let desk = leases();
    let summary = |engine: &str| {
        let told = desk.stdout(&["run", "m.dl", "--param", "低价比例=0.7", "--engine", engine]);
        told.lines().take_while(|line| !line.is_empty()).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    };
    let (main, reference) = (summary("main"), summary("reference"));
    for number in ["7 candidates", "2 clues", "2 conditional", "1 undetermined", "2 none"] {
        assert!(main.contains(number) && reference.contains(number), "{main}\n{reference}");
    }
}

#[test]
fn a_derivation_carries_norms_exceptions_and_completeness() {
    assert_snapshot!("why_zh", asked(&leases(), "zh", "线索(\"A-1\", _)"));
    assert_snapshot!("why_en", asked(&leases(), "en", "线索(\"A-1\", _)"));
    let found =
        ["--lang", "en", "why", "m.dl", "线索(\"A-2\", _)", "--param", "低价比例=0.7", "-w", "--format", "prose"];
    assert_snapshot!("prose_of_a_finding", leases().run(&found));
}

#[test]
fn what_is_open_is_told_with_whom_to_ask() {
    let desk = leases();
    assert_snapshot!("open_zh", asked(&desk, "zh", "线索(\"A-3\", _)"));
    assert_snapshot!("open_en", asked(&desk, "en", "线索(\"A-3\", _)"));
    let open = asked(&desk, "zh", "线索?(\"A-3\", _)");
    assert_eq!(open.replacen("exit 0", "exit 3", 1), asked(&desk, "zh", "线索(\"A-3\", _)"));
    assert!(asked(&desk, "en", "线索?(\"A-2\", _)").starts_with("exit 3\n--- stdout\n线索(\"A-2\", _) is not open."));
}

#[test]
fn a_candidate_that_is_no_clue_is_told_by_its_elements() {
    assert_snapshot!("elements_zh", asked(&leases(), "zh", "线索(\"A-5\", _)"));
    assert_snapshot!("elements_en", asked(&leases(), "en", "线索(\"A-6\", \"L-6\")"));
}

#[test]
fn readings_stand_side_by_side() {
    let desk = leases();
    let both = ["--param", "低价比例=0.7", "--param", "低价比例=0.55"];
    assert_snapshot!("readings", desk.stdout(&[&["--lang", "zh", "run", "m.dl"], &both[..]].concat()));
    let told = desk.run(&[&["why", "m.dl", "线索(\"A-2\", _)", "--depth", "1"], &both[..]].concat());
    assert!(told.starts_with("exit 0\n--- stdout\nreading 低价比例 = 0.7\n\nclue "), "{told}");
    assert!(told.contains("\nreading 低价比例 = 0.55\n"), "{told}");
    for words in [&["run", "m.dl", "-D", "out"][..], &["why", "m.dl", "线索(_, _)", "--format", "json"]] {
        let refused = desk.run(&[words, &both[..]].concat());
        assert!(refused.starts_with("exit 2") && refused.contains("SY0628"), "{refused}");
    }
}

#[test]
fn a_parameter_needs_a_value() {
    let desk = leases();
    let refused = desk.run(&["run", "m.dl"]);
    assert!(refused.starts_with("exit 2") && refused.contains("SY0613"), "{refused}");
    desk.write("syllogist.toml", "program = \"m.dl\"\n[parameters]\n\"低价比例\" = 0.7\n".as_bytes());
    let by_project = desk.stdout(&["run", ".", "--lang", "zh"]);
    let by_option = desk.stdout(&["run", "m.dl", "--lang", "zh", "--param", "低价比例=0.7"]);
    assert_eq!(by_project.lines().next(), by_option.lines().next());
    desk.write("syllogist.toml", "program = \"m.dl\"\nparameters = [1]\n".as_bytes());
    assert!(desk.run(&["run", "."]).contains("SY0612"));
}

#[test]
fn json_says_what_the_text_says() {
    let desk = leases();
    let json = |question: &str| {
        let told = desk.stdout(&["why", "m.dl", question, "--param", "低价比例=0.7", "-w", "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&told).unwrap()
    };
    let proof = json("线索(\"A-1\", _)");
    let nodes = proof["nodes"].as_array().unwrap();
    let of_kind = |kind: &str| nodes.iter().find(|node| node["kind"] == kind).unwrap();
    assert_eq!(of_kind("in_force")["norm"]["law"], "中华人民共和国民法典");
    assert_eq!(of_kind("parameter")["replaced"], false);
    let exception = of_kind("exception");
    assert_eq!((&exception["form"], &exception["relation"]), (&"unless".into(), &"实际占有".into()));
    let declared = exception["complete"].as_array().unwrap();
    assert_eq!(declared.len(), 4, "two relations complete everywhere, two declarations for the period");
    assert_eq!(nodes[declared[2]["node"].as_u64().unwrap() as usize]["kind"], "record");
    let why_not = json("线索(\"A-3\", _)");
    let outcomes = why_not["open"].as_array().unwrap().iter().map(|open| open["outcome"].as_str().unwrap());
    assert_eq!(outcomes.collect::<Vec<_>>(), ["conditional", "undetermined"]);
    assert_eq!(why_not["open"][1]["points"][0]["records"], "占有");
    assert_eq!(why_not["elements"][0]["state"], "met");
}

#[test]
fn both_versions_provisos_and_conflicts() {
    let desk = Desk::with(&[("m.dl", JUDGEMENT)]);
    assert_snapshot!("judgement_run", desk.stdout(&["--lang", "zh", "run", "m.dl", "-w"]));
    let why = |question: &str| desk.stdout(&["--lang", "zh", "why", "m.dl", question, "-w"]);
    let prose = |question: &str| desk.stdout(&["--lang", "zh", "why", "m.dl", question, "-w", "--format", "prose"]);
    assert_snapshot!("prose_of_a_judgement", [prose("从宽(\"B-1\", _)"), prose("罚款(\"B-1\", _)")].join("\n\n"));
    assert_snapshot!("proviso", [why("从宽(\"B-1\", _)"), why("从宽(\"B-2\", _)")].join("\n\n"));
    assert_snapshot!("precedence", [why("罚款(\"B-1\", _)"), why("罚款(\"B-2\", 500)")].join("\n\n"));
}

#[test]
fn an_outline_shows_models_norms_parameters_and_exceptions() {
    assert_snapshot!("outline_zh", leases().stdout(&["--lang", "zh", "outline", "m.dl", "-w"]));
    assert_snapshot!("outline_en", leases().stdout(&["outline", "m.dl", "-w"]));
    assert_snapshot!("outline_judgement", Desk::with(&[("m.dl", JUDGEMENT)]).stdout(&["outline", "m.dl", "-w"]));
    let plain = Desk::with(&[("m.dl", ".decl p(x: number)\n.output p\np(1).\np(x + 1) :- p(x), x < 3.\n")]);
    assert_snapshot!("outline_compiled", plain.stdout(&["outline", "m.dl", "--compiled", "-w"]));
}
