//! What the models say of their candidates, and what they cannot say.

use std::io::Write;

use diagnostics::{Lang, Text};
use program::checked::{Grade, Program};
use proof::{Contradiction, Explainer, ModelOutcomes, Nowhere, Refer, Standing, contradictions, open_clue, refers};
use prose::{fill, wrap};
use values::Value;

use super::Run;
use crate::app::App;
use crate::exit::Failure;

/// Columns of a line.
const WIDTH: usize = 80;

/// The outcomes of each reading, by model.
pub fn found(runs: &[Run<'_>]) -> Vec<Vec<ModelOutcomes>> {
    runs.iter().map(|run| proof::outcomes(run.model, &run.opened.written)).collect()
}

const SUMMARY: Text = Text { en: "{model} ({title}): {counts}", zh: "{model}（{title}）：{counts}" };
const READ: Text = Text { en: "{text}; {reading}", zh: "{text}；{reading}" };

/// A line for each model and reading: how many candidates, how many clues of which grade, how many are open, how many are none.
pub fn summaries(app: &mut App, runs: &[Run<'_>], found: &[Vec<ModelOutcomes>]) -> Result<(), Failure> {
    let models = found.first().map_or(0, Vec::len);
    let mut out = String::new();
    for model in 0..models {
        for (run, found) in runs.iter().zip(found) {
            let declared = run.opened.written.model(found[model].model);
            let (name, title) = (prose::safe(&declared.name), prose::safe(&declared.title));
            let counts = counts(&found[model], app.lang);
            let line = fill(SUMMARY, app.lang, &[("model", &name), ("title", &title), ("counts", &counts)]);
            wrap(&mut out, &with_reading(&line, runs, run, app.lang), WIDTH, "", "  ");
        }
    }
    if !out.is_empty() {
        writeln!(app.out, "{out}")?;
    }
    Ok(())
}

/// A line for each model: how many candidates, how many clues of which grade, how many are open, how many are none.
pub fn summary(written: &Program, found: &[ModelOutcomes], lang: Lang) -> String {
    let mut out = String::new();
    for outcomes in found {
        let declared = written.model(outcomes.model);
        let (name, title) = (prose::safe(&declared.name), prose::safe(&declared.title));
        let counts = counts(outcomes, lang);
        let line = fill(SUMMARY, lang, &[("model", &name), ("title", &title), ("counts", &counts)]);
        wrap(&mut out, &line, WIDTH, "", "  ");
    }
    out
}

fn with_reading(line: &str, runs: &[Run<'_>], run: &Run<'_>, lang: Lang) -> String {
    match runs.len() {
        1 => line.to_string(),
        _ => fill(READ, lang, &[("text", line), ("reading", &run.label())]),
    }
}

fn counts(outcomes: &ModelOutcomes, lang: Lang) -> String {
    let count = |standing: Standing| outcomes.candidates.iter().filter(|(_, found)| *found == standing).count();
    let grades = [Grade::A, Grade::B, Grade::C];
    let clues = grades.map(|grade| count(Standing::Clue(grade)));
    let say = |text: Text, number: usize| {
        let (number, s) = (number.to_string(), prose::plural(number as u64));
        fill(text, lang, &[("count", &number), ("s", s)])
    };
    if outcomes.columns.is_empty() {
        return say(
            Text { en: "{count} clue{s}; it names no candidates", zh: "线索 {count} 条，未指明候选对象" },
            outcomes.others,
        );
    }
    let total = clues.iter().sum::<usize>();
    let graded = grades.iter().zip(clues).filter(|(_, count)| *count > 0).map(|(grade, count)| {
        let text = Text { en: "{count} of grade {grade}", zh: "{grade} 级 {count} 个" };
        fill(text, lang, &[("count", &count.to_string()), ("grade", grade.name())])
    });
    let graded = graded.collect::<Vec<_>>().join(Text { en: ", ", zh: "、" }.get(lang));
    let graded = match graded.as_str() {
        "" => graded,
        parts => fill(Text { en: " ({parts})", zh: "（{parts}）" }, lang, &[("parts", parts)]),
    };
    let mut parts = vec![
        say(Text { en: "{count} candidate{s}", zh: "候选对象 {count} 个" }, outcomes.candidates.len()),
        say(Text { en: "{count} clue{s}", zh: "线索 {count} 个" }, total) + &graded,
        say(Text { en: "{count} conditional", zh: "待认定 {count} 个" }, count(Standing::Conditional)),
        say(Text { en: "{count} undetermined", zh: "无法判断 {count} 个" }, count(Standing::Undetermined)),
        say(Text { en: "{count} none", zh: "不构成线索 {count} 个" }, count(Standing::None)),
    ];
    if outcomes.others > 0 {
        let text = Text { en: "{count} of no candidate", zh: "另有 {count} 个不属于任何候选对象" };
        parts.push(say(text, outcomes.others));
    }
    parts.join(Text { en: ", ", zh: "，" }.get(lang))
}

/// The candidates that are conditional, then those that are undetermined, each with what is open; at most `rows` of each.
pub fn open(app: &mut App, runs: &[Run<'_>], found: &[Vec<ModelOutcomes>], rows: usize) -> Result<(), Failure> {
    for (run, found) in runs.iter().zip(found) {
        for outcomes in found {
            for standing in [Standing::Conditional, Standing::Undetermined] {
                let text = candidates(runs, run, outcomes, standing, rows, app.lang);
                app.out.write_all(text.as_bytes())?;
            }
        }
    }
    Ok(())
}

fn candidates(
    runs: &[Run<'_>],
    run: &Run<'_>,
    outcomes: &ModelOutcomes,
    standing: Standing,
    rows: usize,
    lang: Lang,
) -> String {
    let fitting = outcomes.candidates.iter().filter(|(_, found)| *found == standing).collect::<Vec<_>>();
    if fitting.is_empty() {
        return String::new();
    }
    let heading = match standing {
        Standing::Conditional => Text {
            en: "{model}: {count} conditional, a clue each if the findings are made",
            zh: "{model}：待认定的候选对象 {count} 个，作出下列认定后构成线索",
        },
        _ => Text {
            en: "{model}: {count} undetermined, what is missing decides",
            zh: "{model}：无法判断的候选对象 {count} 个，取决于下列待查事项",
        },
    };
    let written = &run.opened.written;
    let declared = written.model(outcomes.model);
    let count = fitting.len().to_string();
    let mut heading = fill(heading, lang, &[("model", &prose::safe(&declared.name)), ("count", &count)]);
    if fitting.len() > rows {
        let text = Text { en: " (the first {rows} shown)", zh: "（显示前 {rows} 个）" };
        heading += &fill(text, lang, &[("rows", &rows.to_string())]);
    }
    let mut out = String::new();
    wrap(&mut out, &with_reading(&heading, runs, run, lang), WIDTH, "", "  ");
    let explainer = Explainer::new(run.model, &Nowhere);
    for (values, _) in fitting.into_iter().take(rows) {
        let shown = declared.candidate.as_ref().map(|candidate| {
            let columns = &written.relation(candidate.relation).columns;
            let mut pattern = vec![None; columns.len()];
            for (at, value) in candidate.columns.iter().zip(values) {
                pattern[*at] = Some(value.clone());
            }
            prose::pattern(candidate.relation, &pattern, written)
        });
        wrap(&mut out, &shown.unwrap_or_default(), WIDTH, "  ", "    ");
        if let Some(open) = open_clue(&explainer, written, outcomes, values, standing) {
            out += &prose::points_text(&open.case.points, written, lang, WIDTH, "    ");
        }
    }
    out + "\n"
}

/// Conflicts that nothing decides, then findings that contradict each other.
pub fn conflicts(app: &mut App, runs: &[Run<'_>], rows: usize) -> Result<(), Failure> {
    for run in runs {
        let mut out = String::new();
        referred(&mut out, runs, run, rows, app.lang);
        contradictory(&mut out, runs, run, rows, app.lang);
        app.out.write_all(out.as_bytes())?;
    }
    Ok(())
}

fn referred(out: &mut String, runs: &[Run<'_>], run: &Run<'_>, rows: usize, lang: Lang) {
    let found = refers(run.model);
    if found.is_empty() {
        return;
    }
    let heading = Text {
        en: "conflicts that neither rank nor date decides: {count}; nothing is concluded, somebody has to decide",
        zh: "规则冲突 {count} 处，效力位阶和施行先后均不能裁决，均未作结论，须提请裁决",
    };
    let heading = fill(heading, lang, &[("count", &found.len().to_string())]);
    wrap(out, &with_reading(&heading, runs, run, lang), WIDTH, "", "  ");
    for Refer { relation, key, rules } in found.iter().take(rows) {
        let program = run.model.program;
        let mut pattern = vec![None; program.relation(*relation).columns.len()];
        key.iter().for_each(|(column, value)| pattern[*column] = Some(value.clone()));
        let fact = prose::pattern(*relation, &pattern, program);
        let line = Text { en: "{fact}: rule `{a}` against rule `{b}`", zh: "{fact}：规则 `{a}` 与规则 `{b}`" };
        let [a, b] = rules.each_ref().map(|label| prose::safe(label));
        wrap(out, &fill(line, lang, &[("fact", &fact), ("a", &a), ("b", &b)]), WIDTH, "  ", "    ");
    }
    out.push('\n');
}

fn contradictory(out: &mut String, runs: &[Run<'_>], run: &Run<'_>, rows: usize, lang: Lang) {
    let found = contradictions(run.model);
    if found.is_empty() {
        return;
    }
    let heading = Text {
        en: "findings that contradict each other: {count}; none of them counts",
        zh: "相互矛盾的认定 {count} 处，均不采用",
    };
    let heading = fill(heading, lang, &[("count", &found.len().to_string())]);
    wrap(out, &with_reading(&heading, runs, run, lang), WIDTH, "", "  ");
    for Contradiction { relation, findings } in found.iter().take(rows) {
        let program = run.model.program;
        let keys = program.relation(*relation).openness.finding.unwrap_or_default();
        let known = |(column, value): (usize, &Value)| (column < keys).then(|| value.clone());
        let pattern = findings[0].iter().enumerate().map(known).collect::<Vec<_>>();
        wrap(out, &prose::pattern(*relation, &pattern, program), WIDTH, "  ", "    ");
        findings.iter().for_each(|finding| wrap(out, &prose::said(finding, keys, lang), WIDTH, "    ", "      "));
    }
    out.push('\n');
}
