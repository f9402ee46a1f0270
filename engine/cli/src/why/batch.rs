//! Many facts at once: what is asked in a file, and answers as a stream.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;

use diagnostics::{Diagnostic, Files, catalogue};
use eval::Model;
use ledger::is_clue_id;
use program::checked::Program;
use proof::{Explainer, Limits, Locators, NodeId, Part, Question};
use prose::{Layout, Stream};
use serde_json::json;

use super::forms::Format;
use super::{WIDTH, WhyOptions};
use crate::app::App;
use crate::clue::{Clue, clues, clues_among};
use crate::exit::{Exit, Failure};
use crate::options::count;
use crate::question::question;
use crate::reading::Places;

/// What a line asks about.
pub enum Line {
    /// A fact.
    Fact(Question),
    /// A clue by its id.
    Clue(String),
}

/// `all` or a number of answers.
pub fn limit(text: &str) -> Result<usize, String> {
    if text == "all" { Ok(usize::MAX) } else { count(text) }
}

/// A page, from 1.
pub fn page(text: &str) -> Result<usize, String> {
    count(text).and_then(|page| if page == 0 { Err(text.to_string()) } else { Ok(page) })
}

/// What the file asks, one fact or clue id a line; `-` is standard input. Blank lines ask nothing.
pub fn lines(app: &mut App, file: &Path, program: &Program) -> Result<Vec<Line>, Failure> {
    let text = read(file).map_err(|error| {
        let unreadable = Diagnostic::unplaced(&catalogue::UNREADABLE_QUESTIONS);
        Failure::usage(unreadable.arg("file", file.display()).arg("reason", error))
    })?;
    let mut asked = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        asked.push(match is_clue_id(line) {
            true => Line::Clue(line.to_string()),
            false => Line::Fact(question(line, program, &mut app.files, app.lang)?.fact),
        });
    }
    Ok(asked)
}

fn read(file: &Path) -> io::Result<String> {
    if file.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(file)
}

/// Answers all lines as one graph. No if one of them is in vain.
pub fn answer(
    app: &mut App,
    options: &WhyOptions,
    model: &Model<'_>,
    places: &Places<'_>,
    lines: &[Line],
) -> Result<Exit, Failure> {
    let mut ids = BTreeMap::new();
    if lines.iter().any(|line| matches!(line, Line::Clue(_))) {
        ids.extend(clues(model).map(|(question, clue)| (clue.id, question)));
    }
    let ask = |line: &Line| match line {
        Line::Fact(question) => Ok(question.clone()),
        Line::Clue(id) => ids.get(id).cloned().ok_or_else(|| {
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CLUE_ID).arg("id", id);
            Failure::Found(Exit::No, vec![unknown])
        }),
    };
    let questions = lines.iter().map(ask).collect::<Result<Vec<_>, _>>()?;
    let limits = Limits { all: options.all, depth: options.depth, answers: options.limit };
    let explainer = Explainer::new(model, places);
    let (asked, in_vain) = explainer.asked_each(&questions, options.limit);
    match options.format.is_stream() {
        true => stream((options.format, places), explainer.parts(asked, &limits), model, &app.files, &mut app.out)?,
        false => {
            let derivation = explainer.whole(&asked, &limits);
            let text = prose::text(&derivation, model, &app.files, app.lang, WIDTH);
            write!(app.out, "{}{text}", super::clue_lines(&derivation, model, app.lang))?;
        }
    }
    let Some(first) = in_vain.first() else { return Ok(Exit::Done) };
    let Question { relation, args } = &questions[*first];
    let untrue = Diagnostic::unplaced(&catalogue::QUESTIONS_IN_VAIN)
        .arg("count", in_vain.len())
        .arg("all", questions.len())
        .arg("fact", prose::pattern(*relation, args, model.program));
    Err(Failure::Found(Exit::No, vec![untrue]))
}

/// Writes a derivation as JSON, part by part.
pub fn stream(
    (format, places): (Format, &Places<'_>),
    parts: impl IntoIterator<Item = Part>,
    model: &Model<'_>,
    files: &Files,
    out: &mut dyn Write,
) -> io::Result<()> {
    let layout = if format == Format::Lines { Layout::Lines } else { Layout::Object };
    let digest_of = |file: &str| places.digest(file);
    let mut stream = Stream::new(layout, model, files, Some(&digest_of));
    let mut take = |text: &[u8]| out.write_all(text);
    for part in parts {
        let (clues, first) = (clues_among(&part.derivation, model), part.first);
        let clue = |clue: &Clue| json!({"id": clue.id, "grade": clue.grade.name()});
        stream.part(part, &|node: NodeId| clues.get(&(node - first)).map(clue), &mut take)?;
    }
    stream.end(&mut take)
}
