//! From a comparison back to the cell of a given fact whose value it compares.

use eval::{Model, Signed};
use program::checked::{Atom, Comparison, LiteralKind, ParameterId, Role, Term, Test, VarId};
use proof::{Limits, Node, Nowhere, Question, evaluate, explain};
use values::Value;

/// A place in a test that holds one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A column of a given fact, by the fact's index in [`Test::given`].
    Given {
        /// The fact.
        fact: usize,
        /// The column.
        column: usize,
    },
    /// The day as of which is judged.
    AsOf(ParameterId),
}

/// A rule with values of its variables.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// Index of the rule in the model's program.
    pub(crate) rule: usize,
    pub(crate) alternative: u32,
    pub(crate) bindings: Vec<(VarId, Value)>,
}

/// Where the value of a variable comes from.
#[derive(Debug, Default)]
struct Origin {
    /// The cell that holds it; `None` where it is computed, or said by the rules.
    cell: Option<Cell>,
    /// Rules through which it came, as indices into the model's program.
    rules: Vec<usize>,
}

/// A comparison between the value of a cell and something else.
#[derive(Debug)]
pub(crate) struct Decisive<'m> {
    pub(crate) cell: Cell,
    /// The value of the cell at which the comparison changes its mind.
    pub(crate) limit: Value,
    pub(crate) literal: &'m Signed<'m>,
    /// The rule of the comparison, then those that the limit comes from: indices into the model's program.
    pub(crate) rules: Vec<usize>,
}

/// Facts on the way from a comparison to a cell. Nobody looks further.
const STEPS_MAX: usize = 50;

/// Follows values through the model of a test.
pub(crate) struct Tracer<'m> {
    pub(crate) model: &'m Model<'m>,
    pub(crate) test: &'m Test,
}

impl<'m> Tracer<'m> {
    /// The comparisons of a step that compare a cell, in text order; `only` at this position of the literals.
    pub(crate) fn comparisons(&self, step: &Step, only: Option<usize>) -> Vec<Decisive<'m>> {
        let literals = self.literals(step).iter().enumerate();
        let asked = literals.filter(|(position, _)| only.is_none_or(|only| only == *position));
        let written = asked.filter(|(_, signed)| signed.literal.role == Role::Written);
        written.flat_map(|(_, signed)| self.comparison(step, signed)).collect()
    }

    fn comparison(&self, step: &Step, literal: &'m Signed<'m>) -> Option<Decisive<'m>> {
        let LiteralKind::Compare { op, left, right, .. } = &literal.literal.kind else { return None };
        if matches!(op, Comparison::Equal | Comparison::NotEqual) {
            return None;
        }
        let sides = [(left, right), (right, left)].map(|(side, other)| (self.side(step, side), other));
        let found = sides.iter().filter_map(|((cell, per), other)| Some(((*cell)?, per.clone(), *other)));
        // Where both sides are given there is no limit.
        let [(cell, per, other)] = &found.collect::<Vec<_>>()[..] else { return None };
        let value = evaluate(other, &step.bindings, self.model)?;
        let limit = match (value, per) {
            (value, None) => value,
            (Value::Decimal(quotient), Some(Value::Decimal(divisor))) => Value::Decimal(quotient.times(*divisor).ok()?),
            _ => return None,
        };
        let mut rules = vec![step.rule];
        if let Term::Variable(variable) = other {
            rules.extend(self.origin(step, *variable).rules);
        }
        Some(Decisive { cell: *cell, limit, literal, rules })
    }

    /// The cell whose value a side of a comparison is; what it is divided by, where it is.
    fn side(&self, step: &Step, side: &Term) -> (Option<Cell>, Option<Value>) {
        match side {
            Term::Variable(variable) => (self.origin(step, *variable).cell, None),
            Term::Ratio(ratio) => self.quotient(step, ratio),
            _ => (None, None),
        }
    }

    /// A cell divided by a value.
    fn quotient(&self, step: &Step, ratio: &Term) -> (Option<Cell>, Option<Value>) {
        let Term::Chain { first, rest } = ratio else { return (None, None) };
        match (&**first, rest.as_slice()) {
            (Term::Variable(variable), [link]) if link.functor.name() == "/" => {
                let divisor = evaluate(&link.right, &step.bindings, self.model);
                let cell = divisor.is_some().then(|| self.origin(step, *variable).cell).flatten();
                (cell, divisor)
            }
            _ => (None, None),
        }
    }

    fn origin(&self, step: &Step, variable: VarId) -> Origin {
        let (mut origin, mut step, mut variable) = (Origin::default(), step.clone(), variable);
        for _ in 0..STEPS_MAX {
            match self.next(&step, variable) {
                Next::Cell(cell) => {
                    origin.cell = Some(cell);
                    break;
                }
                Next::Behind(behind, inside) => {
                    origin.rules.push(behind.rule);
                    let Some(inside) = inside else { break };
                    (step, variable) = (behind, inside);
                }
                Next::Nothing => break,
            }
        }
        origin
    }

    /// What gives a variable its value: a given fact rather than a conclusion.
    fn next(&self, step: &Step, variable: VarId) -> Next {
        let is_it = |term: &Term| matches!(term, Term::Variable(id) if *id == variable);
        let mut next = Next::Nothing;
        for signed in
            self.literals(step).iter().filter(|signed| signed.positive && signed.literal.role == Role::Written)
        {
            match &signed.literal.kind {
                LiteralKind::Atom(atom) => {
                    let Some(column) = atom.args.iter().position(is_it) else { continue };
                    match self.fact(step, atom, column) {
                        found @ Next::Cell(_) => return found,
                        found if matches!(next, Next::Nothing) => next = found,
                        _ => {}
                    }
                }
                LiteralKind::Compare { op: Comparison::Equal, left, right, .. } => {
                    let other = if is_it(left) { Some(right) } else { Some(left).filter(|_| is_it(right)) };
                    if let Some(Term::Parameter { parameter, .. }) = other
                        && self.is_day_of_test(*parameter)
                    {
                        return Next::Cell(Cell::AsOf(*parameter));
                    }
                }
                _ => {}
            }
        }
        next
    }

    fn is_day_of_test(&self, parameter: ParameterId) -> bool {
        let is_set = self.test.parameters.iter().any(|(id, _)| *id == parameter);
        is_set && self.model.program.parameter(parameter).name == "as_of"
    }

    /// Where a column of the fact that fulfils an atom has its value from.
    fn fact(&self, step: &Step, atom: &Atom, column: usize) -> Next {
        let args = atom.args.iter().map(|arg| evaluate(arg, &step.bindings, self.model)).collect();
        let question = Question { relation: atom.relation, args };
        let limits = Limits { all: false, depth: Some(1), answers: 1 };
        let mut found = explain(self.model, &Nowhere, &question, &limits);
        let Some(answer) = found.answers.first().copied() else { return Next::Nothing };
        match found.nodes.swap_remove(answer) {
            Node::Given { at, .. } => match self.test.given.iter().position(|fact| fact.span == at) {
                Some(fact) => Next::Cell(Cell::Given { fact, column }),
                None => Next::Nothing,
            },
            Node::Fact { rule, alternative, bindings, .. } => {
                // Of a claim that prevailed the head is the claim's, with the same columns.
                let heads = self.model.program.rules[rule].heads.iter();
                let arg = heads.filter_map(|head| head.args.get(column)).next();
                let inside = if let Some(Term::Variable(id)) = arg { Some(*id) } else { None };
                Next::Behind(Step { rule, alternative, bindings }, inside)
            }
            _ => Next::Nothing,
        }
    }

    /// The literals of a step's disjunct.
    pub(crate) fn literals(&self, step: &Step) -> &'m [Signed<'m>] {
        let is_it = |clause: &&eval::Clause<'_>| (clause.rule, clause.alternative) == (step.rule, step.alternative);
        self.model.clauses.iter().find(is_it).map(|clause| &clause.literals[..]).unwrap_or_default()
    }
}

/// One step towards the origin of a value.
enum Next {
    Cell(Cell),
    /// A conclusion, and the variable of its rule that gives the value, if one does.
    Behind(Step, Option<VarId>),
    Nothing,
}
