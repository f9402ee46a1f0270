//! A sealed run: its clues with all that they rest on, as a folder that others can verify.

mod held;

use std::convert::Infallible;
use std::fs;
use std::path::Path;

use diagnostics::{Diagnostic, Lang, catalogue};
use eval::Model;
use ledger::{Clue, Counts, Digest, Manifest, Sealing, Source};
use program::checked::Purpose;
use proof::{Explainer, Limits, NodeId, Part};
use prose::{Layout, Stream};
use serde_json::json;
use sources::{Records, Staged};

use self::held::Held;
use crate::app::App;
use crate::clue::{self, clues, clues_among};
use crate::exit::Failure;
use crate::reading::{Opened, Places, stage};

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
    (records, model): (&Records, &Model<'_>),
    staged: &mut Staged,
) -> Result<Digest, Failure> {
    let places = Places(records);
    let held = Held::new(&opened.written, model, &places);
    let (clues, proof) = proven(app, model, &places);
    let (program, files, rules) = (&opened.written, &app.files, opened.rules.clone());
    let sealing = Sealing { program, files, rules, clues, proof, records: &held, relations: &held };
    let (files, root) = sealing.files(manifest(opened, records, model)).map_err(|rejected| {
        let reason = [Lang::En, Lang::Zh].map(|lang| rejected.message(lang));
        let [en, zh] = &reason;
        Failure::wrong(
            Diagnostic::unplaced(&catalogue::UNSEALABLE).arg("reason", if app.lang == Lang::En { en } else { zh }),
        )
    })?;
    for (name, text) in files {
        stage(app, staged, &folder.join(name), |out| out.write_all(text.as_bytes()))?;
    }
    Ok(root)
}

/// All clues, and one proof of them all.
fn proven(app: &App, model: &Model<'_>, places: &Places<'_>) -> (Vec<Clue>, String) {
    let (questions, listed): (Vec<_>, Vec<_>) = clues(model)
        .map(|(question, clue)| {
            let args = question.args.iter().flatten().map(ToString::to_string).collect();
            let relation = model.program.relation(question.relation).name.clone();
            (question, Clue { id: clue.id, relation, args, grade: clue.grade.name().to_owned() })
        })
        .unzip();
    let explainer = Explainer::new(model, places);
    let (asked, _) = explainer.asked_each(&questions, usize::MAX);
    let digest_of = |file: &str| proof::Locators::digest(places, file);
    let mut stream = Stream::new(Layout::Object, model, &app.files, Some(&digest_of));
    let mut text = Vec::new();
    let mut take = |more: &[u8]| {
        text.extend_from_slice(more);
        Ok::<(), Infallible>(())
    };
    let limits = Limits { all: false, depth: None, answers: usize::MAX };
    // Without clues there are no parts, but a proof all the same: of nothing.
    let nothing = questions.is_empty().then(|| Part { first: 0, derivation: explainer.whole(&asked, &limits) });
    for part in nothing.into_iter().chain(explainer.parts(asked.clone(), &limits)) {
        let (clues, first) = (clues_among(&part.derivation, model), part.first);
        let clue = |clue: &clue::Clue| json!({"id": clue.id, "grade": clue.grade.name()});
        let Ok(()) = stream.part(part, &|node: NodeId| clues.get(&(node - first)).map(clue), &mut take);
    }
    let Ok(()) = stream.end(&mut take);
    (listed, String::from_utf8(text).unwrap_or_else(|error| unreachable!("JSON is a text: {error}")))
}

/// What there is to say of the run before its files are known.
fn manifest(opened: &Opened, records: &Records, model: &Model<'_>) -> Manifest {
    let program = &opened.written;
    let source = |source: &sources::SourceReport| Source {
        name: source.name.clone(),
        relation: program.relation(source.relation).name.clone(),
        digest: source.digest.and_then(|digest| Digest::parse(&digest.to_string())),
        rows: Counts {
            read: source.read.into(),
            facts: source.facts.into(),
            repeats: source.repeats.into(),
            blank: source.blank.into(),
            rejected: source.rejected.into(),
        },
    };
    let declared = program.relation_ids().filter(|id| program.relation(*id).purpose == Purpose::Declared);
    let count = |id| (program.relation(id).name.clone(), model.relation(id).facts());
    Manifest {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        dialect: opened.dialect.clone(),
        rules: Vec::new(),
        includes: Vec::new(),
        sources: records.sources.iter().map(source).collect(),
        relations: declared.map(count).collect(),
        clues: 0,
        files: [].into(),
    }
}
