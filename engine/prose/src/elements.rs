//! Elements of a model, met or not, in words and as JSON.

use diagnostics::{Lang, Text};
use program::checked::Program;
use proof::{ElementState, State};
use serde_json::{Value as Json, json};
use values::Value;

use crate::fact::{safe, shortened};
use crate::open::{open_tuple_json, points_text};
use crate::rules::Rules;
use crate::telling::Telling;
use crate::why_not::{exception_attempt_json, failure};
use crate::{fill, wrap};

const ELEMENTS: Text = Text { en: "elements of `{model}` ({title}):", zh: "`{model}`（{title}）各要件：" };
const MET: Text = Text { en: "{key} {text}: met, {fact}", zh: "{key} {text}：具备，{fact}" };
const OPEN: Text = Text { en: "{key} {text}: open", zh: "{key} {text}：待查" };
const NOT_MET: Text = Text { en: "{key} {text}: not met", zh: "{key} {text}：不具备" };
const NO_RULE: Text =
    Text { en: "{key} {text}: no rule says when it is met", zh: "{key} {text}：没有规则说明何时具备" };
const NO_FACT: Text = Text { en: "there is no {fact}", zh: "没有 {fact}" };

/// The elements of each model in turn: met by which fact, open for want of what, or not met, with the first premise that fails.
pub fn elements_text(states: &[ElementState], program: &Program, telling: &Telling<'_>) -> String {
    let Telling { model, files, lang, width, .. } = *telling;
    let rules = Rules::new(model, files);
    let mut out = String::new();
    for of_model in states.chunk_by(|a, b| a.element.model == b.element.model) {
        let declared = program.model(of_model[0].element.model);
        let names = [("model", safe(&declared.name)), ("title", safe(&declared.title))];
        let heading = fill(ELEMENTS, lang, &names.each_ref().map(|(name, value)| (*name, value.as_str())));
        wrap(&mut out, &heading, width, "", "  ");
        for (number, state) in (1..).zip(of_model) {
            let last = number == of_model.len();
            let (first, below) = if last { ("└ ", "    ") } else { ("├ ", "│   ") };
            let element = &declared.elements[state.element.element as usize];
            let (key, text) = (safe(&element.key), safe(&element.text));
            let (head, lines) = told(&state.state, &rules, telling);
            let values = [("key", key), ("text", text), ("fact", lines.fact)];
            let head = fill(head, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            wrap(&mut out, &head, width, first, &format!("{below}  "));
            lines.below.iter().for_each(|line| wrap(&mut out, line, width, below, &format!("{below}  ")));
            out += &lines
                .points
                .map(|open| points_text(&open.case.points, model.program, lang, width, below))
                .unwrap_or_default();
        }
    }
    out
}

/// What is said of an element besides its name.
struct Lines<'s> {
    fact: String,
    below: Vec<String>,
    points: Option<&'s proof::OpenTuple>,
}

fn told<'s>(state: &'s State, rules: &Rules<'_>, telling: &Telling<'_>) -> (Text, Lines<'s>) {
    let (program, lang): (&Program, Lang) = (telling.model.program, telling.lang);
    let mut lines = Lines { fact: String::new(), below: Vec::new(), points: None };
    let head = match state {
        State::Met(relation, fact) => {
            lines.fact = shortened(*relation, fact.iter().map(Some), program);
            MET
        }
        State::Open(open) => {
            lines.points = Some(open);
            OPEN
        }
        State::NotMet(relation, pattern, attempts) => {
            let fact = shortened(*relation, pattern.iter().map(Option::as_ref), program);
            lines.below.push(fill(NO_FACT, lang, &[("fact", &fact)]));
            lines.below.extend(attempts.iter().map(|attempt| failure(attempt, rules, lang)));
            NOT_MET
        }
        State::NoRule => NO_RULE,
    };
    (head, lines)
}

/// The elements as a list of objects: part of the schema `syllogist/why-not/1`.
pub fn elements_json(states: &[ElementState], program: &Program, telling: &Telling<'_>) -> Json {
    let rules = Rules::new(telling.model, telling.files);
    let compiled = telling.model.program;
    let strings = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>();
    let element = |ElementState { element, state }: &ElementState| {
        let model = program.model(element.model);
        let named = &model.elements[element.element as usize];
        let mut json = json!({"model": model.name, "key": named.key, "text": named.text});
        let standing = match state {
            State::Met(relation, fact) => {
                json["fact"] = json!({"relation": compiled.relation(*relation).name, "args": strings(fact)});
                "met"
            }
            State::Open(open) => {
                json["open"] = open_tuple_json(open, &rules, compiled);
                "open"
            }
            State::NotMet(_, _, attempts) => {
                json["attempts"] =
                    attempts.iter().map(|attempt| exception_attempt_json(attempt, &rules)).collect::<Vec<_>>().into();
                "not met"
            }
            State::NoRule => "no rule",
        };
        json["state"] = json!(standing);
        json
    };
    states.iter().map(element).collect::<Vec<_>>().into()
}
