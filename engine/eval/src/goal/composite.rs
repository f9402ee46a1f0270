//! Composite terms as goals: one for each, inner ones before outer ones.

use program::checked::{Comparison, Term};
use values::Primitive;

use super::lower::{Lowering, result_type};
use super::{Arg, GoalKind, Parts, Side};
use crate::Expression;

impl Lowering<'_> {
    /// A composite term as an argument: a constant, or a temporary that a goal takes apart or makes. `sought`: it is only
    /// looked for.
    pub(super) fn composite(&mut self, term: &Term, sought: bool) -> Arg {
        let parts = match self.parts(term, sought) {
            Ok(parts) => parts,
            Err(constant) => return constant,
        };
        let variable = self.temporary(Primitive::Composite(parts.shape));
        let waits = self.waits(&parts.fields);
        if !waits.is_empty() {
            self.inside.insert(variable, waits);
        }
        self.push(GoalKind::Composite { variable, parts });
        Arg::Variable(variable)
    }

    /// A comparison with a composite term on a side. False where it is one like any other.
    pub(super) fn composites(&mut self, op: Comparison, left: &Term, right: &Term) -> bool {
        let (term, other) = match (left, right) {
            // Without fields there would be no goal, and in a derivation no premise.
            (Term::Composite { fields, .. }, Term::Composite { .. })
                if op == Comparison::Equal && !fields.is_empty() =>
            {
                self.field_by_field(left, right);
                return true;
            }
            (Term::Composite { .. }, Term::Composite { .. }) => return false,
            (Term::Composite { .. }, other) => (left, other),
            (other, Term::Composite { .. }) => (right, other),
            _ => return false,
        };
        if op == Comparison::Equal {
            self.equal(term, other);
        } else {
            // One that nothing holds is different from whatever the other side is.
            let (left, right) = (Side::Value(self.composite(term, true).into()), Side::Value(self.expression(other)));
            self.push(GoalKind::Compare { op, left, right, operand: result_type(term) });
        }
        true
    }

    fn equal(&mut self, term: &Term, other: &Term) {
        let variable = match self.expression(other) {
            Expression::Variable(variable) => variable,
            constant => self.define(constant, result_type(term)),
        };
        match self.parts(term, false) {
            Ok(parts) => self.push(GoalKind::Composite { variable, parts }),
            Err(constant) => {
                let (left, operand) = (Expression::Variable(variable), result_type(term));
                self.push(GoalKind::Equal { left, right: constant.into(), operand });
            }
        }
    }

    /// Two composite terms are equal where their fields are.
    fn field_by_field(&mut self, left: &Term, right: &Term) {
        let Term::Composite { shape, branch, fields: left, .. } = left else { unreachable!("a composite term") };
        let Term::Composite { branch: other, fields: right, .. } = right else { unreachable!("a composite term") };
        if branch != other {
            return self.push(GoalKind::Never);
        }
        let fields = self.dictionary.shapes().get(*shape).fields(*branch);
        let operands = fields.iter().map(|field| field.primitive).collect::<Vec<_>>();
        for ((left, right), operand) in left.iter().zip(right).zip(operands) {
            if !matches!((left, right), (Term::Wildcard, _) | (_, Term::Wildcard)) {
                self.comparison(Comparison::Equal, left, right, operand);
            }
        }
    }

    /// What a composite term is made of, or the constant that it is.
    fn parts(&mut self, term: &Term, sought: bool) -> Result<Parts, Arg> {
        let Term::Composite { shape, branch, fields, .. } = term else { unreachable!("a composite term") };
        let (shape, branch) = (*shape, *branch);
        let fields = fields.iter().map(|field| match field {
            Term::Composite { .. } => self.composite(field, sought),
            field => self.simple_arg(field),
        });
        let fields = fields.collect::<Vec<_>>();
        let code = |field: &Arg| if let Arg::Constant(_, code) = field { Some(*code) } else { None };
        match fields.iter().map(code).collect::<Option<Vec<_>>>() {
            Some(codes) => {
                let code = self.dictionary.pack(shape, branch, &codes);
                Err(Arg::Constant(self.dictionary.decode(Primitive::Composite(shape), code), code))
            }
            None => Ok(Parts { shape, branch, fields, sought }),
        }
    }
}
