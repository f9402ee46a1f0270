//! What relations make of their tuples, as it should read.

use diagnostics::Lang;
use proof::Limits;
use serde_json::{Value as Json, json};

use super::given::{Given, PLAIN, row};
use super::schema::{PROOF, WHY_NOT, fits};
use crate::{json as proof_json, text, why_not_json, why_not_text};

fn told(given: &Given, relation: &str, args: &[&str], limits: &Limits, lang: Lang) -> String {
    let args = row(args).into_iter().map(Some).collect();
    given.why(relation, args, limits, |derivation, model| text(derivation, model, &given.files, lang, 80))
}

fn written(given: &Given, relation: &str, args: &[&str], limits: &Limits) -> Json {
    let args = row(args).into_iter().map(Some).collect();
    let written = given.why(relation, args, limits, |derivation, model| proof_json(derivation, model, &given.files));
    fits(&written, PROOF);
    written
}

fn missing(given: &Given, relation: &str, args: &[&str], lang: Lang) -> (String, Json) {
    let args = row(args).into_iter().map(Some).collect();
    given.why_not(relation, args, |why_not, question, model, places| {
        let written = why_not_json(why_not, question, model, &given.files);
        fits(&written, WHY_NOT);
        (why_not_text(why_not, question, model, places, &given.files, lang, 80), written)
    })
}

fn people() -> Given {
    Given::program(
        ".decl same(a: symbol, b: symbol) eqrel\n.output same\nsame(\"a\", \"b\"). same(\"c\", \"b\").\nsame(\"d\", \"e\").\n",
    )
}

#[test]
fn a_chain_of_pairs() {
    let expected = r#"same("a", "c")
│ transitive: 2 pairs lead from one to the other
├ same("a", "b")
│   stated in the rules: m.dl:3
└ read backwards: same("c", "b")
    stated in the rules: m.dl:3
"#;
    assert_eq!(told(&people(), "same", &["a", "c"], &PLAIN, Lang::En), expected);
    let expected = r#"same("b", "a")
│ 对称：反过来成立
└ 反向：same("a", "b")
    规则文本载明：m.dl:3
"#;
    assert_eq!(told(&people(), "same", &["b", "a"], &PLAIN, Lang::Zh), expected);
    let expected = r#"same("d", "d")
│ 自反：出现过的值与自身等价
└ same("d", "e")
    规则文本载明：m.dl:4
"#;
    assert_eq!(told(&people(), "same", &["d", "d"], &PLAIN, Lang::Zh), expected);
    let proof = written(&people(), "same", &["a", "c"], &PLAIN);
    let answer = &proof["nodes"][2];
    assert_eq!((&answer["kind"], &answer["form"]), (&json!("implied"), &json!("transitive")));
    assert_eq!(answer["links"], json!([{"node": 0, "turned": false}, {"node": 1, "turned": true}]));
}

#[test]
fn a_long_chain_is_cut() {
    let text = ".decl next(x: number, y: number)\nnext(x, x + 1) :- x = range(0, 30).\n\
                .decl same(a: number, b: number) eqrel\n.output same\nsame(x, y) :- next(x, y).\n";
    let told = told(&Given::program(text), "same", &["0", "30"], &PLAIN, Lang::En);
    assert!(told.contains("transitive: 30 pairs lead"), "{told}");
    assert!(told.ends_with("└ ... and 10 more\n"), "{told}");
}

#[test]
fn values_apart() {
    let (text, written) = missing(&people(), "same", &["a", "d"], Lang::En);
    let expected = "same(\"a\", \"d\") does not hold.\nNo rule and no record gives `same` such a fact.\n\
                    No pairs of `same` lead from one of the values to the other.\n";
    assert_eq!(text, expected);
    assert_eq!((&written["facts"], &written["barriers"]), (&json!(13), &json!([{"kind": "apart", "unknown": []}])));
    let (text, written) = missing(&people(), "same", &["a", "x"], Lang::Zh);
    assert!(text.ends_with("`same` 的各对中没有 \"x\"。\n"), "{text}");
    assert_eq!(written["barriers"], json!([{"kind": "apart", "unknown": ["x"]}]));
}

#[test]
fn the_first_of_a_key() {
    let given = Given::program(
        ".decl given(case: number, court: symbol)\ngiven(1, \"south\"). given(1, \"north\").\n\
         .decl court(case: number, name: symbol) choice-domain case, (case, name)\n.output court\n\
         court(c, n) :- given(c, n).\n",
    );
    let expected = r#"court(1, "north")
│ major premise: rule `court#1`, m.dl:5
│ kept: no fact before it has the same `case` or `(case, name)`
│ minor premise:
└ given(1, "north")
    stated in the rules: m.dl:2
"#;
    assert_eq!(told(&given, "court", &["1", "north"], &PLAIN, Lang::En), expected);
    let expected = r#"court(1, "south") 不成立。
`court` 中 `case` 相同的事实只保留最先得出的一条，即 court(1, "north")。
有 1 条规则可能得出，以下逐条列出首个不成立的前提：

规则 `court#1`，m.dl:5
│ 成立：given(1, "south")
│     规则文本载明：m.dl:2
└ 前提全部成立，未成为事实的原因见上文
    其中 c = 1，n = "south"
"#;
    let (text, written) = missing(&given, "court", &["1", "south"], Lang::Zh);
    assert_eq!(text, expected);
    assert_eq!(written["barriers"], json!([{"kind": "taken", "key": ["case"], "by": ["1", "north"]}]));
    assert_eq!(written["attempts"][0]["obstacle"], "none");
}

fn roads() -> Given {
    Given::program(
        ".decl road(x: number, y: number, w: number)\nroad(1, 2, 9). road(1, 3, 1). road(3, 2, 1).\n\
         .decl distance(x: number, d: number)\n.output distance\ndistance(1, 0).\n\
         distance(y, d + w) :- distance(x, d), road(x, y, w).\n\
         distance(x, d) <= distance(x, e) :- e < d.\n\
         .decl seen(x: number, d: number)\n.output seen\nseen(x, d) :- distance(x, d).\n\
         distance(x, 99) :- seen(x, 50).\n",
    )
}

#[test]
fn a_fact_that_was_replaced() {
    let limits = Limits { depth: Some(1), ..PLAIN };
    let expected = r#"seen(2, 9)
│ major premise: rule `seen#1`, m.dl:10
│ minor premise:
└ distance(2, 9)
    major premise: rule `distance#1`, m.dl:6
    held until round 2, then distance(2, 2) took its place: m.dl:7
    (what it rests on is left out here)
"#;
    assert_eq!(told(&roads(), "seen", &["2", "9"], &limits, Lang::En), expected);
    let proof = written(&roads(), "seen", &["2", "9"], &limits);
    let by = json!({"args": ["2", "2"], "at": {"file": "m.dl", "line": 7}});
    assert_eq!(proof["nodes"][0]["replaced"], json!({"round": 2, "by": by}));
    let (text, written) = missing(&roads(), "distance", &["2", "9"], Lang::Zh);
    assert!(text.contains("distance(2, 9) 曾经得出，但由 distance(2, 2) 取代：m.dl:7。\n"), "{text}");
    assert_eq!(written["barriers"][0]["replaced"]["by"], by);
}

#[test]
fn rounds_repeated_and_cut() {
    let given = Given::program(
        ".decl n(x: number)\n.limitsize n(n = 3)\n.output n\nn(0).\nn(x + 1) :- n(x).\n\
         .decl d = debug_delta(n)\n.output d\n",
    );
    let (text, written) = missing(&given, "n", &["3"], Lang::En);
    assert!(text.contains("The `.limitsize` of `n` ended the rounds before nothing was new;"), "{text}");
    assert_eq!(written["barriers"], json!([{"kind": "cut", "relation": "n"}]));
    let args = vec![None, Some(values::Value::Number(2))];
    let told = given.why("d", args, &Limits { depth: Some(1), ..PLAIN }, |derivation, model| {
        fits(&proof_json(derivation, model, &given.files), PROOF);
        crate::text(derivation, model, &given.files, Lang::Zh, 80)
    });
    let expected =
        "d(2, 2)\n│ 递归第 2 轮（从 0 数起）新增\n└ n(2)\n    大前提：规则 `n#1`，m.dl:5\n    （其依据在此略去）\n";
    assert_eq!(told, expected);
}
