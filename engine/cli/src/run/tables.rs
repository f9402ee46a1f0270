//! Relations as tables for people.

use std::io::{self, IsTerminal, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table};
use comfy_table::{ContentLineStyle, LineStyle, TableStyle};
use diagnostics::{Diagnostic, Text, catalogue};
use eval::Model;
use program::checked::{Program, RelId};
use prose::{fill, plural};
use values::{Primitive, Value};

use crate::app::App;
use crate::clue_id::clue_id;
use crate::exit::{Exit, Failure};
use crate::nearest::suggestion;
use crate::project::Project;

/// Columns of a table where its cells leave each at least [`COLUMN_MIN`].
const WIDTH: u16 = 80;
/// Below this a column cannot be read any more, and a wide table is better.
const COLUMN_MIN: usize = 9;
/// Characters of a cell; the whole text is in the output files.
const CELL_CHARS: usize = 120;

/// The relations to be shown: those of the project's `show`, otherwise those of all `.output` directives.
pub fn shown(project: &Project, program: &Program) -> Result<Vec<RelId>, Failure> {
    let Some(names) = &project.show else {
        let mut relations = Vec::new();
        for output in &program.outputs {
            if !relations.contains(&output.relation) {
                relations.push(output.relation);
            }
        }
        return Ok(relations);
    };
    let (mut relations, mut unknown) = (Vec::new(), Vec::new());
    for (name, span) in names {
        match program.find(name) {
            Some(relation) => relations.push(relation),
            None => {
                let near = suggestion(name, program.relations.iter().map(|relation| relation.name.as_str()));
                unknown.push(
                    Diagnostic::new(&catalogue::UNKNOWN_SHOWN_RELATION, *span).arg("name", name).arg("near", near),
                );
            }
        }
    }
    if unknown.is_empty() { Ok(relations) } else { Err(Failure::Found(Exit::Wrong, unknown)) }
}

/// Prints a table for each relation, at most `rows` rows of each.
pub fn print(app: &mut App, model: &Model<'_>, relations: &[RelId], rows: usize) -> Result<(), Failure> {
    for relation in relations {
        let all = u64::from(model.relation(*relation).len());
        let title = title(*relation, all, rows as u64, model.program, app.lang);
        let (bold, plain) = if io::stdout().is_terminal() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        writeln!(app.out, "{bold}{title}{plain}")?;
        if all > 0 && rows > 0 && !model.program.relation(*relation).columns.is_empty() {
            for line in table(*relation, model, rows, app.lang).lines() {
                writeln!(app.out, "{}", line.trim_end())?;
            }
        }
        writeln!(app.out)?;
    }
    Ok(())
}

fn title(relation: RelId, all: u64, rows: u64, program: &Program, lang: diagnostics::Lang) -> String {
    let relation = program.relation(relation);
    let text = match relation.clue {
        Some(_) => {
            Text { en: "{name}: {count} clue{s} of grade {grade}", zh: "{name}：{count} 条 {grade} 级线索" }
        }
        None => Text { en: "{name}: {count} fact{s}", zh: "{name}：{count} 条事实" },
    };
    let grade = relation.clue.map_or("", |grade| grade.name());
    let name = prose::safe(&relation.name);
    let title = fill(text, lang, &[("name", &name), ("count", &all.to_string()), ("s", plural(all)), ("grade", grade)]);
    let rest = Text {
        en: ", the first {rows} shown (--rows N shows more)",
        zh: "，显示前 {rows} 条（--rows N 显示更多）",
    };
    if all > rows { title + &fill(rest, lang, &[("rows", &rows.to_string())]) } else { title }
}

fn table(relation: RelId, model: &Model<'_>, rows: usize, lang: diagnostics::Lang) -> Table {
    let declared = model.program.relation(relation);
    let is_clue = declared.clue.is_some();
    let mut table = Table::new();
    let line = LineStyle::none().fill('─').junction('─');
    table.load_style(TableStyle::new().header_lines(ContentLineStyle::none()).header_separator(line));
    let id = is_clue.then(|| Text { en: "clue id", zh: "线索号" }.get(lang).to_string());
    table.set_header(id.into_iter().chain(declared.columns.iter().map(|column| prose::safe(&column.name))));
    for row in model.sorted(relation).into_iter().take(rows) {
        let values = model.values(relation, row);
        let id = is_clue.then(|| clue_id(relation, &values, model.program));
        table.add_row(id.into_iter().chain(values.iter().map(cell)));
    }
    let columns = declared.columns.len() + usize::from(is_clue);
    if columns * COLUMN_MIN <= usize::from(WIDTH) {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    }
    for (number, column) in declared.columns.iter().enumerate() {
        let numeric = !matches!(column.primitive, Primitive::Symbol | Primitive::Date);
        if let Some(column) = table.column_mut(number + usize::from(is_clue)).filter(|_| numeric) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

fn cell(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(CELL_CHARS) {
        Some((end, _)) => format!("{}…", prose::safe(&text[..end])),
        None => prose::safe(&text),
    }
}
