//! Terms.

use diagnostics::{Diagnostic, Span, catalogue};
use values::{Primitive, Rounding, Value};

use super::{Lowering, whole};
use crate::checked::{ChainLink, Functor, Term};
use crate::constants;
use crate::draft::{self, Call, Composite, Fixed, Form, Link, Lookup};
use crate::operations::Operation;

/// Places behind the point that a decimal can have.
const PLACES_MAX: i64 = 12;

impl Lowering<'_> {
    /// A whole side of a comparison: a quotient of decimals may stand here.
    pub(super) fn side(&mut self, term: &draft::Term) -> Option<Term> {
        let draft::Term::Chain { first, rest, .. } = term else { return self.term(term) };
        match self.quotient(first, rest) {
            Some(quotient) => {
                let (dividend, divisor, span) = quotient?;
                Some(Term::Quotient { dividend: Box::new(dividend), divisor: Box::new(divisor), span })
            }
            None => self.term(term),
        }
    }

    pub(super) fn term(&mut self, term: &draft::Term) -> Option<Term> {
        match term {
            draft::Term::Wildcard(_) => Some(Term::Wildcard),
            draft::Term::Variable(id, _) => Some(Term::Variable(*id)),
            draft::Term::Constant(constant) => {
                let primitive = self.primitives.node(constant.node)?;
                match constants::value(constant, primitive) {
                    Ok(value) => Some(Term::Constant(value)),
                    Err(error) => {
                        self.report.push(*error);
                        None
                    }
                }
            }
            draft::Term::Call(call) => match call.fixed {
                Some(Fixed::Rounding(rounding)) => self.round(call, rounding),
                Some(Fixed::Period(policy, unit)) => self.fixed(call, Functor::Deadline(policy, unit)),
                None => self.call(call),
            },
            draft::Term::Parameter(lookup) => self.parameter(lookup),
            draft::Term::Chain { first, rest, .. } => self.chain(first, rest),
            draft::Term::Cast { operand, operation, node, span, .. } => {
                let from = self.primitives.term(self.rule, operand);
                let lowered = self.term(operand);
                let (from, to, operand) = (from?, self.primitives.node(*node)?, lowered?);
                if from == to {
                    return Some(operand);
                }
                let functor = operation.functor(&[from], to)??;
                let cast = Term::Call { functor, args: vec![operand], span: *span };
                match (functor, to) {
                    (Functor::Ordinal(_), Primitive::Unsigned) => {
                        let functor = Functor::Reinterpret(Primitive::Number, to);
                        Some(Term::Call { functor, args: vec![cast], span: *span })
                    }
                    _ => Some(cast),
                }
            }
            draft::Term::Composite(composite) => self.composite(composite),
            draft::Term::Counter(node, span) => {
                Some(Term::Counter { operand: self.primitives.node(*node)?, span: *span })
            }
            draft::Term::RoundNumber(_, span) => Some(Term::RoundNumber { span: *span }),
            draft::Term::Aggregate(aggregate) => self.aggregate(aggregate),
            draft::Term::Broken { inside, .. } => {
                inside.iter().for_each(|term| drop(self.term(term)));
                None
            }
        }
    }

    fn composite(&mut self, composite: &Composite) -> Option<Term> {
        let fields = whole(composite.args.iter().map(|arg| self.term(arg)).collect());
        let Primitive::Composite(shape) = self.primitives.node(composite.node)? else { return None };
        let branch = match composite.form {
            Form::Nil => return Some(Term::Constant(Value::Composite(values::Composite::nil(shape)))),
            Form::Record => 0,
            Form::Branch(_, branch) => branch,
        };
        Some(Term::Composite { shape, branch, fields: fields?, span: composite.span })
    }

    /// A call whose functor needs no types to be known.
    fn fixed(&mut self, call: &Call, functor: Functor) -> Option<Term> {
        let args = whole(call.args.iter().map(|arg| self.term(arg)).collect())?;
        Some(Term::Call { functor, args, span: call.span })
    }

    fn parameter(&mut self, lookup: &Lookup) -> Option<Term> {
        let mut keys = whole(lookup.args.iter().map(|arg| self.term(arg)).collect())?;
        let parameter = &self.declarations.registry.parameters[lookup.parameter.0 as usize];
        let on = keys.split_off(parameter.keys.len()).pop().map(Box::new);
        Some(Term::Parameter { parameter: lookup.parameter, keys, on, span: lookup.span })
    }

    fn call(&mut self, call: &Call) -> Option<Term> {
        let types: Vec<_> = call.args.iter().map(|arg| self.primitives.term(self.rule, arg)).collect();
        let args = whole(call.args.iter().map(|arg| self.term(arg)).collect());
        let result = self.primitives.node(call.node)?;
        let (types, args, span) = (whole(types)?, args?, call.span);
        match self.functor(call.operation, &types, result, span)? {
            Some(functor) => Some(Term::Call { functor, args, span }),
            None => Some(Term::Range { args, operand: result, span }),
        }
    }

    /// The functor that an operation is; `Some(None)` for a range.
    fn functor(
        &mut self,
        operation: &'static Operation,
        types: &[Primitive],
        result: Primitive,
        span: Span,
    ) -> Option<Option<Functor>> {
        let functor = operation.functor(types, result)?;
        if functor.is_none() && operation.name == "/" {
            self.report.push(Diagnostic::new(&catalogue::UNROUNDED_QUOTIENT, span));
            return None;
        }
        Some(functor)
    }

    fn chain(&mut self, first: &draft::Term, rest: &[Link]) -> Option<Term> {
        let mut left = self.primitives.term(self.rule, first);
        let mut value = self.term(first);
        let mut links = Vec::with_capacity(rest.len());
        for link in rest {
            let types = left.zip(self.primitives.term(self.rule, &link.right));
            let right = self.term(&link.right);
            let result = self.primitives.node(link.node);
            left = result;
            let functor = types.zip(result).and_then(|((left, right), result)| {
                self.functor(link.operation, &[left, right], result, link.span).flatten()
            });
            match functor.zip(right) {
                Some((functor, right)) => links.push(ChainLink { functor, right, span: link.span }),
                None => value = None,
            }
        }
        Some(Term::Chain { first: Box::new(value?), rest: links })
    }

    /// Dividend, divisor and place if the chain ends in a division of decimals; `Some(None)` where something in them was
    /// or is reported.
    fn quotient(&mut self, first: &draft::Term, rest: &[Link]) -> Option<Option<(Term, Term, Span)>> {
        let (last, before) = rest.split_last()?;
        if last.operation.name != "/" || self.primitives.node(last.node) != Some(Primitive::Decimal) {
            return None;
        }
        let dividend = if before.is_empty() { self.term(first) } else { self.chain(first, before) };
        let divisor = self.term(&last.right);
        Some(dividend.zip(divisor).map(|(dividend, divisor)| (dividend, divisor, last.span)))
    }

    /// `round(a / b, places, mode)` or `round(a, places, mode)`.
    fn round(&mut self, call: &Call, rounding: Rounding) -> Option<Term> {
        let [value, places] = call.args.as_slice() else { return None };
        let places_span = places.span();
        let quotient = match value {
            draft::Term::Chain { first, rest, .. } => self.quotient(first, rest),
            _ => None,
        };
        let (functor, mut args) = match quotient {
            Some(quotient) => match quotient {
                Some((dividend, divisor, _)) => (Functor::RoundQuotient(rounding), Some(vec![dividend, divisor])),
                None => (Functor::RoundQuotient(rounding), None),
            },
            None => (Functor::Round(rounding), self.term(value).map(|value| vec![value])),
        };
        let places = self.term(places)?;
        if let Term::Constant(Value::Number(count)) = &places
            && !(0..=PLACES_MAX).contains(count)
        {
            self.report.push(Diagnostic::new(&catalogue::ROUNDING_PLACES, places_span).arg("limit", PLACES_MAX));
            return None;
        }
        self.primitives.node(call.node)?;
        let args = args.as_mut().map(|args| {
            args.push(places);
            std::mem::take(args)
        });
        Some(Term::Call { functor, args: args?, span: call.span })
    }
}
