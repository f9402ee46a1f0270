//! Relations as tables for people.

use std::io::{self, IsTerminal, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table};
use diagnostics::{Diagnostic, Lang, Text, catalogue};
use ledger::clue_id;
use program::checked::{Grade, Program, Purpose, RelId, Relation};
use prose::{fill, plural};
use values::{Primitive, Value};

use super::Run;
use crate::app::App;
use crate::clue::{grades, is_clue};
use crate::exit::{Exit, Failure};
use crate::grid::grid;
use crate::nearest::{declared_names, suggestion};
use crate::project::Project;

/// Columns of a table where its cells leave each at least [`COLUMN_MIN`].
const WIDTH: u16 = 80;
/// Below this a column cannot be read any more, and a wide table is better.
const COLUMN_MIN: usize = 9;
/// Characters of a cell; the whole text is in the output files.
const CELL_CHARS: usize = 120;

/// The relations to be shown: those of the project's `show`, otherwise those of all `.output` directives and then all
/// other clues, since no clue may go unseen.
pub fn shown(project: &Project, program: &Program) -> Result<Vec<RelId>, Failure> {
    let Some(names) = &project.show else {
        let clues = program.relation_ids().filter(|relation| is_clue(program.relation(*relation)));
        let mut relations = Vec::new();
        for relation in program.outputs.iter().map(|output| output.relation).chain(clues) {
            if !relations.contains(&relation) {
                relations.push(relation);
            }
        }
        return Ok(relations);
    };
    let (mut relations, mut unknown) = (Vec::new(), Vec::new());
    for (name, span) in names {
        match program.find(name).filter(|id| program.relation(*id).purpose == Purpose::Declared) {
            Some(relation) => relations.push(relation),
            None => {
                let near = suggestion(name, declared_names(program));
                unknown.push(
                    Diagnostic::new(&catalogue::UNKNOWN_SHOWN_RELATION, *span).arg("name", name).arg("near", near),
                );
            }
        }
    }
    if unknown.is_empty() { Ok(relations) } else { Err(Failure::Found(Exit::Wrong, unknown)) }
}

/// Prints a table for each relation, at most `rows` rows of each reading. Of several readings the one stands in front of each row under
/// which it holds.
pub fn print(app: &mut App, runs: &[Run<'_>], relations: &[RelId], rows: usize) -> Result<(), Failure> {
    for relation in relations {
        let mut tables = Vec::new();
        for run in runs {
            let facts = run.model.relation(*relation).facts();
            let declared = run.model.program.relation(*relation);
            // Only clues have grades, and there may be too many others to look at each.
            let grades = if declared.clue.is_some() { grades(run.model, *relation) } else { Vec::new() };
            let mut title = title(declared, facts, &grades, rows, app.lang);
            if runs.len() > 1 {
                title = fill(READ, app.lang, &[("title", &title), ("reading", &run.label())]);
            }
            let (bold, plain) = if io::stdout().is_terminal() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
            writeln!(app.out, "{bold}{title}{plain}")?;
            tables.push(Shown { run, facts, grades });
        }
        let columns = runs[0].model.program.relation(*relation).columns.len();
        if tables.iter().any(|table| table.facts > 0) && rows > 0 && columns > 0 {
            for line in table(*relation, &tables, rows, app.lang).lines() {
                writeln!(app.out, "{}", line.trim_end())?;
            }
        }
        writeln!(app.out)?;
    }
    Ok(())
}

/// The title of a table under one of several readings.
const READ: Text = Text { en: "{title}; {reading}", zh: "{title}；{reading}" };

/// What is shown of a reading.
struct Shown<'r> {
    run: &'r Run<'r>,
    facts: u64,
    grades: Vec<Option<Grade>>,
}

fn title(relation: &Relation, facts: u64, grades: &[Option<Grade>], rows: usize, lang: Lang) -> String {
    let name = prose::short_name(&relation.name);
    let count = counted(relation, facts, grades, lang);
    let rest = match rows {
        0 => Text { en: ", none shown (--rows N shows N)", zh: "，均未显示（--rows N 显示 N 条）" },
        _ => Text {
            en: ", the first {rows} shown (--rows N shows more)",
            zh: "，显示前 {rows} 条（--rows N 显示更多）",
        },
    };
    let title =
        fill(Text { en: "{name}: {count}", zh: "{name}：{count}" }, lang, &[("name", &name), ("count", &count)]);
    if facts > rows as u64 { title + &fill(rest, lang, &[("rows", &rows.to_string())]) } else { title }
}

/// How many facts, and how many of them are clues of which grade.
fn counted(relation: &Relation, facts: u64, grades: &[Option<Grade>], lang: Lang) -> String {
    let say = |text, count: u64, other: &[(&str, &str)]| {
        let count_shown = count.to_string();
        fill(text, lang, &[&[("count", count_shown.as_str()), ("s", plural(count))], other].concat())
    };
    if relation.clue.is_none() {
        return say(Text { en: "{count} fact{s}", zh: "{count} 条事实" }, facts, &[]);
    }
    let of_grade = [Grade::A, Grade::B, Grade::C].map(|grade| (grade, count_of(grades, Some(grade))));
    let present = of_grade.into_iter().filter(|(_, count)| *count > 0).collect::<Vec<_>>();
    let others = count_of(grades, None);
    let clues = facts - others;
    let mut text = match &present[..] {
        [] => say(Text { en: "{count} clue{s}", zh: "{count} 条线索" }, clues, &[]),
        [(grade, _)] => say(
            Text { en: "{count} clue{s} of grade {grade}", zh: "{count} 条 {grade} 级线索" },
            clues,
            &[("grade", grade.name())],
        ),
        several => {
            let part = Text { en: "{count} of grade {grade}", zh: "{grade} 级 {count} 条" };
            let parts = several.iter().map(|(grade, count)| say(part, *count, &[("grade", grade.name())]));
            let parts = parts.collect::<Vec<_>>().join(Text { en: ", ", zh: "、" }.get(lang));
            say(Text { en: "{count} clue{s} ({parts})", zh: "{count} 条线索（{parts}）" }, clues, &[("parts", &parts)])
        }
    };
    if others > 0 {
        text += &say(
            Text { en: ", and {count} fact{s} without a grade", zh: "，另有 {count} 条事实不是线索" },
            others,
            &[],
        );
    }
    text
}

fn count_of(grades: &[Option<Grade>], grade: Option<Grade>) -> u64 {
    grades.iter().filter(|known| **known == grade).count() as u64
}

fn table(relation: RelId, shown: &[Shown<'_>], rows: usize, lang: Lang) -> Table {
    let declared = shown[0].run.model.program.relation(relation);
    let reading = (shown.len() > 1).then_some(Text { en: "reading", zh: "读法" });
    let id = declared.clue.map(|_| Text { en: "clue id", zh: "线索号" });
    let differ = shown.iter().any(|shown| shown.grades.windows(2).any(|pair| pair[0] != pair[1]));
    let grade = differ.then_some(Text { en: "grade", zh: "级别" });
    let mut table = grid();
    let lead = reading.into_iter().chain(id).chain(grade).map(|text| text.get(lang).to_string()).collect::<Vec<_>>();
    let first = lead.len();
    table.set_header(lead.into_iter().chain(declared.columns.iter().map(|column| prose::short_name(&column.name))));
    for Shown { run, grades, .. } in shown {
        let model = run.model;
        for (number, fact) in model.facts_in_order(relation).take(rows).enumerate() {
            let values = model.decode(relation, &fact);
            let known = grades.get(number).copied().flatten();
            let reading = reading.map(|_| run.label());
            let id = id.map(|_| known.map(|_| clue_id(relation, &values, model.program)).unwrap_or_default());
            let grade = grade.map(|_| known.map_or("", Grade::name).to_string());
            table.add_row(reading.into_iter().chain(id).chain(grade).chain(values.iter().map(cell)));
        }
    }
    if (declared.columns.len() + first) * COLUMN_MIN <= usize::from(WIDTH) {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    }
    for (number, column) in declared.columns.iter().enumerate() {
        let numeric = !matches!(column.primitive, Primitive::Symbol | Primitive::Date | Primitive::Composite(_));
        if let Some(column) = table.column_mut(number + first).filter(|_| numeric) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// A value cut where it is long. A backslash is doubled, so that the two characters `\n` differ from a line break.
fn cell(value: &Value) -> String {
    let text = value.to_string();
    let (shown, rest) = match text.char_indices().nth(CELL_CHARS) {
        Some((end, _)) => (&text[..end], "…"),
        None => (text.as_str(), ""),
    };
    prose::safe(&shown.replace('\\', "\\\\")) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_told_from_a_backslash() {
        assert_eq!(cell(&Value::symbol("a\nb\\nc")), "a\\nb\\\\nc");
        assert_eq!(cell(&Value::symbol(&"租".repeat(200))).chars().count(), CELL_CHARS + 1);
    }

    #[test]
    fn clues_are_counted_by_grade() {
        let span = diagnostics::Span { file: diagnostics::FileId(0), start: 0, end: 0 };
        let mut relation = Relation::new("线索".to_string(), Vec::new(), span);
        relation.clue = Some(Grade::A);
        let (a, c) = (Some(Grade::A), Some(Grade::C));
        let shown = |relation: &Relation, grades: &[Option<Grade>], rows| {
            [Lang::En, Lang::Zh].map(|lang| title(relation, grades.len() as u64, grades, rows, lang))
        };
        assert_eq!(shown(&relation, &[], 0), ["线索: 0 clues", "线索：0 条线索"]);
        assert_eq!(shown(&relation, &[a], 20), ["线索: 1 clue of grade A", "线索：1 条 A 级线索"]);
        let mixed = shown(&relation, &[a, c, None, a], 20);
        assert_eq!(mixed[0], "线索: 3 clues (2 of grade A, 1 of grade C), and 1 fact without a grade");
        assert_eq!(mixed[1], "线索：3 条线索（A 级 2 条、C 级 1 条），另有 1 条事实不是线索");
        assert_eq!(shown(&relation, &[a, a], 0)[0], "线索: 2 clues of grade A, none shown (--rows N shows N)");
        relation.clue = None;
        relation.name = "租".repeat(1_000_000);
        let long = shown(&relation, &[None, None], 1);
        assert!(long[0].ends_with("…: 2 facts, the first 1 shown (--rows N shows more)"), "{}", long[0]);
        assert!(long[0].chars().count() < 200);
    }
}
