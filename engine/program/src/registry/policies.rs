//! `.policy`

use diagnostics::{Diagnostic, Span, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{Item, Term};

use super::entries::{Entries, Keys, Value};
use crate::checked::{MonthEnd, NamedPolicy, Norm, Policy, WorkingDays};
use crate::components::SourceItem;
use crate::constants::whole;
use crate::report::Report;

const KEYS: Keys = Keys {
    directive: ".policy",
    known: &["first_day", "month_end", "roll", "working_days", "or_more", "or_less", "norm"],
    repeatable: &["norm"],
};

/// The policies that `items` declare. Where there are `norms`, those that a policy rests on are among them.
pub(super) fn read(items: &[SourceItem], norms: &[Norm], report: &mut Report) -> Vec<NamedPolicy> {
    let mut policies: Vec<NamedPolicy> = Vec::new();
    for SourceItem { file, item, .. } in items {
        let Item::Policy(decl) = item else { continue };
        let Some(name) = decl.name() else { continue };
        let (text, span) = (name.dotted(), name.span(*file));
        if let Some(previous) = policies.iter().find(|policy| policy.name == text) {
            report.push(super::twice(".policy", &text, span, previous.span));
            continue;
        }
        let entries = Entries::read(&decl.entries(), *file, &KEYS, report);
        let policy = policy(&entries, report);
        let cited: Vec<_> =
            entries.all("norm").iter().filter_map(|norm| Some((name_of(norm, report)?, norm.span))).collect();
        cited.iter().for_each(|(name, place)| declared(name, *place, norms, report));
        let norms = cited.into_iter().map(|(name, _)| name).collect();
        policies.push(NamedPolicy { name: text, policy, norms, span });
    }
    policies
}

fn declared(name: &str, place: Span, norms: &[Norm], report: &mut Report) {
    if !norms.is_empty() && norms.iter().all(|norm| norm.name != name) {
        let near = report.near_or_all(name, norms.iter().map(|norm| norm.name.as_str()).collect());
        report.push(Diagnostic::new(&catalogue::UNKNOWN_NORM, place).arg("name", name).list("near", near));
    }
}

fn policy(entries: &Entries, report: &mut Report) -> Policy {
    const INCLUDES: [(&str, bool); 2] = [("includes", false), ("excludes", true)];
    const MONTH_END: [(&str, MonthEnd); 2] = [("clamp", MonthEnd::Clamp), ("overflow", MonthEnd::Overflow)];
    let mut truth = |key: &str, words: &[(&'static str, bool)]| {
        entries.get(key).and_then(|value| value.word(words, report)).unwrap_or_default()
    };
    let first_day_included = truth("first_day", &[("excluded", false), ("included", true)]);
    let rolls_forward = truth("roll", &[("none", false), ("forward", true)]);
    let (or_more_excludes, or_less_excludes) = (truth("or_more", &INCLUDES), truth("or_less", &INCLUDES));
    let month_end = entries.get("month_end").and_then(|value| value.word(&MONTH_END, report)).unwrap_or_default();
    let working_days = entries.get("working_days").and_then(|value| working_days(value, report)).unwrap_or_default();
    Policy { first_day_included, month_end, rolls_forward, working_days, or_more_excludes, or_less_excludes }
}

/// `none`, `all`, `up_to 10` or `[2, 3]`
fn working_days(value: &Value, report: &mut Report) -> Option<WorkingDays> {
    let written = value.written();
    let word = written.word();
    let numbers: Option<Vec<i128>> = written.constants().iter().map(number).collect();
    let found = match (word.as_ref().map(|word| word.text()), numbers.as_deref()) {
        (Some("none"), Some([])) => Some(WorkingDays::None),
        (Some("all"), Some([])) => Some(WorkingDays::All),
        (Some("up_to"), Some([most])) => u32::try_from(*most).ok().map(WorkingDays::UpTo),
        (None, Some(days)) if written.is_list() => days
            .iter()
            .try_fold(0u64, |bits, day| {
                let bit = (0..64).contains(day).then(|| 1u64 << day);
                bit.map(|bit| bits | bit)
            })
            .map(WorkingDays::These),
        _ => None,
    };
    if found.is_none() {
        value.bad(&["none", "all", "up_to 10", "[2, 3, 5, 7]"], report);
    }
    found
}

fn number(term: &Term) -> Option<i128> {
    let Term::Constant(constant) = term else { return None };
    let token = constant.token().filter(|token| token.kind() == SyntaxKind::INTEGER)?;
    whole(token.text())
}

/// The norm is a name or a string.
fn name_of(value: &Value, report: &mut Report) -> Option<String> {
    let tokens = value.written().tokens();
    let [only] = tokens.as_slice() else {
        value.bad(&["NORM"], report);
        return None;
    };
    match only.kind() {
        SyntaxKind::IDENT => Some(only.text().to_owned()),
        _ => value.string(report),
    }
}
