//! From `.input` directives to facts.

use std::io::Read;
use std::path::Path;

use diagnostics::Diagnostic;
use program::checked::{InputFormat, Program, RecordSource, RelId};
use values::Dictionary;

use crate::limits::Limits;
use crate::read::{Failure, Gathered, Into, Reading, Texts};
use crate::rejects::Rejects;
use crate::text::{TextReading, Wave, unusable_delimiter};
use crate::{Records, SourceReport, json, sqlite};

/// How records are loaded.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Where relative file names are looked up (`-F`).
    pub folder: &'a Path,
    /// Rejected rows are collected and loading goes on (`--rejects`); otherwise they make it fail.
    pub collect_rejects: bool,
    /// A file that does not exist is an empty one (`-w`).
    pub missing_is_empty: bool,
}

/// Reads the records of all `.input` directives, in source order; their values get codes in `dictionary` in the order of
/// reading.
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
    dictionary: &mut Dictionary,
) -> Result<Records, Vec<Diagnostic>> {
    load_within(&Limits::DEFAULT, program, options, stdin, dictionary)
}

/// [`load`] with limits of its own.
pub(crate) fn load_within(
    limits: &Limits,
    program: &Program,
    options: &Options,
    stdin: &mut dyn Read,
    dictionary: &mut Dictionary,
) -> Result<Records, Vec<Diagnostic>> {
    let mut texts = Texts::new(options.folder, stdin, &program.inputs, limits.file_bytes);
    let mut gathered: Vec<_> = program.relations.iter().map(|relation| Gathered::new(relation.columns.len())).collect();
    let mut rejects = if options.collect_rejects { Rejects::to_collect() } else { Rejects::to_report() };
    let mut sources = Vec::with_capacity(program.inputs.len());
    let mut findings = Vec::new();
    let mut wave = Wave::default();

    for input in &program.inputs {
        let relation = program.relation(input.relation);
        let file = shown_name(options.folder, &input.source);
        let number = sources.len() as u32;
        sources.push(SourceReport::new(input.source.name(), input.relation));
        let reading = Reading { input, relation, shapes: &program.shapes, file: &file, source: number, limits };
        let gathered = &mut gathered[input.relation.0 as usize];
        let into = Into { gathered, dictionary, rejects: &mut rejects, reports: &mut sources };
        let read = match &input.format {
            InputFormat::Text(format) => match unusable_delimiter(format, &relation.name, input.span) {
                Some(unusable) => Err(Failure::Told(Box::new(unusable))),
                None => texts.open(&input.source).and_then(|text| {
                    let reading = TextReading { reading: &reading, format };
                    reading.read(text, &mut wave, into, &mut findings)
                }),
            },
            InputFormat::Json => texts.open(&input.source).and_then(|text| json::read(&reading, text, into)),
            InputFormat::Sqlite { table } => sqlite::read(&reading, options.folder, table, into),
        };
        match read {
            Ok(()) => {}
            Err(failure) if options.missing_is_empty && failure.is_missing_file() => {
                sources[number as usize].missing = true;
            }
            Err(failure) => findings.push(failure.diagnostic(input, &relation.name, &file, limits.file_bytes)),
        }
    }

    let mut collected = Vec::new();
    if options.collect_rejects {
        collected = rejects.into_kept();
    } else {
        findings.extend(rejects.report());
    }
    if findings.iter().any(Diagnostic::is_error) {
        return Err(findings);
    }
    for (relation, gathered) in gathered.iter_mut().enumerate() {
        if !is_numbered(program, RelId(relation as u32)) {
            gathered.settle(&mut sources);
        }
    }
    for report in &sources {
        let parts = [report.facts, report.repeats, report.blank, report.rejected].map(u64::from);
        assert_eq!(u64::from(report.read), parts.iter().sum::<u64>(), "every row of {} is accounted for", report.name);
    }
    let relations = gathered.into_iter().map(Gathered::finish).collect();
    Ok(Records { relations, sources, rejects: collected, warnings: findings })
}

/// Whether all rows of a relation differ because the number of the record is among their values.
fn is_numbered(program: &Program, relation: RelId) -> bool {
    let mut inputs = program.inputs.iter().filter(|input| input.relation == relation);
    inputs.next().is_some_and(|input| input.row.is_some()) && inputs.next().is_none()
}

/// The name that messages show: the path as it is opened.
fn shown_name(folder: &Path, source: &RecordSource) -> String {
    match source {
        RecordSource::File(name) if sqlite::is_address(name) => name.clone(),
        RecordSource::File(name) => folder.join(name).display().to_string(),
        RecordSource::Stdin => source.name().to_owned(),
    }
}
