//! What the conditions of a rule leave for its variables.

use std::collections::BTreeSet;

use diagnostics::Span;
use values::{Primitive, Value};

use crate::checked::{Atom, Comparison, LiteralKind, Norm, NormId, Program, RelId, Rule, Term, VarId};
use crate::law_lints::range::Range;
use crate::law_lints::walk::premises;

/// Bounds may be handed on from variable to variable so often.
const ROUNDS: usize = 8;

/// The values that a rule's variables may have where its conditions hold: never fewer than they have.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    variables: Vec<Range>,
    /// The condition with which no values are left.
    pub(crate) contradiction: Option<Span>,
}

/// The values in each relation's columns; `None` where nothing is known of them.
pub(crate) type Columns = Vec<Option<Vec<Range>>>;

impl Bounds {
    /// The bounds by all premises, norms in force excepted.
    pub(crate) fn of(rule: &Rule, program: &Program, columns: &Columns) -> Bounds {
        let mut bounds = Bounds { variables: vec![Range::default(); rule.variables.len()], contradiction: None };
        for _ in 0..ROUNDS {
            let before = bounds.variables.clone();
            premises(&rule.body, &mut |literal, positive| {
                if !bounds.allow(&literal.kind, positive, program, columns) {
                    bounds.contradiction = bounds.contradiction.or(Some(literal.span));
                }
            });
            if bounds.contradiction.is_some() || bounds.variables == before {
                break;
            }
        }
        bounds
    }

    /// Narrows variables to what a premise allows; false where that is nothing.
    fn allow(&mut self, kind: &LiteralKind, positive: bool, program: &Program, columns: &Columns) -> bool {
        match kind {
            LiteralKind::Compare { op, left, right, operand } if *operand != Primitive::Float => {
                let op = if positive { *op } else { op.negated() };
                let sides = [self.term(left, program), self.term(right, program)];
                if op == Comparison::NotEqual {
                    return sides[0].single().is_none_or(|value| sides[1].single() != Some(value));
                }
                self.narrow(left, &sides[0], &Range::compared(op, &sides[1]))
                    && self.narrow(right, &sides[1], &Range::compared(flipped(op), &sides[0]))
            }
            LiteralKind::Atom(atom) if positive => self.matches(atom, columns),
            LiteralKind::Truth(truth) => *truth == positive,
            _ => true,
        }
    }

    /// Narrows the variables of an atom to what the relation holds; false where it holds nothing that fits.
    pub(crate) fn matches(&mut self, atom: &Atom, columns: &Columns) -> bool {
        let Some(ranges) = &columns[atom.relation.0 as usize] else { return true };
        atom.args.iter().zip(ranges).all(|(arg, range)| match arg {
            Term::Variable(id) => self.limit(*id, range),
            Term::Constant(value) => !Range::only(value).meet(range).is_empty(),
            _ => true,
        })
    }

    fn narrow(&mut self, term: &Term, now: &Range, by: &Range) -> bool {
        match term {
            Term::Variable(id) => self.limit(*id, by),
            _ => !now.meet(by).is_empty(),
        }
    }

    /// Leaves only values of `range` for a variable; false where there are none.
    pub(crate) fn limit(&mut self, id: VarId, range: &Range) -> bool {
        let variable = &mut self.variables[id.0 as usize];
        *variable = variable.meet(range);
        !variable.is_empty()
    }

    /// What a variable may be.
    pub(crate) fn variable(&self, id: VarId) -> &Range {
        &self.variables[id.0 as usize]
    }

    /// What a term may be.
    pub(crate) fn term(&self, term: &Term, program: &Program) -> Range {
        match term {
            Term::Variable(id) => self.variable(*id).clone(),
            Term::Constant(value) => Range::only(value),
            // Days only: other parameters are switches between readings, to be set from outside.
            Term::Parameter { parameter, .. } if program.parameter(*parameter).primitive == Primitive::Date => {
                let values = &program.parameter(*parameter).values;
                joined(values.iter().map(|value| Range::only(&value.value))).unwrap_or_default()
            }
            _ => Range::default(),
        }
    }
}

/// The days from the first to the last one on which a norm is in force.
pub(crate) fn days(norm: &Norm) -> Range {
    let from = norm.versions.first().map(|version| Value::Date(version.in_force.from));
    let to = norm.versions.last().and_then(|version| version.in_force.to).map(Value::Date);
    Range::between(from.as_ref(), to.as_ref())
}

/// The premises "in force" of a rule: norm, day, place.
pub(crate) fn in_force(rule: &Rule) -> Vec<(NormId, VarId, Span)> {
    let mut found = Vec::new();
    premises(&rule.body, &mut |literal, _| {
        if let LiteralKind::InForce { norm, day } = &literal.kind {
            found.push((*norm, *day, literal.span));
        }
    });
    found
}

/// What the columns of all relations hold, bottom up. Relations that are `filled` otherwise, and recursive ones, may hold anything.
pub(crate) fn columns(program: &Program, filled: &BTreeSet<RelId>) -> Columns {
    let mut columns: Columns = vec![None; program.relations.len()];
    let mut rules = vec![Vec::new(); program.relations.len()];
    for rule in &program.rules {
        rule.heads.iter().for_each(|head| rules[head.relation.0 as usize].push((rule, head)));
    }
    let mut facts = vec![Vec::new(); program.relations.len()];
    program.facts.iter().for_each(|fact| facts[fact.atom.relation.0 as usize].push(&fact.atom));
    for stratum in program.strata.iter().filter(|stratum| !stratum.recursive) {
        for id in stratum.relations.iter().filter(|id| !filled.contains(id)) {
            let index = id.0 as usize;
            let row = |bounds: &Bounds, atom: &Atom| {
                atom.args.iter().map(|term| bounds.term(term, program)).collect::<Vec<_>>()
            };
            let nothing = Bounds { variables: Vec::new(), contradiction: None };
            let mut rows = facts[index].iter().map(|atom| row(&nothing, atom)).collect::<Vec<_>>();
            for (rule, head) in &rules[index] {
                let mut bounds = Bounds::of(rule, program, &columns);
                let mut norms = in_force(rule).into_iter();
                let is_in_force = norms.all(|(norm, day, _)| bounds.limit(day, &days(program.norm(norm))));
                if is_in_force && bounds.contradiction.is_none() {
                    rows.push(row(&bounds, head));
                }
            }
            columns[index] = rows.into_iter().reduce(|a, b| a.iter().zip(&b).map(|(a, b)| a.join(b)).collect());
        }
    }
    columns
}

fn joined(ranges: impl Iterator<Item = Range>) -> Option<Range> {
    ranges.reduce(|a, b| a.join(&b))
}

fn flipped(op: Comparison) -> Comparison {
    match op {
        Comparison::Less => Comparison::Greater,
        Comparison::LessEqual => Comparison::GreaterEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterEqual => Comparison::LessEqual,
        same => same,
    }
}
