//! What templates leave unsaid: forms that the program needs, and the other language.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Span, Text, catalogue};

use super::{Form, KEYS};
use crate::checked::{Aggregate, AggregateOp, Body, Program, RelId, Rule, Templates, Wording};

/// Warnings about the templates of a program without errors.
pub(crate) fn examine(program: &Program) -> Vec<Diagnostic> {
    let needed = needed(program);
    let mut told = Vec::new();
    for (id, relation) in (0..).map(RelId).zip(&program.relations) {
        let Templates { positive, negated, counted } = &relation.templates;
        let forms = [(Form::Positive, positive), (Form::Negated, negated), (Form::Counted, counted)];
        let Some(first) = forms.iter().find_map(|(_, wording)| wording.all().next()) else { continue };
        for (form, wording) in forms {
            let place = needed.get(&(id, form as u8));
            if wording.all().next().is_none() && (form == Form::Positive || place.is_some()) {
                told.push(missing(&relation.name, form, first.span, place));
            }
            told.extend(in_one_language(wording, form));
        }
    }
    let rules = program.rules.iter().filter_map(|rule| in_one_language(&rule.template, Form::Positive));
    told.extend(rules);
    told
}

/// Where the program first asks for a form other than the positive one.
fn needed(program: &Program) -> BTreeMap<(RelId, u8), Span> {
    let mut needed = BTreeMap::new();
    for rule in program.rules.iter().chain(&program.subsumptions) {
        rule.atoms(&mut |read| {
            if read.absent || !read.positive {
                needed.entry((read.atom.relation, Form::Negated as u8)).or_insert(read.literal.span);
            }
        });
        aggregates(rule, &mut |aggregate| {
            if let (AggregateOp::Count, Some(relation)) =
                (aggregate.op, aggregate.only_atom().map(|atom| atom.relation))
            {
                needed.entry((relation, Form::Counted as u8)).or_insert(aggregate.span);
            }
        });
    }
    needed
}

/// The aggregates of a rule, those inside of others too. Recursive, since the nesting is bounded by the parser.
fn aggregates<'r>(rule: &'r Rule, visit: &mut dyn FnMut(&'r Aggregate)) {
    let heads = rule.heads.iter().flat_map(|head| &head.args);
    heads.for_each(|term| term.aggregates(visit));
    of_body(&rule.body, visit);
}

fn of_body<'r>(body: &'r Body, visit: &mut dyn FnMut(&'r Aggregate)) {
    body.all_literals(&mut |literal, _| literal.kind.terms().into_iter().for_each(|term| term.aggregates(visit)));
}

fn missing(name: &str, form: Form, span: Span, needed: Option<&Span>) -> Diagnostic {
    const NEEDED: Text = Text { en: "needed here", zh: "此处用到" };
    let keys = KEYS.iter().filter(|(_, of, _)| *of == form).map(|(key, ..)| *key).collect::<Vec<_>>();
    let warning = Diagnostic::new(&catalogue::TEMPLATE_FORM_MISSING, span).arg("name", name).list("keys", keys);
    match needed {
        Some(place) => warning.related(*place, NEEDED),
        None => warning,
    }
}

fn in_one_language(wording: &Wording, form: Form) -> Option<Diagnostic> {
    let (given, other) = match (&wording.zh, &wording.en) {
        (Some(zh), None) => (zh, "en"),
        (None, Some(en)) => (en, "zh"),
        _ => return None,
    };
    let (key, ..) = KEYS.iter().find(|(key, of, _)| *of == form && key.starts_with(other))?;
    Some(Diagnostic::new(&catalogue::TEMPLATE_IN_ONE_LANGUAGE, given.span).arg("key", key))
}
