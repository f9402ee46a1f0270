//! Derivations in the order of the syllogism: major premise, minor premises, conclusion.
//!
//! A derivation is rewritten by small steps, each a function: [`projection`] collapses projections, [`sections`] merges consecutive steps
//! of one norm and gives shared lemmas sections with numbers, [`major`] cites the articles, [`minor`] tells what each conclusion rests
//! on, and [`summary`] says it all in one sentence.

mod major;
mod minor;
mod projection;
mod sections;
mod summary;
mod words;

use std::collections::BTreeSet;

use diagnostics::Lang;
use program::checked::Program;
use proof::{Derivation, Node, NodeId};

use self::projection::grounds;
use self::sections::Sections;
use self::words as say;
use crate::fact::safe;
use crate::phrase::fill;
use crate::text::{Edge, more_answers, numbered_answers};
use crate::{Sentences, Telling, plural, wrap};

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The answer in one sentence.
    Sentence,
    /// That sentence, then each norm applied and what it gave.
    Norms,
    /// That sentence, then every step with every premise.
    Premises,
}

/// Sections that are told unless every premise is asked for; a chain may have a hundred thousand steps.
const SECTIONS_MAX: usize = 60;

/// The derivation as a text in the order of the syllogism, in lines of `telling.width` columns. Of each section the number stands in
/// brackets, by which other sections refer to it.
pub fn syllogism(derivation: &Derivation, telling: &Telling<'_>, level: Level) -> String {
    let Telling { model, files, lang, width, .. } = *telling;
    let grounds = grounds(derivation, model);
    let sections = Sections::new(derivation, model, &grounds, level);
    let sentences = Sentences::new(derivation, model, files, lang);
    let told = vec![false; derivation.nodes.len()];
    let mut teller = Teller { sentences, grounds, sections, told, level, lang, width, out: String::new() };
    for (answer, number) in numbered_answers(derivation) {
        if !teller.out.is_empty() {
            teller.out.push('\n');
        }
        if number > 1 {
            teller.line(&fill(say::AGAIN, lang, &[("number", &number.to_string())]));
        }
        teller.summary(answer);
    }
    if level != Level::Sentence {
        teller.sections();
    }
    if level == Level::Premises {
        teller.sources(telling);
    }
    if derivation.more {
        teller.out.push('\n');
        teller.line(&more_answers(derivation, lang));
    }
    teller.out
}

struct Teller<'d> {
    sentences: Sentences<'d>,
    /// By node, what stands behind it once projections are collapsed.
    grounds: Vec<NodeId>,
    sections: Sections,
    /// By node, whether it has been told inside of a section.
    told: Vec<bool>,
    level: Level,
    lang: Lang,
    width: usize,
    out: String,
}

impl<'d> Teller<'d> {
    /// The sections in the order of reading.
    fn sections(&mut self) {
        let order = std::mem::take(&mut self.sections.order);
        let shown = if self.level == Level::Premises { order.len() } else { order.len().min(SECTIONS_MAX) };
        order[..shown].iter().for_each(|head| self.section(*head));
        let rest = order.len() - shown;
        if rest > 0 {
            let s = plural(rest as u64);
            self.out.push('\n');
            self.line(&fill(say::MORE_SECTIONS, self.lang, &[("count", &rest.to_string()), ("s", s)]));
        }
    }

    /// Which files hold the records, and by which digest each can be found again.
    fn sources(&mut self, telling: &Telling<'_>) {
        let records = self.derivation().nodes.iter().filter_map(|node| match node {
            Node::Record { sources, .. } => Some(sources),
            _ => None,
        });
        let files: BTreeSet<&str> = records.flatten().map(|place| place.file.as_str()).collect();
        let mut digests = files.into_iter().filter_map(|file| Some((file, telling.locators.digest(file)?))).peekable();
        if digests.peek().is_some() {
            self.out.push('\n');
            self.line(say::SOURCES.get(self.lang));
        }
        // Not wrapped: a digest is to be compared as a whole.
        digests.for_each(|(file, digest)| self.out.push_str(&format!("  {digest}  {}\n", safe(file))));
    }

    /// One conclusion with its premises; nothing of a record, of which all has been said.
    fn section(&mut self, head: NodeId) {
        if let Node::Record { .. } | Node::Given { .. } = &self.derivation().nodes[head] {
            return;
        }
        self.out.push('\n');
        self.heading(head);
        let major = self.major_premise(head);
        if !major.is_empty() {
            self.line(say::MAJOR.get(self.lang));
            major.iter().for_each(|line| wrap(&mut self.out, line, self.width, "  ", "    "));
        }
        let premises = self.below(&Edge::root(head)).len();
        if premises > 0 {
            let s = plural(premises as u64);
            self.line(&fill(say::MINOR, self.lang, &[("s", s)]));
            self.minor_premises(head);
        }
        self.sentences.steps.remarks(head).iter().for_each(|line| wrap(&mut self.out, line, self.width, "  ", "    "));
        let sentence = self.sentences.of(head);
        self.line(&fill(say::CONCLUSION, self.lang, &[("sentence", &sentence)]));
    }

    /// The section's number, and the element of a model for which it stands.
    fn heading(&mut self, head: NodeId) {
        let number = format!("[{}]", self.sections.number(head).unwrap_or_default());
        match self.element(head) {
            Some(element) => self.line(&fill(say::ELEMENT, self.lang, &[("number", &number), ("element", &element)])),
            None => self.line(&number),
        }
    }

    fn line(&mut self, text: &str) {
        wrap(&mut self.out, text, self.width, "", "  ");
    }

    fn derivation(&self) -> &'d Derivation {
        self.sentences.steps.derivation
    }

    fn program(&self) -> &'d Program {
        self.sentences.steps.model.program
    }
}
