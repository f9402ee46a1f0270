//! From `.input` directives to facts.

use std::io::Read;
use std::path::Path;

use diagnostics::Diagnostic;
use program::checked::{Input, InputFormat, Program, RecordSource, RelId};
use values::{Dictionary, Value};

use crate::digest::{Hashing, RowDigest, of_file};
use crate::find::{Found, files, stays_inside};
use crate::limits::Limits;
use crate::read::{Failure, Gathered, Into, Reading, Texts, constants, open_file};
use crate::rejects::Rejects;
use crate::table::{TableAt, Tables};
use crate::text::{TextReading, Wave, unusable_delimiter};
use crate::{Records, SourceReport, json, sqlite, table};

/// How records are loaded.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Where relative file names are looked up (`-F`).
    pub folder: &'a Path,
    /// Rejected rows are collected and loading goes on (`--rejects`); otherwise they make it fail.
    pub collect_rejects: bool,
    /// A file that does not exist is an empty one (`-w`).
    pub missing_is_empty: bool,
    /// Links may lead out of the folder (`--follow-links`).
    pub follow_links: bool,
    /// The digest of every source is computed.
    pub digests: bool,
}

/// Reads the records of all `.input` directives, in source order; their values get codes in `dictionary`, which is empty at first, in the order of
/// reading. Where the connection to a database breaks, everything is read once more from the beginning, unless standard input was read.
///
/// A relation with several directives gets the facts of all of them; a row equal to a row of an earlier source is a repeat.
/// Directives that read standard input all read the same text, with a header where they say so: a header is never a record.
///
/// # Errors
/// The diagnostics of all sources, warnings included, if one of them is an error. All sources are read to their end first,
/// so that independent mistakes are reported together. Rows that cannot be read are errors unless they are collected: the
/// first twenty each by itself, in the order of reading, and then the number of the others.
///
/// # Panics
/// If `columns` of a directive has not one entry for each column of its relation (the `row` column left out), which
/// checked programs guarantee.
pub fn load(
    program: &Program,
    options: &Options,
    stdin: &mut dyn Read,
    tables: &mut dyn Tables,
    dictionary: &mut Dictionary,
) -> Result<Records, Vec<Diagnostic>> {
    load_within(&Limits::DEFAULT, program, options, stdin, tables, dictionary)
}

/// [`load`] with limits of its own.
pub(crate) fn load_within(
    limits: &Limits,
    program: &Program,
    options: &Options,
    stdin: &mut dyn Read,
    tables: &mut dyn Tables,
    dictionary: &mut Dictionary,
) -> Result<Records, Vec<Diagnostic>> {
    let mut again = !program.inputs.iter().any(|input| input.source == RecordSource::Stdin);
    loop {
        let mut loading = Loading::new(limits, program, options, stdin, tables, dictionary);
        for number in 0..program.inputs.len() {
            loading.input(number);
        }
        if loading.lost && again {
            again = false;
            *dictionary = Dictionary::new(program.shapes.clone());
            continue;
        }
        return loading.finish();
    }
}

struct Loading<'a> {
    limits: &'a Limits,
    program: &'a Program,
    options: &'a Options<'a>,
    texts: Texts<'a>,
    tables: &'a mut dyn Tables,
    dictionary: &'a mut Dictionary,
    gathered: Vec<Gathered>,
    rejects: Rejects,
    sources: Vec<SourceReport>,
    findings: Vec<Diagnostic>,
    wave: Wave,
    /// A connection broke.
    lost: bool,
}

impl<'a> Loading<'a> {
    fn new(
        limits: &'a Limits,
        program: &'a Program,
        options: &'a Options<'a>,
        stdin: &'a mut dyn Read,
        tables: &'a mut dyn Tables,
        dictionary: &'a mut Dictionary,
    ) -> Self {
        let gathered = program.relations.iter().map(|relation| Gathered::new(relation.columns.len()));
        Self {
            limits,
            program,
            options,
            texts: Texts::new(stdin, &program.inputs, limits.file_bytes),
            tables,
            dictionary,
            gathered: gathered.collect(),
            rejects: if options.collect_rejects { Rejects::to_collect() } else { Rejects::to_report() },
            sources: Vec::with_capacity(program.inputs.len()),
            findings: Vec::new(),
            wave: Wave::default(),
            lost: false,
        }
    }

    /// Reads everything that one directive names.
    fn input(&mut self, number: usize) {
        let (program, options) = (self.program, self.options);
        let input = &program.inputs[number];
        let relation = program.relation(input.relation);
        let constants = match constants(input, relation, &program.shapes) {
            Ok(constants) => constants,
            Err(wrong) => return self.findings.push(*wrong),
        };
        let found = match &input.source {
            RecordSource::File(name) if !sqlite::is_address(name) => files(options.folder, name),
            other => Ok(vec![Found { name: other.name().to_owned(), path: options.folder.to_owned() }]),
        };
        match found {
            Ok(found) => found.iter().for_each(|found| self.source(number, found, &constants)),
            Err(failure) => {
                self.sources.push(SourceReport::new(input.source.name(), number as u32, input.relation));
                let file = options.folder.join(input.source.name()).display().to_string();
                self.fail(failure, input, &file);
            }
        }
    }

    /// Reads one source.
    fn source(&mut self, number: usize, found: &Found, constants: &[(usize, Value)]) {
        let program = self.program;
        let input = &program.inputs[number];
        let is_file = matches!(&input.source, RecordSource::File(name) if !sqlite::is_address(name));
        let file = if is_file { found.path.display().to_string() } else { found.name.clone() };
        let source = self.sources.len() as u32;
        self.sources.push(SourceReport::new(&found.name, number as u32, input.relation));
        let relation = program.relation(input.relation);
        let (shapes, limits) = (&*program.shapes, self.limits);
        let reading = Reading { input, relation, shapes, file: &file, source, limits, constants };
        let allowed = match is_file && !self.options.follow_links {
            true => stays_inside(self.options.folder, found),
            false => Ok(()),
        };
        if let Err(failure) = allowed.and_then(|()| self.read(&reading, &found.path)) {
            self.fail(failure, input, &file);
        }
    }

    /// Reads the records of one source, a file at `path`.
    fn read(&mut self, reading: &Reading<'_>, path: &Path) -> Result<(), Failure> {
        let input = reading.input;
        let gathered = &mut self.gathered[input.relation.0 as usize];
        let into =
            Into { gathered, dictionary: self.dictionary, rejects: &mut self.rejects, reports: &mut self.sources };
        let hashing = (self.options.digests && matches!(input.source, RecordSource::File(_))).then(Hashing::default);
        let path = matches!(input.source, RecordSource::File(_)).then_some(path);
        let mut rows = None;
        match &input.format {
            InputFormat::Text { format, encoding } => {
                if let Some(unusable) = unusable_delimiter(format, &reading.relation.name, input.span) {
                    return Err(Failure::Told(Box::new(unusable)));
                }
                let text = self.texts.open(path, *encoding, hashing.as_ref())?;
                let reading = TextReading { reading, format };
                reading.read(text, &mut self.wave, into, &mut self.findings)?;
            }
            InputFormat::Json { records } => {
                let text = self.texts.open(path, program::checked::Encoding::Utf8, hashing.as_ref())?;
                json::read(reading, records, text, into)?;
            }
            InputFormat::JsonLines => {
                let text = self.texts.open(path, program::checked::Encoding::Utf8, hashing.as_ref())?;
                json::read_lines(reading, text, into)?;
            }
            InputFormat::Sqlite { table: name } => {
                let mut table = sqlite::SqliteTable::open(reading, self.options.folder, name)?;
                table::read(reading, &mut table, name, into, None)?;
                if self.options.digests
                    && let Some(path) = sqlite::database_file(self.options.folder, input.source.name())
                {
                    self.sources[reading.source as usize].digest = Some(of_file(&mut std::fs::File::open(path)?)?);
                }
                return Ok(());
            }
            InputFormat::Workbook(_) | InputFormat::Parquet => {
                let mut file = open_file(path.unwrap_or(Path::new("")), u64::MAX)?;
                let digest = if self.options.digests { Some(of_file(&mut file)?) } else { None };
                let (at, name) = match &input.format {
                    InputFormat::Workbook(sheet) => {
                        (TableAt::Workbook { file, sheet }, sheet.name.as_deref().unwrap_or(""))
                    }
                    _ => (TableAt::Parquet(file), ""),
                };
                let mut table = self.tables.open(at)?;
                table::read(reading, &mut *table, name, into, None)?;
                self.sources[reading.source as usize].digest = digest;
                return Ok(());
            }
            InputFormat::Database(table) => {
                let connection = input.source.name();
                let mut digest = self.options.digests.then(RowDigest::new);
                let mut opened = self.tables.open(TableAt::Database { connection, table })?;
                table::read(reading, &mut *opened, &table.name.join("."), into, digest.as_mut())?;
                rows = digest.map(RowDigest::finish);
            }
        }
        self.sources[reading.source as usize].digest = rows.or(hashing.map(Hashing::finish));
        Ok(())
    }

    fn fail(&mut self, failure: Failure, input: &Input, file: &str) {
        if self.options.missing_is_empty && failure.is_missing_file() {
            if let Some(source) = self.sources.last_mut() {
                source.missing = true;
            }
            return;
        }
        self.lost |= matches!(failure, Failure::Lost(_));
        let relation = &self.program.relation(input.relation).name;
        self.findings.push(failure.diagnostic(input, relation, file, self.limits.file_bytes));
    }

    fn finish(mut self) -> Result<Records, Vec<Diagnostic>> {
        let mut collected = Vec::new();
        if self.options.collect_rejects {
            collected = self.rejects.into_kept();
        } else {
            self.findings.extend(self.rejects.report());
        }
        if self.findings.iter().any(Diagnostic::is_error) {
            return Err(self.findings);
        }
        for (relation, gathered) in self.gathered.iter_mut().enumerate() {
            if !is_numbered(self.program, &self.sources, RelId(relation as u32)) {
                gathered.settle(&mut self.sources);
            }
        }
        for report in &self.sources {
            let parts = [report.facts, report.repeats, report.blank, report.rejected].map(u64::from);
            let (read, name) = (u64::from(report.read), &report.name);
            assert_eq!(read, parts.iter().sum::<u64>(), "every row of {name} is accounted for");
        }
        let relations = self.gathered.into_iter().map(Gathered::finish).collect();
        Ok(Records { relations, sources: self.sources, rejects: collected, warnings: self.findings })
    }
}

/// Whether all rows of a relation differ because the number of the record is among their values.
fn is_numbered(program: &Program, sources: &[SourceReport], relation: RelId) -> bool {
    let mut sources = sources.iter().filter(|source| source.relation == relation);
    let has_number = |source: &SourceReport| program.inputs[source.input as usize].row.is_some();
    sources.next().is_some_and(has_number) && sources.next().is_none()
}
