//! Many facts at once: what is asked in a file, and answers as a stream.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;

use diagnostics::{Diagnostic, Files, catalogue};
use eval::Model;
use program::checked::{Program, RelId};
use proof::{Derivation, Explainer, Limits, Node, NodeId, Question};
use serde_json::{Value as Json, json};

use super::forms::Format;
use super::{WIDTH, WhyOptions};
use crate::app::App;
use crate::clue::{grades, is_clue};
use crate::clue_id::{clue_id, is_clue_id};
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
    let ids = if lines.iter().any(|line| matches!(line, Line::Clue(_))) { clues_by_id(model) } else { BTreeMap::new() };
    let ask = |line: &Line| match line {
        Line::Fact(question) => Ok(question.clone()),
        Line::Clue(id) => ids.get(id).cloned().ok_or_else(|| {
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CLUE_ID).arg("id", id);
            Failure::Found(Exit::No, vec![unknown])
        }),
    };
    let questions = lines.iter().map(ask).collect::<Result<Vec<_>, _>>()?;
    let limits = Limits { all: options.all, depth: options.depth, answers: options.limit };
    let (derivation, in_vain) = Explainer::new(model, places).explain_each(&questions, &limits);
    match options.format.is_stream() {
        true => stream(options.format, &derivation, model, &app.files, &mut app.out)?,
        false => {
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

/// Writes a derivation as JSON, node by node.
pub fn stream(
    format: Format,
    derivation: &Derivation,
    model: &Model<'_>,
    files: &Files,
    out: &mut dyn Write,
) -> io::Result<()> {
    let clues = clues_among(derivation, model);
    let clue_of = |node: NodeId| clues.get(&node).cloned();
    let proof = prose::Proof::new(derivation, model, files, &clue_of);
    match format {
        Format::Lines => proof.lines(&mut |text| out.write_all(text)),
        _ => {
            serde_json::to_writer_pretty(&mut *out, &proof)?;
            writeln!(out)
        }
    }
}

/// Id and grade of the facts that are clues.
fn clues_among(derivation: &Derivation, model: &Model<'_>) -> BTreeMap<NodeId, Json> {
    let mut by_relation = BTreeMap::<RelId, Vec<(NodeId, u32)>>::new();
    for (id, node) in derivation.nodes.iter().enumerate() {
        let Node::Fact { relation, args, .. } = node else { continue };
        let table = model.relation(*relation);
        if is_clue(model.program.relation(*relation))
            && let Some(row) = model.codes(args).and_then(|codes| table.find(&codes)).filter(|row| table.holds(*row))
        {
            by_relation.entry(*relation).or_default().push((id, row));
        }
    }
    let mut clues = BTreeMap::new();
    for (relation, facts) in by_relation {
        let rows = facts.iter().map(|(_, row)| *row).collect::<Vec<_>>();
        for ((node, row), grade) in facts.into_iter().zip(proof::grades(model, relation, &rows)) {
            let Some(grade) = grade else { continue };
            let id = clue_id(relation, &model.values(relation, row), model.program);
            clues.insert(node, json!({"id": id, "grade": grade.name()}));
        }
    }
    clues
}

/// All clues, as questions by id.
fn clues_by_id(model: &Model<'_>) -> BTreeMap<String, Question> {
    let program = model.program;
    let mut found = BTreeMap::new();
    for relation in program.relation_ids().filter(|relation| is_clue(program.relation(*relation))) {
        for (fact, grade) in model.facts_in_order(relation).zip(grades(model, relation)) {
            let args = model.decode(relation, &fact);
            if grade.is_some() {
                let id = clue_id(relation, &args, program);
                found.insert(id, Question { relation, args: args.into_iter().map(Some).collect() });
            }
        }
    }
    found
}
