//! Relations in the dialect's own forms: files, and standard output.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use diagnostics::Diagnostic;
use eval::Model;
use program::checked::{Output, OutputTarget};
use sources::{Staged, Written, ambiguous_output, write_header, write_rows};
use values::{Code, Primitive};

use crate::app::App;
use crate::exit::Failure;
use crate::reading::stage;

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

/// The files written.
#[derive(Debug, Default)]
pub struct Files {
    /// Each with the number of its rows.
    pub files: Vec<(PathBuf, u64)>,
    /// Columns that cannot be read back.
    pub warnings: Vec<Diagnostic>,
}

/// Facts as codes, in output order.
pub type Facts<'m> = Box<dyn Iterator<Item = Vec<Code>> + 'm>;

/// The outputs that are written to files, each with its path and its facts in order. Nothing has been touched yet.
pub fn ordered<'m>(destination: &Destination, model: &'m Model<'_>) -> Vec<(PathBuf, &'m Output, Facts<'m>)> {
    let Destination::Folder(folder) = destination else { return Vec::new() };
    let mut ordered = Vec::new();
    for output in &model.program.outputs {
        if let OutputTarget::File(name) = &output.target {
            ordered.push((folder.join(name), output, model.facts_in_order(output.relation)));
        }
    }
    ordered
}

/// Writes the files of the outputs under temporary names.
pub fn stage_files(
    app: &App,
    ordered: Vec<(PathBuf, &Output, Facts<'_>)>,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<Files, Failure> {
    let mut done = Files::default();
    for (path, output, order) in ordered {
        let written = stage(app, staged, &path, |out| {
            if output.format.headers {
                write_header(out, &output.format, &names(output, model))?;
            }
            rows(out, output, order, model)
        })?;
        let relation = model.program.relation(output.relation);
        let ambiguous = written.ambiguous.map(|column| &relation.columns[column].name);
        done.warnings.extend(ambiguous.map(|column| ambiguous_output(&relation.name, column, output.span)));
        done.files.push((path, written.rows));
    }
    Ok(done)
}

/// Prints the relations that go to standard output: a line of dashes, the name, the column names, a line of equals signs,
/// the rows, a line of equals signs.
pub fn print_stdout(app: &mut App, destination: &Destination, model: &Model<'_>) -> Result<(), Failure> {
    for output in &model.program.outputs {
        let all = *destination == Destination::Stdout;
        if !all && output.target != OutputTarget::Stdout {
            continue;
        }
        writeln!(app.out, "---------------\n{}", model.program.relation(output.relation).name)?;
        if all || output.format.headers {
            write_header(&mut app.out, &output.format, &names(output, model))?;
        }
        writeln!(app.out, "===============")?;
        rows(&mut app.out, output, model.facts_in_order(output.relation), model)?;
        writeln!(app.out, "===============")?;
    }
    Ok(())
}

/// Prints what `.printsize` asks for: name, tab, count.
pub fn print_sizes(app: &mut App, model: &Model<'_>) -> Result<(), Failure> {
    for size in &model.program.print_sizes {
        let name = &model.program.relation(size.relation).name;
        writeln!(app.out, "{name}\t{}", model.relation(size.relation).facts())?;
    }
    Ok(())
}

fn names(output: &Output, model: &Model<'_>) -> Vec<String> {
    let declared =
        || model.program.relation(output.relation).columns.iter().map(|column| column.name.clone()).collect();
    output.names.clone().unwrap_or_else(declared)
}

fn rows(out: &mut dyn Write, output: &Output, facts: Facts<'_>, model: &Model<'_>) -> io::Result<Written> {
    let relation = model.program.relation(output.relation);
    let primitives = relation.columns.iter().map(|column| column.primitive).collect::<Vec<Primitive>>();
    write_rows(out, &output.format, &primitives, facts, &model.dictionary)
}
