//! What comes near to a fact that does not hold, and what candidates lack, as they should read.

use diagnostics::Lang;
use proof::Lacking;
use serde_json::json;
use values::Value;

use super::given::{Given, row};
use super::schema::{MISSING, WHY_NOT, fits};
use crate::why_not::lacking_json;
use crate::{About, ReasonKind, Refusal, Telling, missing_json, missing_text, refusal_reasons, refusal_text};

/// Leases that are long and transferred, none of which is both.
fn leases() -> Given {
    Given::program(
        "\
.decl lease(id: symbol, property: symbol, signed: date, years: number, rent: decimal)
.decl possession(property: symbol)
.input lease, possession(rfc4180=true)
.decl paid(id: symbol, amount: decimal)
paid(\"L-1\", 50m). paid(\"L-1\", 20m).
.decl handed(property: symbol)
handed(\"P-7\").
handed(p) :- transferred(p).
.decl transferred(property: symbol)
transferred(p) :- possession(p), handed(p).
.decl used(property: symbol)
used(p) :- possession(p), lease(_, p, _, _, _).
.decl enough(id: symbol)
.output enough
enough(i) :- lease(i, _, _, _, r), s = sum a : paid(i, a), s >= r.
.decl long(id: symbol, property: symbol)
.output long
long(i, p) :- lease(i, p, d, y, _), d < d\"2020-01-01\", y >= 20, transferred(p), enough(i).
long(i, p) :- lease(i, p, _, y, _), y >= 40, !used(p).
",
    )
    .records(
        "lease",
        vec![
            row(&["L-1", "P-1", "2020-01-04", "25", "100.5m"]),
            row(&["L-2", "P-2", "2019-01-01", "3", "9m"]),
            row(&["L-3", "P-3", "2018-01-01", "45", "1m"]),
        ],
    )
    .records("possession", vec![row(&["P-3"]), row(&["P-9"])])
}

fn told(relation: &str, args: &[Option<&str>], lang: Lang) -> String {
    let args = args.iter().map(|arg| arg.map(Value::symbol)).collect();
    leases().lacking(relation, args, lang, |lacking, telling| refusal_text(&refusal(lacking, telling), telling))
}

fn refusal<'r>(lacking: &'r [Lacking], telling: &Telling<'r>) -> Refusal<'r> {
    Refusal { open: &[], lacking, elements: &[], written: telling.model.program }
}

/// The same steps in both languages, each behind what is below it, and nothing that the text does not say.
#[test]
fn the_steps_are_those_of_the_text() {
    let args = vec![Some(Value::symbol("L-1")), Some(Value::symbol("P-1"))];
    let steps = |lang| {
        leases().lacking("long", args.clone(), lang, |lacking, telling| {
            let refusal = refusal(lacking, telling);
            (refusal_reasons(&refusal, telling), refusal_text(&refusal, &Telling { width: 10_000, ..*telling }))
        })
    };
    let ((en, text), (zh, _)) = (steps(Lang::En), steps(Lang::Zh));
    assert_eq!(en.answers, [en.steps.len() - 1]);
    assert_eq!(en.answers, zh.answers);
    for (number, (en, zh)) in en.steps.iter().zip(&zh.steps).enumerate() {
        assert_eq!((en.kind, &en.about, &en.below), (zh.kind, &zh.about, &zh.below));
        assert_eq!(en.notes.len(), zh.notes.len());
        assert!(en.below.iter().all(|below| *below < number));
        let is_heading = en.kind == ReasonKind::Attempt;
        assert!(is_heading || text.contains(&en.said), "{}", en.said);
        assert!(en.notes.iter().all(|note| text.contains(note.as_str())), "{:?}", en.notes);
    }
    let records = en.steps.iter().filter(|step| matches!(step.about, About::Record { .. })).count();
    assert!(records >= 2, "{records}");
}

#[test]
fn a_step_that_would_rest_on_itself_ends() {
    let given = Given::program(
        "\
.decl a(x: symbol)
.output a
.decl b(x: symbol)
a(x) :- b(x).
b(x) :- a(x).
b(x) :- b(x), a(x).
",
    );
    let args = vec![Some(Value::symbol("A"))];
    let reasons =
        given.lacking("a", args, Lang::En, |lacking, telling| refusal_reasons(&refusal(lacking, telling), telling));
    let ends = reasons.steps.iter().filter(|step| step.notes.iter().any(|note| note.contains("rest on itself")));
    assert_eq!(ends.map(|step| step.said.as_str()).collect::<Vec<_>>(), ["a(x)", "b(x)"]);
    let lacking = reasons.steps.iter().filter(|step| step.kind == ReasonKind::Lacking).count();
    assert_eq!(lacking, 2, "each is told once");
}

#[test]
fn missing_premises_are_followed_and_told_once() {
    let expected = r#"long("L-3", "P-3") does not hold.
2 rules could give it; for each the first premise that fails:

rule `long#1`, m.dl:18
│ holds: lease("L-3", "P-3", d"2018-01-01", 45, 1m)
│     record: lease.csv, row 4
│ holds: d < d"2020-01-01"
│ holds: y >= 20
└ fails: transferred(p)
    with p = "P-3"
    `transferred` has no facts
    why not: see [1] below

rule `long#2`, m.dl:19
│ holds: lease("L-3", "P-3", d"2018-01-01", 45, 1m)
│     record: lease.csv, row 4
│ holds: y >= 40
└ fails: !used(p)
    with p = "P-3"
    there is used("P-3")
      concluded by rule `used#1`, m.dl:12, from possession("P-3"), lease("L-3",
        "P-3", d"2018-01-01", 45, 1m)

[1] transferred("P-3") does not hold.
1 rule could give it; for each the first premise that fails:

rule `transferred#1`, m.dl:10
│ holds: possession("P-3")
│     records: possession.csv, rows 2, 100
└ fails: handed(p)
    with p = "P-3"
    the only fact of `handed` does not fit handed("P-3")
    "P-3" never occurs in `handed.property`
    nearest:
    - handed("P-7"): `property` is "P-7" instead of "P-3", 1 character off
      stated in the rules: m.dl:7
    why not: see [2] below

[2] handed("P-3") does not hold.
1 rule could give it; for each the first premise that fails:

rule `handed#1`, m.dl:8
└ fails: transferred(p)
    with p = "P-3"
    `transferred` has no facts
    why not: see [1] above
"#;
    assert_eq!(told("long", &[Some("L-3"), Some("P-3")], Lang::En), expected);
}

#[test]
fn comparisons_say_by_how_much_they_fail() {
    let expected = r#"没有事实符合 long(_, "P-1")。
有 2 条规则可能得出，以下逐条列出首个不成立的前提：

规则 `long#1`，m.dl:18
│ 成立：lease("L-1", "P-1", d"2020-01-04", 25, 100.5m)
│     记录：lease.csv 第 2、100 行
└ 不成立：d < d"2020-01-01"
    其中 d = 2020-01-04
    2020-01-04 < 2020-01-01 不成立，相差 3 天

规则 `long#2`，m.dl:19
│ 成立：lease("L-1", "P-1", d"2020-01-04", 25, 100.5m)
│     记录：lease.csv 第 2、100 行
└ 不成立：y >= 40
    其中 y = 25
    25 >= 40 不成立，相差 15
"#;
    assert_eq!(told("long", &[None, Some("P-1")], Lang::Zh), expected);
    let expected = r#"enough("L-1") does not hold.
1 rule could give it; for each the first premise that fails:

rule `enough#1`, m.dl:15
│ holds: lease("L-1", "P-1", d"2020-01-04", 25, 100.5m)
│     records: lease.csv, rows 2, 100
│ holds: s = sum a : paid(i, a)
└ fails: s >= r
    with r = 100.5, s = 70
    70 >= 100.5 fails by 30.5
"#;
    assert_eq!(told("enough", &[Some("L-1")], Lang::En), expected);
    let expected = r#"No fact fits enough(_).
1 rule could give it; for each the first premise that fails:

rule `enough#1`, m.dl:15
│ holds: lease("L-1", "P-1", d"2020-01-04", 25, 100.5m)
│     records: lease.csv, rows 2, 100
│ holds: s = sum a : paid(i, a)
└ fails: s >= r
    with r = 100.5, s = 70
    70 >= 100.5 fails by 30.5
    nearest:
    - 0 >= 1 fails by 1: lease("L-3", "P-3", d"2018-01-01", 45, 1m)
      record: lease.csv, row 4
    - 0 >= 9 fails by 9: lease("L-2", "P-2", d"2019-01-01", 3, 9m)
      record: lease.csv, row 3
    - 70 >= 100.5 fails by 30.5: lease("L-1", "P-1", d"2020-01-04", 25, 100.5m)
      records: lease.csv, rows 2, 100
"#;
    assert_eq!(told("enough", &[None], Lang::En), expected);
}

#[test]
fn values_that_never_occur_are_said_with_the_nearest() {
    let expected = r#"没有事实符合 lease("L-9", "P-33", _, _, _)。
没有规则、也没有记录能给出 `lease` 的这一事实。
`lease` 现有 3 条事实，来自 lease.facts。
  "L-9" 从未出现在 `lease.id` 中，最接近的是 "L-1"
  "P-33" 从未出现在 `lease.property` 中，最接近的是 "P-3"
"#;
    assert_eq!(told("lease", &[Some("L-9"), Some("P-33"), None, None, None], Lang::Zh), expected);
    let hint = r#"    "P-33" never occurs in `lease.property`
    nearest:
    - lease("L-3", "P-3", d"2018-01-01", 45, 1m): `property` is "P-3" instead of
        "P-33", 1 character off
      record: lease.csv, row 4
"#;
    let told = told("long", &[Some("L-3"), Some("P-33")], Lang::En);
    assert!(told.contains(hint) && told.ends_with("    nearest: as above\n"), "{told}");
}

#[test]
fn what_is_lacking_is_written_as_published() {
    for (relation, args) in [("long", vec![None, None]), ("enough", vec![None]), ("lease", vec![None; 5])] {
        let mut args = args;
        args[0] = Some(Value::symbol("L-3"));
        if relation == "lease" {
            args[0] = Some(Value::symbol("L-33"));
        }
        let written = leases().lacking(relation, args, Lang::En, lacking_json);
        fits(&written, WHY_NOT);
    }
    let args = vec![Some(Value::symbol("L-3")), None];
    let written = leases().lacking("long", args, Lang::En, lacking_json);
    assert_eq!(written["attempts"][0]["below"], json!(1));
    assert_eq!(written["below"][0]["attempts"][0]["missing"]["pattern"], json!(["P-3"]));
    let near = &written["below"][0]["attempts"][0]["missing"]["nearby"];
    let distance = json!({"measure": "characters", "value": "1"});
    let difference = json!({"column": "property", "wanted": "P-3", "found": "P-7", "distance": distance});
    let at = json!({"file": "m.dl", "line": 7});
    let fact = json!({"relation": "handed", "args": ["P-7"], "at": at, "differences": [difference]});
    assert_eq!(near["facts"], json!([fact]));
    assert_eq!(near["unseen"], json!([{"column": "property", "nearest": "P-7"}]));
    let written = leases().lacking("long", vec![None, Some(Value::symbol("P-1"))], Lang::En, lacking_json);
    assert_eq!(written["attempts"][0]["gap"]["distance"], json!({"measure": "days", "value": "3"}));
}

/// Five auctions: one lacks its lease, two a long one, one has somebody in possession, one lacks both the lease and the low price.
fn auctions() -> Given {
    Given::program(
        "\
.decl auction(case: symbol, start: decimal, price: decimal)
.decl lease(id: symbol, case: symbol, years: number)
.decl possession(case: symbol)
.input auction, lease, possession(rfc4180=true)
.model sham \"sham leases at auctions\" {
  candidate auction(case)
  element a \"a lease of many years\"
  element b \"a low price\"
}
.decl long(case: symbol)
@[element = sham.a]
long(c) :- lease(_, c, y), y >= 10.
.decl low(case: symbol)
@[element = sham.b]
low(c) :- auction(c, s, p), p < s.
.decl clue(case: symbol)
.output clue
@[clue = B, model = sham]
clue(c) :- long(c), low(c), !possession(c).
",
    )
    .records(
        "auction",
        ["A-1", "A-2", "A-3", "A-4", "A-5"]
            .map(|case| row(&[case, "100m", if case == "A-5" { "120m" } else { "60m" }]))
            .to_vec(),
    )
    .records("lease", vec![row(&["L-2", "A-2", "5"]), row(&["L-3", "A-3", "9"]), row(&["L-4", "A-4", "20"])])
    .records("possession", vec![row(&["A-4"])])
}

#[test]
fn a_list_of_work() {
    let expected = r#"sham (sham leases at auctions): 5 candidates, 0 of them clues; what the other 5
  lack:

2 lack only this:
  - fails: y >= 10
    element a: a lease of many years
    rule `long#1`, m.dl:12
  auction("A-2", _, _), auction("A-3", _, _)

1 lacks only this:
  - no fact of `lease`; source: lease.facts
    element a: a lease of many years
    rule `long#1`, m.dl:12: lease(_, c, y)
  auction("A-1", _, _)

1 lacks only this:
  - a fact of `possession` stands in the way; source: possession.facts
    rule `clue#1`, m.dl:19: !possession(c)
  auction("A-4", _, _)

1 lacks 2 things:
  - no fact of `lease`; source: lease.facts
    element a: a lease of many years
    rule `long#1`, m.dl:12: lease(_, c, y)
  - fails: p < s
    element b: a low price
    rule `low#1`, m.dl:15
  auction("A-5", _, _)
"#;
    let text = |lang, groups| {
        auctions().missing(lang, |missing, written, telling| missing_text(missing, written, groups, telling))
    };
    assert_eq!(text(Lang::En, 10), expected);
    let expected = r#"sham（sham leases at auctions）：候选对象 5 个，其中线索 0 个；其余 5 个所缺如
  下：

2 个只差一项：
  - 不成立：y >= 10
    要件 a：a lease of many years
    规则 `long#1`，m.dl:12
  auction("A-2", _, _)、auction("A-3", _, _)

另有 3 组，共 3 个：`--limit N` 可显示至多 N 组。
"#;
    assert_eq!(text(Lang::Zh, 1), expected);
    let written = auctions().missing(Lang::En, missing_json);
    let whole = json!({"schema": "syllogist/missing/1", "models": [written]});
    fits(&whole, MISSING);
    let lack = &whole["models"][0]["groups"][1]["lacks"][0];
    assert_eq!((&lack["kind"], &lack["files"]), (&json!("missing"), &json!(["lease.facts"])));
    assert_eq!(whole["models"][0]["groups"][0]["examples"], json!([["A-2"], ["A-3"]]));
}
