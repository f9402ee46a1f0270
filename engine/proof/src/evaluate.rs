//! Values of terms under bindings that are known.

use eval::{Model, apply};
use program::checked::{Term, VarId};
use values::Value;

/// The value of a term, where it has one: where its variables have values, nothing fails, and it is no aggregate, range or composite.
/// Recursive, since the nesting of terms is bounded by the parser.
pub fn evaluate(term: &Term, bindings: &[(VarId, Value)], model: &Model<'_>) -> Option<Value> {
    match term {
        Term::Variable(id) => bindings.iter().find(|(known, _)| known == id).map(|(_, value)| value.clone()),
        Term::Constant(value) => Some(value.clone()),
        Term::Call { functor, args, .. } => {
            let args = args.iter().map(|arg| evaluate(arg, bindings, model)).collect::<Option<Vec<_>>>()?;
            apply(*functor, &args, &model.dictionary).ok()
        }
        Term::Chain { first, rest } => rest.iter().try_fold(evaluate(first, bindings, model)?, |left, link| {
            apply(link.functor, &[left, evaluate(&link.right, bindings, model)?], &model.dictionary).ok()
        }),
        Term::Parameter { parameter, keys, on, .. } => {
            let keys = keys.iter().map(|key| evaluate(key, bindings, model)).collect::<Option<Vec<_>>>()?;
            let day = on.as_deref().and_then(|day| evaluate(day, bindings, model)?.date());
            model.program.parameter(*parameter).value(&keys, day).map(|found| found.value.clone())
        }
        _ => None,
    }
}
