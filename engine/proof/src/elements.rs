//! Why there is no clue, element by element.

use eval::{Lookup, Model};
use program::checked::{Atom, ElementId, LiteralKind, ModelId, Program, RelId, Term};
use values::Value;

use crate::explain::open::open_tuples;
use crate::outcomes::clue_relations;
use crate::why_not::attempts;
use crate::{Attempt, Obstacle, OpenTuple, Question, STEPS_MAX, WhyNot};

/// How an element of a model stands for the fact that was asked about.
#[derive(Debug)]
pub struct ElementState {
    /// The element, in the model of the clue (not the one that it is shared with).
    pub element: ElementId,
    /// How it stands.
    pub state: State,
}

/// How an element stands.
#[derive(Debug)]
pub enum State {
    /// This fact meets it.
    Met(RelId, Vec<Value>),
    /// It might be met if what is open were known.
    Open(Box<OpenTuple>),
    /// It is not met: what was looked for, and for each rule the first premise that fails.
    NotMet(RelId, Vec<Option<Value>>, Vec<Attempt>),
    /// No rule has this element.
    NoRule,
}

/// The elements of each model whose clue was asked about, for the values that the question and the rule that got furthest give.
pub fn elements(model: &Model<'_>, written: &Program, question: &Question, why_not: &WhyNot) -> Vec<ElementState> {
    let models = (0..written.models.len() as u32).map(ModelId);
    let asked = models.filter(|id| clue_relations(written, *id).contains(&question.relation));
    asked.flat_map(|id| of_model(model, written, id, question, why_not)).collect()
}

fn of_model(
    model: &Model<'_>,
    written: &Program,
    id: ModelId,
    question: &Question,
    why_not: &WhyNot,
) -> Vec<ElementState> {
    let of_model = why_not.attempts.iter().filter(|attempt| model.program.rules[attempt.rule].model == Some(id));
    let depth = |attempt: &&Attempt| match attempt.obstacle {
        Obstacle::Literal(position) => position,
        _ => usize::MAX,
    };
    let furthest = of_model.max_by_key(depth);
    let state = |(number, element): (u32, &program::checked::Element)| {
        let own = ElementId { model: id, element: number };
        let relations = relations_of(written, element.shared.unwrap_or(own));
        let states = relations.into_iter().map(|relation| {
            let pattern = pattern(model, relation, question, furthest);
            state_of(model, written, Question { relation, args: pattern })
        });
        ElementState { element: own, state: states.min_by_key(rank).unwrap_or(State::NoRule) }
    };
    (0..).zip(&written.model(id).elements).map(state).collect()
}

/// The relations whose rules have this element, in the order of the rules.
pub(crate) fn relations_of(written: &Program, element: ElementId) -> Vec<RelId> {
    let rules = written.rules.iter().filter(|rule| rule.elements.contains(&element));
    let mut relations = Vec::new();
    for head in rules.flat_map(|rule| &rule.heads) {
        if !relations.contains(&head.relation) {
            relations.push(head.relation);
        }
    }
    relations
}

fn rank(state: &State) -> u8 {
    match state {
        State::Met(..) => 0,
        State::Open(_) => 1,
        State::NotMet(..) => 2,
        State::NoRule => 3,
    }
}

fn state_of(model: &Model<'_>, written: &Program, asked: Question) -> State {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let bound = asked.args.iter().enumerate().filter_map(|(column, value)| Some((column, value.clone()?)));
    let (columns, values): (Vec<_>, Vec<_>) = bound.unzip();
    let rows = model.codes(&values).map(|codes| lookup.facts(asked.relation, &columns, &codes, 1));
    if let Some(row) = rows.and_then(|rows| rows.first().copied()) {
        return State::Met(asked.relation, model.values(asked.relation, row));
    }
    match open_tuples(model, written, &asked, 1).pop() {
        Some(open) => State::Open(Box::new(open)),
        None => {
            let attempts = attempts(model, &lookup, &asked, STEPS_MAX);
            State::NotMet(asked.relation, asked.args, attempts)
        }
    }
}

/// What is known of a tuple of `relation`: by the rule's own atom where it reads the relation, otherwise by names of columns.
fn pattern(model: &Model<'_>, relation: RelId, question: &Question, attempt: Option<&Attempt>) -> Vec<Option<Value>> {
    let by_rule = attempt.and_then(|attempt| {
        let atom = atom_of(model, attempt, relation)?;
        let value = |term: &Term| match term {
            Term::Variable(id) => {
                attempt.bindings.iter().find(|(known, _)| known == id).map(|(_, value)| value.clone())
            }
            Term::Constant(value) => Some(value.clone()),
            _ => None,
        };
        Some(atom.args.iter().map(value).collect())
    });
    by_rule.unwrap_or_else(|| {
        let program = model.program;
        let asked = &program.relation(question.relation).columns;
        let column = |wanted: &program::checked::Column| {
            let at = asked.iter().position(|column| column.name == wanted.name)?;
            question.args[at].clone()
        };
        program.relation(relation).columns.iter().map(column).collect()
    })
}

fn atom_of<'m>(model: &'m Model<'_>, attempt: &Attempt, relation: RelId) -> Option<&'m Atom> {
    let is_it = |clause: &&eval::Clause<'_>| (clause.rule, clause.alternative) == (attempt.rule, attempt.alternative);
    let clause = model.clauses.iter().find(is_it)?;
    clause.literals.iter().filter(|signed| signed.positive).find_map(|signed| match &signed.literal.kind {
        LiteralKind::Atom(atom) if atom.relation == relation => Some(atom),
        _ => None,
    })
}
