//! What `syllogist check` says against the law in a program.

use insta::assert_snapshot;

use crate::Desk;

/// A file with ten mistakes, one of each kind.
const TEN: &str = include_str!("../dialect/lints/ten_mistakes.dl");

#[test]
fn ten_mistakes_in_both_languages() {
    let desk = Desk::with(&[("ten.dl", TEN)]);
    assert_snapshot!("ten_mistakes_en", desk.run(&["check", "ten.dl"]));
    assert_snapshot!("ten_mistakes_zh", desk.run(&["--lang", "zh", "check", "ten.dl"]));
}

#[test]
fn each_can_be_silenced_by_its_code() {
    let desk = Desk::with(&[("ten.dl", TEN)]);
    let all = desk.run(&["check", "ten.dl"]);
    let fewer = desk.run(&["check", "--wno", "SY0378,SY0384", "ten.dl"]);
    assert!(all.contains("SY0378") && all.contains("SY0384") && all.contains("SY0379"), "{all}");
    assert!(!fewer.contains("SY0378") && !fewer.contains("SY0384") && fewer.contains("SY0379"), "{fewer}");
}
