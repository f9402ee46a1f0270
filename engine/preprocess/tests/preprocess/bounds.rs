//! What grows without bounds is refused.

use crate::support::{made, made_with};

#[test]
fn macros_that_double_are_refused() {
    let mut program = "#define A0(x) x x\n".to_owned();
    for n in 1..60 {
        program += &format!("#define A{n}(x) A{}(x x)\n", n - 1);
    }
    assert_eq!(made(&(program + "p(A59(1)).\n")).found(), ["SY0135 61:3"]);
}

#[test]
fn macros_that_double_nothing_are_refused() {
    let mut program = "#define A0\n".to_owned();
    for n in 1..60 {
        program += &format!("#define A{n} A{m} A{m}\n", m = n - 1);
    }
    assert_eq!(made(&(program + "A59\n")).found(), ["SY0135 61:1"]);
}

#[test]
fn tokens_that_double_are_refused() {
    let mut program = "#define J(x) x ## x\n#define A0(x) J(x)\n".to_owned();
    for n in 1..60 {
        program += &format!("#define B{n}(x) J(x)\n#define A{n}(x) A{}(B{n}(x))\n", n - 1);
    }
    let found = made(&(program + "A59(a)\n")).found();
    assert_eq!(found, ["SY0135 121:1"]);
}

#[test]
fn files_that_double_are_refused() {
    let text = format!("#include \"b\"\n#include \"b\"\n{}", "p(1).\n".repeat(2000));
    let others = (0..26u8).map(|n| ((b'a' + n) as char).to_string()).collect::<Vec<_>>();
    let next = |name: &String| ((name.as_bytes()[0] + 1).min(b'z') as char).to_string();
    let texts = others.iter().map(|name| text.replace("\"b\"", &format!("\"{}\"", next(name)))).collect::<Vec<_>>();
    let others =
        others.iter().zip(&texts).take(25).map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>();
    let found = made_with("#include \"a\"\n", &others, Some("")).found();
    assert_eq!(found.iter().filter(|found| found.starts_with("SY0135")).count(), 1);
}

#[test]
fn macros_nested_in_arguments_are_refused() {
    let program = format!("#define F(x) x\np({}1{}).\n", "F(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(made(&program).found(), ["SY0136 2:3"]);
    let chain = (1..50_000).map(|n| format!("#define A{n} A{}\n", n - 1)).collect::<String>();
    assert_eq!(made(&format!("{chain}p(A49999).\n")).text(), "p(A0).");
}

#[test]
fn long_lines_take_linear_time() {
    let hashes = "#".repeat(1 << 20);
    assert_eq!(made(&format!("#define A {hashes}\n")).found().len(), 1);
    assert_eq!(made(&format!("x {hashes}\n")).found(), ["SY0123 1:3"]);
    assert_eq!(made(&"#if 1\n".repeat(20_000)).found().len(), 20_000);
    assert_eq!(made(&format!("#define F(x) x\n{}", "F\n".repeat(100_000))).found().len(), 0);
}
