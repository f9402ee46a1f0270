//! Derivations as JSON, written part by part, so that nobody has to hold all of one.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Files;
use eval::Model;
use program::checked::{Program, RelId};
use proof::{Derivation, Node, NodeId, Part};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::{Value as Json, json};

use super::earlier::Earlier;
use super::node::{NodeJson, Told};
use super::{ClueOf, Writer, relation_of, relations};
use crate::conversions::mapping_json;
use crate::owner::owners_in;
use crate::rules::Rules;

/// Nodes that one thread writes at once, and how many such chunks wait to be written out.
const CHUNK: usize = 1 << 9;
const WAITING: usize = 1 << 6;

/// How a derivation is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// As one object of the schema `syllogist/proof/1`, on many lines. Schema and nodes come first.
    Object,
    /// As JSON Lines of the schema `syllogist/proof-lines/1` (`docs/proof-lines-1.schema.json`): a header with the columns of the relations that
    /// occur in the first part, then a node a line, at last the answers. Where a later part brings further relations, a line with their
    /// columns comes before it.
    Lines,
}

/// The SHA-256 of a source by its name.
pub type DigestOf<'d> = &'d (dyn Fn(&str) -> Option<String> + Sync);

/// Where what is written goes.
pub type Take<'t, E> = &'t mut dyn FnMut(&[u8]) -> Result<(), E>;

/// A derivation that is being written: [`Stream::part`] for each part, then [`Stream::end`]. The same bytes with any number of threads, some
/// at a time.
pub struct Stream<'m> {
    layout: Layout,
    program: &'m Program,
    rules: Rules<'m>,
    told: Told,
    earlier: Earlier,
    /// The relations that have occurred.
    relations: BTreeSet<RelId>,
    /// The files in which records stand, with the relations that were read from them.
    files: BTreeMap<String, BTreeSet<RelId>>,
    /// By file what it is recognised by. `None`: files are not described.
    digest_of: Option<DigestOf<'m>>,
    answers: Vec<NodeId>,
    more: bool,
    total: u64,
    /// How many parts were written.
    parts: usize,
}

impl<'m> Stream<'m> {
    /// Nothing is written yet. `digest_of` gives the SHA-256 of a source by its name; without it the sources are not
    /// described at the end.
    pub fn new(layout: Layout, model: &'m Model<'m>, files: &'m Files, digest_of: Option<DigestOf<'m>>) -> Self {
        let (program, rules) = (model.program, Rules::new(model, files));
        let (told, earlier, relations) = (Told::new(program), Earlier::default(), BTreeSet::new());
        let (answers, more, total, parts) = (Vec::new(), false, 0, 0);
        let files = BTreeMap::new();
        Self { layout, program, rules, told, earlier, relations, files, digest_of, answers, more, total, parts }
    }

    /// Writes the next part. `clue_of` says of a fact whether, and as what, it is a clue.
    ///
    /// # Errors
    /// Where `take` takes no more.
    pub fn part<E>(&mut self, part: Part, clue_of: ClueOf<'_>, take: Take<'_, E>) -> Result<(), E> {
        self.nodes((part.first, &part.derivation), clue_of, take)?;
        self.earlier.keep(part, self.program);
        Ok(())
    }

    /// Writes the nodes of a part, of which the first has this number.
    pub(crate) fn nodes<E>(
        &mut self,
        (first, derivation): (NodeId, &Derivation),
        clue_of: ClueOf<'_>,
        take: Take<'_, E>,
    ) -> Result<(), E> {
        let nodes = &derivation.nodes;
        let mut occurring = vec![false; self.program.relations.len()];
        nodes.iter().filter_map(relation_of).for_each(|relation| occurring[relation.0 as usize] = true);
        let occurring = (0..).zip(occurring).filter(|(_, occurs)| *occurs).map(|(id, _)| RelId(id));
        let new = occurring.filter(|relation| self.relations.insert(*relation)).collect::<BTreeSet<_>>();
        match self.layout {
            Layout::Lines if self.parts == 0 || !new.is_empty() => {
                let mut line = json!({"relations": relations(new, self.program)});
                match self.parts {
                    0 => line["schema"] = json!("syllogist/proof-lines/1"),
                    _ => line["kind"] = json!("relations"),
                }
                take(format!("{line}\n").as_bytes())?;
            }
            Layout::Object if self.parts == 0 => take(b"{\n  \"schema\": \"syllogist/proof/1\",\n  \"nodes\": [")?,
            _ => {}
        }
        self.note_files(nodes);
        self.told.add(nodes, &self.rules);
        let writer = Writer {
            rules: &self.rules,
            program: self.program,
            told: &self.told,
            clue_of,
            derivation,
            first,
            earlier: &self.earlier,
            owners: owners_in(nodes, first),
        };
        let ids = (first..first + nodes.len()).step_by(CHUNK).collect::<Vec<_>>();
        for ids in ids.chunks(WAITING) {
            let texts = ids.par_iter().map(|first| writer.chunk(self.layout, *first)).collect::<Vec<_>>();
            texts.iter().try_for_each(|text| take(text))?;
        }
        self.answers.extend(&derivation.answers);
        (self.more, self.total) = (self.more | derivation.more, derivation.total);
        self.parts += 1;
        Ok(())
    }

    fn note_files(&mut self, nodes: &[Node]) {
        for node in nodes {
            let Node::Record { relation, sources, .. } = node else { continue };
            for place in sources {
                match self.files.get_mut(&place.file) {
                    Some(relations) => relations.insert(*relation),
                    None => self.files.insert(place.file.clone(), BTreeSet::from([*relation])).is_none(),
                };
            }
        }
    }

    /// Each file once: by what it is recognised, and which field gave which column.
    fn sources(&self) -> Vec<Json> {
        let one = |(file, relations): (&String, &BTreeSet<RelId>)| {
            let read = relations.iter().map(|relation| {
                let name = &self.program.relation(*relation).name;
                json!({"relation": name, "columns": mapping_json(*relation, file, self.program)})
            });
            json!({"file": file, "sha256": self.digest_of.and_then(|digest| digest(file)), "relations": read.collect::<Vec<_>>()})
        };
        self.files.iter().map(one).collect()
    }

    /// Writes what stands behind the nodes, and before them where there are none.
    ///
    /// # Errors
    /// Where `take` takes no more.
    pub fn end<E>(mut self, take: Take<'_, E>) -> Result<(), E> {
        if self.parts == 0 {
            self.nodes((0, &Derivation::default()), &|_| None, take)?;
        }
        let Self { answers, more, total, .. } = &self;
        if self.layout == Layout::Lines {
            let mut line = json!({"answers": answers, "more": more, "total": total});
            if self.digest_of.is_some() && !self.files.is_empty() {
                line["sources"] = self.sources().into();
            }
            return take(format!("{line}\n").as_bytes());
        }
        let mut text = b"\n  ]".to_vec();
        let mut put = |name: &str, value: Json| {
            text.extend_from_slice(format!(",\n  \"{name}\": ").as_bytes());
            pretty(&value, 1, &mut text);
        };
        put("answers", json!(answers));
        put("more", json!(more));
        if *more {
            put("total", json!(total));
        }
        if self.digest_of.is_some() && !self.files.is_empty() {
            put("sources", self.sources().into());
        }
        put("relations", relations(self.relations, self.program));
        text.extend_from_slice(b"\n}\n");
        take(&text)
    }
}

impl Writer<'_> {
    fn chunk(&self, layout: Layout, first: NodeId) -> Vec<u8> {
        let mut text = Vec::with_capacity(CHUNK << 9);
        for id in first..(self.first + self.derivation.nodes.len()).min(first + CHUNK) {
            let node = NodeJson(self, id);
            match layout {
                Layout::Object => {
                    text.extend_from_slice(if id == 0 { b"\n    " } else { b",\n    " });
                    pretty(&node, 2, &mut text);
                }
                Layout::Lines => {
                    written(serde_json::to_writer(&mut text, &node));
                    text.push(b'\n');
                }
            }
        }
        text
    }
}

/// Writes a value that stands at this depth of an object.
fn pretty(value: &impl Serialize, depth: usize, text: &mut Vec<u8>) {
    let mut formatter = PrettyFormatter::new();
    for _ in 0..depth {
        written(formatter.begin_array(&mut Vec::new()).map_err(serde_json::Error::io));
    }
    written(value.serialize(&mut Serializer::with_formatter(text, formatter)));
}

fn written(result: serde_json::Result<()>) {
    result.unwrap_or_else(|error| unreachable!("keys are texts, and memory takes all: {error}"));
}
