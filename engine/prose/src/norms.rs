//! Norms as lawyers cite them: title and article, when in force, whether anybody compared the words.

use diagnostics::{Lang, Text};
use program::checked::{Interval, LawRole, NormId, NormVersion, Program, Rule};
use proof::{Derivation, Node, NodeId, Premise};
use values::Date;

use crate::fact::safe;
use crate::fill;

const ARTICLE: Text = Text { en: "{law}, {article}", zh: "《{law}》{article}" };
const SINCE: Text = Text { en: "in force since {from}", zh: "自 {from} 起施行" };
const UNTIL: Text = Text { en: "in force from {from} to {to}", zh: "自 {from} 至 {to} 施行" };
const VERSION: Text = Text { en: "{article}, {time}{mark}", zh: "{article}，{time}{mark}" };
const UNVERIFIED: Text = Text { en: " (unverified)", zh: "（条文未经核对）" };
const NORM: Text = Text { en: "norm: {versions}", zh: "依据：{versions}" };
const VERSIONS: Text = Text {
    en: "norm, in all its versions (the rule names no day that decides): {versions}",
    zh: "依据（规则未指明以哪一日为准，列出全部版本）：{versions}",
};
const NEXT: Text = Text { en: "; ", zh: "；" };
const ON_THE_DAY: Text = Text { en: "{article}, {time}: in force on {day}", zh: "{article}{time}，{day} 有效" };

/// `《中华人民共和国民法典》第七百二十五条`
pub fn article(version: &NormVersion, lang: Lang) -> String {
    fill(ARTICLE, lang, &[("law", &safe(&version.law)), ("article", &safe(&version.article))])
}

/// `自 2021-01-01 起施行`
pub fn time(interval: Interval, lang: Lang) -> String {
    let from = interval.from.to_string();
    match interval.to {
        None => fill(SINCE, lang, &[("from", &from)]),
        Some(to) => fill(UNTIL, lang, &[("from", &from), ("to", &to.to_string())]),
    }
}

/// Article and time; what nobody compared with its source says so.
pub fn version(version: &NormVersion, lang: Lang) -> String {
    let mark = if version.checked.is_some() { "" } else { UNVERIFIED.get(lang) };
    let (article, time) = (article(version, lang), time(version.in_force, lang));
    fill(VERSION, lang, &[("article", &article), ("time", &time), ("mark", mark)])
}

/// A line for each norm that a rule cites: the version in force on the rule's day, otherwise all there are.
pub(crate) fn lines(rule: &Rule, in_force: &[(NormId, usize)], program: &Program, lang: Lang) -> Vec<String> {
    let line = |norm: &NormId| {
        let versions = cited(*norm, in_force, program);
        let decided = versions.len() == 1 || in_force.iter().any(|(known, _)| known == norm);
        let text = if decided { NORM } else { VERSIONS };
        let told = versions.into_iter().map(|told| version(told, lang)).collect::<Vec<_>>();
        fill(text, lang, &[("versions", &told.join(NEXT.get(lang)))])
    };
    rule.cites.iter().map(line).collect()
}

/// `《中华人民共和国民法典》第七百二十五条自 2021-01-01 起施行，2021-03-05 有效`
pub(crate) fn in_force(version: &NormVersion, day: Date, lang: Lang) -> String {
    let (article, time) = (article(version, lang), time(version.in_force, lang));
    fill(ON_THE_DAY, lang, &[("article", &article), ("time", &time), ("day", &day.to_string())])
}

/// The versions of a norm that a rule rests on: the one in force on its day (of the lighter law: those of both days), otherwise all.
pub(crate) fn cited<'p>(norm: NormId, in_force: &[(NormId, usize)], program: &'p Program) -> Vec<&'p NormVersion> {
    let versions = &program.norm(norm).versions;
    let in_force = in_force.iter().filter(|(known, _)| *known == norm);
    let decided = in_force.filter_map(|(_, version)| versions.get(*version)).collect::<Vec<_>>();
    if decided.is_empty() { versions.iter().collect() } else { decided }
}

/// The versions that the premises of a fact say are in force. Recursive by one step: results under the law of a day rest on no others.
pub(crate) fn in_force_among(premises: &[Premise], derivation: &Derivation) -> Vec<(NormId, usize)> {
    in_force_at(premises, &|id| derivation.nodes.get(id))
}

/// The same, where `node` finds the nodes.
pub(crate) fn in_force_at<'n>(premises: &[Premise], node: &dyn Fn(NodeId) -> Option<&'n Node>) -> Vec<(NormId, usize)> {
    let mut found = Vec::new();
    for premise in premises {
        match node(premise.node) {
            Some(Node::InForce { norm, version, .. }) => found.push((*norm, *version)),
            Some(Node::Fact { premises, .. }) if premise.role == Some(LawRole::Version) => {
                found.extend(in_force_at(premises, node));
            }
            _ => {}
        }
    }
    found.dedup();
    found
}

/// The norms that a rule cites, each in the versions that it rests on, as [`cited`].
pub(crate) fn versions(rule: &Rule, in_force: &[(NormId, usize)], program: &Program) -> Vec<(NormId, usize)> {
    let versions = |norm: &NormId| {
        let known = in_force.iter().filter(|(known, _)| known == norm).map(|(_, version)| *version);
        let known = known.collect::<Vec<_>>();
        let versions = if known.is_empty() { (0..program.norm(*norm).versions.len()).collect() } else { known };
        versions.into_iter().map(|version| (*norm, version)).collect::<Vec<_>>()
    };
    rule.cites.iter().flat_map(versions).collect()
}

/// The norms that the rule of a conclusion cites, each in the versions that it rests on: the one in force on the rule's day (of the lighter
/// law: those of both days), otherwise all; nothing for other steps.
pub fn applied(id: NodeId, derivation: &Derivation, program: &Program) -> Vec<(NormId, usize)> {
    let Node::Fact { rule, premises, .. } = &derivation.nodes[id] else { return Vec::new() };
    versions(&program.rules[*rule], &in_force_among(premises, derivation), program)
}

/// The articles that a derivation rests on and that nobody compared with their source, in the order of its steps, each once.
pub fn unverified(derivation: &Derivation, program: &Program, lang: Lang) -> Vec<String> {
    let mut found = Vec::new();
    for node in &derivation.nodes {
        let Node::Fact { rule, premises, .. } = node else { continue };
        let in_force = in_force_among(premises, derivation);
        let versions = program.rules[*rule].cites.iter().flat_map(|norm| cited(*norm, &in_force, program));
        for version in versions.filter(|version| version.checked.is_none()) {
            let article = article(version, lang);
            if !found.contains(&article) {
                found.push(article);
            }
        }
    }
    found
}
