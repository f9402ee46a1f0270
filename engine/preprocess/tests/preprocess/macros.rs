//! Definition and replacement.

use crate::support::{made, made_with, text};

#[test]
fn names_become_their_text() {
    assert_eq!(text("#define MAX 20\np(x) :- q(x), x < MAX.\n"), "p(x) :- q(x), x < 20.");
    assert_eq!(text("#define EMPTY\np(EMPTY 1).\n"), "p( 1).");
    assert_eq!(
        text("#define A B\n#define B 1\np(A). #define no line\n".replace(" #define no line", "").as_str()),
        "p(1)."
    );
}

#[test]
fn strings_comments_and_longer_names_stay() {
    assert_eq!(
        text("#define A 1\np(\"A\", A, AA, ?A). // A\n/* A */ /// A\n"),
        "p(\"A\", 1, AA, ?A). // A /* A */ /// A"
    );
}

#[test]
fn literals_of_the_language_are_one_token() {
    assert_eq!(
        text("#define d x\n#define m y\n#define u z\np(d\"2021-01-01\", 12.50m, 7u, d, m).\n"),
        "p(d\"2021-01-01\", 12.50m, 7u, x, y)."
    );
}

#[test]
fn parameters_take_arguments() {
    assert_eq!(text("#define ADD(a, b) a + b\np(ADD(1, f(2, 3))).\n"), "p(1 + f(2, 3)).");
    assert_eq!(text("#define F() x\np(F(), F ( )).\n"), "p(x, x).");
    assert_eq!(text("#define ID(a) <a>\np ID() ID( 1 ) ID\n(2).\n"), "p < > <1> <2>.");
    assert_eq!(text("#define LEASES(...) lease(__VA_ARGS__).\nLEASES(1, 2)\n"), "lease(1, 2).");
    assert_eq!(text("#define R(head, ...) head :- a, ## __VA_ARGS__.\nR(p) R(q, b, c)\n"), "p :- a. q :- a, b, c.");
}

#[test]
fn a_name_without_parentheses_is_left() {
    assert_eq!(text("#define F(x) 1\np(F, F + 1).\nF"), "p(F, F + 1). F");
    assert_eq!(text("#define F (x)\np F.\n"), "p (x).");
}

#[test]
fn strings_are_made_of_arguments_as_they_are_written() {
    assert_eq!(text("#define S(x) #x\np(S(a  +\nb), S(\"q\\n\")).\n"), "p(\"a + b\", \"\\\"q\\\\n\\\"\").");
    assert_eq!(text("#define S(x) #x\n#define T(x) S(x)\n#define A 12\np(S(A), T(A)).\n"), "p(\"A\", \"12\").");
}

#[test]
fn tokens_are_joined() {
    assert_eq!(text("#define J(a, b) a ## b\nJ(le, ase)(J(1, 2), J(, x), J(x, ), J(,)).\n"), "lease(12, x, x, ).");
    assert_eq!(text("#define J(a, b) a##_##b\n#define a z\nJ(a, b).\n"), "a_b.");
    let wrong = made("#define J(a, b) a ## b\np(J(x, +)).\n");
    assert_eq!((wrong.found(), wrong.text()), (vec!["SY0129 2:3".to_owned()], "p(x +).".to_owned()));
}

#[test]
fn a_macro_is_not_replaced_inside_itself() {
    assert_eq!(text("#define x x + y\n#define y x\np(x).\n"), "p(x + x).");
    assert_eq!(text("#define f(a) f(a + 1)\np(f(f(0))).\n"), "p(f(f(0 + 1) + 1)).");
}

/// The examples 3 and 4 of the C standard, section 6.10.3.5, as far as the language has their tokens.
#[test]
fn what_a_macro_becomes_is_read_with_what_follows() {
    let definitions = "#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define z z[0]\n\
                       #define h g(^\n#define m(a) a(w)\n#define w 0,1\n#define t(a) a\n";
    let cases = [
        ("f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);", "f(2 * (y+1)) + f(2 * (f(2 * (z[0])))) % f(2 * (0)) + t(1);"),
        ("g(x+(3,4)-w) | h 5) & m\n(f)^m(m);", "f(2 * (2+(3,4)-0,1)) | f(2 * ( ^ 5)) & f(2 * (0,1))^m(0,1);"),
    ];
    for (program, expected) in cases {
        let squeezed = |text: &str| text.replace(' ', "");
        assert_eq!(squeezed(&text(&format!("{definitions}{program}\n"))), squeezed(expected));
    }
}

#[test]
fn definitions_end_and_change() {
    assert_eq!(text("#define A 1\np(A).\n#undef A\np(A).\n#undef A\n"), "p(1). p(A).");
    assert_eq!(text("#define A  1\n#define A 1 // the same\np(A).\n"), "p(1).");
    let changed = made("#define A 1\n#define A 2\np(A).\n");
    assert_eq!((changed.found(), changed.text()), (vec!["SY0126 2:9".to_owned()], "p(2).".to_owned()));
}

#[test]
fn lines_are_joined_by_a_backslash() {
    assert_eq!(text("#define A(x) \\\n  p(x). \\\r\n  q(x).\nA(1)\nab\\\ncd.\n"), "p(1). q(1). abcd.");
    assert_eq!(text("#define A /* over\ntwo lines */ 1\np(A).\n"), "p(1).");
}

#[test]
fn nothing_sticks_together_by_accident() {
    assert_eq!(text("#define A a\n#define M -\n#define N 1\np(A A, AN, x M- y, N N).\n"), "p(a a, AN, x - - y, 1 1).");
    assert_eq!(text("#define S \"a\"\n#define d d\np(d S).\n"), "p(d \"a\").");
}

#[test]
fn the_text_itself_is_a_constant() {
    let program = "#define WHERE __FILE__, __LINE__\n#define S(x) #x\n#define T(x) S(x)\n\np(WHERE).\np(__LINE__, T(__LINE__)).\n";
    assert_eq!(text(program), "p(\"main.dl\", 5). p(6, \"6\").");
}

#[test]
fn the_command_line_defines_macros() {
    let made = made_with("p(A, B, C(2), RAM_DOMAIN_SIZE).\n", &[], Some("A=1  B C(x)=x+x"));
    assert_eq!((made.found(), made.text()), (Vec::new(), "p(1, 1, 2+2, 64).".to_owned()));
    let wrong = made_with("p(1).\n", &[], Some("A=1 2=3"));
    assert_eq!(wrong.found(), ["SY0125 1:5"]);
}

#[test]
fn wrong_definitions_and_uses_are_reported() {
    for (program, expected) in [
        ("#define\n", "SY0125 1:1"),
        ("#define 1 2\n", "SY0125 1:9"),
        ("#define defined 2\n", "SY0125 1:9"),
        ("#define __LINE__ 2\n", "SY0125 1:9"),
        ("#define F(a, a) 1\n", "SY0125 1:14"),
        ("#define F(a b) 1\n", "SY0125 1:13"),
        ("#define F(a\n", "SY0125 1:1"),
        ("#define F(a) # b\n", "SY0125 1:14"),
        ("#define F(a) ## a\n", "SY0125 1:14"),
        ("#define F(a) a ##\n", "SY0125 1:16"),
        ("#define F # a\n", "SY0125 1:11"),
        ("#undef 1\n", "SY0125 1:8"),
        ("#define F(a) a\nF(1, 2)\n", "SY0127 2:1"),
        ("#define F(a, b) a\n p(F(1)).\n", "SY0127 2:4"),
        ("#define F(a) a\np(F(1.\n", "SY0128 2:3"),
        ("#define F(a) a\nF(1\n#define G\n)\n", "SY0128 2:1"),
        ("#define F /* never closed\np(1).\n", "SY0104 1:11"),
        ("#frobnicate 1\n", "SY0122 1:1"),
        ("p(1). # 2\n", "SY0123 1:7"),
        ("// a \\\np(1).\n", "SY0138 1:6"),
        ("#error two  words // end\n", "SY0133 1:1"),
        ("#warning careful\n", "SY0134 1:1"),
    ] {
        assert_eq!(made(program).found(), [expected], "{program}");
    }
    assert_eq!(text("#!/usr/bin/env syllogist run\n#\n#pragma anything\np(1).\n"), "p(1).");
}
