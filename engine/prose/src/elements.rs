//! Elements of a model, met or not, in words and as JSON.

use diagnostics::{Lang, Text};
use program::checked::{Element, Program};
use proof::{ElementState, State};
use serde_json::{Value as Json, json};
use values::Value;

use crate::fact::{safe, shortened};
use crate::fill;
use crate::line::{About, Line, Mark, ReasonKind, Shown};
use crate::open::{open_tuple_json, points_lines};
use crate::rules::Rules;
use crate::telling::Telling;
use crate::why_not::{exception_attempt_json, failure};

const ELEMENTS: Text = Text { en: "elements of `{model}` ({title}):", zh: "`{model}`（{title}）各要件：" };
/// The same as a heading.
const ELEMENTS_OF: Text = Text { en: "elements of {title}", zh: "{title}：各要件" };
const MET: Text = Text { en: "{key} {text}: met, {fact}", zh: "{key} {text}：具备，{fact}" };
const BY: Text = Text { en: ": {fact}", zh: "：{fact}" };
const OPEN: Text = Text { en: "{key} {text}: open", zh: "{key} {text}：待查" };
const NOT_MET: Text = Text { en: "{key} {text}: not met", zh: "{key} {text}：不具备" };
const NO_RULE: Text =
    Text { en: "{key} {text}: no rule says when it is met", zh: "{key} {text}：没有规则说明何时具备" };
const NO_FACT: Text = Text { en: "there is no {fact}", zh: "没有 {fact}" };

/// The elements of each model in turn: met by which fact, open for want of what, or not met, with the first premise that fails. Each model is a
/// step of this depth.
pub(crate) fn elements_lines(
    states: &[ElementState],
    program: &Program,
    depth: usize,
    telling: &Telling<'_>,
) -> Vec<Line> {
    let rules = Rules::new(telling.model, telling.files);
    let mut lines = Vec::new();
    for of_model in states.chunk_by(|a, b| a.element.model == b.element.model) {
        let declared = program.model(of_model[0].element.model);
        let names = [("model", safe(&declared.name)), ("title", safe(&declared.title))];
        let named = |text| fill(text, telling.lang, &names.each_ref().map(|(name, value)| (*name, value.as_str())));
        let step = Mark::new(depth, ReasonKind::Elements, named(ELEMENTS_OF));
        lines.push(Line::new(named(ELEMENTS), ["", "  "], Shown::Step(step)));
        for (number, state) in (1..).zip(of_model) {
            let element = &declared.elements[state.element.element as usize];
            lines.extend(element_lines(element, &state.state, number == of_model.len(), depth + 1, &rules, telling));
        }
    }
    lines
}

fn element_lines(
    element: &Element,
    state: &State,
    last: bool,
    depth: usize,
    rules: &Rules<'_>,
    telling: &Telling<'_>,
) -> Vec<Line> {
    let (first, below) = if last { ("└ ", "    ") } else { ("├ ", "│   ") };
    let rest = format!("{below}  ");
    let (key, text) = (safe(&element.key), safe(&element.text));
    let (kind, head, told) = told(state, rules, telling);
    let mut step = Mark::new(depth, kind, format!("{key} {text}"));
    let head = fill(head, telling.lang, &[("key", &key), ("text", &text), ("fact", &told.fact)]);
    match state {
        State::Met(relation, fact) => {
            let row = telling.model.codes(fact).and_then(|codes| telling.model.relation(*relation).find(&codes));
            step.about = About::row(telling.model, *relation, row);
            step.said += &fill(BY, telling.lang, &[("fact", &told.fact)]);
        }
        State::NoRule => step.said.clone_from(&head),
        State::Open(_) | State::NotMet(..) => {}
    }
    let mut lines = vec![Line::new(head, [first, &rest], Shown::Step(step))];
    lines.extend(told.below.into_iter().map(|line| Line::new(line, [below, &rest], Shown::Note(depth))));
    if let Some(open) = told.points {
        lines.extend(points_lines(&open.case.points, telling.model.program, telling.lang, below, depth + 1));
    }
    lines
}

/// What is said of an element besides its name.
struct Lines<'s> {
    fact: String,
    below: Vec<String>,
    points: Option<&'s proof::OpenTuple>,
}

fn told<'s>(state: &'s State, rules: &Rules<'_>, telling: &Telling<'_>) -> (ReasonKind, Text, Lines<'s>) {
    let (program, lang): (&Program, Lang) = (telling.model.program, telling.lang);
    let mut lines = Lines { fact: String::new(), below: Vec::new(), points: None };
    let (kind, head) = match state {
        State::Met(relation, fact) => {
            lines.fact = shortened(*relation, fact.iter().map(Some), program);
            (ReasonKind::Met, MET)
        }
        State::Open(open) => {
            lines.points = Some(open);
            (ReasonKind::OpenElement, OPEN)
        }
        State::NotMet(relation, pattern, attempts) => {
            let fact = shortened(*relation, pattern.iter().map(Option::as_ref), program);
            lines.below.push(fill(NO_FACT, lang, &[("fact", &fact)]));
            lines.below.extend(attempts.iter().map(|attempt| failure(attempt, rules, lang)));
            (ReasonKind::NotMet, NOT_MET)
        }
        State::NoRule => (ReasonKind::NotMet, NO_RULE),
    };
    (kind, head, lines)
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
