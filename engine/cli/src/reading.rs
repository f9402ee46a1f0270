//! From a program on the command line to its model: what `run` and `why` have in common.

use std::io;
use std::path::Path;

use diagnostics::Diagnostic;
use eval::Model;
use program::checked::{Program, RelId};
use program::{Checked, check};
use proof::{Locators, RecordPlace};
use sources::{Options, Records};
use values::Dictionary;

use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::loader::FileLoader;
use crate::options::ReadingOptions;
use crate::project::Project;

/// Opens the project, reads its program and checks it. Warnings are shown unless they are not wanted.
pub fn open(app: &mut App, options: &ReadingOptions) -> Result<(Project, Program), Failure> {
    let project = Project::open(&options.program, &mut app.files, app.lang)?;
    app.prefer(project.lang);
    let main = project.read_program(&mut app.files, app.lang)?;
    let mut loader = FileLoader::new(&project.program, &options.include, app.lang);
    let Checked { program, diagnostics } = check(&mut app.files, main, &mut loader);
    let Some(program) = program else { return Err(Failure::Found(Exit::Wrong, diagnostics)) };
    warn(app, options, &diagnostics)?;
    Ok((project, program))
}

/// Shows warnings unless they are not wanted.
pub fn warn(app: &App, options: &ReadingOptions, warnings: &[Diagnostic]) -> Result<(), Failure> {
    if options.quiet || warnings.is_empty() { Ok(()) } else { app.show(warnings) }
}

/// Loads the records of a program.
pub fn load(
    app: &App,
    options: &ReadingOptions,
    project: &Project,
    program: &Program,
    collect_rejects: bool,
    dictionary: &mut Dictionary,
) -> Result<Records, Failure> {
    let folder: &Path = options.facts.as_deref().unwrap_or(&project.facts);
    let how = Options { folder, collect_rejects, missing_is_empty: options.quiet };
    let records = sources::load(program, &how, &mut io::stdin().lock(), dictionary);
    let records = records.map_err(|found| Failure::Found(Exit::Wrong, found))?;
    warn(app, options, &records.warnings)?;
    Ok(records)
}

/// Computes the model. The columns of the records move into it; their places stay.
pub fn evaluate<'p>(program: &'p Program, records: &mut Records, dictionary: Dictionary) -> Result<Model<'p>, Failure> {
    let loaded = records.relations.iter_mut().map(|loaded| {
        let len = loaded.len();
        eval::Records { columns: std::mem::take(&mut loaded.columns), len }
    });
    let loaded = loaded.collect();
    eval::evaluate(program, dictionary, loaded).map_err(Failure::wrong)
}

/// Where the records of a run stand.
pub struct Places<'r>(pub &'r Records);

impl Locators for Places<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let locators = self.0.relations[relation.0 as usize].locators(row);
        let place = |locator: sources::Locator| RecordPlace {
            file: self.0.sources[locator.source as usize].name.clone(),
            row: locator.row,
        };
        locators.map(place).collect()
    }
}
