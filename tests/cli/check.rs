//! `syllogist check`.

use insta::assert_snapshot;

use crate::{Desk, leases};

const WRONG: &str = r#".decl 租约(编号: symbol, 年限: number)
.input 租约(filename="lease.csv", rfc4180=true, headers=true)
.decl 长租(编号: symbol)
.output 长租
长租(号) :- 租约(号, 年), 年 >= "20".
长租(号) :- 租钥(号, _).
长租(某) :- 租约(_, _).
"#;

#[test]
fn a_right_program() {
    assert_snapshot!(leases().run(&["check", "m.dl"]), @r#"
    exit 0
    --- stderr
    1 file: no errors, 0 warnings
    "#);
    assert_snapshot!(leases().run(&["--lang", "zh", "check", "m.dl"]), @r#"
    exit 0
    --- stderr
    1 个文件：没有错误，0 条警告
    "#);
}

#[test]
fn records_are_not_read() {
    let desk = leases();
    std::fs::remove_file(desk.path("lease.csv")).unwrap();
    assert!(desk.run(&["check", "m.dl"]).starts_with("exit 0"));
}

#[test]
fn mistakes_with_carets_that_stand_under_chinese_text() {
    let desk = Desk::with(&[("m.dl", WRONG)]);
    assert_snapshot!(desk.run(&["check", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0302 this value is `symbol`, but `number` is needed
       ╭─[m.dl:5:25]
     4 │ .output 长租
     5 │ 长租(号) :- 租约(号, 年), 年 >= "20".
       ·                           ─┬    ──┬─
       ·                            │      ╰── this is `symbol`
       ·                            ╰── `number` here
     6 │ 长租(号) :- 租钥(号, _).
       ╰────
      help: write a value of type `number`, such as `20`, or convert it with
            `to_number`, `to_string`, `to_date`, ...

      × SY0201 relation `租钥` is not declared
       ╭─[m.dl:1:7]
     1 │ .decl 租约(编号: symbol, 年限: number)
       ·       ──┬─
       ·         ╰── `租约` is declared here; is it meant?
     2 │ .input 租约(filename="lease.csv", rfc4180=true, headers=true)
       ╰────
       ╭─[m.dl:6:10]
     5 │ 长租(号) :- 租约(号, 年), 年 >= "20".
     6 │ 长租(号) :- 租钥(号, _).
       ·             ─────┬─────
       ·                  ╰── used here
     7 │ 长租(某) :- 租约(_, _).
       ╰────
      help: declare it with `.decl 租钥(column: type, ...)` or correct the name

      × SY0320 nothing gives `某` a value
       ╭─[m.dl:7:4]
     6 │ 长租(号) :- 租钥(号, _).
     7 │ 长租(某) :- 租约(_, _).
       ·      ─┬
       ·       ╰── not bound
       ╰────
      help: put `某` into a positive atom of the body, or set it with `某 = ...`

    1 file: 3 errors, 0 warnings; `syllogist explain SY0302` says more
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0302 此值为 `symbol`，而此处需要 `number`
       ╭─[m.dl:5:25]
     4 │ .output 长租
     5 │ 长租(号) :- 租约(号, 年), 年 >= "20".
       ·                           ─┬    ──┬─
       ·                            │      ╰── 这是 `symbol`
       ·                            ╰── 此处是 `number`
     6 │ 长租(号) :- 租钥(号, _).
       ╰────
      办法：请写 `number` 类型的值，例如 `20`，或用
            `to_number`、`to_string`、`to_date` 等转换

      × SY0201 关系 `租钥` 没有声明
       ╭─[m.dl:1:7]
     1 │ .decl 租约(编号: symbol, 年限: number)
       ·       ──┬─
       ·         ╰── 此处声明了 `租约`，是指它吗？
     2 │ .input 租约(filename="lease.csv", rfc4180=true, headers=true)
       ╰────
       ╭─[m.dl:6:10]
     5 │ 长租(号) :- 租约(号, 年), 年 >= "20".
     6 │ 长租(号) :- 租钥(号, _).
       ·             ─────┬─────
       ·                  ╰── 在此使用
     7 │ 长租(某) :- 租约(_, _).
       ╰────
      办法：请用 `.decl 租钥(列名: 类型, ...)` 声明，或改正名称

      × SY0320 没有给 `某` 赋值
       ╭─[m.dl:7:4]
     6 │ 长租(号) :- 租钥(号, _).
     7 │ 长租(某) :- 租约(_, _).
       ·      ─┬
       ·       ╰── 未赋值
       ╰────
      办法：请让 `某` 出现在规则体的某个肯定原子中，或用 `某 = ...` 赋值

    1 个文件：3 处错误，0 条警告；详见 `syllogist explain SY0302`
    "#);
}

#[test]
fn a_circle_through_negation_is_shown_with_its_lines() {
    let program = ".decl person(x: symbol)\n.input person\n.decl member(x: symbol)\n.output member\n\
                   member(x) :- person(x), !excluded(x).\n.decl excluded(x: symbol)\nexcluded(x) :- suspect(x).\n\
                   .decl suspect(x: symbol)\nsuspect(x) :- member(x).\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["check", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0330 `member` depends on itself through negation: member -> excluded ->
      │ suspect -> member
       ╭─[m.dl:3:7]
     2 │ .input person
     3 │ .decl member(x: symbol)
       ·       ───┬──
       ·          ╰── its conclusions would undo themselves
     4 │ .output member
     5 │ member(x) :- person(x), !excluded(x).
       ·                          ─────┬─────
       ·                               ╰── the negation
     6 │ .decl excluded(x: symbol)
     7 │ excluded(x) :- suspect(x).
       ·                ─────┬────
       ·                     ╰── and leads back from here
     8 │ .decl suspect(x: symbol)
     9 │ suspect(x) :- member(x).
       ·               ────┬────
       ·                   ╰── and leads back from here
       ╰────
      help: break the circle: let the exception rest on facts that do not depend on
            `member`

    1 file: 1 error, 0 warnings; `syllogist explain SY0330` says more
    "#);
}

#[test]
fn warnings_are_no_errors_and_can_be_silenced() {
    let program = ".decl p(x: number)\n.decl q(x: number)\nq(1).\n.output q\n";
    let desk = Desk::with(&[("m.dl", program)]);
    assert_snapshot!(desk.run(&["check", "m.dl"]), @r#"
    exit 0
    --- stderr
      ⚠ SY0392 relation `p` is never used
       ╭─[m.dl:1:7]
     1 │ .decl p(x: number)
       ·       ┬
       ·       ╰── declared here
     2 │ .decl q(x: number)
       ╰────
      help: use it in a rule or an `.output`, or remove it

    1 file: no errors, 1 warning
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "-"]), @r#"
    exit 0
    --- stdout
    ---------------
    q
    x
    ===============
    1
    ===============
    --- stderr
      ⚠ SY0392 relation `p` is never used
       ╭─[m.dl:1:7]
     1 │ .decl p(x: number)
       ·       ┬
       ·       ╰── declared here
     2 │ .decl q(x: number)
       ╰────
      help: use it in a rule or an `.output`, or remove it
    "#);
    assert_snapshot!(desk.run(&["run", "m.dl", "-D", "-", "-w"]), @r#"
    exit 0
    --- stdout
    ---------------
    q
    x
    ===============
    1
    ===============
    "#);
}

#[test]
fn a_folder_is_searched_for_projects_and_rule_files_that_none_of_them_includes() {
    let desk = Desk::new();
    desk.write("a/m.dl", b".include \"part.dl\"\n.output p\n");
    desk.write("a/part.dl", b".decl p(x: number)\np(1).\n");
    desk.write("b/story/syllogist.toml", b"program = \"../rules.dl\"\n");
    desk.write("b/rules.dl", b".decl q(x: number)\nq(\"x\").\n.output q\n");
    desk.write("b/notes.txt", b"no rules");
    assert_snapshot!(desk.run(&["check", "."]), @r#"
    exit 1
    --- stderr
      × SY0302 this value is `symbol`, but `number` is needed
       ╭─[b/rules.dl:2:3]
     1 │ .decl q(x: number)
       ·         ────┬────
       ·             ╰── this column is `number`
     2 │ q("x").
       ·   ─┬─
       ·    ╰── this is `symbol`
     3 │ .output q
       ╰────
      help: write a value of type `number`, such as `12`, or convert it with
            `to_number`, `to_string`, `to_date`, ...

    3 files: 1 error, 0 warnings; `syllogist explain SY0302` says more
    "#);
    assert_snapshot!(desk.run(&["check", "a", "b/story"]), @r#"
    exit 1
    --- stderr
      × SY0302 this value is `symbol`, but `number` is needed
       ╭─[b/rules.dl:2:3]
     1 │ .decl q(x: number)
       ·         ────┬────
       ·             ╰── this column is `number`
     2 │ q("x").
       ·   ─┬─
       ·    ╰── this is `symbol`
     3 │ .output q
       ╰────
      help: write a value of type `number`, such as `12`, or convert it with
            `to_number`, `to_string`, `to_date`, ...

    3 files: 1 error, 0 warnings; `syllogist explain SY0302` says more
    "#);
}

#[test]
fn a_mistake_in_an_included_file_is_shown_there() {
    let desk = Desk::new();
    desk.write("m.dl", b".include \"lib/part.dl\"\n.output p\n");
    desk.write("lib/part.dl", b".decl p(x: number)\np(y).\n");
    assert_snapshot!(desk.run(&["check", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0314 a fact holds constants only
       ╭─[lib/part.dl:2:3]
     1 │ .decl p(x: number)
     2 │ p(y).
       ·   ┬
       ·   ╰── not constant
       ╰────
      help: write a value (a text stands between quotes), or a rule with a body

    2 files: 1 error, 0 warnings; `syllogist explain SY0314` says more
    "#);
}

#[test]
fn fifty_mistakes_are_all_shown() {
    let wrong = (0..50).map(|_| "p(\"x\").\n").collect::<String>();
    let desk = Desk::with(&[("m.dl", &format!(".decl p(x: number)\n.output p\n{wrong}"))]);
    let told = desk.run(&["check", "m.dl"]);
    assert_eq!(told.matches("× SY0302").count(), 50);
}

#[test]
fn what_only_the_law_finds_is_found_as_well() {
    let text = "\
.decl auction(a: symbol)
.input auction(filename=\"auction.csv\", rfc4180=true, headers=true)
.finding low(a: symbol) : symbol
.decl is_low(a: symbol)
is_low(a) :- low(a: a, value: \"yes\").
.decl hint(a: symbol)
@[clue = C]
hint(a) :- auction(a), is_low(a).
";
    let desk = Desk::with(&[("m.dl", text), ("auction.csv", "a\nA-1\n")]);
    assert_snapshot!(desk.run(&["check", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0364 nothing says for which `a` there should be `low`
       ╭─[m.dl:5:14]
     4 │ .decl is_low(a: symbol)
     5 │ is_low(a) :- low(a: a, value: "yes").
       ·              ───────────┬───────────
       ·                         ╰── where this is missing, the conclusion would be open for anybody
     6 │ .decl hint(a: symbol)
       ╰────
      help: name those who are asked about: add a premise that gives `a`

    1 file: 1 error, 0 warnings; `syllogist explain SY0364` says more
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "run", "m.dl"]), @r#"
    exit 1
    --- stderr
      × SY0364 规则没有说明应当对哪些 `a` 有 `low`
       ╭─[m.dl:5:14]
     4 │ .decl is_low(a: symbol)
     5 │ is_low(a) :- low(a: a, value: "yes").
       ·              ───────────┬───────────
       ·                         ╰── 此处缺失时，结论对任何对象都成为待定
     6 │ .decl hint(a: symbol)
       ╰────
      办法：请写明所问的对象：另加一个给出 `a` 的前提

    1 处错误；详见 `syllogist explain SY0364`
    "#);
}
