//! Derivations as files for others: a page, graphs, provenance.

use std::io::{self, Write};
use std::path::Path;
use std::sync::OnceLock;

use clap::ValueEnum;
use diagnostics::{Lang, Text};
use pages::{Clue, Place, Proof, WhyNot};
use proof::{Derivation, NodeId};
use prose::Refusal;

use super::level::Level;
use super::{Case, WIDTH, WhyOptions, clue_lines};
use crate::app::App;
use crate::clue::clues_among;
use crate::exit::Failure;
use crate::reading::{commit, stage};
use crate::text_file::shown_path;

/// The forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Prose,
    Json,
    /// JSON Lines.
    #[value(name = "jsonl")]
    Lines,
    Html,
    Dot,
    Mermaid,
    Prov,
}

impl Format {
    /// Whether it is a file about one model, which cannot hold several readings.
    pub fn holds_one_reading(self) -> bool {
        !matches!(self, Self::Text | Self::Prose)
    }

    /// Whether it is for readers elsewhere, who are not to learn where on this machine a rule lies.
    pub fn is_for_others(self) -> bool {
        !matches!(self, Self::Text | Self::Prose | Self::Json | Self::Lines)
    }

    /// Whether it is written as it comes, in JSON.
    pub fn is_stream(self) -> bool {
        matches!(self, Self::Json | Self::Lines)
    }

    /// Whether it shows what a fact came from and can say nothing of one that does not hold.
    pub fn shows_derivations_alone(self) -> bool {
        matches!(self, Self::Dot | Self::Mermaid | Self::Prov)
    }

    /// The format as the command line gives it.
    pub fn option(self) -> String {
        let name = self.to_possible_value().map(|value| value.get_name().to_string()).unwrap_or_default();
        format!("--format {name}")
    }
}

/// The answer in its form.
pub fn form(case: &Case<'_>, app: &App, derivation: &Derivation, options: &WhyOptions) -> String {
    let (model, lang) = (case.model, app.lang);
    let clues = OnceLock::new();
    let clue = |id: NodeId| {
        let found = clues.get_or_init(|| clues_among(derivation, model)).get(&id)?;
        Some(Clue { id: found.id.clone(), grade: found.grade.name() })
    };
    let proof = Proof { derivation, model, files: &app.files, locators: case.places, clue: &clue };
    match options.format {
        Format::Text => clue_lines(derivation, model, lang) + &prose::text(derivation, model, &app.files, lang, WIDTH),
        Format::Prose => {
            let telling = case.telling(&app.files, lang);
            clue_lines(derivation, model, lang)
                + &prose::syllogism(derivation, &telling, options.level.unwrap_or_default().into())
        }
        Format::Json | Format::Lines => unreachable!("these are written as they come"),
        Format::Html => pages::page(&proof, lang),
        Format::Dot => pages::dot(&proof, lang),
        Format::Mermaid => pages::mermaid(&proof, lang),
        Format::Prov => lines(&pages::prov(&proof, lang)),
    }
}

/// That no fact fits, in its form.
pub fn refusal(case: &Case<'_>, app: &App, refusal: &Refusal<'_>, options: &WhyOptions) -> String {
    let telling = |lang| case.telling(&app.files, lang);
    let own = telling(app.lang);
    match (options.format, options.level) {
        (Format::Json, _) => lines(&prose::refusal_json(refusal, &own)),
        (Format::Lines, _) => format!("{}\n", prose::refusal_json(refusal, &own)),
        (Format::Html, _) => {
            let reasons = [Lang::En, Lang::Zh].map(|lang| prose::refusal_reasons(refusal, &telling(lang)));
            let why_not = WhyNot { reasons: &reasons, model: case.model, files: &app.files, locators: case.places };
            pages::why_not_page(&why_not, app.lang, Place::Alone)
        }
        (Format::Prose, Some(Level::Sentence)) => prose::refusal_sentence(refusal, &own),
        (Format::Text | Format::Prose, _) => prose::refusal_text(refusal, &own),
        (Format::Dot | Format::Mermaid | Format::Prov, _) => unreachable!("these are refused before"),
    }
}

fn lines(json: &serde_json::Value) -> String {
    format!("{json:#}\n")
}

/// Writes the answer to the file that `-o` names; it appears when it is complete.
pub fn write(
    case: &Case<'_>,
    app: &App,
    options: &WhyOptions,
    file: &Path,
    answer: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    app.watcher.interrupt.write(|written| {
        let mut staged = case.opened.staged(&options.reading);
        stage(app, &mut staged, file, answer)?;
        commit(app, staged, written)
    })?;
    let text = Text { en: "{file}: written\n", zh: "{file}：已写入\n" };
    app.say(&prose::fill(text, app.lang, &[("file", &shown_path(file))]))
}
