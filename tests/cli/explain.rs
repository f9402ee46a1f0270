//! `syllogist explain`.

use insta::assert_snapshot;

use crate::Desk;

#[test]
fn a_code_in_both_languages() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["explain", "SY0502"]), @r#"
    exit 0
    --- stdout
    SY0502 (error): division by zero: ‹call›, in rule `‹rule›`‹binding›

    A quotient with divisor zero has no value, and guessing one would create or hide
    a clue. The run stops and nothing is written. Guards are honoured wherever they
    stand in the body.

    Way out: add a guard such as `y != 0`; it may stand anywhere in the body

    Wrong:
        .decl a(x: number, y: number)
        .decl b(x: number)
        .output b
        a(1, 0).
        b(x / y) :- a(x, y).

    Right:
        .decl a(x: number, y: number)
        .decl b(x: number)
        .output b
        a(1, 0).
        b(x / y) :- a(x, y), y != 0.
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "explain", "SY0502"]), @r#"
    exit 0
    --- stdout
    SY0502（错误）：除数为零：‹call›，规则 `‹rule›`‹binding›

    除数为零的商没有值，任意假定一个值都会凭空产生或掩盖线索。因此运行停止，不写任何
    结果。条件写在规则体的任何位置都有效。

    办法：请增加 `y != 0` 之类的条件，可写在规则体的任何位置

    错误写法：
        .decl a(x: number, y: number)
        .decl b(x: number)
        .output b
        a(1, 0).
        b(x / y) :- a(x, y).

    正确写法：
        .decl a(x: number, y: number)
        .decl b(x: number)
        .output b
        a(1, 0).
        b(x / y) :- a(x, y), y != 0.
    "#);
}

#[test]
fn a_code_may_be_written_in_small_letters() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["explain", "sy0502"]), desk.run(&["explain", "SY0502"]));
}

#[test]
fn an_unknown_code() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["explain", "SY0203x"]), @r#"
    exit 2
    --- stderr
      × SY0630 there is no code `SY0203x`
      help: codes are `SY` and four digits, as messages show them (`SY0203`?)
    "#);
    assert_snapshot!(desk.run(&["explain"]), @r#"
    exit 2
    --- stderr
      × SY0602 `CODE` is missing
      help: add it; `syllogist --help` shows what each command takes
    "#);
}
