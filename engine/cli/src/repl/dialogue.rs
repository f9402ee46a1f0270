//! A dialogue: what has been asked, and how answers are to look.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use diagnostics::{Diagnostic, Lang, Text, catalogue};
use eval::Model;
use ledger::is_clue_id;
use program::checked::Purpose;
use proof::Question;

use super::answer::{Answer, Answerer, Asked, Job};
use super::commands::{Command, HELP, NAMES, Way, command};
use super::worker::Worker;
use crate::amount::grouped;
use crate::app::App;
use crate::clue::clues;
use crate::exit::{Exit, Failure};
use crate::nearest::suggestion;
use crate::question::question;
use crate::reading::Opened;
use crate::run::summary;
use crate::why::missing::models;

/// Answers shown at a time, unless somebody wants another number.
const LIMIT: usize = 3;

/// A dialogue.
pub struct Dialogue {
    opened: &'static Opened,
    /// What is asked about.
    pub model: &'static Model<'static>,
    worker: Worker,
    depth: Option<usize>,
    limit: usize,
    /// The question asked last, and how many facts were answered.
    last: Option<Asked>,
    /// The clues by their ids, once one was asked for.
    clues: Option<BTreeMap<String, Question>>,
}

impl Dialogue {
    /// A dialogue about a model.
    pub fn new(
        app: &App,
        opened: &'static Opened,
        model: &'static Model<'static>,
        records: &'static sources::Records,
    ) -> Dialogue {
        let worker = Worker::new(Answerer { opened, model, records, files: Arc::new(app.files.clone()) });
        Dialogue { opened, model, worker, depth: None, limit: LIMIT, last: None, clues: None }
    }

    /// Answers a line. False where it asks for the end.
    pub fn answer(&mut self, app: &mut App, line: &str) -> Result<bool, Failure> {
        match self.obey(app, line) {
            Ok(goes_on) => {
                app.out.flush()?;
                Ok(goes_on)
            }
            // A mistake in a line does not end the dialogue.
            Err(Failure::Found(Exit::Usage | Exit::No | Exit::Wrong, found)) => {
                app.out.flush()?;
                app.show(&found)?;
                Ok(true)
            }
            Err(failure) => Err(failure),
        }
    }

    fn obey(&mut self, app: &mut App, line: &str) -> Result<bool, Failure> {
        match command(line) {
            Command::Nothing => {}
            Command::Quit => return Ok(false),
            Command::Ask(way, text) => self.ask(app, way, &text)?,
            Command::More => match self.last.take() {
                Some(asked) if asked.skip > 0 => self.tell(app, asked)?,
                _ => writeln!(app.out, "{}\n", Text { en: "there is no more", zh: "没有更多了" }.get(app.lang))?,
            },
            Command::Outcomes => {
                let found = proof::outcomes(self.model, &self.opened.written);
                let text = summary(&self.opened.written, &found, app.lang);
                let none = Text { en: "the program has no models\n", zh: "程序没有模型\n" };
                writeln!(app.out, "{}", if text.is_empty() { none.get(app.lang) } else { &text })?;
            }
            Command::Missing(name) => {
                let models = models(&name, &self.opened.written)?;
                self.answered(app, Job::Missing(models, self.limit, app.lang))?;
            }
            Command::Relations => self.relations(app)?,
            Command::Depth(depth) => self.depth = Some(depth).filter(|depth| *depth > 0),
            Command::Limit(limit) => self.limit = limit,
            Command::Language(lang) => self.speak(app, lang),
            Command::Help => writeln!(app.out, "{}\n", HELP.get(app.lang))?,
            Command::Unknown(word) => {
                let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_DIALOGUE_COMMAND);
                let near = if NAMES.contains(&word.as_str()) {
                    String::new()
                } else {
                    suggestion(&word, NAMES.iter().copied())
                };
                return Err(Failure::usage(unknown.arg("word", word).arg("near", near)));
            }
        }
        Ok(true)
    }

    fn speak(&mut self, app: &mut App, lang: Lang) {
        app.lang = lang;
        app.watcher.speak(lang);
    }

    fn ask(&mut self, app: &mut App, way: Way, text: &str) -> Result<(), Failure> {
        let (fact, open) = match (text.is_empty(), &self.last) {
            (true, Some(last)) => (last.question.clone(), last.open),
            (true, None) => return Err(Failure::usage(Diagnostic::unplaced(&catalogue::QUESTION_NOT_AN_ATOM))),
            (false, _) if is_clue_id(text) => (self.clue(text)?, false),
            (false, _) => {
                let asked = question(text, &self.opened.written, &mut app.files, app.lang)?;
                (asked.fact, asked.open)
            }
        };
        let asked = Asked { question: fact, open, way, skip: 0, limit: self.limit, depth: self.depth, lang: app.lang };
        self.tell(app, asked)
    }

    fn tell(&mut self, app: &mut App, asked: Asked) -> Result<(), Failure> {
        let asked = Asked { limit: self.limit, depth: self.depth, lang: app.lang, ..asked };
        self.last = Some(asked.clone());
        let Some(answer) = self.answered(app, Job::Ask(asked.clone()))? else { return Ok(()) };
        let left = answer.total > answer.shown as u64;
        if left {
            let text = Text {
                en: "{shown} of {total}; `:more` shows the next\n",
                zh: "共 {total} 个，已显示 {shown} 个；`:more` 显示后续\n",
            };
            let (shown, total) = (grouped(answer.shown as u64), grouped(answer.total));
            writeln!(app.out, "{}", prose::fill(text, app.lang, &[("shown", &shown), ("total", &total)]))?;
        }
        self.last = Some(Asked { skip: if left { answer.shown } else { 0 }, ..asked });
        Ok(())
    }

    /// Writes an answer; `None` where somebody did not want to wait for it.
    fn answered(&mut self, app: &mut App, job: Job) -> Result<Option<Answer>, Failure> {
        let answer = self.worker.ask(job, &app.watcher.interrupt);
        match &answer {
            Some(answer) => writeln!(app.out, "{}", answer.text)?,
            None => app.say(Text { en: "interrupted\n", zh: "已中断\n" }.get(app.lang))?,
        }
        Ok(answer)
    }

    /// The clue with this id, as a question.
    fn clue(&mut self, id: &str) -> Result<Question, Failure> {
        let model = self.model;
        let by_id = || clues(model).map(|(question, clue)| (clue.id, question)).collect();
        let clues = self.clues.get_or_insert_with(by_id);
        clues.get(id).cloned().ok_or_else(|| {
            Failure::Found(Exit::No, vec![Diagnostic::unplaced(&catalogue::UNKNOWN_CLUE_ID).arg("id", id)])
        })
    }

    fn relations(&self, app: &mut App) -> Result<(), Failure> {
        for id in self.model.program.relation_ids() {
            let relation = self.model.program.relation(id);
            if relation.purpose != Purpose::Declared {
                continue;
            }
            let columns = relation.columns.iter().map(|column| format!("{}: {}", column.name, column.type_name));
            let columns = columns.collect::<Vec<_>>().join(", ");
            let count = grouped(self.model.relation(id).facts());
            let text = Text { en: "{name}({columns}): {count}", zh: "{name}({columns})：{count}" };
            let values = [("name", relation.name.as_str()), ("columns", &columns), ("count", &count)];
            writeln!(app.out, "{}", prose::safe(&prose::fill(text, app.lang, &values)))?;
        }
        Ok(writeln!(app.out)?)
    }
}
