//! What a run was: the file that lists all others, and from what they were made.

use std::collections::BTreeMap;

use diagnostics::Span;
use program::{DeclaredInput, Dialect, Written};
use serde_json::{Map, Value as Json, json};

use crate::SCHEMA;
use crate::digest::Digest;
use crate::folder::Fault;
use crate::rules::Include;

/// A function of rules, records, parameters and engine: neither a clock nor the machine leave a trace in it.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The engine's version.
    pub engine: String,
    /// How the rule files are read, the values of parameters, and sources of records that the project names.
    pub dialect: Dialect,
    /// By number, the names by which proofs know the rule files.
    pub rules: Vec<String>,
    /// Who includes which.
    pub includes: Vec<Include>,
    /// The sources of records, in the order of loading.
    pub sources: Vec<Source>,
    /// By relation that somebody declared, how many facts it has.
    pub relations: Vec<(String, u64)>,
    /// How many clues there are.
    pub clues: u64,
    /// All other files with their digests.
    pub files: BTreeMap<String, Digest>,
}

/// A source of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// The relation that it fills.
    pub relation: String,
    /// By what it is recognised; `None` of standard input and of what is not there.
    pub digest: Option<Digest>,
    /// What became of its rows.
    pub rows: Counts,
}

/// `read = facts + repeats + blank + rejected`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Rows read.
    pub read: u64,
    /// Rows that gave a fact.
    pub facts: u64,
    /// Rows equal to an earlier one.
    pub repeats: u64,
    /// Rows without content.
    pub blank: u64,
    /// Rows that cannot be read.
    pub rejected: u64,
}

const COUNTS: [&str; 5] = ["read", "facts", "repeats", "blank", "rejected"];

impl Manifest {
    /// As JSON.
    pub fn json(&self) -> Json {
        let pairs = |pairs: &[(Written, Written)]| {
            pairs.iter().map(|(key, value)| json!([key.text, value.text])).collect::<Vec<_>>()
        };
        let input = |input: &DeclaredInput| json!({"relation": input.relation.text, "parameters": pairs(&input.parameters), "columns": pairs(&input.columns)});
        let include = |include: &Include| json!({"from": include.from.to_string(), "path": include.path, "to": include.to.to_string()});
        let Dialect { macros, without_preprocessor, legacy, parameters, inputs } = &self.dialect;
        json!({
            "schema": SCHEMA,
            "engine": {"name": "syllogist", "version": self.engine},
            "dialect": {"macros": macros, "without_preprocessor": without_preprocessor, "legacy": legacy},
            "parameters": parameters.iter().map(|(name, value)| json!([name, value])).collect::<Vec<_>>(),
            "inputs": inputs.iter().map(input).collect::<Vec<_>>(),
            "program": self.rules.first(),
            "rules": self.rules,
            "includes": self.includes.iter().map(include).collect::<Vec<_>>(),
            "sources": self.sources.iter().map(Source::json).collect::<Vec<_>>(),
            "relations": self.relations.iter().map(|(name, count)| json!([name, count.to_string()])).collect::<Vec<_>>(),
            "clues": self.clues.to_string(),
            "files": self.files.iter().map(|(name, digest)| (name.clone(), digest.json())).collect::<Map<_, _>>(),
        })
    }

    /// From JSON that stands at this place.
    ///
    /// # Errors
    /// A field that says nothing that could be, or an algorithm that is not known.
    pub fn read(json: &Json, span: Span) -> Result<Manifest, Fault> {
        let files = field(json, "files", Json::as_object)?.iter().map(|(name, digest)| {
            let unknown = |algorithm: String| match algorithm.is_empty() {
                true => Fault::Field("files".into()),
                false => Fault::Algorithm(algorithm),
            };
            Ok((name.clone(), Digest::read(digest).map_err(unknown)?))
        });
        let files = files.collect::<Result<BTreeMap<_, _>, Fault>>()?;
        let texts = |name: &str| {
            let texts = field(json, name, Json::as_array)?.iter().map(|text| Some(text.as_str()?.to_owned()));
            texts.collect::<Option<Vec<_>>>().ok_or_else(|| Fault::Field(name.into()))
        };
        let manifest = Manifest {
            engine: field(&json["engine"], "version", |value| value.as_str().map(str::to_owned))?,
            dialect: dialect(json, span).ok_or_else(|| Fault::Field("dialect".into()))?,
            rules: texts("rules")?,
            includes: each(json, "includes", |json| {
                let number = |field: &str| json[field].as_str()?.parse().ok();
                Some(Include { from: number("from")?, path: json["path"].as_str()?.to_owned(), to: number("to")? })
            })?,
            sources: each(json, "sources", Source::read)?,
            relations: each(json, "relations", |json| {
                Some((json[0].as_str()?.to_owned(), json[1].as_str()?.parse().ok()?))
            })?,
            clues: field(json, "clues", |value| value.as_str()?.parse().ok())?,
            files,
        };
        // What the fields above do not hold is not said by this version.
        let own = manifest.json();
        let other = |(name, value): (&String, &Json)| (own.get(name) != Some(value)).then(|| name.clone());
        match json.as_object().and_then(|fields| fields.iter().find_map(other)) {
            Some(name) => Err(Fault::Field(name)),
            None if manifest.rules.is_empty() => Err(Fault::Field("rules".into())),
            None => Ok(manifest),
        }
    }
}

impl Source {
    fn json(&self) -> Json {
        let Counts { read, facts, repeats, blank, rejected } = self.rows;
        let counts = [read, facts, repeats, blank, rejected].map(|count| json!(count.to_string()));
        let mut json =
            json!({"name": self.name, "relation": self.relation, "digest": self.digest.as_ref().map(Digest::json)});
        COUNTS.into_iter().zip(counts).for_each(|(name, count)| json[name] = count);
        json
    }

    fn read(json: &Json) -> Option<Source> {
        let count = |name: &str| json[name].as_str()?.parse::<u64>().ok();
        let [read, facts, repeats, blank, rejected] = COUNTS.map(count);
        let rows = Counts { read: read?, facts: facts?, repeats: repeats?, blank: blank?, rejected: rejected? };
        let digest = match &json["digest"] {
            Json::Null => None,
            digest => Some(Digest::read(digest).ok()?),
        };
        let text = |name: &str| Some(json[name].as_str()?.to_owned());
        let adds_up = [facts?, repeats?, blank?, rejected?].into_iter().try_fold(0u64, u64::checked_add) == read;
        Some(Source { name: text("name")?, relation: text("relation")?, digest, rows }).filter(|_| adds_up)
    }
}

fn dialect(json: &Json, span: Span) -> Option<Dialect> {
    let pair = |json: &Json| Some((json[0].as_str()?.to_owned(), json[1].as_str()?.to_owned()));
    let pairs = |json: &Json| json.as_array()?.iter().map(pair).collect::<Option<Vec<_>>>();
    let written = |text: String| Written { text, span };
    let all_written = |json: &Json| {
        Some(pairs(json)?.into_iter().map(|(key, value)| (written(key), written(value))).collect::<Vec<_>>())
    };
    let input = |json: &Json| {
        let relation = written(json["relation"].as_str()?.to_owned());
        Some(DeclaredInput {
            relation,
            parameters: all_written(&json["parameters"])?,
            columns: all_written(&json["columns"])?,
        })
    };
    Some(Dialect {
        macros: json["dialect"]["macros"].as_str()?.to_owned(),
        without_preprocessor: json["dialect"]["without_preprocessor"].as_bool()?,
        legacy: json["dialect"]["legacy"].as_bool()?,
        parameters: pairs(&json["parameters"])?,
        inputs: json["inputs"].as_array()?.iter().map(input).collect::<Option<_>>()?,
    })
}

fn field<'j, T>(json: &'j Json, name: &str, read: impl Fn(&'j Json) -> Option<T>) -> Result<T, Fault> {
    json.get(name).and_then(read).ok_or_else(|| Fault::Field(name.into()))
}

fn each<T>(json: &Json, name: &str, read: impl Fn(&Json) -> Option<T>) -> Result<Vec<T>, Fault> {
    let all = field(json, name, Json::as_array)?.iter().map(read).collect::<Option<Vec<_>>>();
    all.ok_or_else(|| Fault::Field(name.into()))
}
