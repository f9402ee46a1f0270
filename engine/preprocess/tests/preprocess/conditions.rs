//! `#if` and what belongs to it.

use crate::support::{made, text};

#[test]
fn one_branch_is_read() {
    let branches =
        |condition: &str| text(&format!("#define A 2\n#if {condition}\na\n#elif A == 2\nb\n#else\nc\n#endif\n"));
    assert_eq!(branches("A > 1 && defined A && !defined(B) && B == 0"), "a");
    assert_eq!(branches("defined B || A?0:1"), "b");
    assert_eq!(text("#if 0\na\n#elif 0\nb\n#else\nc\n#endif\n"), "c");
    assert_eq!(text("#ifdef A\na\n#endif\n#ifndef A\nb\n#endif\n#ifdef __LINE__\nc\n#endif\n"), "b c");
    assert_eq!(text("#define F(x) x > 1\n#if F(2) && RAM_DOMAIN_SIZE == 64\na\n#endif\n"), "a");
}

#[test]
fn what_is_left_out_has_no_effect() {
    let program = "#if 0\n#define A 1\n#error no\n#frobnicate\n#if 1 +\n#else\n\"don't // /*\n*/ #endif\n#endif\n#else\np(A).\n#endif\n";
    let program = program.replace("\"don't // /*\n*/ #endif\n", "don't \"do\n/* #endif\n#endif */\n");
    assert_eq!(text(&program), "p(A).");
    assert_eq!(text("#if 1\na\n#elif nonsense +\nb\n#endif\n"), "a");
}

#[test]
fn wrong_conditions_are_reported() {
    for (program, expected) in [
        ("#if\n#endif\n", "SY0125 1:1"),
        ("#ifdef 1\n#endif\n", "SY0125 1:8"),
        ("#if defined\n#endif\n", "SY0125 1:5"),
        ("#if 1 +\n#endif\n", "SY0130 1:5"),
        ("#if 1 / 0\n#endif\n", "SY0130 1:5"),
        ("#if \"a\"\n#endif\n", "SY0130 1:5"),
        ("a\n  #if 1\n", "SY0131 2:3"),
        ("#else\n", "SY0132 1:1"),
        ("#if 1\n#else\n#elif 1\n#endif\n", "SY0132 3:1"),
        ("#if 1\n#endif\n#endif\n", "SY0132 3:1"),
    ] {
        assert_eq!(made(program).found(), [expected], "{program}");
    }
}
