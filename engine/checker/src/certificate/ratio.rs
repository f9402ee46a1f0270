//! Arithmetic on decimals that is never rounded: each step is shown as a fraction.

use program::checked::{Aggregate, AggregateOp, ChainLink, Functor, Term};
use serde_json::Value as Json;
use values::{Primitive, Rounding, Value};

use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::scope::Scope;
use super::words::words;
use super::{Rejected, Verifier};
use crate::arithmetic::{Fraction, Undefined};

/// The mean of decimals is a quotient.
pub fn is_mean(term: &Term) -> bool {
    let is_it = |aggregate: &Aggregate| (aggregate.op, aggregate.operand) == (AggregateOp::Mean, Primitive::Decimal);
    matches!(term, Term::Aggregate(aggregate) if is_it(aggregate))
}

/// True for what is computed in a fraction, step by step.
fn is_arithmetic(term: &Term) -> bool {
    let negates = matches!(term, Term::Call { functor: Functor::Negate(_), .. });
    negates || matches!(term, Term::Chain { .. }) || is_mean(term)
}

impl<'a> Verifier<'a> {
    /// The exact value of an operand; a quotient that is all of it is shown as one.
    pub(super) fn ratio(
        &mut self,
        term: &'a Term,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Quantity, Rejected> {
        match term {
            Term::Chain { first, rest } => {
                if let [ChainLink { functor: Functor::Divide(_), right, .. }] = &rest[..]
                    && !is_arithmetic(first)
                    && !is_arithmetic(right)
                {
                    let sides = [self.operand(first, scope, supply)?, self.operand(right, scope, supply)?];
                    let [Value::Decimal(over), Value::Decimal(under)] = sides else { return no_number(supply) };
                    return Ok(Quantity::Quotient(over, under));
                }
                self.exact(term, scope, supply)
            }
            term if is_mean(term) => self.quantity(term, scope, supply),
            term => self.exact(term, scope, supply),
        }
    }

    /// The exact value of an operand, with a node for each step.
    fn exact(&mut self, term: &'a Term, scope: &mut Scope<'a>, supply: &mut Supply) -> Result<Quantity, Rejected> {
        match term {
            Term::Chain { first, rest } => {
                let mut links = self.links(rest.len(), supply)?;
                let Some((_, behind)) = links.last_mut() else { return no_number(supply) };
                let mut left = self.exact(first, scope, behind)?;
                for link in rest {
                    let Some((node, mut behind)) = links.pop() else { break };
                    let right = self.exact(&link.right, scope, &mut behind)?;
                    behind.end()?;
                    left = self.exactly(link.functor, vec![left, right], &node)?;
                }
                Ok(left)
            }
            Term::Call { functor: functor @ Functor::Negate(_), args, .. } => {
                let node = self.claim(supply.owner, supply.next()?)?;
                let mut behind = node.supply()?;
                let args = args.iter().map(|arg| self.exact(arg, scope, &mut behind)).collect::<Result<_, _>>()?;
                behind.end()?;
                self.exactly(*functor, args, &node)
            }
            term if is_mean(term) => {
                let node = self.claim(supply.owner, supply.next()?)?;
                let mut behind = node.supply()?;
                let mean = self.quantity(term, scope, &mut behind)?;
                behind.end()?;
                let Quantity::Quotient(total, count) = mean else { return no_number(supply) };
                let args = [total, count].map(|side| Quantity::Value(Value::Decimal(side)));
                self.exactly(Functor::Divide(Primitive::Decimal), args.to_vec(), &node)
            }
            leaf => self.quantity(leaf, scope, supply),
        }
    }

    /// A step of exact arithmetic.
    fn exactly(&mut self, functor: Functor, args: Vec<Quantity>, node: &Node<'a>) -> Result<Quantity, Rejected> {
        let Ok(value) = step(functor, &args) else { return node.reject(words!("it has no value", "算不出值")) };
        let value = Quantity::Fraction(value);
        self.computes(node, (functor.name(), functor.result()), &args, &Json::Null, &value)?;
        Ok(value)
    }

    /// `round(amount, places, "mode")`
    pub(super) fn rounded(
        &mut self,
        mode: Rounding,
        args: &'a [Term],
        scope: &mut Scope<'a>,
        node: &Node<'a>,
        mut behind: Supply,
    ) -> Result<Value, Rejected> {
        let [amount, places] = args else { return no_number(&behind) };
        let (amount, places) = (self.ratio(amount, scope, &mut behind)?, self.operand(places, scope, &mut behind)?);
        behind.end()?;
        let rounded = match (amount.fraction(), &places) {
            (Ok(amount), Value::Number(places)) => {
                u32::try_from(*places).ok().and_then(|places| amount.round(places, mode).ok())
            }
            _ => None,
        };
        let Some(rounded) = rounded else { return node.reject(words!("it has no value", "算不出值")) };
        let shown = [amount, Quantity::Value(places), Quantity::Value(Value::symbol(mode.name()))];
        let functor = Functor::Round(mode);
        let value = Quantity::Value(Value::Decimal(rounded));
        self.computes(node, (functor.name(), functor.result()), &shown, &Json::Null, &value)?;
        Ok(Value::Decimal(rounded))
    }
}

fn step(functor: Functor, args: &[Quantity]) -> Result<Fraction, Undefined> {
    let sides = args.iter().map(Quantity::fraction).collect::<Result<Vec<_>, _>>()?;
    match (functor, &sides[..]) {
        (Functor::Add(_), [a, b]) => Ok(a.add(b, false)),
        (Functor::Subtract(_), [a, b]) => Ok(a.add(b, true)),
        (Functor::Multiply(_), [a, b]) => Ok(a.multiply(b)),
        (Functor::Divide(_), [a, b]) => a.divide(b),
        (Functor::Negate(_), [a]) => Ok(a.clone().negate()),
        _ => Err(Undefined),
    }
}

fn no_number<T>(supply: &Supply) -> Result<T, Rejected> {
    Err(Rejected { node: Some(supply.owner), what: words!("a number is due", "此处应为数") })
}
