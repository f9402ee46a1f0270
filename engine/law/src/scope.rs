//! The variables of a rule that is being made.

use std::collections::BTreeMap;

use diagnostics::Span;
use program::checked::{Body, Rule, Term, VarId, Variable};
use values::Primitive;

use crate::walk::{body_variables, term_variables};

/// Variables, some of which may come to nothing.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    variables: Vec<Variable>,
    /// How many of them somebody wrote.
    written: usize,
}

impl Scope {
    /// With the variables that somebody wrote.
    pub(crate) fn new(variables: &[Variable]) -> Scope {
        Scope { variables: variables.to_vec(), written: variables.len() }
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

    /// The rule with its variables. Those that somebody wrote keep their numbers, so that what is known of the rule as written holds of it;
    /// behind them stand the others that it uses, in the order of their first occurrence.
    pub(crate) fn close(self, mut rule: Rule) -> Rule {
        let mut numbers = BTreeMap::new();
        let mut kept = self.variables[..self.written].to_vec();
        let mut number = |id: &mut VarId| {
            if id.0 as usize >= self.written {
                *id = *numbers.entry(*id).or_insert_with(|| {
                    kept.push(self.variables[id.0 as usize].clone());
                    VarId(kept.len() as u32 - 1)
                });
            }
        };
        let args = rule.heads.iter_mut().flat_map(|head| &mut head.args);
        args.for_each(|term: &mut Term| term_variables(term, &mut number));
        body_variables(&mut rule.body, &mut number);
        rule.variables = kept;
        rule
    }
}
