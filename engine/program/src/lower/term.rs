//! Terms.

use diagnostics::{Diagnostic, Span, catalogue};
use values::{Primitive, Rounding, Value};

use super::{Lowering, whole};
use crate::checked::{ChainLink, Functor, Term};
use crate::constants;
use crate::draft::{self, Call, Composite, Fixed, Form, Link, Lookup};

/// Places behind the point that a decimal can have.
const PLACES_MAX: i64 = 12;

impl Lowering<'_> {
    /// A whole side of a comparison: a ratio of decimals may stand here.
    pub(super) fn side(&mut self, term: &draft::Term) -> Option<Term> {
        if term.divides() && self.is_decimal(term) {
            self.ratio(term).map(|ratio| Term::Ratio(Box::new(ratio)))
        } else {
            self.term(term)
        }
    }

    /// What is computed exactly: chains and negations of decimals, with quotients and means in them.
    fn ratio(&mut self, term: &draft::Term) -> Option<Term> {
        match term {
            draft::Term::Chain { first, rest, .. } if self.is_decimal(term) => self.chain(first, rest, Self::ratio),
            draft::Term::Call(call) if call.operation.is_negation() && self.is_decimal(term) => {
                self.call(call, Self::ratio)
            }
            draft::Term::Aggregate(aggregate) => self.aggregate(aggregate),
            _ => self.term(term),
        }
    }

    fn is_decimal(&self, term: &draft::Term) -> bool {
        self.primitives.term(self.rule, term) == Some(Primitive::Decimal)
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
                None => self.call(call, Self::term),
            },
            draft::Term::Parameter(lookup) => self.parameter(lookup),
            draft::Term::Chain { first, rest, .. } => {
                let quotient = rest.iter().find(|link| link.operation.name == "/" && self.is_decimal(term));
                let chain = self.chain(first, rest, Self::term);
                self.unless(quotient.map(|link| link.span), chain)
            }
            draft::Term::Cast { operand, operation, node, span, .. } => {
                let from = self.primitives.term(self.rule, operand);
                let lowered = self.term(operand);
                let (from, to, operand) = (from?, self.primitives.node(*node)?, lowered?);
                if from == to {
                    return Some(operand);
                }
                let functor = operation.functor(&[from], to)??;
                if functor == Functor::Ordinal(Primitive::Symbol) {
                    self.report.push(Diagnostic::new(&catalogue::TEXT_AS_NUMBER, *span));
                }
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
            draft::Term::Aggregate(aggregate) => {
                let mean = term.divides() && self.is_decimal(term);
                let lowered = self.aggregate(aggregate);
                self.unless(mean.then_some(aggregate.span), lowered)
            }
            draft::Term::Broken { inside, .. } => {
                inside.iter().for_each(|term| drop(self.term(term)));
                None
            }
        }
    }

    /// The term, unless it holds a ratio that would have to be rounded to be a value.
    fn unless(&mut self, ratio: Option<Span>, term: Option<Term>) -> Option<Term> {
        let Some(place) = ratio else { return term };
        self.report.push(Diagnostic::new(&catalogue::UNROUNDED_RATIO, place));
        None
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

    fn call(&mut self, call: &Call, operand: fn(&mut Self, &draft::Term) -> Option<Term>) -> Option<Term> {
        let types: Vec<_> = call.args.iter().map(|arg| self.primitives.term(self.rule, arg)).collect();
        let args = whole(call.args.iter().map(|arg| operand(self, arg)).collect());
        let result = self.primitives.node(call.node)?;
        let (types, args, span) = (whole(types)?, args?, call.span);
        match call.operation.functor(&types, result)? {
            Some(functor) => Some(Term::Call { functor, args, span }),
            None => Some(Term::Range { args, operand: result, span }),
        }
    }

    fn chain(
        &mut self,
        first: &draft::Term,
        rest: &[Link],
        operand: fn(&mut Self, &draft::Term) -> Option<Term>,
    ) -> Option<Term> {
        let mut left = self.primitives.term(self.rule, first);
        let mut value = operand(self, first);
        let mut links = Vec::with_capacity(rest.len());
        for link in rest {
            let types = left.zip(self.primitives.term(self.rule, &link.right));
            let right = operand(self, &link.right);
            let result = self.primitives.node(link.node);
            left = result;
            let functor =
                types.zip(result).and_then(|((left, right), result)| link.operation.functor(&[left, right], result)?);
            match functor.zip(right) {
                Some((functor, right)) => links.push(ChainLink { functor, right, span: link.span }),
                None => value = None,
            }
        }
        Some(Term::Chain { first: Box::new(value?), rest: links })
    }

    /// `round(a, places, mode)`
    fn round(&mut self, call: &Call, rounding: Rounding) -> Option<Term> {
        let [value, places] = call.args.as_slice() else { return None };
        let places_span = places.span();
        let value = self.ratio(value);
        let places = self.term(places)?;
        if let Term::Constant(Value::Number(count)) = &places
            && !(0..=PLACES_MAX).contains(count)
        {
            self.report.push(Diagnostic::new(&catalogue::ROUNDING_PLACES, places_span).arg("limit", PLACES_MAX));
            return None;
        }
        self.primitives.node(call.node)?;
        Some(Term::Call { functor: Functor::Round(rounding), args: vec![value?, places], span: call.span })
    }
}
