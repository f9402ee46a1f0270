//! What clues rest on.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, catalogue};

use crate::checked::{Grade, Literal, NormId, Program, RelId, Rule};
use crate::law_lints::facts::float;
use crate::law_lints::norms::place;
use crate::law_lints::reach::{above, below};
use crate::law_lints::rules_about_law::{Found, Known};

/// The program with what was found about it.
pub(crate) struct Examined<'p> {
    pub(crate) program: &'p Program,
    pub(crate) known: &'p Known,
    pub(crate) found: &'p Found,
    /// The literals that `known` has by number.
    pub(crate) literals: &'p [&'p Literal],
    /// Heads and what their rules read.
    pub(crate) ways: &'p [(RelId, RelId)],
}

/// Inputs on which nothing depends, though rules read them.
pub(crate) fn idle_inputs(Examined { program, found, .. }: &Examined<'_>) -> Vec<Diagnostic> {
    let input = |id: &RelId| {
        let input = program.inputs.iter().find(|input| input.relation == *id)?;
        let warning = Diagnostic::new(&catalogue::IDLE_INPUT, input.span);
        Some(warning.arg("name", &program.relation(*id).name))
    };
    found.idle.iter().filter_map(input).collect()
}

/// Clue rules of grade A or B that cite nothing.
pub(crate) fn without_norm(program: &Program) -> Vec<Diagnostic> {
    let rules = program.rules.iter().filter(|rule| rule.clue.is_some_and(|grade| grade < Grade::C));
    let told = |rule: &Rule| {
        let grade = rule.clue.map_or("", Grade::name);
        let warning = Diagnostic::new(&catalogue::CLUE_WITHOUT_NORM, place(rule)?).arg("rule", &rule.label);
        Some(warning.arg("grade", grade))
    };
    rules.filter(|rule| rule.norms.is_empty()).filter_map(told).collect()
}

/// Norms behind clues whose words nobody compared with a source.
pub(crate) fn unverified_norms(examined: &Examined<'_>) -> Vec<Diagnostic> {
    let Examined { program, known, found, ways, .. } = examined;
    if found.unverified.is_empty() {
        return Vec::new();
    }
    let above = above(program, ways, &known.clues.iter().copied().collect());
    let clues = |norm: &NormId| {
        let rules = program.rules.iter().filter(|rule| rule.cites.contains(norm));
        let heads = rules.flat_map(|rule| &rule.heads).map(|head| head.relation.0 as usize);
        heads.flat_map(|head| above[head].iter().copied()).collect::<BTreeSet<_>>()
    };
    let told = |norm: &NormId| {
        let declared = program.norm(*norm);
        let version = declared.versions.iter().find(|version| version.checked.is_none())?;
        let span = if declared.versions.len() == 1 { declared.span } else { version.span };
        let warning = Diagnostic::new(&catalogue::UNVERIFIED_NORM, span).arg("norm", &declared.name);
        Some(warning.list("clues", names(program, &clues(norm))))
    };
    found.unverified.iter().filter_map(told).collect()
}

/// Floats in rules that cite a norm or lead to a clue.
pub(crate) fn floats(Examined { program, found, .. }: &Examined<'_>) -> Vec<Diagnostic> {
    let told = |number: &usize| {
        let rule = &program.rules[*number];
        Some(Diagnostic::new(&catalogue::FLOAT_IN_LAW, float(rule)?).arg("rule", &rule.label))
    };
    found.floats.iter().filter_map(told).collect()
}

/// Negations by closed world behind clues.
pub(crate) fn closed_negations(examined: &Examined<'_>) -> Vec<Diagnostic> {
    let Examined { program, known, found, literals, ways } = examined;
    let below = below(program, ways, &known.incomplete.iter().copied().collect());
    let told = |(_, relation, number): &(usize, RelId, u32)| {
        let warning = Diagnostic::new(&catalogue::CLOSED_NEGATION, literals[*number as usize].span);
        let bases = names(program, &below[relation.0 as usize]);
        warning.arg("name", &program.relation(*relation).name).list("bases", bases)
    };
    known.negated.iter().filter(|negated| found.closed.contains(&negated.2)).map(told).collect()
}

/// Absences that nothing can ever settle.
pub(crate) fn open_absences(examined: &Examined<'_>) -> Vec<Diagnostic> {
    let Examined { program, known, found, literals, ways } = examined;
    let below = below(program, ways, &known.undeclared.iter().copied().collect());
    let told = |(relation, number): &(RelId, u32)| {
        let warning = Diagnostic::new(&catalogue::ALWAYS_OPEN, literals[*number as usize].span);
        let bases = names(program, &below[relation.0 as usize]);
        warning.arg("name", &program.relation(*relation).name).list("bases", bases)
    };
    known.absent.iter().filter(|absent| found.always_open.contains(&absent.1)).map(told).collect()
}

fn names<'p>(program: &'p Program, relations: &BTreeSet<RelId>) -> Vec<&'p str> {
    relations.iter().map(|id| program.relation(*id).name.as_str()).collect()
}
