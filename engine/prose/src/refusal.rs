//! What is said of a fact that does not hold: everything that is known of it, in each form.

use program::checked::Program;
use proof::{ElementState, Lacking, OpenTuple};
use serde_json::{Value as Json, json};

use crate::elements::{elements_json, elements_lines};
use crate::line::{Line, ReasonKind, Shown, text_of};
use crate::open::{open_json, open_lines};
use crate::reasons::{Reasons, reasons};
use crate::telling::Telling;
use crate::why_not::{lacking_json, lacking_lines, outcome_name};

/// Why no fact fits a question.
#[derive(Clone, Copy)]
pub struct Refusal<'r> {
    /// What is open about it.
    pub open: &'r [OpenTuple],
    /// The question and the premises that are missing; never empty.
    pub lacking: &'r [Lacking],
    /// Of a clue, how the elements of its models stand.
    pub elements: &'r [ElementState],
    /// The program as written, before the law was compiled.
    pub written: &'r Program,
}

/// What is open about the fact, otherwise for each rule the first premise that fails and what comes nearest to it, and in numbered parts why
/// missing premises do not hold in turn; of a clue the elements of its models.
pub fn refusal_text(refusal: &Refusal<'_>, telling: &Telling<'_>) -> String {
    text_of(&lines(refusal, telling), telling.width)
}

/// The first sentence, and below it for each rule the premise that fails, or everything that is open.
pub fn refusal_sentence(refusal: &Refusal<'_>, telling: &Telling<'_>) -> String {
    let mut told = Vec::new();
    for Line { text, shown, .. } in lines(refusal, telling) {
        let (Shown::Step(mark), Some(text)) = (shown, text) else { continue };
        match (mark.depth, mark.kind) {
            (0, _) if mark.part.is_some_and(|part| part > 0) => break,
            (0, ReasonKind::Lacking | ReasonKind::Open) => told.push(Line::new(text, ["", "  "], Shown::Not)),
            (1, ReasonKind::Attempt) if refusal.open.is_empty() => {
                told.push(Line::new(mark.said, ["- ", "  "], Shown::Not));
            }
            (_, ReasonKind::Point) if !refusal.open.is_empty() => told.push(Line::new(text, ["- ", "  "], Shown::Not)),
            _ => {}
        }
    }
    text_of(&told, telling.width)
}

/// The same as steps that can be unfolded.
pub fn refusal_reasons(refusal: &Refusal<'_>, telling: &Telling<'_>) -> Reasons {
    reasons(lines(refusal, telling), telling.lang)
}

/// The same as one object of the schema `syllogist/why-not/1` (`docs/why-not-1.schema.json`).
pub fn refusal_json(refusal: &Refusal<'_>, telling: &Telling<'_>) -> Json {
    let mut json = lacking_json(refusal.lacking, telling);
    json["outcome"] = outcome_name(refusal.open.iter().map(|open| open.kind)).into();
    let open = refusal.open.iter().map(|open| open_json(open, telling.model, telling.files));
    json["open"] = json!(open.collect::<Vec<_>>());
    json["elements"] = elements_json(refusal.elements, refusal.written, telling);
    json
}

fn lines(refusal: &Refusal<'_>, telling: &Telling<'_>) -> Vec<Line> {
    let Refusal { open, lacking, elements, written } = *refusal;
    if open.is_empty() {
        return lacking_lines(lacking, elements_lines(elements, written, 1, telling), telling);
    }
    let mut lines = Vec::new();
    // Below the only open tuple, or beside several.
    let depth = usize::from(open.len() == 1);
    let elements = elements_lines(elements, written, depth, telling);
    let parts = open.iter().map(|open| open_lines(open, "", 0, telling)).chain([elements]);
    for part in parts.filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::empty());
        }
        lines.extend(part);
    }
    lines
}
