//! A rule as it is cited: its name, the case that applies, its place, its norms.

use diagnostics::{Lang, Text};

use crate::fact::safe;
use crate::fill;
use crate::rules::Rules;
use crate::wrap::whole;

const RULE: Text = Text { en: "rule `{rule}`{case}, {place}{norms}", zh: "规则 `{rule}`{case}，{place}{norms}" };
const NAMED: Text = Text { en: "rule {rule}{case}", zh: "规则 {rule}{case}" };
const CASE: Text = Text { en: ", case {case} of {cases}", zh: "（{cases} 种情形之第 {case} 种）" };
const NORM: Text = Text { en: "; norm {norms}", zh: "；依据 {norms}" };
const NORMS: Text = Text { en: "; norms {norms}", zh: "；依据 {norms}" };
const LIST: Text = Text { en: ", ", zh: "、" };

/// `rule long lease, case 1 of 2`: as a heading.
pub(crate) fn named(rules: &Rules<'_>, rule: usize, alternative: u32, lang: Lang) -> String {
    let label = safe(&rules.rule(rule).label);
    fill(NAMED, lang, &[("rule", &label), ("case", &case_of(rules, rule, alternative, lang))])
}

/// For [`crate::wrap`]. Norms that the program declares are told elsewhere; the names of others are kept whole: ``rule `long lease`, m.dl:40; norm cc_725``; the case is told where the rule has several.
pub(crate) fn citation(rules: &Rules<'_>, rule: usize, alternative: u32, lang: Lang) -> String {
    let written = rules.rule(rule);
    let case = case_of(rules, rule, alternative, lang);
    let unknown = written.norms.iter().filter(|norm| !rules.declares(norm)).map(|norm| whole(norm)).collect::<Vec<_>>();
    let list = unknown.join(LIST.get(lang));
    let norms = match unknown.len() {
        0 => String::new(),
        1 => fill(NORM, lang, &[("norms", &list)]),
        _ => fill(NORMS, lang, &[("norms", &list)]),
    };
    let place = rules.place(written.span);
    fill(RULE, lang, &[("rule", &written.label), ("case", &case), ("place", &place), ("norms", &norms)])
}

/// Which of several cases of a rule it is.
fn case_of(rules: &Rules<'_>, rule: usize, alternative: u32, lang: Lang) -> String {
    let (case, cases) = ((alternative + 1).to_string(), rules.alternatives(rule).to_string());
    match cases.as_str() {
        "1" => String::new(),
        _ => fill(CASE, lang, &[("case", &case), ("cases", &cases)]),
    }
}
