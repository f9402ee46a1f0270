//! `syllogist test`.

use insta::assert_snapshot;

use crate::Desk;

/// The last day is ten days after the service: 14 September for 4 September 2023.
const RULES: &str = r#".norm act_53 { law: "Sample Act" article: "Article 53" in_force: d"2012-01-01" .. }
.norm act_54 { law: "Sample Act" article: "Article 54" in_force: d"2012-01-01" .. }
.policy counting { first_day: excluded }
.param period : number { 10, source: "Article 54" }
.decl demand(id: symbol, served: date)
.input demand(filename="demand.csv", rfc4180=true, headers=true)
.decl filed(id: symbol, on: date)
.input filed(filename="filed.csv", rfc4180=true, headers=true)
.finding excuse(id: symbol) : symbol
.input excuse(filename="excuse.csv", rfc4180=true, headers=true, columns="id:value:by:on:basis")
.decl last_day(id: symbol, day: date)
@[norm = act_54]
last_day(i, d) :- demand(i, s), period(n), d = deadline(counting, s, n, "days").
.decl late(id: symbol, on: date, last: date)
@[clue = A, norm = act_53]
late(i, f, d) :- filed(i, f), last_day(i, d), f > d unless excuse(i, "yes").
.decl no_demand(id: symbol)
@[clue = B, norm = act_54]
no_demand(i) :- filed(i, _), not demand(i, _).
.output late, no_demand
"#;

const PASSING: &str = r#".include "rules.dl"
.test "on the last day" {
  given demand("A", d"2023-09-04")
  given filed("A", d"2023-09-14")
  expect no clue late("A", _, _) because late#1
}
.test "a day late" {
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-15")
  expect conditional late("A", _, d"2023-09-14") because excuse
}
.test "a day late, without excuse" {
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-15")
  given excuse("A", "no", "clerk", d"2023-10-01", "file")
  expect clue late("A", _, _) because act_54, period, excuse
  expect fact last_day("A", d"2023-09-14")
}
.test "a shorter period" {
  param period = 5
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-10")
  given excuse("A", "yes", "clerk", d"2023-10-01", "file")
  expect no clue late("A", _, _) because excuse
  expect no fact last_day("A", d"2023-09-14")
}
.test "files are incomplete" {
  given filed("A", d"2023-09-15")
  expect undetermined no_demand("A") because demand
}
"#;

const FAILING: &str = r#".include "rules.dl"
.test "a clue is expected" {
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-14")
  expect clue late("A", _, _)
}
.test "no clue is expected" {
  complete demand
  given filed("A", d"2023-09-14")
  expect no clue no_demand("A")
}
.test "it is conditional" {
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-15")
  expect undetermined late("A", _, _)
}
.test "another reason" {
  given demand("A", d"2023-09-04"), filed("A", d"2023-09-14")
  expect no clue late("A", _, _) because excuse
}
"#;

fn desk(name: &str, text: &str) -> Desk {
    Desk::with(&[("rules.dl", RULES), (name, text)])
}

#[test]
fn tests_that_pass() {
    assert_snapshot!(desk("p.dl", PASSING).run(&["test", "p.dl"]), @"");
    assert_snapshot!(desk("p.dl", PASSING).run(&["test", "p.dl", "--lang", "zh"]), @"");
}

#[test]
fn tests_that_fail_show_what_came_instead() {
    assert_snapshot!(desk("f.dl", FAILING).run(&["test", "f.dl"]), @"");
    assert_snapshot!(desk("f.dl", FAILING).run(&["test", "f.dl", "--lang", "zh"]), @"");
}

#[test]
fn a_report_for_programs() {
    assert_snapshot!(desk("f.dl", &FAILING[..180]).run(&["test", "f.dl", "--format", "json"]), @"");
}

/// The same day later, the day itself, the days next to it: 16 September is a Saturday, 30 September ends a month.
#[test]
fn cases_at_the_limit() {
    let one = &PASSING[..PASSING.find(".test \"a shorter").unwrap()];
    let one = format!(".include \"rules.dl\"\n{}", &one[one.find(".test \"a day late, without").unwrap()..]);
    assert_snapshot!(desk("p.dl", &one).run(&["test", "p.dl", "--boundaries"]), @"");
    let zh = desk("p.dl", &one).run(&["test", "p.dl", "--boundaries", "--lang", "zh"]);
    assert!(zh.contains("  // filed.on 的界限：2023-09-14；比较式 `f > d`，rules.dl:16\n"), "{zh}");
}

/// What is printed for review is itself a test file that passes.
#[test]
fn cases_at_the_limit_run_as_they_are() {
    let desk = desk("p.dl", PASSING);
    let cases = desk.stdout(&["test", "p.dl", "--boundaries"]);
    assert!(cases.matches(".test ").count() > 8, "{cases}");
    desk.write("b.dl", format!(".include \"rules.dl\"\n{cases}").as_bytes());
    let told = desk.run(&["test", "b.dl"]);
    assert!(told.starts_with("exit 0") && told.ends_with("all ok"), "{told}");
}

/// Rules that have no value for a parameter conclude nothing; tests that rest on them say the value.
#[test]
fn the_day_as_of_which_is_judged() {
    let rules = ".decl due(id: symbol, last: date)\n.decl late(id: symbol)\nlate(i) :- due(i, d), as_of(t), t > d.\n\
                 .output late\n.decl known(id: symbol)\nknown(i) :- due(i, _).\n.output known\n";
    let test = |day: &str, expected: &str| {
        format!("{rules}.test \"t\" {{\n  {day}\n  given due(\"A\", d\"2024-01-01\")\n  expect {expected}\n}}\n")
    };
    let told = |day: &str, expected: &str| Desk::with(&[("m.dl", &test(day, expected))]).run(&["test", "m.dl"]);
    assert!(told("as_of d\"2024-01-02\"", "fact late(\"A\")").starts_with("exit 0"));
    assert!(told("as_of d\"2024-01-01\"", "no fact late(\"A\")").starts_with("exit 0"));
    assert!(told("", "fact known(\"A\")").starts_with("exit 0"));
    assert_snapshot!(told("", "fact late(\"A\")"), @"");
}

/// An exception counts as met only where everything else in its rule holds.
#[test]
fn exceptions_are_met_or_not() {
    let rules = ".decl case_(id: symbol, amount: number)\n.decl minor(id: symbol)\n.decl old(id: symbol)\n\
                 .decl rate(id: symbol, percent: number)\n.decl large(id: symbol)\n.output rate, large\n\
                 rate(i, p) :- case_(i, _), p = 10 but 5 when minor(i) but 3 when old(i).\n\
                 @[name = main] large(i) :- case_(i, n), n > 100 unless minor(i) unless old(i).\n";
    let test = ".test \"t\" {\n  given case_(\"A\", 50), minor(\"A\"), case_(\"B\", 500), old(\"B\")\n  \
                expect fact rate(\"A\", 5)\n  expect no fact large(\"B\") because old\n}\n";
    let told = Desk::with(&[("m.dl", &format!("{rules}{test}"))]).run(&["test", "m.dl"]);
    assert_snapshot!(told, @"");
}

#[test]
fn what_cannot_be_tested() {
    let desk = desk("none.dl", ".include \"rules.dl\"\n");
    assert_snapshot!(desk.run(&["test", "none.dl"]), @"");
    desk.write("wrong.dl", b".decl p(x: number)\np(y) :- q(y).\n");
    assert!(desk.run(&["test", "wrong.dl"]).starts_with("exit 1"));
    assert!(desk.run(&["test"]).starts_with("exit 2"));
    assert!(desk.run(&["test", "p.dl", "--boundaries", "--format", "json"]).starts_with("exit 2"));
}
