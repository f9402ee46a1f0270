//! What is open, and whom to ask.

mod json;
mod words;

use diagnostics::Lang;
use program::checked::Program;
use proof::{OpenKind, OpenPoint, OpenReason, OpenTuple};
use values::Value;

use self::words as say;
use crate::fact::{plain, safe, shortened};
use crate::fill;
use crate::line::{Line, Mark, ReasonKind, Shown, text_of};
use crate::telling::Telling;
use crate::why_not::holding;

pub(crate) use json::{open_json, open_tuple_json};

/// Why an open tuple is no fact yet: the rule, its premises that hold, and everything that is open with whom to ask.
pub fn open_text(open: &OpenTuple, telling: &Telling<'_>) -> String {
    text_of(&open_lines(open, "", 0, telling), telling.width)
}

/// The same, with `mark` in front, as the beginning of a part.
pub(crate) fn open_lines(open: &OpenTuple, mark: &str, part: usize, telling: &Telling<'_>) -> Vec<Line> {
    let Telling { model, lang, .. } = *telling;
    let fact = shortened(open.relation, open.pattern.iter().map(Option::as_ref), model.program);
    let text = match open.kind {
        OpenKind::Findings => say::CONDITIONAL,
        OpenKind::Data => say::UNDETERMINED,
    };
    let sentence = fill(text, lang, &[("fact", &fact)]);
    let step = Mark { part: Some(part), ..Mark::new(0, ReasonKind::Open, sentence.clone()) };
    let mut lines = vec![Line::new(format!("{mark}{sentence}"), ["", "  "], Shown::Step(step)), Line::empty()];
    lines.extend(holding(telling, &open.case));
    lines.push(Line::new(say::OPEN.get(lang).to_string(), ["└ ", "  "], Shown::Not));
    lines.extend(points_lines(&open.case.points, model.program, lang, "  ", 2));
    lines
}

/// A numbered list of open points, each with whom to ask.
pub fn points_text(points: &[OpenPoint], program: &Program, lang: Lang, width: usize, indent: &str) -> String {
    text_of(&points_lines(points, program, lang, indent, 0), width)
}

/// The same; each point is a step of this depth.
pub(crate) fn points_lines(
    points: &[OpenPoint],
    program: &Program,
    lang: Lang,
    indent: &str,
    depth: usize,
) -> Vec<Line> {
    let mut told = Vec::new();
    for (number, point) in (1..).zip(points) {
        let lead = format!("{indent}{number}. ");
        let rest = " ".repeat(lead.chars().count());
        let mut lines = point_lines(point, program, lang).into_iter();
        if let Some(first) = lines.next() {
            let step = Mark::new(depth, ReasonKind::Point, first.clone());
            told.push(Line::new(first, [&lead, &rest], Shown::Step(step)));
        }
        told.extend(lines.map(|line| Line::new(line, [&rest, &rest], Shown::Note(depth))));
    }
    told
}

/// What is open, then whom to ask.
pub fn point_lines(point: &OpenPoint, program: &Program, lang: Lang) -> Vec<String> {
    let OpenPoint { relation, pattern, reason, people, files } = point;
    let fact = shortened(*relation, pattern.iter().map(Option::as_ref), program);
    let mut lines = match reason {
        OpenReason::NoFinding => vec![fill(say::NO_FINDING, lang, &[("fact", &fact)])],
        OpenReason::Contradiction(findings) => {
            let mut lines = vec![fill(say::CONTRADICTION, lang, &[("fact", &fact)])];
            let keys = program.relation(*relation).openness.finding.unwrap_or_default();
            lines.extend(findings.iter().map(|finding| said(finding, keys, lang)));
            lines
        }
        OpenReason::Expected => vec![fill(say::EXPECTED, lang, &[("fact", &fact)])],
        OpenReason::Incomplete { base, within, undeclared } => {
            let name = safe(&program.relation(*base).name);
            let within = within_text(within, lang);
            let text = if *undeclared { say::UNDECLARED } else { say::INCOMPLETE };
            vec![fill(text, lang, &[("relation", &name), ("within", &within), ("fact", &fact)])]
        }
    };
    let list = |names: &[String]| {
        let shown = names.iter().take(PEOPLE_MAX).map(|name| safe(name)).collect::<Vec<_>>();
        shown.join(say::LIST.get(lang))
    };
    if !files.is_empty() {
        lines.push(fill(say::FILES, lang, &[("files", &list(files))]));
    }
    if !people.is_empty() {
        let text = if let OpenReason::Incomplete { .. } = reason { say::DECLARED_BY } else { say::FOUND_BY };
        lines.push(fill(text, lang, &[("people", &list(people))]));
    }
    lines
}

/// People named as those whom one might ask.
const PEOPLE_MAX: usize = 5;

/// Who found what, when and on what basis.
pub fn said(finding: &[Value], keys: usize, lang: Lang) -> String {
    let [value, by, on, basis] = &finding[keys..] else { return String::new() };
    let (value, by, on, basis) = (plain(value), safe(&by.to_string()), on.to_string(), safe(&basis.to_string()));
    fill(say::SAID, lang, &[("value", &value), ("by", &by), ("on", &on), ("basis", &basis)])
}

fn within_text(within: &[(String, Value, Option<Value>)], lang: Lang) -> String {
    let part = |(column, from, to): &(String, Value, Option<Value>)| match to {
        None => format!("{column} {}", plain(from)),
        Some(to) => {
            let period = [("from", plain(from)), ("to", plain(to))];
            let period = fill(say::PERIOD, lang, &period.each_ref().map(|(name, value)| (*name, value.as_str())));
            format!("{column} {period}")
        }
    };
    match &within.iter().map(part).collect::<Vec<_>>()[..] {
        [] => String::new(),
        parts => fill(say::WITHIN, lang, &[("within", &parts.join(say::VALUES.get(lang)))]),
    }
}
