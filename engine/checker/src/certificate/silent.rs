//! Terms whose computations a proof does not show.

use program::checked::{Functor, Term};
use values::{Composite, Primitive, ShapeId, Value};

use super::Verifier;
use super::scope::Scope;
use super::term::transparent;
use crate::arithmetic::compute;

impl<'a> Verifier<'a> {
    /// The value of a term whose computations are not shown; `None` where only a proof could tell it.
    pub(super) fn silently(&mut self, term: &Term, scope: Option<&Scope<'a>>) -> Option<Value> {
        Some(match transparent(term) {
            Term::Variable(id) => scope?.get(*id)?.clone(),
            Term::Constant(value) => value.clone(),
            Term::RoundNumber { .. } if scope.is_none() => Value::Unsigned(0),
            Term::Composite { shape, branch, fields, .. } => {
                let fields = fields.iter().map(|field| self.silently(field, scope)).collect::<Option<_>>()?;
                self.made(*shape, *branch, fields)
            }
            Term::Call { functor: Functor::Ordinal(of), .. } if !self.is_plain_ordinal(*of) => return None,
            Term::Call { functor: Functor::Round(_), .. } => return None,
            Term::Call { functor, args, .. } => {
                let args = args.iter().map(|arg| self.silently(arg, scope)).collect::<Option<Vec<_>>>()?;
                compute(*functor, &args, &mut self.patterns).ok()?
            }
            Term::Chain { first, rest } => {
                let mut left = self.silently(first, scope)?;
                for link in rest {
                    let args = [left, self.silently(&link.right, scope)?];
                    left = compute(link.functor, &args, &mut self.patterns).ok()?;
                }
                left
            }
            _ => return None,
        })
    }

    pub(super) fn made(&self, shape: ShapeId, branch: u32, fields: Vec<Value>) -> Value {
        Value::Composite(match self.program.shapes.get(shape).branch(branch) {
            Some(name) => Composite::branch(shape, branch, name, fields),
            None => Composite::record(shape, fields),
        })
    }

    /// Whether `ord` of such values depends on them alone.
    pub(super) fn is_plain_ordinal(&self, of: Primitive) -> bool {
        match of {
            Primitive::Symbol | Primitive::Decimal => false,
            Primitive::Composite(shape) => self.program.shapes.get(shape).is_enum(),
            _ => true,
        }
    }
}
