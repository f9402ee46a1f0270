//! Entity resolution: both evaluators agree on texts made to mislead them, and no pair is lost on the way round comparing all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tests::engine;
use values::Value;

/// What scanners and patterns might read differently.
const PIECES: [&str; 64] = [
    "第",
    "号",
    "号楼",
    "單元",
    "栋",
    "座",
    "楼",
    "室",
    "户",
    "组",
    "一",
    "二",
    "十",
    "百",
    "千",
    "零",
    "〇",
    "九",
    "0",
    "1",
    "12",
    "007",
    "Ａ",
    "b",
    "０",
    "９",
    "（",
    "）",
    "〔",
    "]",
    "【",
    "-",
    "—",
    "#",
    "·",
    ".",
    ",",
    "'",
    " ",
    "　",
    "\n",
    "Co",
    "Ltd",
    "LIMITED",
    "有限公司",
    "有限责任公司",
    "股份",
    "公司",
    "分公司",
    "总",
    "分店",
    "普通合伙",
    "特殊",
    "有限合伙",
    "雲",
    "ß",
    "ŉ",
    "é",
    "甲",
    "x",
    "X",
    "9901",
    "19900307",
    "99010119900307001",
];

fn text(pieces: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..pieces).prop_map(|pieces| pieces.concat())
}

/// Numbers that are nearly right.
fn number() -> impl Strategy<Value = String> {
    let random = [
        "[0-9]{17}[0-9X]",
        "[0-9]{15}",
        "99010119[0-9]{2}0[1-3][0-3][0-9]00[0-9]{2}",
        "990101[0-9]{2}0[1-3][0-3][0-9]99[0-9]",
    ];
    let codes = ["[0-9A-Z]{2}990101[0-9A-HJ-NPQRTUWXY]{10}", "9199010[0-9]MA00000[0-9][0-9A-Y]", "[0-9]{1,6}"];
    let [a, b, c, d] = random;
    let [e, f, g] = codes;
    prop_oneof![a, b, c, d, e, f, g]
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\n', "\\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn both_evaluators_agree(
        texts in prop::collection::vec(prop_oneof![text(9), number()], 40),
        q in -1i64..4,
        most in -1i64..5,
    ) {
        let facts = texts.iter().map(|text| format!("t({}).\n", quoted(text))).collect::<String>();
        let program = format!("
            .decl t(s: symbol)
            {facts}
            .decl form(s: symbol, kind: symbol, form: symbol)
            form(s, \"width\", fold_width(s)), form(s, \"script\", to_simplified(s)), form(s, \"person\", norm_person(s)),
            form(s, \"org\", norm_org(s)), form(s, \"address\", norm_address(s)), form(s, \"document\", norm_document(s)),
            form(s, \"id\", norm_resident_id(s)) :- t(s).
            .decl number(s: symbol, a: number, b: number, c: number, grams: number)
            number(s, is_resident_id(s), is_credit_code(s), is_mod_11_10(s), gram_count(s, {q})) :- t(s).
            .decl part(s: symbol, i: number, part: symbol)
            part(s, i, gram(s, {q}, i)) :- t(s), i = range(-1, 4, 1).
            .decl pair(a: symbol, b: symbol, far: number, near: number, grams: number, words: number)
            pair(a, b, edit_distance(a, b), edit_distance(a, b, {most}), gram_similarity(a, b, {q}), word_similarity(a, b)) :- t(a), t(b).
        ");
        let program = engine::accepted(&program);
        let rows = engine::Rows::default();
        let main = engine::relations(&engine::evaluate(&program, &rows).unwrap());
        let second = engine::reference(&program, &rows).unwrap();
        for relation in ["form", "number", "part", "pair"] {
            prop_assert!(!main[relation].is_empty());
            let apart = main[relation].symmetric_difference(&second[relation]).collect::<Vec<_>>();
            prop_assert!(apart.is_empty(), "{relation}: {apart:?}");
        }
    }

    /// Short texts of few characters: segments that are empty, texts shorter than the distance, many that share everything.
    #[test]
    fn no_near_pair_is_lost(
        left in prop::collection::btree_set("[甲乙丙]{0,9}", 0..12),
        right in prop::collection::btree_set("[甲乙丙]{0,9}", 0..25),
        most in 0i64..4,
    ) {
        let found = found("near", &left, &right, &format!("c.most({most})."));
        let expected = pairs(&left, &right, |a, b| Some(distance(a, b)).filter(|distance| *distance <= most));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn no_alike_pair_is_lost(
        left in prop::collection::btree_set("[甲乙丙]{0,9}", 0..12),
        right in prop::collection::btree_set("[甲乙丙]{0,9}", 0..25),
        least in 0i64..=100,
        q in 1usize..4,
    ) {
        let found = found("alike", &left, &right, &format!("c.least({least}). c.size({q})."));
        let expected = pairs(&left, &right, |a, b| Some(shared_percent(a, b, q)).filter(|percent| *percent >= least));
        prop_assert_eq!(found, expected);
    }
}

type Pairs = BTreeSet<(String, String, i64)>;

/// What the component of the rule library gives for two lists.
fn found(component: &str, left: &BTreeSet<String>, right: &BTreeSet<String>, facts: &str) -> Pairs {
    let library = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/entities/");
    let rules = std::fs::read_to_string(format!("{library}{component}.dl")).unwrap();
    let upper = format!("{}{}", component[..1].to_uppercase(), &component[1..]);
    let facts_of = |side: &str, texts: &BTreeSet<String>| {
        texts.iter().map(|text| format!("c.{side}({}).\n", quoted(text))).collect::<String>()
    };
    let program =
        format!("{rules}\n.init c = {upper}\n{facts}\n{}{}", facts_of("left", left), facts_of("right", right));
    let program = engine::accepted(&program);
    let rows = engine::Rows::default();
    let relations = engine::relations(&engine::evaluate(&program, &rows).unwrap());
    assert_eq!(relations, engine::reference(&program, &rows).unwrap());
    let tuples = relations[&format!("c.{component}")].iter().map(|tuple| match &tuple[..] {
        [Value::Symbol(a), Value::Symbol(b), Value::Number(n)] => (a.to_string(), b.to_string(), *n),
        other => panic!("{other:?}"),
    });
    tuples.collect()
}

/// All pairs compared.
fn pairs(left: &BTreeSet<String>, right: &BTreeSet<String>, of: impl Fn(&str, &str) -> Option<i64>) -> Pairs {
    let all = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    all.filter_map(|(a, b)| Some((a.clone(), b.clone(), of(a, b)?))).collect()
}

/// As it is defined.
fn distance(a: &str, b: &str) -> i64 {
    let (a, b) = (a.chars().collect::<Vec<_>>(), b.chars().collect::<Vec<_>>());
    let mut table = BTreeMap::<_, i64>::new();
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let cell = match (i, j) {
                (0, n) | (n, 0) => n as i64,
                _ => {
                    let replaced = table[&(i - 1, j - 1)] + i64::from(a[i - 1] != b[j - 1]);
                    replaced.min(table[&(i - 1, j)] + 1).min(table[&(i, j - 1)] + 1)
                }
            };
            table.insert((i, j), cell);
        }
    }
    table[&(a.len(), b.len())]
}

fn shared_percent(a: &str, b: &str, q: usize) -> i64 {
    let grams = |s: &str| {
        let chars = s.chars().collect::<Vec<_>>();
        match chars.len() {
            0 => Vec::new(),
            count if count <= q => vec![chars],
            _ => chars.windows(q).map(<[char]>::to_vec).collect(),
        }
    };
    let (a, mut rest) = (grams(a), grams(b));
    let both = a.len() + rest.len();
    let mut shared = 0;
    for gram in &a {
        if let Some(at) = rest.iter().position(|other| other == gram) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    if both == 0 { 100 } else { 100 * shared / (both as i64 - shared) }
}
