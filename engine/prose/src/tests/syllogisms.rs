//! Derivations in the order of the syllogism. Written by hand, then compared.

use diagnostics::Lang;
use eval::Model;
use proof::{Limits, Locators};
use values::Value;

use super::given::{Given, PLAIN, auction, row};
use crate::{Level, Telling, syllogism, width_of};

fn told(given: &Given, relation: &str, args: &[&str], (level, lang): (Level, Lang)) -> String {
    let args = row(args).into_iter().map(Some).collect();
    told_within(given, relation, args, &PLAIN, (level, lang, 80))
}

fn told_within(
    given: &Given,
    relation: &str,
    args: Vec<Option<Value>>,
    limits: &Limits,
    (level, lang, width): (Level, Lang, usize),
) -> String {
    struct Nowhere;
    impl Locators for Nowhere {
        fn places(&self, _: program::checked::RelId, _: u32) -> Vec<proof::RecordPlace> {
            Vec::new()
        }
    }
    given.why(relation, args, limits, |derivation, model: &Model<'_>| {
        let telling = Telling { model, locators: &Nowhere, files: &given.files, lang, width };
        syllogism(derivation, &telling, level)
    })
}

#[test]
fn a_clue_in_chinese() {
    for level in [Level::Sentence, Level::Norms, Level::Premises] {
        println!("{}", told(&auction(), "线索", &["案-1", "L-1"], (level, Lang::Zh)));
        println!("{}", told(&auction(), "线索", &["案-1", "L-1"], (level, Lang::En)));
    }
    panic!();
}
