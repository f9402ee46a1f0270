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
@[name = after_deadline, clue = A, norm = act_53]
late(i, f, d) :- filed(i, f), last_day(i, d), f > d unless excuse(id: i, value: "yes").
.decl no_demand(id: symbol)
@[clue = B, norm = act_54]
no_demand(i) :- filed(i, _), not demand(i, _).
.output late, no_demand
"#;

const PASSING: &str = r#".include "rules.dl"
.test "on the last day" {
  given demand("A", d"2023-09-04")
  given filed("A", d"2023-09-14")
  expect no clue late("A", _, _) because after_deadline
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
    assert_snapshot!(desk("p.dl", PASSING).run(&["test", "-w", "p.dl"]), @r#"
    exit 0
    --- stdout
    p.dl
      ok      on the last day
      ok      a day late
      ok      a day late, without excuse
      ok      a shorter period
      ok      files are incomplete

      rules that no test makes fire: 1 of 3 with a model, clue, element or norm; 0
        of 0 others
        rules.dl:19: rule `no_demand#1`
      exceptions that no test meets: 0 of 1

    5 tests: all ok
    "#);
    assert_snapshot!(desk("p.dl", PASSING).run(&["test", "-w", "p.dl", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    p.dl
      ok      on the last day
      ok      a day late
      ok      a day late, without excuse
      ok      a shorter period
      ok      files are incomplete

      没有测试适用到的规则：标明模型、线索、要件或规范的 3 条中有 1 条；其他 0 条中
        有 0 条
        rules.dl:19：规则 `no_demand#1`
      没有测试触及的例外：1 处中有 0 处

    5 项测试，全部通过
    "#);
}

#[test]
fn tests_that_fail_show_what_came_instead() {
    assert_snapshot!(desk("f.dl", FAILING).run(&["test", "-w", "f.dl"]), @r#"
    exit 3
    --- stdout
    f.dl
      FAILED  a clue is expected
      FAILED  no clue is expected
      FAILED  it is conditional
      FAILED  another reason

    f.dl:2: a clue is expected
      f.dl:4: expect clue late("A", _, _)
      came: no clue
        No fact fits late("A", _, _).
        1 rule could give it; for each the first premise that fails:

        rule `after_deadline`, rules.dl:16
        │ norm: Sample Act, Article 53, in force since 2012-01-01 (unverified)
        │ holds: filed("A", d"2023-09-14")
        │     stated in the rules: f.dl:3
        │ holds: last_day("A", d"2023-09-14")
        └ fails: f > d
            with f = 2023-09-14, d = 2023-09-14

    f.dl:6: no clue is expected
      f.dl:9: expect no clue no_demand("A")
      came: clue
        no_demand("A")
        │ major premise: rule `no_demand#1`, rules.dl:19
        │ norm: Sample Act, Article 54, in force since 2012-01-01 (unverified)
        │ minor premises:
        ├ filed("A", d"2023-09-14")
        │   stated in the rules: f.dl:8
        └ no demand("A", _)
            searched: `demand` is finished and has no facts
            complete: declared to hold everything: `demand` (f.dl:6)

    f.dl:11: it is conditional
      f.dl:13: expect undetermined late("A", _, _)
      came: conditional: findings are missing
        late("A", d"2023-09-15", d"2023-09-14") is conditional: it would hold if the
          findings below were made.

        rule `after_deadline`, rules.dl:16
        │ norm: Sample Act, Article 53, in force since 2012-01-01 (unverified)
        │ holds: filed("A", d"2023-09-15")
        │     stated in the rules: f.dl:12
        │ holds: last_day("A", d"2023-09-14")
        │ holds: f > d
        └ open:
          1. finding excuse("A", _, _, _, _): nobody has made it
             source: excuse.csv

    f.dl:15: another reason
      f.dl:17: expect no clue late("A", _, _) because excuse
      came as expected, but `excuse` does not occur in the reason
        No fact fits late("A", _, _).
        1 rule could give it; for each the first premise that fails:

        rule `after_deadline`, rules.dl:16
        │ norm: Sample Act, Article 53, in force since 2012-01-01 (unverified)
        │ holds: filed("A", d"2023-09-14")
        │     stated in the rules: f.dl:16
        │ holds: last_day("A", d"2023-09-14")
        └ fails: f > d
            with f = 2023-09-14, d = 2023-09-14

      rules that no test makes fire: 1 of 3 with a model, clue, element or norm; 0
        of 0 others
        rules.dl:16: rule `after_deadline`
      exceptions that no test meets: 1 of 1
        rules.dl:16: rule `after_deadline`: unless excuse(id: i, value: "yes")

    4 tests: 0 ok, 4 failed
    "#);
    assert_snapshot!(desk("f.dl", FAILING).run(&["test", "-w", "f.dl", "--lang", "zh"]), @r#"
    exit 3
    --- stdout
    f.dl
      FAILED  a clue is expected
      FAILED  no clue is expected
      FAILED  it is conditional
      FAILED  another reason

    f.dl:2: a clue is expected
      f.dl:4: expect clue late("A", _, _)
      实际：不是线索（no clue）
        没有事实符合 late("A", _, _)。
        有 1 条规则可能得出，以下逐条列出首个不成立的前提：

        规则 `after_deadline`，rules.dl:16
        │ 依据：《Sample Act》Article 53，自 2012-01-01 起施行（条文未经核对）
        │ 成立：filed("A", d"2023-09-14")
        │     规则文本载明：f.dl:3
        │ 成立：last_day("A", d"2023-09-14")
        └ 不成立：f > d
            其中 f = 2023-09-14，d = 2023-09-14

    f.dl:6: no clue is expected
      f.dl:9: expect no clue no_demand("A")
      实际：线索（clue）
        no_demand("A")
        │ 大前提：规则 `no_demand#1`，rules.dl:19
        │ 依据：《Sample Act》Article 54，自 2012-01-01 起施行（条文未经核对）
        │ 小前提：
        ├ filed("A", d"2023-09-14")
        │   规则文本载明：f.dl:8
        └ 没有 demand("A", _)
            已查：`demand` 推导完毕，没有任何事实
            完整性：`demand` 已申报完整，f.dl:6

    f.dl:11: it is conditional
      f.dl:13: expect undetermined late("A", _, _)
      实际：待认定（conditional）：有认定尚未作出
        late("A", d"2023-09-15", d"2023-09-14") 待认定：作出下列认定后方可成立。

        规则 `after_deadline`，rules.dl:16
        │ 依据：《Sample Act》Article 53，自 2012-01-01 起施行（条文未经核对）
        │ 成立：filed("A", d"2023-09-15")
        │     规则文本载明：f.dl:12
        │ 成立：last_day("A", d"2023-09-14")
        │ 成立：f > d
        └ 待查事项：
          1. 认定 excuse("A", _, _, _, _)：尚无人作出
             来源：excuse.csv

    f.dl:15: another reason
      f.dl:17: expect no clue late("A", _, _) because excuse
      结果与预期相同，但理由中没有 `excuse`
        没有事实符合 late("A", _, _)。
        有 1 条规则可能得出，以下逐条列出首个不成立的前提：

        规则 `after_deadline`，rules.dl:16
        │ 依据：《Sample Act》Article 53，自 2012-01-01 起施行（条文未经核对）
        │ 成立：filed("A", d"2023-09-14")
        │     规则文本载明：f.dl:16
        │ 成立：last_day("A", d"2023-09-14")
        └ 不成立：f > d
            其中 f = 2023-09-14，d = 2023-09-14

      没有测试适用到的规则：标明模型、线索、要件或规范的 3 条中有 1 条；其他 0 条中
        有 0 条
        rules.dl:16：规则 `after_deadline`
      没有测试触及的例外：1 处中有 1 处
        rules.dl:16：规则 `after_deadline`：unless excuse(id: i, value: "yes")

    4 项测试：0 项通过，4 项未通过
    "#);
}

#[test]
fn a_report_for_programs() {
    let one = &FAILING[..FAILING.find(".test \"no clue").unwrap()];
    assert_snapshot!(desk("f.dl", one).run(&["test", "-w", "f.dl", "--format", "json"]), @r#"
    exit 3
    --- stdout
    {
      "programs": [
        {
          "program": "f.dl",
          "tests": [
            {
              "at": {
                "file": "f.dl",
                "line": 2
              },
              "errors": [],
              "expectations": [
                {
                  "at": {
                    "file": "f.dl",
                    "line": 4
                  },
                  "came": "nothing",
                  "expected": "expect clue late(\"A\", _, _)",
                  "missing": [],
                  "ok": false
                }
              ],
              "ok": false,
              "test": "a clue is expected"
            }
          ],
          "uncovered": {
            "exceptions": [
              {
                "at": {
                  "file": "rules.dl",
                  "line": 16
                },
                "form": "unless",
                "rule": "after_deadline"
              }
            ],
            "of_exceptions": 1,
            "of_others": 0,
            "of_rules": 3,
            "others": 0,
            "rules": [
              {
                "at": {
                  "file": "rules.dl",
                  "line": 16
                },
                "rule": "after_deadline"
              },
              {
                "at": {
                  "file": "rules.dl",
                  "line": 19
                },
                "rule": "no_demand#1"
              }
            ]
          }
        }
      ],
      "schema": "syllogist/test/1"
    }
    "#);
}

/// The same day later, the day itself, the days next to it: 16 September is a Saturday, 30 September ends a month.
#[test]
fn cases_at_the_limit() {
    let one = &PASSING[..PASSING.find(".test \"a shorter").unwrap()];
    let one = format!(".include \"rules.dl\"\n{}", &one[one.find(".test \"a day late, without").unwrap()..]);
    assert_snapshot!(desk("p.dl", &one).run(&["test", "-w", "p.dl", "--boundaries"]), @r#"
    exit 0
    --- stdout
    .test "a day late, without excuse / filed.on = 2023-09-10" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      // 2023-09-10: a day off
      given demand("A", d"2023-09-04")
      given filed("A", d"2023-09-10")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: no clue; confirm
      expect no clue late("A", _, _)
    }

    .test "a day late, without excuse / filed.on = 2023-09-13" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      given demand("A", d"2023-09-04")
      given filed("A", d"2023-09-13")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: no clue; confirm
      expect no clue late("A", _, _)
    }

    .test "a day late, without excuse / filed.on = 2023-09-14" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      given demand("A", d"2023-09-04")
      given filed("A", d"2023-09-14")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: no clue; confirm
      expect no clue late("A", _, _)
    }

    .test "a day late, without excuse / filed.on = 2023-09-16" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      // 2023-09-16: a day off
      given demand("A", d"2023-09-04")
      given filed("A", d"2023-09-16")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: clue; confirm
      expect clue late("A", _, _)
    }

    .test "a day late, without excuse / filed.on = 2023-09-30" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      // 2023-09-30: a day off, the last day of its month
      given demand("A", d"2023-09-04")
      given filed("A", d"2023-09-30")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: clue; confirm
      expect clue late("A", _, _)
    }

    .test "a day late, without excuse / filed.on = 2024-02-29" {
      // limit of filed.on: 2023-09-14, by `f > d`, rules.dl:16
      // norms: act_53, act_54
      // 2024-02-29: the last day of its month, 29 February
      given demand("A", d"2023-09-04")
      given filed("A", d"2024-02-29")
      given excuse("A", "no", "clerk", d"2023-10-01", "file")
      // engine says: clue; confirm
      expect clue late("A", _, _)
    }
    "#);
    let zh = desk("p.dl", &one).run(&["test", "-w", "p.dl", "--boundaries", "--lang", "zh"]);
    assert!(zh.contains("  // filed.on 的界限：2023-09-14；比较式 `f > d`，rules.dl:16\n"), "{zh}");
}

/// What is printed for review is itself a test file that passes.
#[test]
fn cases_at_the_limit_run_as_they_are() {
    let desk = desk("p.dl", PASSING);
    let cases = desk.stdout(&["test", "-w", "p.dl", "--boundaries"]);
    assert!(cases.matches(".test ").count() > 8, "{cases}");
    desk.write("b.dl", format!(".include \"rules.dl\"\n{cases}").as_bytes());
    let told = desk.run(&["test", "-w", "b.dl"]);
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
    let told = |day: &str, expected: &str| Desk::with(&[("m.dl", &test(day, expected))]).run(&["test", "-w", "m.dl"]);
    assert!(told("as_of d\"2024-01-02\"", "fact late(\"A\")").starts_with("exit 0"));
    assert!(told("as_of d\"2024-01-01\"", "no fact late(\"A\")").starts_with("exit 0"));
    assert!(told("", "fact known(\"A\")").starts_with("exit 0"));
    assert_snapshot!(told("", "fact late(\"A\")"), @r#"
    exit 3
    --- stdout
    m.dl
      FAILED  t

    m.dl:8: t
          × SY0631 the parameter `as_of` has no value in the test "t"
           ╭─[m.dl:3:23]
         2 │ .decl late(id: symbol)
         3 │ late(i) :- due(i, d), as_of(t), t > d.
           ·                       ────┬───
           ·                           ╰── a rule reads it
         4 │ .output late
           ╰────
            ╭─[m.dl:11:3]
         10 │   given due("A", d"2024-01-01")
         11 │   expect fact late("A")
            ·   ──────────┬──────────
            ·             ╰── this expectation rests on it
         12 │ }
            ╰────
          help: give it one in the test: `param as_of = VALUE` (`as_of d"2024-01-01"`
                for the day as of which is judged)

      rules that no test makes fire: 0 of 0 with a model, clue, element or norm; 2
        of 2 others
      exceptions that no test meets: 0 of 0

    1 test: 0 ok, 1 failed
    "#);
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
    let told = Desk::with(&[("m.dl", &format!("{rules}{test}"))]).run(&["test", "-w", "m.dl"]);
    assert_snapshot!(told, @r#"
    exit 0
    --- stdout
    m.dl
      ok      t

      rules that no test makes fire: 0 of 0 with a model, clue, element or norm; 1
        of 2 others
      exceptions that no test meets: 1 of 4
        m.dl:8: rule `main`: unless minor(i)

    1 test: all ok
    "#);
}

#[test]
fn what_cannot_be_tested() {
    let desk = desk("none.dl", ".include \"rules.dl\"\n");
    assert_snapshot!(desk.run(&["test", "-w", "none.dl"]), @r#"
    exit 0
    --- stdout
    no tests
    "#);
    desk.write("wrong.dl", b".decl p(x: number)\np(y) :- q(y).\n");
    assert!(desk.run(&["test", "wrong.dl"]).starts_with("exit 1"));
    assert!(desk.run(&["test"]).starts_with("exit 2"));
    assert!(desk.run(&["test", "p.dl", "--boundaries", "--format", "json"]).starts_with("exit 2"));
}
