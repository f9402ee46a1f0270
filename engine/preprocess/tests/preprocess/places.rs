//! Where the parts of a text were written.

use crate::support::{made, made_with};

#[test]
fn a_text_without_lines_for_the_preprocessor_is_left_alone() {
    for text in ["p(1).\n", "p(1). // # no line\n", "p(\"#\").\n\\ ill\n"] {
        let made = made(text);
        assert_eq!(made.made.file, made.main, "{text}");
    }
}

#[test]
fn every_part_has_the_place_where_it_was_written() {
    let program = "#define PAIR(a, b) a, other, b\n  p(一, PAIR(second, third),\nfou\\\nrth).\n#include \"f\"\nend.\n";
    let made = made_with(program, &[("f", "\nq(fifth).\n")], Some(""));
    assert_eq!(made.text(), "p(一, second, other, third, fourth). q(fifth). end.");
    for (part, place) in [
        ("p(", "main.dl:2:3 p("),
        ("second", "main.dl:2:13 second"),
        ("third", "main.dl:2:21 third"),
        ("second, other", "main.dl:2:13 second"),
        ("other", "main.dl:2:8 PAIR(second, third)"),
        ("一, second", "main.dl:2:5 一, PAIR(second, third)"),
        ("fourth", "main.dl:3:1 fou\\\nrth"),
        ("fifth", "f:2:3 fifth"),
        ("end.", "main.dl:6:1 end."),
    ] {
        assert_eq!(made.place(part), place);
    }
}

#[test]
fn line_markers_move_places() {
    let made = made("p(first).\n# 40 \"other.dl\" 1\np(second).\n\n#line 7\np(third, __LINE__, __FILE__).\n");
    assert_eq!(made.text(), "p(first). p(second). p(third, 7, \"other.dl\").");
    assert_eq!(made.place("first"), "main.dl:1:3 first");
    assert_eq!(made.place("second"), "other.dl:40:3 second");
    assert_eq!(made.place("third"), "other.dl:7:3 third");
}
