//! What is said of a fact that does not hold.

use eval::Model;
use program::checked::Program;
use proof::{ElementState, Lacking, OpenTuple, Question, Reach, lacking};
use prose::Telling;
use serde_json::{Value, json};

/// What is open about a fact, otherwise what fails and what comes nearest; of a clue by the elements of its model.
pub fn refusal_text(
    question: &Question,
    open: &[OpenTuple],
    reach: &Reach,
    written: &Program,
    telling: &Telling<'_>,
) -> String {
    let (lacking, elements) = examined(telling.model, written, question, reach);
    let elements = prose::elements_text(&elements, written, telling);
    if open.is_empty() {
        return prose::lacking_text(&lacking, &elements, telling);
    }
    let mut parts = open.iter().map(|open| prose::open_text(open, telling)).collect::<Vec<_>>();
    parts.extend(Some(elements).filter(|text| !text.is_empty()));
    parts.join("\n")
}

/// The same as JSON, schema `syllogist/why-not/1`.
pub fn refusal_json(
    question: &Question,
    open: &[OpenTuple],
    reach: &Reach,
    written: &Program,
    telling: &Telling<'_>,
) -> Value {
    let (lacking, elements) = examined(telling.model, written, question, reach);
    let mut json = prose::lacking_json(&lacking, telling);
    json["outcome"] = prose::outcome_name(open.iter().map(|open| open.kind)).into();
    json["open"] =
        json!(open.iter().map(|open| prose::open_json(open, telling.model, telling.files)).collect::<Vec<_>>());
    json["elements"] = prose::elements_json(&elements, written, telling);
    json
}

fn examined(
    model: &Model<'_>,
    written: &Program,
    question: &Question,
    reach: &Reach,
) -> (Vec<Lacking>, Vec<ElementState>) {
    let lacking = lacking(model, written, question, reach);
    let elements = lacking.first().map(|asked| proof::elements(model, written, question, &asked.why_not));
    (lacking, elements.unwrap_or_default())
}
