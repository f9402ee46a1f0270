//! Exceptions that can never be met, and precedence that never decides anything.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Span, Text, catalogue};

use crate::checked::{Atom, Literal, LiteralKind, Program, RelId, Rule, Term, VarId};
use crate::law_lints::bounds::{Bounds, Columns};
use crate::law_lints::norms::place;
use crate::law_lints::range::Range;
use crate::law_lints::rules_about_law::Found;
use crate::law_lints::walk::premises;

/// The program with what is known about its values.
pub(crate) struct Facts<'p> {
    pub(crate) program: &'p Program,
    /// Relations with records, facts or findings.
    pub(crate) filled: &'p BTreeSet<RelId>,
    pub(crate) columns: &'p Columns,
    /// By rule.
    pub(crate) bounds: &'p [Bounds],
}

/// The place where a rule's conditions contradict each other.
pub(crate) fn contradiction(rule: &Rule, bounds: &Bounds) -> Option<Span> {
    bounds.contradiction.or_else(|| {
        let (present, absent) = (positive_atoms(rule), absences(rule));
        let denies = |(_, denied): &(&Literal, &Atom)| present.iter().any(|atom| covers(denied, &known(atom)));
        absent.iter().find(|absence| denies(absence)).map(|found| found.0.span)
    })
}

/// Rules of the law that cannot conclude anything because of their own conditions.
pub(crate) fn contradictory(facts: &Facts<'_>, of_law: &dyn Fn(usize) -> bool) -> Vec<Diagnostic> {
    const RULE: Text = Text { en: "the rule", zh: "此规则" };
    let told = |(number, rule): (usize, &Rule)| {
        let span = contradiction(rule, &facts.bounds[number])?;
        let warning = Diagnostic::new(&catalogue::CONTRADICTORY_RULE, span).arg("rule", &rule.label);
        Some(warning.related(place(rule)?, RULE))
    };
    facts.program.rules.iter().enumerate().filter(|(number, _)| of_law(*number)).filter_map(told).collect()
}

/// Exceptions that can never be met. Of relations that have no rules at all another warning tells.
pub(crate) fn unreachable(facts: &Facts<'_>, found: &Found) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for (number, rule) in facts.program.rules.iter().enumerate().filter(|(number, _)| !found.never.contains(number)) {
        rule.body.literals(&mut |literal, _| {
            let LiteralKind::Absent(absent) = &literal.kind else { return };
            if let Some((reason, other)) = reason(literal, &absent.atom, rule, &facts.bounds[number], facts, found) {
                const OTHER: Text = Text { en: "this comes first", zh: "此处已先行排除" };
                let warning = Diagnostic::new(&catalogue::UNREACHABLE_EXCEPTION, literal.span).words("reason", reason);
                let name = &facts.program.relation(absent.atom.relation).name;
                let warning = warning.arg("name", name).arg("rule", &rule.label);
                told.push(other.into_iter().fold(warning, |warning, span| warning.related(span, OTHER)));
            }
        });
    }
    told
}

/// Why an exception is never met, and what excludes it.
fn reason(
    literal: &Literal,
    atom: &Atom,
    rule: &Rule,
    bounds: &Bounds,
    facts: &Facts<'_>,
    found: &Found,
) -> Option<(Text, Option<Span>)> {
    const EMPTY: Text =
        Text { en: "none of the rules for it can conclude anything", zh: "推导它的规则都不可能得出结论" };
    const APART: Text = Text {
        en: "its values and those of the rule exclude each other",
        zh: "它的取值与本规则的取值互相排斥",
    };
    const EXCLUDED: Text = Text { en: "an earlier condition excludes it", zh: "前面的条件已经把它排除" };
    if found.empty.contains(&atom.relation) {
        let mut heads = facts.program.rules.iter().flat_map(|rule| &rule.heads);
        return heads.any(|head| head.relation == atom.relation).then_some((EMPTY, None));
    }
    if !bounds.clone().matches(atom, facts.columns) {
        return Some((APART, None));
    }
    let earlier = absences(rule).into_iter().filter(|(other, _)| other.index < literal.index).collect::<Vec<_>>();
    let direct = earlier.iter().find(|(_, denied)| covers(denied, &known(atom)));
    let excluded = direct.or_else(|| earlier.iter().find(|(_, denied)| needs_denied(atom, denied, facts)));
    excluded.map(|(other, _)| (EXCLUDED, Some(other.span)))
}

/// Precedence over a rule that is never there, or never about the same thing.
pub(crate) fn precedence(facts: &Facts<'_>, found: &Found) -> Vec<Diagnostic> {
    const NEVER: Text = Text { en: "`{idle}` can never conclude anything", zh: "`{idle}` 不可能得出结论" };
    const APART: Text =
        Text { en: "the two are never about the same thing", zh: "两条规则从不涉及同一对象" };
    const OTHER: Text = Text { en: "the other rule", zh: "另一条规则" };
    let rules = &facts.program.rules;
    let mut told = Vec::new();
    for (number, rule) in rules.iter().enumerate() {
        for precedence in &rule.precedences {
            let over = precedence.over;
            let idle = [over, number].into_iter().find(|rule| found.never.contains(rule));
            let reason = match idle {
                Some(_) => NEVER,
                None if apart(facts, number, over) => APART,
                None => continue,
            };
            let warning = Diagnostic::new(&catalogue::IDLE_PRECEDENCE, precedence.span).arg("rule", &rule.label);
            let idle = rules[idle.unwrap_or(over)].label.as_str();
            let [en, zh] = [reason.en, reason.zh].map(|text| text.replace("{idle}", idle));
            let warning = warning.arg("over", &rules[over].label).texts("reason", en, zh);
            told.push(warning.related(rules[over].span, OTHER));
        }
    }
    told
}

/// True where the columns by which conclusions conflict never are the same.
fn apart(facts: &Facts<'_>, one: usize, other: usize) -> bool {
    let program = facts.program;
    let column = |rule: usize, column: &usize| -> Range {
        facts.bounds[rule].term(&program.rules[rule].heads[0].args[*column], program)
    };
    let relation = program.relation(program.rules[one].heads[0].relation);
    let mut columns = relation.conflict.iter().flatten();
    columns.any(|index| column(one, index).meet(&column(other, index)).is_empty())
}

fn positive_atoms(rule: &Rule) -> Vec<&Atom> {
    let mut atoms = Vec::new();
    premises(&rule.body, &mut |literal, positive| match &literal.kind {
        LiteralKind::Atom(atom) if positive => atoms.push(atom),
        _ => {}
    });
    atoms
}

/// What must not be there, in whatever form that is said.
fn absences(rule: &Rule) -> Vec<(&Literal, &Atom)> {
    let mut atoms = Vec::new();
    premises(&rule.body, &mut |literal, positive| match &literal.kind {
        LiteralKind::Atom(atom) if !positive => atoms.push((literal, atom)),
        LiteralKind::Absent(absent) if positive => atoms.push((literal, &absent.atom)),
        _ => {}
    });
    atoms
}

/// A relation with arguments as far as they are known in the rule that is looked at.
struct Pattern<'p>(RelId, Vec<Option<&'p Term>>);

fn known(atom: &Atom) -> Pattern<'_> {
    Pattern(atom.relation, atom.args.iter().map(Some).collect())
}

/// True where a tuple that fits `pattern` also fits `atom`.
fn covers(atom: &Atom, pattern: &Pattern<'_>) -> bool {
    let fits = |(arg, other): (&Term, &Option<&Term>)| match (arg, other) {
        (Term::Wildcard, _) => true,
        (Term::Variable(a), Some(Term::Variable(b))) => a == b,
        (Term::Constant(a), Some(Term::Constant(b))) => a == b,
        _ => false,
    };
    atom.relation == pattern.0 && atom.args.iter().zip(&pattern.1).all(fits)
}

/// True where every rule for `atom` needs what `denied` says is not there.
fn needs_denied(atom: &Atom, denied: &Atom, facts: &Facts<'_>) -> bool {
    let is_atom = |head: &&Atom| head.relation == atom.relation;
    if facts.filled.contains(&atom.relation) {
        return false;
    }
    let rules = &facts.program.rules;
    let mut heads = rules.iter().flat_map(|rule| rule.heads.iter().filter(is_atom).map(move |head| (rule, head)));
    heads.all(|(rule, head)| {
        let outside = |id: &VarId| {
            let is_it = |arg: &Term| matches!(arg, Term::Variable(other) if other == id);
            head.args.iter().position(is_it).map(|column| &atom.args[column])
        };
        let pattern = |needed: &'_ Atom| {
            needed.relation == denied.relation && {
                let args = needed.args.iter().map(|arg| match arg {
                    Term::Variable(id) => outside(id),
                    other => Some(other),
                });
                covers(denied, &Pattern(needed.relation, args.collect()))
            }
        };
        positive_atoms(rule).into_iter().any(pattern)
    })
}
