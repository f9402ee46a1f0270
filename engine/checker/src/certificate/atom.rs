//! Atoms: the tuple that a literal asks for.

use program::checked::{Atom, Term};
use values::Value;

use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::scope::Scope;
use super::term::transparent;
use super::words::words;
use super::{Rejected, Verifier};

impl<'a> Verifier<'a> {
    /// The last premise is a fact that the atom describes, the others compute its arguments. Gives the fact's values.
    pub(super) fn present(
        &mut self,
        node: &Node<'a>,
        atom: &'a Atom,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Vec<Value>, Rejected> {
        for arg in &atom.args {
            self.beside(arg, true, scope, supply)?;
        }
        let id = supply.next()?;
        let fact = self.fact(node, id)?;
        let name = &self.program.relation(atom.relation).name;
        if fact.relation != atom.relation {
            return node.reject(words!("its premise {id} is no fact of {name}", "前提 {id} 不是 {name} 的事实"));
        }
        let args = fact.args.clone();
        for (at, (term, value)) in atom.args.iter().zip(&args).enumerate() {
            if !self.is(term, value, scope, node)? {
                let column = &self.program.relation(atom.relation).columns[at].name;
                return node.reject(words!(
                    "the column {column} of its premise {id} is {value}, which does not fit",
                    "前提 {id} 的列 {column} 为 {value}，与条件不符"
                ));
            }
        }
        self.undisputed(node, atom.relation, &args)?;
        Ok(args)
    }

    /// Whether a term, whose computations are known, describes the value.
    pub(super) fn is(
        &mut self,
        term: &'a Term,
        value: &Value,
        scope: &mut Scope<'a>,
        node: &Node<'a>,
    ) -> Result<bool, Rejected> {
        Ok(match transparent(term) {
            Term::Wildcard => true,
            Term::Variable(id) => scope.value(*id, node.id)? == *value,
            Term::Constant(constant) => constant == value,
            Term::Composite { branch, fields, .. } => {
                let Value::Composite(composite) = value else { return Ok(false) };
                let Some(parts) = composite.fields().filter(|_| composite.branch_number() == *branch) else {
                    return Ok(false);
                };
                for (field, part) in fields.iter().zip(parts) {
                    if !self.is(field, part, scope, node)? {
                        return Ok(false);
                    }
                }
                true
            }
            Term::RoundNumber { .. } => *scope.round.0.get_or_insert_with(|| value.clone()) == *value,
            term => matches!(scope.support(term), Some((_, Quantity::Value(known))) if known == *value),
        })
    }
}
