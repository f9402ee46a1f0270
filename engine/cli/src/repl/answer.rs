//! Answers as texts.

use std::sync::Arc;

use diagnostics::{Files, Lang, Text};
use eval::Model;
use program::checked::ModelId;
use proof::{Explainer, Limits, OpenTuple, Question, Reach, open_tuples};
use prose::Telling;

use super::commands::Way;
use crate::reading::{Opened, Places};
use crate::why::{Examined, clue_lines};

/// Columns of a line.
const WIDTH: usize = 80;

/// A question with all that the answer depends on.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The fact.
    pub question: Question,
    /// Why it is open, not why it holds.
    pub open: bool,
    /// What is asked of it.
    pub way: Way,
    /// Facts that fit and were answered before.
    pub skip: usize,
    /// Answers at a time.
    pub limit: usize,
    /// How deep.
    pub depth: Option<usize>,
    /// The language.
    pub lang: Lang,
}

/// Something to be answered.
#[derive(Debug, Clone)]
pub enum Job {
    /// A question about facts.
    Ask(Asked),
    /// What the candidates of these models lack; at most so many groups each.
    Missing(Vec<ModelId>, usize, Lang),
}

/// Candidates that are named of a group.
const EXAMPLES: usize = 10;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The text.
    pub text: String,
    /// How many facts have been answered, those before among them.
    pub shown: usize,
    /// How many fit.
    pub total: u64,
}

/// All that questions are answered from.
#[derive(Clone)]
pub struct Answerer {
    pub opened: &'static Opened,
    pub model: &'static Model<'static>,
    pub records: &'static sources::Records,
    /// The texts of the program.
    pub files: Arc<Files>,
}

impl Answerer {
    /// Answers whatever is asked. The explainer serves many questions.
    pub fn answer(&self, job: &Job, explainer: &Explainer<'_>) -> Answer {
        match job {
            Job::Ask(asked) => self.about_facts(asked, explainer),
            Job::Missing(models, limit, lang) => {
                let (written, places) = (&*self.opened.written, Places(self.records));
                let missing = models.iter().filter_map(|id| proof::missing(self.model, written, *id, EXAMPLES));
                let told = missing.map(|one| prose::missing_text(&one, written, *limit, &self.telling(&places, *lang)));
                Answer { text: told.collect::<Vec<_>>().join("\n"), shown: 0, total: 0 }
            }
        }
    }

    fn about_facts(&self, asked: &Asked, explainer: &Explainer<'_>) -> Answer {
        let question = &asked.question;
        let (facts, total) = explainer.facts(question, asked.skip, asked.limit);
        let open = match total == 0 || asked.open {
            true => open_tuples(self.model, &self.opened.written, question, asked.limit),
            false => Vec::new(),
        };
        if total == 0 || asked.open && !open.is_empty() {
            return Answer { text: self.refusal(asked, &open), shown: 0, total: 0 };
        }
        if asked.open || asked.way == Way::WhyNot {
            return Answer { text: self.says_otherwise(asked), shown: 0, total: 0 };
        }
        let texts = facts.iter().map(|fact| self.fact(fact, asked, explainer)).collect::<Vec<_>>();
        Answer { text: texts.join("\n"), shown: asked.skip + facts.len(), total }
    }

    /// What is asked about a fact that holds.
    fn fact(&self, fact: &Question, asked: &Asked, explainer: &Explainer<'_>) -> String {
        let (model, places) = (self.model, &Places(self.records));
        let limits = Limits { all: asked.way == Way::All, depth: asked.depth, answers: asked.limit };
        let derivation = match asked.way {
            Way::Witnesses => {
                let (found, _) = proof::witnesses(model, places, fact, 1, asked.limit);
                return prose::witnesses_text(&found, false, &self.telling(places, asked.lang));
            }
            Way::Shortest => proof::shortest(model, places, fact, 1),
            Way::Why | Way::All | Way::WhyNot => explainer.explain(fact, &limits),
        };
        let text = prose::text(&derivation, model, &self.files, asked.lang, WIDTH);
        clue_lines(&derivation, model, asked.lang) + &text
    }

    /// That facts fit although it was asked why none does, or what is open about them.
    fn says_otherwise(&self, asked: &Asked) -> String {
        let text = match asked.open {
            true => Text { en: "{fact} is not open: it holds.", zh: "{fact} 并无待查事项：它成立。" },
            false => Text { en: "{fact} holds.", zh: "{fact} 成立。" },
        };
        let fact = prose::pattern(asked.question.relation, &asked.question.args, self.model.program);
        let mut out = String::new();
        prose::wrap(&mut out, &prose::fill(text, asked.lang, &[("fact", &fact)]), WIDTH, "", "  ");
        out
    }

    /// That no fact fits: what is open, or what fails.
    fn refusal(&self, asked: &Asked, open: &[OpenTuple]) -> String {
        let places = Places(self.records);
        let telling = self.telling(&places, asked.lang);
        let written = &self.opened.written;
        Examined::new(self.model, written, &asked.question, open, &Reach::default()).text(&telling)
    }

    fn telling<'t>(&'t self, places: &'t Places<'t>, lang: Lang) -> Telling<'t> {
        Telling { model: self.model, locators: places, files: &self.files, lang, width: WIDTH }
    }
}
