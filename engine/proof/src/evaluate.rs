//! Values of terms under bindings that are known.

use std::sync::Arc;

use eval::{Expression, Model};
use program::checked::{Functor, Term, VarId};
use values::{Primitive, Value};

/// The value of a term, where it has one: where its variables have values, nothing fails, and it is no aggregate, range or composite.
pub fn evaluate(term: &Term, bindings: &[(VarId, Value)], model: &Model<'_>) -> Option<Value> {
    let value_of = |id: u32| bindings.iter().find(|(known, _)| known.0 == id).map(|(_, value)| value.clone());
    // Most terms are no computation.
    match term {
        Term::Variable(id) => return value_of(id.0),
        Term::Constant(value) => return model.dictionary.find(value).map(|_| value.clone()),
        _ => {}
    }
    let expression = expression(term, model)?;
    let mut is_known = true;
    expression.variables(&mut |id| is_known &= value_of(id).is_some());
    let value_of = |id: u32| value_of(id).expect("every variable has a value, or none is asked for");
    if is_known { expression.value(&value_of, &model.dictionary).ok() } else { None }
}

/// The term as the evaluator computes it. Recursive, since the nesting of terms is bounded by the parser.
fn expression(term: &Term, model: &Model<'_>) -> Option<Expression> {
    let all =
        |terms: &mut dyn Iterator<Item = &Term>| terms.map(|term| expression(term, model)).collect::<Option<Vec<_>>>();
    match term {
        Term::Variable(id) => Some(Expression::Variable(id.0)),
        Term::Constant(value) => Some(Expression::Constant(value.clone(), model.dictionary.find(value)?)),
        Term::Call { functor: Functor::Reinterpret(_, Primitive::Composite(_)), args, .. } => {
            expression(args.first()?, model)
        }
        Term::Call { functor: Functor::Ordinal(Primitive::Composite(_)), .. } => None,
        Term::Call { functor, args, span } => Some(Expression::Call(*functor, all(&mut args.iter())?, *span)),
        Term::Chain { first, rest } => {
            let links = rest.iter().map(|link| Some((link.functor, expression(&link.right, model)?, link.span)));
            Some(Expression::Chain(Box::new(expression(first, model)?), links.collect::<Option<_>>()?))
        }
        Term::Parameter { parameter, keys, on, span } => {
            let parameter = Arc::clone(&model.program.parameters[parameter.0 as usize]);
            Some(Expression::Parameter(parameter, all(&mut keys.iter().chain(on.as_deref()))?, *span))
        }
        _ => None,
    }
}
