//! What the law declares, as the checked program has it.

use crate::support::{correct, findings};
use diagnostics::{Diagnostic, Files, Lang};
use program::checked::{
    Body, ColumnSource, Complete, ElementId, InputFormat, Interval, Literal, LiteralKind, ModelId, MonthEnd, Openness,
    Outcome, Program, Purpose, Rank, RecordSource, RelId, WorkingDays,
};
use program::{Checked, Dialect, check_dialect};
use values::{Date, Value};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn date(text: &str) -> Value {
    Value::Date(day(text))
}

/// The program with values of parameters from outside.
fn given(text: &str, parameters: &[(&str, &str)]) -> Checked {
    let mut files = Files::default();
    let main = files.add("main.dl", text);
    let parameters = parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    check_dialect(
        &mut files,
        main,
        &mut crate::support::Texts::default(),
        &Dialect { parameters, ..Dialect::default() },
    )
}

fn codes(checked: &Checked) -> Vec<(&str, String)> {
    let found = |found: &Diagnostic| (found.code(), found.help(Lang::En));
    let mut codes: Vec<_> = checked.diagnostics.iter().map(found).collect();
    codes.sort();
    codes
}

fn decimal(text: &str) -> Value {
    Value::Decimal(values::Decimal::parse(text).expect("a decimal"))
}

#[test]
fn versions_of_norms_stand_in_the_order_of_time() {
    let program = correct(
        "/// 执行异议\n.norm 执行异议 {\n law: \"民事诉讼法\" rank: law\n\
         version { article: \"第二百三十六条\" in_force: d\"2024-01-01\" .. checked: d\"2026-11-01\" against \"flk\" }\n\
         version { article: \"第二百三十二条\" in_force: d\"2022-01-01\" .. d\"2023-12-31\" text: \"…\" }\n}\n",
    );
    let norm = &program.norms[0];
    assert_eq!((norm.name.as_str(), norm.doc.as_str(), norm.versions.len()), ("执行异议", "执行异议", 2));
    let [first, second] = &norm.versions[..] else { panic!() };
    assert_eq!(
        (first.article.as_str(), first.law.as_str(), first.rank),
        ("第二百三十二条", "民事诉讼法", Some(Rank::Law))
    );
    assert_eq!(first.in_force, Interval { from: day("2022-01-01"), to: Some(day("2023-12-31")) });
    assert_eq!((first.text.as_str(), &first.checked), ("…", &None));
    assert_eq!(second.in_force.to, None);
    let checked = second.checked.as_ref().unwrap();
    assert_eq!((checked.on, checked.against.as_str()), (day("2026-11-01"), "flk"));
    assert_eq!(norm.versions[norm.version_on(day("2023-12-31")).unwrap()].article, "第二百三十二条");
    assert!(norm.version_on(day("2021-12-31")).is_none());
}

#[test]
fn policies_say_what_they_say() {
    let program = correct(
        ".policy a {}\n.policy b { first_day: included month_end: overflow roll: forward working_days: [2, 63]\n\
         or_more: excludes or_less: excludes norm: n_1 norm: \"n 2\" }\n.policy c { working_days: up_to 10 }\n\
         .policy d { working_days: all }\n",
    );
    let [a, b, c, d] = &program.policies[..] else { panic!() };
    assert_eq!(a.policy, program::checked::Policy::default());
    let policy = b.policy;
    assert!(policy.first_day_included && policy.rolls_forward && policy.or_more_excludes && policy.or_less_excludes);
    assert_eq!(policy.month_end, MonthEnd::Overflow);
    assert_eq!(policy.working_days, WorkingDays::These(1 << 2 | 1 << 63));
    assert_eq!(b.norms, ["n_1", "n 2"]);
    assert_eq!((c.policy.working_days, d.policy.working_days), (WorkingDays::UpTo(10), WorkingDays::All));
}

#[test]
fn parameters_have_values_by_key_and_day() {
    let program = correct(
        ".param large(region: symbol) : decimal {\n (\"A\", d\"2013-01-01\" .. d\"2019-12-31\", 2000, source: \"皖\")\n\
         (\"A\", d\"2020-01-01\" .., 3000m) (\"B\", 1m)\n}\n.param years : number { -10, source: \"x\" }\n",
    );
    let [large, years] = &program.parameters[..] else { panic!("as_of is read by no rule") };
    assert!(large.dated && !years.dated);
    let value = |key: &str, on: &str| large.value(&[Value::symbol(key)], Some(day(on))).map(|found| &found.value);
    assert_eq!(value("A", "2019-12-31"), Some(&decimal("2000")));
    assert_eq!(value("A", "2020-01-01"), Some(&decimal("3000")));
    assert_eq!(value("A", "2012-12-31"), None);
    assert_eq!(value("B", "1999-01-01"), Some(&decimal("1")));
    assert_eq!(value("C", "2020-01-01"), None);
    assert_eq!(large.values[0].source, "皖");
    assert_eq!(years.value(&[], None).unwrap().value, Value::Number(-10));
}

#[test]
fn values_from_outside_hold_for_every_key_and_day() {
    let text = ".param large(region: symbol) : decimal { (\"A\", d\"2013-01-01\" .., 2000m) }\n.param low : float\n";
    let checked = given(text, &[("large", "1"), ("large", "2500.50"), ("low", "-0.5")]);
    assert_eq!(codes(&checked), []);
    let program = checked.program.unwrap();
    let large = &program.parameters[0];
    assert!(large.replaced && large.dated);
    assert_eq!(large.value(&[Value::symbol("Z")], None).unwrap().value, decimal("2500.5"));
    assert_eq!(program.parameters[1].values[0].value, Value::Float(-0.5));

    let checked = given(text, &[("larg", "1"), ("large", "x"), ("as_of", "2024-02-30")]);
    assert!(checked.program.is_none());
    assert_eq!(
        codes(&checked),
        [
            ("SY0254", "write the name of a parameter that a `.param` declares: `large`".to_owned()),
            ("SY0255", "write a value such as `12.50`".to_owned()),
            ("SY0255", "write a value such as `2021-01-31`".to_owned()),
        ]
    );
}

#[test]
fn parameters_that_rules_read_need_values() {
    let text = ".param low : number\n.param high : number\n.param some : number { 1 }\n.decl p(x: number)\n.output p\n\
                p(x) :- low(x).\np(x) :- some(x), as_of(d), d > d\"2024-01-01\".\n\
                p(n) :- n = count : { some(x), x > 0, low(y), y > 1 }.\n";
    let names = |program: &Program| -> Vec<String> {
        program.unset_parameters().into_iter().map(|id| program.parameter(id).name.clone()).collect()
    };
    let program = correct(text);
    assert_eq!(names(&program), ["low", "as_of"]);
    let as_of = &program.parameters[3];
    assert_eq!(as_of.span.start as usize, text.find("as_of").unwrap());
    let program = given(text, &[("as_of", "2024-05-01"), ("low", "3")]).program.unwrap();
    assert_eq!(names(&program), [""; 0]);
    assert_eq!(program.parameters[3].value(&[], None).unwrap().value, date("2024-05-01"));
    // Somebody's own relation of this name.
    let program = correct(".decl as_of(d: date)\n.output as_of\nas_of(d\"2024-01-01\").\n");
    assert_eq!(program.parameters.len(), 0);
}

#[test]
fn completeness_is_a_relation_of_records() {
    let program = correct(
        ".decl filed(case: symbol, district: symbol, day: date)\n.input filed\n.output filed\n\
         .complete filed by (day, district) from \"complete.csv\"\n.decl all(x: symbol)\n.input all\n.output all\n.complete all\n",
    );
    let [filed, all, declarations] = &program.relations[..] else { panic!() };
    let Some(Complete::Declared { places, day, declared, .. }) = &filed.openness.complete else { panic!() };
    assert_eq!((places.as_slice(), *day, *declared), (&[1][..], Some(2), RelId(2)));
    assert!(matches!(all.openness.complete, Some(Complete::Everywhere { .. })));
    let names: Vec<&str> = declarations.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["district", "from", "to", "declared_by", "on"]);
    assert_eq!(
        (declarations.name.as_str(), &declarations.purpose),
        ("complete filed", &Purpose::Declarations(RelId(0)))
    );
    let input = program.inputs.iter().find(|input| input.relation == RelId(2)).unwrap();
    assert_eq!(input.source, RecordSource::File("complete.csv".to_owned()));
    assert!(
        matches!(&input.format, InputFormat::Text { format: text, .. } if text.rfc4180 && text.headers && text.delimiter == ",")
    );
    assert_eq!(input.columns.as_ref().unwrap()[0], ColumnSource::Header("district".to_owned()));
}

#[test]
fn findings_and_expectations() {
    let program = correct(
        ".finding f(case: symbol, part: number) : decimal\n.output f\n\
         .decl round(case: symbol, n: number, kind: symbol)\n.input round(row=\"n\")\n.output round\n.expect round(case)\n",
    );
    let [f, round] = &program.relations[..] else { panic!() };
    assert_eq!(f.openness, Openness { finding: Some(2), ..Openness::default() });
    let columns: Vec<String> =
        f.columns.iter().map(|column| format!("{}:{}", column.name, column.primitive.name())).collect();
    assert_eq!(columns, ["case:symbol", "part:number", "value:decimal", "by:symbol", "on:date", "basis:symbol"]);
    assert_eq!(round.openness.expected, Some(vec![0]));
    // A blank kind is no fact; a blank case is read as ever, and the row's number is no cell.
    assert_eq!(program.inputs[0].skip_blank, [2]);
}

#[test]
fn conflicting_conclusions() {
    let program =
        correct("@[conflict = (b, a)]\n.decl p(a: symbol, b: symbol, c: symbol)\n.output p\np(\"\", \"\", \"\").\n");
    assert_eq!(program.relations[0].conflict, Some(vec![0, 1]));
    let program = correct("@[conflict = b]\n.decl p(a: symbol, b: symbol)\n.output p\np(\"\", \"\").\n");
    assert_eq!(program.relations[0].conflict, Some(vec![1]));
}

#[test]
fn syntax_errors_hide_no_further_mistakes_and_make_none() {
    assert_eq!(findings(".norm a { law \"L\" article: \"1\"\n in_force: d\"2021-01-01\" .. }\n"), ["SY0140 1:11"]);
}

#[test]
fn elements_are_shared_through_other_models() {
    let (_, checked) = crate::support::checked(
        "/// 说明\n.model m \"m 模型\" { candidate case(part, id) element a = n.b element c \"own\" }\n\
         .model n \"n\" { element b = o.c }\n.model o \"o\" { element c \"low price\" }\n\
         .decl case(id: symbol, day: date, part: number)\n",
    );
    let program = checked.program.unwrap();
    let [m, n, _] = &program.models[..] else { panic!() };
    assert_eq!((m.title.as_str(), m.doc.as_str()), ("m 模型", "说明"));
    let candidate = m.candidate.as_ref().unwrap();
    assert_eq!((candidate.relation, candidate.columns.as_slice()), (RelId(0), &[2, 0][..]));
    let low = ElementId { model: ModelId(2), element: 0 };
    assert_eq!((m.elements[0].text.as_str(), m.elements[0].shared), ("low price", Some(low)));
    assert_eq!((m.elements[1].text.as_str(), m.elements[1].shared), ("own", None));
    assert_eq!(n.elements[0].shared, Some(low));
}

#[test]
fn an_exception_from_elsewhere_stands_behind_those_of_the_rule() {
    let program = correct(
        ".decl p(x: symbol)\n.decl q(x: symbol)\n.decl r(x: symbol)\n.output p\nq(\"\").\nr(\"\").\n.complete q\n.complete r\n\
         .except special unless r(x)\n@[name = special]\np(x) :- q(x) unless q(x).\np(x) :- q(x).\n",
    );
    let absent = |rule: &program::checked::Rule| {
        let Body::All(parts) = &rule.body else { return Vec::new() };
        let relation = |part: &Body| match part {
            Body::Literal(Literal { kind: LiteralKind::Absent(absent), .. }) => Some(absent.atom.relation),
            _ => None,
        };
        parts.iter().filter_map(relation).collect()
    };
    assert_eq!(program.rules.iter().map(absent).collect::<Vec<_>>(), [vec![RelId(1), RelId(2)], vec![]]);
}

#[test]
fn tests_give_facts_of_their_own() {
    let program = correct(
        ".param limit : number { 20 }\n.decl lease(id: symbol, years: number, kind: K)\n.type K = [a: number, b: symbol]\n\
         .decl long(id: symbol, kind: K)\n@[name = rule_1]\n@[clue = B]\n\
         long(x, k) :- lease(x, y, k), limit(z), y > z, as_of(d), d > d\"2020-01-01\".\n\
         /// case\n.test \"21 years\" {\n as_of d\"2024-01-01\"\n param limit = -5\n complete lease\n\
         given lease(\"L-1\", 20 + 1, [1, \"a\"]), lease(kind: nil, years: 3, id: \"L-2\")\n\
         expect clue long(_, [1, \"a\"]) because lease, rule_1\n expect no clue long(id: \"L-2\")\n}\n",
    );
    assert!(program.facts.is_empty());
    let [test] = &program.tests[..] else { panic!() };
    assert_eq!(
        (test.title.as_str(), test.doc.as_str(), test.complete.as_slice()),
        ("21 years", "case", &[RelId(0)][..])
    );
    assert_eq!(test.given.iter().map(|fact| fact.atom.relation).collect::<Vec<_>>(), [RelId(0), RelId(0)]);
    let values: Vec<_> =
        test.parameters.iter().map(|(id, value)| (program.parameter(*id).name.as_str(), value.clone())).collect();
    assert_eq!(values, [("as_of", date("2024-01-01")), ("limit", Value::Number(-5))]);
    let [clue, none] = &test.expectations[..] else { panic!() };
    assert_eq!((clue.outcome, none.outcome, clue.relation), (Outcome::Clue, Outcome::NoClue, RelId(1)));
    let shown = |args: &[Option<Value>]| -> Vec<String> {
        args.iter().map(|arg| arg.as_ref().map_or("_".to_owned(), Value::to_string)).collect()
    };
    assert_eq!(shown(&clue.args), ["_", "[1, a]"]);
    assert_eq!(shown(&none.args), ["L-2", "_"]);
    let because: Vec<&str> = clue.because.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(because, ["lease", "rule_1"]);
}

#[test]
fn the_day_of_a_test_that_no_rule_reads_is_no_mistake() {
    let program =
        correct(".decl p(x: symbol)\n.test \"a\" { as_of d\"2024-01-01\" given p(\"x\") expect fact p(\"x\") }\n");
    assert_eq!((program.parameters.len(), program.tests[0].parameters.len()), (0, 0));
}
