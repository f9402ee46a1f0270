//! `why` of a fact that does not hold.

use std::io::Write;

use diagnostics::{Diagnostic, Text, catalogue};
use eval::Model;
use program::checked::Program;
use proof::{ElementState, Lacking, OpenTuple, Question, Reach, lacking, open_tuples};
use prose::{Refusal, Telling};

use super::{Case, WIDTH, WhyOptions, forms};
use crate::app::App;
use crate::exit::{Exit, Failure};

impl Case<'_> {
    /// That no fact fits, and why.
    pub(super) fn refuse_or_open(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        if options.format.shows_derivations_alone() {
            return Err(Failure::Found(Exit::No, vec![self.nothing_to_show(options)]));
        }
        // Whether something is open decides what is said, whatever the limit.
        let open = open_tuples(self.model, &self.opened.written, self.question, options.limit.max(1));
        self.refuse(app, options, &open)?;
        Ok(Exit::No)
    }

    /// Why the fact is open; of one that is not, what it is instead.
    pub(super) fn answer_open(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        let open = open_tuples(self.model, &self.opened.written, self.question, options.limit);
        if !open.is_empty() && options.format.shows_derivations_alone() {
            // Neither yes nor no is said to a question that cannot be answered in this form.
            return Err(Failure::usage(self.nothing_to_show(options)));
        }
        if !open.is_empty() {
            self.refuse(app, options, &open)?;
            return Ok(Exit::Done);
        }
        if !options.format.is_stream() {
            let text = Text { en: "{fact} is not open.", zh: "{fact} 并无待查事项。" };
            let fact = prose::pattern(self.question.relation, &self.question.args, self.model.program);
            let mut out = String::new();
            prose::wrap(&mut out, &prose::fill(text, app.lang, &[("fact", &fact)]), WIDTH, "", "  ");
            match options.format.is_for_others() || options.output.is_some() {
                true => app.say(&out)?,
                false => writeln!(app.out, "{out}")?,
            }
        }
        self.answer(app, options)?;
        Ok(Exit::No)
    }

    /// Says that the fact does not hold: what is open about it, otherwise what fails; of a clue by the elements of its model.
    fn refuse(&self, app: &mut App, options: &WhyOptions, open: &[OpenTuple]) -> Result<(), Failure> {
        if options.format.is_for_others() {
            app.files.shorten_names();
        }
        let reach = Reach { depth: options.depth.unwrap_or(Reach::default().depth), near: options.near };
        let examined = Examined::new(self.model, &self.opened.written, self.question, open, &reach);
        let text = forms::refusal(self, app, &examined.refusal(), options);
        self.put(app, options, &text)
    }

    /// That there is no derivation which could be shown in this form.
    fn nothing_to_show(&self, options: &WhyOptions) -> Diagnostic {
        let fact = prose::pattern(self.question.relation, &self.question.args, self.model.program);
        let nothing = Diagnostic::unplaced(&catalogue::NO_DERIVATION_TO_SHOW);
        nothing.arg("option", options.format.option()).arg("fact", fact)
    }
}

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
