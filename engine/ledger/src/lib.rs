//! Sealed runs: what a folder holds that says how its clues came about, and whether all of it fits together.
//!
//! `docs/run-bundle.md` specifies the folder byte by byte. [`Sealing`] collects what goes into one, [`verify`] looks at one that somebody
//! hands over. A bundle is verified without the evaluator: proofs go through the step checker, which this room hands the rules, the
//! records and the relations as far as the bundle holds them. Nothing here writes a file or knows a clock.

mod canonical;
mod clue_id;
mod differences;
mod digest;
mod evidence;
mod folder;
mod keys;
mod manifest;
mod reasons;
mod rules;
mod sealing;
mod signature;
mod verify;

pub use canonical::{Malformed, canonical};
pub use clue_id::{candidate_id, clue_id, is_clue_id};
pub use differences::{Change, Differences, Side};
pub use digest::Digest;
pub use folder::{Broken, Fault, Folder};
pub use keys::{Holder, NoKey, PublicKey, SecretKey};
pub use manifest::{Counts, Manifest, Source};
pub use reasons::{Derived, Missing, Reason};
pub use rules::{Include, Noting, Rules};
pub use sealing::{Clue, Sealing};
pub use signature::{Signature, sign};
pub use verify::{Trusted, Verified, verify};

/// The schema of manifests.
pub const SCHEMA: &str = "syllogist/run/1";
/// The file that lists all others with their digests: its own digest stands for the run.
pub const MANIFEST: &str = "manifest.json";
/// The folder of signatures, one file for each key.
pub const SIGNATURES: &str = "signatures";
/// One clue a line.
pub const CLUES: &str = "clues.jsonl";
/// One proof of all clues, of the schema `syllogist/proof/1`.
pub const PROOF: &str = "proof.json";
/// What the proof rests on: one record, fact or answer of a relation a line.
pub const EVIDENCE: &str = "evidence.jsonl";
