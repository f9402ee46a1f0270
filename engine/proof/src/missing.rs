//! What the candidates of a model lack, all of them at once: a list of work.

mod candidates;
mod order;
mod plan;
mod search;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use eval::{ByKey, Lookup, Model};
use program::checked::{ElementId, ModelId, Program, Purpose, RelId};
use rayon::prelude::*;
use values::{Code, Value};

use crate::explain::open::{Memo, Nowhere, open_variants};
use crate::explain::{Explainer, Held};
use crate::near::Best;
use crate::outcomes::clue_relations;
use crate::{OpenReason, Standing};
use candidates::{Candidates, links};
use plan::Plans;
use search::Finder;

/// What the candidates of a model lack.
#[derive(Debug)]
pub struct Missing {
    /// The model.
    pub model: ModelId,
    /// What identifies a candidate: columns of the candidates' relation.
    pub columns: Vec<usize>,
    /// How many candidates there are.
    pub candidates: usize,
    /// How many of them are clues; these lack nothing.
    pub clues: usize,
    /// The others by what they lack: those that lack least first, among them the largest group.
    pub groups: Vec<Group>,
    /// Candidates whose premises combine in so many ways that not all were tried ([`CHOICES_MAX`]): they may lack less than is told.
    pub unfinished: usize,
}

/// Candidates that lack the same.
#[derive(Debug)]
pub struct Group {
    /// How they stand.
    pub standing: Standing,
    /// What they lack; of several ways to become a clue the one that lacks least, of these the first in the order of the text. Nothing
    /// where all premises hold that can be examined.
    pub lacks: Vec<Lack>,
    /// How many they are.
    pub count: usize,
    /// The first of them in output order.
    pub examples: Vec<Vec<Value>>,
}

/// Something that is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A premise that fails.
    Premise {
        /// Index in [`Model::clauses`].
        clause: usize,
        /// Which literal of the clause; `None` where its head would say something else.
        literal: Option<usize>,
        /// The element that is not met for it.
        element: Option<ElementId>,
    },
    /// Something that is open.
    Open {
        /// Of which relation a tuple is missing, or the absence of one is not known.
        relation: RelId,
        /// The relation that people or agencies would have to complete.
        base: RelId,
        /// Why it is open.
        reason: Openness,
    },
}

/// Why something is open, without its values; see [`OpenReason`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// Nobody has made the finding.
    NoFinding,
    /// Findings contradict each other.
    Contradiction,
    /// A value that each key should have is missing.
    Expected,
    /// Records are not declared complete.
    Incomplete,
}

/// Facts tried for one candidate.
pub const CHOICES_MAX: u32 = 10_000;

/// Candidates that one thread looks at before it hands some to others.
const CHUNK: usize = 1 << 12;

/// What every candidate of a model lacks that is no clue, with up to `examples` of each group; `None` where the model names no candidates.
/// `written` is the program before the law was compiled. Works in the current pool of threads; the answer does not depend on it.
pub fn missing(model: &Model<'_>, written: &Program, id: ModelId, examples: usize) -> Option<Missing> {
    let candidate = written.model(id).candidate.as_ref()?;
    let candidates = Candidates::of(model, candidate);
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let board = Board::new(model, written, id, &lookup);
    let begin = || Taller::new(&board, &candidates, examples);
    let tallies = candidates.rows.par_chunks(CHUNK).fold(begin, Taller::all).map(|taller| taller.tally);
    let tally = tallies.reduce(Tally::default, |a, b| a.joined(b, &candidates));
    let groups = tally
        .groups
        .into_iter()
        .flat_map(|(standing, groups)| groups.into_iter().map(move |(lacks, some)| (standing, lacks, some)));
    let mut groups = groups.map(|(standing, lacks, some)| {
        let examples = some.first.into_items().map(|row| candidates.values(row)).collect();
        Group { standing, lacks, count: some.count, examples }
    });
    let mut groups = groups.by_ref().collect::<Vec<_>>();
    let rank =
        |group: &Group| (if group.lacks.is_empty() { usize::MAX } else { group.lacks.len() }, usize::MAX - group.count);
    // What is equal otherwise stays in the order of the text.
    groups.sort_by_key(rank);
    let columns = candidate.columns.clone();
    let count = candidates.rows.len();
    Some(Missing { model: id, columns, candidates: count, clues: tally.clues, groups, unfinished: tally.unfinished })
}

/// The candidates of a group so far.
struct Members {
    count: usize,
    first: Best<u32>,
}

#[derive(Default)]
struct Tally {
    clues: usize,
    unfinished: usize,
    groups: BTreeMap<Standing, BTreeMap<Vec<Lack>, Members>>,
}

impl Tally {
    fn joined(mut self, other: Tally, candidates: &Candidates<'_>) -> Tally {
        self.clues += other.clues;
        self.unfinished += other.unfinished;
        for (standing, groups) in other.groups {
            let own = self.groups.entry(standing).or_default();
            for (lacks, some) in groups {
                match own.entry(lacks) {
                    Entry::Vacant(vacant) => {
                        vacant.insert(some);
                    }
                    Entry::Occupied(mut occupied) => {
                        let known = occupied.get_mut();
                        known.count += some.count;
                        some.first.into_items().for_each(|row| known.take(row, candidates));
                    }
                }
            }
        }
        self
    }
}

impl Members {
    fn take(&mut self, row: u32, candidates: &Candidates<'_>) {
        self.first.take(0, row, |a, b| candidates.compare(*a, *b));
    }
}

/// What is asked of every candidate.
struct Board<'m> {
    model: &'m Model<'m>,
    written: &'m Program,
    lookup: &'m Lookup<'m>,
    explainer: Explainer<'m>,
    /// Where a tuple says that the candidate is a clue, or may be one.
    signs: Vec<Sign<'m>>,
    plans: Plans<'m>,
    /// The ways to become a clue: bodies of `plans`, with the columns of the candidate's key that they know.
    ways: Vec<(usize, Vec<usize>)>,
}

/// A relation that says how candidates stand.
struct Sign<'m> {
    /// Its rows by the columns that hold values of a candidate's key.
    rows: ByKey<'m>,
    /// For each of these columns the value's place in the key.
    places: Vec<usize>,
    /// By row, whether it is one; `None` where all are.
    graded: Option<Vec<bool>>,
    open: bool,
}

impl<'m> Board<'m> {
    fn new(model: &'m Model<'m>, written: &'m Program, id: ModelId, lookup: &'m Lookup<'m>) -> Board<'m> {
        let mut signs = Vec::new();
        let mut plans = Plans::new(model, written, id, lookup);
        let mut ways = Vec::new();
        for clue in clue_relations(written, id) {
            let variants = open_variants(model.program, clue);
            let relations = std::iter::once((clue, &[][..], false));
            for (relation, unknown, open) in
                relations.chain(variants.into_iter().map(|(id, unknown)| (id, unknown, true)))
            {
                let (columns, places): (Vec<_>, Vec<_>) = links(written, id, clue, unknown).into_iter().unzip();
                let rows = lookup.by_key(relation, &columns);
                ways.push((plans.clues(relation, columns), places.clone()));
                let graded = if open { None } else { graded(model, clue) };
                // What holds no fact says nothing.
                if model.relation(relation).facts() > 0 {
                    signs.push(Sign { rows, places, graded, open });
                }
            }
        }
        plans.close(model);
        let explainer = Explainer::with(model, Held::Lent(lookup), &Nowhere);
        Board { model, written, lookup, explainer, signs, plans, ways }
    }
}

/// Looks at candidates one after the other; its memory is used again for the next one.
struct Taller<'b> {
    board: &'b Board<'b>,
    candidates: &'b Candidates<'b>,
    /// Examples of each group.
    examples: usize,
    finder: Finder<'b>,
    memo: Memo,
    tally: Tally,
    key: Vec<Code>,
    /// The key of a sign.
    codes: Vec<Code>,
    rows: Vec<u32>,
    lacks: Vec<Lack>,
}

impl<'b> Taller<'b> {
    fn new(board: &'b Board<'b>, candidates: &'b Candidates<'b>, examples: usize) -> Taller<'b> {
        let finder = Finder::new(board.model, &board.plans, board.lookup);
        let (memo, tally) = (Memo::without_people(), Tally::default());
        let (key, codes, rows, lacks) = Default::default();
        Taller { board, candidates, examples, finder, memo, tally, key, codes, rows, lacks }
    }

    fn all(mut self, rows: &[u32]) -> Self {
        rows.iter().for_each(|row| self.one(*row));
        self
    }

    fn one(&mut self, row: u32) {
        self.candidates.key(row, &mut self.key);
        self.lacks.clear();
        let Some(standing) = self.standing() else {
            self.tally.clues += 1;
            return;
        };
        if standing == Standing::None {
            self.finder.candidate(&self.board.ways, &self.key, &mut self.lacks);
            self.tally.unfinished += usize::from(self.finder.gave_up());
        }
        let groups = self.tally.groups.entry(standing).or_default();
        match groups.get_mut(&self.lacks[..]) {
            Some(some) => {
                some.count += 1;
                some.take(row, self.candidates);
            }
            None => {
                let mut some = Members { count: 1, first: Best::new(self.examples) };
                some.take(row, self.candidates);
                groups.insert(self.lacks.clone(), some);
            }
        }
    }

    /// `None` for a clue; otherwise how the candidate stands. What is open about it is noted.
    fn standing(&mut self) -> Option<Standing> {
        let mut strongest = Standing::None;
        let board = self.board;
        for sign in &board.signs {
            self.codes.clear();
            self.codes.extend(sign.places.iter().map(|place| self.key[*place]));
            if let (false, None) = (sign.open, &sign.graded) {
                if sign.rows.exists(&self.codes) {
                    return None;
                }
                continue;
            }
            sign.rows.rows(&self.codes, &mut self.rows);
            if !sign.open {
                let is_clue = |row: &u32| sign.graded.as_ref().is_none_or(|graded| graded[*row as usize]);
                if self.rows.iter().any(is_clue) {
                    return None;
                }
                continue;
            }
            if let Some((standing, found)) = board.open(sign, &self.rows, strongest, &self.memo) {
                (strongest, self.lacks) = (standing, found);
            }
        }
        Some(strongest)
    }
}

/// Where rules that are no clues give the relation facts too: by row, whether a clue rule gives it.
fn graded(model: &Model<'_>, clue: RelId) -> Option<Vec<bool>> {
    let heads = model.clauses.iter().filter(|clause| clause.head_relation() == clue);
    let mut plain = heads.filter(|clause| model.program.rules[clause.rule].clue.is_none());
    plain.next()?;
    let rows = (0..model.relation(clue).len()).collect::<Vec<_>>();
    Some(crate::grades(model, clue, &rows).into_iter().map(|grade| grade.is_some()).collect())
}

impl From<&OpenReason> for Openness {
    fn from(reason: &OpenReason) -> Openness {
        match reason {
            OpenReason::NoFinding => Openness::NoFinding,
            OpenReason::Contradiction(_) => Openness::Contradiction,
            OpenReason::Expected => Openness::Expected,
            OpenReason::Incomplete { .. } => Openness::Incomplete,
        }
    }
}

impl Lack {
    /// The relation of which a fact is missing or stands in the way, or which people would have to complete; `None` where the premise is no atom.
    pub fn relation(&self, model: &Model<'_>) -> Option<RelId> {
        match self {
            Lack::Open { base, .. } => Some(*base),
            Lack::Premise { literal: None, .. } => None,
            Lack::Premise { clause, literal: Some(literal), .. } => {
                let atom = plan::atom(model, *clause, *literal)?;
                Some(match &model.program.relation(atom).purpose {
                    Purpose::Settled(finding) | Purpose::Declarations(finding) => *finding,
                    Purpose::Open { of, .. } => *of,
                    _ => atom,
                })
            }
        }
    }
}
