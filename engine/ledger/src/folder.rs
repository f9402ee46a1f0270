//! The files of a bundle: those that the manifest lists, each as it was sealed, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use diagnostics::{FileId, Files, Span};
use program::{Checked, check_dialect};
use values::Date;

use crate::canonical::{Malformed, read_canonical};
use crate::digest::Digest;
use crate::keys::Holder;
use crate::manifest::Manifest;
use crate::rules::Rules;
use crate::sealing::Clue;
use crate::{CLUES, MANIFEST, SCHEMA, SIGNATURES};

/// Why a bundle does not verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The file, by its name in the bundle.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read; the reason.
    Unreadable(String),
    /// It is not there.
    Missing,
    /// The manifest does not list it.
    Extra,
    /// It is a link, a folder or a device where a file should be, or its name leads out of the bundle.
    NoFile,
    /// Its digest is another one than the manifest says.
    Changed {
        /// As the manifest says.
        sealed: Digest,
        /// As it is.
        found: Digest,
    },
    /// It is no text, or no canonical JSON; the line, if it has lines.
    Malformed(Option<usize>, Malformed),
    /// A manifest of another schema.
    Schema(String),
    /// A digest of an algorithm that is not known here.
    Algorithm(String),
    /// A field that is missing or says nothing that could be.
    Field(String),
    /// The whole run has another digest than was asked for.
    Root {
        /// As somebody wrote it down.
        expected: Digest,
        /// As it is.
        found: Digest,
    },
    /// The rules cannot be read by this version; the code of what was found first.
    Rules(String),
    /// The step checker rejects the proof.
    Proof(checker::certificate::Rejected),
    /// A clue without a proof, or a proof without a clue.
    Unproven(String),
    /// A signature that the key of this holder did not make.
    Signature(String),
    /// A signature of another run.
    OtherRun {
        /// As the signature says.
        signed: Digest,
        /// This one.
        root: Digest,
    },
    /// The key of this holder does not hold on the day of the signature.
    NotValid(Box<Holder>, Date),
    /// The holder of a given key has not signed.
    Unsigned(String, Digest),
}

/// A fault of a file.
pub fn broken<T>(file: &str, fault: Fault) -> Result<T, Broken> {
    Err(Broken { file: file.to_owned(), fault })
}

/// The manifest, its digest, and the other files as texts by name.
pub struct Folder {
    /// What the manifest says.
    pub manifest: Manifest,
    /// The digest of the manifest, which is that of the run.
    pub root: Digest,
    /// The files of signatures, by name. The manifest cannot list them.
    pub signatures: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

impl Folder {
    /// Reads a bundle, whose files are all as the manifest says; the manifest becomes one of `files`. With `root` the manifest is the one of that digest.
    ///
    /// # Errors
    /// The first file that is not.
    pub fn read(folder: &Path, root: Option<&Digest>, files: &mut Files) -> Result<Folder, Broken> {
        let bytes = file(folder, MANIFEST)?;
        let found = Digest::of(&bytes);
        if let Some(expected) = root.filter(|root| **root != found) {
            return broken(MANIFEST, Fault::Root { expected: expected.clone(), found });
        }
        let manifest = manifest(text(MANIFEST, &bytes)?, files)?;
        let signatures = signatures(folder)?;
        let names = manifest.files.keys().chain(signatures.keys());
        let listed = names.map(String::as_str).chain([MANIFEST]).collect::<BTreeSet<_>>();
        nothing_else(folder, "", &listed)?;
        let mut texts = BTreeMap::new();
        for (name, sealed) in &manifest.files {
            let bytes = file(folder, name)?;
            let found = Digest::of(&bytes);
            if found != *sealed {
                return broken(name, Fault::Changed { sealed: sealed.clone(), found });
            }
            texts.insert(name.clone(), text(name, &bytes)?.to_owned());
        }
        Ok(Folder { manifest, root: found, signatures, files: texts })
    }

    /// What was sealed but not written, the files with their names; the manifest becomes one of `files`.
    ///
    /// # Errors
    /// Its manifest cannot be read.
    pub fn of(sealed: Vec<(String, String)>, files: &mut Files) -> Result<Folder, Broken> {
        let mut texts = sealed.into_iter().collect::<BTreeMap<_, _>>();
        let text = texts.remove(MANIFEST).unwrap_or_default();
        let (root, manifest) = (Digest::of(text.as_bytes()), manifest(&text, files)?);
        Ok(Folder { manifest, root, signatures: BTreeMap::new(), files: texts })
    }

    /// The rule files.
    ///
    /// # Errors
    /// The manifest does not list one of them.
    pub fn rules(&self) -> Result<Rules, Broken> {
        let Manifest { rules, includes, .. } = &self.manifest;
        let text = |(at, name): (usize, &String)| Ok((name.clone(), self.text(&Rules::file(at))?.to_owned()));
        let texts = rules.iter().enumerate().map(text).collect::<Result<_, Broken>>()?;
        Ok(Rules { texts, includes: includes.clone() })
    }

    /// The main file and the program of these rules, which are those of the bundle; they become some of `files`.
    pub fn check(&self, rules: &Rules, files: &mut Files) -> (FileId, Checked) {
        let (name, text) = rules.texts[0].clone();
        let main = files.add(name, text);
        (main, check_dialect(files, main, &mut rules.clone(), &self.manifest.dialect))
    }

    /// The clues, as they are listed.
    ///
    /// # Errors
    /// The first line that is none.
    pub fn clues(&self) -> Result<Vec<Clue>, Broken> {
        let text = self.text(CLUES)?;
        let mut clues = Vec::new();
        for (at, line) in text.split_terminator('\n').enumerate() {
            let json =
                read_canonical(line).or_else(|malformed| broken(CLUES, Fault::Malformed(Some(at + 1), malformed)))?;
            let Some(clue) = Clue::read(&json, &json) else {
                return broken(CLUES, Fault::Field(format!("line {}", at + 1)));
            };
            clues.push(clue);
        }
        Ok(clues)
    }

    /// A file by its name.
    ///
    /// # Errors
    /// The manifest does not list it.
    pub fn text(&self, name: &str) -> Result<&str, Broken> {
        self.files.get(name).map_or_else(|| broken(name, Fault::Missing), |text| Ok(&text[..]))
    }
}

/// A manifest, which becomes one of `files`.
fn manifest(text: &str, files: &mut Files) -> Result<Manifest, Broken> {
    let json = read_canonical(text).or_else(|malformed| broken(MANIFEST, Fault::Malformed(None, malformed)))?;
    if json["schema"] != SCHEMA {
        return broken(MANIFEST, Fault::Schema(json["schema"].as_str().unwrap_or_default().to_owned()));
    }
    let span = Span { file: files.add(MANIFEST, text), start: 0, end: 0 };
    Manifest::read(&json, span).or_else(|fault| broken(MANIFEST, fault))
}

/// The files of signatures, if there are any; whether their names could be those of keys is seen when they are read.
fn signatures(folder: &Path) -> Result<BTreeMap<String, String>, Broken> {
    if !folder.join(SIGNATURES).is_dir() {
        return Ok(BTreeMap::new());
    }
    let mut texts = BTreeMap::new();
    for entry in entries(folder, &format!("{SIGNATURES}/"))? {
        let name = format!("{SIGNATURES}/{}", entry.file_name().to_string_lossy());
        if name.ends_with(".json") {
            let bytes = file(folder, &name)?;
            texts.insert(name.clone(), text(&name, &bytes)?.to_owned());
        }
    }
    Ok(texts)
}

/// The bytes of a regular file, which no link stands for.
fn file(folder: &Path, name: &str) -> Result<Vec<u8>, Broken> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Broken { file: name.to_owned(), fault: Fault::Missing },
        _ => Broken { file: name.to_owned(), fault: Fault::Unreadable(error.to_string()) },
    };
    let mut path = folder.to_owned();
    for part in name.split('/') {
        if part.is_empty() || part == "." || part == ".." || part.contains('\\') {
            return broken(name, Fault::NoFile);
        }
        path.push(part);
        let is_link = fs::symlink_metadata(&path).map_err(unreadable)?.is_symlink();
        if is_link {
            return broken(name, Fault::NoFile);
        }
    }
    if !fs::metadata(&path).map_err(unreadable)?.is_file() {
        return broken(name, Fault::NoFile);
    }
    let mut bytes = Vec::new();
    fs::File::open(&path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(unreadable)?;
    Ok(bytes)
}

fn text<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Broken> {
    let malformed = |error: std::str::Utf8Error| Fault::Malformed(None, Malformed::NoJson(error.to_string()));
    std::str::from_utf8(bytes).or_else(|error| broken(name, malformed(error)))
}

/// What lies in a folder of the bundle, by name.
fn entries(folder: &Path, below: &str) -> Result<Vec<fs::DirEntry>, Broken> {
    let entries = fs::read_dir(folder.join(below)).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = entries.or_else(|error| broken(below, Fault::Unreadable(error.to_string())))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// Every file below is one of those listed; folders are there for these alone, so the depth is that of the names listed.
fn nothing_else(folder: &Path, below: &str, listed: &BTreeSet<&str>) -> Result<(), Broken> {
    for entry in entries(folder, below)? {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().or_else(|error| broken(below, Fault::Unreadable(error.to_string())))?;
        let inside = format!("{name}/");
        if kind.is_dir() && listed.iter().any(|listed| listed.starts_with(&inside)) {
            nothing_else(folder, &inside, listed)?;
        } else if !listed.contains(&name[..]) {
            return broken(&name, Fault::Extra);
        }
    }
    Ok(())
}
