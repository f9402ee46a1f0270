//! `syllogist diff`: each clue that two sealed runs do not share, with its reason.

use insta::assert_snapshot;

use crate::Desk;

const PROGRAM: &str = "\
.include \"limits.dl\"
.decl case(id: symbol, kind: symbol, region: symbol, day: date, amount: decimal)
.input case(filename=\"case.csv\", rfc4180=true, headers=true)
.decl settled(id: symbol)
.input settled(filename=\"settled.csv\", rfc4180=true, headers=true)
.decl over(id: symbol)
.output over
/// A theft of a large amount that nobody has settled.
@[clue = B]
over(c) :- case(c, \"theft\", r, t, m), large(r, on: t, v), m >= v, !settled(c).
";

const LIMITS: &str = ".param large(region: symbol) : decimal { (\"A\", d\"2013-01-01\" .. d\"2030-12-31\", 2000m) }\n";

/// Clues at a limit of 2000: C-1 and C-2.
fn desk() -> Desk {
    let desk = Desk::with(&[
        ("m.dl", PROGRAM),
        ("limits.dl", LIMITS),
        (
            "case.csv",
            "id,kind,region,day,amount\nC-1,theft,A,2020-05-01,2500\nC-2,theft,A,2021-06-01,5000\n\
             C-3,theft,A,2021-07-01,1500\n",
        ),
        ("settled.csv", "id\nC-9\n"),
    ]);
    sealed(&desk, "before");
    desk
}

fn sealed(desk: &Desk, folder: &str) {
    let told = desk.run(&["run", "m.dl", "--seal", folder]);
    assert!(told.starts_with("exit 0"), "{told}");
}

#[test]
fn a_run_is_the_same_as_itself() {
    let desk = desk();
    sealed(&desk, "after");
    assert_snapshot!(desk.run(&["diff", "before", "after"]), @r#"
    exit 0
    --- stdout
    before and after are the same run
    "#);
}

/// From 2000 to 3000: C-1 stays below, C-2 is above still, but above another amount.
#[test]
fn another_value_of_a_parameter_is_the_reason() {
    let desk = desk();
    desk.write("limits.dl", LIMITS.replace("2000m", "3000m").as_bytes());
    sealed(&desk, "after");
    assert_snapshot!(desk.run(&["diff", "before", "after"]), @r#"
    exit 3
    --- stdout
    before → after
      rules     limits.dl: changed
      relation  over: 2 → 1

    1 clue lost
      over(C-1) B
        parameter large(A, 2020-05-01): 2000 → 3000

    1 clue kept, on other grounds
      over(C-2) B
        parameter large(A, 2021-06-01): 2000 → 3000
    "#);
    assert_snapshot!(desk.run(&["diff", "after", "before", "--lang", "zh"]), @r#"
    exit 3
    --- stdout
    after → before
      规则  limits.dl: 内容改变
      关系  over: 1 → 2

    新增 1 条线索
      over(C-1) B
        参数 large(A, 2020-05-01)：3000 → 2000

    1 条线索保留，但依据改变
      over(C-2) B
        参数 large(A, 2021-06-01)：3000 → 2000
    "#);
}

/// A record less for C-1; for C-2 a record that it must not have; one more for C-4.
#[test]
fn records_and_absences_are_reasons() {
    let desk = desk();
    let cases = desk.read("case.csv").replace("C-1,theft,A,2020-05-01,2500", "C-4,theft,A,2020-05-01,2500");
    desk.write("case.csv", cases.as_bytes());
    desk.write("settled.csv", b"id\nC-9\nC-2\n");
    sealed(&desk, "after");
    assert_snapshot!(desk.run(&["diff", "before", "after"]), @r#"
    exit 3
    --- stdout
    before → after
      source    case.csv (case): contents changed
      source    settled.csv (settled): contents changed, rows 1 → 2, facts 1 → 2
      relation  over: 2 → 1
      relation  settled: 1 → 2

    2 clues lost
      over(C-1) B
        record case(C-1, theft, A, 2020-05-01, 2500) at case.csv:2: its source differs
        an absence of settled: 1 → 2 facts
      over(C-2) B
        record case(C-2, theft, A, 2021-06-01, 5000) at case.csv:3: its source differs
        an absence of settled: 1 → 2 facts

    1 clue gained
      over(C-4) B
        record case(C-4, theft, A, 2020-05-01, 2500) at case.csv:2: its source differs
        an absence of settled: 1 → 2 facts
    "#);
    assert_snapshot!(desk.run(&["diff", "before", "after", "--lang", "zh"]), @r#"
    exit 3
    --- stdout
    before → after
      来源  case.csv (case): 内容改变
      来源  settled.csv (settled): 内容改变，行数 1 → 2，事实 1 → 2
      关系  over: 2 → 1
      关系  settled: 1 → 2

    消失 2 条线索
      over(C-1) B
        记录 case(C-1, theft, A, 2020-05-01, 2500)，位于 case.csv:2：来源内容不同
        settled 的不存在：事实数 1 → 2
      over(C-2) B
        记录 case(C-2, theft, A, 2021-06-01, 5000)，位于 case.csv:3：来源内容不同
        settled 的不存在：事实数 1 → 2

    新增 1 条线索
      over(C-4) B
        记录 case(C-4, theft, A, 2020-05-01, 2500)，位于 case.csv:2：来源内容不同
        settled 的不存在：事实数 1 → 2
    "#);
}

#[test]
fn another_rule_and_another_grade_are_reasons() {
    let desk = desk();
    desk.write("m.dl", PROGRAM.replace("m >= v", "m > v").replace("clue = B", "clue = A").as_bytes());
    sealed(&desk, "after");
    assert_snapshot!(desk.run(&["diff", "before", "after"]), @r#"
    exit 3
    --- stdout
    before → after
      rules     m.dl: changed

    2 clues graded otherwise
      over(C-1) B → over(C-1) A
        rule over#1 (m.dl:10) reads otherwise in the other run (m.dl:10)
      over(C-2) B → over(C-2) A
        rule over#1 (m.dl:10) reads otherwise in the other run (m.dl:10)
    "#);
}

#[test]
fn a_run_that_does_not_verify_is_not_compared() {
    let desk = desk();
    sealed(&desk, "after");
    desk.write("after/clues.jsonl", b"");
    let told = desk.run(&["diff", "before", "after"]);
    assert!(told.starts_with("exit 3") && told.contains("SY0705"), "{told}");
}

/// A value given for the run stands for all keys and days.
#[test]
fn a_parameter_set_for_the_run_is_the_reason() {
    let desk = desk();
    let told = desk.run(&["run", "m.dl", "--param", "large=3000", "--seal", "after"]);
    assert!(told.starts_with("exit 0"), "{told}");
    assert_snapshot!(desk.run(&["diff", "before", "after"]), @r#"
    exit 3
    --- stdout
    before → after
      parameter large = none → 3000
      relation  over: 2 → 1

    1 clue lost
      over(C-1) B
        parameter large(A, 2020-05-01): 2000 → 3000

    1 clue kept, on other grounds
      over(C-2) B
        parameter large(A, 2021-06-01): 2000 → 3000
    "#);
}

/// A fact more to be counted makes another clue; no record of the old one is gone, and nothing false is said of it.
#[test]
fn what_is_not_known_is_not_claimed() {
    let desk = desk();
    let counting = format!(
        "{PROGRAM}.decl many(n: number)\n.output many\n@[clue = C]\nmany(n) :- n = count : case(_, _, _, _, _).\n"
    );
    desk.write("m.dl", counting.as_bytes());
    sealed(&desk, "two");
    desk.write("case.csv", (desk.read("case.csv") + "C-5,fraud,A,2021-07-01,1\n").as_bytes());
    sealed(&desk, "three");
    assert_snapshot!(desk.run(&["diff", "two", "three"]), @r#"
    exit 3
    --- stdout
    two → three
      source    case.csv (case): contents changed, rows 3 → 4, facts 3 → 4
      relation  case: 3 → 4

    1 clue lost
      many(3) C
        nothing of its derivation is known to be missing from the other run: look at
        absences, aggregates and exceptions

    1 clue gained
      many(4) C
        record case(C-5, fraud, A, 2021-07-01, 1) at case.csv:5: its source differs
    "#);
}
