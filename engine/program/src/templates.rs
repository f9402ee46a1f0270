//! Templates: the annotations `zh`, `en`, `zh_not`, `en_not`, `zh_count`, `en_count`.

mod lint;
mod parse;

use diagnostics::{Diagnostic, FileId, Lang, Span, Text, catalogue};
use syntax::{SyntaxKind, ast};

use crate::annotations::entries;
use crate::checked::{Body, Rule, Template, TemplatePart, Templates, VarId, Wording};
use crate::relations::Declared;
use crate::report::Report;

pub(crate) use lint::examine;

/// The forms that a template may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Positive,
    Negated,
    Counted,
}

/// Every key of a template.
const KEYS: [(&str, Form, Lang); 6] = [
    ("zh", Form::Positive, Lang::Zh),
    ("en", Form::Positive, Lang::En),
    ("zh_not", Form::Negated, Lang::Zh),
    ("en_not", Form::Negated, Lang::En),
    ("zh_count", Form::Counted, Lang::Zh),
    ("en_count", Form::Counted, Lang::En),
];

/// A template as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    key: &'static str,
    form: Form,
    lang: Lang,
    token: ast::Token,
    span: Span,
}

/// The templates among annotations. What is none, or is given twice, is reported.
pub(crate) fn written(annotations: &[ast::Annotation], file: FileId, report: &mut Report) -> Vec<Written> {
    const PREVIOUS: Text = Text { en: "given first here", zh: "最先在此给出" };
    let mut found: Vec<Written> = Vec::new();
    for entry in annotations.iter().flat_map(|annotation| entries(annotation, file)) {
        let Some((key, form, lang)) = KEYS.into_iter().find(|(key, ..)| *key == entry.key) else { continue };
        let token = match <[ast::Token; 1]>::try_from(entry.tokens) {
            Ok([token]) if token.kind() == SyntaxKind::STRING => token,
            _ => {
                report.push(Diagnostic::new(&catalogue::ILL_FORMED_TEMPLATE, entry.span).arg("key", key));
                continue;
            }
        };
        let span = token.span(file);
        match found.iter().find(|other| other.key == key) {
            Some(previous) => {
                let again = Diagnostic::new(&catalogue::TEMPLATE_TWICE, span).arg("key", key);
                report.push(again.related(previous.span, PREVIOUS));
            }
            None => found.push(Written { key, form, lang, token, span }),
        }
    }
    found
}

/// The templates of a relation, whose placeholders are its columns.
pub(crate) fn of_relation(written: &[Written], declared: &Declared, report: &mut Report) -> Templates {
    let mut templates = Templates::default();
    let columns = declared.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>();
    for template in written {
        let mut known = columns.iter().zip(0..).map(|(name, at)| (*name, TemplatePart::Value(at))).collect::<Vec<_>>();
        if template.form == Form::Counted {
            known.insert(0, (COUNT, TemplatePart::Count));
        }
        let Some(parsed) = parse::parse(template, &known, declared.complete, report) else { continue };
        if template.form == Form::Counted && !parsed.parts.contains(&TemplatePart::Count) {
            report.push(Diagnostic::new(&catalogue::COUNT_NOT_SAID, template.span).arg("key", template.key));
        }
        let wording = match template.form {
            Form::Positive => &mut templates.positive,
            Form::Negated => &mut templates.negated,
            Form::Counted => &mut templates.counted,
        };
        set(wording, template.lang, parsed);
    }
    negation_differs(&templates, &declared.name, report);
    templates
}

/// The placeholder for a number of facts.
const COUNT: &str = "count";

fn set(wording: &mut Wording, lang: Lang, template: Template) {
    match lang {
        Lang::Zh => wording.zh = Some(template),
        Lang::En => wording.en = Some(template),
    }
}

/// That there is no such fact is not said in the words for the fact.
fn negation_differs(templates: &Templates, relation: &str, report: &mut Report) {
    const POSITIVE: Text = Text { en: "the fact is said in these words", zh: "事实成立时用的就是这些话" };
    for lang in [Lang::Zh, Lang::En] {
        if let (Some(positive), Some(negated)) = (templates.positive.get(lang), templates.negated.get(lang))
            && positive.parts == negated.parts
        {
            let same = Diagnostic::new(&catalogue::NEGATION_SAYS_THE_SAME, negated.span).arg("name", relation);
            report.push(same.related(positive.span, POSITIVE));
        }
    }
}

/// The template of a rule, whose placeholders are the variables that have a value wherever it concludes.
pub(crate) fn of_rule(written: &[Written], rule: &Rule, report: &mut Report) -> Wording {
    let mut wording = Wording::default();
    if rule.heads.len() > 1 {
        misplaced(written, report);
        return wording;
    }
    let mut bound = Vec::new();
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| term.variables(&mut |id| bound.push(id)));
    bound.extend(bound_by(&rule.body));
    let name = |id: &VarId| (rule.variables[id.0 as usize].name.as_str(), TemplatePart::Value(id.0));
    let known = bound.iter().map(name).collect::<Vec<_>>();
    for template in written {
        if template.form != Form::Positive {
            misplaced(std::slice::from_ref(template), report);
        } else if let Some(parsed) = parse::parse(template, &known, true, report) {
            set(&mut wording, template.lang, parsed);
        }
    }
    wording
}

/// Reports templates where none may stand.
pub(crate) fn misplaced(written: &[Written], report: &mut Report) {
    for template in written {
        report.push(Diagnostic::new(&catalogue::MISPLACED_TEMPLATE, template.span).arg("key", template.key));
    }
}

/// The variables that occur in every case of a body, in the order of their first occurrence. Recursive, since the nesting of bodies is bounded by the parser.
fn bound_by(body: &Body) -> Vec<VarId> {
    match body {
        Body::All(parts) => parts.iter().flat_map(bound_by).collect(),
        Body::Any(parts) => {
            let mut cases = parts.iter().map(bound_by);
            let first = cases.next().unwrap_or_default();
            let rest = cases.collect::<Vec<_>>();
            first.into_iter().filter(|id| rest.iter().all(|case| case.contains(id))).collect()
        }
        Body::Not(_) => Vec::new(),
        Body::Literal(literal) => {
            let mut found = Vec::new();
            literal.kind.variables(&mut |id| found.push(id));
            found
        }
    }
}
