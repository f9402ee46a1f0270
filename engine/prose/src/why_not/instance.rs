//! Atoms with values put in.

use eval::Model;
use program::checked::{Atom, RelId, Term, VarId};
use values::Value;

/// An atom's arguments with the variables' values put in; variables without a value may be anything. `None` where an
/// argument is computed, or where a variable without a value occurs twice.
pub(super) fn pattern(atom: &Atom, bindings: &[(VarId, Value)]) -> Option<Vec<Option<Value>>> {
    let mut free = Vec::new();
    let argument = |term: &Term| match term {
        Term::Wildcard => Some(None),
        Term::Variable(id) => {
            let value = binding(*id, bindings);
            if value.is_none() && free.contains(id) {
                return None;
            }
            free.push(*id);
            Some(value)
        }
        Term::Constant(value) => Some(Some(value.clone())),
        _ => None,
    };
    atom.args.iter().map(argument).collect()
}

/// The first row that fits the pattern.
pub(super) fn find(relation: RelId, pattern: &[Option<Value>], model: &Model<'_>) -> Option<u32> {
    let bound = pattern.iter().enumerate().filter_map(|(column, value)| Some((column, value.as_ref()?)));
    let codes =
        bound.map(|(column, value)| Some((column, model.dictionary.find(value)?))).collect::<Option<Vec<_>>>()?;
    let relation = model.relation(relation);
    if codes.len() == pattern.len() {
        return relation.find(&codes.into_iter().map(|(_, code)| code).collect::<Vec<_>>());
    }
    let columns = &relation.rows().columns;
    (0..relation.len()).find(|row| codes.iter().all(|(column, code)| columns[*column][*row as usize] == *code))
}

fn binding(id: VarId, bindings: &[(VarId, Value)]) -> Option<Value> {
    bindings.iter().find(|(known, _)| *known == id).map(|(_, value)| value.clone())
}
