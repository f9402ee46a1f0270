//! What only the law says: norms in force, findings, and absences that count.

use diagnostics::Text;
use program::checked::{Absent, AbsentForm, LiteralKind, NormId, Program, RelId, VarId};
use serde_json::json;
use values::Value;

use super::citations::version_json;
use super::node::{Node, Supply};
use super::scope::Scope;
use super::words::words;
use super::{Rejected, Verifier};
use crate::openness::keys;

const ATTEMPTS: Text = Text {
    en: "why the rules of an exception give nothing is taken as it is told; that it is not met is checked",
    zh: "例外的规则为何得不出结论，以所载为准；例外不成立已经核验",
};

/// A norm and one of its versions.
pub type Version = (NormId, usize);

/// True where the legal layer makes other rules of the program.
pub fn is_legal(program: &Program) -> bool {
    let mut is_legal = program.relations.iter().any(|relation| {
        let openness = &relation.openness;
        openness.finding.is_some() || openness.expected.is_some() || relation.conflict.is_some()
    });
    for rule in program.rules.iter().chain(&program.subsumptions) {
        is_legal |= rule.lighter.is_some();
        rule.body.all_literals(&mut |literal, _| {
            is_legal |= matches!(literal.kind, LiteralKind::Absent(_) | LiteralKind::InForce { .. });
        });
    }
    is_legal
}

impl<'a> Verifier<'a> {
    /// `not p(..)`, `unless p(..)`: nothing fits, and nothing that might is unknown.
    pub(super) fn known_absent(
        &mut self,
        node: &Node<'a>,
        absent: &'a Absent,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let absence = self.claim(node.id, supply.next()?)?;
        match absent.form {
            AbsentForm::Not => absence.expect("absence")?,
            AbsentForm::Unless | AbsentForm::Proviso => {
                absence.expect("exception")?;
                absence.says("form", if absent.form == AbsentForm::Unless { "unless" } else { "proviso" })?;
                self.attempts(&absence, absent.atom.relation)?;
            }
        }
        let pattern = self.lacks(&absence, &absent.atom, scope)?;
        self.declared(&absence, absent, scope)?;
        let relation = absent.atom.relation;
        if self.whole.may_fit(relation, &pattern) {
            return absence.reject(words!("something that fits is open", "可能相符的事实尚未确定"));
        }
        for (columns, _) in keys(self.program, relation) {
            let key = (0..pattern.len()).map(|column| pattern[column].clone().filter(|_| columns.contains(&column)));
            let key = key.collect::<Vec<_>>();
            if columns.iter().any(|column| key[*column].is_none()) || self.whole.count(relation, &key) == 0 {
                return absence.reject(words!("nobody has said what holds of its key", "其键尚无认定"));
            }
        }
        Ok(())
    }

    /// The rules that are told to have been tried conclude the relation, or are those that count findings.
    fn attempts(&mut self, absence: &Node<'a>, relation: RelId) -> Result<(), Rejected> {
        for attempt in absence.list("attempts")? {
            let rules = self.rules.named(absence, &attempt["rule"]);
            let concludes = |rule: &usize| self.program.rules[*rule].heads.iter().any(|head| head.relation == relation);
            if rules.is_ok_and(|rules| !rules.iter().any(concludes)) {
                return absence.reject(words!(
                    "a rule is told to have been tried that does not conclude it",
                    "所称试过的规则得不出该例外"
                ));
            }
            self.notes.insert(ATTEMPTS.into());
        }
        Ok(())
    }

    /// The norm is in force on the rule's day.
    pub(super) fn in_force(
        &mut self,
        node: &Node<'a>,
        (norm, day): (NormId, VarId),
        expected: bool,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let program = self.program;
        let day = scope.value(day, node.id)?;
        let versions = &program.norm(norm).versions;
        let version = versions.iter().position(|version| {
            Value::Date(version.in_force.from) <= day && version.in_force.to.is_none_or(|to| day <= Value::Date(to))
        });
        match version {
            None if expected => node.reject(words!(
                "no version of {} is in force on {day}",
                "{} 没有在 {day} 有效的版本",
                program.norm(norm).name
            )),
            Some(_) if !expected => {
                node.reject(words!("{} is in force on {day}", "{} 在 {day} 有效", program.norm(norm).name))
            }
            None => Ok(()),
            Some(version) => {
                let part = self.claim(node.id, supply.next()?)?;
                part.expect("in_force")?;
                part.supply()?.end()?;
                part.says("day", &day.to_string())?;
                if *part.field("norm")? != version_json(program.norm(norm), &versions[version]) {
                    return part
                        .reject(words!("the version in force on {day} is another one", "{day} 有效的是另一版本"));
                }
                scope.in_force.push((norm, version));
                Ok(())
            }
        }
    }

    /// No other finding of the same key contradicts this one.
    pub(super) fn undisputed(&mut self, node: &Node<'a>, relation: RelId, args: &[Value]) -> Result<(), Rejected> {
        match self.whole.is_disputed(relation, args) {
            true => node.reject(words!(
                "other findings contradict {}",
                "其他认定与 {} 矛盾",
                json!(args.iter().map(Value::to_string).collect::<Vec<_>>())
            )),
            false => Ok(()),
        }
    }
}
