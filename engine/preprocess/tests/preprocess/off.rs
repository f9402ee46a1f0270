//! Without the preprocessor.

use crate::support::made_with;

#[test]
fn lines_are_left_out_and_markers_count() {
    let program = "#define A 1\np(A). # rest\n# 9 \"x.dl\"\np(__LINE__, __FILE__, \\\n2).\n#include \"a\"\n";
    let made = made_with(program, &[], None);
    assert_eq!(made.text(), "p(A). p(9, \"x.dl\", \\ 2).");
    assert_eq!(made.found(), ["SY0124 1:1"]);
}
