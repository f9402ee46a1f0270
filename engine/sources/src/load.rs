//! From `.input` directives to facts.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use diagnostics::Diagnostic;
use program::checked::{Conversion, Encoding, Input, InputFormat, Program, RecordSource, RelId};
use values::{Dictionary, Value};

use crate::digest::{Digest, Hashing, RowDigest, of_file};
use crate::find::{Found, files, stays_inside};
use crate::limits::Limits;
use crate::read::{Failure, Gathered, Into, Reading, Texts, constants, conversions, open_file};
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
        let conversions = conversions(input, relation);
        let fixed = match constants(input, relation, &conversions, &program.shapes) {
            Ok(constants) => Fixed { constants, conversions },
            Err(wrong) => return self.findings.push(*wrong),
        };
        let Some(name) = file_name(input) else {
            let found = Found { name: input.source.name().to_owned(), path: options.folder.to_owned() };
            return self.source(number, &found, &fixed);
        };
        match files(options.folder, name) {
            Ok(found) => found.iter().for_each(|found| self.source(number, found, &fixed)),
            Err(failure) => {
                self.sources.push(SourceReport::new(name, number as u32, input.relation));
                let file = options.folder.join(name).display().to_string();
                self.fail(failure, input, &file);
            }
        }
    }

    /// Reads one source.
    fn source(&mut self, number: usize, found: &Found, fixed: &Fixed<'_>) {
        let program = self.program;
        let input = &program.inputs[number];
        let is_file = file_name(input).is_some();
        let file = if is_file { found.path.display().to_string() } else { found.name.clone() };
        let source = self.sources.len() as u32;
        self.sources.push(SourceReport::new(&found.name, number as u32, input.relation));
        let relation = program.relation(input.relation);
        let (shapes, limits) = (&*program.shapes, self.limits);
        let Fixed { constants, conversions } = fixed;
        let reading = Reading { input, relation, shapes, file: &file, source, limits, constants, conversions };
        let allowed = match is_file && !self.options.follow_links {
            true => stays_inside(self.options.folder, found),
            false => Ok(()),
        };
        match allowed.and_then(|()| self.read(&reading, &found.path)) {
            Ok(digest) => self.sources[source as usize].digest = digest,
            Err(failure) => self.fail(failure, input, &file),
        }
    }

    /// Reads the records of one source, a file at `path`. Gives its digest, if that is wanted and it has one.
    fn read(&mut self, reading: &Reading<'_>, path: &Path) -> Result<Option<Digest>, Failure> {
        let (input, options) = (reading.input, self.options);
        let gathered = &mut self.gathered[input.relation.0 as usize];
        let into =
            Into { gathered, dictionary: self.dictionary, rejects: &mut self.rejects, reports: &mut self.sources };
        let path = matches!(input.source, RecordSource::File(_)).then_some(path);
        let hashing = (options.digests && path.is_some()).then(Hashing::default);
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
                json::read(reading, records, self.texts.open(path, Encoding::Utf8, hashing.as_ref())?, into)?;
            }
            InputFormat::JsonLines => {
                json::read_lines(reading, self.texts.open(path, Encoding::Utf8, hashing.as_ref())?, into)?;
            }
            InputFormat::Sqlite { table: name } => {
                let mut table = sqlite::SqliteTable::open(reading, options.folder, name)?;
                table::read(reading, &mut table, name, into, None)?;
                let file = sqlite::database_file(options.folder, input.source.name()).filter(|_| options.digests);
                return Ok(file.map(|path| of_file(&mut File::open(path)?)).transpose()?);
            }
            InputFormat::Workbook(sheet) => {
                let (file, digest) = opened(path, options)?;
                let mut table = self.tables.open(TableAt::Workbook { file, sheet })?;
                table::read(reading, &mut *table, sheet.name.as_deref().unwrap_or(""), into, None)?;
                return Ok(digest);
            }
            InputFormat::Parquet => {
                let (file, digest) = opened(path, options)?;
                let mut table = self.tables.open(TableAt::Parquet(file))?;
                table::read(reading, &mut *table, "", into, None)?;
                return Ok(digest);
            }
            InputFormat::Database(table) => {
                let connection = input.source.name();
                let mut rows = options.digests.then(RowDigest::new);
                let mut opened = self.tables.open(TableAt::Database { connection, table })?;
                table::read(reading, &mut *opened, &table.name.join("."), into, rows.as_mut())?;
                return Ok(rows.map(RowDigest::finish));
            }
        }
        Ok(hashing.map(Hashing::finish))
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

/// What is the same in all files of a directive.
struct Fixed<'p> {
    constants: Vec<(usize, Value)>,
    conversions: Vec<&'p [Conversion]>,
}

/// The name of a file or of several; `None` where records come from elsewhere.
fn file_name(input: &Input) -> Option<&str> {
    match &input.source {
        RecordSource::File(name) if !sqlite::is_address(name) => Some(name),
        _ => None,
    }
}

/// A file at its beginning, with its digest if that is wanted.
fn opened(path: Option<&Path>, options: &Options<'_>) -> Result<(File, Option<Digest>), Failure> {
    let mut file = open_file(path.unwrap_or(Path::new("")), u64::MAX)?;
    let digest = options.digests.then(|| of_file(&mut file)).transpose()?;
    Ok((file, digest))
}

/// Whether all rows of a relation differ because the number of the record is among their values.
fn is_numbered(program: &Program, sources: &[SourceReport], relation: RelId) -> bool {
    let mut sources = sources.iter().filter(|source| source.relation == relation);
    let has_number = |source: &SourceReport| program.inputs[source.input as usize].row.is_some();
    sources.next().is_some_and(has_number) && sources.next().is_none()
}
