//! What is said of a fact that does not hold.

use eval::Model;
use program::checked::Program;
use proof::{ElementState, Lacking, OpenTuple, Question, Reach, lacking};
use prose::{Refusal, Telling};

/// A fact that does not hold, with everything that is known of it.
pub struct Examined<'e> {
    open: &'e [OpenTuple],
    lacking: Vec<Lacking>,
    elements: Vec<ElementState>,
    written: &'e Program,
}

impl<'e> Examined<'e> {
    /// Looks at what fails and what comes nearest; of a clue at the elements of its model.
    pub fn new(
        model: &Model<'_>,
        written: &'e Program,
        question: &Question,
        open: &'e [OpenTuple],
        reach: &Reach,
    ) -> Self {
        let lacking = lacking(model, written, question, reach);
        let elements = lacking.first().map(|asked| proof::elements(model, written, question, &asked.why_not));
        Self { open, lacking, elements: elements.unwrap_or_default(), written }
    }

    /// As what it is told.
    pub fn refusal(&self) -> Refusal<'_> {
        let Self { open, lacking, elements, written } = self;
        Refusal { open, lacking, elements, written }
    }

    /// As text.
    pub fn text(&self, telling: &Telling<'_>) -> String {
        prose::refusal_text(&self.refusal(), telling)
    }
}
