//! What came instead of what a test expects.

use cases::{Case, Found, Verdict};
use diagnostics::Text;
use eval::Model;
use program::checked::Expectation;
use proof::{Limits, Nowhere, Question, explain, open_tuples, refers, why_not};
use prose::{Telling, fill, wrap};

use crate::app::App;

/// Columns of the text: what is left of a line behind its indentation.
const WIDTH: usize = super::WIDTH - 4;
/// Facts and open tuples that are told.
const TOLD: usize = 3;
/// Steps of their derivations.
const DEPTH: usize = 2;

/// Why the tuples are what they are.
pub fn why(app: &App, case: &Case, model: &Model<'_>, expectation: &Expectation, verdict: &Verdict) -> String {
    let question = Question { relation: expectation.relation, args: expectation.args.clone() };
    let telling = Telling { model, locators: &Nowhere, files: &app.files, lang: app.lang, width: WIDTH };
    match verdict.found {
        Found::Clue | Found::Fact => {
            let limits = Limits { all: false, depth: Some(DEPTH), answers: TOLD };
            prose::text(&explain(model, &Nowhere, &question, &limits), model, &app.files, app.lang, WIDTH)
        }
        Found::Conditional | Found::Undetermined => {
            let open = open_tuples(model, &case.written, &question, TOLD);
            open.iter().map(|open| prose::open_text(open, &telling)).collect::<Vec<_>>().join("\n")
        }
        Found::Refer => {
            let mut out = String::new();
            for refer in refers(model).iter().filter(|refer| refer.relation == question.relation) {
                let text = Text { en: "rule `{a}` against rule `{b}`", zh: "规则 `{a}` 与规则 `{b}` 冲突" };
                let [a, b] = refer.rules.each_ref().map(|label| prose::safe(label));
                wrap(&mut out, &fill(text, app.lang, &[("a", &a), ("b", &b)]), WIDTH, "", "  ");
            }
            out
        }
        Found::Nothing => {
            let found = why_not(model, &question);
            prose::why_not_text(&found, &question, model, &Nowhere, &app.files, app.lang, WIDTH)
        }
    }
}
