//! The examples of the catalogue.

use diagnostics::{Example, catalogue};

use super::*;

#[test]
fn each_example_shows_its_code() {
    // Behind these come the codes of the preprocessor.
    for entry in catalogue::ALL.iter().take_while(|entry| entry.code <= catalogue::TEXT_TOO_LONG.code) {
        if let Example::Program { wrong, right } = entry.example {
            assert!(places(wrong).iter().any(|(code, ..)| *code == entry.code), "{}", entry.code);
            clean(right);
        }
    }
}

#[test]
fn a_level_beyond_the_limit_shows_its_code() {
    let text = format!("p({}1{}).", "(".repeat(501), ")".repeat(501));
    assert_eq!(places(&text)[0].0, catalogue::NESTING_TOO_DEEP.code);
}
