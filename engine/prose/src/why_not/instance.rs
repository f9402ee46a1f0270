//! Atoms with values put in.

use eval::{Lookup, Model};
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

/// A fact that fits a pattern.
pub(super) struct Instance {
    /// Its values.
    pub(super) values: Vec<Value>,
    /// Its row; `None` where other facts imply it.
    pub(super) row: Option<u32>,
}

/// A fact that fits the pattern: that of the first row, or the least that is implied.
pub(super) fn find(relation: RelId, pattern: &[Option<Value>], model: &Model<'_>) -> Option<Instance> {
    let bound = pattern.iter().enumerate().filter_map(|(column, value)| Some((column, value.as_ref()?)));
    let codes =
        bound.map(|(column, value)| Some((column, model.dictionary.find(value)?))).collect::<Option<Vec<_>>>()?;
    let table = model.relation(relation);
    let row = if codes.len() == pattern.len() {
        table.find(&codes.iter().map(|(_, code)| *code).collect::<Vec<_>>())
    } else {
        let columns = &table.rows().columns;
        let fits = |row: &u32| codes.iter().all(|(column, code)| columns[*column][*row as usize] == *code);
        (0..table.len()).find(|row| fits(row) && table.holds(*row))
    };
    if let Some(row) = row.filter(|row| table.holds(*row)) {
        return Some(Instance { values: model.values(relation, row), row: Some(row) });
    }
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let (columns, key): (Vec<_>, Vec<_>) = codes.into_iter().unzip();
    let implied = lookup.implied(relation, &columns, &key)?;
    Some(Instance { values: model.decode(relation, &implied), row: None })
}

fn binding(id: VarId, bindings: &[(VarId, Value)]) -> Option<Value> {
    bindings.iter().find(|(known, _)| *known == id).map(|(_, value)| value.clone())
}
