//! Whether a bundle is what it says, without the engine that made it.

use std::collections::BTreeSet;
use std::path::Path;

use checker::certificate::{self, CLUE_IDS, Evidence, Words};
use diagnostics::Files;
use program::Checked;
use program::checked::Program;
use serde_json::Value as Json;

use crate::canonical::read;
use crate::clue_id::clue_id;
use crate::digest::Digest;
use crate::evidence::Heard;
use crate::folder::{Broken, Fault, Folder, broken};
use crate::keys::PublicKey;
use crate::manifest::Manifest;
use crate::rules::Rules;
use crate::sealing::Clue;
use crate::signature::{Signature, signature};
use crate::{CLUES, EVIDENCE, PROOF, SIGNATURES};

/// What somebody knows of a run from elsewhere.
#[derive(Debug, Default)]
pub struct Trusted {
    /// Its digest.
    pub root: Option<Digest>,
    /// The keys with which it has been signed.
    pub keys: Vec<PublicKey>,
}

/// A bundle that holds together.
#[derive(Debug)]
pub struct Verified {
    /// What the run was.
    pub manifest: Manifest,
    /// The digest of the manifest, which is that of the run.
    pub root: Digest,
    /// Who signed it, by key.
    pub signatures: Vec<Signature>,
    /// The clues.
    pub clues: Vec<Clue>,
    /// How many steps their proof has.
    pub steps: usize,
    /// What the step checker took as told.
    pub notes: Vec<Words>,
}

/// Verifies the bundle in a folder: its files are those that the manifest lists, with their digests; the proof, held against rules and evidence of the
/// bundle, proves the clues that it lists, and no others. It is the run of the `trusted` digest, and each of the trusted keys has signed it.
///
/// What this trusts is that the evidence is what the records say, and all that they say where it speaks of all.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify(folder: &Path, trusted: &Trusted) -> Result<Verified, Broken> {
    let Proven { folder, signatures, clues, steps, notes, .. } = prove(folder, trusted)?;
    let Folder { manifest, root, .. } = folder;
    Ok(Verified { manifest, root, signatures, clues, steps, notes })
}

/// A bundle that holds together, with all that was read to see it.
pub struct Proven {
    pub folder: Folder,
    pub files: Files,
    pub program: Program,
    pub proof: Json,
    pub clues: Vec<Clue>,
    signatures: Vec<Signature>,
    steps: usize,
    notes: Vec<Words>,
}

/// [`verify`], for who goes on with what was read.
pub fn prove(folder: &Path, trusted: &Trusted) -> Result<Proven, Broken> {
    let mut files = Files::default();
    let folder = Folder::read(folder, trusted.root.as_ref(), &mut files)?;
    let signatures = signatures(&folder, &trusted.keys)?;
    let program = program(&folder, &mut files)?;
    let heard = Heard::read(folder.text(EVIDENCE)?, &program).or_else(|fault| broken(EVIDENCE, fault))?;
    let proof = read(folder.text(PROOF)?).or_else(|malformed| broken(PROOF, Fault::Malformed(None, malformed)))?;
    let checked = certificate::verify(&proof, &program, &files, Evidence { records: &heard, relations: &heard });
    let checked = checked.or_else(|rejected| broken(PROOF, Fault::Proof(rejected)))?;
    let clues = folder.clues()?;
    proven(&clues, &proof, &program)?;
    if folder.manifest.clues != clues.len() as u64 {
        return broken(CLUES, Fault::Field("clues".into()));
    }
    let notes = checked.notes.into_iter().filter(|note| *note != CLUE_IDS.into()).collect();
    Ok(Proven { folder, files, program, proof, clues, signatures, steps: checked.steps, notes })
}

/// The signatures of the bundle; each of these keys has made one.
fn signatures(folder: &Folder, keys: &[PublicKey]) -> Result<Vec<Signature>, Broken> {
    let each = folder.signatures.iter().map(|(name, text)| signature(name, text, &folder.root, keys));
    let signatures = each.collect::<Result<Vec<_>, _>>()?;
    match keys.iter().find(|key| signatures.iter().all(|signature| signature.key != key.id())) {
        Some(key) => broken(SIGNATURES, Fault::Unsigned(key.holder.name.clone(), key.id())),
        None => Ok(signatures),
    }
}

/// The program of the bundle's rule files.
fn program(folder: &Folder, files: &mut Files) -> Result<Program, Broken> {
    let (_, Checked { program, diagnostics }) = folder.check(&folder.rules()?, files);
    let code = diagnostics.iter().find(|found| found.is_error()).map_or("", |found| found.code());
    program.map_or_else(|| broken(&Rules::file(0), Fault::Rules(code.to_owned())), Ok)
}

/// What the proof answers are the clues, each once, with the ids that they have to have.
fn proven(clues: &[Clue], proof: &Json, program: &Program) -> Result<(), Broken> {
    let answers = proof["answers"].as_array().into_iter().flatten();
    let answer = |answer: &Json| {
        let node = answer.as_u64().and_then(|id| proof["nodes"].get(usize::try_from(id).ok()?))?;
        Clue::read(node, &node["clue"])
    };
    let Some(proven) = answers.map(answer).collect::<Option<BTreeSet<_>>>() else {
        return broken(PROOF, Fault::Field("answers".into()));
    };
    let listed = clues.iter().cloned().collect::<BTreeSet<_>>();
    if let Some(other) = listed.symmetric_difference(&proven).next() {
        return broken(CLUES, Fault::Unproven(other.id.clone()));
    }
    let is_own =
        |clue: &&Clue| program.find(&clue.relation).is_some_and(|id| clue_id(id, &clue.args, program) == clue.id);
    match clues.iter().find(|clue| !is_own(clue)) {
        Some(clue) => broken(CLUES, Fault::Unproven(clue.id.clone())),
        None if listed.len() < clues.len() => broken(CLUES, Fault::Field("clues".into())),
        None => Ok(()),
    }
}
