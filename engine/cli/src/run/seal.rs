//! A sealed run: its clues with all that they rest on, as a folder that others can verify.

mod held;

use std::fs;
use std::path::Path;

use checker::certificate::Evidence;
use diagnostics::{Diagnostic, catalogue};
use eval::Model;
use ledger::{Clue, Counts, Digest, Sealing, Source};
use program::checked::Purpose;
use proof::{Explainer, Limits};
use sources::{Records, Staged};

use self::held::Held;
use crate::app::App;
use crate::clue::clues;
use crate::exit::Failure;
use crate::reading::{Opened, Places, stage};
use crate::why::{Format, stream};

/// The folder holds nothing, so that no file of another run can be taken for one of this.
///
/// # Errors
/// A folder that holds something, or that is none.
pub fn is_free(folder: &Path) -> Result<(), Failure> {
    let taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.symlink_metadata().is_ok(),
    };
    match taken {
        false => Ok(()),
        true => {
            Err(Failure::usage(Diagnostic::unplaced(&catalogue::SEAL_FOLDER_TAKEN).arg("folder", folder.display())))
        }
    }
}

/// Writes the bundle under temporary names, the manifest last: without it nothing verifies. Gives the digest of the run.
pub fn stage_seal(
    app: &App,
    folder: &Path,
    opened: &Opened,
    derived: (&Records, &Model<'_>),
    staged: &mut Staged,
) -> Result<Digest, Failure> {
    let (files, root) = files(app, opened, derived)?;
    for (name, text) in files {
        stage(app, staged, &folder.join(name), |out| out.write_all(text.as_bytes()))?;
    }
    Ok(root)
}

/// The files of a bundle with their names, and the digest of the run.
pub fn files(
    app: &App,
    opened: &Opened,
    (records, model): (&Records, &Model<'_>),
) -> Result<(Vec<(String, String)>, Digest), Failure> {
    let places = Places(records);
    let held = Held::new(&opened.written, model, &places);
    let (clues, proof) = proven(app, model, &places)?;
    let sealing = Sealing {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        dialect: opened.dialect.clone(),
        program: &opened.written,
        files: &app.files,
        rules: opened.rules.clone(),
        sources: sources(opened, records),
        relations: counts(opened, model),
        clues,
        proof,
        evidence: Evidence { records: &held, relations: &held },
    };
    sealing.files().map_err(|rejected| {
        Failure::wrong(Diagnostic::unplaced(&catalogue::UNSEALABLE).arg("reason", rejected.message(app.lang)))
    })
}

/// All clues, and one proof of them all.
fn proven(app: &App, model: &Model<'_>, places: &Places<'_>) -> Result<(Vec<Clue>, String), Failure> {
    let (questions, listed): (Vec<_>, Vec<_>) = clues(model)
        .map(|(question, clue)| {
            let args = question.args.iter().flatten().map(ToString::to_string).collect();
            let relation = model.program.relation(question.relation).name.clone();
            (question, Clue { id: clue.id, relation, args, grade: clue.grade.name().to_owned() })
        })
        .unzip();
    let explainer = Explainer::new(model, places);
    let (asked, _) = explainer.asked_each(&questions, usize::MAX);
    let limits = Limits { all: false, depth: None, answers: usize::MAX };
    let mut proof = Vec::new();
    stream((Format::Json, places), explainer.parts(asked, &limits), model, &app.files, &mut proof)?;
    Ok((listed, String::from_utf8(proof).unwrap_or_else(|error| unreachable!("JSON is a text: {error}"))))
}

/// The sources of the records, with what became of their rows.
fn sources(opened: &Opened, records: &Records) -> Vec<Source> {
    let source = |source: &sources::SourceReport| Source {
        name: source.name.clone(),
        relation: opened.written.relation(source.relation).name.clone(),
        digest: source.digest.and_then(|digest| Digest::parse(&digest.to_string())),
        rows: Counts {
            read: source.read.into(),
            facts: source.facts.into(),
            repeats: source.repeats.into(),
            blank: source.blank.into(),
            rejected: source.rejected.into(),
        },
    };
    records.sources.iter().map(source).collect()
}

/// How many facts each relation has that somebody declared.
fn counts(opened: &Opened, model: &Model<'_>) -> Vec<(String, u64)> {
    let program = &opened.written;
    let declared = program.relation_ids().filter(|id| program.relation(*id).purpose == Purpose::Declared);
    declared.map(|id| (program.relation(id).name.clone(), model.relation(id).facts())).collect()
}
