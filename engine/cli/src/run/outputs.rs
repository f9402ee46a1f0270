//! Relations in the dialect's own forms: files, and standard output.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use diagnostics::Diagnostic;
use eval::Model;
use ledger::Digest;
use program::checked::{Output, OutputFormat, OutputTarget, RelId, TextOutput};
use sources::{
    Staged, Written, ambiguous_output, database_file, packed, write_header, write_json, write_json_lines, write_rows,
};
use values::{Code, Primitive};

use super::databases::stage_databases;
use super::parquet::stage_parquet;
use super::workbooks::stage_workbooks;
use crate::app::App;
use crate::exit::Failure;
use crate::reading::stage;
use crate::text_file::shown_path;

/// Where `.output` relations go.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: tables are printed (`-D` is not given).
    Tables,
    /// Standard output, all of them (`-D -`).
    Stdout,
    /// Files in this folder.
    Folder(PathBuf),
}

impl Destination {
    /// What `-D` asks for.
    pub fn new(option: Option<&Path>) -> Self {
        match option {
            None => Self::Tables,
            Some(path) if path == Path::new("-") => Self::Stdout,
            Some(path) => Self::Folder(path.to_owned()),
        }
    }
}

/// The files and tables written.
#[derive(Debug)]
pub struct Files {
    /// Each with the number of its rows.
    pub written: Vec<(String, u64)>,
    /// Columns that cannot be read back.
    pub warnings: Vec<Diagnostic>,
    /// Of a sealed run, its digest.
    pub root: Option<Digest>,
}

/// Facts as codes, in output order.
pub type Facts<'m> = Box<dyn Iterator<Item = Vec<Code>> + 'm>;

/// A relation that is written to a file.
pub struct Ordered<'m> {
    /// The file. Nothing has been touched yet.
    pub path: PathBuf,
    /// Its directive.
    pub output: &'m Output,
    /// The facts.
    pub facts: Facts<'m>,
}

/// The outputs that are written to files. A database in memory is gone with the run and is not written at all.
pub fn ordered<'m>(destination: &Destination, model: &'m Model<'_>) -> Vec<Ordered<'m>> {
    let Destination::Folder(folder) = destination else { return Vec::new() };
    let place = |output: &Output| match (&output.target, &output.format) {
        (OutputTarget::Stdout | OutputTarget::Connection(_), _) => None,
        (OutputTarget::File(name), OutputFormat::Sqlite { .. }) => database_file(folder, name),
        (OutputTarget::File(name), _) => Some(folder.join(name)),
    };
    let outputs = model.program.outputs.iter().filter_map(|output| Some((place(output)?, output)));
    outputs.map(|(path, output)| Ordered { path, output, facts: model.facts_in_order(output.relation) }).collect()
}

/// Writes the files of the outputs under temporary names.
pub fn stage_files(
    app: &App,
    ordered: Vec<Ordered<'_>>,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<Files, Failure> {
    let (mut files, mut warnings) = (Vec::new(), Vec::new());
    let is_database = |ordered: &Ordered<'_>| matches!(ordered.output.format, OutputFormat::Sqlite { .. });
    let is_workbook = |ordered: &Ordered<'_>| matches!(ordered.output.format, OutputFormat::Workbook { .. });
    let (databases, others): (Vec<_>, Vec<_>) = ordered.into_iter().partition(is_database);
    let (workbooks, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_workbook);
    for ordered in others {
        if ordered.output.format == OutputFormat::Parquet {
            files.push(stage_parquet(app, ordered, model, staged)?);
            continue;
        }
        let Ordered { path, output, facts } = ordered;
        let written = stage(app, staged, &path, |out| write_file(out, output, facts, model))?;
        let relation = model.program.relation(output.relation);
        let ambiguous = written.ambiguous.map(|column| &relation.columns[column].name);
        warnings.extend(ambiguous.map(|column| ambiguous_output(&relation.name, column, output.span)));
        files.push((path, written.rows));
    }
    files.extend(stage_databases(app, databases, model, staged)?);
    files.extend(stage_workbooks(app, workbooks, model, staged)?);
    let written = files.iter().map(|(path, rows)| (shown_path(path), *rows)).collect();
    Ok(Files { written, warnings, root: None })
}

/// What goes into one file together, the files in the order of their first parts.
pub fn by_file<T>(parts: impl IntoIterator<Item = (PathBuf, T)>) -> Vec<(PathBuf, Vec<T>)> {
    let mut files: Vec<(PathBuf, Vec<T>)> = Vec::new();
    for (path, part) in parts {
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, parts)) => parts.push(part),
            None => files.push((path, vec![part])),
        }
    }
    files
}

fn write_file(out: &mut dyn Write, output: &Output, facts: Facts<'_>, model: &Model<'_>) -> io::Result<Written> {
    let relation = output.relation;
    match &output.format {
        OutputFormat::Text(text) => {
            let write = |out: &mut dyn Write| {
                if text.format.headers {
                    write_header(out, &text.format, &names(text, relation, model))?;
                }
                write_text(out, text, relation, facts, model)
            };
            if text.compress { packed(out, write) } else { write(out) }
        }
        _ => write_other(out, output, facts, model).map(|rows| Written { rows, ambiguous: None }),
    }
}

/// Prints the relations that go to standard output. With `-D -` that is all of them, as text with a header, whatever they say.
pub fn print_stdout(app: &mut App, destination: &Destination, model: &Model<'_>) -> Result<(), Failure> {
    let standard = TextOutput::default();
    for output in &model.program.outputs {
        let all = *destination == Destination::Stdout;
        let text = match &output.format {
            OutputFormat::Text(text) => Some(text),
            _ => all.then_some(&standard),
        };
        match text {
            _ if !all && output.target != OutputTarget::Stdout => {}
            Some(text) => print_text(app, text, all || text.format.headers, output.relation, model)?,
            None => {
                write_other(&mut app.out, output, model.facts_in_order(output.relation), model)?;
            }
        }
    }
    Ok(())
}

/// A line of dashes, the name, the column names, a line of equals signs, the rows, a line of equals signs.
fn print_text(
    app: &mut App,
    text: &TextOutput,
    headers: bool,
    relation: RelId,
    model: &Model<'_>,
) -> Result<(), Failure> {
    writeln!(app.out, "---------------\n{}", model.program.relation(relation).name)?;
    if headers {
        write_header(&mut app.out, &text.format, &names(text, relation, model))?;
    }
    writeln!(app.out, "===============")?;
    write_text(&mut app.out, text, relation, model.facts_in_order(relation), model)?;
    writeln!(app.out, "===============")?;
    Ok(())
}

/// Prints what `.printsize` asks for: name, tab, count.
pub fn print_sizes(app: &mut App, model: &Model<'_>) -> Result<(), Failure> {
    for size in &model.program.print_sizes {
        write_size(&mut app.out, size.relation, model)?;
    }
    Ok(())
}

fn write_size(out: &mut dyn Write, relation: RelId, model: &Model<'_>) -> io::Result<()> {
    writeln!(out, "{}\t{}", model.program.relation(relation).name, model.relation(relation).facts())
}

fn names(text: &TextOutput, relation: RelId, model: &Model<'_>) -> Vec<String> {
    let declared = || model.program.relation(relation).columns.iter().map(|column| column.name.clone()).collect();
    text.names.clone().unwrap_or_else(declared)
}

fn write_text(
    out: &mut dyn Write,
    text: &TextOutput,
    relation: RelId,
    facts: Facts<'_>,
    model: &Model<'_>,
) -> io::Result<Written> {
    let primitives = model.program.relation(relation).columns.iter().map(|column| column.primitive);
    let primitives = primitives.collect::<Vec<Primitive>>();
    write_rows(out, &text.format, &primitives, facts, &model.dictionary)
}

/// Writes what is no text; gives the number of rows.
fn write_other(out: &mut dyn Write, output: &Output, facts: Facts<'_>, model: &Model<'_>) -> io::Result<u64> {
    match &output.format {
        OutputFormat::Json(form) => {
            let columns = &model.program.relation(output.relation).columns;
            write_json(out, *form, columns, facts, &model.dictionary)
        }
        OutputFormat::JsonLines(form) => {
            let columns = &model.program.relation(output.relation).columns;
            write_json_lines(out, *form, columns, facts, &model.dictionary)
        }
        OutputFormat::Size => write_size(out, output.relation, model).map(|()| 0),
        OutputFormat::Text(_)
        | OutputFormat::Sqlite { .. }
        | OutputFormat::Workbook { .. }
        | OutputFormat::Parquet
        | OutputFormat::Database { .. } => Ok(0),
    }
}
