//! From a program on the command line to its model: what `run` and `why` have in common.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diagnostics::{Diagnostic, Span, catalogue};
use eval::{Halt, Model};
use ledger::{Folder, Noting, Rules};
use program::checked::{InputFormat, Program, RecordSource, RelId};
use program::{Checked, Dialect, check_dialect};
use proof::{Locators, RecordPlace, RecordUnit};
use sources::{Options, Place, Records, Staged, database_file, write_rejects};
use values::Dictionary;

use crate::amount::bytes;
use crate::app::App;
use crate::connections::Connections;
use crate::drivers::Drivers;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::loader::FileLoader;
use crate::options::ReadingOptions;
use crate::parameters::{Reading, all_set};
use crate::progress::Phase;
use crate::project::Project;
use crate::verify::refused;

/// A project with its checked program.
pub struct Opened {
    /// The project.
    pub project: Project,
    /// Its program in plain rules.
    pub program: Arc<Program>,
    /// Its program as written.
    pub written: Arc<Program>,
    /// The values of its parameters.
    pub reading: Reading,
    /// Where its program begins.
    pub main: Span,
    /// The texts of its rule files.
    pub rules: Rules,
    /// What is said of it outside of them.
    pub dialect: Dialect,
    /// The files that the program includes.
    included: Vec<PathBuf>,
}

/// Opens the project, reads its program and checks it, once for each reading of contested parameters. Warnings are shown unless they are not
/// wanted; those of further readings would be the same.
pub fn open(app: &mut App, options: &ReadingOptions) -> Result<Vec<Opened>, Failure> {
    let project = Project::open(&options.program, &mut app.files, app.lang)?;
    app.prefer(project.lang);
    let mut opened = Vec::new();
    for reading in options.parameters.readings(&project.parameters)? {
        opened.push(open_reading(app, options, &project, reading, opened.is_empty())?);
    }
    Ok(opened)
}

fn open_reading(
    app: &mut App,
    options: &ReadingOptions,
    project: &Project,
    reading: Reading,
    is_first: bool,
) -> Result<Opened, Failure> {
    let main = project.read_program(&mut app.files, app.lang)?;
    let mut loader = FileLoader::new(&project.program, &options.dialect.include, app.lang);
    let text = {
        let main = app.files.get(main);
        (main.name.clone(), main.text.clone())
    };
    let mut noting = Noting::new(&mut loader, text);
    let inputs = project.inputs.clone();
    let dialect = Dialect { parameters: reading.settings.clone(), inputs, ..options.dialect.dialect() };
    let Checked { program, diagnostics } = check_dialect(&mut app.files, main, &mut noting, &dialect);
    let rules = noting.rules();
    let included = loader.paths().collect();
    let Some(program) = program else { return Err(Failure::Found(Exit::Wrong, diagnostics)) };
    if is_first {
        options.dialect.warn(app, &diagnostics)?;
    }
    all_set(&program)?;
    let (written, program) = compiled(program)?;
    let main = Span { file: main, start: 0, end: 0 };
    Ok(Opened { project: project.clone(), program, written, reading, main, rules, dialect, included })
}

/// Opens the program of a sealed run, with the parameters that were set for it.
pub fn reopen(app: &mut App, options: &ReadingOptions, folder: &Folder) -> Result<Opened, Failure> {
    let broken = |broken| refused(&broken, app.lang);
    let rules = folder.rules().map_err(broken)?;
    let project = Project::open(&options.program, &mut app.files, app.lang)?;
    let (main, Checked { program, diagnostics }) = folder.check(&rules, &mut app.files);
    let Some(program) = program else { return Err(Failure::Found(Exit::Wrong, diagnostics)) };
    let (written, program) = compiled(program)?;
    let dialect = folder.manifest.dialect.clone();
    let reading = Reading { settings: dialect.parameters.clone(), ..Reading::default() };
    let main = Span { file: main, start: 0, end: 0 };
    Ok(Opened { project, program, written, reading, main, rules, dialect, included: Vec::new() })
}

/// A program as written, and in plain rules.
fn compiled(program: Program) -> Result<(Arc<Program>, Arc<Program>), Failure> {
    let written = Arc::new(program);
    let compiled = law::compile(&written).map_err(|found| Failure::Found(Exit::Wrong, found))?;
    let program = match compiled {
        Cow::Borrowed(_) => Arc::clone(&written),
        Cow::Owned(program) => Arc::new(program),
    };
    Ok((written, program))
}

impl Opened {
    /// The folder of the records.
    fn facts<'a>(&'a self, options: &'a ReadingOptions) -> &'a Path {
        options.facts.as_deref().unwrap_or(&self.project.facts)
    }

    /// What reads the program's tables. Readings that are to see the same records share it; it is to be dropped when they are loaded, since
    /// it keeps transactions open.
    pub fn drivers(&self, options: &ReadingOptions) -> Drivers {
        Drivers::new(self.connections(options))
    }

    /// Where the program's databases are.
    pub fn connections(&self, options: &ReadingOptions) -> Connections {
        let Project { file, connections, .. } = &self.project;
        Connections::new(file.as_deref(), connections, &options.connections)
    }

    /// Results to be written: none of them may replace a file that was read.
    pub fn staged(&self, options: &ReadingOptions) -> Staged {
        let folder = self.facts(options);
        let records = self.program.inputs.iter().filter_map(|input| match &input.source {
            RecordSource::File(name) if matches!(input.format, InputFormat::Sqlite { .. }) => {
                database_file(folder, name)
            }
            RecordSource::File(name) => Some(folder.join(name)),
            RecordSource::Stdin | RecordSource::Connection(_) => None,
        });
        let rules = self.included.iter().chain([&self.project.program]).chain(&self.project.file);
        Staged::new("").keeping(records.chain(rules.cloned()))
    }
}

/// What a model is computed from.
pub struct Given {
    /// By relation.
    pub columns: Vec<eval::Records>,
    /// The values of their codes.
    pub dictionary: Dictionary,
}

/// Loads the records of a program, with the digests of their sources, and computes its model, within the limits.
pub fn model<'p>(
    app: &App,
    options: &ReadingOptions,
    effort: &EffortOptions,
    opened: &'p Opened,
) -> Result<(Records, Model<'p>), Failure> {
    let (records, given) = records(app, options, effort, opened, &mut opened.drivers(options), true)?;
    Ok((records, evaluate(app, options, effort, opened, given)?))
}

/// Loads the records of a program by these drivers, with the digests of their sources if these are wanted. Their columns are handed on; their
/// places stay.
pub fn records(
    app: &App,
    options: &ReadingOptions,
    effort: &EffortOptions,
    opened: &Opened,
    drivers: &mut Drivers,
    digests: bool,
) -> Result<(Records, Given), Failure> {
    if app.watcher.measure().is_none() && effort.max_memory.is_some() {
        return Err(Failure::usage(Diagnostic::unplaced(&catalogue::MEMORY_UNKNOWN)));
    }
    app.watcher.begin(effort.max_memory);
    given(app, options, opened, drivers, &how(options, opened, digests))
}

/// Loads the records of a program for an account of its sources: with their digests, and whether rows are rejected or not.
pub fn catalogued(app: &App, options: &ReadingOptions, opened: &Opened) -> Result<(Records, Given), Failure> {
    app.watcher.begin(None);
    let how = Options { collect_rejects: true, ..how(options, opened, true) };
    given(app, options, opened, &mut opened.drivers(options), &how)
}

fn how<'a>(options: &'a ReadingOptions, opened: &'a Opened, digests: bool) -> Options<'a> {
    Options {
        folder: opened.facts(options),
        collect_rejects: options.rejects.is_some(),
        missing_is_empty: options.dialect.quiet,
        follow_links: options.follow_links,
        digests,
    }
}

fn given(
    app: &App,
    options: &ReadingOptions,
    opened: &Opened,
    drivers: &mut Drivers,
    how: &Options<'_>,
) -> Result<(Records, Given), Failure> {
    let mut dictionary = Dictionary::new(opened.program.shapes.clone());
    let mut records = load(app, options, opened, drivers, how, &mut dictionary)?;
    let columns = records.relations.iter_mut().map(|loaded| {
        let len = loaded.len();
        eval::Records { columns: std::mem::take(&mut loaded.columns), len }
    });
    let columns = columns.collect();
    Ok((records, Given { columns, dictionary }))
}

fn load(
    app: &App,
    options: &ReadingOptions,
    opened: &Opened,
    drivers: &mut Drivers,
    how: &Options<'_>,
    dictionary: &mut Dictionary,
) -> Result<Records, Failure> {
    let load = || sources::load(&opened.program, how, &mut io::stdin().lock(), drivers, dictionary);
    let records = app.watcher.during(Phase::Loading, load);
    let records = records.map_err(|found| Failure::Found(Exit::Wrong, found))?;
    app.watcher.interrupt.check()?;
    options.dialect.warn(app, &records.warnings)?;
    match app.watcher.exceeded() {
        None => Ok(records),
        Some(limit) => {
            let full = Diagnostic::unplaced(&catalogue::RECORDS_NEED_MEMORY);
            Err(Failure::limit(with_amounts(app, full, limit)))
        }
    }
}

/// Computes the model of what is given.
pub fn evaluate<'p>(
    app: &App,
    options: &ReadingOptions,
    effort: &EffortOptions,
    opened: &'p Opened,
    given: Given,
) -> Result<Model<'p>, Failure> {
    let Given { columns, dictionary } = given;
    let evaluate = || eval::evaluate(&opened.program, dictionary, columns, &effort.limits(), &*app.watcher);
    let model = app.watcher.during(Phase::Evaluating, evaluate).map_err(|halt| halted(app, effort, halt))?;
    options.dialect.warn(app, &model.warnings())?;
    Ok(model)
}

/// Why there is no model.
pub fn halted(app: &App, effort: &EffortOptions, halt: Halt) -> Failure {
    match halt {
        Halt::Wrong(diagnostic) => Failure::wrong(*diagnostic),
        Halt::Limit(diagnostic) => Failure::limit(with_amounts(app, *diagnostic, effort.max_memory.unwrap_or(0))),
        Halt::Interrupted => Failure::Found(Exit::Interrupted, Vec::new()),
    }
}

/// How much memory was held and how much may be, in units that can be read. By now some has been given back: the peak counts.
fn with_amounts(app: &App, diagnostic: Diagnostic, limit: u64) -> Diagnostic {
    diagnostic.arg("held", bytes(app.watcher.peak())).arg("size", bytes(limit))
}

/// Writes the rejected rows under a temporary name if they are wanted; the file appears even if no row was rejected.
pub fn stage_rejects(
    app: &App,
    options: &ReadingOptions,
    records: &Records,
    staged: &mut Staged,
) -> Result<(), Failure> {
    let Some(file) = &options.rejects else { return Ok(()) };
    stage(app, staged, file, |out| write_rejects(out, &records.sources, &records.rejects, app.lang))
}

/// Writes a file under a temporary name, unless an end is asked for meanwhile.
pub fn stage<T>(
    app: &App,
    staged: &mut Staged,
    file: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<T>,
) -> Result<T, Failure> {
    let interrupt = &app.watcher.interrupt;
    let written = staged.write(&file.to_string_lossy(), |out| write(&mut interrupt.guarded(out)));
    interrupt.check()?;
    written.map_err(|diagnostic| Failure::wrong(*diagnostic))
}

/// [`stage`] for what is written only by somebody who opens the file. The work looks up by itself.
pub fn stage_path<T>(
    app: &App,
    staged: &mut Staged,
    file: &Path,
    write: impl FnOnce(&Path) -> io::Result<T>,
) -> Result<T, Failure> {
    let written = staged.write_path(&file.to_string_lossy(), write);
    app.watcher.interrupt.check()?;
    written.map_err(|diagnostic| Failure::wrong(*diagnostic))
}

/// Moves all files to their places, and notes whether there were any. From here on an end that is asked for comes too late
/// for them.
pub fn commit(app: &App, staged: Staged, written: &mut bool) -> Result<(), Failure> {
    app.watcher.interrupt.check()?;
    let places = staged.commit().map_err(|diagnostic| Failure::wrong(*diagnostic))?;
    *written = !places.is_empty();
    Ok(())
}

/// Where the records of a run stand.
pub struct Places<'r>(pub &'r Records);

impl Locators for Places<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let locators = self.0.relations[relation.0 as usize].locators(row);
        let place = |locator: sources::Locator| {
            let source = &self.0.sources[locator.source as usize];
            let place = source.place(locator.row);
            let number = place.number();
            let unit = match place {
                Place::Row(_) => RecordUnit::Row,
                Place::Element(_) => RecordUnit::Element,
                Place::Rowid { table, .. } => RecordUnit::Rowid(table),
                Place::TableRow { table, .. } => RecordUnit::TableRow(table),
                Place::ElementOf { list, .. } => RecordUnit::ElementOf(list),
                Place::SheetRow { sheet, .. } => RecordUnit::SheetRow(sheet),
                Place::Key { table, key, .. } => RecordUnit::Key { table, key },
            };
            RecordPlace { file: source.name.clone(), unit, number }
        };
        locators.map(place).collect()
    }

    fn digest(&self, file: &str) -> Option<String> {
        let digests = self.0.sources.iter().filter(|source| source.name == file).map(|source| source.digest);
        let mut digests = digests.collect::<Vec<_>>();
        // Tables of one database have a digest each.
        digests.dedup();
        if let [Some(digest)] = digests[..] { Some(digest.to_string()) } else { None }
    }
}
