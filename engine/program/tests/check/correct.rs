//! Programs without mistakes.

use crate::support::correct;

#[test]
fn a_small_program() {
    let program = correct(
        ".decl edge(x: number, y: number)\n.decl path(x: number, y: number)\n.input edge\n.output path\n\
         path(x, y) :- edge(x, y).\npath(x, z) :- path(x, y), edge(y, z).\n",
    );
    assert_eq!(program.rules.len(), 2);
    assert_eq!(program.rules[1].label, "path#2");
    let names: Vec<&str> = program.rules[1].variables.iter().map(|variable| variable.name.as_str()).collect();
    assert_eq!(names, ["x", "z", "y"]);
    assert_eq!(program.strata.len(), 2);
    assert!(program.strata[1].recursive);
}
