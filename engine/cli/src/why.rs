//! `syllogist why PROGRAM ATOM|CLUE-ID`

mod batch;
mod forms;
mod help;
mod level;
pub mod missing;
mod refusal;
mod witnesses;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use diagnostics::{Diagnostic, Files, Lang, Text, catalogue};
use eval::Model;
use ledger::is_clue_id;
use proof::{Derivation, Explainer, Limits, Node, Part, Question, Reach};
use prose::Telling;
use prose::norms::unverified;

pub use self::batch::stream;
pub use self::forms::Format;
pub use self::help::HELP;
pub use self::refusal::Examined;
use sources::Records;

use crate::app::App;
use crate::clue::{Clue, clues, clues_among};
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{Engine, ReadingOptions, count, main_engine_only, result_file};
use crate::parameters::one_reading_only;
use crate::question::{Asked, question};
use crate::reading::{self, Opened, Places};
use level::Level;

/// Options of `why`.
#[derive(Debug, Args)]
pub struct WhyOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// Who derives; derivations are kept by the main engine alone, so the other one is refused with words.
    #[arg(long, value_enum, default_value_t = Engine::Main, hide = true)]
    engine: Engine,
    /// A fact, with `_` for any value, or the id of a clue.
    #[arg(value_name = "ATOM|CLUE-ID", allow_hyphen_values = true, required_unless_present_any = ["missing", "questions"])]
    question: Option<String>,
    /// A file that asks about many facts, one a line.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["question", "missing", "shortest", "witnesses", "output"])]
    questions: Option<PathBuf>,
    /// What the candidates of a model lack, or of all models.
    #[arg(long, value_name = "MODEL", num_args = 0..=1, default_missing_value = "", conflicts_with = "question")]
    missing: Option<String>,
    /// Every derivation, not only the canonical one.
    #[arg(long)]
    all: bool,
    /// The derivation with the fewest steps, in place of the canonical one.
    #[arg(long, conflicts_with_all = ["all", "depth"])]
    shortest: bool,
    /// The sets of records that give the fact, in place of a derivation.
    #[arg(long, conflicts_with_all = ["all", "depth", "shortest"])]
    witnesses: bool,
    /// Conclusions this far below the asked one are named without their premises.
    #[arg(long, value_name = "N", value_parser = count)]
    depth: Option<usize>,
    /// Near misses of each premise that fails.
    #[arg(long, value_name = "N", default_value_t = Reach::default().near, value_parser = count)]
    near: usize,
    /// At most this many answers.
    #[arg(long, value_name = "N|all", default_value = "10", value_parser = batch::limit)]
    limit: usize,
    /// Which of the pages of so many answers, from 1.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = batch::page, conflicts_with_all = ["questions", "shortest", "witnesses", "missing"])]
    page: usize,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// How much prose tells.
    #[arg(long, value_enum)]
    level: Option<Level>,
    /// Where the answer is written.
    #[arg(short = 'o', long, value_name = "FILE", value_parser = result_file)]
    output: Option<PathBuf>,
}

impl WhyOptions {
    /// Lists of what is missing, and of records, are texts or JSON; only prose has levels.
    fn consistent(&self) -> Result<(), Failure> {
        if self.level.is_some() && self.format != Format::Prose {
            return Err(Failure::usage(Diagnostic::unplaced(&catalogue::LEVEL_WITHOUT_PROSE)));
        }
        let list = match (&self.missing, self.witnesses, &self.questions) {
            (Some(_), ..) => "--missing",
            (None, true, _) => "--witnesses",
            (None, false, Some(_)) if self.format != Format::Lines => "--questions",
            (None, false, _) => return Ok(()),
        };
        let other = match (self.format, &self.output) {
            (Format::Text | Format::Json, None) => return Ok(()),
            (Format::Text | Format::Json, Some(_)) => "-o".to_string(),
            (format, _) => format.option(),
        };
        let apart = Diagnostic::unplaced(&catalogue::OPTIONS_APART).arg("option", list).arg("other", other);
        Err(Failure::usage(apart))
    }

    fn asked(&self) -> &str {
        self.question.as_deref().unwrap_or_default().trim()
    }
}

/// Columns of a line.
const WIDTH: usize = 80;

/// Answers the question, once for each reading.
pub fn why(app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
    if options.engine == Engine::Reference {
        return Err(main_engine_only("why"));
    }
    options.consistent()?;
    let opened = reading::open(app, &options.reading)?;
    if opened.len() > 1 && options.format.holds_one_reading() {
        return Err(one_reading_only(&options.format.option(), opened.len()));
    }
    if opened.len() > 1 && options.output.is_some() {
        return Err(one_reading_only("-o", opened.len()));
    }
    let written = &opened[0].written;
    if let Some(name) = &options.missing {
        missing::models(name, written)?;
    }
    let lines = match &options.questions {
        Some(file) => Some(batch::lines(app, file, written)?),
        None => None,
    };
    let asked = options.asked();
    let asked_fact = match options.missing.is_some() || lines.is_some() || is_clue_id(asked) {
        true => None,
        false => Some(question(asked, written, &mut app.files, app.lang)?),
    };
    options.effort.pool()?.install(|| {
        let mut exit = Exit::No;
        let mut drivers = opened[0].drivers(&options.reading);
        for (number, reading) in opened.iter().enumerate() {
            if opened.len() > 1 {
                let heading = Text { en: "reading {reading}", zh: "读法：{reading}" };
                let heading = prose::fill(heading, app.lang, &[("reading", &prose::safe(&reading.reading.label()))]);
                writeln!(app.out, "{}{heading}\n", if number > 0 { "\n" } else { "" })?;
            }
            let (records, given) =
                reading::records(app, &options.reading, &options.effort, reading, &mut drivers, true)?;
            if number + 1 == opened.len() {
                drivers.disconnect();
            }
            let model = reading::evaluate(app, &options.reading, &options.effort, reading, given)?;
            let asked = (asked_fact.as_ref(), lines.as_deref());
            if answer_from(app, options, reading, (&records, &model), asked)? == Exit::Done {
                exit = Exit::Done;
            }
        }
        Ok(exit)
    })
}

fn answer_from(
    app: &mut App,
    options: &WhyOptions,
    opened: &Opened,
    (records, model): (&Records, &Model<'_>),
    (asked_fact, lines): (Option<&Asked>, Option<&[batch::Line]>),
) -> Result<Exit, Failure> {
    app.watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        reading::stage_rejects(app, &options.reading, records, &mut staged)?;
        reading::commit(app, staged, written)
    })?;
    if let Some(name) = &options.missing {
        let models = missing::models(name, &opened.written)?;
        missing::tell(app, options, &models, opened, model, &Places(records))?;
        return Ok(Exit::Done);
    }
    if let Some(lines) = lines {
        return batch::answer(app, options, model, &Places(records), lines);
    }
    let asked = options.asked();
    let (question, asks_open) = match asked_fact {
        Some(asked) => (asked.fact.clone(), asked.open),
        None => {
            let found = clues(model).find(|(_, clue)| clue.id == asked);
            let (clue, _) = found.ok_or_else(|| {
                let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CLUE_ID).arg("id", asked);
                Failure::Found(Exit::No, vec![unknown])
            })?;
            (clue, false)
        }
    };
    let case = Case { opened, model, places: &Places(records), question: &question };
    match asks_open {
        true => case.answer_open(app, options),
        false => case.answer(app, options),
    }
}

/// A question about a model.
struct Case<'c> {
    opened: &'c Opened,
    model: &'c Model<'c>,
    places: &'c Places<'c>,
    question: &'c Question,
}

impl Case<'_> {
    /// Why the fact holds, why it is open, or why it does not hold.
    fn answer(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        if options.witnesses {
            return self.answer_witnesses(app, options);
        }
        let limits = Limits { all: options.all, depth: options.depth, answers: options.limit };
        let (model, question) = (self.model, self.question);
        if options.shortest {
            let derivation = proof::shortest(model, self.places, question, options.limit);
            return match derivation.total {
                0 => self.refuse_or_open(app, options),
                _ if options.format.is_stream() => self.write_stream(app, options, [Part { first: 0, derivation }]),
                _ => self.write_whole(app, options, &derivation),
            };
        }
        let explainer = Explainer::new(model, self.places);
        let asked = explainer.asked(question, (options.page - 1).saturating_mul(options.limit), options.limit);
        if asked.total == 0 {
            return self.refuse_or_open(app, options);
        }
        match options.format.is_stream() {
            true => self.write_stream(app, options, explainer.parts(asked, &limits)),
            false => self.write_whole(app, options, &explainer.whole(&asked, &limits)),
        }
    }

    fn write_stream(
        &self,
        app: &mut App,
        options: &WhyOptions,
        parts: impl IntoIterator<Item = Part>,
    ) -> Result<Exit, Failure> {
        match &options.output {
            None => stream((options.format, self.places), parts, self.model, &app.files, &mut app.out)?,
            Some(file) => {
                let write =
                    |out: &mut dyn Write| stream((options.format, self.places), parts, self.model, &app.files, out);
                forms::write(self, app, options, file, write)?;
            }
        }
        Ok(Exit::Done)
    }

    fn write_whole(&self, app: &mut App, options: &WhyOptions, derivation: &Derivation) -> Result<Exit, Failure> {
        if options.format.is_for_others() {
            app.files.shorten_names();
        }
        let text = forms::form(self, app, derivation, options);
        self.put(app, options, &text)?;
        Ok(Exit::Done)
    }

    /// Writes an answer where it was asked to be.
    fn put(&self, app: &mut App, options: &WhyOptions, text: &str) -> Result<(), Failure> {
        match &options.output {
            Some(file) => forms::write(self, app, options, file, |out| out.write_all(text.as_bytes())),
            None => Ok(app.out.write_all(text.as_bytes())?),
        }
    }

    fn telling<'t>(&'t self, files: &'t Files, lang: Lang) -> Telling<'t> {
        Telling { model: self.model, locators: self.places, files, lang, width: WIDTH }
    }
}

fn write_json(app: &mut App, value: &serde_json::Value) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut app.out, value).map_err(io::Error::from)?;
    Ok(writeln!(app.out)?)
}

/// The ids of the answers that are clues, one a line, with the facts unless there is one answer only.
pub fn clue_lines(derivation: &Derivation, model: &Model<'_>, lang: Lang) -> String {
    let text = match derivation.answers.len() {
        1 => Text { en: "clue {id}, grade {grade}", zh: "线索 {id}（{grade} 级）" },
        _ => Text { en: "clue {id}, grade {grade}: {fact}", zh: "线索 {id}（{grade} 级）：{fact}" },
    };
    let clues = clues_among(derivation, model);
    let mut lines = Vec::new();
    for answer in &derivation.answers {
        let (Some(Clue { id, grade }), Node::Fact { relation, args, .. }) =
            (clues.get(answer), &derivation.nodes[*answer])
        else {
            continue;
        };
        let fact = prose::fact(*relation, args, model.program);
        lines.push(prose::fill(text, lang, &[("id", id), ("grade", grade.name()), ("fact", &fact)]));
    }
    // With --all a fact has several answers.
    lines.dedup();
    let mut out = String::new();
    lines.iter().for_each(|line| prose::wrap(&mut out, line, WIDTH, "", "  "));
    let unverified = if lines.is_empty() { Vec::new() } else { unverified(derivation, model.program, lang) };
    if !unverified.is_empty() {
        let text = Text {
            en: "rests on norms that nobody compared with their source: {norms}",
            zh: "所依据的规范有条文未经核对：{norms}",
        };
        let norms = unverified.join(Text { en: "; ", zh: "；" }.get(lang));
        prose::wrap(&mut out, &prose::fill(text, lang, &[("norms", &norms)]), WIDTH, "", "  ");
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
