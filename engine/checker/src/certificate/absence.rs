//! `!p(..)`: the finished relation holds no such tuple.

use program::checked::{Atom, Term};
use serde_json::json;
use values::{Primitive, Value};

use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::scope::Scope;
use super::term::{has_node, transparent};
use super::words::words;
use super::{Rejected, Verifier};

/// True for a composite with a `_` inside.
fn is_open(term: &Term) -> bool {
    match term {
        Term::Composite { fields, .. } => fields.iter().any(|field| matches!(field, Term::Wildcard) || is_open(field)),
        _ => false,
    }
}

impl<'a> Verifier<'a> {
    /// The premise says so of the atom under the bindings, and it is so.
    pub(super) fn absent(
        &mut self,
        node: &Node<'a>,
        atom: &'a Atom,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        if atom.args.iter().any(is_open) {
            return self.none_counted(node, atom, scope, supply);
        }
        let absence = self.claim(supply.owner, supply.next()?)?;
        absence.expect("absence")?;
        self.lacks(&absence, atom, scope)?;
        if *absence.field("nothing_open")? != false || !absence.list("complete")?.is_empty() {
            return absence
                .reject(words!("the literal does not ask whether anything is missing", "该条件并不问数据是否齐全"));
        }
        Ok(())
    }

    /// The pattern of an absence is the atom's, and no tuple fits it.
    pub(super) fn lacks(
        &mut self,
        absence: &Node<'a>,
        atom: &'a Atom,
        scope: &mut Scope<'a>,
    ) -> Result<Vec<Option<Value>>, Rejected> {
        absence.says("relation", &self.program.relation(atom.relation).name)?;
        let mut behind = absence.supply()?;
        let mut pattern = Vec::new();
        for arg in &atom.args {
            pattern.push(match arg {
                Term::Wildcard => None,
                arg => Some(self.operand(arg, scope, &mut behind)?),
            });
        }
        behind.end()?;
        let shown = pattern.iter().map(|value| json!(value.as_ref().map(Value::to_string)));
        if !shown.eq(absence.list("pattern")?.iter().cloned()) {
            return absence.reject(words!("its pattern is not what the literal says", "所查的内容与条件所写的不符"));
        }
        match self.whole.count(atom.relation, &pattern) {
            0 => Ok(pattern),
            _ => absence.reject(words!("a fact fits", "有事实相符")),
        }
    }

    /// What leaves fields of a composite open is looked for in all tuples: a comparison shows that there are none.
    fn none_counted(
        &mut self,
        node: &Node<'a>,
        atom: &'a Atom,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        for arg in &atom.args {
            self.beside_pattern(arg, scope, supply)?;
        }
        let comparison = self.claim(supply.owner, supply.next()?)?;
        let mut behind = comparison.supply()?;
        let count = self.claim(comparison.id, behind.next()?)?;
        behind.end()?;
        count.expect("aggregate")?;
        let none = Quantity::Value(Value::Number(0));
        count.says("op", "count")?;
        count.says("type", Primitive::Number.name())?;
        count.says("value", "0")?;
        if !count.list("members")?.is_empty() {
            return count.reject(words!("it has members", "其中有分项"));
        }
        self.shows(&comparison, ("=", Primitive::Number), &none, &none)?;
        for tuple in self.whole.tuples(atom.relation, &[]) {
            let mut fits = true;
            for (term, value) in atom.args.iter().zip(&tuple) {
                fits = fits && self.is(term, value, scope, node)?;
            }
            if fits {
                return node.reject(words!("a fact fits", "有事实相符"));
            }
        }
        Ok(())
    }

    /// The computations in a pattern stand beside the comparison.
    fn beside_pattern(&mut self, term: &'a Term, scope: &mut Scope<'a>, supply: &mut Supply) -> Result<(), Rejected> {
        match transparent(term) {
            Term::Composite { fields, .. } => {
                fields.iter().try_for_each(|field| self.beside_pattern(field, scope, supply))
            }
            term if has_node(term) && !matches!(term, Term::RoundNumber { .. }) => {
                let node = supply.peek()?;
                let value = self.quantity(term, scope, supply)?;
                scope.supports(term, node, value);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
