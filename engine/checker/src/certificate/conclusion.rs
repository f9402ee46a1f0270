//! Conclusions: a rule, the values of its variables, and a node for each of its literals.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::Atom;

use super::alternatives::{Signed, numbers};
use super::node::{Node, Premise, Supply};
use super::scope::Scope;
use super::statement::Statement;
use super::words::words;
use super::{Rejected, Verifier};

/// Premises by the literal that they fulfil; `None`: computations of the head, and what the law adds.
pub type Groups = BTreeMap<Option<u32>, Vec<usize>>;

/// Premises, grouped.
pub fn grouped(premises: Vec<Premise>) -> Groups {
    let mut groups = Groups::new();
    premises.into_iter().for_each(|(literal, node)| groups.entry(literal).or_default().push(node));
    groups
}

impl<'a> Verifier<'a> {
    /// Some rule of the name, at the place named, concludes it.
    pub(super) fn conclusion(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        if *node.field("folded")? != false {
            return node.folded();
        }
        let rules = self.rules.named(node, node.field("rule")?)?.to_vec();
        let mut verdict = node.reject(words!("its rule concludes nothing of the kind", "该规则得不出此类结论"));
        for rule in rules {
            // Two rules of one name on one line are rare: what the first one took is given back.
            let taken = self.log.len();
            verdict = self.concluded_by(node, rule);
            if verdict.is_ok() {
                break;
            }
            for id in self.log.split_off(taken) {
                self.claimed[id] = false;
            }
        }
        verdict
    }

    fn concluded_by(&mut self, node: &Node<'a>, rule: usize) -> Result<Statement, Rejected> {
        let program = self.program;
        let written = &program.rules[rule];
        let groups = grouped(node.premises(node.field("premises")?)?);
        if let Some(lighter) = &written.lighter {
            return match self.under_a_law(node, rule, lighter, &groups)? {
                Some(statement) => Ok(statement),
                None => self.lighter(node, rule, lighter, groups),
            };
        }
        let statement = self.tuple(node)?;
        let mut verdict = node.reject(words!(
            "the rule {} concludes nothing of its relation",
            "规则 {} 得不出该关系的事实",
            written.label
        ));
        for head in written.heads.iter().filter(|head| head.relation == statement.relation) {
            let taken = self.log.len();
            let mut groups = groups.clone();
            let precedence = self.precedence_of(&mut groups);
            verdict = self.by_rule(node, rule, head, &statement.args, groups).and_then(|scope| {
                self.prevails(node, rule, &statement.args, &scope.in_force, precedence)?;
                Ok(statement.clone())
            });
            if verdict.is_ok() {
                break;
            }
            for id in self.log.split_off(taken) {
                self.claimed[id] = false;
            }
        }
        verdict
    }

    /// The head of a rule, under the bindings told, is the tuple; its literals hold.
    pub(super) fn by_rule(
        &mut self,
        node: &Node<'a>,
        rule: usize,
        head: &'a Atom,
        args: &[values::Value],
        mut groups: Groups,
    ) -> Result<Scope<'a>, Rejected> {
        let program = self.program;
        let written = &program.rules[rule];
        let of_head = groups.remove(&None).unwrap_or_default();
        let told = groups.keys().flatten().copied().collect::<Vec<_>>();
        let disjuncts = self.alternatives.of(program, rule);
        let number = node.field("rule")?["alternative"].as_u64().and_then(|number| usize::try_from(number).ok());
        let fits = |number: &usize| disjuncts.all.get(*number).is_some_and(|of| numbers(of) == told);
        // The legal layer multiplies alternatives; which one of those written is meant says the list of literals.
        let number = number.filter(fits).or_else(|| disjuncts.with(&told).filter(|_| self.is_legal));
        let Some(number) = number else {
            return node.reject(words!(
                "the literals of its premises, {told:?}, are not those of the alternative",
                "前提所对应的条件 {told:?} 不是该情形的条件"
            ));
        };
        let mut scope = Scope::of_rule(written, (&disjuncts, number), node, self.is_legal, &self.reader)?;
        self.body(node, &disjuncts.all[number], &mut groups, &mut scope)?;
        let mut supply = Supply::new(node.id, of_head);
        for arg in &head.args {
            self.beside(arg, true, &mut scope, &mut supply)?;
        }
        for (term, value) in head.args.iter().zip(args) {
            if !self.is(term, value, &mut scope, node)? {
                return node
                    .reject(words!("the rule's head has another value than {value}", "规则结论中的值不是 {value}"));
            }
        }
        self.last_round(&mut scope, &mut supply)?;
        supply.end()?;
        self.citations(node, written, &scope.in_force)?;
        Ok(scope)
    }

    /// Every literal finds its premises, and every premise its literal.
    pub(super) fn body(
        &mut self,
        node: &Node<'a>,
        literals: &[Signed<'a>],
        groups: &mut Groups,
        scope: &mut Scope<'a>,
    ) -> Result<(), Rejected> {
        // Literals that one literal of the text was turned into (by inlining) share its number.
        let numbers = literals.iter().map(|signed| signed.literal.index).collect::<BTreeSet<_>>();
        let mut supplies = BTreeMap::new();
        for number in numbers {
            let own = groups.remove(&Some(number)).unwrap_or_default();
            supplies.insert(number, Supply::new(node.id, own));
        }
        for signed in literals {
            if let Some(supply) = supplies.get_mut(&signed.literal.index) {
                self.literal(node, signed, scope, supply)?;
            }
        }
        supplies.into_values().try_for_each(Supply::end)?;
        match groups.keys().flatten().next() {
            None => Ok(()),
            Some(literal) => node.reject(words!("its rule has no literal {literal}", "该规则没有第 {literal} 号条件")),
        }
    }
}
