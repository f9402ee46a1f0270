//! Facts that a subsumption erased after others were concluded from them.

use program::checked::Law;
use serde_json::Value as Json;

use super::bodies::Bodies;
use super::node::{Node, list};
use super::statement::Statement;
use super::words::words;
use super::{Rejected, Verifier};

impl<'a> Verifier<'a> {
    /// What took the place of a fact is there, and a subsumption at the place named lets it dominate the fact.
    pub(super) fn replaced(&mut self, node: &Node<'a>, statement: &Statement, replaced: &Json) -> Result<(), Rejected> {
        let program = self.program;
        if program.relation(statement.relation).law != Law::Subsumption {
            return node.reject(words!(
                "it says that it was replaced, but no subsumption concerns it",
                "它称已被取代，但该关系没有取代规则"
            ));
        }
        self.notes.insert(words!(
            "in which round a fact was replaced is taken as it is told",
            "事实在哪一轮被取代，以所载为准"
        ));
        let Some(by) = replaced.get("by") else {
            return node.reject(words!("it does not say what replaced it", "没有指明何者取代了它"));
        };
        if by.is_null() {
            self.notes.insert(words!(
                "what replaced a fact was replaced in turn, and is not looked at",
                "取代某事实的事实又被取代，未予核验"
            ));
            return Ok(());
        }
        let texts = list(&by["args"]).unwrap_or_default().iter().map(|text| text.as_str().unwrap_or_default());
        let other = self.values(node, statement.relation, &texts.collect::<Vec<_>>())?;
        if other == statement.args || !self.whole.holds(statement.relation, &other) {
            return node.reject(words!("what replaced it is not there", "所称取代它的事实并不存在"));
        }
        let subsumptions = self.rules.subsuming(node, &by["at"])?.to_vec();
        let bodies = self.bodies.get_or_insert_with(|| Bodies::new(program, self.whole));
        let of_relation = subsumptions.into_iter().map(|number| &program.subsumptions[number]);
        let of_relation = of_relation.filter(|rule| rule.heads.iter().any(|head| head.relation == statement.relation));
        let mut verdicts =
            of_relation.map(|rule| bodies.dominates(statement.relation, rule, [&statement.args, &other]));
        match verdicts.try_fold(false, |any, verdict| Some(any || verdict?)) {
            Some(true) => Ok(()),
            Some(false) => {
                node.reject(words!("the subsumption named does not replace it by this", "所称的取代规则并不以此取代它"))
            }
            None => {
                self.notes.insert(words!(
                    "a subsumption is beyond the second opinion, and was not looked at",
                    "一条取代规则超出核验能力，未予核验"
                ));
                Ok(())
            }
        }
    }
}
