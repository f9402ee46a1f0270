//! Citing articles: the norm that a conclusion applies, and the rule that says so.

use program::checked::{LawRole, NormVersion};
use proof::{Node, NodeId};

use super::{Teller, say};
use crate::fact::{safe, safe_lines};
use crate::norms::{article, cited, in_force_among, version};
use crate::phrase::fill;
use crate::wrap::{reflow, whole};

impl Teller<'_> {
    /// The major premise of a conclusion: each norm that its rule cites, in the version that decides, with its words where the program
    /// quotes them; then the rule with what its doc comments say.
    pub(super) fn major_premise(&self, id: NodeId) -> Vec<String> {
        let Node::Fact { rule, premises, .. } = &self.derivation().nodes[id] else { return Vec::new() };
        let written = self.sentences.steps.rules.rule(*rule);
        let mut lines = Vec::new();
        if premises.iter().any(|premise| premise.role == Some(LawRole::Version)) {
            // How the results under the law of two days are judged.
            lines.extend(self.sentences.steps.norms(id));
        }
        let in_force = in_force_among(premises, self.derivation());
        let versions = written.cites.iter().flat_map(|norm| cited(*norm, &in_force, self.program()));
        lines.extend(versions.map(|told| self.quoted(told)));
        lines.extend(self.undeclared(*rule).map(|norm| fill(say::UNDECLARED, self.lang, &[("norm", &whole(&norm))])));
        lines.dedup();
        let place = self.sentences.steps.rules.place(written.span);
        let told = fill(say::RULE, self.lang, &[("rule", &safe(&written.label)), ("place", &place)]);
        let doc = reflow(&safe_lines(written.doc.trim()));
        lines.push(match doc.as_str() {
            "" => told,
            doc => fill(say::MEANING, self.lang, &[("rule", &told), ("doc", doc)]),
        });
        lines
    }

    /// An article in one version, with its words where the program quotes them.
    fn quoted(&self, told: &NormVersion) -> String {
        let norm = version(told, self.lang);
        match reflow(&safe_lines(told.text.trim())).as_str() {
            "" => fill(say::NOT_QUOTED, self.lang, &[("norm", &norm)]),
            text => {
                let text = fill(say::QUOTED, self.lang, &[("text", text)]);
                fill(say::NORM, self.lang, &[("norm", &norm), ("text", &text)])
            }
        }
    }

    /// The articles that a conclusion cites, by title and number alone.
    pub(super) fn articles(&self, id: NodeId) -> Vec<String> {
        let Node::Fact { rule, premises, .. } = &self.derivation().nodes[id] else { return Vec::new() };
        let written = self.sentences.steps.rules.rule(*rule);
        let in_force = in_force_among(premises, self.derivation());
        let versions = written.cites.iter().flat_map(|norm| cited(*norm, &in_force, self.program()));
        let mut articles = versions.map(|told| article(told, self.lang)).collect::<Vec<_>>();
        articles.extend(self.undeclared(*rule).map(|norm| whole(&norm)));
        articles.dedup();
        articles
    }

    /// Norms that the rule cites and the program does not declare.
    fn undeclared(&self, rule: usize) -> impl Iterator<Item = String> {
        let rules = &self.sentences.steps.rules;
        rules.rule(rule).norms.iter().filter(|norm| !rules.declares(norm)).map(|norm| safe(norm))
    }

    /// The elements of models for which the conclusion stands: `要件：……`.
    pub(super) fn element(&self, id: NodeId) -> Option<String> {
        let Node::Fact { rule, .. } = &self.derivation().nodes[id] else { return None };
        let elements = &self.sentences.steps.rules.rule(*rule).elements;
        let texts = elements.iter().map(|element| safe(&self.program().element(*element).text)).collect::<Vec<_>>();
        (!texts.is_empty()).then(|| texts.join(say::LIST.get(self.lang)))
    }
}
