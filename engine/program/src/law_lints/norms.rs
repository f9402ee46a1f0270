//! Norms and the days for which rules use them.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Date, Value};

use crate::checked::{Norm, Program, Rule};
use crate::law_lints::bounds::{Bounds, in_force};
use crate::law_lints::range::Range;

const VERSION: Text = Text { en: "in force {force}", zh: "施行期间：{force}" };

/// Rules that ask for a norm on days on which it never is in force, with what is said of them. `bounds` are by rule.
pub(crate) fn never_in_force(program: &Program, bounds: &[Bounds]) -> (BTreeSet<usize>, Vec<Diagnostic>) {
    let (mut rules, mut told) = (BTreeSet::new(), Vec::new());
    for (number, rule) in program.rules.iter().enumerate() {
        let mut bounds = bounds[number].clone();
        for (id, day, span) in in_force(rule) {
            let (norm, days) = (program.norm(id), bounds.variable(day).clone());
            let left = norm.versions.iter().map(|version| {
                let to = version.in_force.to.map(Value::Date);
                days.meet(&Range::between(Some(&Value::Date(version.in_force.from)), to.as_ref()))
            });
            let Some(left) = left.filter(|range| !range.is_empty()).reduce(|a, b| a.join(&b)) else {
                if bounds.contradiction.is_none() {
                    let name = &rule.variables[day.0 as usize].name;
                    let warning = Diagnostic::new(&catalogue::NEVER_IN_FORCE, span).arg("norm", &norm.name);
                    let [en, zh] = period(days.ends());
                    let warning = warning.arg("day", name).arg("rule", &rule.label).texts("days", en, zh);
                    told.push(versions(warning, norm));
                }
                rules.insert(number);
                break;
            };
            bounds.limit(day, &left);
        }
    }
    (rules, told)
}

/// Rules that cite a norm that has ended, and do not say for which day.
pub(crate) fn ended(program: &Program) -> Vec<Diagnostic> {
    let as_of = as_of(program);
    let has_ended = |norm: &Norm| {
        let last = norm.versions.last().and_then(|version| version.in_force.to);
        last.filter(|last| as_of.is_none_or(|as_of| *last < as_of))
    };
    let mut told = Vec::new();
    for rule in program.rules.iter().filter(|rule| in_force(rule).is_empty()) {
        for norm in rule.cites.iter().map(|norm| program.norm(*norm)) {
            if let (Some(last), Some(place)) = (has_ended(norm), place(rule)) {
                let warning = Diagnostic::new(&catalogue::REPEALED_NORM, place).arg("norm", &norm.name);
                told.push(versions(warning.arg("last", last).arg("rule", &rule.label), norm));
            }
        }
    }
    told
}

/// The first head of a rule.
pub(crate) fn place(rule: &Rule) -> Option<diagnostics::Span> {
    rule.heads.first().map(|head| head.span)
}

/// The day as of which the program is read.
fn as_of(program: &Program) -> Option<Date> {
    let parameter = program.parameters.iter().find(|parameter| parameter.name == "as_of")?;
    match parameter.values.as_slice() {
        [only] => match only.value {
            Value::Date(day) => Some(day),
            _ => None,
        },
        _ => None,
    }
}

/// Shows when the norm is in force: from its first to its last day.
fn versions(warning: Diagnostic, norm: &Norm) -> Diagnostic {
    let from = norm.versions.first().map(|version| Value::Date(version.in_force.from));
    let to = norm.versions.last().and_then(|version| version.in_force.to).map(Value::Date);
    let [en, zh] = period([from.as_ref(), to.as_ref()]);
    warning.texts("force", en, zh).related(norm.span, VERSION)
}

/// A period in words, English and Chinese.
fn period(ends: [Option<&Value>; 2]) -> [String; 2] {
    match ends {
        [Some(from), Some(to)] if from == to => [format!("on {from}"), format!("{from}")],
        [Some(from), Some(to)] => [format!("from {from} to {to}"), format!("{from} 至 {to}")],
        [Some(from), None] => [format!("from {from} on"), format!("{from} 起")],
        [None, Some(to)] => [format!("up to {to}"), format!("{to} 及以前")],
        [None, None] => ["on any day".to_owned(), "任何一日".to_owned()],
    }
}
