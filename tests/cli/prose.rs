//! `syllogist why --format prose`: clues of the examples as a lawyer reads them, in both languages and at all three levels.

use insta::assert_snapshot;

use crate::examples::told;
use crate::leases;

fn levels(program: &str, clue: &str, lang: &str) -> String {
    let level = |level| {
        let args = ["why", program, clue, "--format", "prose", "--level", level, "--lang", lang];
        let (code, text) = told(&args);
        assert_eq!(code, 0, "{text}");
        format!("--level {level}\n{text}")
    };
    ["sentence", "norms", "premises"].map(level).join("\n")
}

#[test]
fn a_long_lease() {
    let clue = "线索(\"P0006\", \"Z0001\")";
    assert_snapshot!("prose_of_long_lease_zh", levels("examples/long_lease_auction", clue, "zh"));
    assert_snapshot!("prose_of_long_lease_en", levels("examples/long_lease_auction", clue, "en"));
}

#[test]
fn an_application_that_was_not_made() {
    let clue = "逾期未申请(\"Y07\", _)";
    assert_snapshot!("prose_of_enforcement_zh", levels("examples/enforcement_application", clue, "zh"));
    assert_snapshot!("prose_of_enforcement_en", levels("examples/enforcement_application", clue, "en"));
}

/// Of what does not hold prose says what text says.
#[test]
fn what_does_not_hold() {
    let desk = leases();
    let ask = |format| desk.run(&["why", "m.dl", "long_lease(\"L-9\", _)", "--format", format]);
    assert_eq!(ask("prose"), ask("text"));
}

#[test]
fn a_level_is_one_of_prose() {
    let desk = leases();
    for other in [&["--format", "text"][..], &["--format", "html"], &["--missing"], &["--format", "json"]] {
        let question = if other[0] == "--missing" { &[][..] } else { &["long_lease(_, _)"] };
        let args = [&["why", "m.dl"][..], question, other, &["--level", "sentence"]].concat();
        let told = desk.run(&args);
        assert!(told.starts_with("exit 2") && told.contains("SY0645"), "{other:?}: {told}");
    }
}
