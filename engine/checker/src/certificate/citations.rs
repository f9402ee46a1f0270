//! The norms that a conclusion cites.

use diagnostics::Text;
use program::checked::{Norm, NormVersion, Rule};
use serde_json::{Value as Json, json};

use super::law::Version;
use super::node::Node;
use super::words::words;
use super::{Rejected, Verifier};

/// The note on ids of clues, for those who look at them by themselves.
pub const CLUE_IDS: Text = Text { en: "the id of a clue is taken as it is told", zh: "线索的编号以所载为准" };

impl<'a> Verifier<'a> {
    /// A conclusion names the norms of its rule, those that the program declares in the version in force on the rule's day, otherwise in
    /// all of them. A grade is that of a rule.
    pub(super) fn citations(&mut self, node: &Node<'a>, rule: &Rule, in_force: &[Version]) -> Result<(), Rejected> {
        if node.texts("norms")? != rule.norms {
            return node.reject(words!("its norms are not those of the rule", "所载的规范不是该规则的规范"));
        }
        let mut cited = Vec::new();
        for id in &rule.cites {
            let norm = self.program.norm(*id);
            let own = in_force.iter().filter(|(known, _)| known == id).map(|(_, version)| &norm.versions[*version]);
            let own = own.collect::<Vec<_>>();
            let versions = if own.is_empty() { norm.versions.iter().collect() } else { own };
            cited.extend(versions.into_iter().map(|version| version_json(norm, version)));
        }
        if node.list("cites")? != cited {
            return node.reject(words!("what it cites is not what the rule cites", "所引条文不是该规则所引的条文"));
        }
        let Some(clue) = node.optional("clue") else { return Ok(()) };
        self.notes.insert(CLUE_IDS.into());
        let told = clue["grade"].as_str();
        let grades = self.program.rules.iter().filter(|other| {
            let same = |head: &program::checked::Atom| rule.heads.iter().any(|own| own.relation == head.relation);
            other.heads.iter().any(same)
        });
        match rule.clue.map(|grade| grade.name()) {
            own if own == told && own.is_some() => Ok(()),
            // The grade is the best one among the rules that hold, and another one may be better.
            own if grades
                .filter_map(|rule| rule.clue)
                .any(|grade| Some(grade.name()) == told && own.is_none_or(|own| grade.name() < own)) =>
            {
                self.notes.insert(words!(
                    "the grade of a clue is that of a rule which the proof does not show",
                    "线索的等级来自证明未列出的规则"
                ));
                Ok(())
            }
            _ => node.reject(words!("its grade is not that of a rule", "没有规则给出该等级")),
        }
    }
}

/// What a proof says of a version of a norm.
pub fn version_json(norm: &Norm, version: &NormVersion) -> Json {
    let checked = version.checked.as_ref();
    json!({
        "id": norm.name, "law": version.law, "article": version.article,
        "from": version.in_force.from.to_string(), "to": version.in_force.to.map(|to| to.to_string()),
        "checked": checked.map(|checked| json!({"on": checked.on.to_string(), "against": checked.against})),
        "text": version.text,
    })
}
