//! Negated atoms whose composites leave fields open: `!p([x, _])`.

use diagnostics::Span;
use program::checked::{AggregateOp, Atom, Contribution, Term};
use values::{Primitive, ShapeId, Value};

use super::Lowering;
use crate::goal::{AggregateGoal, Arg, GoalKind, Parts, reads};
use crate::{Expression, Goals};

/// A term whose innermost parts have been lowered.
enum Pattern {
    Arg(Arg),
    Composite(ShapeId, u32, Vec<Pattern>),
}

impl Lowering<'_> {
    /// No tuple fits the atom. What is open inside a composite is looked for in the tuples: then there must be none of them.
    pub(super) fn absent(&mut self, atom: &Atom) {
        if atom.args.iter().any(is_open) {
            return self.none_fits(atom);
        }
        let (relation, args) = (atom.relation, self.args(atom));
        self.push(GoalKind::Absent { relation, args });
    }

    fn none_fits(&mut self, atom: &Atom) {
        let patterns = atom.args.iter().map(|term| self.pattern(term)).collect::<Vec<_>>();
        let body = self.body_of(atom, patterns);
        let mut injected = Vec::new();
        for goal in &body.goals {
            reads(&goal.kind, &mut |variable| injected.push(variable));
        }
        injected.retain(|variable| (*variable as usize) < self.types.len());
        injected.sort_unstable();
        injected.dedup();
        let aggregate = self.count(injected, body, atom.span);
        let variable = self.generated(Primitive::Number);
        self.push(GoalKind::Aggregate { variable, aggregate: Box::new(aggregate) });
        let none = Value::Number(0);
        let right = Expression::Constant(none.clone(), self.dictionary.encode(&none));
        self.push(GoalKind::Equal { left: Expression::Variable(variable), right, operand: Primitive::Number });
    }

    fn count(&self, injected: Vec<u32>, body: Goals, span: Span) -> AggregateGoal {
        let (op, operand, contribution) = (AggregateOp::Count, Primitive::Number, Contribution::Tuple);
        let (local, witnesses) = (Vec::new(), Vec::new());
        AggregateGoal { op, target: None, operand, injected, local, witnesses, contribution, body, span }
    }

    /// What is computed is computed outside.
    fn pattern(&mut self, term: &Term) -> Pattern {
        match term {
            Term::Composite { shape, branch, fields, .. } => {
                Pattern::Composite(*shape, *branch, fields.iter().map(|field| self.pattern(field)).collect())
            }
            term => Pattern::Arg(self.simple_arg(term)),
        }
    }

    /// The goals that look for a tuple.
    fn body_of(&mut self, atom: &Atom, patterns: Vec<Pattern>) -> Goals {
        let mut inner = Lowering::new(self.types.clone(), self.named, self.round, self.program, self.dictionary);
        let args = patterns.into_iter().map(|pattern| inner.open(pattern)).collect();
        inner.push(GoalKind::Match { relation: atom.relation, args });
        inner.finish(Vec::new())
    }

    fn open(&mut self, pattern: Pattern) -> Arg {
        match pattern {
            Pattern::Arg(arg) => arg,
            Pattern::Composite(shape, branch, fields) => {
                let fields = fields.into_iter().map(|field| self.open(field)).collect();
                let variable = self.temporary(Primitive::Composite(shape));
                let parts = Parts { shape, branch, fields, sought: true };
                self.push(GoalKind::Composite { variable, parts });
                Arg::Variable(variable)
            }
        }
    }
}

/// True for a composite with a `_` inside.
fn is_open(term: &Term) -> bool {
    match term {
        Term::Composite { fields, .. } => fields.iter().any(|field| matches!(field, Term::Wildcard) || is_open(field)),
        _ => false,
    }
}
