//! What a model says of each candidate, and what it cannot say.

use std::collections::BTreeMap;

use eval::Model;
use program::checked::{Candidate, Grade, ModelId, Program, Purpose, RelId};
use values::{Code, Value};

use crate::explain::open::open_variants;
use crate::{Explainer, OpenKind, OpenTuple, Question, grades};

/// The outcomes of a model.
#[derive(Debug)]
pub struct ModelOutcomes {
    /// The model.
    pub model: ModelId,
    /// The relations of its clues, ascending.
    pub clues: Vec<RelId>,
    /// What identifies a candidate: the columns of the candidates' relation that the model names; without candidates empty.
    pub columns: Vec<usize>,
    /// How the candidates stand, in output order. Empty where the model names no candidates.
    pub candidates: Vec<(Vec<Value>, Standing)>,
    /// Clues and open tuples that belong to none of the candidates.
    pub others: usize,
}

/// How a candidate stands. The less, the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is a clue, of this grade at best.
    Clue(Grade),
    /// It would be one if certain findings were made.
    Conditional,
    /// It might be one if certain data were there.
    Undetermined,
    /// It is none.
    None,
}

/// The outcomes of all models of the program as written, in its order.
pub fn outcomes(model: &Model<'_>, written: &Program) -> Vec<ModelOutcomes> {
    (0..written.models.len() as u32).map(|id| of_model(model, written, ModelId(id))).collect()
}

fn of_model(model: &Model<'_>, written: &Program, id: ModelId) -> ModelOutcomes {
    let clues = clue_relations(written, id);
    let Some(candidate) = &written.model(id).candidate else {
        let others = clues.iter().map(|relation| model.relation(*relation).facts() as usize).sum();
        return ModelOutcomes { model: id, clues, columns: Vec::new(), candidates: Vec::new(), others };
    };
    let mut board = Board::new(model, candidate);
    for relation in &clues {
        board.clues(*relation);
        board.open(*relation);
    }
    let columns = candidate.columns.clone();
    ModelOutcomes { model: id, clues, columns, others: board.others, candidates: board.decoded() }
}

/// What is open about a candidate that is conditional or undetermined: the first open clue of that kind.
pub fn open_clue(
    explainer: &Explainer<'_>,
    written: &Program,
    of: &ModelOutcomes,
    candidate: &[Value],
    standing: Standing,
) -> Option<OpenTuple> {
    let wanted = match standing {
        Standing::Conditional => OpenKind::Findings,
        Standing::Undetermined => OpenKind::Data,
        Standing::Clue(_) | Standing::None => return None,
    };
    let candidates = &written.relation(written.model(of.model).candidate.as_ref()?.relation).columns;
    let named = of.columns.iter().map(|at| &candidates[*at].name).zip(candidate).collect::<Vec<_>>();
    of.clues.iter().find_map(|relation| {
        let columns = written.relation(*relation).columns.iter();
        let value = |name: &str| named.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).clone());
        let args = columns.map(|column| value(&column.name)).collect();
        let open = explainer.open_tuples(written, &Question { relation: *relation, args }, usize::MAX);
        open.into_iter().find(|open| open.kind == wanted)
    })
}

/// The relations that rules of the model give clues in, ascending.
pub(crate) fn clue_relations(written: &Program, model: ModelId) -> Vec<RelId> {
    let rules = written.rules.iter().filter(|rule| rule.model == Some(model) && rule.clue.is_some());
    let mut relations = rules.flat_map(|rule| &rule.heads).map(|head| head.relation).collect::<Vec<_>>();
    relations.sort_unstable();
    relations.dedup();
    relations
}

/// The candidates of a model by the codes that identify them.
struct Board<'m> {
    model: &'m Model<'m>,
    candidate: &'m Candidate,
    standings: BTreeMap<Vec<Code>, Standing>,
    others: usize,
}

impl<'m> Board<'m> {
    fn new(model: &'m Model<'m>, candidate: &'m Candidate) -> Self {
        let facts = model.facts_in_order(candidate.relation);
        let key = |fact: Vec<Code>| candidate.columns.iter().map(|column| fact[*column]).collect();
        let standings = facts.map(|fact| (key(fact), Standing::None)).collect();
        Self { model, candidate, standings, others: 0 }
    }

    fn clues(&mut self, relation: RelId) {
        let rows = self.model.sorted(relation);
        let graded = grades(self.model, relation, &rows);
        let links = self.links(relation, &[]);
        for (row, grade) in rows.into_iter().zip(graded) {
            let fact = self.model.relation(relation).rows().row(row).collect::<Vec<_>>();
            if let Some(grade) = grade {
                self.stand(&links, &fact, Standing::Clue(grade));
            }
        }
    }

    fn open(&mut self, relation: RelId) {
        for (variant, unknown) in open_variants(self.model.program, relation) {
            let links = self.links(relation, unknown);
            for row in self.model.sorted(variant) {
                let fact = self.model.relation(variant).rows().row(row).collect::<Vec<_>>();
                let standing = match open_kind(self.model, variant, row) {
                    OpenKind::Findings => Standing::Conditional,
                    OpenKind::Data => Standing::Undetermined,
                };
                self.stand(&links, &fact, standing);
            }
        }
    }

    /// By column of the key, the place of its value in a tuple of the relation without the unknown columns: that of the same name.
    fn links(&self, relation: RelId, unknown: &[usize]) -> Vec<Option<usize>> {
        let program = self.model.program;
        let names = program.relation(relation).columns.iter().enumerate().filter(|(at, _)| !unknown.contains(at));
        let names = names.map(|(_, column)| column.name.as_str()).collect::<Vec<_>>();
        let wanted =
            self.candidate.columns.iter().map(|at| &program.relation(self.candidate.relation).columns[*at].name);
        wanted.map(|wanted| names.iter().position(|name| name == wanted)).collect()
    }

    /// The candidates that a tuple is about stand as it says, unless they stand stronger already.
    fn stand(&mut self, links: &[Option<usize>], fact: &[Code], standing: Standing) {
        let key = links.iter().map(|link| link.map(|at| fact[at])).collect::<Option<Vec<_>>>();
        match key {
            Some(key) => match self.standings.get_mut(&key) {
                Some(known) => *known = standing.min(*known),
                None => self.others += 1,
            },
            None => {
                let fits =
                    |key: &[Code]| links.iter().zip(key).all(|(link, code)| link.is_none_or(|at| fact[at] == *code));
                let fitting = self.standings.iter_mut().filter(|(key, _)| fits(key));
                fitting.for_each(|(_, known)| *known = standing.min(*known));
            }
        }
    }

    /// In output order.
    fn decoded(self) -> Vec<(Vec<Value>, Standing)> {
        let columns = &self.model.program.relation(self.candidate.relation).columns;
        let types = self.candidate.columns.iter().map(|at| columns[*at].primitive).collect::<Vec<_>>();
        let decode = |key: Vec<Code>| {
            let codes = key.into_iter().zip(&types);
            codes.map(|(code, primitive)| self.model.dictionary.decode(*primitive, code)).collect::<Vec<_>>()
        };
        let mut candidates =
            self.standings.into_iter().map(|(key, standing)| (decode(key), standing)).collect::<Vec<_>>();
        candidates.sort_unstable();
        candidates
    }
}

/// What has to be known of an open tuple: its last column says so.
fn open_kind(model: &Model<'_>, variant: RelId, row: u32) -> OpenKind {
    match model.values(variant, row).pop() {
        Some(Value::Number(1)) => OpenKind::Findings,
        _ => OpenKind::Data,
    }
}

/// Conclusions that conflict, and that neither rank nor date decides between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refer {
    /// The relation of the conclusions.
    pub relation: RelId,
    /// The columns in which they agree, with their values.
    pub key: Vec<(usize, Value)>,
    /// The labels of both rules.
    pub rules: [String; 2],
}

/// All conflicts that nothing decides, by relation, in output order.
pub fn refers(model: &Model<'_>) -> Vec<Refer> {
    let mut found = Vec::new();
    for id in model.program.relation_ids() {
        let Purpose::Refer(relation) = model.program.relation(id).purpose else { continue };
        let columns = model.program.relation(relation).conflict.clone().unwrap_or_default();
        for row in model.sorted(id) {
            let mut values = model.values(id, row);
            let rules = values.split_off(columns.len()).into_iter().map(|label| label.to_string()).collect::<Vec<_>>();
            let key = columns.iter().copied().zip(values).collect();
            found.extend(<[String; 2]>::try_from(rules).ok().map(|rules| Refer { relation, key, rules }));
        }
    }
    found
}

/// Findings of one question that say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The relation of the findings.
    pub relation: RelId,
    /// The findings, in output order: key, value, by, on, basis.
    pub findings: Vec<Vec<Value>>,
}

/// All contradictory findings, by relation, in output order.
pub fn contradictions(model: &Model<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for relation in model.program.relation_ids() {
        let Some(keys) = model.program.relation(relation).openness.finding else { continue };
        let rows = model.sorted(relation);
        let key = |row: u32| model.relation(relation).rows().row(row).take(keys).collect::<Vec<_>>();
        for group in rows.chunk_by(|a, b| key(*a) == key(*b)) {
            let findings = group.iter().map(|row| model.values(relation, *row)).collect::<Vec<_>>();
            if findings.iter().any(|finding| finding[keys] != findings[0][keys]) {
                found.push(Contradiction { relation, findings });
            }
        }
    }
    found
}
