//! What the relation itself has against a fact, in words.

use diagnostics::Lang;
use eval::Model;
use proof::{Barrier, Question};

use super::words as say;
use crate::fact::{plain, shortened};
use crate::fill;
use crate::rules::Rules;
use crate::text::key_of;

/// A sentence for each barrier.
pub(super) fn sentence(
    barrier: &Barrier,
    question: &Question,
    model: &Model<'_>,
    rules: &Rules<'_>,
    lang: Lang,
) -> String {
    let program = model.program;
    let relation = program.relation(question.relation).name.as_str();
    let fact = |values: &[values::Value]| shortened(question.relation, values.iter().map(Some), program);
    match barrier {
        Barrier::Taken { columns, by } => {
            let key = key_of(question.relation, columns, program);
            fill(say::TAKEN, lang, &[("relation", relation), ("key", &key), ("fact", &fact(by))])
        }
        Barrier::Dominated { fact: erased, replaced } => match &replaced.by {
            Some((by, subsumption)) => {
                let place = rules.place(rules.subsumption(*subsumption));
                let values = [("fact", fact(erased)), ("by", fact(by)), ("place", place)];
                fill(say::DOMINATED_BY, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
            }
            None => fill(say::DOMINATED, lang, &[("fact", &fact(erased))]),
        },
        Barrier::Apart { unknown } if unknown.is_empty() => fill(say::APART, lang, &[("relation", relation)]),
        Barrier::Apart { unknown } => {
            let values = unknown.iter().map(plain).collect::<Vec<_>>().join(say::LIST.get(lang));
            fill(say::UNKNOWN, lang, &[("relation", relation), ("values", &values)])
        }
        Barrier::Cut { relation } => fill(say::CUT, lang, &[("relation", &program.relation(*relation).name)]),
    }
}
