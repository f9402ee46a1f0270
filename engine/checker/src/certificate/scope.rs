//! The values of a body's variables, and the computations it has met.

use std::rc::Rc;

use program::checked::{Rule, Term, VarId};
use serde_json::{Map, Value as Json};
use values::Value;

use super::Rejected;
use super::alternatives::Disjuncts;
use super::law::Version;
use super::node::Node;
use super::printed::Reader;
use super::quantity::Quantity;
use super::words::words;

/// What is known inside one body: of a rule, or of an aggregate for one member.
pub struct Scope<'p> {
    /// The rule.
    pub rule: &'p Rule,
    /// By variable, what the proof calls it.
    pub names: Rc<Vec<String>>,
    /// By variable.
    values: Vec<Option<Value>>,
    /// Terms whose nodes stand beside the atom that they are an argument of: node and value.
    supports: Vec<(&'p Term, usize, Quantity)>,
    /// The versions of norms that are in force on the rule's days.
    pub in_force: Vec<Version>,
    /// The number of the round, and the node that says it.
    pub round: (Option<Value>, Option<usize>),
}

impl<'p> Scope<'p> {
    fn new(rule: &'p Rule, names: Rc<Vec<String>>) -> Scope<'p> {
        let values = vec![None; rule.variables.len()];
        Scope { rule, names, values, supports: vec![], in_force: vec![], round: (None, None) }
    }

    /// The values that the proof gives to the variables of a disjunct of a rule; names that it does not know are those of `strangers`.
    pub fn of_rule(
        rule: &'p Rule,
        (disjuncts, disjunct): (&Disjuncts<'p>, usize),
        node: &Node<'_>,
        strangers: bool,
        reader: &Reader<'_>,
    ) -> Result<Scope<'p>, Rejected> {
        let mut scope = Scope::new(rule, disjuncts.names.clone());
        scope.bind(node, node.object("bindings")?, &disjuncts.outer[disjunct], strangers, reader)?;
        Ok(scope)
    }

    /// The scope of a member of an aggregate: what is bound outside, and the values of `inner`.
    pub fn of_member(
        &self,
        node: &Node<'_>,
        bindings: &Map<String, Json>,
        (outer, inner): (&[VarId], &[VarId]),
        reader: &Reader<'_>,
    ) -> Result<Scope<'p>, Rejected> {
        let mut scope = Scope::new(self.rule, self.names.clone());
        outer.iter().for_each(|id| scope.values[id.0 as usize] = self.values[id.0 as usize].clone());
        scope.round.0 = self.round.0.clone();
        scope.bind(node, bindings, inner, false, reader)?;
        Ok(scope)
    }

    fn bind(
        &mut self,
        node: &Node<'_>,
        bindings: &Map<String, Json>,
        variables: &[VarId],
        strangers: bool,
        reader: &Reader<'_>,
    ) -> Result<(), Rejected> {
        let mut known = 0;
        for id in variables {
            let variable = &self.rule.variables[id.0 as usize];
            let name = &self.names[id.0 as usize];
            let Some(binding) = bindings.get(name) else { continue };
            let (kind, text) = (binding["type"].as_str(), binding["value"].as_str());
            if kind != Some(variable.primitive.name()) {
                let kind = variable.primitive.name();
                return node.reject(words!("{name} is bound to another type than {kind}", "{name} 的类型不是 {kind}"));
            }
            let value = text.and_then(|text| reader.read(variable.primitive, text));
            let Some(value) = value else {
                return node.reject(words!("{name} is bound to no value of its type", "{name} 没有其类型的值"));
            };
            self.values[id.0 as usize] = Some(value);
            known += 1;
        }
        if known < bindings.len() && !strangers {
            return node.reject(words!(
                "it binds a variable that the rule does not have, or not in this alternative",
                "它给出的变量在规则的该情形中没有"
            ));
        }
        Ok(())
    }

    /// The values of all variables.
    pub fn bound(&self) -> Vec<Option<Value>> {
        self.values.clone()
    }

    /// The value of a variable, if it has one.
    pub fn get(&self, id: VarId) -> Option<&Value> {
        self.values.get(id.0 as usize).and_then(Option::as_ref)
    }

    /// The value of a variable, which `owner` needs.
    pub fn value(&self, id: VarId, owner: usize) -> Result<Value, Rejected> {
        self.get(id).cloned().ok_or_else(|| {
            let what = words!("{} has no value", "{} 没有值", self.names[id.0 as usize]);
            Rejected { node: Some(owner), what }
        })
    }

    /// The node and value of a term that has been met.
    pub fn support(&self, term: &Term) -> Option<(usize, Quantity)> {
        let known = self.supports.iter().find(|(known, ..)| std::ptr::eq(*known, term));
        known.map(|(_, node, value)| (*node, value.clone()))
    }

    /// Notes the node and value of a term.
    pub fn supports(&mut self, term: &'p Term, node: usize, value: Quantity) {
        self.supports.push((term, node, value));
    }
}
