//! Parameters that lack a value where one can be expected.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Date, Value};

use crate::checked::{Interval, Parameter, ParameterId, ParameterValue, Program, Term};

const OTHER: Text = Text { en: "the other value", zh: "另一个取值" };

/// What parameters lack. Values given from outside have no keys and no times.
pub(crate) fn report(program: &Program) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for parameter in program.parameters.iter().filter(|parameter| !parameter.replaced) {
        let by_keys = by_keys(parameter);
        by_keys.values().for_each(|values| gaps(parameter, values, &mut told));
        left_behind(parameter, &by_keys, &mut told);
    }
    for (reader, other) in read_together(program) {
        missing_keys(program.parameter(reader), program.parameter(other), &mut told);
    }
    told
}

type Timed<'p> = Vec<(Interval, &'p ParameterValue)>;

/// The values of each key that have a time, in its order.
fn by_keys(parameter: &Parameter) -> BTreeMap<&[Value], Timed<'_>> {
    let mut by_keys: BTreeMap<&[Value], Timed<'_>> = BTreeMap::new();
    for value in &parameter.values {
        if let Some(interval) = value.applies {
            by_keys.entry(&value.keys).or_default().push((interval, value));
        }
    }
    by_keys.values_mut().for_each(|values| values.sort_by_key(|(interval, _)| *interval));
    by_keys
}

fn gaps(parameter: &Parameter, values: &Timed<'_>, told: &mut Vec<Diagnostic>) {
    for pair in values.windows(2) {
        let [(before, earlier), (after, later)] = pair else { continue };
        let (Some(first), Ok(last)) = (next_day(before), after.from.add_days(-1)) else { continue };
        if first <= last {
            let warning = Diagnostic::new(&catalogue::PARAMETER_GAP, later.span);
            let warning = warning.arg("name", written(parameter, &later.keys));
            let warning = warning.texts("days", format!("from {first} to {last}"), format!("{first} 至 {last} "));
            told.push(warning.related(earlier.span, OTHER));
        }
    }
}

/// Keys whose values end while those of others go on.
fn left_behind(parameter: &Parameter, by_keys: &BTreeMap<&[Value], Timed<'_>>, told: &mut Vec<Diagnostic>) {
    let ends = by_keys.values().filter_map(|values| values.last());
    let Some((latest, later)) = ends.max_by_key(|(interval, _)| (interval.to.is_none(), interval.to)) else { return };
    for (keys, values) in by_keys {
        let Some((last, value)) = values.last() else { continue };
        let goes_on = last.to.is_some() && (latest.to.is_none() || latest.to > last.to);
        if let (true, Some(first)) = (goes_on, next_day(last)) {
            let warning = Diagnostic::new(&catalogue::PARAMETER_GAP, value.span).arg("name", written(parameter, keys));
            let warning = warning.texts("days", format!("from {first} on"), format!("{first} 起"));
            told.push(warning.related(later.span, OTHER));
        }
    }
}

fn next_day(interval: &Interval) -> Option<Date> {
    interval.to?.add_days(1).ok()
}

/// `other` has values for keys for which `parameter` has none, and rules read both for the same keys.
fn missing_keys(parameter: &Parameter, other: &Parameter, told: &mut Vec<Diagnostic>) {
    let keys = |parameter: &Parameter| parameter.values.iter().map(|value| value.keys.clone()).collect::<BTreeSet<_>>();
    let (own, others) = (keys(parameter), keys(other));
    let missing = others.difference(&own).map(|keys| written_keys(keys)).collect::<Vec<_>>();
    if !own.is_empty() && !missing.is_empty() {
        const KEYS: Text = Text { en: "has values for them", zh: "此参数有相应取值" };
        let warning = Diagnostic::new(&catalogue::PARAMETER_KEYS, parameter.span).list("keys", missing);
        let warning = warning.arg("name", &parameter.name).arg("other", &other.name);
        told.push(warning.related(other.span, KEYS));
    }
}

/// Pairs of parameters, both ways, that some rule reads for the same keys. Those whose values were replaced are left out.
fn read_together(program: &Program) -> BTreeSet<(ParameterId, ParameterId)> {
    let mut pairs = BTreeSet::new();
    for rule in &program.rules {
        let mut read: Vec<(ParameterId, &[Term])> = Vec::new();
        rule.body.literals(&mut |literal, _| {
            literal.kind.terms().into_iter().for_each(|term| parameters(term, &mut read));
        });
        read.retain(|(id, keys)| !keys.is_empty() && !program.parameter(*id).replaced);
        for (number, (one, keys)) in read.iter().enumerate() {
            for (other, _) in read[..number].iter().filter(|(id, other)| id != one && same(keys, other)) {
                pairs.extend([(*one, *other), (*other, *one)]);
            }
        }
    }
    pairs
}

fn parameters<'p>(term: &'p Term, read: &mut Vec<(ParameterId, &'p [Term])>) {
    if let Term::Parameter { parameter, keys, .. } = term {
        read.push((*parameter, keys));
    }
    term.children().into_iter().for_each(|child| parameters(child, read));
}

fn same(keys: &[Term], others: &[Term]) -> bool {
    let same = |pair: (&Term, &Term)| matches!(pair, (Term::Variable(a), Term::Variable(b)) if a == b);
    keys.len() == others.len() && keys.iter().zip(others).all(same)
}

/// `theft_large("安徽")`
fn written(parameter: &Parameter, keys: &[Value]) -> String {
    match keys {
        [] => parameter.name.clone(),
        keys => format!("{}({})", parameter.name, written_keys(keys)),
    }
}

fn written_keys(keys: &[Value]) -> String {
    let key = |value: &Value| match value {
        Value::Symbol(text) => format!("\"{text}\""),
        other => other.to_string(),
    };
    keys.iter().map(key).collect::<Vec<_>>().join(", ")
}
