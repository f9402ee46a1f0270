//! The legal layer: what its declarations and words give.

use super::*;
use crate::ast::{EntryValue, Literal, NormDecl, Term, TestStatement, Token};

fn item(text: &str) -> Item {
    let mut items = items(&clean(text));
    assert_eq!(items.len(), 1, "{text}");
    items.remove(0)
}

fn norm(text: &str) -> NormDecl {
    let Item::Norm(norm) = item(text) else { panic!("{text}") };
    norm
}

fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(Token::text).collect()
}

/// The values of the entries of a policy.
fn values(entries: &str) -> Vec<EntryValue> {
    let Item::Policy(policy) = item(&format!(".policy p {{\n{entries}\n}}")) else { panic!("{entries}") };
    policy.entries().iter().map(|entry| entry.value().unwrap()).collect()
}

fn literals(body: &str) -> Vec<Literal> {
    rule(&format!("h(x) :- {body}.")).body().unwrap().conjunctions()[0].literals()
}

#[test]
fn a_norm_has_entries() {
    let norm = norm(
        "/// 买卖不破租赁\n@[a]\n.norm 民法典_725 {\n  law: \"民法典\" article: \"725\", rank: law; in_force: d\"2021-01-01\" ..\n\
         text: \"…\".\n  checked: d\"2026-11-01\" against \"flk\"\n}\n",
    );
    assert_eq!((norm.name().unwrap().dotted(), norm.docs()), ("民法典_725".to_owned(), "买卖不破租赁".to_owned()));
    let entries = norm.entries();
    let keys: Vec<_> = entries.iter().map(|entry| entry.key().unwrap().text().to_owned()).collect();
    assert_eq!(keys, ["law", "article", "rank", "in_force", "text", "checked"]);
    let value = |at: usize| entries[at].value().unwrap();
    assert_eq!(value(0).constants()[0].text(), "\"民法典\"");
    assert_eq!(value(2).word().unwrap().text(), "law");
    assert!(value(0).word().is_none());
    let interval = value(3).interval().unwrap();
    assert_eq!((interval.from().unwrap().text(), interval.to()), ("d\"2021-01-01\"", None));
    assert_eq!(value(5).constants()[0].text(), "d\"2026-11-01\"");
    assert_eq!(value(5).against().unwrap().string_value().unwrap(), "flk");
    assert_eq!(texts(&value(5).tokens()), ["d\"2026-11-01\"", "against", "\"flk\""]);
}

#[test]
fn a_norm_has_versions() {
    let norm = norm(
        ".norm 执行异议 {\n law: \"法\" rank: law\n version { article: \"232\" in_force: d\"2022-01-01\" .. d\"2023-12-31\" }\n \
         version {\n article: \"236\"\n in_force: d\"2024-01-01\" ..\n }\n}",
    );
    assert_eq!((norm.entries().len(), norm.versions().len()), (2, 2));
    let entries = norm.versions()[0].entries();
    let interval = entries[1].value().unwrap().interval().unwrap();
    assert_eq!(interval.to().unwrap().string_value().unwrap(), "2023-12-31");
    assert!(norm.versions()[1].entries()[1].value().unwrap().interval().unwrap().to().is_none());
}

#[test]
fn a_policy_has_words_numbers_and_lists() {
    let values = values("roll: forward\nworking_days: up_to 10\nworking_days: [2, 3, -5]\nlist: []\nnorm: 甲_69");
    assert_eq!(values[0].word().unwrap().text(), "forward");
    assert_eq!((values[1].word().unwrap().text(), values[1].constants()[0].text()), ("up_to", "10".to_owned()));
    assert_eq!(values[2].constants().iter().map(Term::text).collect::<Vec<_>>(), ["2", "3", "-5"]);
    let are_lists: Vec<_> = values.iter().map(EntryValue::is_list).collect();
    assert_eq!(are_lists, [false, false, true, true, false]);
    assert!(values[2].word().is_none() && values[3].constants().is_empty());
}

#[test]
fn a_parameter_has_keys_values_intervals_and_sources() {
    let Item::Param(param) = item(
        ".param 数额(region: symbol, @[a] kind: number) : decimal {\n  (\"安徽\", 1, d\"2013-04-04\" .. d\"2020-12-31\", -2000m, \
         source: \"皖\")\n  (\"江苏\" , 2 , d\"2020-01-01\" .., 3m), (\"a\", 1, d\"2020-01-01\", 1m)\n}",
    ) else {
        panic!()
    };
    assert_eq!(
        (param.name().unwrap().dotted(), param.type_name().unwrap().dotted()),
        ("数额".into(), "decimal".into())
    );
    assert_eq!(param.attributes().len(), 2);
    let values = param.values();
    let terms: Vec<Vec<_>> = values.iter().map(|value| value.terms().iter().map(Term::text).collect()).collect();
    assert_eq!(
        terms,
        [vec!["\"安徽\"", "1", "-2000m"], vec!["\"江苏\"", "2", "3m"], vec!["\"a\"", "1", "d\"2020-01-01\"", "1m"]]
    );
    assert_eq!(values[0].intervals()[0].to().unwrap().text(), "d\"2020-12-31\"");
    assert_eq!(values[0].sources()[0].text(), "\"皖\"");
    assert!(values[1].intervals()[0].to().is_none() && values[1].sources().is_empty());
    assert!(values[2].intervals().is_empty());
}

#[test]
fn a_parameter_may_have_one_bare_value_or_none() {
    let Item::Param(param) = item(".param 年限 : number { 10, source: \"a\" }") else { panic!() };
    let [value] = &param.values()[..] else { panic!() };
    assert_eq!((value.terms()[0].text(), value.sources()[0].text()), ("10".to_owned(), "\"a\""));
    let parse = clean(".param low_ratio : decimal\np(x) :- x = count : { q(x) }.\nr(1).\n");
    let [Item::Param(param), Item::Rule(_), Item::Rule(_)] = &items(&parse)[..] else { panic!() };
    assert!(param.values().is_empty() && param.attributes().is_empty());
}

#[test]
fn a_model_has_candidates_and_elements() {
    let Item::Model(model) = item(
        ".model 带租 \"低价\" {\n candidate 拍卖(案号, 轮次)\n element a \"长租\"\n element b = 他.b. element c \"x\"\n}",
    ) else {
        panic!()
    };
    assert_eq!((model.name().unwrap().dotted(), model.title().unwrap().text()), ("带租".to_owned(), "\"低价\""));
    let candidate = &model.candidates()[0];
    assert_eq!(candidate.relation().unwrap().dotted(), "拍卖");
    assert_eq!(texts(&candidate.columns()), ["案号", "轮次"]);
    let elements = model.elements();
    let keys: Vec<_> = elements.iter().map(|element| element.key().unwrap().text().to_owned()).collect();
    assert_eq!(keys, ["a", "b", "c"]);
    assert_eq!((elements[0].wording().unwrap().text(), elements[0].shared()), ("\"长租\"", None));
    assert_eq!((elements[1].shared().unwrap().dotted(), elements[1].wording()), ("他.b".to_owned(), None));
}

#[test]
fn completeness_findings_and_expectations() {
    let parse = clean(
        ".complete a.b by (district, filed) from \"c.csv\"\n.complete licences\n.complete c by (district)\n.complete c from \"d\"\n\
         .finding 不合理(案号: symbol) : symbol\n.expect 轮次(拍卖)\n",
    );
    let items = items(&parse);
    let complete: Vec<_> = items
        .iter()
        .filter_map(|item| match item {
            Item::Complete(complete) => Some((
                complete.name().unwrap().dotted(),
                complete.columns().len(),
                complete.file().map(|file| file.text().to_owned()),
            )),
            _ => None,
        })
        .collect();
    assert_eq!(
        complete,
        [
            ("a.b".to_owned(), 2, Some("\"c.csv\"".to_owned())),
            ("licences".to_owned(), 0, None),
            ("c".to_owned(), 1, None),
            ("c".to_owned(), 0, Some("\"d\"".to_owned())),
        ]
    );
    let [.., Item::Finding(finding), Item::Expect(expect)] = &items[..] else { panic!() };
    assert_eq!((finding.attributes().len(), finding.type_name().unwrap().dotted()), (1, "symbol".to_owned()));
    assert_eq!(finding.name().unwrap().dotted(), "不合理");
    assert_eq!((expect.name().unwrap().dotted(), texts(&expect.columns())), ("轮次".to_owned(), vec!["拍卖"]));
}

#[test]
fn carve_outs_from_elsewhere() {
    let parse = clean(".except 线索 unless 占有(编号) within (place: x)\nwithin(1).\nby(2).\n");
    let [Item::Except(except), Item::Rule(_), Item::Rule(_)] = &items(&parse)[..] else { panic!() };
    assert_eq!(except.rule().unwrap().dotted(), "线索");
    let exception = except.exception().unwrap();
    assert_eq!(exception.atom().unwrap().text(), "占有(编号)");
    assert_eq!(exception.within().unwrap().extents().len(), 1);
    assert_eq!(items(&clean(".except a unless p(x)\nwithin(1).\n.complete c\nby(2).\nfrom(3).\n")).len(), 5);
}

#[test]
fn a_test_has_statements() {
    let Item::Test(test) = item(
        ".test \"一拍\" {\n as_of d\"2024-01-01\"\n param low = -0.7m\n complete 占有\n given 拍卖(\"A-1\", 价: 70m), b(1)\n \
         expect clue 线索(\"A-1\", _)\n expect no clue c.线索(x) because 占有, m.a\n expect fact p(1) because q, given r(1).\n}",
    ) else {
        panic!()
    };
    assert_eq!(test.title().unwrap().string_value().unwrap(), "一拍");
    let statements = test.statements();
    let [
        TestStatement::AsOf(day),
        TestStatement::Param(param),
        TestStatement::Complete(complete),
        TestStatement::Given(given),
        TestStatement::Expect(clue),
        TestStatement::Expect(none),
        TestStatement::Expect(fact),
        TestStatement::Given(last),
    ] = &statements[..]
    else {
        panic!()
    };
    assert_eq!(day.date().unwrap().text(), "d\"2024-01-01\"");
    assert_eq!((param.name().unwrap().dotted(), param.value().unwrap().text()), ("low".into(), "-0.7m".into()));
    assert_eq!(complete.name().unwrap().dotted(), "占有");
    assert_eq!((given.atoms().len(), last.atoms().len()), (2, 1));
    assert_eq!((texts(&clue.outcome()), clue.because()), (vec!["clue"], Vec::new()));
    assert_eq!((texts(&none.outcome()), none.atom().unwrap().text()), (vec!["no", "clue"], "c.线索(x)".to_owned()));
    assert_eq!(none.because().iter().map(|name| name.dotted()).collect::<Vec<_>>(), ["占有", "m.a"]);
    assert_eq!((texts(&fact.outcome()), fact.because().len()), (vec!["fact"], 1));
}

#[test]
fn negation_of_the_law() {
    let literals = literals("p(x), not q(x, on: t) within (district: r, filed: t .. t2 + 1), not c.r(x), !s(x)");
    let [Literal::Atom(_), Literal::Not(first), Literal::Not(second), Literal::Negation(_)] = &literals[..] else {
        panic!()
    };
    assert_eq!(first.atom().unwrap().text(), "q(x, on: t)");
    let extents = first.within().unwrap().extents();
    let parts: Vec<_> = extents
        .iter()
        .map(|e| (e.column().unwrap().text().to_owned(), e.from().unwrap().text(), e.to().map(|to| to.text())))
        .collect();
    let expected = [
        ("district".to_owned(), "r".to_owned(), None),
        ("filed".to_owned(), "t".to_owned(), Some("t2 + 1".to_owned())),
    ];
    assert_eq!(parts, expected);
    assert_eq!((second.atom().unwrap().text(), second.within()), ("c.r(x)".to_owned(), None));
}

#[test]
fn intervals_may_break_lines_and_touch() {
    clean("h(x) :- not q(x) within (filed:\n  5 ..\n  t2, day: a..b, year: 5..6).\n");
    clean(
        ".norm a {\n  in_force: d\"2020-01-01\"..d\"2021-01-01\"\n  in_force: d\"2020-01-01\" ..\n    d\"2021-01-01\"\n}\n",
    );
}

#[test]
fn exceptions_stand_behind_bodies() {
    let rule = rule("h(x) :- p(x); q(x)\nunless r(x)\n  unless s(x) within (place: x).\n.plan 0:(1)\n");
    let exceptions = rule.exceptions();
    assert_eq!(exceptions.iter().map(|e| e.atom().unwrap().text()).collect::<Vec<_>>(), ["r(x)", "s(x)"]);
    assert_eq!(exceptions[1].within().unwrap().text(), "within (place: x)");
    assert_eq!((rule.body().unwrap().conjunctions().len(), rule.heads().len()), (2, 1));
    assert!(rule.plan().is_some());
}

#[test]
fn provisos_stand_behind_comparisons() {
    let literals = literals("v = 10 but y + 1 when minor(x) but 3m when old(x), p(x)");
    let [Literal::Comparison(comparison), Literal::Atom(_)] = &literals[..] else { panic!() };
    assert_eq!(comparison.right().unwrap().text(), "10");
    let provisos: Vec<_> = comparison
        .provisos()
        .iter()
        .map(|proviso| (proviso.value().unwrap().text(), proviso.condition().unwrap().text()))
        .collect();
    assert_eq!(provisos, [("y + 1".into(), "minor(x)".into()), ("3m".to_owned(), "old(x)".to_owned())]);
}

#[test]
fn the_words_of_the_law_still_name_other_things() {
    let literals = literals(
        "not(x), not (x), not (x, y), not = x, not.p(x), unless(x), unless = 3, within(x), but(x), when < but, not not(x)",
    );
    assert_eq!(literals.iter().filter(|literal| matches!(literal, Literal::Atom(_))).count(), 7);
    assert_eq!(literals.iter().filter(|literal| matches!(literal, Literal::Comparison(_))).count(), 3);
    let Some(Literal::Not(last)) = literals.last() else { panic!() };
    assert_eq!(last.atom().unwrap().text(), "not(x)");
    clean(
        ".decl not(by: number, from: number)\n.decl version(test: c.test , x: c.norm)\nnot(1, 2).unless(3).\nparam(x) :- c.test (x).\n",
    );
    clean(
        ".type T = c.model | U\np(1).test (x) :- q(x).\np(x) :- c\n  .except(x).\n.param(1).\n"
            .trim_end_matches(".param(1).\n"),
    );
}

#[test]
fn directives_of_the_law_may_share_a_line() {
    let parse =
        clean(".decl p(x: number) .norm a { rank: law } .test \"b\" { given p(1) } p(1). .complete p .output p");
    assert_eq!(items(&parse).len(), 6);
    assert_eq!(
        items(&clean(".comp C { .policy a { roll: none } p(1). .param x : number { 1 } q(x) :- r(x). }")).len(),
        1
    );
}

#[test]
fn annotations_of_rules() {
    clean(
        "@[lighter(t: [a, b], by: m)]\n@[norm = N]\n@[in_force_on = t]\n@[element = M.a, x]\n@[clue = A|B|C]\n@[model = M]\n\
         @[overrides = l]\n@[special_to = l]\np(x) :- q(x).\n@[conflict = (case)]\n.decl p(x: number)\n",
    );
    let parse = clean("h(x) :- theft_large(r, on: t, v), or_more(P, x, v), as_of(d), d > deadline(P, s, 5, \"days\").");
    assert_eq!(rules(&parse)[0].body().unwrap().conjunctions()[0].literals().len(), 4);
}
