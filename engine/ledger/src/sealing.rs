//! What goes into a bundle.

use std::collections::BTreeMap;

use checker::certificate::{Evidence, Rejected, verify};
use diagnostics::Files;
use program::Dialect;
use program::checked::Program;
use serde_json::{Value as Json, json};

use crate::canonical::canonical;
use crate::digest::Digest;
use crate::evidence::Listening;
use crate::manifest::{Manifest, Source};
use crate::rules::Rules;
use crate::{CLUES, EVIDENCE, MANIFEST, PROOF};

/// A run that is to be sealed.
pub struct Sealing<'a> {
    /// The engine's version.
    pub engine: String,
    /// What is said of the program outside of its texts.
    pub dialect: Dialect,
    /// Its program as written.
    pub program: &'a Program,
    /// The texts of the program.
    pub files: &'a Files,
    /// The texts again, as they were loaded.
    pub rules: Rules,
    /// The sources of its records, in the order of loading.
    pub sources: Vec<Source>,
    /// By relation that somebody declared, how many facts it has.
    pub relations: Vec<(String, u64)>,
    /// All clues, in the order of output.
    pub clues: Vec<Clue>,
    /// Their proof, of the schema `syllogist/proof/1`.
    pub proof: String,
    /// What the proof is held against.
    pub evidence: Evidence<'a>,
}

/// A clue as bundles list it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clue {
    /// Its id (`docs/clue-id.md`).
    pub id: String,
    /// The relation.
    pub relation: String,
    /// Its values as printed.
    pub args: Vec<String>,
    /// Its grade.
    pub grade: String,
}

impl Clue {
    /// The clue that a fact is: its relation and values from one object, id and grade from another.
    pub(crate) fn read(fact: &Json, clue: &Json) -> Option<Clue> {
        let text = |json: &Json| Some(json.as_str()?.to_owned());
        let args = fact["args"].as_array()?.iter().map(text).collect::<Option<_>>()?;
        Some(Clue { id: text(&clue["id"])?, relation: text(&fact["relation"])?, args, grade: text(&clue["grade"])? })
    }

    fn line(&self) -> String {
        let Clue { id, relation, args, grade } = self;
        canonical(&json!({"id": id, "relation": relation, "args": args, "grade": grade})) + "\n"
    }
}

impl Sealing<'_> {
    /// The files of the bundle with their names, the manifest last, and the digest of the run.
    ///
    /// The proof is checked on the way: what the step checker asks is what the evidence has to answer.
    ///
    /// # Errors
    /// A proof that the step checker rejects: then there is a mistake in the engine, and nothing to be sealed.
    pub fn files(self) -> Result<(Vec<(String, String)>, Digest), Rejected> {
        let mut files = Vec::new();
        let names = self.rules.texts.iter().map(|(name, _)| name.clone()).collect();
        files.extend(self.rules.texts.into_iter().enumerate().map(|(at, (_, text))| (Rules::file(at), text)));
        let clues = self.clues.len() as u64;
        files.push((CLUES.to_owned(), self.clues.iter().map(Clue::line).collect()));
        let listening = Listening::new(self.evidence);
        let proof = serde_json::from_str(&self.proof).unwrap_or_default();
        verify(&proof, self.program, self.files, Evidence { records: &listening, relations: &listening })?;
        files.push((EVIDENCE.to_owned(), listening.heard().lines(self.program)));
        files.push((PROOF.to_owned(), self.proof));
        let digests = files.iter().map(|(name, text)| (name.clone(), Digest::of(text.as_bytes())));
        let digests = digests.collect::<BTreeMap<_, _>>();
        let manifest = Manifest {
            engine: self.engine,
            dialect: self.dialect,
            rules: names,
            includes: self.rules.includes,
            sources: self.sources,
            relations: self.relations,
            clues,
            files: digests,
        };
        let manifest = canonical(&manifest.json());
        let root = Digest::of(manifest.as_bytes());
        files.push((MANIFEST.to_owned(), manifest));
        Ok((files, root))
    }
}
