//! What the annotations of a rule say in the words of the law.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Span, Text, catalogue};
use values::Primitive;

use crate::annotations::{self, Marks, Named};
use crate::checked::{
    Body, Lighter, Literal, LiteralKind, NormId, Precedence, PrecedenceForm, RelId, Role, Rule, TemplatePart, Term,
    VarId,
};
use crate::declarations::Declarations;
use crate::registry::Registry;
use crate::report::Report;

/// What a rule says of another one, by its label.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Which rule says it.
    rule: usize,
    form: PrecedenceForm,
    over: Named,
}

/// Fills in norms, model, elements, the premises "in force", and the lighter law. Returns what it says of other rules.
pub(crate) fn apply(
    rule: &mut Rule,
    number: usize,
    marks: Marks,
    declarations: &Declarations,
    report: &mut Report,
) -> Vec<Claim> {
    let registry = &declarations.registry;
    rule.cites = cites(rule, registry, report);
    let elements = marks.elements.iter().filter_map(|element| {
        let found = registry.element(&element.name);
        let is_unknown = found.is_none() && !registry.models.is_empty();
        unknown(is_unknown, &catalogue::UNKNOWN_ELEMENT, element, registry.element_names(), report);
        found
    });
    rule.elements = elements.collect();
    if let Some(model) = &marks.model {
        rule.model = registry.model(&model.name);
        let known = registry.models.iter().map(|model| model.name.clone()).collect();
        unknown(rule.model.is_none(), &catalogue::UNKNOWN_MODEL, model, known, report);
    } else if let [first, rest @ ..] = rule.elements.as_slice() {
        rule.model = rest.iter().all(|other| other.model == first.model).then_some(first.model);
    }
    rule.lighter = marks.lighter.and_then(|lighter| lighter_law(rule, &lighter, report));
    if let Some(day) = &marks.in_force_on {
        in_force(rule, day, report);
    }
    marks.precedences.into_iter().map(|(form, over)| Claim { rule: number, form, over }).collect()
}

/// Reports a name that stands for nothing.
fn unknown(
    is_unknown: bool,
    entry: &'static diagnostics::Entry,
    named: &Named,
    known: Vec<String>,
    report: &mut Report,
) {
    if is_unknown {
        let near = report.near_or_all(&named.name, known.iter().map(String::as_str).collect());
        let error = Diagnostic::new(entry, named.span).arg("name", &named.name);
        report.push(error.list("near", near));
    }
}

/// The norms that the program declares. Where it declares any, others are unknown.
fn cites(rule: &Rule, registry: &Registry, report: &mut Report) -> Vec<NormId> {
    let is_name = |name: &str| !name.contains(|c: char| c.is_whitespace() || "(=,".contains(c));
    let mut found = Vec::new();
    for name in &rule.norms {
        match registry.norm(name) {
            Some(norm) => found.push(norm),
            None if registry.norms.is_empty() || !is_name(name) => {}
            None => {
                let known = registry.norms.iter().map(|norm| norm.name.clone()).collect();
                let named = Named { name: name.clone(), span: rule.span };
                unknown(true, &catalogue::UNKNOWN_NORM, &named, known, report);
            }
        }
    }
    found
}

/// The variable of the rule itself with this name.
fn variable(rule: &Rule, name: &str) -> Option<VarId> {
    let mut found = Vec::new();
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| term.variables(&mut |id| found.push(id)));
    rule.body.literals(&mut |literal, _| literal.kind.variables(&mut |id| found.push(id)));
    found.into_iter().find(|id| rule.variables[id.0 as usize].name == name)
}

/// The variable that stands for a day.
fn day(rule: &Rule, name: &str, span: Span, report: &mut Report) -> Option<VarId> {
    let found = variable(rule, name).filter(|id| rule.variables[id.0 as usize].primitive == Primitive::Date);
    if found.is_none() {
        report.push(Diagnostic::new(&catalogue::NO_DAY, span).arg("name", name));
    }
    found
}

/// Adds the premise that each norm cited is in force on the day.
fn in_force(rule: &mut Rule, named: &Named, report: &mut Report) {
    if rule.cites.is_empty() {
        report.push(Diagnostic::new(&catalogue::IN_FORCE_WITHOUT_NORM, named.span).arg("rule", &rule.label));
    }
    let Some(day) = day(rule, &named.name, named.span, report) else { return };
    let literal = |(index, norm): (u32, &NormId)| {
        let kind = LiteralKind::InForce { norm: *norm, day };
        Body::Literal(Literal { index, kind, role: Role::InForce(*norm), span: named.span })
    };
    let premises = (rule.body.next_index()..).zip(&rule.cites).map(literal).collect::<Vec<_>>();
    let mut parts = match std::mem::replace(&mut rule.body, Body::All(Vec::new())) {
        Body::All(parts) => parts,
        other => vec![other],
    };
    // The two days of a lighter law stay last.
    let last = rule.lighter.is_some().then(|| parts.pop()).flatten();
    parts.extend(premises);
    parts.extend(last);
    rule.body = Body::All(parts);
}

fn lighter_law(rule: &Rule, written: &annotations::Lighter, report: &mut Report) -> Option<Lighter> {
    let span = written.span;
    let [first, second] = &written.dates;
    let on = day(rule, &written.day, span, report);
    let dates = [day(rule, first, span, report), day(rule, second, span, report)];
    let [head] = rule.heads.as_slice() else {
        report.push(Diagnostic::new(&catalogue::LIGHTER_NEEDS_COLUMN, span).arg("name", &written.by));
        return None;
    };
    let is_result =
        |term: &Term| matches!(term, Term::Variable(id) if rule.variables[id.0 as usize].name == written.by);
    let by = head.args.iter().position(is_result);
    if by.is_none() {
        report.push(Diagnostic::new(&catalogue::LIGHTER_NEEDS_COLUMN, span).arg("name", &written.by));
    }
    let [Some(first), Some(second)] = dates else { return None };
    Some(Lighter { day: on?, dates: [first, second], by: by?, span })
}

/// The first places of the variables that stand for days by an annotation.
pub(crate) fn named(rules: &[Rule]) -> BTreeSet<Span> {
    let mut places = BTreeSet::new();
    for rule in rules {
        rule.body.literals(&mut |literal, _| {
            if let LiteralKind::InForce { day, .. } = literal.kind {
                places.insert(rule.variables[day.0 as usize].span);
            }
        });
        let parts = rule.template.all().flat_map(|template| &template.parts);
        places.extend(parts.filter_map(|part| match part {
            TemplatePart::Value(variable) => Some(rule.variables[*variable as usize].span),
            _ => None,
        }));
    }
    places
}

/// Enters what rules say of each other, by their labels, once all rules are known. `conflicting` holds the relations whose conclusions can
/// conflict.
pub(crate) fn resolve(
    claims: Vec<Claim>,
    rules: &mut [Rule],
    conflicting: &dyn Fn(RelId) -> bool,
    report: &mut Report,
) {
    const OTHER: Text = Text { en: "the other rule", zh: "另一条规则" };
    for Claim { rule, form, over } in claims {
        let relation = rules[rule].heads[0].relation;
        let of_relation = |other: &&Rule| other.heads[0].relation == relation;
        match rules.iter().position(|other| other.label == over.name && other.heads[0].relation == relation) {
            Some(other) if other == rule || !conflicting(relation) => {
                let error = Diagnostic::new(&catalogue::PRECEDENCE_WITHOUT_CONFLICT, over.span);
                report.push(error.arg("rule", &rules[rule].label).related(rules[other].span, OTHER));
            }
            Some(other) => rules[rule].precedences.push(Precedence { over: other, form, span: over.span }),
            None => {
                let known = rules.iter().filter(of_relation).map(|rule| rule.label.clone()).collect();
                unknown(true, &catalogue::UNKNOWN_RULE, &over, known, report);
            }
        }
    }
}
