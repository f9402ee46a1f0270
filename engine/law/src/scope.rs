//! The variables of a rule that is being made.

use std::collections::BTreeMap;

use diagnostics::Span;
use program::checked::{Body, Rule, Term, VarId, Variable};
use values::Primitive;

use crate::walk::{body_variables, term_variables};

/// Variables, some of which may come to nothing.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) variables: Vec<Variable>,
}

impl Scope {
    pub(crate) fn new(variables: &[Variable]) -> Scope {
        Scope { variables: variables.to_vec() }
    }

    /// Another variable.
    pub(crate) fn fresh(&mut self, name: &str, primitive: Primitive, span: Span) -> VarId {
        self.variables.push(Variable { name: name.to_owned(), primitive, span });
        VarId(self.variables.len() as u32 - 1)
    }

    /// The body with other variables instead of all that are not in `kept`.
    pub(crate) fn renamed(&mut self, mut body: Body, kept: &[VarId]) -> Body {
        let mut renamed = BTreeMap::new();
        body_variables(&mut body, &mut |id| {
            if !kept.contains(id) {
                let known = renamed.entry(*id).or_insert_with(|| {
                    self.variables.push(self.variables[id.0 as usize].clone());
                    VarId(self.variables.len() as u32 - 1)
                });
                *id = *known;
            }
        });
        body
    }

    /// The rule with the variables that it uses, in the order of their first occurrence.
    pub(crate) fn close(self, mut rule: Rule) -> Rule {
        let mut numbers = BTreeMap::new();
        let mut kept = Vec::new();
        let mut number = |id: &mut VarId| {
            *id = *numbers.entry(*id).or_insert_with(|| {
                kept.push(self.variables[id.0 as usize].clone());
                VarId(kept.len() as u32 - 1)
            });
        };
        let args = rule.heads.iter_mut().flat_map(|head| &mut head.args);
        args.for_each(|term: &mut Term| term_variables(term, &mut number));
        body_variables(&mut rule.body, &mut number);
        rule.variables = kept;
        rule
    }
}
